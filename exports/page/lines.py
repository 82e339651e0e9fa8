"""Shaped text becomes lines of a given width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from exports.page.breaks import line_chances
from exports.page.shaping import Shaped

_BLANKS = " \n\t"
_MOST_BALANCED = 4


@dataclass(frozen=True, slots=True)
class Line:
    """The characters from ``start`` to ``end`` of a text, without the blanks after them."""

    start: int
    end: int


class Breaker:
    """Breaks one shaped text, at any width.

    A line ends at a chance (after a blank, a dash, between ideographs …); a piece without one that is wider
    than the line is broken between two letters.
    """

    def __init__(self, shaped: Shaped) -> None:
        self._shaped = shaped
        text = shaped.drawn
        self._ends = [*line_chances(text), len(text)]
        self._trimmed = [_trim(text, 0, end) for end in self._ends]
        self._reach = [shaped.reach[end] for end in self._trimmed]
        self._forced = {i + 1 for i, character in enumerate(text) if character == "\n"}
        self._known: dict[float, list[Line]] = {}

    def lines(self, width: float) -> list[Line]:
        """:returns: the lines at ``width`` thousandths of the size; one empty line for an empty text."""
        width = round(width, 3)
        if width not in self._known:
            self._known[width] = list(self._break(width)) or [Line(0, 0)]
        return self._known[width]

    def balanced(self, width: float) -> list[Line]:
        """:returns: the lines at ``width``, but about equally long if they are few."""
        lines = self.lines(width)
        if not 1 < len(lines) <= _MOST_BALANCED:
            return lines
        narrow, wide = width / 2, width
        while wide - narrow > 200:
            middle = (narrow + wide) / 2
            if len(self.lines(middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.lines(wide)

    def shorten(self, line: Line, width: float) -> int:
        """Make room at the end of a line.

        :returns: the end of the longest beginning of ``line`` that is at most ``width`` wide: after a word, or
            inside a word that has the whole line.
        """
        limit = self._shaped.reach[line.start] + width
        last = bisect_right(self._reach, limit) - 1
        end = min(self._trimmed[last], line.end) if last >= 0 else line.start
        if end > line.start:
            return end
        return max(line.start, min(bisect_right(self._shaped.reach, limit) - 1, line.end))

    def _break(self, width: float) -> Iterator[Line]:
        text, start, chance = self._shaped.drawn, 0, 0
        while start < len(text):
            end = self._last_fitting(start, chance, width) or self._emergency(start, width)
            yield Line(start, _trim(text, start, end))
            start = end
            chance = bisect_right(self._ends, start)

    def _last_fitting(self, start: int, chance: int, width: float) -> int | None:
        """The last chance before the line is full; a line end in the text comes first."""
        limit = self._shaped.reach[start] + width + 0.001
        last = bisect_right(self._reach, limit, lo=chance) - 1
        if last < chance:
            return None
        if self._forced:
            forced = (end for end in self._ends[chance:last] if end in self._forced)
            return next(forced, self._ends[last])
        return self._ends[last]

    def _emergency(self, start: int, width: float) -> int:
        """The last place between two letters before the line is full, at least one letter on.

        Marks and the later letters of a ligature add no width, so that the last of equal reaches is such a place.
        """
        reach = self._shaped.reach
        end = bisect_right(reach, reach[start] + width) - 1
        return end if end > start else bisect_right(reach, reach[start + 1]) - 1


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return end
