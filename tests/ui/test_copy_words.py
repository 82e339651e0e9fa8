"""Copies in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scoring.copies import AT_THE_END, BEFORE_RESTORE, BY_HAND, ComparedCall, Contents
from tests.builders import an_id
from tests.scoring.test_copies import SAME
from ui.copy_words import MOST_LINES, changes, contents_words, made_words, reason_words, size_words

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def a_compared_call(customer: str = "Larkfield", here: int = 12, there: int = 0) -> ComparedCall:
    return ComparedCall(
        call_id=an_id(),
        rep="Priya Nair",
        customer=customer,
        when=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        only_here=here,
        only_there=there,
    )


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (AT_THE_END, "When you closed Second Chair"),
        (BY_HAND, "By hand"),
        (BEFORE_RESTORE, "Before another copy took its place"),
        ("before m005_archive", "Before an update"),
        ("before the trip", "before the trip"),
        ("two\nlines", "two lines"),
    ],
)
def test_why_a_copy_was_made(why: str, words: str) -> None:
    assert reason_words(why) == words


def test_when_a_copy_was_made() -> None:
    assert made_words(NOW, NOW).startswith("Today ")
    assert made_words(NOW.replace(day=2), NOW).startswith("2 Nov")
    assert made_words(NOW.replace(year=2025), NOW).startswith("23 Nov 2025")


def test_how_large_a_copy_is() -> None:
    assert [size_words(size) for size in (7, 1_449_000, 52_000_000)] == ["0.1 MB", "1.4 MB", "52.0 MB"]


def test_what_is_in_a_copy() -> None:
    contents = Contents(
        reps=1, calls=2, entries=30, latest=datetime(2025, 11, 21, 9, tzinfo=UTC), is_older=True
    )
    assert contents_words(contents) == (
        "In it: 2 calls, 1 rep, 30 entries. The last call in it was on Friday 21 November 2025. "
        "An earlier version of Second Chair wrote it; it is brought up to date."
    )
    assert (
        contents_words(replace(contents, latest=None, is_older=False)) == "In it: 2 calls, 1 rep, 30 entries."
    )


def test_a_copy_of_the_same_changes_nothing() -> None:
    assert changes(SAME, NOW) == []


def test_what_is_erased_and_would_be_back_is_said_first() -> None:
    found = changes(
        replace(
            SAME,
            erasures=2,
            holds=1,
            calls_gone=(a_compared_call(),),
            reps_back=("Tom Adeyemi",),
            rubrics=2,
            drafts=1,
            scans=2,
            settings=3,
        ),
        NOW,
    )
    assert [change.heading for change in found] == [
        "2 erasures came after this copy. What was erased would be back.",
        "1 legal hold would be gone, or as it was before.",
        "Calls that would be gone: 1",
        "Reps who would come back: 1",
        "2 versions of rubrics would be gone.",
        "1 text that is being written would be gone.",
        "2 scans that wait for the archive would be gone.",
        "The settings would be as they were then.",
    ]


def test_a_copy_that_was_made_anew_brings_nothing_back_that_was_erased() -> None:
    (change,) = changes(replace(SAME, erasures=1), NOW)
    assert change.heading == "The receipt of 1 erasure would be gone. What was erased is not in this copy."


def test_calls_are_named_with_their_day_and_what_differs_in_them() -> None:
    calls = (
        a_compared_call(),
        a_compared_call("", 1, 2),
        a_compared_call(here=0, there=1),
        a_compared_call(here=0),
    )
    (change,) = changes(replace(SAME, calls_different=calls), NOW)
    assert change.heading == "Calls that would be different: 4"
    assert [line.split(": ")[1] for line in change.lines] == [
        "Larkfield with Priya Nair (12 entries only here)",
        "Call with Priya Nair (1 entry only here, 2 entries only in the copy)",
        "Larkfield with Priya Nair (1 entry only in the copy)",
        "Larkfield with Priya Nair (no entries)",
    ]
    assert change.lines[0].startswith("20 Nov, ")


def test_of_very_many_the_rest_is_counted() -> None:
    (change,) = changes(replace(SAME, reps_back=tuple(f"Rep {number}" for number in range(40))), NOW)
    assert len(change.lines) == MOST_LINES + 1
    assert change.lines[-1] == "and 28 more"
