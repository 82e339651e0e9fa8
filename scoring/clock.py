"""Time, passed in: a wall clock and a monotonic one, and what it means when they disagree."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from scoring.entry import Gap, GapReason

LEAST_GAP_MS = 2_000


class Clock(Protocol):
    """What the app asks about time; tests and the replay pass their own."""

    def monotonic_ms(self) -> int:
        """:returns: ms on a clock that is never set; it may stand still while the computer sleeps."""
        ...

    def now(self) -> datetime:
        """:returns: the wall time with its UTC offset."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def monotonic_ms(self) -> int:
        """:returns: ms since some fixed moment."""
        return time.monotonic_ns() // 1_000_000

    def now(self) -> datetime:
        """:returns: the local wall time with its UTC offset."""
        return datetime.now().astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The time of one entry: ``offset_ms`` since the call started, the wall time ``at``, and the ``gap`` before it."""

    offset_ms: int
    at: datetime
    gap: Gap | None


class CallClock:
    """Offsets of one call, always in order.

    Both clocks run alike while the computer is awake. Where the wall clock got ahead of the monotonic one, the computer
    slept (Linux stops the monotonic clock in suspend): the offset moves on by as much and a gap is reported. Where it
    fell behind, it was set back: the offset ignores it and the change is reported with a negative length.
    """

    def __init__(self, clock: Clock, offset_ms: int = 0) -> None:
        """:param offset_ms: where to start; more than 0 when a call is taken up again."""
        self._clock = clock
        self._offset_ms = offset_ms
        self._monotonic_ms = clock.monotonic_ms()
        self._at = clock.now()

    def read(self) -> Reading:
        """:returns: the time now, with the gap since the last reading if there was one."""
        monotonic_ms, at = self._clock.monotonic_ms(), self._clock.now()
        ran_ms = max(0, monotonic_ms - self._monotonic_ms)
        drift_ms = round((at - self._at).total_seconds() * 1000) - ran_ms
        gap = _gap(drift_ms)
        self._offset_ms += ran_ms + (drift_ms if gap and drift_ms > 0 else 0)
        self._monotonic_ms, self._at = monotonic_ms, at
        return Reading(offset_ms=self._offset_ms, at=at, gap=gap)

    def peek_ms(self) -> int:
        """:returns: the offset now, as shown on screen, without noting anything."""
        return self._offset_ms + max(0, self._clock.monotonic_ms() - self._monotonic_ms)


def _gap(drift_ms: int) -> Gap | None:
    if abs(drift_ms) < LEAST_GAP_MS:
        return None
    reason = GapReason.ASLEEP if drift_ms > 0 else GapReason.CLOCK_CHANGED
    return Gap(length_ms=drift_ms, reason=reason)
