"""A rep over time as cards: what each of them shows, and which call it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from exports.rep_figures import ParkedPoint, RepOverTime, SkillOverTime
from exports.rep_words import (
    choice_word,
    choices_words,
    dip_words,
    ending_words,
    endings_words,
    footing_words,
    gap_line,
    how_choices,
    how_endings,
    how_levels,
    how_practising,
    how_self_view,
    level_spread,
    level_value,
    level_words,
    needs_a_look,
    said_of,
    self_view_value,
    status_words,
    tries_words,
    try_words,
    visit_words,
)
from exports.rewording_words import reworded_words, rewording_lines
from exports.wording import nerves_word, ordinal
from scoring.debrief import Nerves
from scoring.measures.levels import LevelPoint
from scoring.measures.practising import Practice
from scoring.measures.rewordings import Rewording
from scoring.measures.spread import LEAST_TO_TELL
from scoring.rating import LEVELS, Basis
from scoring.text import tr
from ui.rep_drawing import MOST_DRAWN, changes_drawn, drawn, known, read_out
from ui.widgets.chart import Chart, ChartPoint
from ui.widgets.commitment_list import CommitmentRow
from ui.widgets.figure_card import Figure
from ui.widgets.quiet_lines import EvidenceWords
from ui.words import short_day

MOST_PARKED: Final = 6
_WIDEST_GAP: Final = len(LEVELS) - 1


@dataclass(frozen=True, slots=True)
class CallPlace:
    """What a point or a line leads to: a call, and in it one skill, or all of it."""

    call_id: UUID
    skill: str | None = None


class RepCards:
    """Puts one rep into figures. The key of a point and of a line is the ``CallPlace`` it leads to.

    :param today: the day of the reader.
    """

    def __init__(self, over: RepOverTime, today: date) -> None:
        self._over = over
        self._today = today
        self._calls = [visit_words(visit, self._day) for visit in over.visits]

    def skills(self) -> list[Figure]:
        """:returns: a card a skill, in the order of the rubric."""
        return [self._skill(skill) for skill in self._over.skills]

    def commitments(self) -> list[CommitmentRow]:
        """:returns: a row a commitment, latest first; its key is (call id, number)."""
        return [
            CommitmentRow(
                key=(line.call_id, line.number),
                day=self._day(line.agreed_on),
                words=line.words,
                status=status_words(line, self._today, self._day),
                late=needs_a_look(line, self._today),
                reminds=line.is_open and line.check_on is not None and line.check_on >= self._today,
                detail=footing_words(line),
            )
            for line in self._over.commitments
        ]

    def nerves(self) -> Figure:
        """:returns: the rep's own word for every visit; nothing is worked out from it."""
        said = [point for point in self._over.nerves if point.nerves is not None]
        steps = list(Nerves)
        points = [
            None
            if point.nerves is None
            else ChartPoint(
                value=steps.index(point.nerves),
                words=said_of(self._call(point.visit), nerves_word(point.nerves)),
                key=CallPlace(point.call_id),
                second=True,
            )
            for point in self._over.nerves
        ]
        places = drawn(points)
        chart = Chart(
            points=places,
            lowest=0,
            highest=len(steps) - 1,
            rungs=tuple(range(len(steps))),
            rung_words=tuple(map(nerves_word, steps)),
            joined=len(said) >= LEAST_TO_TELL,
            first_words=tr("1st call together") if places else "",
            last_words=tr("{nth} call").format(nth=ordinal(len(points))) if len(points) > 1 else "",
            whole=read_out(places),
        )
        latest = nerves_word(said[-1].nerves) if said and said[-1].nerves else tr("not said yet")
        return Figure(
            title=tr("Nerves with me in the room"),
            value=latest,
            chart=chart,
            explanation=tr("Their own word after each call. It is shown, and nothing is worked out from it."),
            evidence=tuple(EvidenceWords(words=point.words, key=point.key) for point in known(points)),
        )

    def practising(self) -> Figure:
        """:returns: what is practised, with its tries."""
        over = self._over
        lines = [
            tr("{skill}: {tries}.").format(skill=over.skill(one.skill).name, tries=tries_words(one))
            for one in over.practising
        ]
        if any(one.more_seen is None for one in over.practising):
            lines.append(dip_words())
        return Figure(
            title=tr("Practising"),
            sentence="\n".join(lines) or tr("No skill is in focus now. One is agreed at tee-up."),
            explanation=how_practising() if over.practising else "",
            evidence=tuple(line for one in over.practising for line in self._tries(one)),
        )

    def self_view(self) -> Figure:
        """:returns: the rep's own levels against the manager's first ones."""
        gaps = self._over.self_view
        lines = [
            EvidenceWords(
                words=said_of(self._call(gap.visit), gap_line(self._over, gap)),
                key=CallPlace(gap.call_id, gap.skill),
            )
            for gap in gaps.gaps
        ]
        points = [
            ChartPoint(value=gap.gap, words=line.words, key=line.key, light=gap.from_memory)
            for gap, line in zip(gaps.gaps, lines, strict=True)
        ]
        chart = Chart(
            points=tuple(points[-MOST_DRAWN:]),
            lowest=-_WIDEST_GAP,
            highest=_WIDEST_GAP,
            rungs=(-_WIDEST_GAP, 0, _WIDEST_GAP),
            rung_words=(tr("below mine"), tr("the same"), tr("above mine")),
            band=(gaps.spread.lowest, gaps.spread.highest) if gaps.spread else None,
            whole=self_view_value(gaps),
        )
        return Figure(
            title=tr("Own view against mine"),
            value=self_view_value(gaps),
            chart=chart if points else None,
            sentence="" if points else tr("No level to compare yet."),
            explanation=how_self_view(),
            evidence=tuple(lines),
        )

    def endings(self) -> Figure:
        """:returns: how the calls ended, against what was declared."""
        endings = self._over.endings
        return Figure(
            title=tr("How it ended"),
            sentence=endings_words(endings) or tr("Not said yet."),
            explanation=how_endings(),
            evidence=tuple(
                EvidenceWords(
                    words=said_of(self._call(one.visit), ending_words(one)), key=CallPlace(one.call_id)
                )
                for one in endings.endings
            ),
        )

    def choices(self) -> Figure:
        """:returns: who chose the calls."""
        name = self._over.first_name
        return Figure(
            title=tr("Who chose the calls"),
            sentence=choices_words(self._over.choices, name),
            explanation=how_choices(),
            evidence=tuple(
                EvidenceWords(
                    words=said_of(self._call(visit.visit), choice_word(visit.chosen_by, name)),
                    key=CallPlace(visit.call_id),
                )
                for visit in self._over.visits
            ),
        )

    def parked(self) -> Figure:
        """:returns: what was left for a later call, latest first."""
        parked = self._over.parked
        latest, rest = parked[:MOST_PARKED], parked[MOST_PARKED:]
        return Figure(
            title=tr("Parked for later"),
            sentence="" if parked else tr("Nothing is parked."),
            lines=self._parked(latest),
            explanation=tr("All that was parked, older ones too.") if rest else "",
            evidence=self._parked(rest),
        )

    def coaching(self) -> Figure:
        """:returns: how this person likes to be coached, for the manager alone."""
        return Figure(
            title=tr("How they like to be coached"),
            value=tr("private"),
            sentence=self._over.coaching.strip() or tr("Nothing is written yet."),
            lines=(EvidenceWords(words=tr("For you alone: it never stands on a page.")),),
        )

    def _skill(self, skill: SkillOverTime) -> Figure:
        levels = skill.levels
        lines = [self._rated(skill, point) for point in levels.points]
        changes = changes_drawn(len(lines), (one.visit for one in skill.rewordings))
        reworded = self._latest_rewording(skill)
        chart = Chart(
            points=tuple(
                None if number is None else _level_point(levels.points, number, lines)
                for number in drawn(range(len(lines)))
            ),
            lowest=LEVELS[0],
            highest=LEVELS[-1],
            rungs=LEVELS,
            joined=levels.has_line,
            changes=changes,
            band=(levels.spread.lowest, levels.spread.highest) if levels.spread else None,
            band_from=_band_from(skill),
            whole=" ".join(
                (
                    tr("{value}. {spread}").format(value=level_value(skill), spread=level_spread(skill)),
                    *(line.words for line in reworded),
                )
            ),
        )
        return Figure(
            title=skill.name,
            value=level_value(skill),
            chart=chart,
            lines=reworded,
            explanation=tr("{spread} {how}").format(spread=level_spread(skill), how=how_levels()),
            evidence=tuple(self._levels(skill, lines)),
        )

    def _levels(self, skill: SkillOverTime, lines: Sequence[EvidenceWords]) -> Iterator[EvidenceWords]:
        """The rated calls in their order, and between them what changed of the words."""
        reworded = {one.visit: one for one in skill.rewordings}
        for line, point in zip(lines, skill.levels.points, strict=True):
            if point.visit in reworded:
                yield from self._rewording(reworded[point.visit], skill.skill)
            if point.rated:
                yield line

    def _rewording(self, rewording: Rewording, skill: str) -> Iterator[EvidenceWords]:
        words = reworded_words(self._call(rewording.visit))
        yield EvidenceWords(words=words, key=CallPlace(rewording.call_id, skill))
        yield from (EvidenceWords(words=line) for line in rewording_lines(rewording))

    def _latest_rewording(self, skill: SkillOverTime) -> tuple[EvidenceWords, ...]:
        """What the upright line in a chart means; where there are several, when the latest was."""
        return tuple(next(self._rewording(one, skill.skill)) for one in skill.rewordings[-1:])

    def _rated(self, skill: SkillOverTime, point: LevelPoint) -> EvidenceWords:
        words = said_of(self._call(point.visit), level_words(skill, point))
        return EvidenceWords(words=words, key=CallPlace(point.call_id, skill.skill))

    def _tries(self, practice: Practice) -> Iterator[EvidenceWords]:
        skill = self._over.skill(practice.skill)
        name, several = skill.name, len(self._over.practising) > 1
        reworded = {one.visit: one for one in skill.rewordings if one.visit > practice.since}
        for one in practice.tries:
            for visit in [visit for visit in reworded if visit <= one.visit]:
                yield from self._rewording(reworded.pop(visit), practice.skill)
            words = said_of(name, try_words(one)) if several else try_words(one)
            place = CallPlace(one.call_id, practice.skill)
            yield EvidenceWords(words=said_of(self._call(one.visit), words), key=place)

    def _parked(self, parked: Sequence[ParkedPoint]) -> tuple[EvidenceWords, ...]:
        return tuple(
            EvidenceWords(
                words=said_of(self._day(self._over.visit(one.visit).when.date()), one.words),
                key=CallPlace(one.call_id),
            )
            for one in parked
        )

    def _call(self, number: int) -> str:
        return self._calls[number - 1]

    def _day(self, day: date) -> str:
        return short_day(day, self._today)


def _band_from(skill: SkillOverTime) -> int:
    """:returns: the place from which the levels lie that the band is told of: after the last change of the words before
    the first of them."""
    counted = [point.visit for point in skill.levels.points if point.counts]
    before = [one.visit for one in skill.rewordings if counted and one.visit <= counted[0]]
    return max(changes_drawn(len(skill.levels.points), before), default=0)


def _level_point(
    points: Sequence[LevelPoint], number: int, lines: Sequence[EvidenceWords]
) -> ChartPoint | None:
    """:returns: what is drawn of a visit. No line leads to what stands on memory alone, or from it."""
    point = points[number]
    if point.level is None:
        return None
    return ChartPoint(
        value=point.level,
        words=lines[number].words,
        key=lines[number].key,
        hollow=point.visit == 1,
        light=point.from_memory or point.basis == Basis.JUDGEMENT,
        apart=not point.is_in_line or (number > 0 and not points[number - 1].is_in_line),
    )
