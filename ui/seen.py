"""What the manager saw in a call, once it may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from exports.skill_table import level_word, seen_words
from exports.wording import outcome_text, quoted
from scoring.debrief import Debrief, MyView, standing_rating
from scoring.entry import Marked
from scoring.privacy import open_view
from scoring.rating import Basis, Rating, rating_of
from scoring.rubric import Rubric, Skill
from scoring.state import CallState
from scoring.text import tr
from scoring.ticks import checked_of
from ui.logged import lines_of_observations, lines_of_skill, skill_name, time_of
from ui.widgets.evidence_list import EvidenceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSkill:
    """One skill: the rating that stands, in dots and words, what it stands on, and the rep's own word for it.

    ``standing`` and ``first`` differ where the rating changed after hearing the rep. ``own`` is empty where the rep
    was not asked. ``ticked`` is what was ticked of the checklist. ``lines`` are there for the skills that were watched
    for.
    """

    skill: Skill
    is_focus: bool
    standing: Rating | None
    first: Rating | None
    own: str
    stands_on: str
    ticked: tuple[str, ...]
    lines: tuple[EvidenceLine, ...]

    @property
    def word(self) -> str:
        """The word for the level that stands, with the first one where it was another."""
        word = level_word(self.skill, self.standing)
        if self.standing == self.first:
            return word
        return tr("{level}, first {before}").format(level=word, before=level_word(self.skill, self.first))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCall:
    """What was seen in one call."""

    call_id: UUID
    title: str
    strengths: tuple[EvidenceLine, ...]
    gaps: tuple[EvidenceLine, ...]
    outcome: str
    declared: str
    skills: tuple[SeenSkill, ...]


def seen_of_call(
    call_id: UUID, title: str, state: CallState, rubric: Rubric, debrief: Debrief | None
) -> SeenCall | None:
    """:returns: what was seen, or None while the manager's view is sealed."""
    view = open_view(state)
    if view is None:
        return None
    return SeenCall(
        call_id=call_id,
        title=title,
        strengths=tuple(lines_of_observations(state, view.strengths)),
        gaps=tuple(lines_of_observations(state, view.gaps)),
        outcome=outcome_text(view),
        declared=_declared(state),
        skills=tuple(_seen_skill(skill, state, view, debrief) for skill in rubric.skills),
    )


def sealed_words(rep: str) -> str:
    """:returns: what stands in place of all this while it is sealed."""
    return tr("Opens after {rep} has spoken.\nTheir view first, then yours.").format(rep=rep)


def in_short(seen: SeenCall) -> list[EvidenceLine]:
    """:returns: strengths and what got in the way as one list, told apart by plus and minus."""
    return [*_signed(seen.strengths, "+"), *_signed(seen.gaps, "–")]


def seen_today(state: CallState, rubric: Rubric) -> str:
    """:returns: which skill that was watched for was first seen in this call with words for it, as a sentence; nothing
    while the manager's view is sealed, because its words may be the same."""
    if open_view(state) is None:
        return ""
    watched = [
        (item, mark)
        for item, mark in state.of(Marked)
        if mark.seen and mark.skill in state.tee_up.focus_skills and mark.words.strip()
    ]
    if not watched:
        return ""
    item, mark = watched[0]
    time, skill, words = time_of(item), skill_name(rubric, mark.skill), quoted(mark.words.strip())
    if not time:
        return tr("{skill}, seen today: {words}").format(skill=skill, words=words)
    return tr("{skill}, seen today at {time}: {words}").format(skill=skill, time=time, words=words)


def _signed(lines: Sequence[EvidenceLine], sign: str) -> list[EvidenceLine]:
    return [replace(line, sign=sign) for line in lines]


def _declared(state: CallState) -> str:
    plan = state.tee_up
    best = tr("Best: {words}.").format(words=plan.best.strip()) if plan.best.strip() else ""
    least = tr("Least: {words}.").format(words=plan.least.strip()) if plan.least.strip() else ""
    return " ".join(filter(None, (best, least)))


def _seen_skill(skill: Skill, state: CallState, view: MyView, debrief: Debrief | None) -> SeenSkill:
    own = rating_of(state.self_view.ratings, skill.id) if state.self_view else None
    is_focus = skill.id in state.tee_up.focus_skills
    standing = standing_rating(view, debrief, skill.id)
    return SeenSkill(
        skill=skill,
        is_focus=is_focus,
        standing=standing,
        first=rating_of(view.ratings, skill.id),
        own=level_word(skill, own) if own else "",
        stands_on=_stands_on(standing, [mark for _, mark in state.marks_of(skill.id)]),
        ticked=tuple(skill.checklist[item - 1] for item in checked_of(view, skill.id)),
        lines=tuple(lines_of_skill(state, skill.id)) if is_focus else (),
    )


def _stands_on(rating: Rating | None, marks: Sequence[Marked]) -> str:
    note = tr("judgement only") if rating and rating.basis == Basis.JUDGEMENT else ""
    return "; ".join(filter(None, (seen_words(marks), note)))
