"""What is private, decided in one place.

Every surface asks here. The manager's view of a running debrief is sealed until the rep's own view is in, or until the
debrief is said to be without the rep.
"""

from __future__ import annotations

from scoring.debrief import MyView
from scoring.state import CallState


def open_view(state: CallState) -> MyView | None:
    """:returns: the manager's view, or None while it is not written or still sealed."""
    return state.view if state.view_is_open else None
