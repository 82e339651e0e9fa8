"""Numbers, brackets and marks between letters of two directions go the way a reader expects."""

from __future__ import annotations

import pytest

from exports.page.bidi import embedding_levels, visual_order
from exports.page.bidi_rules import mirrored


def shown(text: str) -> str:
    """A line as it stands on the page, from left to right."""
    levels, _ = embedding_levels(text)
    return "".join(mirrored(text[i]) if levels[i] & 1 else text[i] for i in visual_order(levels))


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("אב 12", "12 בא"),
        ("אב 1,234.5", "1,234.5 בא"),
        ("a (אב) c", "a (בא) c"),
        ("אב (c) ד", "ד (c) בא"),
        ("אב (ג) ד", "ד (ג) בא"),
        ("a: אב!", "a: בא!"),
        ("אב 45%", "45% בא"),
    ],
)
def test_a_line_stands_as_it_is_read(written: str, drawn: str) -> None:
    assert shown(written) == drawn


def test_brackets_turn_round_and_letters_do_not() -> None:
    assert mirrored("(a] «b»") == ")a[ »b«"
