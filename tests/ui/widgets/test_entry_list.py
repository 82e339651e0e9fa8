from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Moment
from scoring.state import Standing
from tests.builders import a_running_log
from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, settle, show, worn
from ui.models.entry_lines import EntryLines
from ui.widgets.entry_list import EntryLine, EntryList
from ui.widgets.evidence_list import EvidenceLine

Made = Callable[..., EntryList]
LONG = EntryLine(EvidenceLine("1:04:10", "–", "Asks before answering: " + "because " * 40, "recalled " * 9))
SHORT = EntryLine(EvidenceLine("04:10", "+", "Stays calm"))


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    def make(lines: Sequence[EntryLine], width: int = 620) -> EntryList:
        log = a_running_log()
        for number in range(len(lines)):
            log.at_ms(number * 1000, Moment())
        items = log.state.by_type.get(Moment, [])
        model, view = EntryLines(), EntryList()
        model.setParent(view)
        saying = dict(zip((item.entry.id for item in items), lines, strict=True))

        def said(item: Standing) -> EntryLine:
            return saying[item.entry.id]

        model.show_entries(items, said)
        view.setModel(model)
        show(qtbot, view, (width, 300))
        settle()
        return view

    return make


def _words(view: EntryList) -> list[str]:
    return [letters.text for letters in view.lettering()]


def test_a_line_says_time_sign_words_and_note(made: Made) -> None:
    view = made([EntryLine(EvidenceLine("04:10", "–", "Stays calm", "corrected"))])
    assert _words(view) == ["04:10", "–", "Stays calm", "corrected"]


def test_words_that_have_no_room_end_in_an_ellipsis_and_leave_room_for_the_note(made: Made) -> None:
    time, _, words, note = _words(made([LONG]))
    assert time == "1:04:10"
    assert words.startswith("Asks before")
    assert words.endswith("…")
    assert note.startswith("recalled")


def test_only_what_is_in_view_is_looked_at(made: Made) -> None:
    view = made([SHORT] * 5_000)
    assert len(view.lettering()) < 3 * 300 // view.row_height() + 6


def test_it_is_no_higher_than_its_lines(made: Made) -> None:
    view = made([SHORT, SHORT])
    assert view.maximumHeight() == 2 * view.row_height() + 2


def test_in_a_narrow_list_words_go_on_below_and_a_note_stands_below_them(made: Made) -> None:
    view = made([SHORT, EntryLine(EvidenceLine("05:00", "", "The call " * 9, "corrected"))], 420)
    assert view.row_height() > made([SHORT]).row_height()
    *_, words, note = view.lettering()
    assert words.text.endswith("…")
    assert (note.text, note.rect.top() > words.rect.center().y()) == ("corrected", True)
    longer = made([EntryLine(EvidenceLine("05:00", "", "The call " * 7))], 420).lettering()[-1]
    assert not longer.text.endswith("…"), "two lines have room for it"


def test_arrows_choose_and_return_or_space_opens(qtbot: QtBot, made: Made) -> None:
    view = made([SHORT] * 3)
    view.setFocus()
    opened: list[int] = []
    view.opened.connect(opened.append)
    with qtbot.waitSignal(view.row_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert (chosen.args, opened) == ([1], [1, 2])


def test_a_click_chooses_a_line_and_opens_it(qtbot: QtBot, made: Made) -> None:
    view = made([SHORT] * 3)
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignals([view.row_chosen, view.opened]):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.is_current(2)


def test_a_line_that_others_choose_comes_into_view_and_tells_nobody(qtbot: QtBot, made: Made) -> None:
    view = made([SHORT] * 500)
    with qtbot.assertNotEmitted(view.row_chosen):
        view.choose(400)
    assert view.is_current(400)
    assert view.viewport().rect().contains(view.visualRect(view.model().index(400, 0)))


def test_escape_is_left_to_the_screen(made: Made) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(made([SHORT]), event)
    assert not event.isAccepted()


@every_look
def test_it_can_be_read(qapp: QApplication, made: Made, look: Look) -> None:
    with worn(qapp, look):
        party = EntryLine(EvidenceLine("05:00", "", "Priya"), "rep")
        view = made([LONG, party, EntryLine(EvidenceLine("06:00", "+", "Stays calm", "struck"), None, True)])
        view.grab()
        assert find_clipped(view) == []
