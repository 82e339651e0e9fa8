"""The boundaries of who had the floor: where each may be moved to, and what the record is told then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from scoring.entry import Floor
from scoring.floor import FloorSpan

LEAST_STRETCH_MS: Final = 1_000
"""Moving a boundary leaves at least so much of the stretches beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A boundary at ``at_ms`` between two stretches, or between one and unlogged time (None); it may be moved from
    ``least_ms`` up to ``most_ms``."""

    at_ms: int
    before: Floor | None
    after: Floor | None
    least_ms: int
    most_ms: int

    def bounded(self, ms: int) -> int:
        """:returns: the nearest time it may be moved to."""
        return min(max(ms, self.least_ms), self.most_ms)


@dataclass(frozen=True, slots=True)
class Correction:
    """``who`` really had the floor from ``from_ms`` up to ``until_ms``."""

    who: Floor
    from_ms: int
    until_ms: int


def edges_of(spans: Sequence[FloorSpan], start_ms: int, end_ms: int, *, goes_on: bool = False) -> list[Edge]:
    """Find the boundaries inside a window of the call.

    :param spans: in order, without overlap.
    :param goes_on: the last stretch has no end yet.
    """
    edges = _first(spans, start_ms)
    for one, other in pairwise(spans):
        edges += _between(one, other)
    if spans and not goes_on:
        edges.append(_edge(spans[-1].end_ms, spans[-1], None, spans[-1].end_ms, end_ms))
    inside = (edge for edge in edges if start_ms <= edge.at_ms <= end_ms)
    return [
        replace(edge, least_ms=max(edge.least_ms, start_ms), most_ms=min(edge.most_ms, end_ms))
        for edge in inside
    ]


def _first(spans: Sequence[FloorSpan], start_ms: int) -> list[Edge]:
    return [_edge(spans[0].start_ms, None, spans[0], start_ms, spans[0].start_ms)] if spans else []


def _between(one: FloorSpan, other: FloorSpan) -> list[Edge]:
    if one.end_ms == other.start_ms:
        return [_edge(one.end_ms, one, other, one.end_ms, one.end_ms)]
    return [
        _edge(one.end_ms, one, None, one.end_ms, other.start_ms),
        _edge(other.start_ms, None, other, one.end_ms, other.start_ms),
    ]


def _edge(at_ms: int, before: FloorSpan | None, after: FloorSpan | None, least_ms: int, most_ms: int) -> Edge:
    """A boundary may be moved into the stretches beside it; into unlogged time up to ``least_ms`` or ``most_ms``."""
    if before is not None:
        least_ms = min(before.start_ms + LEAST_STRETCH_MS, at_ms)
    if after is not None:
        most_ms = max(after.end_ms - LEAST_STRETCH_MS, at_ms)
    return Edge(
        at_ms=at_ms,
        before=before.who if before else None,
        after=after.who if after else None,
        least_ms=least_ms,
        most_ms=most_ms,
    )


def edge_at(edges: Iterable[Edge], at_ms: int) -> Edge | None:
    """:returns: the boundary at this time, if it can be moved."""
    return next((edge for edge in edges if edge.at_ms == at_ms), None)


def correction_of(edge: Edge, to_ms: int) -> Correction | None:
    """:returns: what is corrected when a boundary is moved there. Where a stretch gives way to no other, nobody had the
    floor; a boundary that stays corrects nothing."""
    to_ms = edge.bounded(to_ms)
    if to_ms < edge.at_ms:
        return Correction(edge.after or Floor.NOBODY, to_ms, edge.at_ms)
    if to_ms > edge.at_ms:
        return Correction(edge.before or Floor.NOBODY, edge.at_ms, to_ms)
    return None


def with_moved(spans: Sequence[FloorSpan], edge: Edge, to_ms: int) -> list[FloorSpan]:
    """:returns: the stretches as they are once a boundary was moved."""
    return [_moved(span, edge, edge.bounded(to_ms)) for span in spans]


def _moved(span: FloorSpan, edge: Edge, to_ms: int) -> FloorSpan:
    if span.end_ms == edge.at_ms and edge.before is not None:
        return FloorSpan(span.start_ms, to_ms, span.who)
    if span.start_ms == edge.at_ms and edge.after is not None:
        return FloorSpan(to_ms, span.end_ms, span.who)
    return span
