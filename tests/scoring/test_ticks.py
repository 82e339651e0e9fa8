"""A tick says what was seen: it waits for a level, stays when that changes, and never makes one."""

from __future__ import annotations

from uuid import uuid4

from scoring.codec import as_json, from_json
from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import Debriefed, Moment, SelfViewed, Viewed
from scoring.rating import Rating, Ticked
from scoring.ticks import checked_of, ticks_in, with_level, with_tick

ASKS = "asks"


def test_a_tick_without_a_level_waits_and_makes_none() -> None:
    view = with_tick(with_tick(MyView(), ASKS, 3), ASKS, 1)
    assert view == MyView(ticked=(Ticked(skill=ASKS, checked=(1, 3)),))
    assert checked_of(view, ASKS) == (1, 3)


def test_a_level_takes_the_ticks_over_and_another_one_keeps_them() -> None:
    view = with_level(with_tick(MyView(), ASKS, 2), Rating(skill=ASKS, level=3))
    assert view == MyView(ratings=(Rating(skill=ASKS, level=3, checked=(2,)),))
    marks = (uuid4(),)
    view = with_level(view, Rating(skill=ASKS, level=1, evidence=marks))
    assert view.ratings == (Rating(skill=ASKS, level=1, evidence=marks, checked=(2,)),)


def test_no_chance_to_see_keeps_them_too() -> None:
    view = with_level(with_tick(MyView(), ASKS, 2), Rating(skill=ASKS, level=None))
    assert checked_of(view, ASKS) == (2,)


def test_the_same_again_takes_a_tick_back_with_a_level_and_without() -> None:
    assert with_tick(with_tick(MyView(), ASKS, 2), ASKS, 2) == MyView()
    rated = MyView(ratings=(Rating(skill=ASKS, level=3),))
    assert with_tick(with_tick(rated, ASKS, 2), ASKS, 2) == rated


def test_ticks_of_other_skills_stay() -> None:
    view = with_tick(with_tick(MyView(), ASKS, 1), "calm", 2)
    assert checked_of(with_level(view, Rating(skill=ASKS, level=3)), "calm") == (2,)


def test_a_view_is_read_back_with_its_ticks_and_one_without_any_is_written_as_ever() -> None:
    view = with_tick(MyView(ratings=(Rating(skill="calm", level=2, checked=(1,)),)), ASKS, 1)
    assert from_json(MyView, as_json(view)) == view
    assert "ticked" not in as_json(MyView())
    assert "checked" not in as_json(Rating(skill=ASKS, level=3))


def test_ticks_are_found_wherever_an_entry_may_hold_them() -> None:
    rating, waiting = Rating(skill=ASKS, level=3, checked=(1,)), Ticked(skill="calm", checked=(2,))
    assert ticks_in(Viewed(view=MyView(ratings=(rating,), ticked=(waiting,)))) == (rating, waiting)
    assert ticks_in(SelfViewed(self_view=SelfView(ratings=(rating,)))) == (rating,)
    assert ticks_in(Debriefed(debrief=Debrief(agreed=(rating,)))) == (rating,)
    assert ticks_in(Moment()) == ()
