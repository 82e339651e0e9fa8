from __future__ import annotations

import pytest

from scoring.codec import as_json, from_json
from scoring.mirror_goals import (
    DebriefBy,
    MirrorGoals,
    missed_debrief,
    missed_hand_back,
    missed_share,
    missed_steps,
)
from tests.scoring.mirror_calls import a_mirror_call


def test_nobody_has_a_goal_before_setting_one() -> None:
    call = a_mirror_call(share=1.0, margin=5, steps=9, never_back=9, delay_ms=10**9)
    checks = (missed_share, missed_steps, missed_hand_back, missed_debrief)
    assert [check(call, MirrorGoals()) for check in checks] == [None] * 4


def test_a_debrief_at_the_end_of_the_field_day_keeps_the_goal_of_the_day() -> None:
    six_hours_later = a_mirror_call(delay_ms=6 * 3_600_000, same_day=True)
    assert missed_debrief(six_hours_later, MirrorGoals(debrief_by=DebriefBy.SAME_DAY)) is False
    assert missed_debrief(six_hours_later, MirrorGoals(debrief_by=DebriefBy.HOUR)) is True


def test_a_remembered_end_keeps_no_goal_and_misses_none() -> None:
    call = a_mirror_call(delay_ms=1, same_day=True, end_recalled=True)
    assert missed_debrief(call, MirrorGoals(debrief_by=DebriefBy.SAME_DAY)) is None


def test_a_call_without_step_ins_says_nothing_about_handing_back() -> None:
    assert missed_hand_back(a_mirror_call(), MirrorGoals(hand_back_s=30)) is None


def test_goals_can_be_kept_and_read_again() -> None:
    goals = MirrorGoals(share_at_most=10, debrief_by=DebriefBy.HOUR)
    assert from_json(MirrorGoals, as_json(goals)) == goals


@pytest.mark.parametrize("wrong", [{"share_at_most": 101}, {"steps_at_most": -1}, {"hand_back_s": -1}])
def test_a_goal_that_means_nothing_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"goal|share"):
        MirrorGoals(**wrong)  # pyright: ignore[reportArgumentType]  by name
