"""Copies of all the data, and what putting one of them in the place of what is here would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

AT_THE_END = "at the end"
BY_HAND = "by hand"
BEFORE = "before "
"""Followed by the step that changes the shape of the file, or by the end of ``BEFORE_RESTORE``."""
BEFORE_RESTORE = f"{BEFORE}a restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy: where it lies, when it was made (local time), what it was made for, its size in bytes."""

    path: Path
    at: datetime
    why: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a copy, counted; ``latest`` is the time of the last call that took place, None where none did, and
    ``is_older`` whether an earlier version of the app wrote it."""

    reps: int
    calls: int
    entries: int
    latest: datetime | None
    is_older: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCall:
    """One call that differs: how many of its entries are only here, and how many only in the copy."""

    call_id: UUID
    rep: str
    customer: str
    when: datetime
    only_here: int
    only_there: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What would be gone, come back or be different once the copy is in the place of what is here.

    Calls are the latest first, reps are names by the alphabet. ``erasures`` are those that the copy knows nothing of:
    what they took away would be back. ``rubrics`` (their versions), ``drafts`` (also of rubrics), ``scans`` and
    ``holds`` are only here; ``settings`` differ.
    """

    calls_gone: tuple[ComparedCall, ...]
    calls_back: tuple[ComparedCall, ...]
    calls_different: tuple[ComparedCall, ...]
    reps_gone: tuple[str, ...]
    reps_back: tuple[str, ...]
    reps_different: tuple[str, ...]
    rubrics: int
    drafts: int
    scans: int
    holds: int
    erasures: int
    settings: int

    @property
    def is_same(self) -> bool:
        """Whether nothing that counts would change."""
        return not any(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A copy that was looked into: where it was found, what is in it, and how it differs from what is here.

    ``prepared`` is the same data, sound and of this version, ready to be put in place; it lasts until the next look.
    """

    source: Path
    prepared: Path
    contents: Contents
    comparison: Comparison
