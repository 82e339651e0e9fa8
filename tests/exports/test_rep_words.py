from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from exports.rep_figures import CommitmentLine, OtherWords, RepOverTime, SkillOverTime, VisitLine
from exports.rep_words import (
    choice_word,
    choices_words,
    ending_words,
    endings_words,
    footing_words,
    gap_line,
    gap_words,
    head_words,
    level_spread,
    level_value,
    level_words,
    needs_a_look,
    self_view_value,
    spread_words,
    status_words,
    tries_words,
    try_words,
    visit_words,
)
from scoring.commitments import Footing
from scoring.debrief import Kept, Outcome
from scoring.facts import CallFacts
from scoring.measures.choosing import choices_of
from scoring.measures.levels import level_series
from scoring.measures.outcomes import endings_of
from scoring.measures.practising import Try, practised
from scoring.measures.self_view import self_view_gaps
from scoring.measures.spread import Spread
from scoring.rating import Basis
from scoring.teeup import Chooser
from scoring.wordings import Wording, Wordings
from tests.exports.builders import MORNING
from tests.scoring.measures.builders import a_call, rated, seen, visits

TODAY = date(2026, 11, 29)
WORDS = ("Not yet", "Sometimes", "Mostly", "Every time")
LINE = CommitmentLine(
    call_id=UUID(int=1),
    number=0,
    agreed_on=date(2026, 11, 1),
    words="Ask first",
    first_tried="",
    check_on=date(2026, 12, 3),
    kept=None,
    closed_in=None,
    evidence=0,
    footing=Footing.NOTHING,
    is_open=True,
)


def _day(day: date) -> str:
    return day.isoformat()


def _skill(*calls: CallFacts) -> SkillOverTime:
    levels = level_series("asks", visits(*calls), Wording("joint-sales-call", 1), Wordings())
    return SkillOverTime(skill="asks", name="Asks", level_words=WORDS, levels=levels)


def _levels(*levels: int | None) -> SkillOverTime:
    return _skill(*(a_call(day, rated(level)) for day, level in enumerate(levels)))


def _over(*calls: CallFacts) -> RepOverTime:
    lines = tuple(
        VisitLine(
            visit=visit.number,
            call_id=visit.facts.call_id,
            when=visit.facts.when,
            customer=visit.facts.customer,
            call_type=visit.facts.call_type,
            way=visit.facts.way,
            phase=visit.facts.phase,
            chosen_by=visit.facts.chosen_by,
        )
        for visit in visits(*calls)
    )
    return RepOverTime(
        rep_id=UUID(int=1),
        name="Priya Nair",
        title="",
        team="",
        coaching="",
        is_retired=False,
        wording=None,
        visits=lines,
        skills=(),
        practising=(),
        self_view=self_view_gaps(()),
        nerves=(),
        endings=endings_of(()),
        choices=(),
        commitments=(),
        parked=(),
    )


def test_the_head_says_how_many_calls_since_when() -> None:
    calls = [a_call(day) for day in range(5)]
    assert head_words(_over(*calls), MORNING.date()) == "5 joint calls since March."
    assert head_words(_over(*calls), date(2027, 1, 1)) == "5 joint calls since March 2026."
    assert head_words(_over(calls[0]), MORNING.date()) == "1 joint call, in March."
    assert head_words(_over(), TODAY) == "No joint call yet."


def test_a_visit_is_named_by_day_and_customer() -> None:
    (visit,) = _over(a_call(0)).visits
    assert visit_words(visit, _day) == "2026-03-10, Northgate Dental"
    assert visit_words(replace(visit, customer=" "), _day) == "2026-03-10"


def test_below_four_levels_the_word_is_too_few_to_tell() -> None:
    assert level_value(_levels(2, 3, 3)) == "too few to tell"
    assert level_spread(_levels(2, 3, 3)) == "3 levels count so far: too few to tell."
    assert level_value(_levels(2, 3, 3, 4)) == "Every time"


def test_a_skill_nobody_rated_says_so() -> None:
    nothing = _skill(a_call(0))
    assert (level_value(nothing), level_spread(nothing)) == ("not rated yet", "No level counts yet.")
    no_chance = _levels(None)
    assert (level_value(no_chance), level_spread(no_chance)) == ("too few to tell", "No level counts yet.")


def test_the_latest_word_may_be_that_there_was_no_chance() -> None:
    assert level_value(_levels(2, 2, 2, 2, None)) == "no chance to see"


def test_the_spread_is_told_in_the_words_of_the_levels() -> None:
    assert (
        level_spread(_levels(1, 1, 2, 2, 2)) == "Of 5 levels: Not yet to Sometimes, the middle is Sometimes."
    )
    assert level_spread(_levels(3, 3, 3, 3)) == "Of 4 levels: all Mostly."


def test_a_middle_between_two_levels_is_no_level_of_its_own() -> None:
    spread = Spread(lowest=1, highest=4, low_middle=2, high_middle=3)
    words = spread_words(spread, lambda level: WORDS[level - 1])
    assert words == "Not yet to Every time, the middle is between Sometimes and Mostly."


