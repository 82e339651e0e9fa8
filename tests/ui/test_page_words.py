from __future__ import annotations

from datetime import date

import pytest

from scoring.acknowledgement import Acknowledgement, Signing
from scoring.entry import HandedOver
from scoring.handing_over import HandOver, PageContext
from scoring.page_versions import PageVersion, page_versions
from scoring.privacy import card_of
from tests.builders import a_rep, an_ended_log
from ui.page_words import acknowledged_words, handed_over_words, page_words


def _a_page(how: HandOver | None = None) -> PageVersion:
    log = an_ended_log()
    if how:
        log.at("20:00", HandedOver(how=how, context=PageContext(rep=card_of(a_rep()))))
    return page_versions(log.entries)[-1]


def test_a_page_is_known_by_its_number_and_when_it_was_last_changed() -> None:
    assert page_words(_a_page()) == "1: 10 March 2026, 09:12"


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (None, "Not handed over yet. Saving or printing it does that."),
        (HandOver.PRINTED, "Handed over on 10 March 2026, 09:20."),
        (HandOver.IMPORTED, "Brought in on 10 March 2026, 09:20."),
        (HandOver.FILED, "Filed on 10 March 2026, 09:20."),
    ],
)
def test_it_is_said_how_it_left_the_app(how: HandOver | None, words: str) -> None:
    assert handed_over_words(_a_page(how), is_replaced=False) == words


def test_a_page_another_one_took_the_place_of_says_so() -> None:
    words = handed_over_words(_a_page(HandOver.SAVED), is_replaced=True)
    assert words == "Handed over on 10 March 2026, 09:20, and replaced since."


def test_what_became_of_the_printed_sheet_names_the_witness() -> None:
    said = Acknowledgement(how=Signing.DECLINED, on=date(2026, 3, 11), witness="Ida  Krag")
    assert acknowledged_words(said) == "Declined on 11 March 2026, witness Ida Krag"
    assert (
        acknowledged_words(Acknowledgement(how=Signing.SIGNED, on=date(2026, 3, 11)))
        == "Signed on 11 March 2026"
    )
