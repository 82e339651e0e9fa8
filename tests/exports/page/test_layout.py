"""Blocks share a room of the paper: the body at its top, the foot at its bottom, none without height."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from exports.page.drawing import Drawing, Fit
from exports.page.layout import Layout
from exports.page.sheet import Sheet
from exports.page.style import MARGIN_BOTTOM, MARGIN_TOP, PAPERS
from exports.page.textbox import Setting
from tests.exports.page.samples import CUT

FIT = Fit(10.0)


@dataclass
class Brick:
    """A block of so many points that remembers where it was laid."""

    points: float
    gap: float = 0.0
    top: float | None = None

    def height(self, fit: Fit) -> float:
        del fit
        return self.points

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        del drawing, fit
        self.top = y


def lay(body: list[Brick], foot: list[Brick], depth: float) -> Layout:
    layout = Layout(Setting("en", 0, CUT), PAPERS["a4"], body, foot, width=500.0, depth=depth)
    layout.draw(Drawing(Sheet(*layout.paper)), FIT)
    return layout


@pytest.mark.parametrize("depth", [400.0, PAPERS["a4"][1]])
def test_the_body_begins_at_the_top_and_the_foot_ends_at_the_bottom_of_the_room(depth: float) -> None:
    first, last = Brick(20), Brick(30)
    layout = lay([first], [last], depth)
    assert first.top == MARGIN_TOP
    assert last.top == pytest.approx(depth - MARGIN_BOTTOM - 30)
    assert layout.room == pytest.approx(depth - MARGIN_TOP - MARGIN_BOTTOM)


def test_a_block_without_height_takes_no_gap_and_is_not_drawn() -> None:
    nothing, something = Brick(0, gap=5.0), Brick(20)
    layout = lay([nothing, something], [], 400.0)
    assert (nothing.top, something.top) == (None, MARGIN_TOP)
    assert layout.height(FIT) == 20


def test_room_that_is_left_goes_between_the_blocks_but_not_all_of_it() -> None:
    first, second = Brick(20), Brick(20)
    lay([first, second], [], 800.0)
    assert second.top is not None
    assert MARGIN_TOP + 20 < second.top < MARGIN_TOP + 20 + FIT.size


def test_a_full_room_has_none_to_give() -> None:
    first, second = Brick(100), Brick(100)
    lay([first, second], [], MARGIN_TOP + 200 + MARGIN_BOTTOM)
    assert second.top == MARGIN_TOP + 100
