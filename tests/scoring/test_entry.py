"""The entries of a call, in memory and as text."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.codec import BadValueError
from scoring.entry import (
    Amended,
    Correctable,
    Entry,
    Lifecycle,
    Moment,
    PageAmended,
    Started,
    What,
    WordsHeard,
    what_from_json,
    what_to_json,
)
from scoring.fold import CORRECTABLE, LIFECYCLE
from scoring.handing_over import Amendment, PageContext
from scoring.people import RepCard
from tests.builders import NINE, an_id
from tests.scoring.strategies import broken_texts, whats


@given(whats())
def test_every_kind_of_entry_reads_back_as_it_was_written(what: What) -> None:
    assert what_from_json(*what_to_json(what)) == what


@given(broken_texts)
def test_words_with_half_a_character_fit_into_a_file_and_lose_nothing(text: str) -> None:
    kind, stored = what_to_json(WordsHeard(text=text))
    assert stored.encode()
    again = what_from_json(kind, stored)
    assert isinstance(again, WordsHeard)
    # Two halves that belong together are one character from then on.
    assert again.text.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_words_stand_in_the_file_as_they_were_typed() -> None:
    _, stored = what_to_json(Moment(words="Grüße, 你好 🙂"))
    assert "Grüße, 你好 🙂" in stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("started", "{"),
        ("started", "[]"),
        ("started", "5"),
        ("started", '{"sooner":1}'),
        ("danced", "{}"),
        ("mark", "{}"),
        ("mark", '{"skill":"questions","seen":1,"words":""}'),
        ("floor", '{"who":"the dog"}'),
        ("amended", '{"target":"00000000-0000-4000-8000-000000000001","offset_ms":-1,"what":null}'),
        (
            "amended",
            '{"target":"00000000-0000-4000-8000-000000000001","offset_ms":1,"what":{"kind":"ended"}}',
        ),
    ],
)
def test_what_this_version_does_not_understand_is_refused(kind: str, text: str) -> None:
    with pytest.raises(BadValueError):
        what_from_json(kind, text)


def test_nothing_lies_before_the_start_of_its_call() -> None:
    with pytest.raises(ValueError, match="before the start"):
        Entry(id=an_id(), call_id=an_id(), offset_ms=-1, at=NINE, what=Started())
    with pytest.raises(ValueError, match="before the start"):
        Amended(target=an_id(), offset_ms=-1, what=None)


@given(st.datetimes())
def test_a_wall_time_without_its_offset_is_refused(naive: datetime) -> None:
    with pytest.raises(ValueError, match="offset"):
        Entry(id=an_id(), call_id=an_id(), offset_ms=0, at=naive, what=Started())


def test_what_is_not_said_to_be_recalled_was_logged_live() -> None:
    entry = Entry(id=an_id(), call_id=an_id(), offset_ms=0, at=NINE + timedelta(hours=1), what=Started())
    assert not entry.recalled


def test_no_two_kinds_share_a_name_in_the_file() -> None:
    kinds = [kind.KIND for kind in What.__args__]
    assert len(kinds) == len(set(kinds))


def test_the_fold_knows_every_kind_that_can_be_corrected_or_decides_the_phase() -> None:
    assert set(CORRECTABLE) == set(Correctable.__args__)
    assert set(LIFECYCLE) == set(Lifecycle.__args__)


@pytest.mark.parametrize(("reason", "author"), [("", "Dana"), ("Another day", " ")])
def test_a_page_is_not_amended_without_saying_why_and_by_whom(reason: str, author: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        PageAmended(
            amendment=Amendment(reason=reason, author=author),
            until=UUID(int=1),
            context=PageContext(rep=RepCard(id=UUID(int=7), name="Ada")),
        )
