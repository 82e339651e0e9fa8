"""What the cards of the mirror show: one figure each, with its chart and the calls it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from exports.mirror_figures import Mirror
from exports.mirror_said import all_said
from exports.mirror_words import count_text, delay_words, per_cent, stretch_words
from exports.one_thing_words import how_one_thing_is_chosen, one_thing_said
from exports.wording import SECOND_MS
from scoring.floor import Band
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


def _never(_call: MirrorCall) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the values of a measure are drawn: on which scale, what a point says, where the goal is, and which calls
    stand on less than the others."""

    scale: Scale
    words: Callable[[Point], str]
    goal: float | None
    is_light: Callable[[MirrorCall], bool] = _never


class MirrorCards:
    """Puts one mirror into figures.

    :param today: which year goes without saying.
    """

    def __init__(self, mirror: Mirror, today: date) -> None:
        self._mirror = mirror
        self._today = today
        self._said = all_said(mirror)
        self._words: dict[str, str] = {}

    def figures(self) -> list[Figure]:
        """:returns: one figure a measure, in the order of a call."""
        mirror = self._mirror
        return [
            self._own_share(),
            self._step_ins(),
            self._hand_backs(),
            self._tally("tee_ups", mirror.tee_ups, tr("teed up"), tr("not teed up")),
            self._tally("introductions", mirror.introductions.noted, tr("as agreed"), tr("“my boss”")),
            self._debrief_delays(),
            self._tally("rep_first", mirror.rep_first.debriefs, tr("the rep"), tr("not the rep")),
            self._tally("strengths_first", mirror.strengths_first.named, tr("a strength"), tr("none")),
            self._tally("coaching_closed", mirror.coaching_closed, tr("yes"), tr("not yet")),
            self._followed_through(),
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
        """:returns: ``"12 Oct, Elm Street Clinic with Priya"``. The same few calls are said in every chart."""
        if call.call_id not in self._words:
            self._words[call.call_id] = self._words_of(call)
        return self._words[call.call_id]

    def _words_of(self, call: MirrorCall) -> str:
        day, rep = self._day(call), self._mirror.reps.get(call.rep_id)
        customer, name = call.customer.strip(), rep.first_name if rep else ""
        if customer and name:
            return tr("{day}, {customer} with {rep}").format(day=day, customer=customer, rep=name)
        return tr("{day}, {what}").format(day=day, what=customer or name) if customer or name else day

    def _day(self, call: MirrorCall) -> str:
        return short_day(call.when.date(), self._today)

    def _own_share(self) -> Figure:
        found, most = self._mirror.own_share, self._mirror.goals.share_at_most
        goal = most / 100 if most is not None else None
        drawing = Drawing(SHARES, _share_words, goal, _is_rough)
        return self._measured("own_share", found, drawing, self._lines(found.left_out, tr("no figure")))

    def _step_ins(self) -> Figure:
        found = self._mirror.step_ins.a_call
        drawing = Drawing(COUNTS, _step_words, self._mirror.goals.steps_at_most, _is_recalled)
        others = self._lines([call for call in found.left_out if call.steps], tr("from memory"))
        return self._measured("step_ins", found, drawing, others)

    def _hand_backs(self) -> Figure:
        found, within = self._mirror.hand_backs, self._mirror.goals.hand_back_s
        goal = within * SECOND_MS if within is not None else None
        others = self._lines(found.kept_on, tr("never handed back"))
        return self._measured("hand_backs", found.times, Drawing(LENGTHS, _stretch_words, goal), others)

    def _debrief_delays(self) -> Figure:
        found, by = self._mirror.debrief_delays.times, self._mirror.goals.debrief_by
        others = self._lines(found.left_out, tr("its end is from memory"))
        drawing = Drawing(LENGTHS, _delay_words, by.ms if by else None)
        return self._measured("debrief_delays", found, drawing, others)

    def _measured(
        self, key: str, found: Measured, drawing: Drawing, others: Sequence[EvidenceWords]
    ) -> Figure:
        """:param others: the calls that belong to it and have no value."""
        drawn = found.points[-DRAWN:]
        points = [self._point(one, drawing.words(one), light=drawing.is_light(one.call)) for one in drawn]
        ends = self._ends(key, drawn)
        chart = chart_of_figures(points, drawing.scale, ends, drawing.goal, joined=found.tells)
        lines = [*_evidence(points, len(found.points)), *others]
        return self._figure(key, chart if points else None, lines)

    def _tally(self, key: str, found: Tally, yes: str, no: str) -> Figure:
        done = (Point(call, 1) for call in found.done[-DRAWN:])
        values = [*done, *(Point(call, 0) for call in found.not_done[-DRAWN:])]
        drawn = sorted(values, key=_order)[-DRAWN:]
        points = [self._point(one, yes if one.value else no) for one in drawn]
        chart = chart_of_yes_and_no(points, yes, no, self._ends(key, drawn))
        return self._figure(key, chart if points else None, _evidence(points, found.calls))

    def _followed_through(self) -> Figure:
        """Drawn as yes and no; each commitment says what became of it."""
        found = self._mirror.followed_through
        figure = self._tally("followed_through", found.due, tr("evidence"), tr("without"))
        lines = [
            *self._lines(found.past, tr("open past its day")),
            *self._lines(found.waiting, tr("not due yet")),
            *self._lines(found.replaced, tr("replaced by another")),
            *self._lines(found.without, tr("closed without evidence")),
            *self._lines(found.with_evidence, tr("closed with evidence")),
        ]
        return replace(figure, evidence=tuple(lines))

    def _lines(self, calls: Sequence[MirrorCall], value: str) -> list[EvidenceWords]:
        """:returns: a line for each of ``calls``, the latest first, and no more than there are points."""
        latest = reversed(calls[-DRAWN:])
        return [EvidenceWords(words=self._said_of(call, value), key=call.id) for call in latest]

    def _point(self, point: Point, value: str, *, light: bool = False) -> ChartPoint:
        words = self._said_of(point.call, value)
        return ChartPoint(value=point.value, words=words, key=point.call.id, light=light)

    def _said_of(self, call: MirrorCall, value: str) -> str:
        return tr("{call}: {value}").format(call=self.call_words(call), value=value)

    def _ends(self, key: str, points: Sequence[Point]) -> Ends:
        if not points:
            return Ends()
        first, last = self._day(points[0].call), self._day(points[-1].call)
        whole = tr("{title}, from {first} to {last}").format(
            title=self._said[key].title, first=first, last=last
        )
        return Ends(first=first, last=last if len(points) > 1 else "", whole=whole)

    def _figure(self, key: str, chart: Chart | None, lines: Sequence[EvidenceWords]) -> Figure:
        said = self._said[key]
        return Figure(
            title=said.title,
            value=said.value,
            chart=chart,
            sentence=said.sentence,
            explanation=said.explanation,
            evidence=tuple(lines),
        )

    def _cadence(self) -> Figure:
        found = self._mirror.cadence
        lines = [
            *self._rep_lines(found.late, tr("{rep}: late")),
            *self._rep_lines(found.never, tr("{rep}: not seen yet")),
            *self._rep_lines(found.kept, tr("{rep}: as planned")),
        ]
        return self._figure("cadence", None, lines[:MOST_REPS])

    def _rep_lines(self, rep_ids: Iterable[UUID], words: str) -> list[EvidenceWords]:
        reps = (self._mirror.reps[rep_id.hex] for rep_id in rep_ids)
        return [EvidenceWords(words=words.format(rep=rep.name), key=RepKey(rep.id)) for rep in reps]


def _evidence(points: Sequence[ChartPoint], of: int) -> list[EvidenceWords]:
    """:param of: how many there are, those that are not drawn too."""
    lines = [EvidenceWords(words=point.words, key=point.key) for point in reversed(points)]
    if of > len(points):
        more = tr("These are the latest {n} of {of}; all of them count.")
        lines.append(EvidenceWords(words=more.format(n=len(points), of=of)))
    return lines


def _share_words(point: Point) -> str:
    return tr("{share} ±{margin}").format(share=per_cent(point.value), margin=point.call.margin)


def _step_words(point: Point) -> str:
    count, recalled = count_text(point.value), point.call.recalled
    return tr("{n}, {recalled} from memory").format(n=count, recalled=recalled) if recalled else count


def _stretch_words(point: Point) -> str:
    return stretch_words(point.value)


def _delay_words(point: Point) -> str:
    return delay_words(point.value)


def _is_rough(call: MirrorCall) -> bool:
    """Whether the share stands on fewer taps."""
    return call.margin == int(Band.EIGHT.value)


def _is_recalled(call: MirrorCall) -> bool:
    return call.recalled > 0


def _order(point: Point) -> Any:
    return order(point.call)
