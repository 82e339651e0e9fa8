"""From what was being written after a call to what becomes its record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from scoring.commitments import FollowedCommitment, closing_of
from scoring.debrief import Closing, Commitment, Debrief, MyView, Observation, SelfView
from scoring.facts import CallFacts
from scoring.rating import Rating, rating_of, with_rating
from scoring.state import Phase
from scoring.teeup import TeeUp

CHECK_AFTER = timedelta(weeks=2)
"""When a change is looked at together, unless both choose another day: after about three tries."""

COVERABLE_PHASES = (Phase.VIEWED, Phase.DEBRIEFED)


def tidy_view(view: MyView) -> MyView:
    """:returns: ``view`` without the observations that say nothing; words that are there stay as they were written."""
    return replace(view, strengths=_telling(view.strengths), gaps=_telling(view.gaps))


def _telling(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    return tuple(item for item in observations if item.words.strip() or item.entry)


def new_commitment(today: date) -> Commitment:
    """:returns: a commitment without words yet, to be looked at in two weeks."""
    return Commitment(words="", check_on=today + CHECK_AFTER)


def new_debrief(today: date) -> Debrief:
    """:returns: a debrief with nothing agreed yet."""
    return Debrief(commitments=(new_commitment(today),))


def tidy_debrief(debrief: Debrief) -> Debrief:
    """:returns: ``debrief`` without commitments that have no words, and without empty parked points."""
    return replace(
        debrief,
        commitments=tuple(item for item in debrief.commitments if item.words.strip()),
        parked=tuple(point for point in debrief.parked if point.strip()),
    )


def is_blank(debrief: Debrief) -> bool:
    """:returns: whether nothing of what both agree on is written yet; ratings and calls covered do not count."""
    tidy = tidy_debrief(debrief)
    return not (
        tidy.commitments or tidy.parked or tidy.comment.strip() or tidy.last_commitment or tidy.closings
    )


def with_agreed(debrief: Debrief, view: MyView, rating: Rating) -> Debrief:
    """Let ``rating`` stand after hearing the rep; the same level as the manager's first takes the change back."""
    first = rating_of(view.ratings, rating.skill)
    if first is not None and first.level == rating.level:
        return replace(debrief, agreed=tuple(item for item in debrief.agreed if item.skill != rating.skill))
    return replace(debrief, agreed=with_rating(debrief.agreed, rating))


def with_closing(debrief: Debrief, asked: Iterable[FollowedCommitment], closing: Closing) -> Debrief:
    """Let ``closing`` say what became of its commitment.

    :param asked: all commitments that the debrief asks about: where an older draft says one thing of them all, that is
        said of each from now on.
    """
    others = (closing_of(debrief.closings, item, debrief.last_commitment) for item in asked)
    kept = [item for item in others if item and not is_of_same(item, closing)]
    known = [item for item in debrief.closings if not is_of_same(item, closing) and item not in kept]
    closings = sorted((*known, *kept, closing), key=lambda item: item.number)
    return replace(debrief, closings=tuple(closings), last_commitment=None)


def is_of_same(closing: Closing, other: Closing) -> bool:
    """:returns: whether two closings are about one commitment."""
    return (closing.agreed_in, closing.number) == (other.agreed_in, other.number)


def as_for(agreed: Debrief, own: Debrief) -> Debrief:
    """:returns: what both agreed, as it is kept with another call that the debrief covers.

    :param own: what is kept with that call so far; the ratings and what was seen stay its own.
    """
    return replace(
        agreed,
        agreed=own.agreed,
        closings=tuple(replace(item, evidence=_seen_in(own, item)) for item in agreed.closings),
    )


def _seen_in(own: Debrief, closing: Closing) -> tuple[UUID, ...]:
    return next((item.evidence for item in own.closings if is_of_same(item, closing)), ())


def part_of_call(self_view: SelfView, tee_up: TeeUp) -> SelfView:
    """:returns: what of ``self_view``, spoken about several calls at once, concerns the call of ``tee_up``: all words,
    and the ratings of its own focus skills."""
    return replace(
        self_view, ratings=tuple(item for item in self_view.ratings if item.skill in tee_up.focus_skills)
    )


def together(views: Iterable[SelfView]) -> SelfView:
    """:returns: what the rep said in several places as one: all words, and the first answer to every other question."""
    whole = SelfView()
    for view in views:
        new = [rating for rating in view.ratings if rating_of(whole.ratings, rating.skill) is None]
        whole = SelfView(
            went_well=_joined(whole.went_well, view.went_well),
            differently=_joined(whole.differently, view.differently),
            ratings=(*whole.ratings, *new),
            nerves=whole.nerves or view.nerves,
            began_at=min(filter(None, (whole.began_at, view.began_at)), default=None),
        )
    return whole


def _joined(words: str, more: str) -> str:
    if more.strip() in words:
        return words
    return more if words.strip() in more else f"{words}\n{more}"


def is_same_day(facts: CallFacts, other: CallFacts) -> bool:
    """:returns: whether ``other`` is another call with the same rep on the same day."""
    return (
        other.call_id != facts.call_id
        and other.rep_id == facts.rep_id
        and other.when.date() == facts.when.date()
    )


def may_cover(facts: CallFacts, other: CallFacts) -> bool:
    """:returns: whether the debrief of a call can belong to ``other`` too: one of the same day, and not over yet."""
    return is_same_day(facts, other) and other.phase in COVERABLE_PHASES
