"""My view, the rep's own, and what both agreed."""

from __future__ import annotations

import pytest

from scoring.debrief import Commitment, Debrief, MyView, Nerves, SelfView, standing_rating
from scoring.rating import Rating


def test_two_things_to_do_differently_are_the_most() -> None:
    one = Commitment(words="Ask for the date")
    assert Debrief(commitments=(one, one)).commitments
    with pytest.raises(ValueError, match="parked"):
        Debrief(commitments=(one, one, one))


@pytest.mark.parametrize(
    "said",
    [
        SelfView(went_well="I let them talk"),
        SelfView(differently="Ask for the date"),
        SelfView(ratings=(Rating(skill="price", level=None), Rating(skill="questions", level=1))),
    ],
)
def test_one_word_or_one_level_means_the_rep_has_spoken(said: SelfView) -> None:
    assert said.is_given


@pytest.mark.parametrize(
    "silent",
    [
        SelfView(),
        SelfView(went_well=" \n"),
        SelfView(nerves=Nerves.A_LOT),
        SelfView(ratings=(Rating(skill="questions", level=None),)),
    ],
)
def test_blanks_a_word_about_nerves_or_no_chance_to_see_do_not(silent: SelfView) -> None:
    assert not silent.is_given


def test_the_agreed_rating_stands_where_it_changed_and_the_first_one_elsewhere() -> None:
    first = MyView(ratings=(Rating(skill="questions", level=3), Rating(skill="price", level=1)))
    agreed = Debrief(agreed=(Rating(skill="questions", level=2),))
    assert standing_rating(first, agreed, "questions") == Rating(skill="questions", level=2)
    assert standing_rating(first, agreed, "price") == Rating(skill="price", level=1)
    assert standing_rating(first, None, "questions") == Rating(skill="questions", level=3)
    assert standing_rating(first, agreed, "next-step") is None


def test_a_level_can_be_agreed_away_to_no_chance_to_see() -> None:
    first = MyView(ratings=(Rating(skill="questions", level=3),))
    agreed = Debrief(agreed=(Rating(skill="questions", level=None),))
    assert standing_rating(first, agreed, "questions") == Rating(skill="questions", level=None)
