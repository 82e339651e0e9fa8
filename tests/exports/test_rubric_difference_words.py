"""What is different between two versions of a rubric, in words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from exports.rubric_difference_words import DifferenceLine, difference_lines, suited_word
from scoring.call_type import CallType
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_difference import differences
from scoring.tenure import Tenure
from tests.scoring.rubric_strategies import rubrics

NINE = default_rubric()
FIRST, SECOND, *OTHERS = NINE.skills


def lines(*skills: object, **details: object) -> list[DifferenceLine]:
    return difference_lines(NINE, replace(NINE, **{"skills": skills or NINE.skills, **details}))


def test_a_sentence_of_a_level_is_named_by_its_skill_and_level() -> None:
    levels = (FIRST.levels[0], replace(FIRST.levels[1], sentence="Says it once."), *FIRST.levels[2:])
    assert lines(replace(FIRST, levels=levels), SECOND, *OTHERS) == [
        DifferenceLine(
            what="Opens with purpose · Level 2 · Sentence",
            was=FIRST.levels[1].sentence,
            now="Says it once.",
        )
    ]


def test_a_renamed_skill_goes_by_its_new_name() -> None:
    assert lines(replace(FIRST, name="Opens well"), SECOND, *OTHERS) == [
        DifferenceLine(what="Opens well · Name", was="Opens with purpose", now="Opens well")
    ]


def test_skills_that_came_went_and_moved_are_a_line_each() -> None:
    new = replace(FIRST, id="new", name="Asks who decides")
    assert lines(SECOND, OTHERS[1], OTHERS[0], *OTHERS[2:], new) == [
        DifferenceLine(what="Order", now="“Listens it out” is now 3rd"),
        DifferenceLine(what="Skill added", now="Asks who decides"),
        DifferenceLine(what="Skill removed", was="Opens with purpose"),
    ]


def test_whom_it_is_for_is_said_in_words() -> None:
    assert lines(call_types=(CallType.OBSERVE, CallType.SHOW), tenures=(Tenure.FIRST_MONTHS,)) == [
        DifferenceLine(what="For these calls", was="all", now="the rep leads, I show"),
        DifferenceLine(what="For these people", was="all", now="in the first months"),
    ]


def test_a_checklist_says_what_came_and_went() -> None:
    before = replace(NINE, skills=(replace(FIRST, checklist=("Asks", "Waits")), SECOND, *OTHERS))
    after = replace(NINE, skills=(replace(FIRST, checklist=("Waits", "Takes a note")), SECOND, *OTHERS))
    assert difference_lines(before, after) == [
        DifferenceLine(what="Opens with purpose · Checklist", now="Takes a note"),
        DifferenceLine(what="Opens with purpose · Checklist", was="Asks"),
    ]


def test_everything_a_rubric_can_be_for_has_a_word() -> None:
    assert all(suited_word(one) for one in (*CallType, *Tenure))


@given(rubrics(), rubrics())
def test_every_difference_has_a_line_that_says_something(before: Rubric, after: Rubric) -> None:
    found = difference_lines(before, after)
    assert len(found) == len(differences(before, after))
    assert all(line.what and (line.was or line.now) and line.was != line.now for line in found)
