"""What is private, decided in one place.

The manager's view of a running debrief is sealed until the rep's own view is in, or until the
debrief is said to be without the rep. What leaves the app afterwards is decided by the table below, which says for each
matter where it may appear; what is not in it appears nowhere. Where something does not appear everywhere, its surface
asks for it below (``entries_for``, ``self_view_for``, ``drafts_for``, ``coaching_for``, ``card_of``); what may appear
everywhere is shown without asking.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import Debriefed, Entry, Viewed, What
from scoring.people import Rep, RepCard
from scoring.state import CallState


class Surface(StrEnum):
    """Where something about a call may appear outside the app."""

    PAGE = "page"
    RECORD = "record"
    ACCESS_PACK = "access_pack"
    BACKUP = "backup"


class Matter(StrEnum):
    """What may be known about a call and its people.

    ``CALL`` is the call with the entries that stand, ratings, debrief, commitment and comment; ``CORRECTIONS`` are
    struck and undone entries and first ratings that changed after hearing the rep; ``FLOOR`` is the manager's floor
    share and step-ins; ``OWN_RATING`` the rep's rating of a focus skill and ``SELF_VIEW`` all else the rep said of
    themselves, nerves too; ``COACHING`` how the rep likes to be coached, and the manager's private notes; ``MIRROR``
    what stands only on the manager's own page, with their goals, and how often they mean to see each rep;
    ``ACKNOWLEDGEMENT`` what became of the printed sheet, the rep's statement about it, and who amended the page and
    why.
    """

    CALL = "call"
    CORRECTIONS = "corrections"
    FLOOR = "floor"
    OWN_RATING = "own_rating"
    SELF_VIEW = "self_view"
    COACHING = "coaching"
    MIRROR = "mirror"
    ACKNOWLEDGEMENT = "acknowledgement"


_SEALED_ENTRIES = (Viewed, Debriefed)
_SEALED_DRAFTS = frozenset({MyView.__name__, Debrief.__name__})
"""Where the manager's view stands, also while it is being written."""
_EVERYWHERE = frozenset(Surface)
_NOT_ON_THE_PAGE = _EVERYWHERE - {Surface.PAGE}
MAY_APPEAR: dict[Matter, frozenset[Surface]] = {
    Matter.CALL: _EVERYWHERE,
    Matter.CORRECTIONS: _NOT_ON_THE_PAGE,
    Matter.FLOOR: _EVERYWHERE,
    Matter.OWN_RATING: _EVERYWHERE,
    Matter.SELF_VIEW: _NOT_ON_THE_PAGE,
    Matter.COACHING: frozenset({Surface.ACCESS_PACK, Surface.BACKUP}),
    Matter.MIRROR: frozenset({Surface.BACKUP}),
    Matter.ACKNOWLEDGEMENT: _EVERYWHERE,
}


def may_appear(matter: Matter, surface: Surface) -> bool:
    """:returns: whether ``matter`` may be seen on ``surface``."""
    return surface in MAY_APPEAR[matter]


def open_view(state: CallState) -> MyView | None:
    """:returns: the manager's view, or None while it is not written or still sealed."""
    return state.view if state.view_is_open else None


def card_of(rep: Rep) -> RepCard:
    """:returns: who the rep is, as every page and record may say it: never how they like to be coached."""
    return RepCard(
        id=rep.id,
        name=rep.name,
        employee_number=rep.employee_number,
        team=rep.team,
        title=rep.title,
        started_on=rep.started_on,
    )


def self_view_for(surface: Surface, state: CallState) -> SelfView | None:
    """:returns: what ``surface`` may know of the rep's own view: all of it, or the ratings of the focus skills."""
    own = state.self_view
    if own is None or may_appear(Matter.SELF_VIEW, surface):
        return own
    if not may_appear(Matter.OWN_RATING, surface):
        return None
    focus = state.tee_up.focus_skills
    return SelfView(ratings=tuple(rating for rating in own.ratings if rating.skill in focus))


def entries_for(surface: Surface, state: CallState) -> tuple[Entry, ...]:
    """:returns: the entries ``surface`` may know, in the order of logging: all, or only those that stand. Those with
    the manager's view are not among them where they are still sealed."""
    entries = [
        logged.entry
        for logged in state.entries.values()
        if not _is_sealed_in(surface, state, logged.entry.what)
    ]
    if may_appear(Matter.CORRECTIONS, surface):
        return tuple(entries)
    return tuple(entry for entry in entries if entry.id in state.standing)


def _is_sealed_in(surface: Surface, state: CallState, what: What) -> bool:
    """A page and its record are not made before the view is open; the access pack is made at any time."""
    return surface == Surface.ACCESS_PACK and not state.view_is_open and isinstance(what, _SEALED_ENTRIES)


def drafts_for(surface: Surface, state: CallState, drafts: Mapping[str, Any]) -> dict[str, Any]:
    """Private notes, and what is being written and is no part of the record yet.

    :param drafts: those of a call, by kind.
    :returns: the ones ``surface`` may know; those with the manager's view are not among them while it is sealed.
    """
    if not may_appear(Matter.COACHING, surface):
        return {}
    return {kind: draft for kind, draft in drafts.items() if state.view_is_open or kind not in _SEALED_DRAFTS}


def coaching_for(surface: Surface, rep: Rep) -> str:
    """:returns: how the rep likes to be coached, as far as ``surface`` may know it."""
    return rep.coaching if may_appear(Matter.COACHING, surface) else ""
