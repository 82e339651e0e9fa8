"""Handing over the page of a call, and changing it afterwards: what was handed over stays, a change is an amendment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scoring.people import Manager, RepCard
from scoring.text import is_language
from scoring.version import VERSION


class HandOver(StrEnum):
    """How a page left the app: saved as a file, printed, filed in the archive (or waiting for it), or as a file from
    which it was brought into this data."""

    SAVED = "saved"
    PRINTED = "printed"
    FILED = "filed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLevels:
    """The levels of one skill in the calls before, oldest first; None where a call has none."""

    skill: str
    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the page of a call says of the calls with the same rep before it.

    ``calls`` took place, the latest on ``last_on``. ``commitments`` are the words of what was agreed last and is still
    open, said on ``committed_on``; None where nothing is. ``levels`` are those of the latest calls in the same wording.
    """

    calls: int = 0
    last_on: date | None = None
    committed_on: date | None = None
    commitments: tuple[str, ...] = ()
    levels: tuple[EarlierLevels, ...] = ()

    def levels_of(self, skill: str) -> tuple[int | None, ...]:
        """:returns: the levels of one skill, oldest first; empty where there are none."""
        return next((item.levels for item in self.levels if item.skill == skill), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What a page says that is not in the entries of its call: who the two were and the calls before, as known then;
    the language its words are in (BCP 47), and the version of the app.

    It is kept when a page is handed over, so that the same page can be made again whatever becomes of a name.
    """

    rep: RepCard
    manager: Manager = field(default_factory=Manager)
    before: Before = field(default_factory=Before)
    language: str = "en"
    app_version: str = VERSION

    def __post_init__(self) -> None:
        if not is_language(self.language):  # the texts of the page are looked for under this name
            raise ValueError("a language is a tag such as “en”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Why a page that was handed over is changed, and by whom; both empty while nothing is written yet."""

    reason: str = ""
    author: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether both are said."""
        return bool(self.reason.strip() and self.author.strip())
