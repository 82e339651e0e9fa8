"""Plain values and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.codec import IF_KNOWN, BadValueError, as_json, from_json, from_plain, to_plain
from tests.scoring.strategies import broken_texts, texts


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, kw_only=True)
class Cat:
    KIND: ClassVar = "cat"
    name: str
    lives: int = 9


@dataclass(frozen=True, kw_only=True)
class Dog:
    KIND: ClassVar = "dog"
    name: str


@dataclass(frozen=True, kw_only=True)
class House:
    id: UUID
    built: date
    seen_at: datetime
    share: float
    colour: Colour | None
    sold: bool
    pets: tuple[Cat | Dog, ...] = ()

    def __post_init__(self) -> None:
        if self.share > 1:
            raise ValueError("more than all of it")


HOUSE = House(
    id=UUID(int=7),
    built=date(1890, 5, 1),
    seen_at=datetime(2026, 3, 10, 9, 0, tzinfo=UTC),
    share=0.5,
    colour=Colour.RED,
    sold=False,
    pets=(Cat(name="Mimi", lives=8), Dog(name="Rex")),
)


def test_what_is_written_reads_back_as_it_was() -> None:
    assert from_json(House, as_json(HOUSE)) == HOUSE


def test_the_same_value_is_always_the_same_text() -> None:
    plain = to_plain(HOUSE)
    assert as_json(plain) == as_json(dict(reversed(plain.items()))) == as_json(HOUSE)


@given(texts)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert from_json(str, as_json(text)) == text


@given(broken_texts)
def test_half_a_character_does_not_keep_a_text_out_of_a_file(text: str) -> None:
    stored = as_json(text).encode()
    halves_that_fit_are_one_character = json.loads(json.dumps(text))
    assert from_json(str, stored.decode()) == halves_that_fit_are_one_character


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "seven"),
        ("id", 7),
        ("built", "1890-13-01"),
        ("built", 1890),
        ("seen_at", "2026-03-10T09:00:00"),
        ("share", "0.5"),
        ("share", float("nan")),
        ("share", float("inf")),
        ("share", 1.5),
        ("colour", "blue"),
        ("colour", []),
        ("sold", 0),
        ("sold", None),
        ("pets", "Mimi"),
        ("pets", {}),
        ("pets", [None]),
        ("pets", ["Mimi"]),
        ("pets", [{"kind": "bird", "name": "Tweety"}]),
        ("pets", [{"name": "nameless kind"}]),
        ("pets", [{"kind": "cat", "name": "Mimi", "lives": True}]),
        ("pets", [{"kind": "cat", "name": "Mimi", "lives": "9"}]),
        ("pets", [{"kind": "cat"}]),
        ("colours", "red"),
    ],
)
def test_what_does_not_fit_is_refused_and_never_guessed(key: str, value: Any) -> None:
    with pytest.raises(BadValueError):
        from_plain(House, {**to_plain(HOUSE), key: value})


@pytest.mark.parametrize("plain", [None, [], "House", 5])
def test_something_else_in_place_of_an_object_is_refused(plain: Any) -> None:
    with pytest.raises(BadValueError):
        from_plain(House, plain)


@pytest.mark.parametrize("text", ["", "{", "nul", "\x00", "[1,]"])
def test_what_is_not_json_is_refused_in_the_same_way(text: str) -> None:
    with pytest.raises(BadValueError):
        from_json(House, text)


def test_a_whole_number_is_a_fine_share() -> None:
    assert from_plain(float, 1) == 1.0


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_reading_any_plain_value_gives_a_house_or_a_refusal(plain: Any) -> None:
    with pytest.raises(BadValueError):
        from_plain(House, plain)


@given(broken_texts)
def test_what_was_written_once_is_written_the_same_ever_after(text: str) -> None:
    once = as_json(text)
    assert as_json(from_json(str, once)) == once
    assert once.encode("utf-8")


def test_two_halves_of_a_character_that_meet_are_one() -> None:
    assert as_json("\ud83d" + "\ude80") == '"🚀"'


@dataclass(frozen=True, kw_only=True)
class Bird:
    name: str
    hatched: date | None = field(default=None, metadata=IF_KNOWN)


def test_what_is_only_written_if_known_leaves_older_texts_as_they_were() -> None:
    old = '{"name":"Tweety"}'
    assert as_json(from_json(Bird, old)) == old
    assert from_json(Bird, old).hatched is None
    known = Bird(name="Tweety", hatched=date(2026, 5, 1))
    assert from_json(Bird, as_json(known)) == known
