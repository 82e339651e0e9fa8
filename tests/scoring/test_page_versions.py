"""A page that was handed over stays as it was; what changes afterwards is another page, which says why."""

from __future__ import annotations

from scoring.acknowledgement import Statement
from scoring.entry import Amended, HandedOver, PageAmended, Undone
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.page_versions import is_handed_over, page_versions
from scoring.privacy import card_of
from tests.exports.builders import (
    DECLINED,
    PRIYA,
    SHEET_CAME_BACK,
    SIGNED,
    Told,
    a_debrief,
    a_debriefed_call,
)

CONTEXT = PageContext(rep=card_of(PRIYA))
WHY = Amendment(reason="It was another customer", author="Dana")


def handed_over() -> Told:
    told = a_debriefed_call()
    told.book.hand_over(HandOver.SAVED, CONTEXT)
    return told


def amended() -> Told:
    told = handed_over()
    told.clock.go(90)
    told.book.amend_page(WHY, a_debrief(comment="Said anew"))
    return told


def test_a_page_nobody_has_is_made_of_all_entries() -> None:
    told = a_debriefed_call()
    [version] = page_versions(told.written)
    assert (version.number, version.entries) == (1, tuple(told.written))
    assert (version.amended, version.amendment) == (None, None)
    assert (version.leaving, version.context) == (None, None)
    assert version.made_at == told.written[-1].at
    assert not is_handed_over(told.book.state)


def test_handing_over_does_not_change_the_page() -> None:
    told = handed_over()
    [version] = page_versions(told.written)
    assert version.entries == tuple(told.written[:-1])
    assert version.context == CONTEXT
    assert version.leaving == HandedOver(how=HandOver.SAVED, context=CONTEXT)
    assert is_handed_over(told.book.state)


def test_the_same_page_may_be_handed_over_again() -> None:
    told = handed_over()
    told.book.hand_over(HandOver.PRINTED, PageContext(rep=card_of(PRIYA), language="de"))
    [version] = page_versions(told.written)
    assert version.context == CONTEXT


def test_an_amendment_leads_to_a_page_that_says_what_it_replaces() -> None:
    told = amended()
    first, second = page_versions(told.written)
    assert first.context == CONTEXT
    assert (second.number, second.amendment, second.replaces) == (2, WHY, first.made_at)
    assert second.entries == tuple(entry for entry in told.written if not isinstance(entry.what, HandedOver))
    assert not is_handed_over(told.book.state)


def test_an_amended_page_is_amended_again_once_it_was_handed_over() -> None:
    told = amended()
    told.book.hand_over(HandOver.PRINTED, CONTEXT)
    told.book.amend_page(WHY, a_debrief(comment="Said once more"))
    assert [version.number for version in page_versions(told.written)] == [1, 2, 3]


def test_a_change_before_the_amended_page_is_handed_over_is_no_page_of_its_own() -> None:
    told = amended()
    told.book.agree(a_debrief(comment="Said once more"))
    assert len(page_versions(told.written)) == 2


def test_what_came_after_handing_over_without_an_amendment_is_on_no_page() -> None:
    told = handed_over()
    told.book.void("wrong call")
    told.book.bring_back()
    [version] = page_versions(told.written)
    assert version.entries == tuple(told.written[:-3])
    told.book.amend_page(WHY, a_debrief(comment="Said anew"))
    first, second = page_versions(told.written)
    assert first.entries == version.entries
    assert len(second.entries) == len(told.written) - 1


def test_the_pages_are_the_same_where_nobody_knows_of_their_handing_over() -> None:
    told = amended()
    told.book.hand_over(HandOver.PRINTED, CONTEXT)
    told.book.amend_page(WHY, a_debrief(comment="Said once more"))
    elsewhere = page_versions(entry for entry in told.written if not isinstance(entry.what, HandedOver))
    here = page_versions(told.written)
    assert [(page.entries, page.context, page.replaces) for page in elsewhere] == [
        (page.entries, page.context, page.replaces) for page in here
    ]


def test_each_page_says_what_was_known_of_the_sheet_when_it_was_made() -> None:
    told = handed_over()
    told.book.acknowledge(SHEET_CAME_BACK, SIGNED)
    told.book.acknowledge(SHEET_CAME_BACK, DECLINED)
    told.book.acknowledge(SHEET_CAME_BACK, DECLINED, Statement(text="I see it otherwise"))
    told.book.amend_page(WHY, a_debrief(comment="Said anew"))
    known = [page.acknowledgement for page in page_versions(told.written)]
    assert known == [None, SIGNED, DECLINED, DECLINED, None]
    assert [page.context for page in page_versions(told.written)][:4] == [CONTEXT] * 4


def test_what_somebody_has_cannot_be_undone_or_struck() -> None:
    told = amended()
    told.book.hand_over(HandOver.PRINTED, CONTEXT)
    before = page_versions(told.written)
    for entry in list(told.written):
        if isinstance(entry.what, HandedOver | PageAmended):
            told.book._write(Undone(target=entry.id))
            told.book._write(Amended(target=entry.id, offset_ms=0, what=None))
    assert is_handed_over(told.book.state)
    assert page_versions(told.written) == before
