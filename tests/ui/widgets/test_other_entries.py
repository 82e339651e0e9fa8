"""The other entries of a person who was entered more than once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_rep
from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.widgets.other_entries import OtherEntries, described
from ui.widgets.text import Text


def test_each_entry_is_named_with_its_notes_and_can_be_taken_apart(qtbot: QtBot) -> None:
    first, second = a_rep("P. Nair", title="Executive", team="North", coaching="Ask."), a_rep("Nair")
    entries = OtherEntries(notes=True)
    show(qtbot, entries)
    entries.show_entries([first, second])
    words = everything_said_by(entries)
    assert "Also entered as P. Nair (Executive, North)" in words
    notes = [text.text() for text in entries.findChildren(Text) if text.text().startswith("From")]
    assert notes == ["From the other entry: Ask."]
    with qtbot.waitSignal(entries.apart_chosen) as chosen:
        press(qtbot, entries, "entries.apart.1")
    assert chosen.args == [second.id]


def test_without_other_entries_there_is_nothing_to_see(qtbot: QtBot) -> None:
    entries = OtherEntries(notes=True)
    show(qtbot, entries)
    entries.show_entries([a_rep()])
    entries.show_entries([])
    assert not entries.isVisible()


def test_private_notes_are_shown_only_where_they_are_asked_for(qtbot: QtBot) -> None:
    entries = OtherEntries()
    show(qtbot, entries)
    entries.show_entries([a_rep("P. Nair", coaching="Ask.")])
    assert "Ask." not in everything_said_by(entries)


def test_what_tells_namesakes_apart_stands_behind_the_name() -> None:
    assert described(a_rep("Priya", employee_number="7")) == "Priya (7)"
    assert described(a_rep("Priya")) == "Priya"


@every_look
def test_all_can_be_read_in_every_look(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        entries = OtherEntries(notes=True)
        entries.show_entries([a_rep("P. Nair", team="North", coaching="Ask. " * 40)])
        show(qtbot, entries)
        assert_all_can_be_read(entries)
