"""In which words a skill stood on a call.

A skill is the same wherever its id is the same: in all versions of a rubric, in copies of it and in other rubrics. Its
words (``Skill.wording``) may be others from one to the next, and the number of a level means the same only within the
same words. What a rubric says beside them (its name, its other skills, a checklist) makes no difference.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from scoring.rubric import Rubric, Skill, default_rubric


@dataclass(frozen=True, slots=True)
class Wording:
    """The rubric of a call, in the version it was watched with."""

    rubric_id: str
    version: int


NOTHING_PLANNED = Wording("", 1)
"""Of a call that no rubric was chosen for: it is watched with that of the app."""


class Wordings:
    """The words of every skill, by wording.

    :param rubrics: those that are here. The words of a rubric that is not here are the same within one version of it,
        because that never changes, and others than anywhere else.
    """

    def __init__(self, rubrics: Iterable[Rubric] = ()) -> None:
        named = {Wording(rubric.id, rubric.version): rubric for rubric in rubrics}
        self._rubrics = {NOTHING_PLANNED: default_rubric(), **named}
        self._skills = {
            (skill.id, wording): skill for wording, rubric in self._rubrics.items() for skill in rubric.skills
        }
        self._numbers: dict[str, dict[Wording, int]] = {}

    def rubric(self, wording: Wording) -> Rubric | None:
        """:returns: the rubric of a call, or None where it is not here."""
        return self._rubrics.get(wording)

    def skill(self, skill: str, wording: Wording) -> Skill | None:
        """:returns: a skill as a rubric has it, or None where it has none of this id or is not here."""
        return self._skills.get((skill, wording))

    def are_same(self, skill: str, one: Wording, other: Wording) -> bool:
        """Whether a skill has the same words in both, so that its levels mean the same."""
        return self._words(skill, one) == self._words(skill, other)

    def alike(self, skill: str, wording: Wording) -> tuple[Wording, ...]:
        """:returns: every wording in which a skill has the words it has in this one, this one among them."""
        return tuple(one for one in {wording: None, **self._rubrics} if self.are_same(skill, one, wording))

    def _words(self, skill: str, wording: Wording) -> Hashable:
        """The words are laid beside each other once, and told apart by a number from then on: a list of reps asks for
        thousands of pairs."""
        if skill not in self._numbers:
            found: dict[Hashable, int] = {}
            named = ((one, known) for (name, one), known in self._skills.items() if name == skill)
            self._numbers[skill] = {one: found.setdefault(known.wording, len(found)) for one, known in named}
        return self._numbers[skill].get(wording, wording)
