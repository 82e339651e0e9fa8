"""The table of what is private, as docs/architecture.md has it, and what asks it."""

from __future__ import annotations

import pytest

from scoring.privacy import Matter, Surface, entries_for, may_appear, rep_for, self_view_for
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
}


@pytest.mark.parametrize("matter", Matter)
def test_every_matter_appears_where_the_table_says(matter: Matter) -> None:
    answers = ["yes" if may_appear(matter, surface) else "no" for surface in Surface]
    assert answers == TABLE[matter].split()


def test_how_the_rep_likes_to_be_coached_leaves_only_in_the_access_pack_and_the_backup() -> None:
    shown = {surface for surface in Surface if rep_for(surface, PRIYA).coaching}
    assert shown == {Surface.ACCESS_PACK, Surface.BACKUP}


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
