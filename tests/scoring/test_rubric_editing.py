"""Undo and redo while a rubric is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric_draft import Place, RubricDraft
from scoring.rubric_editing import MOST_STEPS, Editing

NAME, SUMMARY = Place(field="name"), Place(field="summary")
FIRST = RubricDraft(id="ours")


def named(name: str) -> RubricDraft:
    return RubricDraft(id="ours", name=name)


steps = st.lists(
    st.sampled_from(["undo", "redo"])
    | st.tuples(st.sampled_from("abc").map(named), st.sampled_from([None, NAME, SUMMARY])),
    max_size=30,
)


def test_typing_in_one_place_is_one_step() -> None:
    editing = Editing(FIRST)
    for name in ("A", "As", "Asks"):
        editing.change(named(name), NAME)
    assert editing.undo() == FIRST
    assert not editing.can_undo
    assert editing.redo() == named("Asks")


def test_what_is_typed_elsewhere_or_after_an_undo_is_a_step_of_its_own() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), NAME)
    editing.change(named("b"), SUMMARY)
    editing.change(named("c"), NAME)
    assert [editing.undo(), editing.undo()] == [named("b"), named("a")]
    editing.change(named("d"), NAME)
    assert editing.undo() == named("a")


def test_what_is_typed_and_taken_out_again_is_no_step() -> None:
    editing = Editing(FIRST)
    editing.change(named("a"), NAME)
    editing.change(FIRST, NAME)
    assert not editing.can_undo


def test_only_the_last_steps_are_kept() -> None:
    editing = Editing(FIRST)
    for number in range(MOST_STEPS + 5):
        editing.change(named(str(number)))
    while editing.can_undo:
        editing.undo()
    assert editing.present == named("4")


@given(steps)
def test_undo_leads_to_the_first_draft_and_redo_to_the_last(done: list[object]) -> None:
    editing = Editing(FIRST)
    last = _do(editing, done)
    while editing.can_redo:
        last = editing.redo()
    while editing.can_undo:
        editing.undo()
    assert editing.present == FIRST
    while editing.can_redo:
        editing.redo()
    assert editing.present == last


@given(steps)
def test_any_mix_does_what_a_plain_list_of_drafts_does(done: list[object]) -> None:
    editing = Editing(FIRST)
    drafts, at, place = [FIRST], 0, None
    for step in done:
        _do(editing, [step])
        if isinstance(step, tuple):
            drafts, at, place = _typed(drafts, at, place, *step)
        else:
            at = max(at - 1, 0) if step == "undo" else min(at + 1, len(drafts) - 1)
            place = None
        assert editing.present == drafts[at]
        assert (editing.can_undo, editing.can_redo) == (at > 0, at < len(drafts) - 1)


def _typed(
    drafts: list[RubricDraft], at: int, before: Place | None, draft: RubricDraft, place: Place | None
) -> tuple[list[RubricDraft], int, Place | None]:
    if draft == drafts[at]:
        return drafts, at, before
    kept = drafts[:at] if place is not None and place == before else drafts[: at + 1]
    if len(kept) == at and kept[-1] == draft:
        return kept, at - 1, None
    return [*kept, draft], len(kept), place


def _do(editing: Editing, done: list[object]) -> RubricDraft:
    for step in done:
        if isinstance(step, tuple):
            editing.change(*step)
        elif step == "undo":
            editing.undo()
        else:
            editing.redo()
    return editing.present
