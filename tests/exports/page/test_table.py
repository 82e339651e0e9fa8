"""The table of skills keeps its columns, whatever is in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.page import draw_page
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find, tags
from tests.exports.page.reading import words


def test_every_row_of_the_table_has_a_cell_for_every_heading() -> None:
    (table,) = (kid for kid in tags(samples.usual()).kids if kid.role == "Table")
    assert {tuple(cell.role for cell in row.kids) for row in table.kids} == {
        ("TH", "TH", "TH", "TH"),
        ("TH", "TD", "TD", "TD"),
    }


def test_without_earlier_calls_their_column_is_left_out() -> None:
    table = samples.skills()
    first_call = replace(table, rows=tuple(replace(row, last="") for row in table.rows))
    text = words(
        draw_page(replace(samples.usual(), skills=first_call), paper="a4", created=samples.CREATED).pdf
    )
    assert "Last four" not in text
    assert "Skill Today What was seen" in text


def test_cells_of_a_row_stand_on_one_baseline_even_beside_a_taller_script() -> None:
    table = samples.skills()
    tall = replace(table, rows=(replace(table.rows[2], seen="محمد Quux"), *table.rows))
    page = drawn(replace(samples.usual(), skills=tall))
    name, seen = find(page, "Listens it out")[0], find(page, "Quux")[-1]
    assert name.bottom == pytest.approx(seen.bottom, abs=0.2)
