"""The people of a joint call: the rep, and the manager in the second chair."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from scoring.codec import IF_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Who uses this app, and for which organisation. Empty until the welcome has been answered."""

    name: str = ""
    title: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepCard:
    """Who a rep is, as a page and its record may say it."""

    id: UUID
    name: str
    employee_number: str = ""
    team: str = ""
    title: str = ""
    started_on: date | None = field(default=None, metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        _check_name(self.name)

    @property
    def first_name(self) -> str:
        """The name as it is used in speech: the first word of the name."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep:
    """A salesperson. Two reps may share a name; the id tells them apart.

    ``coaching`` is how this person likes to be coached; it is private to the manager. ``retired_at`` is set once the
    rep no longer rides along; the calls stay.
    """

    id: UUID
    name: str
    employee_number: str = ""
    team: str = ""
    title: str = ""
    started_on: date | None = None
    coaching: str = ""
    retired_at: datetime | None = None

    def __post_init__(self) -> None:
        _check_name(self.name)

    @property
    def first_name(self) -> str:
        """The name as it is used in speech: the first word of the name."""
        return self.name.split()[0]


def _check_name(name: str) -> None:
    if not name.strip():
        raise ValueError("a rep needs a name")
