"""The facts in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.call import Call
from scoring.codec import from_json
from scoring.entry import Entry, Planned, Started, Undone, WordsHeard
from scoring.facts import CallFacts, facts_of
from scoring.fold import fold
from scoring.mirror import mirror_call
from scoring.people import Rep
from scoring.seeking import words_of
from scoring.state import CallState, Phase
from scoring.store import facts_table
from scoring.store.store import Store
from tests.builders import (
    NINE,
    Log,
    a_call,
    a_debriefed_call,
    a_rep,
    a_running_log,
    a_tee_up,
    an_ended_log,
)
from tests.scoring.strategies import CALL_ID, nonsense_logs

LONG_AGO = NINE - timedelta(days=36_500)


def keep(store: Store, call: Call, entries: Sequence[Entry] = ()) -> None:
    """Store a call, its rep and its entries."""
    store.reps.save(replace(a_rep(), id=call.rep_id))
    store.calls.add(call)
    store.append(entries)


def test_the_facts_follow_the_life_of_a_call(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call)
    for entry in log.entries:
        store.append([entry])
        assert store.check() == []
    assert store.facts.get(call.id) == facts_of(call, log.state)


def test_a_call_without_entries_yet_has_no_facts_and_nothing_is_wrong_with_that(store: Store) -> None:
    call = a_call()
    keep(store, call)
    assert store.facts.get(call.id) is None
    assert store.check() == []


def test_facts_come_latest_call_first_wherever_it_was(store: Store) -> None:
    rep = a_rep()
    days = [timedelta(days=2), timedelta(0), timedelta(days=5)]
    for day in days:
        call = a_call(rep)
        log = Log(call, start=NINE + day)
        log.started()
        keep(store, call, log.entries)
    # As text on a clock further east, this one would look later than all that day.
    east = a_call(rep)
    earlier = (NINE - timedelta(minutes=1)).astimezone(timezone(timedelta(hours=9)))
    keep(store, east, [replace(a_running_log(east).entries[1], at=earlier)])
    starts = [facts.when - NINE for facts in store.facts.all()]
    assert starts == [timedelta(days=5), timedelta(days=2), timedelta(0), -timedelta(minutes=1)]


def test_facts_are_found_by_rep_and_by_phase(store: Store) -> None:
    ada, kim = a_rep("Ada"), a_rep("Kim")
    running, ended, planned = a_call(ada), a_call(ada), a_call(kim)
    keep(store, running, a_running_log(running).entries)
    keep(store, ended, an_ended_log(ended).entries)
    keep(store, planned, a_running_log(planned).entries[:1])
    assert {facts.call_id for facts in store.facts.of_rep(ada.id)} == {running.id, ended.id}
    open_now = store.facts.in_phases([Phase.RUNNING, Phase.PLANNED])
    assert {facts.call_id for facts in open_now} == {running.id, planned.id}
    assert store.facts.in_phases([]) == []


def with_entries(stored: tuple[Call, Log]) -> tuple[Call, list[Entry]]:
    call, log = stored
    return call, log.entries


def test_coming_back_to_all_calls_reads_only_what_has_changed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    for _ in range(4):
        keep(store, *with_entries(a_debriefed_call(a_rep())))
    before = store.facts.all()
    store.append([log.seen("04:00", "an-other-skill")])
    read: list[str] = []

    def counted(hint: type[CallFacts], text: str) -> CallFacts:
        read.append(text)
        return from_json(hint, text)

    monkeypatch.setattr(facts_table, "from_json", counted)
    after = store.facts.all()
    assert len(read) == 1
    assert len(set(after) - set(before)) == 1


def facts_on(store: Store, rep: Rep, day: int, **known: Any) -> CallFacts:
    """Store made-up facts of a call that ended so many days after the first."""
    call = replace(a_call(rep), created_at=NINE + timedelta(days=day))
    keep(store, call)
    fresh = facts_of(call, CallState())
    facts = replace(fresh, **{"phase": Phase.ENDED, "started_at": call.created_at, **known})
    store.facts.put(facts)
    return facts


def test_only_the_latest_few_of_a_phase_are_read_and_of_those_to_come_the_next(store: Store) -> None:
    rep = a_rep()
    days = {day: facts_on(store, rep, day) for day in range(5)}
    assert store.facts.some_in(Phase.ENDED, 2) == [days[4], days[3]]
    since = NINE + timedelta(days=2)
    assert store.facts.some_in(Phase.ENDED, 2, since=since) == [days[2], days[3]]
    assert store.facts.some_in(Phase.ENDED, 4, since=since) == [days[2], days[3], days[4], days[1]]
    assert store.facts.some_in(Phase.ENDED, 0) == store.facts.some_in(Phase.PLANNED, 9) == []


def test_calls_are_counted_without_being_read(store: Store) -> None:
    ada, kim = a_rep("Ada"), a_rep("Kim")
    for day in range(3):
        facts_on(store, ada, day)
    facts_on(store, kim, 1, phase=Phase.PLANNED)
    store._db.execute("UPDATE facts SET data = '{'")
    assert store.facts.count_in([Phase.ENDED, Phase.PLANNED]) == 4
    assert store.facts.counts_by_rep([Phase.ENDED, Phase.PLANNED]) == {ada.id: 3, kim.id: 1}
    assert store.facts.counts_by_rep([Phase.VOID]) == {}


def test_rated_and_marked_skills_have_a_row_each_that_is_replaced(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    store.refresh_facts(call.id)
    rows = {row["skill"]: (row["level"], row["seen"], row["missed"]) for row in skill_rows(store)}
    assert rows == {"questions": (2, 1, 0), "next-step": (None, 0, 1)}


def skill_rows(store: Store) -> list[dict[str, object]]:
    return list(store._db.table("skill_facts").rows)


def test_taking_back_the_start_of_a_running_call_is_in_the_facts(store: Store) -> None:
    call = a_call()
    log = Log(call)
    log.planned()
    second = log.at("00:00", Planned(tee_up=a_tee_up(customer="Second thoughts")))
    start = log.at("00:00", Started())
    keep(store, call, log.entries)
    store.append([log.at("00:05", Undone(target=second.id))])
    assert store.check() == []
    store.append([log.at("00:06", Undone(target=start.id))])
    assert store.check() == []
    found = store.facts.get(call.id)
    assert found is not None
    assert (found.phase, found.customer) == (Phase.PLANNED, "Bergmann & Söhne")


def test_entries_and_the_facts_they_change_are_stored_together_or_not_at_all(store: Store) -> None:
    call = a_call()
    log = a_running_log(call)
    keep(store, call, log.entries)
    store._db.execute("CREATE TRIGGER no_room BEFORE INSERT ON facts BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(sqlite3.IntegrityError, match="full"):
        store.append([log.ended("10:00")])
    assert store.entries.of(call.id) == log.entries[:-1]


def test_facts_of_another_version_are_made_again_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call, log = a_debriefed_call(a_rep())
    monkeypatch.setattr("scoring.store.facts_table.FACTS_VERSION", 0)
    with closing(Store.open(tmp_path)) as store:
        keep(store, call, log.entries)
        store.facts.put(replace(facts_of(call, log.state), customer="what an older version made of it"))
    monkeypatch.undo()
    with closing(Store.open_read_only(tmp_path)) as store:
        assert store.check() == [], "nothing is wrong with a file only because the program is newer"
    with closing(Store.open(tmp_path)) as store:
        assert store.facts.are_of_this_version()
        assert store.facts.get(call.id) == facts_of(call, log.state)


def test_the_words_of_a_call_follow_its_facts(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    assert store.facts.words(call.id) == words_of(log.state)
    store.append([log.at("40:00", WordsHeard(text="half a character: \ud83d"))])
    assert "half a character" in store.facts.words(call.id)
    assert store.check() == []


def test_words_that_differ_from_their_entries_are_found(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    store.facts.put(facts_of(call, log.state), "somebody else's")
    (problem,) = store.check()
    assert str(call.id) in problem


@pytest.mark.parametrize(
    "change",
    [
        *(
            f"UPDATE facts SET {column} = 'x'"
            for column in ("rep_id", "phase", "day", "on_day", "customer", "call_type", "rubric_id", "focus")
        ),
        *("UPDATE facts SET rubric_version = 9", "UPDATE facts SET agreed = 'x'"),
        *("UPDATE skill_facts SET seen = 9", "DELETE FROM skill_facts", "DELETE FROM words"),
    ],
)
def test_what_calls_are_listed_and_found_by_is_compared_as_well(store: Store, change: str) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    store._db.execute(change)
    (problem,) = store.check()
    assert str(call.id) in problem
    store.rebuild_facts()
    assert store.check() == []


def test_facts_that_differ_from_their_entries_are_found(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    store.facts.put(replace(facts_of(call, log.state), gaps=7))
    (problem,) = store.check()
    assert str(call.id) in problem
    store.rebuild_facts()
    assert store.check() == []


def test_the_mirror_of_a_call_follows_its_facts(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    planned = Log(a_call())
    planned.planned()
    keep(store, replace(a_call(), id=planned.call_id), planned.entries)
    assert store.facts.mirror_calls(NINE) == [mirror_call(facts_of(call, log.state))]


def test_the_mirror_looks_back_to_a_day(store: Store) -> None:
    for days in range(3):
        log = Log(a_call(), start=NINE + timedelta(days=days))
        log.started()
        log.ended("12:00")
        keep(store, replace(a_call(), id=log.call_id), log.entries)
    assert [call.when for call in store.facts.mirror_calls(NINE + timedelta(days=1))] == [
        NINE + timedelta(days=2),
        NINE + timedelta(days=1),
    ]


def test_a_mirror_that_differs_from_its_entries_is_found(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    store._db.execute("UPDATE facts SET mirror = replace(mirror, 'Bergmann', 'Somebody')")
    (problem,) = store.check()
    assert str(call.id) in problem


@pytest.mark.parametrize("row", ["'{'", "'[1]'", "''", "NULL"])
def test_a_mirror_that_cannot_be_read_is_made_again(tmp_path: Path, row: str) -> None:
    call, log = a_debriefed_call(a_rep())
    with closing(Store.open(tmp_path)) as store:
        keep(store, call, log.entries)
        store._db.execute(f"UPDATE facts SET mirror = {row}")
        assert store.facts.mirror_calls(NINE) == [mirror_call(facts_of(call, log.state))]
        assert store.check() == []


@settings(max_examples=25)
@given(nonsense_logs(), st.data())
def test_stored_facts_always_equal_those_of_a_fresh_fold(entries: list[Entry], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(entries)), max_size=3)))
    call = replace(a_call(), id=CALL_ID)
    with TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        keep(store, call)
        for start, end in pairwise([0, *cuts, len(entries)]):
            store.append(entries[start:end])
            assert store.check() == []
        assert store.facts.are_of_this_version() == bool(entries)
        fresh = mirror_call(facts_of(call, fold(entries)))
        assert store.facts.mirror_calls(LONG_AGO) == ([fresh] if fresh else [])
        store._db.execute(
            "INSERT INTO words (words) VALUES ('integrity-check')"
        )  # an error where it is wrong


@pytest.mark.parametrize("data", ["{}", "{", "[]", ""])
def test_facts_that_cannot_be_read_keep_nobody_from_their_calls(tmp_path: Path, data: str) -> None:
    call, log = a_debriefed_call(a_rep())
    facts = facts_of(call, log.state)
    with closing(Store.open(tmp_path)) as store:
        keep(store, call, log.entries)
        store._db.execute("UPDATE facts SET data = ?", [data])
        with closing(Store.open_read_only(tmp_path)) as reader:
            assert reader.facts.all() == [facts]
            assert reader.check() != []
        assert store.facts.of_rep(call.rep_id) == [facts]
        assert store.check() == []


def test_facts_that_cannot_be_read_are_found_and_made_again(store: Store) -> None:
    call, log = a_debriefed_call(a_rep())
    keep(store, call, log.entries)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as file:
        file.execute("UPDATE facts SET data = '{}'")
    (problem,) = store.check()
    assert str(call.id) in problem
    store.rebuild_facts()
    assert store.check() == []
