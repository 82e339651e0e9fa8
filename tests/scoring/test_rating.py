"""Levels, and what they stand on."""

from __future__ import annotations

import pytest

from scoring.codec import to_plain
from scoring.rating import Basis, Rating, rating_of, with_rating
from tests.builders import an_id


@pytest.mark.parametrize("level", [0, 5, -1])
def test_a_level_is_one_to_four(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        Rating(skill="questions", level=level)


def test_no_chance_to_see_is_not_a_level_and_stands_on_nothing() -> None:
    assert Rating(skill="questions", level=None).basis is None


def test_a_rating_says_whether_it_stands_on_what_was_logged() -> None:
    assert Rating(skill="questions", level=3, evidence=(an_id(),)).basis == Basis.EVIDENCE
    assert Rating(skill="questions", level=3).basis == Basis.JUDGEMENT


def test_rating_a_skill_again_replaces_its_level_where_it_stands() -> None:
    questions, price = Rating(skill="questions", level=2), Rating(skill="price", level=1)
    better = Rating(skill="questions", level=4)
    assert with_rating((questions, price), better) == (better, price)


def test_a_skill_rated_for_the_first_time_goes_to_the_end() -> None:
    questions, price = Rating(skill="questions", level=2), Rating(skill="price", level=1)
    assert with_rating((questions,), price) == (questions, price)


def test_a_skill_that_was_not_rated_has_no_rating() -> None:
    assert rating_of((Rating(skill="questions", level=None),), "price") is None


def test_ticks_name_each_item_once_and_in_order() -> None:
    assert Rating(skill="asks", level=3, checked=(1, 3)).checked == (1, 3)
    for wrong in ((3, 1), (1, 1), (0,)):
        with pytest.raises(ValueError, match="each once"):
            Rating(skill="asks", level=3, checked=wrong)


def test_a_rating_without_ticks_is_written_as_before() -> None:
    assert to_plain(Rating(skill="asks", level=3)) == {"skill": "asks", "level": 3, "evidence": []}
