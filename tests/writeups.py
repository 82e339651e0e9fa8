"""The write-ups in tests/data/writeups: what was written, and what a reader would say of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "writeups"
PARTS = ("strengths", "gaps", "changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteUp:
    """One text. ``part`` is where it was written (one of ``PARTS``), ``reader`` the kinds of weakness a reader sees."""

    part: str
    words: str
    reader: frozenset[str]
    tried: str = ""
    linked: bool = False
    held_out: bool = False


def write_ups() -> list[WriteUp]:
    """:returns: all English ones. Every third by the hash of its words is held out."""
    found: list[WriteUp] = []
    for part in PARTS:
        texts = sorted(_read(f"{part}.json"), key=_hash)
        found += [_made(part, text, held_out=number % 3 == 0) for number, text in enumerate(texts)]
    return found


def others(name: str) -> list[WriteUp]:
    """:returns: those of ``samples_weak`` or ``other_languages``."""
    return [_made(part, text) for part, texts in _read(f"{name}.json").items() for text in texts]


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def _hash(text: dict[str, Any]) -> str:
    return sha256(text["words"].encode()).hexdigest()


def _made(part: str, text: dict[str, Any], *, held_out: bool = False) -> WriteUp:
    given: dict[str, Any] = {**text, "reader": frozenset(text["reader"])}
    return WriteUp(part=part, held_out=held_out, **given)
