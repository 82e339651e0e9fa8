"""What the cards of the mirror show: one figure each, with its chart and the calls it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from exports.mirror_figures import Mirror
from exports.mirror_said import all_said
from exports.mirror_words import count_text, delay_words, per_cent, stretch_words
from exports.one_thing_words import how_one_thing_is_chosen, one_thing_said
from scoring.measures.over_calls import Measured, Point, Tally, order
from scoring.mirror import MirrorCall
from scoring.text import tr
from ui.mirror_charts import (
    COUNTS,
    DRAWN,
    LENGTHS,
    SHARES,
    Ends,
    Scale,
    chart_of_figures,
    chart_of_yes_and_no,
)
from ui.widgets.chart import Chart, ChartPoint
from ui.widgets.figure_card import EvidenceWords, Figure
from ui.words import short_day

MOST_REPS = 40


@dataclass(frozen=True, slots=True)
class RepKey:
    """Stands for a rep where other lines of evidence stand for calls."""

    rep_id: UUID


class MirrorCards:
    """Puts one mirror into figures.

    :param today: which year goes without saying.
    """

    def __init__(self, mirror: Mirror, today: date) -> None:
        self._mirror = mirror
        self._today = today
        self._said = all_said(mirror)

    def figures(self) -> list[Figure]:
        """:returns: one figure a measure, in the order of a call."""
        mirror, goals = self._mirror, self._mirror.goals
        share = goals.share_at_most / 100 if goals.share_at_most is not None else None
        back = goals.hand_back_s * 1_000 if goals.hand_back_s is not None else None
        by = goals.debrief_by.ms if goals.debrief_by else None
        return [
            self._spread("own_share", mirror.own_share, SHARES, per_cent, share),
            self._spread("step_ins", mirror.step_ins.a_call, COUNTS, count_text, goals.steps_at_most),
            self._spread("hand_backs", mirror.hand_backs.times, LENGTHS, stretch_words, back),
            self._tally("tee_ups", mirror.tee_ups, tr("teed up"), tr("not teed up")),
            self._tally("introductions", mirror.introductions.noted, tr("as agreed"), tr("“my boss”")),
            self._spread("debrief_delays", mirror.debrief_delays.times, LENGTHS, delay_words, by),
            self._tally("rep_first", mirror.rep_first.debriefs, tr("the rep"), tr("not the rep")),
            self._tally("strengths_first", mirror.strengths_first.named, tr("a strength"), tr("none")),
            self._tally("coaching_closed", mirror.coaching_closed, tr("yes"), tr("not yet")),
            self._tally("followed_through", mirror.followed_through.due, tr("evidence"), tr("without")),
            self._cadence(),
        ]

    def one_thing(self) -> Figure | None:
        """:returns: the one thing worth changing, or None where nothing is said."""
        found = self._mirror.one_thing
        if found is None:
            return None
        said = one_thing_said(found)
        lines = [EvidenceWords(words=self.call_words(call), key=call.id) for call in found.shown]
        return Figure(
            title=said.fact,
            sentence=said.advice,
            explanation=how_one_thing_is_chosen(),
            evidence=tuple(lines),
        )

    def call_words(self, call: MirrorCall) -> str:
        """:returns: ``"12 Oct, Elm Street Clinic with Priya"``."""
        day, rep = self._day(call), self._mirror.reps.get(call.rep_id)
        customer, name = call.customer.strip(), rep.first_name if rep else ""
        if customer and name:
            return tr("{day}, {customer} with {rep}").format(day=day, customer=customer, rep=name)
        return tr("{day}, {what}").format(day=day, what=customer or name) if customer or name else day

    def _day(self, call: MirrorCall) -> str:
        return short_day(call.when.date(), self._today)

    def _spread(
        self, key: str, found: Measured, scale: Scale, words: Callable[[float], str], goal: float | None
    ) -> Figure:
        points = [self._point(one, words(one.value)) for one in found.points[-DRAWN:]]
        ends = self._ends(key, found.points[-DRAWN:])
        chart = chart_of_figures(points, scale, ends, goal, joined=found.tells)
        return self._figure(key, chart, points, len(found.points))

    def _tally(self, key: str, found: Tally, yes: str, no: str) -> Figure:
        done = (Point(call, 1) for call in found.done[-DRAWN:])
        values = [*done, *(Point(call, 0) for call in found.not_done[-DRAWN:])]
        drawn = sorted(values, key=_order)[-DRAWN:]
        points = [self._point(one, yes if one.value else no) for one in drawn]
        chart = chart_of_yes_and_no(points, yes, no, self._ends(key, drawn))
        return self._figure(key, chart, points, found.calls)

    def _point(self, point: Point, value: str) -> ChartPoint:
        words = tr("{call}: {value}").format(call=self.call_words(point.call), value=value)
        return ChartPoint(value=point.value, words=words, key=point.call.id)

    def _ends(self, key: str, points: Sequence[Point]) -> Ends:
        if not points:
            return Ends()
        first, last = self._day(points[0].call), self._day(points[-1].call)
        whole = tr("{title}, from {first} to {last}").format(
            title=self._said[key].title, first=first, last=last
        )
        return Ends(first=first, last=last if len(points) > 1 else "", whole=whole)

    def _figure(self, key: str, chart: Chart, points: Sequence[ChartPoint], of: int) -> Figure:
        said = self._said[key]
        lines = [EvidenceWords(words=point.words, key=point.key) for point in reversed(points)]
        if of > len(points):
            more = tr("These are the latest {n} of {of}; all of them count.")
            lines.append(EvidenceWords(words=more.format(n=len(points), of=of)))
        return Figure(
            title=said.title,
            value=said.value,
            chart=chart if points else None,
            sentence=said.sentence,
            explanation=said.explanation,
            evidence=tuple(lines),
        )

    def _cadence(self) -> Figure:
        said, found = self._said["cadence"], self._mirror.cadence
        lines = [
            *self._rep_lines(found.late, tr("{rep}: late")),
            *self._rep_lines(found.never, tr("{rep}: not seen yet")),
            *self._rep_lines(found.kept, tr("{rep}: as planned")),
        ]
        return Figure(
            title=said.title,
            value=said.value,
            sentence=said.sentence,
            explanation=said.explanation,
            evidence=tuple(lines[:MOST_REPS]),
        )

    def _rep_lines(self, rep_ids: Iterable[UUID], words: str) -> list[EvidenceWords]:
        reps = (self._mirror.reps[rep_id.hex] for rep_id in rep_ids)
        return [EvidenceWords(words=words.format(rep=rep.name), key=RepKey(rep.id)) for rep in reps]


def _order(point: Point) -> Any:
    return order(point.call)
