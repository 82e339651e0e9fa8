"""The strip says who had the floor no more exactly than it is known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from exports.floor_picture import floor_picture, step_in_words
from exports.summary import FloorPicture
from scoring.entry import Entry, Floor, FloorTaken, SteppedIn
from scoring.floor import step_ins
from scoring.fold import fold
from scoring.teeup import StepInReason
from tests.exports.builders import Told, id_of, started

PARTIES = (Floor.REP, Floor.CUSTOMER, Floor.CUSTOMER, Floor.ME)


def picture_of(told: Told) -> FloorPicture:
    picture = floor_picture(told.book.state, "Priya", "Dana")
    assert picture
    return picture


def texts(picture: FloorPicture) -> list[str]:
    return [label.text for label in picture.labels]


def test_frequent_taps_give_whole_per_cents_with_a_band_of_five() -> None:
    told = started()
    told.floor_for(12, every=0.25, who=(Floor.REP, Floor.CUSTOMER, Floor.REP, Floor.ME))
    picture = picture_of(told.end())
    assert texts(picture) == ["Priya 50%", "Customer 25%", "Dana 25%"]
    assert picture.note == "±5 points, silence left out. Longest stretch: Priya 15 s, Customer 15 s."
    assert picture.alternative == (
        "Who had the floor: Priya 50%, Customer 25%, Dana 25%. ±5 points, silence left out."
        " Longest stretch: Priya 15 s, Customer 15 s."
    )


def test_fewer_taps_widen_the_band_and_very_few_leave_only_words() -> None:
    rough, rare = started(), started()
    rough.floor_for(12, every=0.75, who=(Floor.REP, Floor.CUSTOMER))
    rare.floor_for(12, every=4, who=(Floor.REP, Floor.REP, Floor.CUSTOMER))
    assert picture_of(rough.end()).note.startswith("±8")
    picture = picture_of(rare.end())
    assert texts(picture) == ["Priya", "Customer", "Dana"]
    assert picture.note == "Mostly Priya. In words: there were too few taps for figures."


def test_a_shared_floor_is_said_in_words() -> None:
    told = started()
    told.floor_for(12, every=4, who=(Floor.REP, Floor.CUSTOMER, Floor.ME))
    assert "Mostly" not in picture_of(told.end()).note


def test_there_is_no_figure_under_ten_minutes() -> None:
    told = started()
    told.floor_for(9.5)
    picture = picture_of(told.end())
    assert "%" not in picture.alternative
    assert picture.note == "No figures: under ten minutes were logged."


def test_what_was_recalled_is_never_on_the_strip() -> None:
    told = started()
    told.clock.go(30)
    told.end()
    entries = [
        Entry(
            id=id_of(100 + minute),
            call_id=told.call.id,
            offset_ms=minute * 60_000,
            at=told.clock.now() + timedelta(minutes=minute),
            what=FloorTaken(who=PARTIES[minute % 4]),
            recalled=True,
        )
        for minute in range(25)
    ]
    assert floor_picture(fold(entries, told.book.state), "Priya", "Dana") is None


def test_a_call_of_which_only_a_part_was_logged_says_so() -> None:
    told = started()
    told.clock.go(40)
    told.floor_for(20)
    assert picture_of(told.end()).note.endswith("Logged for 20 minutes of 1 hour.")


def test_the_segments_are_the_logged_spans_on_the_width_of_the_call() -> None:
    told = started()
    told.clock.go(5)
    told.book.floor(Floor.REP)
    told.clock.go(5)
    told.book.floor(Floor.NOBODY)
    told.clock.go(10)
    segments = picture_of(told.end()).segments
    assert [(piece.party, piece.start, piece.end) for piece in segments] == [
        ("rep", 0.25, 0.5),
        ("nobody", 0.5, 1.0),
    ]


def test_step_ins_stand_beside_the_managers_share_with_their_reasons() -> None:
    told = started()
    told.floor_for(12)
    for reason in (StepInReason.ASKED, StepInReason.ASKED, StepInReason.FACTS):
        stepped = told.book.step()
        told.book.amend(stepped.id, SteppedIn(reason=reason))
        told.book.step()
    told.end()
    assert texts(picture_of(told))[2].endswith(", stepped in 3 times (was asked to, the facts were wrong)")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (SteppedIn(), "stepped in once"),
        (SteppedIn(reason=StepInReason.OTHER), "stepped in once (another reason)"),
        (SteppedIn(reason=StepInReason.ASKED, words="delivery dates"), "stepped in once (delivery dates)"),
    ],
)
def test_a_step_in_is_told_in_its_own_words_first(what: SteppedIn, words: str) -> None:
    told = started()
    told.book.amend(told.book.step().id, what)
    told.book.step()
    assert step_in_words(step_ins(told.book.state)) == words


def test_a_floor_that_was_never_handed_back_is_said() -> None:
    told = started()
    told.book.step()
    assert step_in_words(step_ins(told.end().book.state)) == "stepped in once, not handed back"


def test_step_ins_from_memory_say_so() -> None:
    told = started().end()
    told.book.recall(SteppedIn(reason=StepInReason.FACTS, handed_back=False))
    assert step_in_words(step_ins(told.book.state)) == (
        "stepped in once (the facts were wrong), not handed back, from memory"
    )
    told.book.recall(SteppedIn(reason=StepInReason.FACTS, handed_back=True))
    assert step_in_words(step_ins(told.book.state)) == (
        "stepped in 2 times (the facts were wrong), not always handed back, from memory"
    )


def test_step_ins_that_are_from_memory_in_part_say_so() -> None:
    told = started()
    told.book.step()
    told.book.step()
    told.end().book.recall(SteppedIn())
    assert step_in_words(step_ins(told.book.state)) == "stepped in 2 times, partly from memory"


def test_silence_and_what_was_not_logged_are_named_where_they_can_be_seen() -> None:
    told = started()
    told.clock.go(2)
    told.floor_for(20)
    picture = picture_of(told.end())
    assert [label.party for label in picture.labels] == ["rep", "customer", "me", "nobody"]
    assert texts(picture)[-1] == "Nobody"
    assert picture.unlogged == "Not logged"
    assert "Nobody" not in picture.alternative


def test_nothing_is_named_that_cannot_be_seen() -> None:
    told = started()
    told.clock.go(0.05)
    told.floor_for(40, who=(Floor.REP, Floor.CUSTOMER))
    told.book.floor(Floor.NOBODY)
    told.clock.go(0.05)
    picture = picture_of(told.end())
    assert {segment.party for segment in picture.segments} == {"rep", "customer", "nobody"}
    assert len(picture.labels) == 3
    assert picture.unlogged == ""


def test_a_pause_in_the_middle_is_a_stretch_that_was_not_logged() -> None:
    told = started()
    told.floor_for(20, who=(Floor.REP, Floor.CUSTOMER))
    told.book.pause()
    told.clock.go(3)
    told.book.resume()
    told.floor_for(20, who=(Floor.CUSTOMER, Floor.REP))
    assert picture_of(told.end()).unlogged == "Not logged"
