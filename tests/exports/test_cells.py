"""No cell of a table is taken for a formula."""

from __future__ import annotations

import pytest

from exports.cells import safe_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\n=1"]
)
def test_what_could_begin_a_formula_is_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Northgate", "2026-11-23", "a=b", "– not a minus", "'quoted"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text
