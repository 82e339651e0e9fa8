from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from tests.ui.widgets.loglines import KINDS, Finger, a_line, some_lines
from ui.log_lines import LogLine
from ui.theme import LIVE, px, wear
from ui.widgets.field import LineEdit
from ui.widgets.live_button import LiveButton
from ui.widgets.live_chips import LiveChip
from ui.widgets.log_drawer import LogDrawer
from ui.widgets.log_row import LogButton, LogRow
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.words_field import WordsField

LEFT = Qt.MouseButton.LeftButton


class Behind(QWidget):
    """A screen with a field, and a drawer that lies over it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = LineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addStretch(1)
        self.drawer = LogDrawer(self)
        self.drawer.setGeometry(0, 60, px(400), 700)
        wear(self, LIVE)


@pytest.fixture
def behind(qtbot: QtBot) -> Behind:
    window = Behind()
    qtbot.addWidget(window)
    window.resize(px(400), 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def lines() -> list[LogLine]:
    return some_lines(20)


@pytest.fixture
def drawer(behind: Behind, lines: list[LogLine]) -> LogDrawer:
    behind.drawer.show_lines(lines, more=True)
    behind.drawer.take_keys()
    settle()
    return behind.drawer


def _buttons(drawer: LogDrawer) -> list[LogButton]:
    """:returns: the lines from top to bottom."""
    rows = [row for row in drawer.findChildren(LogRow) if row.isVisibleTo(drawer)]
    return [row.button for row in sorted(rows, key=lambda row: row.mapTo(drawer, QPoint()).y())]


def _times(drawer: LogDrawer) -> list[str]:
    settle()
    return [button.accessibleName().split()[0] for button in _buttons(drawer)]


def _open(qtbot: QtBot, drawer: LogDrawer, number: int) -> LogRow:
    button = _buttons(drawer)[number]
    qtbot.mouseClick(button, LEFT)
    settle()
    row = button.parentWidget()
    assert isinstance(row, LogRow)
    return row


def _bar(drawer: LogDrawer) -> QScrollBar:
    return drawer.findChildren(ScrollPage)[0].verticalScrollBar()


def _focus() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""


def _name(line: LogLine) -> str:
    return f"log.{line.id}"


# Showing


def test_lines_stand_as_they_are_given(drawer: LogDrawer, lines: list[LogLine]) -> None:
    assert _times(drawer) == [line.line.time for line in lines]


def test_without_lines_it_says_so_and_the_keys_are_with_close(behind: Behind) -> None:
    behind.drawer.show_lines([], more=False)
    behind.drawer.take_keys()
    assert "Nothing is logged yet." in [text.accessibleName() for text in behind.drawer.findChildren(QWidget)]
    assert _focus() == "log.close"
    assert not find(behind.drawer, LiveButton, "log.earlier").isVisible()


def test_a_new_line_comes_on_top_and_the_keys_stay_where_they_were(
    drawer: LogDrawer, lines: list[LogLine]
) -> None:
    drawer.show_lines(lines[1:], more=True)
    drawer.take_keys()
    drawer.show_lines(lines, more=True)
    assert _times(drawer) == [line.line.time for line in lines]
    assert _focus() == _name(lines[1])


def test_lines_that_stay_are_left_alone(drawer: LogDrawer, lines: list[LogLine]) -> None:
    before = _buttons(drawer)
    drawer.show_lines(lines[1:], more=True)
    settle()
    assert _buttons(drawer) == before[1:]


@pytest.mark.parametrize(("gone", "then"), [(0, 1), (7, 8), (19, 18)])
def test_when_a_line_goes_the_keys_stay_in_the_list(
    drawer: LogDrawer, lines: list[LogLine], gone: int, then: int
) -> None:
    _buttons(drawer)[gone].setFocus()
    drawer.show_lines([*lines[:gone], *lines[gone + 1 :]], more=True)
    assert _focus() == _name(lines[then])


def test_when_the_last_line_goes_the_keys_are_with_close(drawer: LogDrawer) -> None:
    drawer.show_lines([], more=False)
    assert _focus() == "log.close"


def test_a_line_that_goes_takes_the_keys_from_nobody_else(
    behind: Behind, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    behind.field.setFocus()
    drawer.show_lines(lines[1:], more=True)
    assert behind.field.hasFocus(), "it had them once, and would take what is typed"


# By keyboard


def test_arrows_home_and_end_walk_through_the_lines(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    walk = [
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_End, 19),
        (Qt.Key.Key_Down, 19),
        (Qt.Key.Key_Up, 18),
        (Qt.Key.Key_Home, 0),
    ]
    for key, number in walk:
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert _focus() == _name(lines[number])
        assert _buttons(drawer)[number].visibleRegion().boundingRect().height() > px(30), "it can be seen"


def test_return_opens_a_line_and_only_one_is_open(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert drawer.open_entry == lines[0].id
    _buttons(drawer)[2].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert drawer.open_entry == lines[2].id
    assert len(drawer.findChildren(LiveButton, "log.strike")) - 1 == sum(
        not button.isVisible() for button in drawer.findChildren(LiveButton, "log.strike")
    )


def test_done_closes_the_line_and_leaves_the_keys_on_it(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    row = _open(qtbot, drawer, 3)
    qtbot.mouseClick(find(row, LiveButton, "log.done"), LEFT)
    assert drawer.open_entry is None
    assert _focus() == _name(lines[3])


def test_esc_closes_the_line_then_the_drawer(qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]) -> None:
    _open(qtbot, drawer, 3)
    with qtbot.assertNotEmitted(drawer.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert drawer.open_entry is None
    assert _focus() == _name(lines[3])
    with qtbot.waitSignal(drawer.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_esc_in_words_gives_the_keys_back_before_it_closes_anything(qtbot: QtBot, drawer: LogDrawer) -> None:
    row = _open(qtbot, drawer, 3)
    find(row, WordsField, "log.words").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert drawer.open_entry is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert drawer.open_entry is None


def test_delete_strikes_the_line_that_has_the_keys(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(drawer.struck) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert told.args == [lines[1].id]


def test_tab_goes_through_an_open_line_before_it_comes_to_the_next(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    row = _open(qtbot, drawer, 1)
    row.button.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[str] = []
    while _focus() != _name(lines[2]) and len(visited) < 40:
        visited.append(_focus())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [stop.objectName() for stop in row.stops()]


def test_tab_goes_from_a_new_line_to_the_one_below_it(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    drawer.show_lines(lines[1:], more=True)
    drawer.show_lines(lines, more=True)
    settle()
    _buttons(drawer)[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert _focus() == _name(lines[1])


def test_earlier_leads_on_to_the_first_line_that_comes(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    drawer.show_lines(lines[:5], more=True)
    drawer.more_wanted.connect(lambda: drawer.show_lines(lines, more=False))
    find(drawer, LiveButton, "log.earlier").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(_buttons(drawer)) == 20
    assert _focus() == _name(lines[5])


# By pointer and finger


@pytest.mark.parametrize("part", ["choice.seen", "log.move.1"])
def test_a_press_in_an_open_line_keeps_the_keys_in_the_drawer(
    qtbot: QtBot, drawer: LogDrawer, part: str
) -> None:
    row = _open(qtbot, drawer, 2)
    qtbot.mouseClick(find(row, LiveButton, part), LEFT)
    focused = QApplication.focusWidget()
    assert focused is drawer or drawer.isAncestorOf(focused or drawer)
    with qtbot.assertNotEmitted(drawer.left):
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert drawer.open_entry is None


def test_what_is_struck_by_pointer_leaves_the_keys_in_the_list(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    row = _open(qtbot, drawer, 2)
    with qtbot.waitSignal(drawer.struck) as told:
        qtbot.mouseClick(find(row, LiveButton, "log.strike"), LEFT)
    assert told.args == [lines[2].id]
    drawer.show_lines([*lines[:2], *lines[3:]], more=True)
    assert _focus() == _name(lines[3])


def test_a_line_that_can_be_seen_in_part_opens_where_it_is_pressed(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    window = drawer.window()
    viewport = drawer.findChildren(ScrollPage)[0].viewport()
    at = viewport.mapTo(window, QPoint(viewport.width() // 2, viewport.height() - 3))
    pressed = window.childAt(at)
    assert isinstance(pressed, LogButton)
    QTest.mousePress(window.windowHandle(), LEFT, pos=at)
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=at)
    opened = next(line for line in lines if line.id == drawer.open_entry)
    assert pressed.objectName() == _name(opened)


def test_a_finger_opens_a_line_and_presses_a_chip(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    finger = Finger(qtbot, drawer.window())
    finger.tap(_buttons(drawer)[2])  # and at once the chip: that is no double click
    assert drawer.open_entry == lines[2].id
    settle()
    chip = find(drawer, LiveChip, "choice.missed")
    with qtbot.waitSignal(drawer.chosen) as told:
        finger.tap(chip)
    assert told.args == [lines[2].id, "missed"]


@pytest.mark.parametrize("part", ["log.strike", "log.move.10", "log.done"])
def test_a_finger_that_scrolls_changes_nothing(qtbot: QtBot, drawer: LogDrawer, part: str) -> None:
    row = _open(qtbot, drawer, 2)
    button = find(row, LiveButton, part)
    finger = Finger(qtbot, drawer.window())
    with qtbot.assertNotEmitted(drawer.struck), qtbot.assertNotEmitted(drawer.moved):
        finger.scroll(button, 120, _bar(drawer))
    assert drawer.open_entry is not None


def test_a_finger_that_scrolls_over_lines_opens_none(qtbot: QtBot, drawer: LogDrawer) -> None:
    Finger(qtbot, drawer.window()).scroll(_buttons(drawer)[6], 150, _bar(drawer))
    assert drawer.open_entry is None


# What is open stays


def test_an_open_line_is_shown_to_its_end_or_from_its_beginning(qtbot: QtBot, drawer: LogDrawer) -> None:
    row = _open(qtbot, drawer, 8)
    viewport = drawer.findChildren(ScrollPage)[0].viewport()
    top = row.mapTo(viewport, QPoint()).y()
    assert top == 0 if row.height() > viewport.height() else top + row.height() <= viewport.height()


def test_a_new_line_does_not_push_an_open_one_away_from_the_finger(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    drawer.show_lines(lines[1:], more=True)
    settle()
    row = _open(qtbot, drawer, 8)
    strike = find(row, LiveButton, "log.strike")
    before = strike.mapTo(drawer, QPoint())
    drawer.show_lines(lines, more=True)
    settle()
    assert strike.mapTo(drawer, QPoint()) == before


def test_no_line_changes_its_place_while_one_is_open(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    row = _open(qtbot, drawer, 8)
    later = find(row, LiveButton, "log.move.10")
    before = later.mapTo(drawer, QPoint())
    moved = [lines[8], *lines[:8], *lines[9:]]
    drawer.show_lines(moved, more=True)
    settle()
    assert later.mapTo(drawer, QPoint()) == before, "the next press is for it too"
    qtbot.mouseClick(find(row, LiveButton, "log.done"), LEFT)
    assert _times(drawer) == [line.line.time for line in moved]


def test_what_comes_while_a_line_is_open_comes_where_it_belongs(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    fewer = [*lines[1:5], *lines[6:10]]
    drawer.show_lines(fewer, more=True)
    settle()
    _open(qtbot, drawer, 2)
    drawer.show_lines(lines, more=False)
    assert _times(drawer) == [line.line.time for line in lines]


def test_half_typed_words_stay_while_lines_come_and_go(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    drawer.show_lines(lines[1:], more=True)
    settle()
    words = find(_open(qtbot, drawer, 1), WordsField, "log.words")
    words.setFocus()
    qtbot.keyClicks(words, "So wh")
    drawer.show_lines(lines, more=True)
    drawer.show_lines(lines[:-1], more=True)
    qtbot.keyClicks(QApplication.focusWidget(), "at?")
    assert words.text() == "So what?"


@pytest.mark.parametrize("typing", [True, False])
def test_words_that_were_being_typed_for_a_line_that_goes_are_handed_on(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine], *, typing: bool
) -> None:
    row = _open(qtbot, drawer, 0)
    words = find(row, WordsField, "log.words")
    words.setFocus()
    qtbot.keyClicks(words, "So wh")
    if not typing:
        find(row, LiveChip, "choice.seen").setFocus()
    with qtbot.waitSignal(drawer.left_over) as told:
        drawer.show_lines(lines[1:], more=True)
    assert told.args == [lines[0].id, "So wh", typing]
    assert drawer.open_entry is None


def test_a_line_without_new_words_goes_quietly(qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]) -> None:
    _open(qtbot, drawer, 0)
    with qtbot.assertNotEmitted(drawer.left_over):
        drawer.show_lines(lines[1:], more=True)
    assert drawer.open_entry is None


def test_opening_another_line_tells_the_words_of_the_first(
    qtbot: QtBot, drawer: LogDrawer, lines: list[LogLine]
) -> None:
    qtbot.keyClicks(find(_open(qtbot, drawer, 0), WordsField, "log.words"), "So what?")
    with qtbot.waitSignal(drawer.worded) as told:
        _open(qtbot, drawer, 1)
    assert told.args == [lines[0].id, "So what?"]


# By eye and by screen reader


def test_every_control_has_a_name_and_a_handle(qtbot: QtBot, drawer: LogDrawer) -> None:
    _open(qtbot, drawer, 0)
    controls = [part for part in drawer.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) > 30
    assert [part for part in controls if not (part.accessibleName() and part.objectName())] == []


@pytest.mark.parametrize("kind", list(KINDS))
@every_look
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, stage: Stage, look: Look, kind: str
) -> None:
    with worn(qapp, look):
        drawer = LogDrawer()
        foot = LiveButton("Redo", "Ctrl+Y")
        drawer.foot.addWidget(foot)
        drawer.setFixedSize(px(400), 640)
        stage(drawer, size=(px(420), 700))
        line = a_line(KINDS[kind])
        drawer.show_lines([line, *some_lines(6)], more=True)
        settle()
        assert find_clipped(drawer) == []
        _open(qtbot, drawer, 0)
        assert find_clipped(drawer) == []
        across = drawer.findChildren(ScrollPage)[0].horizontalScrollBar()
        assert across.maximum() == 0, "it need not be scrolled sideways"
