"""What the manager writes for nobody else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CurtainNotes:
    """The plain notes written on the curtain during a call. Private to the manager."""

    text: str = ""
