"""Who had the floor: spans, shares, and how exact the shares are.

The band and its limits come from a simulation on recorded meetings: with about four taps a minute ("nobody" included) a
share lands within 1.5 points of the truth on average and 3.9 at the 95th percentile; with a fifth of the changes
missed, about 8. So figures carry a band by how the floor was tapped; there are none from memory or under ten minutes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from scoring.entry import (
    Ended,
    Floor,
    FloorCorrected,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    Paused,
    Reopened,
    Resumed,
    SatIn,
    StepInReason,
    SteppedIn,
)
from scoring.state import CallState, Standing
from scoring.teeup import Way

MINUTE_MS = 60_000
LEAST_LOGGED_MS = 10 * MINUTE_MS
EXACT_TAPS_A_MINUTE = 3
ROUGH_TAPS_A_MINUTE = 1
PARTIES = (Floor.REP, Floor.CUSTOMER, Floor.ME)


class Band(StrEnum):
    """How exact the shares are: plus or minus so many points, words only, or no figure at all."""

    FIVE = "5"
    EIGHT = "8"
    WORDS = "words"
    NONE = "none"

    @property
    def has_figures(self) -> bool:
        """Whether the floor was tapped often enough, and for long enough, to say shares in figures."""
        return self in (Band.FIVE, Band.EIGHT)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the call from ``start_ms`` up to, not including, ``end_ms``."""

    start_ms: int
    end_ms: int

    @property
    def length_ms(self) -> int:
        """The length of the stretch in ms."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class FloorSpan(Span):
    """A stretch in which ``who`` had the floor."""

    who: Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class StepIn:
    """The manager had stepped in from ``start_ms`` to ``end_ms``; ``handed_back`` is False if the call ended first.
    One that is ``recalled`` has no length.
    """

    start_ms: int
    end_ms: int
    handed_back: bool
    reason: StepInReason | None
    words: str
    recalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorFigures:
    """Shares (0 to 1) of rep, customer and manager in the time one of them had the floor.

    ``logged_ms`` is all logged floor, nobody included; ``taps`` the floor entries behind it.
    """

    rep: float
    customer: float
    me: float
    logged_ms: int
    taps: int
    band: Band

    def share(self, who: Floor) -> float:
        """:returns: the share of one of the three parties (0 to 1)."""
        return {Floor.REP: self.rep, Floor.CUSTOMER: self.customer, Floor.ME: self.me}[who]


def end_ms(state: CallState) -> int:
    """:returns: the offset at which the call ended, or of its latest entry while it runs (ms)."""
    return state.ended_ms if state.ended_ms is not None else state.last_ms


def away_spans(state: CallState) -> list[Span]:
    """:returns: the stretches that do not count, in order and without overlap: pauses, gaps, end to reopening (ms)."""
    away = [
        Span(max(0, at.offset_ms - gap.length_ms), at.offset_ms)
        for at, gap in state.of(Gap)
        if gap.length_ms > 0 and gap.reason != GapReason.CLOCK_CHANGED
    ]
    away += _between(state, Paused, Resumed) + _between(state, Ended, Reopened)
    return _merged(span for span in away if span.length_ms > 0)


def _between(state: CallState, opening: type, closing: type) -> list[Span]:
    marks = sorted(
        [*state.by_type.get(opening, ()), *state.by_type.get(closing, ())], key=lambda item: item.sequence
    )
    spans, since = [], None
    for item in marks:
        if isinstance(item.what, opening):
            since = item.offset_ms if since is None else since
        elif since is not None:
            spans.append(Span(since, item.offset_ms))
            since = None
    if since is not None:
        spans.append(Span(since, max(since, end_ms(state))))
    return spans


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_ms):
        if merged and span.start_ms <= merged[-1].end_ms:
            merged[-1] = Span(merged[-1].start_ms, max(merged[-1].end_ms, span.end_ms))
        else:
            merged.append(span)
    return merged


def length_ms(state: CallState) -> int:
    """:returns: how long the call took, pauses and gaps left out (ms)."""
    return counted_ms(state, Span(0, end_ms(state)))


def counted_ms(state: CallState, span: Span) -> int:
    """:returns: how much of a stretch counts, pauses and gaps left out (ms)."""
    return sum(piece.length_ms for piece in _without(span, away_spans(state)))


def untapped_spans(state: CallState) -> list[Span]:
    """:returns: the stretches in which nobody could tap the floor, in order and without overlap: what does not count,
    and where the manager sat in without a device (ms)."""
    return _merged([*away_spans(state), *_without_device(state)])


def _without_device(state: CallState) -> list[Span]:
    turns = [(0, state.tee_up.way), *((item.offset_ms, what.way) for item, what in state.of(SatIn))]
    ends = [*(offset for offset, _ in turns), end_ms(state)][1:]
    return [
        Span(start, end)
        for (start, way), end in zip(turns, ends, strict=True)
        if way == Way.NO_DEVICE and end > start
    ]


def floor_spans(state: CallState) -> tuple[FloorSpan, ...]:
    """:returns: who had the floor when, corrections included, in order, without overlap, and without what could not be
    tapped. What was recalled gives no span, nor does a correction where nothing was tapped: from memory there is no
    floor figure."""
    whole, away = Span(0, end_ms(state)), untapped_spans(state)
    spans = _tapped(state)
    for correction in _corrections(state) if spans else ():
        spans = _painted_over(spans, correction)
    joined: list[FloorSpan] = []
    for span in spans:
        for piece in _counted(span, whole, away):
            _append_joined(joined, piece)
    return tuple(joined)


def _counted(span: FloorSpan, whole: Span, away: Sequence[Span]) -> list[FloorSpan]:
    if not away and span.end_ms <= whole.end_ms:  # most calls are not interrupted, and have hundreds of spans
        return [span]
    pieces = _without(_clipped(span, whole), away)
    return [FloorSpan(piece.start_ms, piece.end_ms, span.who) for piece in pieces]


def has_floor(state: CallState, who: Floor, stretch: Span) -> bool:
    """:returns: whether ``who`` had the floor in all of a stretch, as far as it could be tapped."""
    others = [(span.start_ms, span.end_ms) for span in floor_spans(state) if span.who == who]
    counted = _without(_clipped(stretch, Span(0, end_ms(state))), untapped_spans(state))
    return all(
        any(start <= piece.start_ms and piece.end_ms <= end for start, end in others) for piece in counted
    )


def _taps(state: CallState) -> list[tuple[Standing, FloorTaken]]:
    return [(item, what) for item, what in state.of(FloorTaken) if not item.entry.recalled]


def _tapped(state: CallState) -> list[FloorSpan]:
    """:returns: who had the floor by the taps alone, each up to the next one."""
    taken = [(item.offset_ms, what.who) for item, what in _taps(state)]
    ends = [*(offset for offset, _ in taken), end_ms(state)][1:]
    return [FloorSpan(start, end, who) for (start, who), end in zip(taken, ends, strict=True) if end > start]


def _corrections(state: CallState) -> Iterator[FloorSpan]:
    """:returns: what was corrected, in the order in which it lies over what was there before."""
    if FloorCorrected not in state.by_type:
        return
    taps = [item for item, _ in _taps(state)]
    for item, what in state.of(FloorCorrected):
        if item.entry.recalled:
            continue
        until_ms = what.until_ms
        if until_ms is None:
            after = bisect_left(taps, item)
            until_ms = taps[after].offset_ms if after < len(taps) else end_ms(state)
        if until_ms > what.from_ms:
            yield FloorSpan(what.from_ms, until_ms, what.who)


def _painted_over(spans: list[FloorSpan], new: FloorSpan) -> list[FloorSpan]:
    """:returns: ``spans`` in order, with ``new`` in place of what they had there; those it does not touch stay."""
    first = bisect_right(spans, new.start_ms, key=lambda span: span.end_ms)
    last = bisect_left(spans, new.end_ms, key=lambda span: span.start_ms)
    kept = [
        FloorSpan(piece.start_ms, piece.end_ms, span.who)
        for span in spans[first:last]
        for piece in _without(span, [new])
    ]
    return [*spans[:first], *sorted([*kept, new], key=lambda span: span.start_ms), *spans[last:]]


def _clipped(span: Span, bounds: Span) -> Span:
    start_ms = max(span.start_ms, bounds.start_ms)
    return Span(start_ms, max(start_ms, min(span.end_ms, bounds.end_ms)))


def _without(span: Span, away: Sequence[Span]) -> list[Span]:
    pieces, start = [], span.start_ms
    for gap in away:
        if gap.end_ms <= start or gap.start_ms >= span.end_ms:
            continue
        pieces.append(Span(start, gap.start_ms))
        start = gap.end_ms
    pieces.append(Span(start, span.end_ms))
    return [piece for piece in pieces if piece.length_ms > 0]


def _append_joined(spans: list[FloorSpan], new: FloorSpan) -> None:
    if spans and spans[-1].who == new.who and spans[-1].end_ms == new.start_ms:
        spans[-1] = FloorSpan(spans[-1].start_ms, new.end_ms, new.who)
    else:
        spans.append(new)


def floor_figures(state: CallState) -> FloorFigures | None:
    """:returns: the shares of the call and their band, or None when none of the three ever had the floor."""
    return figures_of(state, floor_spans(state))


def figures_of(state: CallState, spans: Sequence[FloorSpan]) -> FloorFigures | None:
    """:returns: as ``floor_figures``, where its ``floor_spans`` are known already."""
    spoken = {who: sum(span.length_ms for span in spans if span.who == who) for who in PARTIES}
    total = sum(spoken.values())
    if total == 0:
        return None
    logged = sum(span.length_ms for span in spans)
    taps = sum(not item.entry.recalled for item in state.by_type.get(FloorTaken, ()))
    return FloorFigures(
        rep=spoken[Floor.REP] / total,
        customer=spoken[Floor.CUSTOMER] / total,
        me=spoken[Floor.ME] / total,
        logged_ms=logged,
        taps=taps,
        band=band(taps, logged),
    )


def band(taps: int, logged_ms: int) -> Band:
    """:returns: how exact shares are that stand on ``taps`` floor taps in ``logged_ms`` of logged floor."""
    if logged_ms < LEAST_LOGGED_MS:
        return Band.NONE
    a_minute = taps * MINUTE_MS / logged_ms
    if a_minute >= EXACT_TAPS_A_MINUTE:
        return Band.FIVE
    return Band.EIGHT if a_minute >= ROUGH_TAPS_A_MINUTE else Band.WORDS


class Shares(Protocol):
    """The shares (0 to 1) of the three parties, of a call or of its facts."""

    @property
    def rep(self) -> float:
        """The rep's."""
        ...

    @property
    def customer(self) -> float:
        """The customer's."""
        ...

    @property
    def me(self) -> float:
        """The manager's."""
        ...


