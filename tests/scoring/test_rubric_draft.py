"""A rubric while it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.errors import SecondChairError
from scoring.rubric import LONGEST_NAME, MOST_ITEMS, MOST_SKILLS, Rubric, default_rubric, shipped_rubrics
from scoring.rubric_draft import (
    Place,
    RubricDraft,
    SkillDraft,
    added,
    clean,
    copy_of,
    draft_of,
    finished,
    missing,
    moved,
    new_skill_id,
    removed,
    suited,
    text_at,
    usual,
    written,
)
from scoring.tenure import Tenure


def a_draft(skills: int = 3) -> RubricDraft:
    return RubricDraft(
        id="ours", name="Ours", skills=tuple(SkillDraft(id=f"s{n}", name=f"Skill {n}") for n in range(skills))
    )


def ids(draft: RubricDraft) -> list[str]:
    return [skill.id for skill in draft.skills]


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: f"{rubric.id} {rubric.version}")
def test_a_draft_of_a_rubric_says_just_what_it_says(rubric: Rubric) -> None:
    assert finished(draft_of(rubric), rubric.version) == rubric


def test_the_usual_words_stay_silent_when_a_version_of_them_is_written_on() -> None:
    draft = a_draft()
    assert draft_of(finished(draft, 1)) == draft
    own = written(draft, Place(field="sentence", skill="s0", number=2), "Asks once.")
    assert draft_of(finished(own, 1)) == own


def test_a_copy_is_a_rubric_of_its_own_with_the_same_skills() -> None:
    copy = copy_of(default_rubric(), "Our call")
    assert copy.id != default_rubric().id
    assert copy.name == "Our call"
    assert copy.skills == draft_of(default_rubric()).skills


@pytest.mark.parametrize(
    "place",
    [
        Place(field="name"),
        Place(field="summary"),
        Place(field="name", skill="s1"),
        Place(field="seen", skill="s1"),
        Place(field="word", skill="s1", number=4),
        Place(field="sentence", skill="s1", number=1),
        Place(field="checklist", skill="s1", number=1),
    ],
    ids=str,
)
def test_a_text_is_written_where_it_belongs_and_nowhere_else(place: Place) -> None:
    after = written(a_draft(), place, "  Asks\nfirst ")
    assert text_at(after, place) == "Asks first"
    assert written(after, place, text_at(a_draft(), place)) == a_draft()


def test_a_text_is_cut_to_what_fits() -> None:
    place = Place(field="name", skill="s0")
    assert text_at(written(a_draft(), place, "x" * 500), place) == "x" * LONGEST_NAME


@given(st.text(), st.integers(1, 30))
def test_a_cleaned_text_stays_as_it_is(text: str, most: int) -> None:
    once = clean(text, most)
    assert clean(once, most) == once
    assert len(once) <= most


def test_a_checklist_grows_at_its_end_and_loses_what_becomes_empty() -> None:
    draft = a_draft(1)
    for number, text in enumerate(("one", "two", "three"), start=1):
        draft = written(draft, Place(field="checklist", skill="s0", number=number), text)
    assert draft.skills[0].checklist == ("one", "two", "three")
    assert written(draft, Place(field="checklist", skill="s0", number=2), " ").skills[0].checklist == (
        "one",
        "three",
    )


def test_a_checklist_says_nothing_twice_and_is_short() -> None:
    draft = a_draft(1)
    for number in range(1, MOST_ITEMS + 2):
        draft = written(draft, Place(field="checklist", skill="s0", number=number), f"item {number}")
    assert len(draft.skills[0].checklist) == MOST_ITEMS
    assert written(draft, Place(field="checklist", skill="s0", number=2), "item 1") == draft


def test_skills_are_added_moved_and_taken_out() -> None:
    draft = added(a_draft(2), SkillDraft(id="new"), at=1)
    assert ids(draft) == ["s0", "new", "s1"]
    assert ids(moved(draft, "new", 2)) == ["s0", "s1", "new"]
    assert ids(moved(draft, "new", -1)) == ["new", "s0", "s1"]
    assert ids(moved(draft, "s0", 99)) == ["new", "s1", "s0"]
    assert removed(draft, "new") == a_draft(2)


def test_a_thirteenth_skill_is_not_added() -> None:
    full = a_draft(MOST_SKILLS)
    assert added(full, SkillDraft(id=new_skill_id())) == full


def test_to_suit_everything_is_to_say_nothing() -> None:
    assert suited(a_draft(), tuple(CallType), tuple(Tenure)) == a_draft()
    some = suited(a_draft(), (CallType.SHOW, CallType.OBSERVE), (Tenure.LATER,))
    assert some.call_types == (CallType.OBSERVE, CallType.SHOW)
    assert some.tenures == (Tenure.LATER,)


def test_where_nothing_is_written_the_usual_words_stand() -> None:
    skill = finished(a_draft(1), 1).skills[0]
    assert [level.word for level in skill.levels] == ["Not yet", "Sometimes", "Mostly", "Every time"]
    assert skill.seen == usual(Place(field="seen", skill="s0"))
    assert skill.levels[2].sentence == usual(Place(field="sentence", skill="s0", number=3))


def test_a_name_for_all_and_at_least_one_skill_are_needed() -> None:
    with pytest.raises(SecondChairError, match="at least one skill"):
        finished(a_draft(0), 1)
    unnamed = written(a_draft(2), Place(field="name", skill="s1"), "")
    assert missing(unnamed) == (Place(field="name", skill="s1"),)
    with pytest.raises(SecondChairError, match="a name first"):
        finished(unnamed, 1)
