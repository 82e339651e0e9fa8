"""One plain sentence says the most useful thing; points and marks are said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.closeness import Behaviour, Catch, Closeness, Watched
from scoring.entry import Floor
from scoring.floor import FloorSpan
from scoring.rubric import default_rubric
from ui.closeness_words import beside_words, caught_lines, most_useful, tapped_picture, true_picture
from ui.practice_data import practice_talk

TALK = practice_talk()
OPENS, FINDS, LISTENS = TALK.behaviours[:3]
JUDGING = ("good", "bad", "well done", "poor", "wrong", "great", "must", "fail", "score")


def _marked(behaviour: Behaviour, after_ms: int = 4_000) -> Watched:
    return Watched(behaviour=behaviour, catch=Catch.MARKED, after_ms=after_ms)


def _other_way(behaviour: Behaviour) -> Watched:
    return Watched(behaviour=behaviour, catch=Catch.OTHER_WAY, after_ms=4_000)


def _not_marked(behaviour: Behaviour) -> Watched:
    return Watched(behaviour=behaviour, catch=Catch.NOT_MARKED)


def _shares(rep: int, customer: int, me: int) -> dict[Floor, int]:
    return {Floor.REP: rep, Floor.CUSTOMER: customer, Floor.ME: me}


CLOSE = Closeness(
    end_ms=100_000,
    true_spans=(FloorSpan(0, 50_000, Floor.REP), FloorSpan(50_000, 100_000, Floor.CUSTOMER)),
    tapped_spans=(FloorSpan(10_000, 60_000, Floor.REP), FloorSpan(60_000, 100_000, Floor.CUSTOMER)),
    true_percent=_shares(50, 50, 0),
    tapped_percent=_shares(55, 45, 0),
    watched=(_marked(OPENS), _marked(FINDS)),
    beside=0,
)


# The sentence


@pytest.mark.parametrize(
    ("close", "words"),
    [
        (replace(CLOSE, true_percent=None, tapped_percent=None, watched=()), "before anybody spoke"),
        (replace(CLOSE, tapped_percent=None), "No floor was tapped"),
        (replace(CLOSE, tapped_percent=_shares(56, 44, 0)), "The rep was tapped 6 points too long"),
        (replace(CLOSE, tapped_percent=_shares(52, 40, 8)), "The customer was tapped 10 points too short"),
        (
            replace(CLOSE, true_percent=_shares(45, 43, 12), tapped_percent=_shares(51, 49, 0)),
            "You were tapped 12 points too short",
        ),
        (replace(CLOSE, watched=()), "nothing to mark yet"),
        (replace(CLOSE, watched=(_marked(OPENS), _not_marked(FINDS))), "one of 2 things to mark went by"),
        (
            replace(CLOSE, watched=(_marked(OPENS), _not_marked(FINDS), _not_marked(LISTENS))),
            "2 of 3 things to mark went by",
        ),
        (replace(CLOSE, watched=(_not_marked(OPENS), _not_marked(FINDS))), "nothing was marked yet"),
        (replace(CLOSE, watched=(_marked(OPENS), _other_way(FINDS))), "minus what the rep left out"),
        (CLOSE, "everything there was to mark is marked"),
    ],
)
def test_the_sentence_says_what_would_bring_the_next_log_closest(close: Closeness, words: str) -> None:
    sentence = most_useful(close)
    assert words in sentence
    assert not [word for word in JUDGING if word in sentence.lower()]


def test_a_floor_far_off_comes_before_marks_that_went_by() -> None:
    close = replace(CLOSE, tapped_percent=_shares(70, 30, 0), watched=(_not_marked(OPENS),))
    assert "20 points" in most_useful(close)


# The strips


def test_the_strips_lie_above_each_other_on_one_scale() -> None:
    true, tapped = true_picture(CLOSE), tapped_picture(CLOSE)
    assert [(part.start, part.end) for part in true.segments] == [(0.0, 0.5), (0.5, 1.0)]
    assert [(part.start, part.end) for part in tapped.segments] == [(0.1, 0.6), (0.6, 1.0)]


def test_shares_stand_below_and_how_far_off_they_are_in_words() -> None:
    assert [label.text for label in true_picture(CLOSE).labels] == ["Rep 50%", "Customer 50%", "Me 0%"]
    close = replace(CLOSE, tapped_percent=_shares(51, 43, 6), true_percent=_shares(50, 44, 6))
    assert [label.text for label in tapped_picture(close).labels] == [
        "Rep 51%, 1 point off",
        "Customer 43%, 1 point off",
        "Me 6%, exact",
    ]
    assert "Rep 55%, 5 points off" in tapped_picture(CLOSE).alternative


def test_without_a_tap_there_are_no_figures_and_it_says_so() -> None:
    picture = tapped_picture(replace(CLOSE, tapped_percent=None, tapped_spans=()))
    assert (picture.labels, picture.segments) == ((), ())
    assert picture.note == "No floor was tapped."
    assert picture.note in picture.alternative


def test_where_nobody_spoke_there_is_an_empty_strip() -> None:
    empty = replace(CLOSE, end_ms=0, true_spans=(), tapped_spans=(), true_percent=None, tapped_percent=None)
    assert true_picture(empty).segments == ()


# The marks


def test_each_thing_to_mark_has_its_time_skill_and_what_became_of_it() -> None:
    watched = (_marked(OPENS), _other_way(FINDS), _not_marked(LISTENS))
    lines = caught_lines(replace(CLOSE, watched=watched), TALK, default_rubric())
    assert [(line.time, line.seen, line.skill, line.result) for line in lines] == [
        ("00:10", True, "Opens with purpose", "Marked after 4 s"),
        ("00:35", True, "Finds the real problem", "Marked the other way"),
        ("00:47", True, "Listens it out", "Not marked"),
    ]


def test_what_was_said_helps_where_the_mark_is_not_as_it_was() -> None:
    lines = caught_lines(replace(CLOSE, watched=(_marked(OPENS), _not_marked(FINDS))), TALK, default_rubric())
    assert [line.open for line in lines] == [False, True]
    assert lines[0].words == ""
    assert lines[1].words == "And a cold oven in the night, what does that lead to?"


def test_a_mark_within_half_a_second_is_at_once() -> None:
    (line,) = caught_lines(replace(CLOSE, watched=(_marked(OPENS, 400),)), TALK, default_rubric())
    assert line.result == "Marked at once"


@pytest.mark.parametrize(
    ("beside", "words"),
    [(0, ""), (1, "One more mark is not on this list."), (3, "3 more marks are not on this list.")],
)
def test_marks_beside_the_list_are_counted_without_a_judgement(beside: int, words: str) -> None:
    assert beside_words(beside) == words