def whole_percents(shares: Shares) -> dict[Floor, int]:
    """:returns: the three shares as whole per cents that add up to 100 (largest remainder method)."""
    exact = {Floor.REP: shares.rep * 100, Floor.CUSTOMER: shares.customer * 100, Floor.ME: shares.me * 100}
    whole = {who: int(value) for who, value in exact.items()}
    short = 100 - sum(whole.values())
    for who in sorted(PARTIES, key=lambda who: exact[who] - whole[who], reverse=True)[:short]:
        whole[who] += 1
    return whole


def longest_ms(spans: Iterable[FloorSpan], who: Floor) -> int | None:
    """:returns: the longest stretch of one party (ms), or None if it never had the floor."""
    return max((span.length_ms for span in spans if span.who == who), default=None)


def step_ins(state: CallState) -> tuple[StepIn, ...]:
    """:returns: every time the manager stepped in, in order, each up to its hand-back or the end of the call; behind
    them what is remembered, each time by itself."""
    events = sorted([*state.by_type.get(SteppedIn, ()), *state.by_type.get(HandedBack, ())])
    logged = [item for item in events if not item.entry.recalled]
    remembered = [_remembered(item, what) for item, what in state.of(SteppedIn) if item.entry.recalled]
    return (*_logged_steps(logged, end_ms(state)), *remembered)


def _remembered(item: Standing, what: SteppedIn) -> StepIn:
    return _step_in(item, item.offset_ms, handed_back=what.handed_back is not False)


def _logged_steps(events: Iterable[Standing], end: int) -> list[StepIn]:
    steps: list[StepIn] = []
    opened: Standing | None = None
    for item in events:
        if isinstance(item.what, SteppedIn):
            opened = opened or item
        elif opened is not None:
            steps.append(_step_in(opened, item.offset_ms, handed_back=True))
            opened = None
    if opened is not None:
        steps.append(_step_in(opened, max(opened.offset_ms, end), handed_back=False))
    return steps


def _step_in(opened: Standing, end: int, *, handed_back: bool) -> StepIn:
    assert isinstance(opened.what, SteppedIn)
    return StepIn(
        start_ms=opened.offset_ms,
        end_ms=end,
        handed_back=handed_back,
        reason=opened.what.reason,
        words=opened.what.words,
        recalled=opened.entry.recalled,
    )
