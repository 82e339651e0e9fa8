"""The operators that show glyphs, so that the text can be read back as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exports.page.bidi_rules import mirrored
from exports.page.embed import EmbeddedFont
from exports.page.lines import Line
from exports.page.objects import hex_text, number
from exports.page.shaping import Run, Shaped

_VISIBLE = 0.5
"""Displacements below this, in thousandths of the size, are not worth an operator."""

_NO_TEXT = "\u200b"
"""What the later glyphs of a cluster are read as where a reader does not know of ActualText."""


def run_operators(
    shaped: Shaped, run: Run, line: Line, font: EmbeddedFont, size: float, *, then_blank: bool = False
) -> tuple[list[str], float]:
    """Show the part of a run that stands on a line.

    :param then_blank: whether a blank follows that is read and takes no room.
    :returns: the operators between ``BT`` and ``ET``, and how far they go in thousandths of the size.
    """
    start, end = max(line.start, run.start), min(line.end, run.end)
    first, last = run.span(start, end)
    pen = _Pen(font, size)
    clusters = run.clusters[first:last]
    if run.level & 1 == 0 and shaped.text is shaped.drawn and len(set(clusters)) == len(clusters):
        texts = map(shaped.text.__getitem__, map(slice, clusters, [*clusters[1:], end]))
        shifts = run.shifts[first:last] if run.shifts else None
        pen.show(run.glyphs[first:last], texts, run.advances[first:last], shifts)
    else:
        _show_clusters(pen, shaped, run, (first, last, end), then_blank=then_blank)
        then_blank = False
    if then_blank:
        pen.show_blank()
    return pen.finish(), pen.reach


class _Cluster(NamedTuple):
    """The glyphs from ``first`` to ``last`` that belong together, the text they stand for and what they look like."""

    first: int
    last: int
    text: str
    looks: str

    @property
    def is_plain(self) -> bool:
        """Whether it is one glyph that looks like what it stands for."""
        return self.last - self.first == 1 and self.looks == self.text


def _show_clusters(
    pen: _Pen, shaped: Shaped, run: Run, part: tuple[int, int, int], *, then_blank: bool
) -> None:
    """Show a run in which a glyph may stand for another text than it looks like."""
    first, last, end = part
    clusters = [_cluster(shaped, run, *glyphs, end) for glyphs in _clusters(run, first, last)]
    for together in _spans(clusters, run.level):
        blank = then_blank and together[-1].last == last
        if len(together) > 1 or not together[0].is_plain:
            pen.open_span("".join(cluster.text for cluster in together) + " " * blank)
            _show(pen, run, together, blank)
            pen.close_span()
        else:
            _show(pen, run, together, blank)


def _show(pen: _Pen, run: Run, clusters: list[_Cluster], then_blank: bool) -> None:
    for first, last, _, looks in clusters:
        read = mirrored(looks) if run.level & 1 else looks  # readers turn brackets back themselves
        texts = [read, *[_NO_TEXT] * (last - first - 1)]
        shifts = run.shifts[first:last] if run.shifts else None
        pen.show(run.glyphs[first:last], texts, run.advances[first:last], shifts)
    if then_blank:
        pen.show_blank()


def _spans(clusters: list[_Cluster], level: int) -> Iterator[list[_Cluster]]:
    """Each cluster by itself; but a blank goes with the one before it, because readers drop one that stands alone."""
    waiting: list[_Cluster] = []
    for cluster in clusters:
        if waiting and cluster.text == " " and level & 1 == 0 and not waiting[0].is_plain:
            yield [*waiting, cluster]
            waiting = []
            continue
        if waiting:
            yield waiting
        waiting = [cluster]
    if waiting:
        yield waiting


def _cluster(shaped: Shaped, run: Run, first: int, last: int, end: int) -> _Cluster:
    position, until = run.clusters[first], _cluster_end(run, first, last, end)
    return _Cluster(first, last, shaped.text[position:until], shaped.drawn[position:until])


def _clusters(run: Run, first: int, last: int) -> list[tuple[int, int]]:
    """The ranges of glyphs that belong together."""
    clusters = run.clusters
    starts = [i for i in range(first, last) if i == first or clusters[i] != clusters[i - 1]]
    return list(zip(starts, [*starts[1:], last], strict=True)) if starts else []


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
        self._span: float | None = None
        self._operators: list[str] = []
        self._parts: list[str] = []

    def show(
        self,
        glyphs: list[int],
        texts: Iterable[str],
        advances: list[float],
        shifts: list[tuple[float, float]] | None,
    ) -> None:
        """Draw glyphs that are read one by one as ``texts``."""
        codes, natural = self._font.codes, self._font.face.advances
        right = 0.0
        for i, (glyph, text, advance) in enumerate(zip(glyphs, texts, advances, strict=True)):
            if shifts:
                right = shifts[i][0]
                self._raise(shifts[i][1])
            aside = self._at - self.reach - right
            if aside > _VISIBLE or aside < -_VISIBLE:
                self._parts.append(f">{number(aside)}<")
                self._at -= aside
            self._parts.append(codes[glyph, text])
            self._at += natural[glyph]
            self.reach += advance

    def show_blank(self) -> None:
        """Draw a blank that is read and takes no room."""
        self.show([self._font.face.blank], [" "], [0.0], None)

    def open_span(self, text: str) -> None:
        """What is drawn until ``close_span`` is read together as ``text``."""
        self._end_operator()
        self._span = self.reach
        self._operators.append(f"/Span <</ActualText <FEFF{hex_text(text)}>>> BDC")

    def close_span(self) -> None:
        """End what ``open_span`` began."""
        self._end_operator()
        self._span = None
        self._operators.append("EMC")

    def finish(self) -> list[str]:
        """:returns: the operators; the text stands level again."""
        self._raise(0.0)
        self._end_operator()
        return self._operators

    def _raise(self, up: float) -> None:
        if abs(up - self._rise) < _VISIBLE:
            return
        self._end_operator()
        self._operators.append(f"{number(up * self._size / 1000)} Ts")
        self._rise = up
        if self._span is not None:
            self._begin_at(self._span + 1)

    def _begin_at(self, start: float) -> None:
        """Let the next operator begin at ``start``, with a blank: readers sort operators by where they begin, and what
        is read together has to stay together."""
        blank = self._font.face.blank
        self._parts.append(f">{number(self._at - start)}<{self._font.codes[blank, _NO_TEXT]}")
        self._at = start + self._font.face.advances[blank]

    def _end_operator(self) -> None:
        if self._parts:
            self._operators.append(f"[<{''.join(self._parts)}>] TJ".replace("<>", ""))
            self._parts = []
