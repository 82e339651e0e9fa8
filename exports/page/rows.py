"""A text, the announcement of what was cut from it, and its note become rows of a given width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from exports.page.lines import Breaker, Line
from exports.page.shaping import Shaped
from exports.page.style import MUTED, Colour

_GAP = 300.0
"""Between a text and what follows it on the same row, in thousandths of the size: about a blank."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a shaped text in a row, ``offset`` thousandths of its size from where the row starts.

    ``then_more`` says that another text follows it.
    """

    shaped: Shaped
    line: Line
    offset: float
    colour: Colour
    then_more: bool = False

    @property
    def end(self) -> float:
        """Where it ends, in thousandths of the size from where the row starts."""
        return self.offset + self.shaped.width(self.line.start, self.line.end)

    @property
    def text(self) -> str:
        """The characters it shows."""
        return self.shaped.text[self.line.start : self.line.end]


@dataclass(frozen=True, slots=True)
class Rows:
    """A text set at one width; ``left_out`` of its characters are not in it."""

    rows: list[list[Piece]]
    left_out: int


class RowSetter:
    """Sets one text.

    :param main: the text, or as much of it as was worth shaping.
    :param unshaped: how many of its characters follow.
    :param announce: shapes the announcement that a number of characters was left out.
    :param note: follows the text and stays when it is cut.
    """

    def __init__(
        self,
        main: Shaped,
        colour: Colour,
        *,
        unshaped: int,
        announce: Callable[[int], Shaped],
        note: Shaped | None,
        balanced: bool,
    ) -> None:
        self._main = main
        self._colour = colour
        self._unshaped = unshaped
        self._announce = announce
        self._note = note
        self._balanced = balanced
        self._breaker = Breaker(main)

    def rows(self, width: float, allowed: int | None) -> Rows:
        """Set the text in rows of ``width`` thousandths of the size.

        :param allowed: the most rows, announcement and note included; at least what these two need is taken.
        """
        lines = self._lines(width)
        if not self._unshaped and (allowed is None or len(lines) <= allowed):
            rows = self._assemble(lines, width)
            if allowed is None or len(rows) <= allowed:
                return Rows(rows, 0)
        return self._cut(lines, width, len(lines) if allowed is None else allowed)

    def _lines(self, width: float) -> list[Line]:
        if not self._main.text:
            return []
        return self._breaker.balanced(width) if self._balanced else self._breaker.lines(width)

    def _assemble(
        self, lines: list[Line], width: float, announcement: Shaped | None = None
    ) -> list[list[Piece]]:
        rows = [[Piece(self._main, line, 0.0, self._colour)] for line in lines]
        for tail in (announcement, self._note):
            if tail:
                _append(rows, tail, width)
        return rows

    def _cut(self, lines: list[Line], width: float, allowed: int) -> Rows:
        """As many lines as leave room for the announcement."""
        widest = self._announce(len(self._main.text) + self._unshaped)
        room = width - widest.reach[-1] - _GAP
        for count in range(min(allowed, len(lines)), 0, -1):
            rows = self._announced(self._make_room(lines[:count], room), width)
            if len(rows.rows) <= allowed:
                return rows
        return self._announced([], width)

    def _announced(self, kept: list[Line], width: float) -> Rows:
        left_out = self._left_out(kept)
        return Rows(self._assemble(kept, width, self._announce(left_out) if left_out else None), left_out)

    def _make_room(self, lines: list[Line], room: float) -> list[Line]:
        """Shorten the last line so that the announcement can stand behind it."""
        if not lines or room <= 0:
            return lines
        last = lines[-1]
        end = self._breaker.shorten(last, room)
        return [*lines[:-1], Line(last.start, end)] if end > last.start else lines[:-1]

    def _left_out(self, kept: list[Line]) -> int:
        end = kept[-1].end if kept else 0
        return len(self._main.text[end:].lstrip()) + self._unshaped


def _append(rows: list[list[Piece]], tail: Shaped, width: float) -> None:
    """Put a short text behind the last row if there is room, else on rows of its own."""
    start = rows[-1][-1].end + _GAP if rows else 0.0
    if rows:
        rows[-1][-1] = replace(rows[-1][-1], then_more=True)
    if rows and start + tail.reach[-1] <= width:
        rows[-1].append(Piece(tail, Line(0, len(tail.text)), start, MUTED))
    else:
        rows.extend([Piece(tail, line, 0.0, MUTED)] for line in Breaker(tail).lines(width))
