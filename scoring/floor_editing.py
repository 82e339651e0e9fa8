"""What correcting the floor needs to know: who has it up to now, and what can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from scoring.entry import Ended, Floor, FloorCorrected, FloorTaken
from scoring.floor import FloorSpan, end_ms, floor_spans
from scoring.state import CallState, Phase


def floor_until(state: CallState, now_ms: int) -> tuple[FloorSpan, ...]:
    """:returns: who had the floor when, as ``floor_spans``; in a running call whoever has it now goes on up to
    ``now_ms``, and is the last of them even where it began this very moment."""
    spans, who, last_ms = floor_spans(state), _goes_on(state), end_ms(state)
    if who is None:
        return spans
    until_ms = max(now_ms, last_ms + 1)
    if spans and spans[-1].who == who and spans[-1].end_ms == last_ms:
        return (*spans[:-1], FloorSpan(spans[-1].start_ms, until_ms, who))
    return (*spans, FloorSpan(last_ms, until_ms, who))


def _goes_on(state: CallState) -> Floor | None:
    """:returns: who has the floor at this moment, as far as it was tapped."""
    if state.phase != Phase.RUNNING or state.is_paused:
        return None
    return state.floor if any(not item.entry.recalled for item, _ in state.of(FloorTaken)) else None


def correction_to_undo(state: CallState) -> UUID | None:
    """:returns: the latest correction of the floor made since the call ended; what was logged in it is out of reach."""
    return _latest_correction(state, (one for one in reversed(state.done) if one not in state.withdrawn))


def correction_to_redo(state: CallState) -> UUID | None:
    """:returns: the correction of the floor made since the call ended that was taken back last."""
    return _latest_correction(state, (one for one in reversed(state.undone) if one in state.withdrawn))


def _latest_correction(state: CallState, latest_first: Iterable[UUID]) -> UUID | None:
    ended = max((item.sequence for item, _ in state.of(Ended)), default=-1)
    for entry_id in latest_first:
        logged = state.logged(entry_id)
        if logged and isinstance(logged.what, FloorCorrected):
            return entry_id if logged.sequence > ended else None
    return None
