"""A rep over time: everything that the rep's page shows, and that ``main.py rep`` prints, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from exports.reading import facts_in
from scoring.call_type import CallType
from scoring.commitments import FollowedCommitment, Footing, followed
from scoring.debrief import Kept
from scoring.measures.choosing import ChoiceCount, choices_of
from scoring.measures.levels import LevelSeries, level_series
from scoring.measures.nerves import NervesPoint, nerves_by_visit
from scoring.measures.outcomes import Endings, endings_of
from scoring.measures.practising import Practice, practised
from scoring.measures.rewordings import Rewording, present_wording, rewordings
from scoring.measures.self_view import SelfViewGaps, self_view_gaps
from scoring.measures.visits import Visit, visits_of
from scoring.rating import LEVELS
from scoring.rubric import Skill
from scoring.state import Phase
from scoring.teeup import Chooser, Way
from scoring.wordings import Wording, Wordings

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One joint call in short; the figures name it by its ``visit`` number and its id."""

    visit: int
    call_id: UUID
    when: datetime
    customer: str
    call_type: CallType
    way: Way
    phase: Phase
    chosen_by: Chooser | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWords:
    """The words of a skill's levels, lowest first, in a rubric that other calls were watched with."""

    wording: Wording
    level_words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillOverTime:
    """One skill, in whatever rubrics: its name and the words of its levels, lowest first, as the latest rubric with it
    has them; ``other_words`` are those of the other rubrics it was rated by. ``rewordings`` are the calls on which its
    words changed."""

    skill: str
    name: str
    level_words: tuple[str, ...]
    levels: LevelSeries
    other_words: tuple[OtherWords, ...] = ()
    rewordings: tuple[Rewording, ...] = ()

    def words_in(self, wording: Wording) -> tuple[str, ...]:
        """:returns: the words of the levels as they were in one rubric."""
        known = (other.level_words for other in self.other_words if other.wording == wording)
        return next(known, self.level_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """One commitment: where and when it was agreed, and the last word on it, said in the debrief of ``closed_in``.
    ``evidence`` is how many entries that word stands on, ``footing`` what kind they are of."""

    call_id: UUID
    number: int
    agreed_on: date
    words: str
    first_tried: str
    check_on: date | None
    kept: Kept | None
    closed_in: UUID | None
    evidence: int
    footing: Footing
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedPoint:
    """What was left for a later call."""

    visit: int
    call_id: UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepOverTime:
    """One rep over all joint calls. ``visits``, and what goes by visit, are oldest first; commitments and parked points
    latest first. ``wording`` is the rubric of the latest call, None before the first one. ``coaching`` is private to
    the manager."""

    rep_id: UUID
    name: str
    title: str
    team: str
    coaching: str
    is_retired: bool
    wording: Wording | None
    visits: tuple[VisitLine, ...]
    skills: tuple[SkillOverTime, ...]
    practising: tuple[Practice, ...]
    self_view: SelfViewGaps
    nerves: tuple[NervesPoint, ...]
    endings: Endings
    choices: tuple[ChoiceCount, ...]
    commitments: tuple[CommitmentLine, ...]
    parked: tuple[ParkedPoint, ...]

    @property
    def first_name(self) -> str:
        """The name as it is used in speech."""
        return self.name.split()[0]

    def visit(self, number: int) -> VisitLine:
        """:returns: the visit with this number, counted from 1."""
        return self.visits[number - 1]

    def skill(self, skill: str) -> SkillOverTime:
        """:returns: one of the skills. :raises KeyError: when there is none."""
        for one in self.skills:
            if one.skill == skill:
                return one
        raise KeyError(skill)


def over_time(store: Store, rep_id: UUID) -> RepOverTime:
    """Gather all of it.

    :param rep_id: any entry of the person.
    :raises KeyError: if there is no such rep.
    """
    rep = store.reps.get(store.counts_as(rep_id))
    visits = visits_of(rep.id, facts_in(store, rep.id))
    return RepOverTime(
        rep_id=rep.id,
        name=rep.name,
        title=rep.title,
        team=rep.team,
        coaching=rep.coaching,
        is_retired=rep.retired_at is not None,
        wording=visits[-1].wording if visits else None,
        visits=tuple(_visit_line(visit) for visit in visits),
        skills=tuple(_skills(visits, store.rubrics.wordings())),
        practising=practised(visits),
        self_view=self_view_gaps(visits),
        nerves=nerves_by_visit(visits),
        endings=endings_of(visits),
        choices=choices_of(visits),
        commitments=tuple(map(_commitment_line, followed([visit.facts for visit in visits]))),
        parked=tuple(_parked(visits)),
    )


def _visit_line(visit: Visit) -> VisitLine:
    facts = visit.facts
    return VisitLine(
        visit=visit.number,
        call_id=facts.call_id,
        when=facts.when,
        customer=facts.customer,
        call_type=facts.call_type,
        way=facts.way,
        phase=facts.phase,
        chosen_by=facts.chosen_by,
    )


def _skills(visits: Sequence[Visit], wordings: Wordings) -> Iterator[SkillOverTime]:
    """All skills of the latest rubric in its order, then those of earlier ones of which something is known."""
    if not visits:
        return
    latest = visits[-1].wording
    named = _named(wordings, visits)
    known = dict.fromkeys(one.skill for visit in visits for one in visit.facts.skills)
    of_latest = [skill for skill, words in named.items() if latest in words]
    for skill in dict.fromkeys((*of_latest, *(skill for skill in named if skill in known), *known)):
        name, words, other_words = _words_of(skill, named.get(skill, {}))
        present = present_wording(skill, visits, wordings) or latest
        yield SkillOverTime(
            skill=skill,
            name=name,
            level_words=words,
            levels=level_series(skill, visits, present, wordings),
            other_words=other_words,
            rewordings=rewordings(skill, visits, wordings),
        )


def _words_of(
    skill: str, wordings: Mapping[Wording, Skill]
) -> tuple[str, tuple[str, ...], tuple[OtherWords, ...]]:
    """:param wordings: the skill in each rubric that knows it, the latest first.
    :returns: name and words of the levels, and the words elsewhere; of a skill that no rubric here knows, what there is
        to tell it by."""
    if not wordings:
        return skill, tuple(map(str, LEVELS)), ()
    latest, *others = (OtherWords(wording=one, level_words=_words(known)) for one, known in wordings.items())
    return wordings[latest.wording].name, latest.level_words, tuple(others)


def _words(skill: Skill) -> tuple[str, ...]:
    return tuple(level.word for level in skill.levels)


def _named(wordings: Wordings, visits: Sequence[Visit]) -> dict[str, dict[Wording, Skill]]:
    """:returns: every skill by id, in each rubric that knows it, the latest first."""
    named: dict[str, dict[Wording, Skill]] = {}
    for wording in dict.fromkeys(visit.wording for visit in reversed(visits)):
        rubric = wordings.rubric(wording)
        for skill in rubric.skills if rubric else ():
            named.setdefault(skill.id, {})[wording] = skill
    return named


def _commitment_line(one: FollowedCommitment) -> CommitmentLine:
    return CommitmentLine(
        call_id=one.agreed_in.call_id,
        number=one.number,
        agreed_on=one.agreed_in.when.date(),
        words=one.commitment.words,
        first_tried=one.commitment.first_tried,
        check_on=one.commitment.check_on,
        kept=one.kept,
        closed_in=one.closed_in.call_id if one.closed_in else None,
        evidence=len(one.evidence),
        footing=one.footing,
        is_open=one.is_open,
    )


def _parked(visits: Sequence[Visit]) -> Iterator[ParkedPoint]:
    for visit in reversed(visits):
        for words in visit.facts.parked:
            yield ParkedPoint(visit=visit.number, call_id=visit.facts.call_id, words=words)
