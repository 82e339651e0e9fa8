"""The Unicode bidirectional algorithm (UAX 9, revision 45): which way each character of a paragraph runs.

Rule names in the comments (X1, W2, N0 …) are those of the standard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

DEEPEST = 125
MOST_OPEN_BRACKETS = 63

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_NEUTRAL = _ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_STRONG = frozenset({"L", "R", "AL"})
_TRAILING = _ISOLATES | _REMOVED | {"WS", "PDI"}
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}

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

_OPENING = (
    "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5\u27e6"
    "\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8\u29da\u29fc\u2e22"
    "\u2e24\u2e26\u2e28\u2e55\u2e57\u2e59\u2e5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\ufe59\ufe5b\ufe5d"
    "\uff08\uff3b\uff5b\uff5f\uff62"
)
_CLOSING = (
    ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6\u27e7"
    "\u27e9\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u2990\u298e\u2992\u2994\u2996\u2998\u29d9\u29db\u29fd\u2e23"
    "\u2e25\u2e27\u2e29\u2e56\u2e58\u2e5a\u2e5c\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\ufe5a\ufe5c\ufe5e"
    "\uff09\uff3d\uff5d\uff60\uff63"
)
_SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSER_OF = {a: _SAME_BRACKET.get(b, b) for a, b in zip(_OPENING, _CLOSING, strict=True)}
_CLOSERS = frozenset(_CLOSING)
_MIRRORED = str.maketrans(_OPENING + _CLOSING + "<>«»‹›", _CLOSING + _OPENING + "><»«›‹")

_classes: dict[str, str] = {}


def needs_levels(text: str) -> bool:
    """:returns: whether anything in ``text`` could run from right to left."""
    return _NEEDS_LEVELS.search(text) is not None


def first_strong_level(text: str) -> int | None:
    """:returns: 0 or 1, the direction of the first letter outside isolates (P2, P3), None without one."""
    classes = [_class(character) for character in text]
    return _first_strong(classes, _isolate_ends(classes), 0, len(classes))


def embedding_levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """Resolve one paragraph.

    :param base: its level, 0 (left to right) or 1; None lets the first letter decide.
    :returns: the level of every character, as on a line that is not broken, and the level of the paragraph.
    """
    classes = [_class(character) for character in text]
    ends = _isolate_ends(classes)
    if base is None:
        base = _first_strong(classes, ends, 0, len(classes)) or 0
    types, levels = _Explicit(classes, ends, base).resolve()
    for sequence in _sequences(classes, ends, levels, base):
        sequence.types = [types[i] for i in sequence.indices]
        _resolve_weak(sequence)
        _resolve_brackets(sequence, text, classes)
        _resolve_neutral(sequence)
        for index, kind in zip(sequence.indices, sequence.types, strict=True):
            levels[index] = _implicit_level(sequence.level, kind)
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


def mirrored(text: str) -> str:
    """:returns: what ``text`` looks like where it runs from the right: brackets turned round (L4)."""
    return text.translate(_MIRRORED)


def _reverse_stretches(order: list[int], levels: Sequence[int], level: int) -> None:
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end + 1


def _class(character: str) -> str:
    known = _classes.get(character)
    if known is None:
        known = unicodedata.bidirectional(character) or _unassigned_class(ord(character))
        _classes[character] = known
    return known


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
    waiting: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
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
        if kind in _STRONG:
            return 0 if kind == "L" else 1
        index = ends.get(index, stop) if kind in _ISOLATES else index + 1
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
            elif kind in _ISOLATES:
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


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence: where its characters are, their types and level, what stands around it."""

    indices: list[int]
    level: int
    before: str
    after: str
    types: list[str]

    @property
    def direction(self) -> str:
        return "LR"[self.level & 1]


