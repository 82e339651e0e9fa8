"""A line ends where a reader expects it to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exports.page.breaks import line_chances


def pieces(text: str) -> list[str]:
    cuts = [0, *line_chances(text), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("well-known/used", ["well-", "known/", "used"]),
        ("3-4 and 1/2", ["3-4 ", "and ", "1/2"]),
        ("会議です。次回", ["会", "議", "で", "す。", "次", "回"]),
        ("「価格」と", ["「価", "格」", "と"]),
        ("김민준 과장", ["김민준 ", "과장"]),
        ("ไปเที่ยว", ["ไป", "เที่ยว"]),
        ("kept\u00a0together", ["kept\u00a0together"]),
        ("first\nsecond", ["first\n", "second"]),
    ],
)
def test_a_line_may_end_here_and_nowhere_else(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
