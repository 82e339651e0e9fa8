"""The people there is something held about, and what can be done about it."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Rep
from tests.builders import a_rep
from tests.exports.builders import MORNING, Told
from tests.ui.finding import find, press
from tests.ui.in_window import a_window
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.packing import Packing
from ui.save_dialog import SaveDialog
from ui.screens.archive import ArchiveScreen
from ui.screens.archive_parts.people import PeoplePart
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.field import LineEdit
from ui.widgets.text import Text

PRIYA = a_rep("Priya Nair", team="North", coaching="Ask.")
TWIN = a_rep("priya naïr", team="Nord", coaching="Wait.")
SAM = a_rep("Sam Lee", team="South")


@pytest.fixture
def people(session: Session) -> list[Rep]:
    """Priya, entered twice, with a call of each entry; and Sam, without a call."""
    for rep in (PRIYA, TWIN, SAM):
        session.save_rep(rep)
    for number, rep in enumerate((PRIYA, TWIN), 1):
        told = Told(number=number, rep=rep, at=MORNING + timedelta(days=number))
        told.book.start()
        told.end().view().debrief()
        session.ask(lambda store, told=told: store.add_call(told.call, told.written))
    return [PRIYA, TWIN, SAM]


@pytest.fixture
def part(qtbot: QtBot, session: Session, people: list[Rep]) -> PeoplePart:
    shown = PeoplePart(session)
    show(qtbot, shown)
    shown.show_now()
    return shown


def said(part: PeoplePart) -> str:
    return "\n".join(text.text() for text in part.findChildren(Text) if text.isVisible())


def open_person(qtbot: QtBot, part: PeoplePart, words: str) -> None:
    """Type ``words``, go to the list and open its first line, all by keyboard."""
    field = find(part, LineEdit, "people.filter")
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(find(part, CalmTable, "people.table"), Qt.Key.Key_Return)


def test_without_anybody_it_says_so(qtbot: QtBot, session: Session) -> None:
    part = PeoplePart(session)
    show(qtbot, part)
    part.show_now()
    assert "Nobody is here yet: nothing is held about anybody." in said(part)
    assert not find(part, CalmTable, "people.table").isVisible()


def test_somebody_is_found_by_typing_and_opened_by_keyboard(qtbot: QtBot, part: PeoplePart) -> None:
    open_person(qtbot, part, "sam")
    assert "South · 0 joint calls" in said(part)
    press(qtbot, part, "person.back")
    assert find(part, CalmTable, "people.table").isVisible()


def test_likely_doubles_are_offered_merged_and_taken_back(
    qtbot: QtBot, session: Session, part: PeoplePart
) -> None:
    assert "look like one person." in said(part)
    press(qtbot, part, "doubles.look.0")
    assert not find(part, CalmTable, "people.table").isVisible()
    with qtbot.waitSignal(part.undo_offered) as offered:
        press(qtbot, part, "merge.merge")
    assert len(session.reps()) == 2
    assert "2 joint calls, 2 of them with a page" in said(part)
    sentence, undo = offered.args or ("", None)
    assert sentence.endswith("are one person now.")
    assert undo
    undo()
    assert len(session.reps()) == 3
    assert "1 joint call, 1 of them with a page" in said(part)


def test_the_other_entry_is_found_in_the_list(qtbot: QtBot, session: Session, part: PeoplePart) -> None:
    open_person(qtbot, part, "sam")
    press(qtbot, part, "person.merge")
    assert "Which is the other entry of Sam Lee?" in said(part)
    open_person(qtbot, part, "nord")
    assert "One person from now on: Sam Lee (South)" in said(part)
    press(qtbot, part, "merge.merge")
    assert session.rep(TWIN.id) == SAM
    assert "Also entered as priya naïr (Nord)" in said(part)
    with qtbot.waitSignal(part.undo_offered) as offered:
        press(qtbot, part, "entries.apart.0")
    assert session.rep(TWIN.id) == TWIN
    (_, undo) = offered.args or ("", None)
    assert undo
    undo()
    assert session.rep(TWIN.id) == SAM


def test_looking_for_the_other_entry_can_be_left(qtbot: QtBot, part: PeoplePart) -> None:
    open_person(qtbot, part, "sam")
    press(qtbot, part, "person.merge")
    press(qtbot, part, "people.seek_left")
    assert "South · 0 joint calls" in said(part)


def test_a_question_that_is_left_changes_nothing(qtbot: QtBot, session: Session, part: PeoplePart) -> None:
    press(qtbot, part, "doubles.look.0")
    press(qtbot, part, "merge.leave")
    assert len(session.reps()) == 3
    assert find(part, CalmTable, "people.table").isVisible()


def test_a_legal_hold_is_placed_with_its_reason_and_lifted_again(
    qtbot: QtBot, session: Session, part: PeoplePart
) -> None:
    open_person(qtbot, part, "sam")
    press(qtbot, part, "person.hold")
    qtbot.keyClicks(find(part, LineEdit, "reason.words"), "Claim 17")
    press(qtbot, part, "reason.give")
    [hold] = session.ask(lambda store: store.holds.in_force())
    assert (hold.rep_id, hold.reason) == (SAM.id, "Claim 17")
    assert "Held since" in said(part)
    with qtbot.waitSignal(part.undo_offered) as offered:
        press(qtbot, part, "person.lift.0")
    assert session.ask(lambda store: store.holds.in_force()) == []
    assert "Held since" not in said(part)
    (_, undo) = offered.args or ("", None)
    assert undo
    undo()
    assert session.ask(lambda store: store.holds.in_force()) == [hold]


def test_somebody_is_erased_with_every_entry_after_what_goes_was_shown(
    qtbot: QtBot, session: Session, part: PeoplePart
) -> None:
    session.merge_reps(TWIN.id, PRIYA.id)
    part.show_now()
    open_person(qtbot, part, "north")
    press(qtbot, part, "person.erase")
    word = find(part, LineEdit, "erase.word")
    qtbot.waitUntil(word.isVisible)
    assert "Erasing everything about Priya Nair" in said(part)
    assert not find(part, CalmTable, "people.table").isVisible()
    qtbot.keyClicks(word, "Priya Nair")
    with qtbot.waitSignal(session.erased, timeout=20_000):
        press(qtbot, part, "erase.erase")
    press(qtbot, part, "erase.leave")
    assert session.reps() == [SAM]
    assert find(part, CalmTable, "people.table").isVisible()
    assert "Priya Nair" not in said(part)


def test_erasing_that_is_left_erases_nothing(qtbot: QtBot, session: Session, part: PeoplePart) -> None:
    open_person(qtbot, part, "sam")
    press(qtbot, part, "person.erase")
    qtbot.waitUntil(find(part, LineEdit, "erase.word").isVisible)
    press(qtbot, part, "erase.leave")
    assert len(session.reps()) == 3
    assert "South · 0 joint calls" in said(part)


def test_a_pack_is_saved_where_the_person_says(qtbot: QtBot, part: PeoplePart, tmp_path: Path) -> None:
    open_person(qtbot, part, "north")
    press(qtbot, part, "person.pack")
    dialog = find(part, SaveDialog, "page.save_dialog")
    path = tmp_path / "pack.zip"
    with qtbot.waitSignal(find(part, Packing, "").packed):
        dialog.fileSelected.emit(str(path))
        dialog.close()
    assert zipfile.is_zipfile(path)
    assert "pack.zip is ready." in said(part)
    assert find(part, PaintedButton, "people.show_file").isVisible()
    press(qtbot, part, "person.back")
    assert "pack.zip" not in said(part)


def test_private_notes_are_not_shown_here(qtbot: QtBot, session: Session, part: PeoplePart) -> None:
    session.merge_reps(TWIN.id, PRIYA.id)
    part.show_now()
    open_person(qtbot, part, "north")
    words = everything_said_by(part)
    assert "Also entered as" in words
    assert "Wait." not in words


@every_look
@pytest.mark.parametrize("state", ["list", "person", "seek", "merge", "hold"])
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, people: list[Rep], look: Look, state: str
) -> None:
    with worn(qapp, look):
        window = a_window(qtbot, session)
        window.open_place("archive")
        screen = window.current()
        assert isinstance(screen, ArchiveScreen)
        screen.open_part("people")
        part = screen.current()
        assert isinstance(part, PeoplePart)
        if state in ("person", "seek", "hold"):
            open_person(qtbot, part, "sam")
        if state == "merge":
            press(qtbot, part, "doubles.look.0")
        if state in ("seek", "hold"):
            press(qtbot, part, {"seek": "person.merge", "hold": "person.hold"}[state])
        assert_all_can_be_read(window)
