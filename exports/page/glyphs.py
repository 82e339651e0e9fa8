"""The operators that show glyphs, so that the text can be read back as it was written."""

from __future__ import annotations

from exports.page.embed import EmbeddedFont
from exports.page.lines import Line
from exports.page.objects import hex_text, number
from exports.page.shaping import Run, Shaped

_VISIBLE = 0.5
"""Displacements below this, in thousandths of the size, are not worth an operator."""

_NO_TEXT = "\u200b"
"""What the later glyphs of a cluster are read as where a reader does not know of ActualText."""


def run_operators(
    shaped: Shaped, run: Run, line: Line, font: EmbeddedFont, size: float
) -> tuple[list[str], float]:
    """Show the part of a run that stands on a line.

    :returns: the operators between ``BT`` and ``ET``, and how far they go in thousandths of the size.
    """
    start, end = max(line.start, run.start), min(line.end, run.end)
    pen = _Pen(font, size)
    for first, last in _clusters(run, *run.span(start, end)):
        position = run.clusters[first]
        until = _cluster_end(run, first, last, end)
        drawn, text = shaped.drawn[position:until], shaped.text[position:until]
        if last - first == 1 and drawn == text:
            pen.show(run, first, text)
        else:
            pen.show_as(text, run, range(first, last), drawn)
    return pen.finish(), pen.reach


def _clusters(run: Run, first: int, last: int) -> list[tuple[int, int]]:
    """The ranges of glyphs that belong together."""
    clusters = run.clusters
    starts = [i for i in range(first, last) if i == first or clusters[i] != clusters[i - 1]]
    return list(zip(starts, [*starts[1:], last], strict=True))


def _cluster_end(run: Run, first: int, last: int, end: int) -> int:
    """The position after the last character of a cluster: where the next one in the text starts."""
    if run.level & 1:
        return min(run.clusters[first - 1], end) if first else end
    return min(run.clusters[last], end) if last < len(run.clusters) else end


class _Pen:
    """Writes glyphs from left to right, moving aside or up where shaping says so."""

    def __init__(self, font: EmbeddedFont, size: float) -> None:
        self.reach = 0.0
        self._font = font
        self._size = size
        self._at = 0.0
        self._rise = 0.0
        self._operators: list[str] = []
        self._parts: list[str] = []
        self._codes: list[str] = []

    def show(self, run: Run, index: int, text: str) -> None:
        """Draw one glyph that is read as ``text``."""
        right, up = run.shifts[index] if run.shifts else (0.0, 0.0)
        if abs(up - self._rise) > _VISIBLE:
            self._raise(up)
        aside = self._at - self.reach - right
        if abs(aside) > _VISIBLE:
            self._end_codes()
            self._parts.append(number(aside))
            self._at -= aside
        glyph = run.glyphs[index]
        self._codes.append(self._font.code(glyph, text))
        self._at += self._font.face.advance(glyph)
        self.reach += run.advances[index]

    def show_as(self, text: str, run: Run, indices: range, drawn: str) -> None:
        """Draw glyphs that are read together as ``text``; ``drawn`` is what they are drawn for."""
        self._end_operator()
        self._operators.append(f"/Span <</ActualText <FEFF{hex_text(text)}>>> BDC")
        for index in indices:
            self.show(run, index, drawn if index == indices.start else _NO_TEXT)
        self._end_operator()
        self._operators.append("EMC")

    def finish(self) -> list[str]:
        """:returns: the operators; the text stands level again."""
        self._raise(0.0)
        self._end_operator()
        return self._operators

    def _raise(self, up: float) -> None:
        if up == self._rise:
            return
        self._end_operator()
        self._operators.append(f"{number(up * self._size / 1000)} Ts")
        self._rise = up

    def _end_codes(self) -> None:
        if self._codes:
            self._parts.append(f"<{''.join(self._codes)}>")
            self._codes = []

    def _end_operator(self) -> None:
        self._end_codes()
        if self._parts:
            self._operators.append(f"[{''.join(self._parts)}] TJ")
            self._parts = []
