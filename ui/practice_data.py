"""The talk one practises on: a made-up call as captions, read from ``practice.json``.

It is written in English; the captions are translated when they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scoring.closeness import Behaviour, Truth
from scoring.codec import from_json
from scoring.entry import Floor
from scoring.floor import FloorSpan

_FILE = Path(__file__).with_name("practice.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is said, by whom, from ``start_ms`` up to ``end_ms``; what happens in a silence is nobody's line."""

    who: Floor
    start_ms: int
    end_ms: int
    words: str

    def __post_init__(self) -> None:
        if not 0 <= self.start_ms < self.end_ms:
            raise ValueError(f"a line cannot run from {self.start_ms} to {self.end_ms}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A whole call: its lines follow each other without a gap, so that always somebody, or nobody, has the floor.

    ``rep`` and ``customer`` are names for the record, ``introduction`` is what was agreed at tee-up.
    """

    rep: str
    customer: str
    introduction: str
    lines: tuple[Line, ...]
    behaviours: tuple[Behaviour, ...]

    @property
    def end_ms(self) -> int:
        """When the last line ends."""
        return max((line.end_ms for line in self.lines), default=0)

    def line_at(self, ms: int) -> Line | None:
        """:returns: what is said at a moment, or None after the last word."""
        return next((line for line in self.lines if line.start_ms <= ms < line.end_ms), None)

    def truth(self) -> Truth:
        """:returns: what a log of this talk is compared with; several lines of one party are one stretch."""
        spans: list[FloorSpan] = []
        for line in self.lines:
            if spans and spans[-1].who == line.who:
                spans[-1] = FloorSpan(spans[-1].start_ms, line.end_ms, line.who)
            else:
                spans.append(FloorSpan(line.start_ms, line.end_ms, line.who))
        return Truth(spans=tuple(spans), behaviours=self.behaviours)


@cache
def practice_talk() -> Talk:
    """:returns: the talk one practises on."""
    return from_json(Talk, _FILE.read_text("utf-8"))
