"""The bidirectional algorithm inside one isolating run sequence: X9 to N2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_OPEN_BRACKETS = 63

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}

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


def mirrored(text: str) -> str:
    """:returns: what ``text`` looks like where it runs from the right: brackets turned round (L4)."""
    return text.translate(_MIRRORED)


@dataclass(slots=True)
class RunSequence:
    """An isolating run sequence: where its characters are, their types and level, what stands around it."""

    indices: list[int]
    level: int
    before: str
    after: str
    types: list[str]

    @property
    def direction(self) -> str:
        """``"L"`` or ``"R"``, which way its level runs."""
        return "LR"[self.level & 1]


def run_sequences(
    classes: Sequence[str], ends: dict[int, int], levels: list[int], base: int
) -> list[RunSequence]:
    """Put what stands on one level, across isolates, into one sequence (X9, X10)."""
    kept = [i for i, kind in enumerate(classes) if kind not in REMOVED]
    runs = _level_runs(kept, levels)
    run_at = {run[0]: run for run in runs}
    matched = set(ends.values())
    place = {index: position for position, index in enumerate(kept)}
    sequences: list[RunSequence] = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matched:
            continue
        indices = list(run)
        while ends.get(indices[-1]) in run_at and classes[indices[-1]] in ISOLATES:
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
) -> RunSequence:
    level = levels[indices[0]]
    first, last = place[indices[0]], place[indices[-1]]
    before = levels[kept[first - 1]] if first else base
    open_ended = classes[indices[-1]] in ISOLATES and indices[-1] not in ends
    after = base if open_ended or last + 1 >= len(kept) else levels[kept[last + 1]]
    return RunSequence(indices, level, "LR"[max(level, before) & 1], "LR"[max(level, after) & 1], [])


def resolve_weak(sequence: RunSequence) -> None:
    """Marks, numbers and what stands between numbers (W1 to W7)."""
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
    if "NSM" not in types:
        return
    previous = before
    for i, kind in enumerate(types):
        if kind == "NSM":
            types[i] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = types[i]


def _arabic_numbers(types: list[str], before: str) -> None:
    """W2 and W3."""
    if "AL" not in types:
        return
    strong = before
    for i, kind in enumerate(types):
        if kind in STRONG:
            strong = kind
            types[i] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"


def _join_separators(types: list[str]) -> None:
    """W4."""
    if "ES" not in types and "CS" not in types:
        return
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
    if kinds.isdisjoint(types):
        return found
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


def resolve_brackets(sequence: RunSequence, text: str, classes: Sequence[str]) -> None:
    """Both brackets of a pair run the same way (N0)."""
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


def _bracket_pairs(sequence: RunSequence, text: str) -> list[tuple[int, int]]:
    """BD16."""
    if "ON" not in sequence.types:
        return []
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


def _pair_side(sequence: RunSequence, opener: int, closer: int) -> str | None:
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


def resolve_neutral(sequence: RunSequence) -> None:
    """What has no direction takes that of its neighbours (N1, N2)."""
    types = sequence.types
    for start, end in _stretches(types, _NEUTRAL):
        left = _SIDE[types[start - 1]] if start else sequence.before
        right = _SIDE[types[end]] if end < len(types) else sequence.after
        types[start:end] = [left if left == right else sequence.direction] * (end - start)
