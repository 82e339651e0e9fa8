"""One rubric while it is written: the steps, what is kept of them, and the way into use."""

from __future__ import annotations

from dataclasses import replace

from scoring.call_type import CallType
from scoring.finding import CallQuery
from scoring.rubric import MOST_SKILLS, Rubric, is_shipped
from scoring.rubric_draft import (
    Place,
    RubricDraft,
    SkillDraft,
    added,
    copy_of,
    draft_of,
    finished,
    missing,
    moved,
    new_skill_id,
    removed,
    suited,
    with_skill,
    written,
)
from scoring.rubric_editing import Editing
from scoring.rubric_identity import as_new_skill, as_same_skill, looks_changed, source_of
from scoring.tenure import Tenure
from ui.session import Session


class RubricWriting:
    """Begins with what was written of a rubric, else with its version in use, else empty. Every step is kept at once;
    what says no more than the version in use is no draft and is dropped."""

    def __init__(self, session: Session, rubric_id: str) -> None:
        self._session = session
        self.in_use: Rubric | None = session.ask(lambda store: store.rubrics.in_use(rubric_id))
        self._editing = Editing(session.draft(rubric_id, RubricDraft) or self._begun(rubric_id))
        self._source = self.in_use or source_of(self.draft, session.ask(lambda store: store.rubrics.latest()))

    @property
    def draft(self) -> RubricDraft:
        """What is written now."""
        return self._editing.present

    @property
    def is_of_the_app(self) -> bool:
        """Whether the words are the app's: they are not written, but copied."""
        return is_shipped(self.draft.id)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._editing.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return self._editing.can_redo

    @property
    def can_add(self) -> bool:
        """Whether there is room for one more skill."""
        return len(self.draft.skills) < MOST_SKILLS

    @property
    def is_changed(self) -> bool:
        """Whether it says anything else than the version in use does."""
        if self.in_use is None:
            return True
        return self.lacks() is not None or finished(self.draft, self.in_use.version) != self.in_use

    @property
    def is_saving(self) -> bool:
        """Whether what is written is not durable yet."""
        return self._session.is_saving_draft(self.draft.id, RubricDraft)

    def lacks(self) -> Place | None:
        """:returns: where something has to be written before it can be used; ``skills`` where there is none yet."""
        first = next(iter(missing(self.draft)), None)
        return first if first or self.draft.skills else Place(field="skills")

    # Steps

    def write(self, place: Place, text: str) -> None:
        """Write a text at a place; typing in one place is one step."""
        self._go_on(written(self.draft, place, text), place, typing=True)

    def list_items(self, skill_id: str, number: int, items: tuple[str, ...]) -> None:
        """Write a checklist of which the item ``number`` (from 1) was changed."""
        skill = replace(self.draft.skill(skill_id), checklist=items)
        place = Place(field="checklist", skill=skill_id, number=number)
        self._go_on(with_skill(self.draft, skill), place, typing=True)

    def suit(self, call_types: tuple[CallType, ...], tenures: tuple[Tenure, ...]) -> None:
        """Say which calls and whom it is for."""
        draft = suited(self.draft, call_types, tenures)
        field = "tenures" if draft.call_types == self.draft.call_types else "call_types"
        self._go_on(draft, Place(field=field))

    def add(self) -> str:
        """:returns: the id of one more skill, at the end."""
        skill = SkillDraft(id=new_skill_id())
        self._go_on(added(self.draft, skill), _name_of(skill.id))
        return skill.id

    def remove(self, skill_id: str) -> None:
        """Take a skill out."""
        self._go_on(removed(self.draft, skill_id), _name_of(skill_id))

    def move(self, skill_id: str, to: int) -> None:
        """:param to: so many skills are to stand before it."""
        self._go_on(moved(self.draft, skill_id, to), _name_of(skill_id))

    def undo(self) -> Place | None:
        """Take the last step back.

        :returns: where to look now; None where that is no place.
        """
        before = self.draft
        place = self._editing.undo()
        self._keep_if_new(before)
        return place

    def redo(self) -> Place | None:
        """Take a step that was taken back forth again.

        :returns: where to look now; None where that is no place.
        """
        before = self.draft
        place = self._editing.redo()
        self._keep_if_new(before)
        return place

    def drop_changes(self) -> None:
        """Go back to the words in use, which is a step like any other."""
        self._go_on(self._begun(self.draft.id), Place(field="name"))

    def copied(self, name: str) -> str:
        """:param name: how the copy is to be called.
        :returns: the id of a copy of one's own of the version in use; it is kept."""
        assert self.in_use, "only what is in use is copied here"
        draft = copy_of(self.in_use, name)
        self._session.keep_draft(draft.id, draft)
        return draft.id

    def leave(self) -> None:
        """Leave nothing behind of a rubric that no word was written of."""
        draft = self.draft
        words = (draft.name, draft.summary, draft.call_types, draft.tenures)
        is_blank = not any(words) and all(skill == SkillDraft(id=skill.id) for skill in draft.skills)
        if is_blank and self.in_use is None:
            self._session.drop_draft(draft.id, RubricDraft)

    # Into use

    @property
    def next_version(self) -> int:
        """The number it gets when it is put in use."""
        return self._session.ask(lambda store: store.rubrics.next_version(self.draft.id))

    def unanswered(self) -> list[tuple[str, str, str]]:
        """:returns: (id, name before, name now) of the skills of which somebody has to say whether they still mean the
        same."""
        if self._source is None:
            return []
        asked = looks_changed(self._source, self.draft)
        return [(one, self._source.skill(one).name, self.draft.skill(one).name) for one in asked]

    def say_same(self, skill_id: str) -> None:
        """It is still the same skill, in better words."""
        self._go_on(as_same_skill(self.draft, skill_id), None)

    def say_new(self, skill_id: str) -> None:
        """It is another skill by now; the levels given for the old one are not its own."""
        self._go_on(as_new_skill(self.draft, skill_id), None)

    def watched_calls(self) -> int:
        """:returns: for how many calls the version in use was chosen."""
        if self.in_use is None:
            return 0
        query = CallQuery(rubric_id=self.in_use.id, rubric_version=self.in_use.version)
        return self._session.ask(lambda store: len(store.finding.find(query, ())))

    def put_in_use(self) -> Rubric:
        """Make what is written the next version. It is frozen, and the steps begin anew.

        :raises SecondChairError: if something is missing yet.
        """
        draft = self.draft
        rubric = self._session.ask(lambda store: store.put_in_use(draft))
        self._session.drop_draft(draft.id, RubricDraft)
        self.in_use = self._source = rubric
        self._editing = Editing(draft_of(rubric))
        return rubric

    def _begun(self, rubric_id: str) -> RubricDraft:
        return draft_of(self.in_use) if self.in_use else RubricDraft(id=rubric_id)

    def _go_on(self, draft: RubricDraft, place: Place | None, *, typing: bool = False) -> None:
        before = self.draft
        self._editing.change(draft, place, typing=typing)
        self._keep_if_new(before)

    def _keep_if_new(self, before: RubricDraft) -> None:
        if self.draft == before:
            return
        if self.in_use and replace(self.draft, same=()) == draft_of(self.in_use):
            self._session.drop_draft(self.draft.id, RubricDraft)
        else:
            self._session.keep_draft(self.draft.id, self.draft)


def _name_of(skill_id: str) -> Place:
    return Place(field="name", skill=skill_id)
