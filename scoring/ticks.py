"""What was ticked of the checklists in my view.

A tick says what was seen, and decides nothing about a level: it is kept whether there is a level yet or not, and stays
when the level changes.
"""

from __future__ import annotations

from dataclasses import replace

from scoring.debrief import MyView
from scoring.entry import Debriefed, SelfViewed, Viewed, What
from scoring.rating import Rating, Ticked, rating_of, with_rating


def checked_of(view: MyView, skill: str) -> tuple[int, ...]:
    """:returns: the ticked items of a skill, by their place from 1."""
    rating = rating_of(view.ratings, skill)
    if rating is not None:
        return rating.checked
    return next((one.checked for one in view.ticked if one.skill == skill), ())


def with_tick(view: MyView, skill: str, item: int) -> MyView:
    """:returns: ``view`` with one item ticked, or no longer where it was."""
    checked = tuple(sorted({*checked_of(view, skill)} ^ {item}))
    rating = rating_of(view.ratings, skill)
    if rating is not None:
        return replace(view, ratings=with_rating(view.ratings, replace(rating, checked=checked)))
    others = _without(view.ticked, skill)
    return replace(view, ticked=(*others, Ticked(skill=skill, checked=checked)) if checked else others)


def with_level(view: MyView, rating: Rating) -> MyView:
    """:returns: ``view`` with this rating of a skill, which takes over what was ticked of it."""
    rating = replace(rating, checked=checked_of(view, rating.skill))
    ratings = with_rating(view.ratings, rating)
    return replace(view, ratings=ratings, ticked=_without(view.ticked, rating.skill))


def ticks_in(what: What) -> tuple[Rating | Ticked, ...]:
    """:returns: whatever of an entry may hold ticks."""
    match what:
        case Viewed(view=view):
            return *view.ratings, *view.ticked
        case SelfViewed(self_view=own):
            return own.ratings
        case Debriefed(debrief=debrief):
            return debrief.agreed
        case _:
            return ()


def _without(ticked: tuple[Ticked, ...], skill: str) -> tuple[Ticked, ...]:
    return tuple(one for one in ticked if one.skill != skill)
