"""The Unicode bidirectional algorithm (UAX 9, revision 45): which way each character of a paragraph runs.

Rule names in the comments (X1, W2, N0 …) are those of the standard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from exports.page.bidi_rules import (
    ISOLATES,
    REMOVED,
    STRONG,
    resolve_brackets,
    resolve_neutral,
    resolve_weak,
    run_sequences,
)

DEEPEST = 125

_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_CHANGING = _EMBEDDINGS | ISOLATES
_TRAILING = ISOLATES | REMOVED | {"WS", "PDI"}

_NEEDS_LEVELS = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)

# code points no one has assigned yet still have a direction (DerivedBidiClass.txt)
_UNASSIGNED = (
    ("AL", ((0x600, 0x7BF), (0x860, 0x8FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF))),
    ("AL", ((0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F))),
    ("AL", ((0x1EC70, 0x1ECBF), (0x1ED00, 0x1ED4F), (0x1EE00, 0x1EEFF))),
    ("R", ((0x590, 0x5FF), (0x7C0, 0x85F), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF))),
    ("ET", ((0x20A0, 0x20CF),)),
    ("BN", ((0xFDD0, 0xFDEF), (0xE0000, 0xE0FFF))),
)


class _Classes(dict[str, str]):
    """The class of each character asked for so far."""

    def __missing__(self, character: str) -> str:
        known = unicodedata.bidirectional(character) or _unassigned_class(ord(character))
        self[character] = known
        return known


_classes = _Classes()


def needs_levels(text: str) -> bool:
    """:returns: whether anything in ``text`` could run from right to left."""
    return _NEEDS_LEVELS.search(text) is not None


def first_strong_level(text: str) -> int | None:
    """:returns: 0 or 1, the direction of the first letter outside isolates (P2, P3), None without one."""
    classes = list(map(_classes.__getitem__, text))
    return _first_strong(classes, _isolate_ends(classes), 0, len(classes))


def embedding_levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """Resolve one paragraph.

    :param base: its level, 0 (left to right) or 1; None lets the first letter decide.
    :returns: the level of every character, as on a line that is not broken, and the level of the paragraph.
    """
    classes = list(map(_classes.__getitem__, text))
    ends = _isolate_ends(classes)
    if base is None:
        base = _first_strong(classes, ends, 0, len(classes)) or 0
    if _CHANGING.isdisjoint(classes):
        types, levels = classes, [base] * len(classes)
    else:
        types, levels = _Explicit(classes, ends, base).resolve()
    for sequence in run_sequences(classes, ends, levels, base):
        sequence.types = [types[i] for i in sequence.indices]
        resolve_weak(sequence)
        resolve_brackets(sequence, text, classes)
        resolve_neutral(sequence)
        implicit = _implicit_levels(sequence.level, sequence.types)
        for index, level in zip(sequence.indices, implicit, strict=True):
            levels[index] = level
    _level_removed(classes, levels, base)
    _level_trailing(classes, levels, base)
    return levels, base


def visual_order(levels: Sequence[int]) -> list[int]:
    """:returns: the positions of ``levels`` from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        _reverse_stretches(order, levels, level)
    return order


def _reverse_stretches(order: list[int], levels: Sequence[int], level: int) -> None:
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end + 1


def _unassigned_class(code: int) -> str:
    if code & 0xFFFE == 0xFFFE:
        return "BN"
    for kind, ranges in _UNASSIGNED:
        if any(first <= code <= last for first, last in ranges):
            return kind
    return "L"


def _isolate_ends(classes: Sequence[str]) -> dict[int, int]:
    """For each isolate initiator the position of its PDI (BD9)."""
    ends: dict[int, int] = {}
    if ISOLATES.isdisjoint(classes):
        return ends
    waiting: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            ends[waiting.pop()] = index
        elif kind == "B":
            waiting.clear()
    return ends


def _first_strong(classes: Sequence[str], ends: dict[int, int], start: int, stop: int) -> int | None:
    index = start
    while index < stop:
        kind = classes[index]
        if kind in STRONG:
            return 0 if kind == "L" else 1
        index = ends.get(index, stop) if kind in ISOLATES else index + 1
    return None


@dataclass(slots=True)
class _Status:
    level: int
    override: str | None
    isolate: bool


class _Explicit:
    """X1 to X8: embeddings, overrides and isolates."""

    def __init__(self, classes: Sequence[str], ends: dict[int, int], base: int) -> None:
        self._classes = classes
        self._ends = ends
        self._base = base
        self._types = list(classes)
        self._levels = [base] * len(classes)
        self._restart()

    def resolve(self) -> tuple[list[str], list[int]]:
        for index, kind in enumerate(self._classes):
            if kind in _EMBEDDINGS:
                self._embed(index, kind)
            elif kind in ISOLATES:
                self._isolate(index, kind)
            elif kind == "PDI":
                self._end_isolate(index)
            elif kind == "PDF":
                self._end_embedding(index)
            elif kind == "B":
                self._levels[index] = self._base
                self._restart()
            elif kind == "BN":
                self._levels[index] = self._stack[-1].level
            else:
                self._place(index)
        return self._types, self._levels

    def _restart(self) -> None:
        self._stack = [_Status(self._base, None, False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    def _place(self, index: int) -> None:
        status = self._stack[-1]
        self._levels[index] = status.level
        if status.override:
            self._types[index] = status.override

    def _room(self, right_to_left: bool) -> int | None:
        level = self._stack[-1].level
        deeper = (level + 1) | 1 if right_to_left else (level + 2) & ~1
        full = deeper > DEEPEST or self._overflow_isolates or self._overflow_embeddings
        return None if full else deeper

    def _embed(self, index: int, kind: str) -> None:
        self._levels[index] = self._stack[-1].level
        level = self._room(kind[0] == "R")
        if level is not None:
            self._stack.append(_Status(level, kind[0] if kind[2] == "O" else None, False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, index: int, kind: str) -> None:
        self._place(index)
        if kind == "FSI":
            end = self._ends.get(index, len(self._classes))
            right_to_left = _first_strong(self._classes, self._ends, index + 1, end) == 1
        else:
            right_to_left = kind == "RLI"
        level = self._room(right_to_left)
        if level is not None:
            self._valid_isolates += 1
            self._stack.append(_Status(level, None, True))
        else:
            self._overflow_isolates += 1

    def _end_isolate(self, index: int) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1
        self._place(index)

    def _end_embedding(self, index: int) -> None:
        self._levels[index] = self._stack[-1].level
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def _implicit_levels(level: int, types: Sequence[str]) -> list[int]:
    """I1 and I2."""
    known = {"R": level} if level & 1 else {"L": level, "R": level + 1}
    others = level + 1 if level & 1 else level + 2
    return [known.get(kind, others) for kind in types]


def _level_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Characters X9 takes out go with what stands before them."""
    if REMOVED.isdisjoint(classes):
        return
    last = base
    for i, kind in enumerate(classes):
        if kind in REMOVED:
            levels[i] = last
        else:
            last = levels[i]


def _level_trailing(classes: Sequence[str], levels: list[int], base: int) -> None:
    """L1: separators, and blanks before them or at the end, stay with the paragraph."""
    trailing = True
    for i in range(len(classes) - 1, -1, -1):
        kind = classes[i]
        if kind in ("B", "S"):
            levels[i] = base
            trailing = True
        elif trailing and kind in _TRAILING:
            levels[i] = base
        else:
            trailing = False
