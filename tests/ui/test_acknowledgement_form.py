from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scoring.acknowledgement import LONGEST_STATEMENT, Acknowledgement, Signing
from scoring.codec import from_plain, to_plain
from ui.acknowledgement_form import AcknowledgementForm

CALLED = date(2026, 11, 23)
TODAY = date(2026, 11, 25)
SIGNED = AcknowledgementForm(on=date(2026, 11, 24), how=Signing.SIGNED, author="Dana")


def problems(**changes: object) -> list[str]:
    form = replace(SIGNED, **changes)  # pyright: ignore[reportArgumentType]  fields of the form by name
    return list(form.problems(CALLED, TODAY))


def test_a_signed_sheet_needs_no_witness_and_a_declined_one_does() -> None:
    assert problems() == []
    assert problems(how=Signing.DECLINED, witness=" ") == ["witness"]
    assert problems(how=Signing.DECLINED, witness="Jo") == []


@pytest.mark.parametrize(
    ("on", "wrong"), [(CALLED, False), (TODAY, False), (CALLED - timedelta(days=1), True)]
)
def test_a_sheet_comes_back_after_the_call_and_not_after_today(on: date, wrong: bool) -> None:
    assert problems(on=on) == (["on"] if wrong else [])
    assert problems(on=TODAY + timedelta(days=1)) == ["on"]


def test_everything_that_makes_no_sense_yet_is_told_in_the_order_of_the_form() -> None:
    form = AcknowledgementForm(on=TODAY + timedelta(days=1), statement="a" * (LONGEST_STATEMENT + 1))
    found = form.problems(CALLED, TODAY)
    assert list(found) == ["how", "on", "statement", "author"]
    assert all(sentence.endswith(".") for sentence in found.values())


def test_blanks_around_what_was_written_are_left_out() -> None:
    form = replace(SIGNED, witness=" Jo ", statement="\n Fine. \n")
    assert form.acknowledgement() == Acknowledgement(how=Signing.SIGNED, on=SIGNED.on, witness="Jo")
    assert form.statement_said().text == "Fine."


def test_what_is_being_written_can_be_kept_as_a_draft() -> None:
    form = replace(SIGNED, statement="Half a sent", scan="/scans/half \udcff.pdf")
    assert from_plain(AcknowledgementForm, to_plain(form)) == form
