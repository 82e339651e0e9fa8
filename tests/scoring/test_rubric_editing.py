"""Undo and redo while a rubric is written."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric_draft import Place, RubricDraft, SkillDraft, moved, removed
from scoring.rubric_editing import MOST_STEPS, Editing

NAME, SUMMARY = Place(field="name"), Place(field="summary")
FIRST = RubricDraft(id="ours")
THREE = RubricDraft(id="ours", skills=tuple(SkillDraft(id=one) for one in "abc"))

Change: TypeAlias = tuple[RubricDraft, Place, bool]


def named(name: str) -> RubricDraft:
    return RubricDraft(id="ours", name=name)


def name_of(skill: str) -> Place:
    return Place(field="name", skill=skill)


steps = st.lists(
    st.sampled_from(["undo", "redo"])
    | st.tuples(st.sampled_from("abc").map(named), st.sampled_from([NAME, SUMMARY]), st.booleans()),
    max_size=30,
)


def test_typing_in_one_place_is_one_step() -> None:
    editing = Editing(FIRST)
    for name in ("A", "As", "Asks"):
        editing.change(named(name), NAME, typing=True)
    editing.undo()
    assert editing.present == FIRST
    assert not editing.can_undo
    editing.redo()
    assert editing.present == named("Asks")


def test_what_is_typed_elsewhere_or_after_an_undo_is_a_step_of_its_own() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), NAME, typing=True)
    editing.change(named("b"), SUMMARY, typing=True)
    editing.change(named("c"), NAME, typing=True)
    editing.undo()
    assert editing.present == named("b")
    editing.undo()
    assert editing.present == named("a")
    editing.change(named("d"), NAME, typing=True)
    editing.undo()
    assert editing.present == named("a")


def test_what_is_no_typing_is_a_step_each_time() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), NAME)
    editing.change(named("b"), NAME)
    editing.undo()
    assert editing.present == named("a")


def test_what_is_typed_and_taken_out_again_is_no_step() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), NAME, typing=True)
    editing.change(FIRST, NAME, typing=True)
    assert not editing.can_undo


def test_only_the_last_steps_are_kept() -> None:
    editing = Editing(FIRST)
    for number in range(MOST_STEPS + 5):
        editing.change(named(str(number)), NAME)
    while editing.can_undo:
        editing.undo()
    assert editing.present == named("4")


def test_both_ways_lead_to_where_the_step_was_made() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), SUMMARY)
    assert editing.undo() == SUMMARY
    assert editing.redo() == SUMMARY


def test_of_two_skills_that_changed_places_the_one_that_was_moved_is_led_to() -> None:
    for skill, to in (("a", 1), ("b", 0), ("b", 2), ("c", 1)):
        editing = Editing(THREE)
        editing.change(moved(THREE, skill, to), name_of(skill))
        assert editing.undo() == name_of(skill)
        assert editing.redo() == name_of(skill)


def test_in_place_of_a_skill_that_is_gone_what_stands_there_is_led_to() -> None:
    for skill, stands_there in (("a", "b"), ("b", "c"), ("c", "b")):
        editing = Editing(THREE)
        editing.change(removed(THREE, skill), name_of(skill))
        assert editing.undo() == name_of(skill)
        assert editing.redo() == name_of(stands_there)
    alone = RubricDraft(id="ours", skills=(SkillDraft(id="a"),))
    editing = Editing(alone)
    editing.change(removed(alone, "a"), name_of("a"))
    editing.undo()
    assert editing.redo() == NAME


def test_an_answer_has_no_place_and_nothing_to_take_back_neither() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), None)
    assert editing.undo() is None
    assert editing.present == FIRST
    assert editing.undo() is None


@given(steps)
def test_undo_leads_to_the_first_draft_and_redo_to_the_last(done: list[str | Change]) -> None:
    editing = Editing(FIRST)
    for step in done:
        _do(editing, step)
    while editing.can_redo:
        editing.redo()
    last = editing.present
    while editing.can_undo:
        editing.undo()
    assert editing.present == FIRST
    while editing.can_redo:
        editing.redo()
    assert editing.present == last


@given(steps)
def test_any_mix_does_what_a_plain_list_of_drafts_does(done: list[str | Change]) -> None:
    editing = Editing(FIRST)
    drafts, at, typed_at = [FIRST], 0, None
    for step in done:
        _do(editing, step)
        if isinstance(step, str):
            at = max(at - 1, 0) if step == "undo" else min(at + 1, len(drafts) - 1)
            typed_at = None
        else:
            drafts, at, typed_at = _changed(drafts, at, typed_at, step)
        assert editing.present == drafts[at]
        assert (editing.can_undo, editing.can_redo) == (at > 0, at < len(drafts) - 1)


def _changed(
    drafts: list[RubricDraft], at: int, typed_at: Place | None, change: Change
) -> tuple[list[RubricDraft], int, Place | None]:
    draft, place, typing = change
    if draft == drafts[at]:
        return drafts, at, typed_at
    kept = drafts[:at] if typing and place == typed_at else drafts[: at + 1]
    if kept[-1] == draft:
        return kept, len(kept) - 1, None
    return [*kept, draft], len(kept), place if typing else None


def _do(editing: Editing, step: str | Change) -> None:
    if step == "undo":
        editing.undo()
    elif step == "redo":
        editing.redo()
    elif isinstance(step, tuple):
        draft, place, typing = step
        editing.change(draft, place, typing=typing)
