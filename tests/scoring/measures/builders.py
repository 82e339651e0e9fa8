"""Calls in short, as the measures read them: ``a_call(3, rated("listens", 2))`` took place on day 3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.debrief import Nerves, Outcome
from scoring.facts import CallFacts, SkillFacts
from scoring.measures.visits import Visit, visits_of
from scoring.rating import LEVELS, Basis
from scoring.rubric import Level, Rubric, Skill
from scoring.state import Phase
from scoring.teeup import Chooser, Way
from tests.builders import NINE

REP = UUID(int=1)
OTHER_REP = UUID(int=2)
SKILLS = ("asks", "listens")


def a_call(day: int, *skills: SkillFacts, **details: object) -> CallFacts:
    """:returns: a call that is debriefed; ``details`` are fields of ``CallFacts``."""
    facts = CallFacts(
        call_id=UUID(int=1000 + day),
        rep_id=REP,
        created_at=NINE,
        phase=Phase.CLOSED,
        customer="Northgate Dental",
        purpose="Agree on a trial",
        call_type=CallType.OBSERVE,
        way=Way.OPEN_LAPTOP,
        planned_at=None,
        planned_minutes=45,
        teed_up=True,
        rubric_id="joint-sales-call",
        rubric_version=1,
        focus_skills=(),
        started_at=NINE + timedelta(days=day),
        skills=skills,
    )
    return replace(facts, **details)  # pyright: ignore[reportArgumentType]  by name


def a_skill(skill: str = "asks", **details: object) -> SkillFacts:
    """:returns: a skill of which nothing is known; ``details`` are fields of ``SkillFacts``."""
    known = SkillFacts(
        skill=skill, focus=False, seen=0, missed=0, rated=False, level=None, basis=None, self_level=None
    )
    return replace(known, **details)  # pyright: ignore[reportArgumentType]  by name


def rated(level: int | None, skill: str = "asks", **details: object) -> SkillFacts:
    """:returns: a rated skill; None is "no chance to see"."""
    basis = Basis.EVIDENCE if level else None
    return a_skill(skill, **{"rated": True, "level": level, "basis": basis, **details})


def seen(amount: int, missed: int = 0, recalled: int = 0, skill: str = "asks") -> SkillFacts:
    """:returns: a skill with marks."""
    return a_skill(skill, seen=amount, missed=missed, recalled=recalled, focus=True)


def visits(*calls: CallFacts) -> tuple[Visit, ...]:
    """:returns: the visits to the rep of the builders."""
    return visits_of(REP, calls)


def a_rubric(version: int = 1, **words: str) -> Rubric:
    """:param words: what the words of a skill are told apart by, where they are not the usual ones.
    :returns: a rubric with the skills of the builders."""
    levels = tuple(Level(number=number, word=f"Level {number}", sentence="They did.") for number in LEVELS)
    skills = tuple(
        Skill(
            id=name,
            name=name.capitalize(),
            summary="What it is.",
            seen=words.get(name, "As usual."),
            missed="Not seen.",
            levels=levels,
            no_chance="It did not come up.",
        )
        for name in SKILLS
    )
    return Rubric(id="joint-sales-call", name="Ours", version=version, language="en", skills=skills)


def some_calls() -> st.SearchStrategy[list[CallFacts]]:
    """Up to nine calls with one rep, on different days, in any order. Made from one number: drawn value by value they
    take more time than all measures together."""
    return st.integers(0, 2**32).map(_calls_of)


def _calls_of(number: int) -> list[CallFacts]:
    chance = Random(number)
    return [_any_call(day, chance) for day in chance.sample(range(30), chance.randrange(10))]


def _any_call(day: int, chance: Random) -> CallFacts:
    return a_call(
        day,
        *(_any_skill(name, chance) for name in SKILLS),
        focus_skills=chance.choice([(), ("asks",), ("asks",), ("asks", "listens")]),
        rubric_version=chance.choice([1, 1, 1, 2]),
        nerves=chance.choice([None, *Nerves]),
        outcome=chance.choice([None, *Outcome]),
        chosen_by=chance.choice([None, *Chooser]),
    )


def _any_skill(name: str, chance: Random) -> SkillFacts:
    seen, missed = chance.randrange(4), chance.randrange(4)
    level = chance.choice([None, *LEVELS])
    return a_skill(
        name,
        seen=seen,
        missed=missed,
        recalled=chance.randint(0, seen + missed),
        rated=level is not None or chance.random() < 0.5,
        level=level,
        basis=chance.choice(list(Basis)) if level else None,
        first_level=chance.choice([None, *LEVELS]),
        self_level=chance.choice([None, *LEVELS]),
        from_memory=level is not None and chance.random() < 0.3,
    )


def mixed_up(calls: Sequence[CallFacts]) -> list[CallFacts]:
    """:returns: the same calls in another order."""
    return Random(len(calls)).sample(calls, len(calls))
