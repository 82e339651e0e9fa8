"""The strip of who had the floor can be read on a grey printer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from exports.page.floor import draw_strip
from exports.page.pdfa import write_file
from exports.page.sheet import Sheet
from exports.page.xmp import Properties
from exports.summary import FloorSegment, Party
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find

PARTIES: tuple[Party, ...] = ("rep", "customer", "me", "nobody")


def printed_grey(segments: tuple[FloorSegment, ...]) -> list[list[int]]:
    """The rows of a strip 400 pixels wide and 20 high."""
    sheet = Sheet(400, 20)
    with sheet.decoration():
        draw_strip(sheet, segments, 0, 0, 400, 20)
    properties = Properties(title="T", author="", subject="", language="en", tool="", created=samples.CREATED)
    with pypdfium2.PdfDocument(write_file(sheet, properties, ())) as document:
        picture = document[0].render(scale=1, grayscale=True)
        data, stride = bytes(picture.buffer), picture.stride
        return [list(data[start : start + 400]) for start in range(0, 20 * stride, stride)]


def quarter(rows: list[list[int]], index: int) -> list[int]:
    """The inner pixels of one of four equal stretches."""
    return [row[x] for row in rows[4:16] for x in range(index * 100 + 10, index * 100 + 90)]


@pytest.fixture
def rows() -> list[list[int]]:
    return printed_grey(
        tuple(FloorSegment(party=party, start=i / 4, end=(i + 1) / 4) for i, party in enumerate(PARTIES))
    )


def test_each_party_has_a_grey_of_its_own(rows: list[list[int]]) -> None:
    solid = (i for i, party in enumerate(PARTIES) if party != "me")
    greys = sorted(sum(quarter(rows, i)) / len(quarter(rows, i)) for i in solid)
    assert all(darker + 40 < lighter for darker, lighter in pairwise(greys))


def test_the_manager_is_hatched_and_the_others_are_solid(rows: list[list[int]]) -> None:
    spread = [max(quarter(rows, i)) - min(quarter(rows, i)) for i in range(4)]
    assert spread[PARTIES.index("me")] > 60
    assert [s for party, s in zip(PARTIES, spread, strict=True) if party != "me"] == [0, 0, 0]


def test_many_short_turns_keep_their_greys_instead_of_becoming_outlines() -> None:
    two: tuple[Party, ...] = ("rep", "customer")
    turns = tuple(FloorSegment(party=two[i % 2], start=i / 100, end=(i + 1) / 100) for i in range(100))
    dark, light = (printed_grey(turns)[10][4 * turn + 2] for turn in (50, 51))
    row = printed_grey(turns)[10][4:-4]
    assert dark + 100 < light
    assert sum(grey == light for grey in row) == pytest.approx(len(row) / 2, abs=len(row) / 8)


def test_what_was_not_logged_is_white_inside_the_outline_of_the_strip() -> None:
    rows = printed_grey((FloorSegment(party="rep", start=0.0, end=0.5),))
    assert rows[10][220:390] == [255] * 170
    assert rows[0][300] < 200
    assert rows[10][399] < 200


def test_it_has_a_label_of_its_own_only_where_there_is_one() -> None:
    floor = samples.floor()
    whole = replace(samples.usual(), floor=floor)
    holed = replace(samples.usual(), floor=replace(floor, unlogged="Not logged"))
    assert "Notlogged" not in "".join(glyph.character for glyph in drawn(whole))
    assert find(drawn(holed), "Not logged")[0].bottom == pytest.approx(
        find(drawn(holed), "Customer 58")[0].bottom, abs=1
    )


def test_stretches_outside_the_strip_stay_inside_it() -> None:
    rows = printed_grey(
        (FloorSegment(party="rep", start=-3.0, end=0.5), FloorSegment(party="me", start=0.9, end=0.2))
    )
    assert rows[10][100] < 100
    assert rows[10][300] == 255
