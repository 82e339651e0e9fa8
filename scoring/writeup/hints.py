"""What the write-up check can say, and of what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What weakens a write-up; in the order in which it is said, because one thing at a time is enough."""

    PERSON = "person"
    """It is about who somebody is, not what was done."""
    MANY = "many"
    """A change holds more than two."""
    WHAT = "what"
    """A change names nothing one could be seen doing."""
    HOW = "how"
    """A change says what, and not how."""
    EXAMPLE = "example"
    """A strength praises, and names nothing that was said or done."""
    WHERE = "where"
    """A change does not say where it is tried first."""
    LENGTH = "length"
    """The page takes longer than three minutes to read."""


class Part(StrEnum):
    """Where it was written."""

    STRENGTHS = "strengths"
    GAPS = "gaps"
    CHANGES = "changes"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One weakness. ``number`` is the place among strengths, gaps or changes, from 0; it is 0 for the whole page."""

    kind: Kind
    part: Part
    number: int = 0
