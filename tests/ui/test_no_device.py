"""A call without a device, through the real screens from the tee-up to the page."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call
from exports.page_source import page_source
from scoring.entry import FloorRemembered, Marked, Moment, SteppedIn, WordsHeard
from scoring.people import Rep
from scoring.rubric import default_rubric
from tests.builders import NINE, FakeClock, a_tee_up
from tests.ui.in_window import a_window
from tests.ui.screens.aftercall import ASKS, everything_said_by, key, press, priya, write
from ui.main_window import MainWindow
from ui.session import Session

KINDS = ("floor_remembered", "mark", "moment", "words", "stepped_in")


@pytest.fixture
def rep(session: Session) -> Rep:
    return priya(session)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    return a_window(qtbot, session)


@pytest.fixture
def call_id(session: Session, rep: Rep) -> UUID:
    plan = a_tee_up(
        customer="Northgate Dental", planned_at=NINE, focus_skills=(ASKS,), rubric_id=default_rubric().id
    )
    return session.add_call(rep.id, plan)


def _sit_in_without_a_device(window: MainWindow, clock: FakeClock, call_id: UUID) -> None:
    window.open_call(call_id)
    press(window, "choice.no_device")
    press(window, "teeup.sitin")
    clock.advance(minutes=60)
    press(window, "away.write")


def _write_down(window: MainWindow, session: Session, clock: FakeClock, call_id: UUID) -> None:
    press(window, "choice.1")  # ten minutes ago
    clock.advance(minutes=15)
    press(window, "writedown.next")
    press(window, "choice.rep")
    press(window, "writedown.next")
    press(window, f"recall.{ASKS}.seen")
    (mark, _) = next(session.state(call_id).of(Marked))
    write(window, f"recalled.{mark.entry.id}.words", "What does a day without it cost?")
    press(window, "writedown.next")
    write(window, "writedown.moment", "The silence after the price")
    key(Qt.Key.Key_Return)
    write(window, "writedown.heard", "Too steep for us")
    press(window, "writedown.next")
    press(window, "choice.asked")
    press(window, "writedown.next")


def _my_view(window: MainWindow, session: Session, call_id: UUID) -> None:
    state = session.state(call_id)
    press(window, f"skill.{ASKS}")
    press(window, "level.3")
    assert "What does a day without it cost? (recalled 25 minutes after the call)" in everything_said_by(
        window
    )
    press(window, "skill.view.strengths")
    press(window, f"myview.strength.pick.{state.by_type[Marked][0].entry.id}")
    press(window, "skill.view.gaps")
    press(window, f"myview.gap.pick.{state.by_type[WordsHeard][0].entry.id}")
    press(window, "myview.done")


def _debrief(window: MainWindow) -> None:
    write(window, "debrief.well", "I asked first")
    press(window, "debrief.open")
    press(window, "debrief.to_agree")
    write(window, "debrief.change.0.words", "I wait for the answer")
    press(window, "choice.yes")
    press(window, "debrief.page")


def _page(session: Session, call_id: UUID) -> tuple[str, dict[str, Any]]:
    """:returns: the words of the page, and the record attached to it."""
    source = session.ask(lambda store: page_source(store, call_id))
    with pypdfium2.PdfDocument(draw_call(source, "a4").pdf) as document:
        text = document[0].get_textpage().get_text_bounded()
        record = json.loads(bytes(document.get_attachment(0).get_data()))
    return " ".join(text.split()), record


def test_what_is_remembered_is_marked_in_the_record_in_my_view_and_on_the_page_and_gives_no_figure(
    session: Session, clock: FakeClock, window: MainWindow, call_id: UUID
) -> None:
    _sit_in_without_a_device(window, clock, call_id)
    _write_down(window, session, clock, call_id)
    _my_view(window, session, call_id)
    clock.advance(minutes=5)
    _debrief(window)
    text, record = _page(session, call_id)

    told = [entry for entry in record["entries"] if entry["what"]["kind"] in KINDS]
    assert {entry["what"]["kind"] for entry in told} == set(KINDS)
    assert all(entry["recalled"] for entry in told)
    assert record["facts"]["floor"] is None

    assert "Recalled 25 minutes after the call." in text
    assert text.count("recalled 25 minutes after the call") == 2, "the strength, and what got in the way"
    assert "Mostly Priya, from memory." in text
    assert "Dana stepped in once (was asked to), from memory." in text
    assert "%" not in text
    assert "Nothing could be logged" not in text


def test_a_call_nobody_started_is_told_the_same_way_and_claims_no_times(
    session: Session, clock: FakeClock, window: MainWindow, call_id: UUID
) -> None:
    window.open_call(call_id)
    press(window, "choice.no_device")
    clock.advance(minutes=60)
    press(window, "teeup.over")
    _write_down(window, session, clock, call_id)
    kinds = (FloorRemembered, Marked, Moment, WordsHeard, SteppedIn)
    assert all(item.entry.recalled for kind in kinds for item in session.state(call_id).by_type[kind])
    _my_view(window, session, call_id)
    _debrief(window)
    text, record = _page(session, call_id)
    assert "10 March 2026, 09:00" in text, "as planned"
    assert "09:00 to" not in text
    started = [entry for entry in record["entries"] if entry["what"]["kind"] == "started"]
    assert [entry["recalled"] for entry in started] == [True]
