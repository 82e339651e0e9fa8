"""Everybody in short, told by SQLite as by reading every call."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.call import Call
from scoring.debrief import Closing, Commitment, Kept
from scoring.facts import CallFacts, SkillFacts, facts_of
from scoring.in_short import RepInShort, in_short
from scoring.people import Rep
from scoring.rubric import Rubric, default_rubric
from scoring.state import CallState, Phase
from scoring.store.store import Store
from scoring.wordings import Wordings
from tests.builders import NINE, a_rep, an_id

REPS = [a_rep(name) for name in ("Ada", "Kim", "Ben")]
SKILLS = ("questions", "money")
ZONES = [timezone(timedelta(hours=hours)) for hours in (-8, 1, 9)]
levels = st.none() | st.integers(1, 4)


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    hours = draw(st.integers(0, 60))
    return (NINE + timedelta(hours=hours)).astimezone(draw(st.sampled_from(ZONES)))


def a_skill(skill: str, level: int | None, from_memory: bool) -> SkillFacts:
    return SkillFacts(
        skill=skill,
        focus=False,
        seen=0,
        missed=0,
        rated=True,
        level=level,
        basis=None,
        self_level=None,
        from_memory=from_memory,
    )


skills = st.lists(st.tuples(levels, st.booleans()), max_size=len(SKILLS)).map(
    lambda found: tuple(a_skill(skill, *level) for skill, level in zip(SKILLS, found, strict=False))
)
CALL_IDS = [an_id() for _ in range(3)]
commitments = st.lists(
    st.builds(
        Commitment,
        words=st.sampled_from(["Ask", " "]),
        check_on=st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    ),
    max_size=2,
).map(tuple)
closings = st.lists(
    st.builds(
        Closing,
        agreed_in=st.sampled_from(CALL_IDS),
        number=st.integers(0, 1),
        words=st.just("Ask"),
        kept=st.sampled_from(Kept),
    ),
    max_size=2,
).map(tuple)
details = st.fixed_dictionaries(
    {
        "phase": st.sampled_from(Phase),
        "started_at": st.none() | moments(),
        "planned_at": st.none() | moments(),
        "rubric_id": st.sampled_from(["ours", "ours", "a-copy", "not here", ""]),
        "rubric_version": st.integers(1, 3),
        "focus_skills": st.lists(st.sampled_from(SKILLS), max_size=2, unique=True).map(tuple),
        "skills": skills,
        "commitments": commitments,
        "closings": closings,
        "last_commitment": st.none() | st.sampled_from(Kept),
    }
)
histories = st.lists(st.tuples(st.sampled_from(REPS), details), max_size=14)


def some_rubrics() -> list[Rubric]:
    """The words of the first skill change with the second version of ours, those of the second with the third; a copy
    has them as they were at first."""
    known = default_rubric().skills[0]
    words = [("ours", 1, "A", "A"), ("ours", 2, "B", "A"), ("ours", 3, "B", "B"), ("a-copy", 1, "A", "A")]
    return [
        replace(
            default_rubric(),
            id=rubric_id,
            version=version,
            skills=tuple(replace(known, id=skill, seen=one) for skill, one in zip(SKILLS, seen, strict=True)),
        )
        for rubric_id, version, *seen in words
    ]


def facts_with(rep: Rep, known: dict[str, Any], place: int = 9) -> tuple[Call, CallFacts]:
    """The first few calls have ids that closings may name."""
    call_id = CALL_IDS[place] if place < len(CALL_IDS) else an_id()
    call = Call(id=call_id, rep_id=rep.id, created_at=NINE)
    return call, replace(facts_of(call, CallState()), **known)


def folded(store: Store) -> dict[UUID, RepInShort]:
    wordings = store.rubrics.wordings()
    told = {rep.id: in_short(store.facts.of_rep(rep.id), wordings) for rep in REPS}
    return {rep_id: short for rep_id, short in told.items() if short}


@settings(max_examples=15)
@given(histories)
def test_sqlite_tells_what_every_call_read_would_tell(history: list[tuple[Rep, dict[str, Any]]]) -> None:
    with TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        with store.batch():
            for rep in REPS:
                store.reps.save(rep)
            for rubric in some_rubrics():
                store.rubrics.keep(rubric)
            for place, (rep, known) in enumerate(history):
                call, facts = facts_with(rep, known, place)
                store.calls.add(call)
                store.facts.put(facts)
        assert store.facts.by_rep() == folded(store)
        ada = store.facts.by_rep().get(REPS[0].id)
        call, facts = facts_with(REPS[1], {"phase": Phase.CLOSED, "focus_skills": SKILLS})
        store.calls.add(call)
        store.facts.put(facts)
        assert store.facts.by_rep().get(REPS[0].id) == ada, "another rep changes nothing"
        store.merge(REPS[1].id, REPS[2].id)
        shorts = store.facts.by_rep()
        assert shorts == folded(store), "calls count as those of whom they were merged into"
        assert store.facts.seen_on() == {rep: (one.first_on, one.last_on) for rep, one in shorts.items()}


def test_a_row_that_cannot_be_read_keeps_nobody_from_the_list_of_reps(store: Store) -> None:
    store.reps.save(REPS[0])
    call, facts = facts_with(REPS[0], {"phase": Phase.CLOSED})
    store.calls.add(call)
    store.facts.put(facts)
    store._db.execute("UPDATE facts SET data = '{'")
    assert store.facts.by_rep() == {REPS[0].id: in_short([facts], Wordings())}


def test_only_an_index_is_read(store: Store) -> None:
    """What is known of ten thousand calls lies on ten thousand pages of the file."""
    from scoring.store.in_short_table import IN_SHORT, LEVELS, SEEN_ON

    values = {"rep": "", "skill": "", "alike": "[]"}
    asked = (f"EXPLAIN QUERY PLAN {query}" for query in (IN_SHORT, LEVELS, SEEN_ON))
    steps = [row[3] for query in asked for row in store._db.execute(query, values)]
    assert [step for step in steps if "facts" in step and "COVERING INDEX" not in step] == []
