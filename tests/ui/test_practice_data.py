"""The practice talk is fair: it can be read, tapped and marked by a person, and fits the rubric one marks with."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scoring.closeness import closeness
from scoring.entry import Floor, FloorTaken
from scoring.floor import PARTIES
from scoring.rubric import default_rubric
from scoring.turns import observer_taps
from tests.builders import Log
from ui.practice_data import Line, Talk, practice_talk

MOST_LETTERS_A_SECOND = 15
LONGEST_CAPTION = 100
LEAST_TIME_TO_MARK_MS = 15_000


def test_it_takes_about_two_and_a_half_minutes_and_everybody_speaks() -> None:
    talk = practice_talk()
    assert 140_000 <= talk.end_ms <= 165_000
    assert {line.who for line in talk.lines} == set(Floor)


def test_somebody_or_nobody_has_the_floor_at_every_moment() -> None:
    lines = practice_talk().lines
    assert lines[0].start_ms == 0
    assert all(line.end_ms == following.start_ms for line, following in pairwise(lines))


def test_every_caption_can_be_read_in_its_time() -> None:
    for line in practice_talk().lines:
        assert line.words.strip()
        assert len(line.words) <= LONGEST_CAPTION
        assert len(line.words) * 1000 / (line.end_ms - line.start_ms) <= MOST_LETTERS_A_SECOND, line.words


def test_what_there_is_to_mark_is_in_the_rubric_seen_and_missed_each_skill_at_most_once() -> None:
    behaviours = practice_talk().behaviours
    skills = [behaviour.skill for behaviour in behaviours]
    assert len(set(skills)) == len(skills) >= 8
    assert set(skills) <= {skill.id for skill in default_rubric().skills}
    assert {behaviour.seen for behaviour in behaviours} == {True, False}


def test_there_is_time_to_mark_each_before_the_call_is_over() -> None:
    talk = practice_talk()
    starts = {line.start_ms for line in talk.lines}
    for behaviour in talk.behaviours:
        assert behaviour.at_ms in starts
        assert behaviour.at_ms + LEAST_TIME_TO_MARK_MS <= talk.end_ms


def test_lines_of_one_party_in_a_row_are_one_stretch_of_floor() -> None:
    spans = practice_talk().truth().spans
    assert all(span.who != following.who for span, following in pairwise(spans))
    assert (spans[0].start_ms, spans[-1].end_ms) == (0, practice_talk().end_ms)


def test_a_line_is_found_by_its_time_and_none_after_the_last_word() -> None:
    talk = practice_talk()
    second = talk.lines[1]
    assert talk.line_at(second.start_ms - 1) == talk.lines[0]
    assert talk.line_at(second.start_ms) == second
    assert talk.line_at(talk.end_ms) is None


def test_a_steady_observer_with_a_second_of_reaction_comes_within_five_points() -> None:
    truth = practice_talk().truth()
    speech = {who: tuple(span for span in truth.spans if span.who == who) for who in PARTIES}
    log = Log()
    for tap in observer_taps(speech):
        log.at_ms(tap.offset_ms, FloorTaken(who=tap.floor))
    log.ended("03:00")
    points = closeness(truth, log.state).points_over
    assert points is not None
    assert max(map(abs, points.values())) <= 5


@pytest.mark.parametrize(("start_ms", "end_ms"), [(-1, 5), (5, 5), (5, 4)])
def test_a_line_takes_time_and_begins_in_the_call(start_ms: int, end_ms: int) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Line(who=Floor.REP, start_ms=start_ms, end_ms=end_ms, words="Hello.")


def test_a_talk_of_nothing_is_over_at_once() -> None:
    talk = Talk(rep="R", customer="C", introduction="", lines=(), behaviours=())
    assert (talk.end_ms, talk.line_at(0), talk.truth().spans) == (0, None, ())
