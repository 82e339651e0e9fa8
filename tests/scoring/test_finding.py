"""What is sought among the calls, as it is typed and chosen."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.finding import Period, Which, days_of, known_as, phases_of, sought_words
from scoring.state import Phase
from tests.builders import a_rep


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Tomás   DENTAL ", ("tomas", "dental")),
        ("dental Dental", ("dental",)),
        ("", ()),
        ("   ", ()),
        ("budg\0et", ("budg", "et")),
        ("half \ud800a character", ("half", "a", "character")),
        ("東京 銀行", ("東京", "銀行")),
    ],
)
def test_words_are_sought_without_case_and_accents(typed: str, words: tuple[str, ...]) -> None:
    assert sought_words(typed) == words


def test_a_page_of_text_that_is_pasted_is_sought_by_its_first_words() -> None:
    assert sought_words(" ".join(map(str, range(2_000)))) == tuple(map(str, range(32)))


def test_open_and_done_share_out_all_calls() -> None:
    assert {*phases_of(Which.OPEN)} | {*phases_of(Which.DONE)} == {*phases_of(Which.ALL)} == {*Phase}
    assert not {*phases_of(Which.OPEN)} & {*phases_of(Which.DONE)}


def test_a_debrief_is_open_from_the_end_of_the_call_until_the_coaching_is_closed() -> None:
    assert phases_of(Which.DEBRIEF_OPEN) == (Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.THIS_MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Period.THREE_MONTHS, date(2023, 11, 29), date(2024, 2, 29)),
        (Period.THIS_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (Period.ALL, None, None),
        (Period.BETWEEN, None, None),
    ],
)
def test_a_period_goes_with_the_day(period: Period, first: date | None, last: date | None) -> None:
    assert days_of(period, date(2024, 2, 29)) == (first, last)


def test_somebody_entered_twice_is_known_by_both_names() -> None:
    bob, robert, zoe = a_rep("Bob Møller"), a_rep("Robert Moller"), a_rep("Zoé")
    people = known_as([bob, robert, zoe], {bob.id: robert.id})
    assert [(one.rep_id, one.names) for one in people] == [
        (robert.id, "bob møller\nrobert moller"),
        (zoe.id, "zoe"),
    ]
