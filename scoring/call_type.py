"""Who leads a joint call, declared before it."""

from __future__ import annotations

from enum import StrEnum


class CallType(StrEnum):
    """Who leads, declared before the call: it decides what happens when the rep errs, and what measures mean."""

    OBSERVE = "observe"
    TOGETHER = "together"
    SHOW = "show"
