"""The receipt in words."""

from __future__ import annotations

from uuid import UUID

from exports.receipt_words import erased_lines, receipt_text, receipt_title
from scoring.erasure import Receipt
from tests.builders import NINE

RECEIPT = Receipt(
    id=UUID("5b0c1e22-0000-4000-8000-000000000001"),
    at=NINE,
    reps=1,
    calls=2,
    copies=1,
    not_reached=("Sheets of paper that were printed.",),
    app_version="1.2",
)


def test_it_says_what_was_erased_and_what_could_not_be_reached() -> None:
    assert receipt_text(RECEIPT).splitlines() == [
        "Second Chair: receipt of an erasure",
        "Receipt 5B0C1E22",
        "10 March 2026, 09:00",
        "",
        "Erased:",
        "- 1 entry of a person",
        "- 2 calls",
        "- 1 copy of the data made anew without it",
        "",
        "What this could not reach:",
        "- Sheets of paper that were printed.",
        "",
        "This receipt names nobody. Written by Second Chair 1.2.",
    ]


def test_what_there_was_none_of_is_not_said() -> None:
    assert erased_lines(Receipt(id=RECEIPT.id, at=NINE, scans=1)) == ["1 scan of a signed sheet"]
    assert receipt_title(RECEIPT) == "Receipt 5B0C1E22"