def _sequences(classes: Sequence[str], ends: dict[int, int], levels: list[int], base: int) -> list[_Sequence]:
    """X9 and X10."""
    kept = [i for i, kind in enumerate(classes) if kind not in _REMOVED]
    runs = _level_runs(kept, levels)
    run_at = {run[0]: run for run in runs}
    matched = set(ends.values())
    place = {index: position for position, index in enumerate(kept)}
    sequences: list[_Sequence] = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matched:
            continue
        indices = list(run)
        while ends.get(indices[-1]) in run_at and classes[indices[-1]] in _ISOLATES:
            indices += run_at[ends[indices[-1]]]
        sequences.append(_around(indices, classes, ends, levels, base, kept, place))
    return sequences


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _around(
    indices: list[int],
    classes: Sequence[str],
    ends: dict[int, int],
    levels: list[int],
    base: int,
    kept: list[int],
    place: dict[int, int],
) -> _Sequence:
    level = levels[indices[0]]
    first, last = place[indices[0]], place[indices[-1]]
    before = levels[kept[first - 1]] if first else base
    open_ended = classes[indices[-1]] in _ISOLATES and indices[-1] not in ends
    after = base if open_ended or last + 1 >= len(kept) else levels[kept[last + 1]]
    return _Sequence(indices, level, "LR"[max(level, before) & 1], "LR"[max(level, after) & 1], [])


def _resolve_weak(sequence: _Sequence) -> None:
    types = sequence.types
    _join_marks(types, sequence.before)
    _arabic_numbers(types, sequence.before)
    _join_separators(types)
    _join_terminators(types)
    strong = sequence.before
    for i, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):  # W6
            types[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            types[i] = "L"


def _join_marks(types: list[str], before: str) -> None:
    """W1."""
    previous = before
    for i, kind in enumerate(types):
        if kind == "NSM":
            types[i] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = types[i]


def _arabic_numbers(types: list[str], before: str) -> None:
    """W2 and W3."""
    strong = before
    for i, kind in enumerate(types):
        if kind in _STRONG:
            strong = kind
            types[i] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"


def _join_separators(types: list[str]) -> None:
    """W4."""
    for i in range(1, len(types) - 1):
        left = types[i - 1]
        if left != types[i + 1]:
            continue
        if (types[i] == "ES" and left == "EN") or (types[i] == "CS" and left in ("EN", "AN")):
            types[i] = left


def _join_terminators(types: list[str]) -> None:
    """W5."""
    for start, end in _stretches(types, frozenset({"ET"})):
        if (start and types[start - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[start:end] = ["EN"] * (end - start)


def _stretches(types: list[str], kinds: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, kind in enumerate(types):
        if kind in kinds:
            start = i if start is None else start
        elif start is not None:
            found.append((start, i))
            start = None
    if start is not None:
        found.append((start, len(types)))
    return found


def _resolve_brackets(sequence: _Sequence, text: str, classes: Sequence[str]) -> None:
    """N0: both brackets of a pair run the same way."""
    types = sequence.types
    for opener, closer in _bracket_pairs(sequence, text):
        side = _pair_side(sequence, opener, closer)
        if side is None:
            continue
        for position in (opener, closer):
            types[position] = side
            following = position + 1
            while following < len(types) and classes[sequence.indices[following]] == "NSM":
                types[following] = side
                following += 1


def _bracket_pairs(sequence: _Sequence, text: str) -> list[tuple[int, int]]:
    """BD16."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for position, index in enumerate(sequence.indices):
        if sequence.types[position] != "ON":
            continue
        character = _SAME_BRACKET.get(text[index], text[index])
        if text[index] in _CLOSER_OF:
            if len(waiting) == MOST_OPEN_BRACKETS:
                return []
            waiting.append((_CLOSER_OF[text[index]], position))
        elif text[index] in _CLOSERS:
            found = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][0] == character), None)
            if found is not None:
                pairs.append((waiting[found][1], position))
                del waiting[found:]
    return sorted(pairs)


def _pair_side(sequence: _Sequence, opener: int, closer: int) -> str | None:
    inside = {_SIDE.get(kind) for kind in sequence.types[opener + 1 : closer]} - {None}
    if not inside:
        return None
    if sequence.direction in inside:
        return sequence.direction
    for i in range(opener - 1, -1, -1):
        side = _SIDE.get(sequence.types[i])
        if side:
            return side
    return sequence.before


def _resolve_neutral(sequence: _Sequence) -> None:
    """N1 and N2."""
    types = sequence.types
    for start, end in _stretches(types, _NEUTRAL):
        left = _SIDE[types[start - 1]] if start else sequence.before
        right = _SIDE[types[end]] if end < len(types) else sequence.after
        types[start:end] = [left if left == right else sequence.direction] * (end - start)


def _implicit_level(level: int, kind: str) -> int:
    """I1 and I2."""
    if level & 1:
        return level if kind == "R" else level + 1
    return level + {"L": 0, "R": 1}.get(kind, 2)


def _level_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Characters X9 takes out go with what stands before them."""
    last = base
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
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
