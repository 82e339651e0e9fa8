from __future__ import annotations

from typing import Any

import pytest

from tests.scoring.mirror_calls import a_mirror_call
from ui.screens.mirror_table import mirror_headings, mirror_row


def _cells(**details: Any) -> list[str]:
    """:returns: what the row of a call says behind its name."""
    return [cell.text for cell in mirror_row(a_mirror_call(**details), "a call").cells[1:]]


def test_a_row_says_all_of_one_call_and_is_about_it() -> None:
    call = a_mirror_call(
        share=0.123,
        margin=5,
        steps=2,
        asked=1,
        recalled=1,
        hand_backs=(20_000, 40_000),
        introduction="as_boss",
        debrief_begun=True,
        delay_ms=720_000,
        rep_first=True,
    )
    row = mirror_row(call, "a call")
    assert row.key == call.id
    assert [cell.text for cell in row.cells] == [
        "a call",
        "12 % ±5",
        "2, 1 asked for, 1 from memory",
        "40 s",
        "Yes",
        "As “my boss”",
        "12 minutes",
        "Yes",
    ]
    assert len(row.cells) == len(mirror_headings())


def test_what_is_not_known_is_said_as_such_and_never_as_nought() -> None:
    assert _cells() == ["No figure", "None", "", "Yes", "Not noted", "Not yet", ""]


def test_how_soon_the_debrief_began_is_not_known_where_the_clock_was_set_back() -> None:
    assert _cells(debrief_begun=True)[5] == "Not known"


def test_a_call_from_memory_is_marked() -> None:
    cells = _cells(
        from_memory=True,
        introduction="as_agreed",
        introduction_recalled=True,
        debrief_begun=True,
        delay_ms=5,
        end_recalled=True,
        without_rep=True,
    )
    assert cells == [
        "From memory",
        "None remembered",
        "",
        "Yes",
        "As agreed, from memory",
        "Its end is from memory",
        "Without the rep",
    ]


@pytest.mark.parametrize(
    ("column", "details", "words"),
    [
        (2, {"steps": 2, "hand_backs": (9_000,), "never_back": 1}, "Not handed back"),
        (3, {"teed_up": False}, "Not this time"),
        (6, {"debrief_begun": True}, "Not this time"),
    ],
)
def test_what_was_not_done_is_said_kindly(column: int, details: dict[str, Any], words: str) -> None:
    assert _cells(**details)[column] == words
