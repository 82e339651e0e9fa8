from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.entry import Floor
from scoring.floor import FloorSpan
from ui.widgets.floor_edges import Correction, Edge, correction_of, edge_at, edges_of, with_moved

REP = FloorSpan(10_000, 60_000, Floor.REP)
CUSTOMER = FloorSpan(60_000, 90_000, Floor.CUSTOMER)
ME = FloorSpan(100_000, 110_000, Floor.ME)
SPANS = [REP, CUSTOMER, ME]


def _edge(at_ms: int, *, goes_on: bool = False) -> Edge:
    edge = edge_at(edges_of(SPANS, 0, 120_000, goes_on=goes_on), at_ms)
    assert edge is not None
    return edge


def test_every_beginning_and_end_can_be_moved_and_a_shared_boundary_is_one() -> None:
    edges = edges_of(SPANS, 0, 120_000)
    assert [edge.at_ms for edge in edges] == [10_000, 60_000, 90_000, 100_000, 110_000]


@pytest.mark.parametrize(
    ("at_ms", "least", "most"),
    [
        (10_000, 0, 59_000),
        (60_000, 11_000, 89_000),
        (90_000, 61_000, 100_000),
        (100_000, 90_000, 109_000),
        (110_000, 101_000, 120_000),
    ],
)
def test_a_boundary_moves_as_far_as_its_neighbours_and_leaves_a_second_of_each(
    at_ms: int, least: int, most: int
) -> None:
    edge = _edge(at_ms)
    assert (edge.bounded(-1), edge.bounded(999_999)) == (least, most)


@pytest.mark.parametrize(
    ("at_ms", "to_ms", "expected"),
    [
        (60_000, 50_000, Correction(Floor.CUSTOMER, 50_000, 60_000)),
        (60_000, 70_000, Correction(Floor.REP, 60_000, 70_000)),
        (90_000, 95_000, Correction(Floor.CUSTOMER, 90_000, 95_000)),
        (90_000, 85_000, Correction(Floor.NOBODY, 85_000, 90_000)),
        (10_000, 0, Correction(Floor.REP, 0, 10_000)),
        (10_000, 12_000, Correction(Floor.NOBODY, 10_000, 12_000)),
        (110_000, 115_000, Correction(Floor.ME, 110_000, 115_000)),
        (60_000, 60_000, None),
    ],
)
def test_what_lies_between_goes_to_whoever_grows(at_ms: int, to_ms: int, expected: Correction | None) -> None:
    assert correction_of(_edge(at_ms), to_ms) == expected


def test_a_stretch_that_goes_on_has_no_end_to_move() -> None:
    assert edge_at(edges_of(SPANS, 0, 110_000, goes_on=True), 110_000) is None
    assert edge_at(edges_of(SPANS, 0, 110_000), 110_000) is not None


def test_what_lies_outside_the_window_is_not_moved_and_not_reached() -> None:
    edges = edges_of(SPANS, 55_000, 95_000)
    assert [edge.at_ms for edge in edges] == [60_000, 90_000]
    assert (edges[0].bounded(0), edges[1].bounded(999_999)) == (55_000, 95_000)


def test_no_stretches_have_no_boundaries() -> None:
    assert edges_of([], 0, 1_000) == []


def test_a_moved_boundary_moves_both_stretches_beside_it() -> None:
    moved = with_moved(SPANS, _edge(60_000), 50_000)
    assert moved == [FloorSpan(10_000, 50_000, Floor.REP), FloorSpan(50_000, 90_000, Floor.CUSTOMER), ME]


def test_beside_unlogged_time_only_its_own_stretch_moves() -> None:
    assert with_moved(SPANS, _edge(90_000), 100_000)[1:] == [FloorSpan(60_000, 100_000, Floor.CUSTOMER), ME]


_lengths = st.lists(
    st.tuples(st.integers(0, 5_000), st.integers(1, 9_000), st.sampled_from(Floor)), max_size=8
)


@given(_lengths, st.data())
def test_wherever_a_boundary_is_moved_to_no_stretch_vanishes_or_overlaps(
    lengths: list[tuple[int, int, Floor]], data: st.DataObject
) -> None:
    spans, at = list[FloorSpan](), 0
    for gap, length, who in lengths:
        spans.append(FloorSpan(at + gap, at + gap + length, who))
        at += gap + length
    for edge in edges_of(spans, 0, at + 1_000):
        moved = with_moved(spans, edge, data.draw(st.integers(-1_000, at + 5_000)))
        assert all(span.length_ms > 0 for span in moved)
        assert all(one.end_ms <= other.start_ms for one, other in pairwise(moved))
