"""What came of going through an archive, in words."""

from __future__ import annotations

import pytest

from exports.archive.report import Finding, Report, Verdict
from ui.found_words import (
    back_words,
    checked_words,
    found_rows,
    lists_can_be_made,
    lists_words,
    missing_in,
    written_again_words,
)


def a_report(*verdicts: Verdict, files: int = 3, calls: int = 0, stopped: bool = False) -> Report:
    findings = tuple(
        Finding(path=f"{number}.pdf", verdict=verdict, sentence="Look at it.")
        for number, verdict in enumerate(verdicts)
    )
    return Report(findings=findings, files=files, calls=calls, stopped=stopped)


def test_only_what_needs_a_word_is_listed() -> None:
    rows = found_rows(a_report(Verdict.SUPERSEDED, Verdict.ALTERED, Verdict.SAME))
    assert [[cell.text for cell in row.cells] for row in rows] == [["1.pdf", "altered", "Look at it."]]


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (a_report(), "3 files were looked at. All of it is there, whole, and as it was written."),
        (a_report(files=0), "There is nothing in it yet."),
        (a_report(Verdict.MISSING), "3 files were looked at. 1 thing is not as it should be:"),
        (a_report(stopped=True), "3 files were looked at, then it was stopped."),
    ],
)
def test_what_came_of_a_check_is_said_in_a_sentence(report: Report, words: str) -> None:
    assert checked_words(report) == words


def test_lists_are_made_anew_only_where_nothing_would_be_forgotten() -> None:
    assert lists_can_be_made(a_report(Verdict.LISTS))
    assert lists_can_be_made(a_report(Verdict.UNKNOWN))
    assert not lists_can_be_made(a_report(Verdict.LISTS, Verdict.ALTERED))
    assert not lists_can_be_made(a_report(Verdict.UNKNOWN, Verdict.MISSING))
    assert not lists_can_be_made(a_report())


def test_what_is_missing_is_told_apart() -> None:
    assert missing_in(a_report(Verdict.ALTERED, Verdict.MISSING)) == ["1.pdf"]


def test_a_stop_leaves_the_lists_as_they_were() -> None:
    assert lists_words(a_report(stopped=True)) == "It was stopped. The lists are as they were."
    assert lists_words(a_report()) == "The lists say what is there now: 3 files."


def test_what_was_brought_back_is_counted() -> None:
    words = back_words(a_report(Verdict.RESTORED, Verdict.SAME, Verdict.REFUSED, calls=1))
    assert words == "1 call was brought back. 1 page was here already. 1 file needs a word:"


def test_what_cannot_be_made_again_asks_for_copies() -> None:
    assert "Look for copies" in written_again_words(0)
    assert written_again_words(2).startswith("2 pages are written again")
