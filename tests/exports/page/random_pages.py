"""Pages nobody would write and somebody will: any script, any length, control characters, no blanks."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from exports.summary import (
    CallSheet,
    Evidence,
    FloorLabel,
    FloorPicture,
    FloorSegment,
    LabelledText,
    Party,
    Signatures,
    SkillRow,
    SkillTable,
    SummaryPage,
)
from tests.exports.page import samples

T = TypeVar("T")

_RANGES = (
    (0x41, 0x5A),
    (0x61, 0x7A),
    (0x61, 0x7A),
    (0xC0, 0x17F),
    (0x391, 0x3C9),
    (0x400, 0x4FF),
    (0x5D0, 0x5EA),
    (0x620, 0x64A),
    (0x64B, 0x652),
    (0x660, 0x669),
    (0x905, 0x939),
    (0x93E, 0x94D),
    (0xE01, 0xE3A),
    (0x3041, 0x3096),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0x1100, 0x11FF),
    (0x1F600, 0x1F64F),
    (0x1F3FB, 0x1F3FF),
    (0x300, 0x36F),
    (0x2000, 0x206F),
    (0x0, 0x1F),
    (0x7F, 0x9F),
    (0xD800, 0xDFFF),
    (0xE000, 0xE010),
    (0x1EE00, 0x1EE0F),
    (0x20000, 0x20020),
    (0xFDF0, 0xFDFF),
    (0xFE00, 0xFE0F),
    (0xFFF0, 0xFFFF),
    (0x28, 0x2F),
    (0x2E3A, 0x2E3B),
)
_MONSTERS = (
    "x" * 100_000,
    "ب" * 100_000,
    "क्" * 5_000,
    "का" * 5_000 + "ा" * 3_000,
    "z" + "\u0301" * 4_000,
    "a\n" * 3_000,
    "\u202eabc" * 500,
    "👩\u200d👩\u200d👧\u200d👦" * 800,
    "(א)" * 2_000,
    "aא" * 4_000,
    "Wörter mit ganz normalen Längen und Umlauten. " * 2_500,
    "东京の会議。" * 3_000,
    "﷽" * 200,
    "i " * 8_000,
)
_PARTIES: tuple[Party, ...] = ("rep", "customer", "me", "nobody")


class RandomPages:
    """Makes one page after the other; the same ``seed`` makes the same pages."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def page(self) -> SummaryPage:
        """:returns: the next page."""
        big = self._random.choice((1, 1, 1, 4, 20))
        return SummaryPage(
            language=self._language(),
            document_title=self._text(6),
            author=self._text(2),
            record_id=self._text(1),
            title=self._name(),
            subtitle=self._name(),
            facts=self._some(6, lambda: LabelledText(label=self._text(3), text=self._text(8 * big))),
            notices=tuple(self._text(12 * big) for _ in range(self._random.randint(0, 3))),
            change=LabelledText(label=self._text(4), text=self._long(30 * big)),
            change_note=self._text(12),
            strengths_heading=self._text(3),
            strengths=self._evidence(big),
            gaps_heading=self._text(3),
            gaps=self._evidence(big),
            floor=self._random.choice((None, self._floor(big))),
            skills=self._random.choice((None, self._skills(big))),
            closing=self._some(3 * big, lambda: LabelledText(label=self._text(3), text=self._long(30))),
            statement=LabelledText(label=self._text(3), text=self._text(60)[:600]),
            signatures=Signatures(
                terms=self._name(), names=self._some(4, self._name), said=self._some(2, self._name)
            ),
            footer_left=self._text(12),
            footer_right=self._text(4),
            cut=samples.CUT,
        )

    def call_sheet(self) -> CallSheet:
        """:returns: the next call sheet."""
        big = self._random.choice((1, 1, 1, 4, 20))
        return CallSheet(
            language=self._language(),
            document_title=self._text(6),
            author=self._text(2),
            record_id=self._text(1),
            title=self._name(),
            subtitle=self._name(),
            facts=self._some(6, lambda: LabelledText(label=self._text(3), text=self._long(8 * big))),
            introduction=LabelledText(label=self._text(4), text=self._long(20 * big)),
            agreed=self._some(6 * big, lambda: LabelledText(label=self._text(3), text=self._long(20))),
            footer_left=self._text(4),
            footer_right=self._text(4),
            cut=samples.CUT,
        )

    def _language(self) -> str:
        return self._random.choice(("en", "de", "ar", "he-IL", "zh-Hans", "", "not a language"))

    def _word(self) -> str:
        first, last = self._random.choice(_RANGES)
        length = int(self._random.expovariate(0.15)) + 1
        return "".join(chr(self._random.randint(first, last)) for _ in range(length))

    def _text(self, most: int) -> str:
        return " ".join(self._word() for _ in range(self._random.randint(0, most)))

    def _long(self, most: int) -> str:
        return self._random.choice(_MONSTERS) if self._random.random() < 0.1 else self._text(most)

    def _name(self) -> str:
        return self._text(5)[:120]

    def _some(self, most: int, make: Callable[[], T]) -> tuple[T, ...]:
        return tuple(make() for _ in range(self._random.randint(0, most)))

    def _evidence(self, big: int) -> tuple[Evidence, ...]:
        return self._some(
            4 * big,
            lambda: Evidence(
                time=self._random.choice(("", "04:10", "1:31:20", self._text(1))),
                words=self._long(25),
                note=self._random.choice(("", "recalled", self._text(3))),
            ),
        )

    def _floor(self, big: int) -> FloorPicture:
        cuts = sorted(self._random.random() for _ in range(12 * big))
        return FloorPicture(
            heading=self._text(3),
            segments=tuple(
                FloorSegment(party=self._random.choice(_PARTIES), start=start, end=end)
                for start, end in pairwise(cuts)
            ),
            labels=tuple(FloorLabel(party=party, text=self._text(6)) for party in _PARTIES),
            note=self._text(10),
            alternative=self._text(20),
            unlogged=self._text(2),
        )

    def _skills(self, big: int) -> SkillTable:
        return SkillTable(
            headings=(self._text(2), self._text(2), self._text(2), self._text(3)),
            rows=self._some(9 * big, self._skill),
        )

    def _skill(self) -> SkillRow:
        return SkillRow(
            name=self._text(4),
            focus=self._random.random() < 0.2,
            level=self._random.choice((None, 1, 2, 3, 4)),
            levels=self._random.choice((4, 4, 4, 2, 12)),
            level_word=self._text(3),
            last=self._random.choice(("", "3 3 2 1", self._text(2))),
            seen=self._long(10),
            note=self._random.choice(("", "", "judgement only", self._text(2))),
        )
