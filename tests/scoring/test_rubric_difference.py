"""What is different between two versions of a rubric."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from scoring.rubric import Rubric, default_rubric
from scoring.rubric_difference import (
    ItemCame,
    ItemMoved,
    ItemWent,
    Reworded,
    SkillCame,
    SkillMoved,
    SkillWent,
    applied,
    differences,
)
from scoring.rubric_draft import Place
from tests.scoring.rubric_strategies import rubrics

NINE = default_rubric()


def with_checklist(*items: str) -> Rubric:
    first, *others = NINE.skills
    return replace(NINE, skills=(replace(first, checklist=items), *others))


@given(rubrics(), rubrics())
def test_differences_are_complete(before: Rubric, after: Rubric) -> None:
    assert applied(before, differences(before, after)) == replace(after, version=before.version)


@given(rubrics(), rubrics())
def test_there_is_a_difference_wherever_two_versions_say_something_else(
    before: Rubric, after: Rubric
) -> None:
    assert (differences(before, after) == ()) == (replace(before, version=after.version) == after)
    assert differences(before, replace(before, version=before.version + 1)) == ()


def test_a_skill_that_moved_is_one_difference_and_not_nine() -> None:
    first, *others = NINE.skills
    to_the_end = replace(NINE, skills=(*others, first))
    assert differences(NINE, to_the_end) == (SkillMoved(skill=first.id, number=9),)
    assert differences(to_the_end, NINE) == (SkillMoved(skill=first.id, number=1),)


def test_a_skill_that_went_moves_none_of_the_others() -> None:
    assert differences(NINE, replace(NINE, skills=NINE.skills[1:])) == (
        SkillWent(skill=NINE.skills[0], number=1),
    )
    assert differences(replace(NINE, skills=NINE.skills[1:]), NINE) == (
        SkillCame(skill=NINE.skills[0], number=1),
    )


def test_differences_are_told_in_the_order_they_are_read_in() -> None:
    first, second, *others = NINE.skills
    levels = (first.levels[0], replace(first.levels[1], word="At times"), *first.levels[2:])
    after = replace(NINE, name="Ours", skills=(replace(first, seen="Asks.", levels=levels), *others))
    assert differences(NINE, after) == (
        Reworded(place=Place(field="name"), was=NINE.name, now="Ours"),
        Reworded(place=Place(field="seen", skill=first.id), was=first.seen, now="Asks."),
        Reworded(place=Place(field="word", skill=first.id, number=2), was="Sometimes", now="At times"),
        SkillWent(skill=second, number=2),
    )


def test_an_item_of_a_checklist_that_was_touched_up_is_the_same_item() -> None:
    skill = NINE.skills[0].id
    before = with_checklist("Says what the call is for", "Asks whether it suits", "Shakes hands")
    after = with_checklist("Takes a note", "Says what the call is for, and why", "Asks whether it suits")
    assert differences(before, after) == (
        ItemCame(place=Place(field="checklist", skill=skill, number=1), text="Takes a note"),
        Reworded(
            place=Place(field="checklist", skill=skill, number=2),
            was="Says what the call is for",
            now="Says what the call is for, and why",
        ),
        ItemWent(place=Place(field="checklist", skill=skill, number=3), text="Shakes hands"),
    )


def test_an_item_that_moved_is_one_difference() -> None:
    found = differences(
        with_checklist("Asks", "Waits", "Notes it"), with_checklist("Notes it", "Asks", "Waits")
    )
    place = Place(field="checklist", skill=NINE.skills[0].id, number=1)
    assert found == (ItemMoved(place=place, text="Notes it"),)
