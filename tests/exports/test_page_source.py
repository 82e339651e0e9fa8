"""What a page is made from comes from the store as it is, and only when it may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from exports.page_file import draw_call
from exports.page_source import agreement, page_source, pages_of, short_id
from exports.record import record_plain
from scoring.debrief import Debrief
from scoring.entry import SelfViewed, Undone, Viewed
from scoring.errors import SecondChairError
from scoring.handing_over import HandOver
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.store.store import Store
from scoring.teeup import TeeUp
from tests.builders import a_rubric_to_tick
from tests.exports.builders import (
    AN_AMENDMENT,
    DANA,
    MORNING,
    PRIYA,
    TOKYO,
    Told,
    a_debrief,
    a_debriefed_call,
    a_plan,
    a_view,
    id_of,
    source_of,
    started,
)


def test_everything_the_page_refers_to_is_gathered(tmp_path: Path) -> None:
    source = source_of(tmp_path, a_debriefed_call())
    assert (source.rep, source.manager, source.rubric) == (card_of(PRIYA), DANA, default_rubric())
    assert source.day == MORNING.date()
    assert agreement(source)[0].outcome_words == "Pilot agreed, 2 chairs"


def test_only_earlier_calls_of_the_same_rep_are_told_of(tmp_path: Path) -> None:
    other = replace(PRIYA, id=id_of(77))
    calls = [
        a_debriefed_call(1, MORNING - timedelta(days=3)),
        a_debriefed_call(2, MORNING - timedelta(days=9)),
        a_debriefed_call(3, MORNING + timedelta(days=1)),
        Told(number=4, rep=other, at=MORNING - timedelta(days=1)),
        Told(number=5, at=MORNING - timedelta(days=1)),
    ]
    before = source_of(tmp_path, *calls, a_debriefed_call(6)).before
    assert (before.calls, before.last_on) == (2, (MORNING - timedelta(days=3)).date())


def handed_over(store: Store, told: Told, *, debrief: Debrief | None = None) -> None:
    """Hand the page over as it stands; with a ``debrief``, amend it first."""
    if debrief:
        told.book.amend_page(AN_AMENDMENT, debrief)
    store.append(told.written)
    told.book.hand_over(HandOver.SAVED, page_source(store, told.call.id).context)
    store.append(told.written)


def test_a_page_that_was_handed_over_stays_whatever_becomes_known_later(tmp_path: Path) -> None:
    told = a_debriefed_call()
    store = Store.open(tmp_path)
    try:
        told.keep(store)
        was = page_source(store, told.call.id)
        handed_over(store, told)
        store.reps.save(replace(PRIYA, name="Priya Nair-Whitfield"))
        store.settings.put("manager", replace(DANA, name="Someone Else"))
        a_debriefed_call(2, MORNING - timedelta(days=3)).keep(store)
        store.reps.save(replace(PRIYA, name="Priya Nair-Whitfield"))
        assert page_source(store, told.call.id).context == was.context
        assert page_source(store, told.call.id).version.entries == was.version.entries
    finally:
        store.close()


def test_every_page_of_a_call_can_be_made_again(tmp_path: Path) -> None:
    told = a_debriefed_call()
    store = Store.open(tmp_path)
    try:
        told.keep(store)
        handed_over(store, told)
        handed_over(store, told, debrief=a_debrief(comment="Said anew"))
        pages = [page_source(store, told.call.id, number) for number in (1, 2, None)]
    finally:
        store.close()
    assert [agreement(page)[1].comment for page in pages] == [
        "I knew it the moment I said it.",
        "Said anew",
        "Said anew",
    ]
    assert [page.version.amendment for page in pages] == [None, AN_AMENDMENT, AN_AMENDMENT]


def test_a_page_is_made_again_byte_for_byte_whatever_becomes_of_its_rubric(tmp_path: Path) -> None:
    first = a_rubric_to_tick()
    reworded = replace(first.skills[1], name="Asks back", checklist=("Something else",))
    second = replace(first, version=2, skills=(first.skills[0], reworded, *first.skills[2:]))
    asks = Rating(skill=first.skills[1].id, level=2, checked=(1, 3))
    told = started(plan=replace(a_plan(), rubric_id=first.id, rubric_version=1))
    told.end().view(a_view(ratings=(asks,))).debrief()
    later = started(2, MORNING + timedelta(days=3), replace(told.plan, rubric_version=2))
    later.end().view(a_view(ratings=(replace(asks, checked=(1,)),))).debrief()
    store = Store.open(tmp_path)
    try:
        store.rubrics.keep(first)
        told.keep(store)
        handed_over(store, told)
        was = draw_call(page_source(store, told.call.id), "a4").pdf
        store.rubrics.keep(second)
        later.keep(store)
        pages = [page_source(store, one.call.id) for one in (told, later)]
    finally:
        store.close()
    assert draw_call(pages[0], "a4").pdf == was
    assert [page.rubric.skills[1].name for page in pages] == [first.skills[1].name, "Asks back"]


def test_a_void_call_has_no_page_even_if_one_was_handed_over(tmp_path: Path) -> None:
    told = a_debriefed_call()
    store = Store.open(tmp_path)
    try:
        told.keep(store)
        handed_over(store, told)
        told.book.void("wrong customer")
        store.append(told.written)
        with pytest.raises(SecondChairError, match="This call is void"):
            agreement(page_source(store, told.call.id))
    finally:
        store.close()


def test_a_call_without_a_rubric_yet_is_read_with_the_default_one(tmp_path: Path) -> None:
    assert source_of(tmp_path, Told(plan=TeeUp())).rubric == default_rubric()


def test_a_rubric_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SecondChairError, match="“joint-sales-call” in its version 99"):
        source_of(tmp_path, Told(plan=replace(a_plan(), rubric_version=99)))


def test_a_call_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    try:
        with pytest.raises(KeyError):
            page_source(store, id_of(5))
    finally:
        store.close()


def sealed_again(told: Told) -> None:
    [(heard, _)] = told.book.state.of(SelfViewed)
    told.book._write(Undone(target=heard.entry.id))


def rewritten(told: Told) -> None:
    told.book._write(Viewed(view=a_view()))


def voided(told: Told) -> None:
    told.book.void("wrong customer")


@pytest.mark.parametrize(
    ("then", "title"),
    [(sealed_again, "Not debriefed yet"), (rewritten, "Not debriefed yet"), (voided, "This call is void")],
)
def test_what_was_given_out_is_refused_when_it_may_not_be_any_more(
    tmp_path: Path, then: Callable[[Told], None], title: str
) -> None:
    told = a_debriefed_call()
    agreement(source_of(tmp_path / "before", told))
    then(told)
    with pytest.raises(SecondChairError, match=title):
        agreement(source_of(tmp_path / "after", told))


def test_a_view_the_rep_has_not_answered_yet_stays_sealed(tmp_path: Path) -> None:
    source = source_of(tmp_path, started().end().view())
    assert source.state.view
    with pytest.raises(SecondChairError):
        agreement(source)


def test_the_day_is_the_one_where_the_call_took_place(tmp_path: Path) -> None:
    source = source_of(tmp_path, a_debriefed_call(at=MORNING.replace(hour=1)))
    assert source.when.tzinfo is not None
    assert source.when.utcoffset() == TOKYO.utcoffset(None)
    assert str(source.day) == "2026-11-23"


def test_a_short_id_is_what_a_person_types() -> None:
    assert (
        short_id(UUID("01jd9f7k".replace("j", "a").replace("k", "b") + "-0000-4000-8000-000000000000"))
        == "01AD9F7B"
    )


def test_a_call_without_a_page_has_none_and_a_void_one_keeps_those_that_were_handed_over(
    tmp_path: Path,
) -> None:
    handed_over, kept_back = a_debriefed_call(1), a_debriefed_call(2)
    store = Store.open(tmp_path)
    started(3).keep(store)
    for told in (handed_over, kept_back):
        told.keep(store)
    context = page_source(store, handed_over.call.id).context
    for told in (handed_over, kept_back):
        told.written.clear()
    handed_over.book.hand_over(HandOver.SAVED, context)
    before = record_plain(page_source(store, handed_over.call.id))
    for told in (handed_over, kept_back):
        told.book.void("A test")
        store.append(told.written)
    pages = [[record_plain(source) for source in pages_of(store, id_of(number))] for number in (1, 2, 3)]
    store.close()
    assert pages == [[before], [], []]
