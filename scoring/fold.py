"""From entries to state: the one place where the log gets its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from scoring.entry import (
    Acknowledged,
    Amended,
    Cancelled,
    Closed,
    Debriefed,
    Ended,
    Entry,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    HandedBack,
    HandedOver,
    Introduced,
    Marked,
    Moment,
    NoShow,
    PageAmended,
    Paused,
    Planned,
    Redone,
    Reopened,
    Resumed,
    ScanKept,
    SelfViewed,
    Started,
    Stated,
    SteppedIn,
    Undone,
    Viewed,
    Voided,
    WithoutRep,
    WordsHeard,
)
from scoring.state import CallState, Phase, Standing
from scoring.teeup import TeeUp

CORRECTABLE = (
    Marked,
    FloorTaken,
    FloorCorrected,
    FloorRemembered,
    SteppedIn,
    HandedBack,
    WordsHeard,
    Moment,
    Introduced,
)
PAGES = (HandedOver, PageAmended, Acknowledged, Stated, ScanKept)
"""What became of the page is neither taken back nor amended: whoever has it has it."""
UNDOABLE = (*CORRECTABLE, Paused, Resumed, Amended)
CORRECTIONS = (Amended, Undone, Redone)
LIFECYCLE = (
    Planned,
    Started,
    Ended,
    Reopened,
    Viewed,
    SelfViewed,
    WithoutRep,
    Debriefed,
    Closed,
    Cancelled,
    NoShow,
    Voided,
)


def fold(entries: Iterable[Entry], onto: CallState | None = None) -> CallState:
    """Add ``entries``, in the order of logging, to a state.

    :param onto: the state to go on from; it is used up (changed in place). None starts from nothing.
    :returns: the state after all entries. ``fold(a + b) == fold(b, fold(a))``; an entry that came before is ignored.
    """
    state = onto if onto is not None else CallState()
    for entry in entries:
        if state.logged(entry.id) is None:
            _add(state, entry)
    return state


def _add(state: CallState, entry: Entry) -> None:
    logged = Standing(entry.offset_ms, state.count, entry, entry.what)
    state.count += 1
    state.call_id = entry.call_id
    state.last_ms = max(state.last_ms, entry.offset_ms)
    state.last_at = entry.at
    if isinstance(entry.what, CORRECTIONS):
        state.aside[entry.id] = logged
        _correct(state, logged)
    else:
        state.put(logged)
    if isinstance(entry.what, UNDOABLE):
        state.done.append(entry.id)
        state.undone.clear()
    elif isinstance(entry.what, LIFECYCLE):
        _retell(state)


def _correct(state: CallState, correction: Standing) -> None:
    match correction.what:
        case Undone(target=target):
            _undo(state, target)
        case Redone(target=target):
            _redo(state, target)
        case Amended(target=target) if state.logged(target):
            state.amendments.setdefault(target, []).append(correction.entry.id)
            _restand(state, target)
        case _:
            pass


def _undo(state: CallState, target: UUID) -> None:
    logged = state.logged(target)
    if target in state.withdrawn or logged is None or isinstance(logged.what, PAGES):
        return
    state.withdrawn.add(target)
    if isinstance(logged.what, UNDOABLE):
        state.undone.append(target)
    _trim(state)
    _restand_all(state, target)


def _redo(state: CallState, target: UUID) -> None:
    logged = state.logged(target)
    if target not in state.withdrawn or logged is None:
        return
    state.withdrawn.discard(target)
    if isinstance(logged.what, UNDOABLE):
        state.done.append(target)
    _trim(state)
    _restand_all(state, target)


def _trim(state: CallState) -> None:
    """Let both lists end in what undo and redo take next; to look through them for it would cost ever more."""
    while state.done and state.done[-1] in state.withdrawn:
        state.done.pop()
    while state.undone and state.undone[-1] not in state.withdrawn:
        state.undone.pop()


def _restand_all(state: CallState, target: UUID) -> None:
    logged = state.logged(target)
    assert logged is not None, "what is withdrawn was logged"
    what = logged.what
    _restand(state, what.target if isinstance(what, Amended) else target)
    if isinstance(what, LIFECYCLE):
        _retell(state)


def _restand(state: CallState, target: UUID) -> None:
    """Let ``target`` stand as its last amendment in force says, or not at all. The life of a call is not amended."""
    logged = state.logged(target)
    if logged is None or isinstance(logged.what, CORRECTIONS):
        return
    state.take(target)
    state.aside[target] = logged
    corrected = None if target in state.withdrawn else _corrected(state, logged)
    if corrected is logged:
        del state.aside[target]
    if corrected is not None:
        state.put(corrected)


def _corrected(state: CallState, logged: Standing) -> Standing | None:
    """:returns: an entry as its last amendment in force says, or None where that strikes it."""
    if isinstance(logged.what, (*LIFECYCLE, *PAGES)):
        return logged
    for amendment_id in reversed(state.amendments.get(logged.entry.id, ())):
        amendment = state.aside[amendment_id].what
        if amendment_id not in state.withdrawn and isinstance(amendment, Amended):
            if amendment.what is None:
                return None
            return Standing(amendment.offset_ms, logged.sequence, logged.entry, amendment.what)
    return logged


def _retell(state: CallState) -> None:
    """Tell the life of the call again from the few entries that decide its phase, in the order of logging."""
    told = [item for kind in LIFECYCLE for item in state.by_type.get(kind, ())]
    _forget_life(state)
    for item in sorted(told, key=lambda item: item.sequence):
        _tell(state, item)


def _forget_life(state: CallState) -> None:
    state.phase = Phase.PLANNED
    state.tee_up = TeeUp()
    state.started_at = state.ended_at = state.ended_ms = None
    state.view = state.self_view = state.debrief = None
    state.without_rep = False
    state.debrief_began_at = state.closed_at = None
    state.reason = ""


def _tell(state: CallState, item: Standing) -> None:
    at = item.entry.at
    match item.what:
        case Planned(tee_up=tee_up):
            state.tee_up = tee_up
        case Started():
            state.phase, state.started_at = Phase.RUNNING, at
        case Ended():
            state.phase, state.ended_at, state.ended_ms = Phase.ENDED, at, item.offset_ms
        case Reopened():
            state.phase, state.ended_at, state.ended_ms = Phase.RUNNING, None, None
        case Cancelled():
            state.phase = Phase.CANCELLED
        case NoShow():
            state.phase = Phase.NO_SHOW
        case Voided(reason=reason):
            state.phase, state.reason = Phase.VOID, reason
        case _:
            _tell_debrief(state, item)


def _tell_debrief(state: CallState, item: Standing) -> None:
    at = item.entry.at
    match item.what:
        case Viewed(view=view):
            state.phase, state.view = Phase.VIEWED, view
        case SelfViewed(self_view=self_view):
            state.self_view = self_view
            state.debrief_began_at = state.debrief_began_at or self_view.began_at or at
        case WithoutRep():
            state.without_rep = True
            state.debrief_began_at = state.debrief_began_at or at
        case Debriefed(debrief=debrief):
            state.phase, state.debrief = Phase.DEBRIEFED, debrief
        case Closed():
            state.phase, state.closed_at = Phase.CLOSED, at
        case _:
            pass
