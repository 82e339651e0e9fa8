"""What the samples are about fits the rubric they are watched with."""

from __future__ import annotations

from scoring.rubric import default_rubric
from ui.sample_data import samples
from ui.sample_talk import USUAL_MARKS

SKILLS = [skill.id for skill in default_rubric().skills]


def test_there_is_something_to_hear_for_every_skill_seen_or_missed() -> None:
    assert [phrases.skill for phrases in samples().heard] == SKILLS
    assert all(phrases.seen and phrases.missed for phrases in samples().heard)


def test_every_ride_is_rated_on_every_skill_and_watches_for_one_of_them() -> None:
    for ride in samples().rides:
        assert len(ride.levels) == len(SKILLS)
        assert set(ride.levels) <= set(USUAL_MARKS)
        assert set(ride.focus) <= set(SKILLS)
        assert {mark.skill for mark in ride.marks} <= set(SKILLS)
        assert sum(ride.floor) == 100


def test_rides_and_the_plan_are_with_reps_there_are_and_come_in_order_of_time() -> None:
    names = {rep.name for rep in samples().reps}
    assert {ride.rep for ride in samples().rides} | {samples().planned.rep} <= names
    assert [ride.days for ride in samples().rides] == sorted(
        (ride.days for ride in samples().rides), reverse=True
    )
