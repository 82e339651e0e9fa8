"""Writing down from memory, below the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from scoring.debrief import MyView
from scoring.entry import Floor, Marked, Moment, SteppedIn, WordsHeard
from scoring.notes import BegunMemories
from scoring.state import Phase
from tests.builders import NINE, FakeClock, an_id
from tests.ui.screens.aftercall import ASKS, priya
from tests.ui.screens.memory import a_call_to_write_down, a_planned_call, a_running_call
from ui.recalling import Recalling
from ui.session import Session


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return a_call_to_write_down(session, clock, priya(session))


@pytest.fixture
def recalling(session: Session, call_id: UUID) -> Recalling:
    return Recalling(session, call_id)


def test_a_running_call_ends_when_it_is_said_to_have_ended_but_not_later_than_now(
    session: Session, clock: FakeClock
) -> None:
    recalling = Recalling(session, a_running_call(session, priya(session)))
    clock.advance(minutes=30)
    assert not recalling.is_possible
    recalling.end(NINE + timedelta(hours=9))
    assert recalling.state.ended_at == NINE + timedelta(minutes=30)
    assert recalling.is_possible


def test_a_planned_call_took_place_as_planned(session: Session, clock: FakeClock) -> None:
    recalling = Recalling(session, a_planned_call(session, priya(session)))
    clock.advance(minutes=75)
    recalling.end(NINE + timedelta(minutes=60))
    assert (recalling.state.started_at, recalling.state.phase) == (NINE, Phase.ENDED)


PRESSES: dict[str, Callable[[Recalling], None]] = {
    "floor": lambda recalling: recalling.floor(Floor.REP),
    "mark": lambda recalling: recalling.mark("stays-calm", seen=True),
    "step": lambda recalling: recalling.step("asked"),
    "hand back": lambda recalling: recalling.hand_back(an_id(), handed_back=True),
}


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES.keys())
def test_what_was_begun_is_finished_by_the_next_press(
    recalling: Recalling, press: Callable[[Recalling], None]
) -> None:
    recalling.mark(ASKS, seen=True)
    [(item, _)] = recalling.state.of(Marked)
    recalling.type_words(item.entry.id, "So what?")
    press(recalling)
    assert [mark.words for _, mark in recalling.state.marks_of(ASKS)] == ["So what?"]


def test_words_for_another_entry_finish_those_before(recalling: Recalling) -> None:
    for _ in range(2):
        recalling.mark(ASKS, seen=True)
    for (item, _), words in zip(recalling.state.of(Marked), ("one", "two"), strict=True):
        recalling.type_words(item.entry.id, words)
    recalling.finish()
    assert [mark.words for _, mark in recalling.state.of(Marked)] == ["one", "two"]


def test_what_is_typed_is_kept_as_a_draft_until_it_is_an_entry(
    session: Session, call_id: UUID, recalling: Recalling
) -> None:
    recalling.type_moment("The sil")
    recalling.type_heard("Too")
    assert session.draft(call_id, BegunMemories) == BegunMemories(moment="The sil", heard="Too")
    again = Recalling(session, call_id)
    assert (again.moment, again.heard) == ("", "")
    assert [what.words for _, what in again.state.of(Moment)] == ["The sil"]
    assert [what.text for _, what in again.state.of(WordsHeard)] == ["Too"]
    assert session.draft(call_id, BegunMemories) is None


def test_nothing_typed_writes_nothing(recalling: Recalling) -> None:
    before = recalling.state.count
    recalling.type_moment("   ")
    recalling.finish()
    recalling.finish_heard()
    assert recalling.state.count == before


def test_words_for_what_was_struck_meanwhile_are_let_go(recalling: Recalling) -> None:
    recalling.mark(ASKS, seen=True)
    [(item, _)] = recalling.state.of(Marked)
    recalling.type_words(item.entry.id, "So what?")
    recalling.book.amend(item.entry.id, None)
    recalling.finish()
    assert list(recalling.state.of(Marked)) == []


def test_a_sealed_view_lets_nothing_more_be_remembered(
    session: Session, call_id: UUID, recalling: Recalling
) -> None:
    recalling.type_moment("The silence")
    session.book(call_id).finish_view(MyView())
    count = recalling.state.count
    recalling.finish()
    recalling.end(NINE)
    assert recalling.state.count == count


def test_undo_says_what_it_took_back(recalling: Recalling) -> None:
    recalling.step("asked")
    [(item, _)] = recalling.state.of(SteppedIn)
    recalling.hand_back(item.entry.id, handed_back=True)
    assert isinstance(recalling.undo(), SteppedIn)
    assert isinstance(recalling.undo(), SteppedIn)
    assert recalling.undo() is None
    assert isinstance(recalling.redo(), SteppedIn)
