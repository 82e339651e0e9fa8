"""From entries to state. The small drawings read: what stands, what is done, what stands then.

``+q`` and ``-q`` are a mark seen and missed, ``R C M N`` floor taps, ``in`` and ``back`` a step-in and its hand-back,
``*`` a moment, ``||`` and ``>`` pause and resume, all in order of time.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.debrief import Debrief
from scoring.entry import (
    Amended,
    Cancelled,
    Closed,
    Correctable,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Lifecycle,
    Marked,
    Moment,
    NoShow,
    Paused,
    Planned,
    Redone,
    Reopened,
    Resumed,
    SelfViewed,
    Started,
    SteppedIn,
    Undone,
    Viewed,
    Voided,
    What,
    WithoutRep,
)
from scoring.fold import LIFECYCLE, fold
from scoring.state import CallState, Phase
from tests.builders import (
    NINE,
    Log,
    a_debriefed_call,
    a_rep,
    a_running_log,
    a_self_view,
    a_tee_up,
    a_view,
    an_id,
)
from tests.scoring.strategies import CALL_ID, an_entry, correctables, nonsense_logs

SIGNS: dict[str, What] = {
    "+q": Marked(skill="questions", seen=True),
    "-q": Marked(skill="questions", seen=False),
    "+p": Marked(skill="price", seen=True),
    "R": FloorTaken(who=Floor.REP),
    "C": FloorTaken(who=Floor.CUSTOMER),
    "M": FloorTaken(who=Floor.ME),
    "N": FloorTaken(who=Floor.NOBODY),
    "in": SteppedIn(),
    "back": HandedBack(),
    "*": Moment(),
    "||": Paused(),
    ">": Resumed(),
}


def drawn(state: CallState) -> str:
    """:returns: what stands of a call, in order of time."""
    names = {what: sign for sign, what in SIGNS.items()}
    standing = sorted(state.standing.values())
    return " ".join(names[item.what] for item in standing if not isinstance(item.what, LIFECYCLE))


def act(log: Log, action: str) -> None:
    """Tap a sign, ``undo``, ``redo``, ``strike 2`` the second tap, make it ``2 to -q``, or move it ``2 at 00:05``."""
    now = f"00:{len(log.entries) * 10}"
    taps = [entry for entry in log.entries if not isinstance(entry.what, Undone | Redone | Amended | Started)]
    match action.split():
        case ["undo"]:
            log.at(now, Undone(target=log.state.done[-1]))
        case ["redo"]:
            log.at(now, Redone(target=log.state.undone[-1]))
        case ["strike", number]:
            log.amended(now, taps[int(number) - 1], None)
        case [number, "to", sign]:
            what = SIGNS[sign]
            assert isinstance(what, Correctable)
            log.amended(now, taps[int(number) - 1], what)
        case [number, "at", time]:
            what = taps[int(number) - 1].what
            assert isinstance(what, Correctable)
            log.amended(now, taps[int(number) - 1], what, really=time)
        case signs:
            for sign in signs:
                log.at(f"00:{len(log.entries) * 10}", SIGNS[sign])


@pytest.mark.parametrize(
    ("before", "actions", "after"),
    [
        ("", "+q", "+q"),
        ("+q", "+q", "+q +q"),
        ("R C", "N", "R C N"),
        ("+q -q", "undo", "+q"),
        ("+q -q", "undo, undo", ""),
        ("+q -q", "undo, redo", "+q -q"),
        ("+q -q R", "undo, undo, redo", "+q -q"),
        ("+q -q R", "undo, undo, redo, redo", "+q -q R"),
        ("+q -q", "undo, +p", "+q +p"),
        ("+q -q", "undo, +p, undo, undo", ""),
        ("R in M", "undo, undo, C", "R C"),
        ("R ||", "undo", "R"),
        ("|| >", "undo", "||"),
        ("+q -q", "strike 1", "-q"),
        ("+q -q", "strike 1, undo", "+q -q"),
        ("+q -q", "strike 1, undo, redo", "-q"),
        ("+q -q", "1 to +p", "+p -q"),
        ("+q -q", "1 to +p, 1 to *", "* -q"),
        ("+q -q", "1 to +p, 1 to *, undo", "+p -q"),
        ("+q -q", "1 to +p, 1 to *, undo, undo", "+q -q"),
        ("+q -q", "strike 1, 1 to +p", "+p -q"),
        ("R C M", "2 at 00:59", "R M C"),
        ("R C M", "3 at 00:01, undo", "R C M"),
        ("R C", "1 to N, strike 2", "N"),
        ("in back", "strike 2", "in"),
    ],
)
def test_the_log_shows_what_the_taps_meant(before: str, actions: str, after: str) -> None:
    log = Log()
    log.started()
    for action in [*before.split(), *actions.split(", ")]:
        act(log, action)
    assert drawn(log.state) == after


def test_after_a_new_tap_there_is_nothing_to_redo() -> None:
    log = a_running_log()
    act(log, "+q -q")
    act(log, "undo")
    assert log.state.undone
    act(log, "*")
    assert not log.state.undone


def test_undo_never_takes_back_the_start_or_the_end_of_a_call() -> None:
    log = a_running_log()
    log.ended("10:00")
    assert not log.state.done


def test_undoing_the_last_of_many_taps_is_found_from_the_end() -> None:
    ids = [an_entry(number, Moment(), 0) for number in range(100)]
    state = fold(ids)
    last = state.done[-1]
    state = fold([an_entry(200, Undone(target=last), 0)], state)
    assert (state.done[-1], state.undone) == (ids[-2].id, [last])


def test_what_was_corrected_while_undone_stands_corrected_after_redo() -> None:
    log = a_running_log()
    mark = log.seen("01:00")
    log.at("01:10", Undone(target=mark.id))
    log.amended("01:20", mark, Marked(skill="price", seen=False))
    assert drawn(log.state) == ""
    log.at("01:30", Redone(target=mark.id))
    assert log.state.tallies[("price", False)] == 1


def test_the_life_of_a_call_cannot_be_amended_into_something_else() -> None:
    log = Log()
    log.planned()
    started = log.started()
    log.amended("01:00", started, Moment())
    log.amended("01:10", started, None)
    log.planned()
    assert log.state.phase == Phase.RUNNING
    assert not list(log.state.of(Moment))


LIVES: list[tuple[list[Lifecycle], Phase]] = [
    ([], Phase.PLANNED),
    ([Planned(tee_up=a_tee_up())], Phase.PLANNED),
    ([Cancelled()], Phase.CANCELLED),
    ([NoShow()], Phase.NO_SHOW),
    ([Started()], Phase.RUNNING),
    ([Started(), Ended()], Phase.ENDED),
    ([Started(), Ended(), Reopened()], Phase.RUNNING),
    ([Started(), Ended(), Reopened(), Ended()], Phase.ENDED),
    ([Started(), Ended(), Viewed(view=a_view())], Phase.VIEWED),
    ([Started(), Ended(), Viewed(view=a_view()), SelfViewed(self_view=a_self_view())], Phase.VIEWED),
    ([Started(), Ended(), Viewed(view=a_view()), WithoutRep()], Phase.VIEWED),
    ([Started(), Ended(), Viewed(view=a_view()), Debriefed(debrief=Debrief())], Phase.DEBRIEFED),
    ([Started(), Ended(), Viewed(view=a_view()), Debriefed(debrief=Debrief()), Closed()], Phase.CLOSED),
    ([Started(), Ended(), Voided(reason="wrong rep")], Phase.VOID),
]


@pytest.mark.parametrize(("life", "phase"), LIVES)
def test_a_call_stands_where_its_life_has_led_it(life: list[Lifecycle], phase: Phase) -> None:
    log = Log()
    for minute, what in enumerate(life):
        log.at(f"{minute:02}:00", what)
    assert log.state.phase == phase


def test_a_debriefed_call_holds_everything_that_was_said() -> None:
    _, log = a_debriefed_call(a_rep())
    state = log.state
    assert state.tee_up == a_tee_up()
    assert state.started_at == NINE
    assert state.ended_ms == 720_000
    assert state.view is not None
    assert state.self_view == a_self_view()
    assert state.debrief is not None
    assert state.debrief.can_say


def test_the_debrief_began_when_the_rep_first_spoke() -> None:
    log = a_running_log()
    log.ended("10:00")
    first = log.at("20:00", SelfViewed(self_view=a_self_view()))
    log.at("25:00", SelfViewed(self_view=a_self_view()))
    assert log.state.debrief_began_at == first.at


def test_the_debrief_began_with_the_first_word_that_was_written_down() -> None:
    log = a_running_log()
    log.ended("10:00")
    first_word = NINE + timedelta(minutes=12)
    log.at("20:00", SelfViewed(self_view=replace(a_self_view(), began_at=first_word)))
    assert log.state.debrief_began_at == first_word


def test_a_reopened_call_has_not_ended() -> None:
    log = a_running_log()
    log.ended("10:00")
    log.at("10:05", Reopened())
    assert (log.state.ended_at, log.state.ended_ms) == (None, None)


def test_undoing_the_end_takes_the_call_back_into_running() -> None:
    log = a_running_log()
    end = log.ended("10:00")
    log.at("10:05", Undone(target=end.id))
    assert log.state.phase == Phase.RUNNING
    log.at("10:06", Redone(target=end.id))
    assert log.state.phase == Phase.ENDED


def test_a_call_says_why_it_does_not_count() -> None:
    log = a_running_log()
    log.at("05:00", Voided(reason="wrong rep"))
    assert log.state.reason == "wrong rep"


# Whatever is in a log


def everything(state: CallState) -> dict[str, Any]:
    """:returns: a state as plain values that can be compared."""
    values = {field.name: getattr(state, field.name) for field in dataclasses.fields(state)}
    values["by_type"] = {kind: list(items) for kind, items in state.by_type.items() if items}
    values["tallies"] = dict(+state.tallies)
    return values


def shown(state: CallState) -> dict[str, Any]:
    """:returns: what a person can see of a state: everything but the length of its log."""
    values = everything(state)
    for name in ("aside", "count", "last_at", "last_ms", "undone"):
        del values[name]
    latest_first = (entry_id for entry_id in reversed(state.done) if entry_id not in state.withdrawn)
    values["done"] = list(dict.fromkeys(latest_first))  # what undo takes, one after the other
    return values


@given(nonsense_logs(), st.data())
def test_a_log_read_in_two_parts_is_the_log_read_in_one(entries: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    assert everything(fold(entries[cut:], fold(entries[:cut]))) == everything(fold(entries))


@given(nonsense_logs(), st.data())
def test_entries_that_come_twice_count_once(entries: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    assert everything(fold(entries + entries[:cut])) == everything(fold(entries))


@given(nonsense_logs())
def test_each_list_of_a_state_agrees_with_what_stands(entries: list[Entry]) -> None:
    state = fold(entries)
    by_type = [item for items in state.by_type.values() for item in items]
    assert sorted(by_type) == sorted(state.standing.values())
    assert all(items == sorted(items) for items in state.by_type.values())
    assert all(type(item.what) is kind for kind, items in state.by_type.items() for item in items)
    marks = [item.what for item in state.standing.values() if isinstance(item.what, Marked)]
    assert +state.tallies == Counter((mark.skill, mark.seen) for mark in marks)


@given(nonsense_logs())
def test_nothing_stands_that_was_not_logged_or_is_withdrawn(entries: list[Entry]) -> None:
    state = fold(entries)
    assert state.standing.keys() <= {entry.id for entry in entries}
    assert not state.standing.keys() & state.withdrawn
    assert not set(state.done[-1:]) & state.withdrawn
    assert set(state.undone[-1:]) <= state.withdrawn
    assert set(state.entries) == {entry.id for entry in entries}


@given(nonsense_logs())
def test_undo_then_redo_changes_nothing(entries: list[Entry]) -> None:
    before = fold(entries)
    assume(before.done)
    target = before.done[-1]
    after = fold([*entries, an_entry(500, Undone(target=target), 0), an_entry(501, Redone(target=target), 0)])
    assert shown(after) == shown(before)


@given(nonsense_logs(), st.integers(1, 30))
def test_undoing_all_and_redoing_all_changes_nothing(entries: list[Entry], steps: int) -> None:
    before = fold(entries)
    state = fold(entries)
    steps = min(steps, len(set(state.done) - state.withdrawn))
    for step in range(steps):
        state = fold([an_entry(500 + step, Undone(target=state.done[-1]), 0)], state)
    for step in range(steps):
        state = fold([an_entry(600 + step, Redone(target=state.undone[-1]), 0)], state)
    assert shown(state) == shown(before)


def test_much_that_is_undone_from_the_front_costs_no_more_than_from_the_end() -> None:
    many = 20_000
    log = [an_entry(number, Moment(), number) for number in range(many)]
    undone = [an_entry(many + number, Undone(target=UUID(int=number)), many) for number in range(many)]
    assert fold([*log, *undone]).done == []


@given(nonsense_logs(), correctables(st.just("")))
def test_a_tap_and_its_undo_leave_what_was_there(entries: list[Entry], tap: What) -> None:
    # Nothing in these logs may already point at the new tap.
    taken_back = [an_entry(500, tap, 0), an_entry(501, Undone(target=an_entry(500, tap, 0).id), 0)]
    before, after = shown(fold(entries)), shown(fold(entries + taken_back))
    for values in (before, after):
        del values["withdrawn"], values["call_id"]
    assert after == before


@given(nonsense_logs())
def test_a_correction_of_what_nobody_logged_does_nothing(entries: list[Entry]) -> None:
    unknown = an_id()
    wild: list[What] = [Undone(target=unknown), Redone(target=unknown)]
    more = [an_entry(500 + number, what, 0) for number, what in enumerate(wild)]
    before, after = shown(fold(entries)), shown(fold(entries + more))
    del before["call_id"], after["call_id"]
    assert after == before


def test_a_correction_of_what_is_logged_only_later_does_nothing() -> None:
    tap = an_entry(2, Moment(), 0)
    log = [an_entry(1, Amended(target=tap.id, offset_ms=0, what=None), 0), tap]
    assert drawn(fold(log)) == "*"
    taken_back = [an_entry(3, Undone(target=tap.id), 0), an_entry(4, Redone(target=tap.id), 0)]
    assert drawn(fold(log + taken_back)) == "*"


def test_the_introduction_can_be_corrected() -> None:
    log = a_running_log()
    said = log.at("00:05", Introduced(how=Introduction.AS_BOSS))
    log.amended("00:30", said, Introduced(how=Introduction.AS_AGREED))
    assert log.state.introduction == Introduction.AS_AGREED


def test_a_state_knows_the_call_it_is_of() -> None:
    assert fold([an_entry(1, Started(), 0)]).call_id == CALL_ID
