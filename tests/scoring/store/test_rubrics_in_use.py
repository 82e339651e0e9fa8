"""Whatever is done to rubrics, the words of a version that was ever in use stay as they were on that day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.call import Call
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_draft import (
    Place,
    RubricDraft,
    SkillDraft,
    added,
    copy_of,
    finished,
    missing,
    moved,
    new_skill_id,
    removed,
    written,
)
from scoring.rubric_identity import as_new_skill, as_same_skill
from scoring.store.store import Store
from tests.builders import Log, a_call, a_rep, a_tee_up
from tests.conftest import Amount

Edit = Callable[[RubricDraft, SkillDraft, str], RubricDraft]

EDITS: tuple[Edit, ...] = (
    lambda draft, _, text: written(draft, Place(field="name"), text),
    lambda draft, skill, text: written(draft, Place(field="name", skill=skill.id), text),
    lambda draft, skill, text: written(draft, Place(field="sentence", skill=skill.id, number=2), text),
    lambda draft, skill, text: written(draft, Place(field="checklist", skill=skill.id, number=1), text),
    lambda draft, skill, _: added(draft, replace(skill, id=new_skill_id()), at=0),
    lambda draft, skill, _: removed(draft, skill.id),
    lambda draft, skill, _: moved(draft, skill.id, 0),
    lambda draft, skill, _: as_new_skill(draft, skill.id),
    lambda draft, skill, _: as_same_skill(draft, skill.id),
)
edits = st.tuples(
    st.sampled_from(EDITS), st.integers(0, 8), st.sampled_from(("Asks first", "Waits", "先に質問する", ""))
)
steps = st.lists(edits | st.sampled_from(["use", "call"]) | st.integers(-5, 5).filter(bool), max_size=20)
"""An edit; the draft put in use; a call by the version in use; a version of this number from elsewhere: from a file, or
below zero with a call."""


class Desk:
    """Somebody who writes a rubric and uses it, and remembers every version that was ever in use here, as it was then,
    and what each call was scored by."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rep = a_rep()
        store.reps.save(self._rep)
        self._draft = copy_of(default_rubric(), "Ours")
        self._seen: dict[int, Rubric] = {}
        self._calls: list[tuple[Call, Rubric]] = []

    def do(self, step: object) -> None:
        """Take one of ``steps``."""
        match step:
            case "use":
                self._use()
            case "call":
                self._call()
            case int(version):
                self._bring(abs(version), in_use=version > 0)
            case (edit, at, text):
                self._edit(edit, at, text)
            case _:
                raise AssertionError(step)

    def check(self) -> None:
        """Hold that all that was ever in use is there as it was, in order, and nothing else."""
        versions = self._store.rubrics.versions(self._draft.id)
        assert versions == [self._seen[number] for number in sorted(self._seen)]
        for call, rubric in self._calls:
            tee_up = self._store.state(call.id).tee_up
            assert tee_up
            assert self._store.rubrics.get(tee_up.rubric_id, tee_up.rubric_version) == rubric

    def _edit(self, edit: Edit, at: int, text: str) -> None:
        if self._draft.skills:
            self._draft = edit(self._draft, self._draft.skills[at % len(self._draft.skills)], text)
        self._store.rubric_drafts.put(self._draft.id, RubricDraft.__name__, self._draft)

    def _use(self) -> None:
        if self._draft.skills and not missing(self._draft):
            before = self._store.rubrics.in_use(self._draft.id)
            rubric = self._store.put_in_use(self._draft)
            assert rubric.version >= (before.version if before else 1)
            assert self._store.rubrics.in_use(self._draft.id) == rubric
            assert rubric == finished(self._draft, rubric.version)
            self._seen.setdefault(rubric.version, rubric)

    def _bring(self, version: int, *, in_use: bool) -> None:
        """What has the number of a version that is here changes nothing."""
        brought = finished(replace(copy_of(default_rubric(), "Theirs"), id=self._draft.id), version)
        self._store.rubrics.keep(brought, in_use=in_use)
        self._seen.setdefault(version, brought)

    def _call(self) -> None:
        rubric = self._store.rubrics.in_use(self._draft.id)
        if rubric is None:
            return
        call = a_call(self._rep)
        log = Log(call)
        log.planned(a_tee_up(rubric_id=rubric.id, rubric_version=rubric.version))
        self._store.add_call(call, log.entries)
        self._calls.append((call, rubric))


def test_any_sequence_of_edits_keeps_every_used_version(store: Store, amount: Amount) -> None:
    @settings(max_examples=amount(20, 1_000))
    @given(steps)
    def hold(taken: list[object]) -> None:
        desk = Desk(store)
        for step in taken:
            desk.do(step)
            desk.check()

    hold()
