from __future__ import annotations

import pytest

from exports.mirror_words import (
    count_text,
    debrief_by_words,
    debrief_goal,
    delay_words,
    hand_back_goal,
    per_cent,
    share_goal,
    steps_goal,
    stretch_words,
)
from scoring.mirror_goals import DebriefBy, MirrorGoals


@pytest.mark.parametrize(("value", "words"), [(0, "0"), (2.0, "2"), (1.5, "1.5"), (12, "12")])
def test_a_count_has_a_tenth_only_where_there_is_one(value: float, words: str) -> None:
    assert count_text(value) == words


def test_shares_are_whole_per_cents() -> None:
    assert [per_cent(share) for share in (0, 0.125, 1)] == ["0 %", "12 %", "100 %"]


def test_lengths_are_said_in_their_own_unit() -> None:
    assert (stretch_words(40_400.5), stretch_words(130_000)) == ("40 s", "2 min 10 s")
    assert (delay_words(59_000), delay_words(12 * 60_000)) == ("straight after", "12 minutes")


def test_every_goal_by_when_has_its_words() -> None:
    assert len({debrief_by_words(by) for by in DebriefBy}) == len(DebriefBy)


def test_without_a_goal_nothing_is_said_of_one() -> None:
    none = MirrorGoals()
    assert [goal(none) for goal in (share_goal, steps_goal, hand_back_goal, debrief_goal)] == [""] * 4
    assert steps_goal(MirrorGoals(steps_at_most=0)) == "My goal: 0 at most."
