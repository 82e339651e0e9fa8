"""The table of what is private, as docs/architecture.md has it, and what asks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scoring.codec import to_plain
from scoring.privacy import Matter, Surface, card_of, entries_for, may_appear, self_view_for
from tests.exports.builders import A_SELF_VIEW, PRIYA, a_debriefed_call, started

# page, record in the PDF, access pack, backup
TABLE = {
    Matter.CALL: "yes yes yes yes",
    Matter.CORRECTIONS: "no yes yes yes",
    Matter.FLOOR: "yes yes yes yes",
    Matter.OWN_RATING: "yes yes yes yes",
    Matter.SELF_VIEW: "no yes yes yes",
    Matter.COACHING: "no no yes yes",
    Matter.MIRROR: "no no no yes",
    Matter.ACKNOWLEDGEMENT: "yes yes yes yes",
}


@pytest.mark.parametrize("matter", Matter)
def test_every_matter_appears_where_the_table_says(matter: Matter) -> None:
    answers = ["yes" if may_appear(matter, surface) else "no" for surface in Surface]
    assert answers == TABLE[matter].split()


def test_page_and_record_know_who_a_rep_is_and_not_how_they_like_to_be_coached() -> None:
    known = replace(
        PRIYA, employee_number="4711", team="North", title="Account manager", started_on=date(2024, 3, 1)
    )
    card = to_plain(card_of(known))
    assert card.pop("id") == str(PRIYA.id)
    assert card == {
        "name": "Priya Nair",
        "employee_number": "4711",
        "team": "North",
        "title": "Account manager",
        "started_on": "2024-03-01",
    }


def test_the_page_knows_of_the_reps_own_view_only_the_focus_rating() -> None:
    own = self_view_for(Surface.PAGE, a_debriefed_call().book.state)
    assert own
    assert [rating.skill for rating in own.ratings] == ["asks-before-answering"]
    assert (own.went_well, own.differently, own.nerves) == ("", "", None)
    assert self_view_for(Surface.RECORD, a_debriefed_call().book.state) == A_SELF_VIEW


def test_the_page_knows_only_entries_that_stand() -> None:
    told = started()
    struck, kept = told.book.mark("stays-calm", seen=True), told.book.mark("stays-calm", seen=False)
    told.book.amend(struck.id, None)
    state = told.book.state
    assert entries_for(Surface.RECORD, state) == tuple(told.written)
    on_page = {entry.id for entry in entries_for(Surface.PAGE, state)}
    assert kept.id in on_page
    assert struck.id not in on_page