def test_what_a_level_stands_on_is_said_beside_it() -> None:
    skill = _skill(
        a_call(1, rated(3)),
        a_call(2, rated(3, basis=Basis.JUDGEMENT)),
        a_call(3, rated(2, from_memory=True), rubric_version=2),
        a_call(4, rated(None)),
        a_call(5),
    )
    assert [level_words(skill, point) for point in skill.levels.points] == [
        "Mostly",
        "Mostly (judgement only)",
        "Sometimes (from memory; in another wording)",
        "No chance to see",
        "Not rated",
    ]


def test_a_level_is_told_in_the_words_it_was_given_by() -> None:
    other = OtherWords(
        wording=Wording("joint-sales-call", 2), level_words=("Never", "Rarely", "Often", "Always")
    )
    mine = rated(2, first_level=2, self_level=3)
    calls = (a_call(1, mine), a_call(2, mine, rubric_version=2))
    skill = replace(_skill(*calls), other_words=(other,))
    assert [level_words(skill, point) for point in skill.levels.points] == [
        "Sometimes",
        "Rarely (in another wording)",
    ]
    over = replace(_over(*calls), skills=(skill,))
    assert [gap_line(over, gap) for gap in self_view_gaps(visits(*calls)).gaps] == [
        "Asks, own view Mostly, mine Sometimes: 1 level above mine",
        "Asks, own view Often, mine Rarely: 1 level above mine",
    ]


def test_a_gap_is_told_from_my_side() -> None:
    assert [gap_words(gap) for gap in (-2, -1, 0, 1)] == [
        "2 levels below mine",
        "1 level below mine",
        "the same as mine",
        "1 level above mine",
    ]


def test_the_middle_of_the_gaps_is_told_from_four_calls_on() -> None:
    calls = [a_call(day, rated(2, first_level=2, self_level=3)) for day in range(4)]
    assert self_view_value(self_view_gaps(visits(*calls))) == "1 level above mine"
    assert self_view_value(self_view_gaps(visits(*calls[:3]))) == "too few to tell"


def test_tries_are_counted_before_they_are_judged() -> None:
    calls = [a_call(day, seen(2, 1), focus_skills=("asks",)) for day in range(3)]
    assert tries_words(practised(visits(*calls[:2]))[0]) == "2 of 3 tries, too early to judge"
    assert tries_words(practised(visits(*calls))[0]) == "seen more often than missed on 3 of 3 tries"


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((2, 1, 0), "seen 2, missed 1"),
        ((2, 1, 1), "seen 2, missed 1 (1 from memory)"),
        ((1, 0, 1), "seen 1, missed 0 (from memory, no try)"),
    ],
)
def test_a_try_says_what_is_from_memory(marks: tuple[int, int, int], words: str) -> None:
    were_seen, missed, recalled = marks
    one = Try(visit=1, call_id=UUID(int=1), seen=were_seen, missed=missed, recalled=recalled)
    assert try_words(one) == words


def test_endings_are_counted_in_words() -> None:
    found = endings_of(
        visits(
            a_call(1, outcome=Outcome.BEST, outcome_words="Two chairs"), a_call(2, outcome=None, purpose="")
        )
    )
    assert endings_words(found) == "Best reached: 1"
    assert [ending_words(one) for one in found.endings] == [
        "Best reached; purpose: Agree on a trial; Two chairs",
        "Not said",
    ]


def test_who_chose_is_said_by_name() -> None:
    found = choices_of(visits(a_call(1, chosen_by=Chooser.REP), a_call(2)))
    assert choices_words(found, "Priya") == "Priya: 1 · Not said: 1"
    assert choice_word(Chooser.MANAGER, "Priya") == "Me"


@pytest.mark.parametrize(
    ("changes", "words", "look"),
    [
        ({}, "Due 2026-12-03", False),
        ({"check_on": date(2026, 11, 20)}, "Not checked since 2026-11-20", True),
        ({"check_on": None}, "Open", False),
        ({"kept": Kept.KEPT, "is_open": False}, "Kept", False),
        ({"kept": Kept.NOT_YET}, "Not yet", True),
        ({"is_open": False}, "Not checked", False),
    ],
)
def test_a_commitment_says_what_became_of_it(changes: dict[str, object], words: str, look: bool) -> None:
    line = replace(LINE, **changes)  # pyright: ignore[reportArgumentType]  by name
    assert status_words(line, TODAY, _day) == words
    assert needs_a_look(line, TODAY) == look


def test_the_last_word_says_what_it_stands_on() -> None:
    kept = replace(LINE, kept=Kept.KEPT, evidence=2, footing=Footing.SEEN)
    assert footing_words(kept) == "on 2 things seen"
    assert footing_words(replace(kept, footing=Footing.MEMORY)) == "from memory"
    assert footing_words(replace(kept, footing=Footing.NOTHING)) == "said by both, nothing logged"
    assert footing_words(LINE) == ""
