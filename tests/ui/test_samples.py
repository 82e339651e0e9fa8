"""The samples are what a manager would have after some months, and the record takes them for real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from exports.page_file import draw_call
from exports.page_source import page_source
from scoring.facts import CallFacts
from scoring.floor import Band
from scoring.state import Phase
from tests.builders import FakeClock
from ui.driving import drive, opened
from ui.sample_data import samples
from ui.samples import write_samples
from ui.session import Session

MONDAY = datetime(2026, 11, 23, 13, 52, tzinfo=timezone(timedelta(hours=1)))


def made(folder: Path, now: datetime = MONDAY) -> Session:
    session = Session(folder, FakeClock(now))
    drive(opened(session))
    write_samples(session).result()
    return session


@pytest.fixture(scope="module", name="session")
def written(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = made(tmp_path_factory.mktemp("samples"))
    yield session
    session.close()


def test_there_is_a_manager_and_four_reps_with_differing_histories(session: Session) -> None:
    assert session.manager.name == "Dana Whitfield"
    names = {rep.id: rep.name for rep in session.reps()}
    ridden = Counter(names[call.rep_id] for call in session.calls() if call.phase != Phase.PLANNED)
    assert set(names.values()) == {"Priya Nair", "Marcus Bell", "Sofia Lindqvist", "Tomás Herrera"}
    assert ridden == {"Priya Nair": 5, "Marcus Bell": 2, "Sofia Lindqvist": 9}


def test_one_call_is_to_be_teed_up_at_two_and_one_to_be_debriefed(session: Session) -> None:
    (planned,) = session.calls_in(Phase.PLANNED)
    (viewed,) = session.calls_in(Phase.VIEWED)
    assert planned.planned_at == MONDAY.replace(hour=14, minute=0)
    assert not planned.teed_up
    assert viewed.ended_at == MONDAY - timedelta(minutes=12)
    assert not session.state(viewed.call_id).view_is_open


def test_every_past_call_reads_like_a_real_one(session: Session) -> None:
    for call in session.calls_in(Phase.CLOSED):
        assert call.length_ms is not None
        assert call.floor is not None
        minutes = call.length_ms / 60_000
        assert 30 <= minutes <= 45
        assert call.floor.band == Band.FIVE
        assert 3 <= call.floor.taps / minutes <= 5
        assert call.rep_spoke_first
        assert call.commitments[0].words
        assert call.strengths
        assert call.when.weekday() < 5
        assert all(skill.rated for skill in call.skills)


def test_shares_of_the_floor_are_those_asked_for(session: Session) -> None:
    by_customer = {call.customer: call for call in session.calls()}
    for ride in samples().rides:
        floor = by_customer[ride.customer].floor
        assert floor is not None
        rep, customer, me, _ = ride.floor
        spoken = (rep + customer + me) / 100
        assert floor.rep == pytest.approx(rep / spoken / 100, abs=0.09)
        assert floor.me == pytest.approx(me / spoken / 100, abs=0.06)


def test_every_debriefed_call_has_its_page(session: Session) -> None:
    for call in session.calls_in(Phase.CLOSED)[:3]:
        source = session.ask(lambda store, call=call: page_source(store, call.call_id))
        assert draw_call(source, "a4").pdf.startswith(b"%PDF-")


def test_the_record_finds_nothing_wrong_with_them(session: Session) -> None:
    assert session.ask(lambda store: store.check()) == []


def _without_entries(calls: list[CallFacts]) -> list[CallFacts]:
    """:returns: facts that name no entry: these have ids of their own every time."""
    return [
        replace(call, closings=tuple(replace(closing, evidence=()) for closing in call.closings))
        for call in calls
    ]


def test_the_same_moment_gives_the_same_samples(session: Session, tmp_path: Path) -> None:
    again = made(tmp_path)
    assert _without_entries(again.calls()) == _without_entries(session.calls())
    assert again.reps() == session.reps()
    again.close()


@pytest.mark.parametrize(
    "now",
    [datetime(2027, 1, 1, 0, 3, tzinfo=UTC), datetime(2028, 2, 29, 23, 45, tzinfo=UTC)],
)
def test_they_can_be_made_at_any_hour_of_any_day(qapp: QApplication, tmp_path: Path, now: datetime) -> None:
    session = made(tmp_path, now)
    assert all(call.when < now for call in session.calls() if call.phase != Phase.PLANNED)
    assert all(call.when > now for call in session.calls_in(Phase.PLANNED))
    session.close()
