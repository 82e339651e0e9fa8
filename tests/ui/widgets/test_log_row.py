from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from scoring.entry import Marked, WordsHeard
from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from tests.ui.widgets.loglines import KINDS, a_line
from ui.theme import LIVE, TARGET, px, wear
from ui.widgets.live_button import LiveButton
from ui.widgets.live_chips import LiveChip
from ui.widgets.log_row import LogRow
from ui.widgets.words_field import WordsField

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Screen(QWidget):
    """Hears the keys nobody else wants."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


@pytest.fixture
def row(stage: Stage) -> LogRow:
    made = LogRow(a_line(KINDS["mark"]))
    wear(stage(made, size=(400, 700)), LIVE)
    made.button.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def _words(row: LogRow) -> WordsField:
    return find(row, WordsField, "log.words")


def test_a_press_or_return_asks_for_it_to_be_opened(qtbot: QtBot, row: LogRow) -> None:
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(row.button, LEFT)
    with qtbot.waitSignal(row.opened):
        qtbot.keyClick(row.button, Qt.Key.Key_Return)
    assert row.editor is None, "whoever hears it opens it"


def test_a_finger_that_moves_on_opens_nothing(qtbot: QtBot, row: LogRow) -> None:
    with qtbot.assertNotEmitted(row.opened):
        qtbot.mousePress(row.button, LEFT, pos=QPoint(100, 20))
        qtbot.mouseRelease(row.button, LEFT, pos=QPoint(100, 40))


def test_a_long_press_opens_it_like_a_short_one(qtbot: QtBot, row: LogRow) -> None:
    with qtbot.assertNotEmitted(row.opened, wait=600):
        qtbot.mousePress(row.button, LEFT)
    with qtbot.waitSignal(row.opened):
        qtbot.mouseRelease(row.button, LEFT)


def test_an_open_line_is_raised_and_the_keys_are_with_what_can_be_changed(row: LogRow) -> None:
    row.open()
    assert row.button.isChecked()
    chip = find(row, LiveChip, "choice.missed")
    assert chip.hasFocus()
    assert chip.ring_visible


def test_a_closed_line_is_a_line_again(row: LogRow) -> None:
    row.open()
    row.close_editor()
    settle()
    assert row.editor is None
    assert not row.button.isChecked()
    assert row.height() < 2 * px(TARGET)


@pytest.mark.parametrize(
    ("key", "step"), [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_Home, -1), (Qt.Key.Key_End, 1)]
)
def test_arrows_home_and_end_lead_on(qtbot: QtBot, row: LogRow, key: Qt.Key, step: int) -> None:
    with qtbot.waitSignal(row.arrowed) as told:
        qtbot.keyClick(row.button, key)
    assert told.args is not None
    far = key in (Qt.Key.Key_Home, Qt.Key.Key_End)
    assert (told.args[0] * step > 1000) if far else (told.args[0] == step)


def test_delete_strikes_it_once_however_long_it_is_held(qtbot: QtBot, row: LogRow) -> None:
    struck: list[bool] = []
    row.struck.connect(lambda: struck.append(True))
    for held in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, NONE, "", held)
        QCoreApplication.sendEvent(row.button, event)
    assert struck == [True]


def test_the_keys_that_log_go_on_to_the_screen(qtbot: QtBot) -> None:
    screen = Screen()
    qtbot.addWidget(screen)
    row = LogRow(a_line(KINDS["mark"]), screen)
    screen.show()
    keys = [Qt.Key.Key_1, Qt.Key.Key_Q, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Escape]
    for key in keys:
        qtbot.keyClick(row.button, key)
    row.open()
    for key in keys:
        qtbot.keyClick(find(row, LiveChip, "choice.seen"), key)
        qtbot.keyClick(find(row, LiveButton, "log.strike"), key)
    assert screen.heard == [*keys, *(key for key in keys for _ in range(2))]


def test_what_is_done_to_the_entry_is_told_by_its_line(qtbot: QtBot, row: LogRow) -> None:
    row.open()
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(find(row, LiveChip, "choice.seen"), LEFT)
    with qtbot.waitSignal(row.moved) as moved:
        qtbot.mouseClick(find(row, LiveButton, "log.move.10"), LEFT)
    with qtbot.waitSignal(row.struck):
        qtbot.mouseClick(find(row, LiveButton, "log.strike"), LEFT)
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(find(row, LiveButton, "log.done"), LEFT)
    assert (chosen.args, moved.args) == (["seen"], [10_000])


def test_words_that_were_written_are_told_when_the_line_is_closed(qtbot: QtBot, row: LogRow) -> None:
    row.open()
    qtbot.keyClicks(_words(row), "!")
    assert row.half_typed() == "Gave a discount at once!"
    with qtbot.waitSignal(row.worded) as told:
        row.close_editor()
    assert told.args == ["Gave a discount at once!"]
    assert row.half_typed() == ""


def test_words_that_are_as_they_were_are_not_told(qtbot: QtBot, row: LogRow) -> None:
    row.open()
    with qtbot.assertNotEmitted(row.worded):
        row.close_editor()


def test_words_that_were_taken_back_are_not_told_again_when_the_line_is_closed(
    qtbot: QtBot, row: LogRow
) -> None:
    row.open()
    row.show_line(a_line(Marked(skill="stays-calm", seen=True)))
    with qtbot.assertNotEmitted(row.worded):
        row.close_editor()


def test_what_is_struck_keeps_the_words_that_were_being_typed(qtbot: QtBot, row: LogRow) -> None:
    row.open()
    qtbot.keyClicks(_words(row), "!")
    with qtbot.waitSignals([row.worded, row.struck], order="strict"):
        qtbot.mouseClick(find(row, LiveButton, "log.strike"), LEFT)


def test_a_line_shows_what_has_become_of_its_entry(row: LogRow) -> None:
    row.open()
    row.show_line(a_line(Marked(skill="stays-calm", seen=True)))
    assert row.button.accessibleName() == "04:10 seen Stays calm"
    assert find(row, LiveChip, "choice.stays-calm").isChecked()


@every_look
def test_long_words_wrap_and_everything_can_be_read(qapp: QApplication, stage: Stage, look: Look) -> None:
    with worn(qapp, look):
        row = LogRow(a_line(WordsHeard(text="It costs us eleven patients, " * 6)))
        stage(row, size=(px(380), 800))
        settle()
        assert find_clipped(row) == []
        assert row.height() >= px(TARGET)
