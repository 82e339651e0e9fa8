"""What a debrief asks about the commitments the rep came with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from exports.wording import bracketed, near_date_text, quoted
from scoring.commitments import FollowedCommitment
from scoring.debrief import Closing
from scoring.entry import Marked, Moment, WordsHeard
from scoring.rubric import Rubric
from scoring.state import CallState, Standing
from scoring.text import tr
from ui.logged import MOST_LINES, line_of
from ui.widgets.closing_field import AskedClosing, Linkable


@dataclass(frozen=True, slots=True)
class Ride:
    """A call on which a commitment may have been seen; ``title`` tells it from the others of one debrief, and is empty
    where there is one."""

    state: CallState
    rubric: Rubric
    title: str = ""


def asked_closing(
    item: FollowedCommitment, closing: Closing | None, rides: Sequence[Ride], rep: str, today: date
) -> AskedClosing:
    """:returns: what is asked about a commitment.

    :param closing: what is said of it so far.
    :param rides: the calls of the debrief, in order of time.
    """
    linkable = list(_linkable(rides, item.agreed_in.focus_skills))
    offered = tuple(linkable[:MOST_LINES])
    linked = {str(entry) for entry in closing.evidence} if closing else set[str]()
    return AskedClosing(
        question=_question(item, rep, today),
        kept=closing.kept if closing else None,
        linkable=offered,
        linked=frozenset(linked & {found.value for found in linkable}),
    )


def _question(item: FollowedCommitment, rep: str, today: date) -> str:
    day, words = near_date_text(item.agreed_in.when.date(), today), quoted(item.commitment.words)
    if item.agreed_in.without_rep:  # they may not be the rep's own words
        return tr("Written down on {day}: {words}").format(day=day, words=words)
    return tr("On {day} {rep} said: {words}").format(day=day, rep=rep, words=words)


def _linkable(rides: Sequence[Ride], focus: Sequence[str]) -> Iterator[Linkable]:
    """Marks of what the rep practised, then marks with words, words heard and moments, then the other marks."""
    found = [(_rank(item.what, focus), ride, item) for ride in rides for item in _entries(ride.state)]
    for rank, ride, item in sorted(found, key=itemgetter(0)):
        yield _line(ride, item, is_likely=rank == 0)


def _entries(state: CallState) -> list[Standing]:
    return sorted(item for kind in (Marked, WordsHeard, Moment) for item, _ in state.of(kind))


def _rank(what: object, focus: Sequence[str]) -> int:
    if not isinstance(what, Marked):
        return 1
    if what.skill in focus:
        return 0
    return 1 if what.words.strip() else 2


def _line(ride: Ride, item: Standing, *, is_likely: bool) -> Linkable:
    line = line_of(ride.state, item, ride.rubric)
    notes = " ".join(filter(None, (line.note, bracketed(ride.title))))
    return Linkable(str(item.entry.id), replace(line, note=notes), is_likely)
