"""What the manager writes for nobody else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CurtainNotes:
    """The plain notes written on the curtain during a call. Private to the manager, who reads them again in My view
    until it is sealed; they are on no page and in no record.
    """

    text: str = ""
