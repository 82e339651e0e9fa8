"""Manager and rep."""

from __future__ import annotations

from uuid import uuid4

import pytest

from scoring.people import Manager, RepCard
from tests.builders import a_rep


@pytest.mark.parametrize("name", ["", " ", "\n\t", "\u3000"])
def test_a_rep_needs_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        a_rep(name)
    with pytest.raises(ValueError, match="name"):
        RepCard(id=uuid4(), name=name)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ada Lovelace", "Ada"),
        ("  Ada  Lovelace", "Ada"),
        ("王小明", "王小明"),
        ("محمد علي", "محمد"),
        ("X", "X"),
    ],
)
def test_in_speech_a_rep_has_a_first_name(name: str, first: str) -> None:
    assert a_rep(name).first_name == first
    assert RepCard(id=uuid4(), name=name).first_name == first


def test_two_reps_may_share_a_name() -> None:
    assert a_rep("Kim Lee") != a_rep("Kim Lee")


def test_before_the_welcome_nothing_is_known_of_the_manager() -> None:
    assert Manager() == Manager(name="", title="", organisation="")
