"""Saving a reminder for a calendar from a screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment, Debrief
from scoring.errors import KnownError
from tests.builders import FakeClock, a_self_view
from tests.ui.finding import find
from tests.ui.looks import show
from tests.ui.screens.aftercall import a_viewed_call, priya
from ui.reminding import Reminding
from ui.save_dialog import SaveDialog
from ui.session import Session

CHANGE = Commitment(words="I ask for the date before I stand up", check_on=date(2026, 3, 24))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    show(qtbot, window)
    return window


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    call_id = a_viewed_call(session, clock, priya(session))
    session.book(call_id).hear_rep(a_self_view())
    session.book(call_id).agree(Debrief(commitments=(CHANGE,)))
    return call_id


def _save(window: QWidget, path: Path) -> str:
    """:returns: the name that was suggested."""
    dialog = find(window, SaveDialog, "page.save_dialog")
    suggested = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return suggested


def _event_in(path: Path) -> Any:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]


def test_a_reminder_lies_where_it_was_asked_to(
    qtbot: QtBot, session: Session, window: QWidget, call_id: UUID, tmp_path: Path
) -> None:
    reminding = Reminding(session, window)
    reminding.ask(call_id, 0, window)
    path = tmp_path / "mine.ics"
    with qtbot.waitSignal(reminding.saved) as saved:
        suggested = _save(window, path)
    assert saved.args == [path]
    assert suggested == "2026-03-24 Look at it together with Priya.ics"
    event = _event_in(path)
    assert event["dtstart"].dt == CHANGE.check_on
    assert CHANGE.words in event["description"]


def test_what_went_wrong_is_told(
    qtbot: QtBot, session: Session, window: QWidget, call_id: UUID, tmp_path: Path
) -> None:
    reminding = Reminding(session, window)
    reminding.ask(call_id, 0, window)
    with qtbot.waitSignal(reminding.failed) as failed:
        _save(window, tmp_path / "gone" / "mine.ics")
    assert failed.args is not None
    assert isinstance(failed.args[0], KnownError)


def test_it_is_shown_in_its_folder(
    qtbot: QtBot,
    session: Session,
    window: QWidget,
    call_id: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[Path] = []
    reminding = Reminding(session, window)
    monkeypatch.setattr(reminding._opener, "show_in_folder", shown.append)
    reminding.ask(call_id, 0, window)
    with qtbot.waitSignal(reminding.saved):
        _save(window, tmp_path / "mine.ics")
    reminding.show_in_folder()
    assert shown == [tmp_path / "mine.ics"]
