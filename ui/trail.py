"""The way back: the list one came from, and the rep and the call that led on from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ui.whereabouts import Whereabouts

RETURNED_TO: Final = ("rep", "call")
"""Screens about one rep or one call that one goes back to, from what they led to."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen about one rep or call that led on, and where one was on it."""

    name: str
    subject: UUID
    at: Whereabouts


class Trail:
    """Remembers which list one was in, and the stops since then. Whoever goes to another place begins anew."""

    def __init__(self) -> None:
        self.place = "home"
        self._at_place: Whereabouts | None = None
        self._stops: list[Stop] = []

    def begin(self, place: str | None) -> None:
        """One goes to a place: to a list, or (None) to something that is none and leads back to the list before."""
        self._stops.clear()
        if place is not None:
            self.place, self._at_place = place, None

    def leave_place(self, at: Whereabouts) -> None:
        """The list leads to something about one rep or call."""
        self._at_place = at

    def add(self, stop: Stop) -> None:
        """A screen about one rep or call leads on."""
        if stop.name in RETURNED_TO:
            self._stops.append(stop)

    def arrive(self, name: str, subject: UUID | str) -> None:
        """One comes to a screen about a rep, a call or a rubric: the way back from there is the one it had before."""
        met = next(
            (place for place, stop in enumerate(self._stops) if (stop.name, stop.subject) == (name, subject)),
            None,
        )
        if met is not None:
            del self._stops[met:]

    def back(self, is_there: Callable[[UUID], bool]) -> Stop | None:
        """:returns: the last stop that is still there, which is one no longer; None where the list comes next."""
        while self._stops:
            stop = self._stops.pop()
            if is_there(stop.subject):
                return stop
        return None

    def take_place(self) -> Whereabouts | None:
        """:returns: where one was in the list, told once."""
        at, self._at_place = self._at_place, None
        return at
