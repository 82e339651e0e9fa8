"""How close the log of a practice call came to what really happened in it.

What happened is known, because the talk was written beforehand. Its times run on without the pauses: who pauses a
practice call pauses the talk with it. There is no least length here, as there is for the figures of a real call.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.entry import Floor, Marked
from scoring.floor import PARTIES, FloorSpan, Span, counted_ms, end_ms, floor_spans, whole_percents
from scoring.state import CallState, Standing
from scoring.turns import true_shares

WITHIN_MS = 20_000
"""How long after a behaviour began a mark can still mean it: it takes some ten seconds until a behaviour can be told
for what it is, a few more to find its tile, and what comes later was probably meant for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """Something the rep does (``seen``) or leaves out, of one skill, from ``at_ms`` on."""

    skill: str
    seen: bool
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What happens in a talk: who speaks, in order of time, and what there is to mark."""

    spans: tuple[FloorSpan, ...]
    behaviours: tuple[Behaviour, ...] = ()


class Catch(StrEnum):
    """What became of a behaviour in the log."""

    MARKED = "marked"
    OTHER_WAY = "other_way"
    NOT_MARKED = "not_marked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A behaviour and what became of it; ``after_ms`` is how much later it was marked, None where it was not."""

    behaviour: Behaviour
    catch: Catch
    after_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness:
    """The talk beside the log, up to ``end_ms``, where either was over.

    ``true_percent`` and ``tapped_percent`` are the shares of the three parties as whole per cents, None where none of
    them spoke, or was tapped. ``beside`` counts the marks that mean nothing in the talk.
    """

    end_ms: int
    true_spans: tuple[FloorSpan, ...]
    tapped_spans: tuple[FloorSpan, ...]
    true_percent: dict[Floor, int] | None
    tapped_percent: dict[Floor, int] | None
    watched: tuple[Watched, ...]
    beside: int

    @property
    def points_over(self) -> dict[Floor, int] | None:
        """How many points too many each party was tapped, too few below zero; None without one of the two shares."""
        if self.true_percent is None or self.tapped_percent is None:
            return None
        return {who: self.tapped_percent[who] - self.true_percent[who] for who in PARTIES}

    def count(self, catch: Catch) -> int:
        """:returns: how many behaviours this became of."""
        return sum(watched.catch == catch for watched in self.watched)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    rep: float
    customer: float
    me: float


def talk_ms(state: CallState, elapsed_ms: int) -> int:
    """:returns: how far the talk of a practice call has come (ms) when the call is ``elapsed_ms`` old."""
    logged_ms = counted_ms(state, Span(0, state.last_ms))
    return logged_ms if state.is_paused else logged_ms + max(0, elapsed_ms - state.last_ms)


def closeness(truth: Truth, state: CallState) -> Closeness:
    """Lay the log of a practice call beside its talk; of the talk, only what took place by the end of the call."""
    last_ms = max((span.end_ms for span in truth.spans), default=0)
    until_ms = min(last_ms, _talk_time(state, end_ms(state)))
    true_spans = _up_to(truth.spans, until_ms)
    tapped_spans = _up_to(_tapped(state), until_ms)
    watched, beside = _watched([one for one in truth.behaviours if one.at_ms < until_ms], state)
    return Closeness(
        end_ms=until_ms,
        true_spans=true_spans,
        tapped_spans=tapped_spans,
        true_percent=_percents(true_spans),
        tapped_percent=_percents(tapped_spans),
        watched=watched,
        beside=beside,
    )


def _talk_time(state: CallState, offset_ms: int) -> int:
    return counted_ms(state, Span(0, offset_ms))


def _tapped(state: CallState) -> Iterable[FloorSpan]:
    for span in floor_spans(state):
        yield FloorSpan(_talk_time(state, span.start_ms), _talk_time(state, span.end_ms), span.who)


def _up_to(spans: Iterable[FloorSpan], until_ms: int) -> tuple[FloorSpan, ...]:
    return tuple(
        FloorSpan(span.start_ms, min(span.end_ms, until_ms), span.who)
        for span in spans
        if span.start_ms < until_ms
    )


def _percents(spans: Sequence[FloorSpan]) -> dict[Floor, int] | None:
    shares = true_shares({who: tuple(span for span in spans if span.who == who) for who in PARTIES})
    if shares is None:
        return None
    return whole_percents(
        _Shares(rep=shares[Floor.REP], customer=shares[Floor.CUSTOMER], me=shares[Floor.ME])
    )


def _watched(behaviours: Sequence[Behaviour], state: CallState) -> tuple[tuple[Watched, ...], int]:
    """Give each behaviour the first mark that can mean it: those of its side first, then those of the other one.

    :returns: what became of each behaviour, and how many marks are left over.
    """
    marks = [(_talk_time(state, item.offset_ms), mark) for item, mark in _marks(state)]
    found: dict[Behaviour, Watched] = {}
    for catch in (Catch.MARKED, Catch.OTHER_WAY):
        for behaviour in behaviours:
            at = None if behaviour in found else _first_that_means(behaviour, catch, marks)
            if at is not None:
                after_ms = marks.pop(at)[0] - behaviour.at_ms
                found[behaviour] = Watched(behaviour=behaviour, catch=catch, after_ms=after_ms)
    not_marked = {one: Watched(behaviour=one, catch=Catch.NOT_MARKED) for one in behaviours}
    return tuple((not_marked | found).values()), len(marks)


def _marks(state: CallState) -> Iterable[tuple[Standing, Marked]]:
    return ((item, mark) for item, mark in state.of(Marked) if not item.entry.recalled)


def _first_that_means(behaviour: Behaviour, catch: Catch, marks: Sequence[tuple[int, Marked]]) -> int | None:
    seen = behaviour.seen if catch == Catch.MARKED else not behaviour.seen
    for place, (at_ms, mark) in enumerate(marks):
        is_in_time = 0 <= at_ms - behaviour.at_ms <= WITHIN_MS
        if is_in_time and (mark.skill, mark.seen) == (behaviour.skill, seen):
            return place
    return None
