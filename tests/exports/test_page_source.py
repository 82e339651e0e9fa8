"""What a page is made from comes from the store as it is, and only when it may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from exports.page_source import agreement, page_source, short_id
from scoring.entry import SelfViewed, Undone, Viewed
from scoring.errors import SecondChairError
from scoring.rubric import default_rubric
from scoring.store.store import Store
from scoring.teeup import TeeUp
from tests.exports.builders import (
    DANA,
    MORNING,
    PRIYA,
    TOKYO,
    Told,
    a_debriefed_call,
    a_plan,
    a_view,
    id_of,
    source_of,
    started,
)


def test_everything_the_page_refers_to_is_gathered(tmp_path: Path) -> None:
    source = source_of(tmp_path, a_debriefed_call())
    assert (source.rep, source.manager, source.rubric) == (PRIYA, DANA, default_rubric())
    assert source.day == MORNING.date()
    assert agreement(source)[0].outcome_words == "Pilot agreed, 2 chairs"


def test_earlier_calls_come_oldest_first_without_later_ones_or_those_of_others(tmp_path: Path) -> None:
    other = replace(PRIYA, id=id_of(77))
    calls = [
        a_debriefed_call(1, MORNING - timedelta(days=3)),
        a_debriefed_call(2, MORNING - timedelta(days=9)),
        a_debriefed_call(3, MORNING + timedelta(days=1)),
        Told(number=4, rep=other, at=MORNING - timedelta(days=1)),
        Told(number=5, at=MORNING - timedelta(days=1)),
    ]
    source = source_of(tmp_path, *calls, a_debriefed_call(6))
    assert [facts.call_id for facts in source.earlier] == [id_of(2), id_of(1)]


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
