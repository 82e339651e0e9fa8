"""Time, passed in: a wall clock, a monotonic one and one that sleeps, and what it means when they disagree."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import Protocol

from scoring.entry import Gap, GapReason

LEAST_GAP_MS = 2_000


class Clock(Protocol):
    """What the app asks about time; tests and the replay pass their own."""

    def monotonic_ms(self) -> int:
        """:returns: ms on a clock that is never set and goes on while the computer sleeps."""
        ...

    def awake_ms(self) -> int:
        """:returns: ms on a clock that is never set and stands still while the computer sleeps."""
        ...

    def now(self) -> datetime:
        """:returns: the wall time with its UTC offset."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def monotonic_ms(self) -> int:
        """:returns: ms since some fixed moment, sleep included."""
        return _through_sleep_ns() // 1_000_000

    def awake_ms(self) -> int:
        """:returns: ms since some fixed moment, sleep left out."""
        return _awake_ns() // 1_000_000

    def now(self) -> datetime:
        """:returns: the local wall time with its UTC offset."""
        now = datetime.now().astimezone()
        return now.replace(tzinfo=_shared(now.tzinfo))


@lru_cache(maxsize=4)
def _shared(zone: tzinfo | None) -> tzinfo | None:
    """Every time gets a zone of its own from the system, larger than the time; the times of a call share one."""
    return zone


# Which clock goes on in sleep differs: Linux has CLOCK_BOOTTIME beside CLOCK_MONOTONIC (clock_gettime(2)), macOS
# CLOCK_MONOTONIC_RAW beside CLOCK_UPTIME_RAW (clock_gettime(3)). On Windows the clocks behind ``time.monotonic`` go on
# in sleep and QueryUnbiasedInterruptTime does not.
if sys.platform == "win32":
    import ctypes

    _through_sleep_ns = time.monotonic_ns

    def _awake_ns() -> int:
        hundreds = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundreds))
        return hundreds.value * 100

elif sys.platform == "darwin":

    def _through_sleep_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)

    def _awake_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW)

else:

    def _through_sleep_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

    _awake_ns = time.monotonic_ns


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The time of one entry: ``offset_ms`` since the call started, the wall time ``at``, and the ``gaps`` before it."""

    offset_ms: int
    at: datetime
    gaps: tuple[Gap, ...]


class CallClock:
    """Offsets of one call, always in order.

    Offsets run on the monotonic clock, so they move on while the computer sleeps and never mind the wall clock. Where
    the waking clock fell behind, the computer slept; where the wall clock did not run alike, it was set: each is
    reported as a gap.
    """

    def __init__(self, clock: Clock, offset_ms: int = 0) -> None:
        """:param offset_ms: where to start; more than 0 when a call is taken up again."""
        self._clock = clock
        self._offset_ms = offset_ms
        self._monotonic_ms = clock.monotonic_ms()
        self._awake_ms = clock.awake_ms()
        self._at = clock.now()

    def read(self) -> Reading:
        """:returns: the time now, with the gaps since the last reading."""
        monotonic_ms, awake_ms, at = self._clock.monotonic_ms(), self._clock.awake_ms(), self._clock.now()
        ran_ms = max(0, monotonic_ms - self._monotonic_ms)
        slept_ms = ran_ms - (awake_ms - self._awake_ms)
        set_ms = round((at - self._at).total_seconds() * 1000) - ran_ms
        self._offset_ms += ran_ms
        self._monotonic_ms, self._awake_ms, self._at = monotonic_ms, awake_ms, at
        return Reading(offset_ms=self._offset_ms, at=at, gaps=tuple(_gaps(slept_ms, set_ms)))

    def peek_ms(self) -> int:
        """:returns: the offset now, as shown on screen, without noting anything."""
        return self._offset_ms + max(0, self._clock.monotonic_ms() - self._monotonic_ms)


def _gaps(slept_ms: int, set_ms: int) -> Iterator[Gap]:
    if slept_ms >= LEAST_GAP_MS:
        yield Gap(length_ms=slept_ms, reason=GapReason.ASLEEP)
    if abs(set_ms) >= LEAST_GAP_MS:
        yield Gap(length_ms=set_ms, reason=GapReason.CLOCK_CHANGED)
