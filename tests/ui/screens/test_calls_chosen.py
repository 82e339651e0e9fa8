"""What can be done with several calls of the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.finding import CallQuery
from tests.builders import Log, a_call, a_debriefed_call, a_rep, a_tee_up
from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.folder_dialog import FolderDialog
from ui.save_dialog import SaveDialog
from ui.screens.calls_chosen import ChosenCalls
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.text import Text


@pytest.fixture
def numbers(session: Session) -> list[int]:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    call, log = a_debriefed_call(rep)
    session.ask(lambda store: store.add_call(call, log.entries))
    planned = Log(another := a_call(rep))
    planned.planned(a_tee_up())
    session.ask(lambda store: store.add_call(another, planned.entries))
    return session.ask(lambda store: store.finding.find(CallQuery(), ()))


@pytest.fixture
def bar(qtbot: QtBot, session: Session, numbers: list[int]) -> ChosenCalls:
    made = ChosenCalls(session)
    show(qtbot, made)
    made.show_chosen(numbers)
    return made


def _said(bar: ChosenCalls) -> str:
    return find(bar, Text, "calls.chosen.outcome").accessibleName()


def test_one_call_is_no_choice(bar: ChosenCalls, numbers: list[int]) -> None:
    assert find(bar, Text, "calls.chosen.count").text() == "2 chosen"
    bar.show_chosen(numbers[:1])
    assert not bar.isVisible()


def test_pages_are_saved_into_a_folder_and_it_is_said_that_they_are_copies(
    qtbot: QtBot, bar: ChosenCalls, tmp_path: Path
) -> None:
    press(qtbot, bar, "calls.chosen.pages")
    dialog = find(bar, FolderDialog, "folder.dialog")
    dialog.folder_chosen.emit(tmp_path / "out")
    dialog.close()
    assert not find(bar, PaintedButton, "calls.chosen.pages").isEnabled(), "one at a time"
    qtbot.waitUntil(lambda: _said(bar) != "")
    assert _said(bar) == (
        "1 page lies in the folder out. 1 call has no page yet. These are copies: nothing was handed over."
    )
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert find(bar, QWidget, "calls.chosen.show_file").isVisible()


def test_what_came_of_it_stays_until_it_is_put_away(qtbot: QtBot, bar: ChosenCalls, tmp_path: Path) -> None:
    press(qtbot, bar, "calls.chosen.table")
    dialog = find(bar, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "calls.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: _said(bar) != "")
    assert _said(bar) == f"2 calls are in calls.csv, in the folder {tmp_path.name}."
    bar.show_chosen(())
    assert bar.isVisible()
    press(qtbot, bar, "calls.chosen.close")
    assert not bar.isVisible()


def test_what_was_chosen_when_it_was_asked_for_is_saved(
    qtbot: QtBot, bar: ChosenCalls, tmp_path: Path
) -> None:
    press(qtbot, bar, "calls.chosen.table")
    bar.show_chosen(())
    dialog = find(bar, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "calls.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: _said(bar).startswith("2 calls"))


def test_a_choice_is_given_up(qtbot: QtBot, bar: ChosenCalls) -> None:
    with qtbot.waitSignal(bar.none_chosen):
        press(qtbot, bar, "calls.chosen.none")
