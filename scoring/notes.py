"""What the manager writes and nobody else reads, or nobody yet."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CurtainNotes:
    """The plain notes written on the curtain during a call. Private to the manager, who reads them again in My view
    until it is sealed; they are on no page and in no record.
    """

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunWords:
    """Words that are being typed during a call, for the mark ``entry`` or by themselves. They become an entry."""

    text: str = ""
    entry: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunMemories:
    """Words that are being typed about a call that is over: for ``entry``, for a moment, or words that were heard. They
    become entries."""

    text: str = ""
    entry: UUID | None = None
    moment: str = ""
    heard: str = ""
