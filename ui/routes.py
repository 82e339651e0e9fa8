"""Which screen comes where: where a call goes on, and which entry of the side bar stands for a screen."""

from __future__ import annotations

from typing import Final

from scoring.state import CallState, Phase
from scoring.teeup import Way
from ui.ways import usable_way

# Where a running call goes on, by the way the manager sits in.
_LIVE: Final = {Way.OPEN_LAPTOP: "observe", Way.DISCREET: "observe", Way.NO_DEVICE: "away"}
_NEXT: Final = {
    Phase.PLANNED: "teeup",
    Phase.ENDED: "myview",
    Phase.VIEWED: "debrief",
    Phase.DEBRIEFED: "page",
    Phase.CLOSED: "page",
}
NAV_ENTRIES: Final = {
    "home": "home",
    "newcall": "home",
    "reps": "reps",
    "rep": "reps",
    "editrep": "reps",
    "calls": "calls",
    "call": "calls",
    "mirror": "mirror",
    "rubrics": "rubrics",
    "archive": "archive",
    "settings": "settings",
}
"""Which entry of the side bar stands for a screen."""


def where_it_goes_on(state: CallState) -> str | None:
    """:returns: the name of the screen where a call goes on; None for one that did not take place."""
    return _LIVE[usable_way(state.way)] if state.phase == Phase.RUNNING else _NEXT.get(state.phase)
