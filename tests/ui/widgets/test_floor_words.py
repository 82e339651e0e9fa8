from __future__ import annotations

from scoring.entry import Floor
from scoring.floor import FloorSpan
from ui.widgets.floor_words import MOST_READ, neutral_names, read_aloud, stretch_words

STRETCH = FloorSpan(750_000, 790_000, Floor.CUSTOMER)


def test_the_parties_are_called_by_what_they_are() -> None:
    assert [neutral_names()[who] for who in Floor] == ["Rep", "Customer", "Me", "Nobody"]


def test_a_stretch_says_who_and_from_when_to_when() -> None:
    assert stretch_words(STRETCH, neutral_names(), goes_on=False) == "Customer, 12:30 to 13:10"


def test_a_stretch_that_goes_on_says_since_when() -> None:
    assert stretch_words(STRETCH, neutral_names(), goes_on=True) == "Customer, since 12:30"


def test_names_stand_where_they_are_wanted() -> None:
    names = {**neutral_names(), Floor.CUSTOMER: "Northgate"}
    assert stretch_words(STRETCH, names, goes_on=False) == "Northgate, 12:30 to 13:10"


def test_a_screen_reader_hears_the_stretches_one_after_the_other_but_not_for_ever() -> None:
    assert read_aloud([STRETCH] * 2, neutral_names(), goes_on=False) == "; ".join(
        ["Customer, 12:30 to 13:10"] * 2
    )
    long = read_aloud([STRETCH] * (MOST_READ + 7), neutral_names(), goes_on=True)
    assert long.count("Customer") == MOST_READ
    assert long.endswith("and 7 more")


def test_the_last_of_them_may_go_on() -> None:
    assert read_aloud([STRETCH] * 2, neutral_names(), goes_on=True).endswith("13:10; Customer, since 12:30")
