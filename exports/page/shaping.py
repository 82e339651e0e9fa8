"""Text becomes glyphs: a face for every character, a direction, and HarfBuzz for the rest.

A text is shaped once, in thousandths of its size, and serves every size and width after that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from exports.page.bidi import embedding_levels, first_strong_level, needs_levels, visual_order
from exports.page.casting import IGNORABLE, WIDEST, Cast, cast_text
from exports.page.fonts import Face, FontStack, Ink, font_stack, hb

LONGEST_PIECE = 4
"""Characters shaped together when a chain of them would otherwise become one endless cluster."""

_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES

_LINE = re.compile("[^\n]+")


@dataclass(slots=True)
class Run:
    """Glyphs of one face and one direction, from left to right.

    ``clusters`` holds for each glyph the position of the first character it belongs to, ``shifts`` its
    displacement (right, up); None if no glyph has any.
    """

    face: Face
    level: int
    start: int
    end: int
    glyphs: list[int]
    clusters: list[int]
    advances: list[float]
    shifts: list[tuple[float, float]] | None

    def ink(self, start: int, end: int) -> tuple[Ink, float]:
        """Look at the characters from ``start`` to ``end``; lengths are thousandths of the size.

        :returns: their ink, from where the first of their glyphs stands, and how far they go.
        """
        first, last = self.span(max(start, self.start), min(end, self.end))
        inks = [self.face.inks[glyph] for glyph in self.glyphs[first:last]]
        *places, reach = accumulate(self.advances[first:last], initial=0.0)
        if self.shifts is None:
            return _around(inks, places), reach
        shifts = self.shifts[first:last]
        moved = [
            Ink(left, low + up, right, high + up)
            for (left, low, right, high), (_, up) in zip(inks, shifts, strict=True)
        ]
        return _around(
            moved, [place + right for place, (right, _) in zip(places, shifts, strict=True)]
        ), reach

    def span(self, start: int, end: int) -> tuple[int, int]:
        """:returns: the range of glyphs that draw the characters from ``start`` to ``end``."""
        if self.level & 1:
            return bisect_left(self.clusters, -end + 1, key=int.__neg__), bisect_left(
                self.clusters, -start + 1, key=int.__neg__
            )
        return bisect_left(self.clusters, start), bisect_left(self.clusters, end)


def _around(inks: list[Ink], places: Sequence[float]) -> Ink:
    """The ink of glyphs that stand at ``places``."""
    if not inks:
        return Ink()
    return Ink(
        min(place + ink.left for place, ink in zip(places, inks, strict=True)),
        min(ink.bottom for ink in inks),
        max(place + ink.right for place, ink in zip(places, inks, strict=True)),
        max(ink.top for ink in inks),
    )


@dataclass(slots=True)
class Shaped:
    """A shaped text.

    ``text`` is what was given, ``drawn`` equally long with replacements for what no face has; ``level`` is 1 for
    a paragraph that runs from the right; ``reach`` says for each position how far it is from the start;
    ``plain`` texts are drawn in their own order, every character as itself.
    """

    text: str
    drawn: str
    level: int
    runs: list[Run]
    reach: list[float]
    missing: tuple[str, ...] = ()
    ascent: float = 0.0
    descent: float = 0.0
    plain: bool = True

    def width(self, start: int, end: int) -> float:
        """:returns: the length of the characters from ``start`` to ``end`` in thousandths of the size."""
        return self.reach[end] - self.reach[start]

    def ink(self, start: int, end: int) -> Ink:
        """:returns: the ink of a line in thousandths of the size. Marks and tails may reach out of it on any side."""
        inks, places = list[Ink](), [0.0]
        for run in self.visual(start, end):
            ink, reach = run.ink(start, end)
            inks.append(ink)
            places.append(places[-1] + reach)
        return _around(inks, places[:-1])

    def visual(self, start: int, end: int) -> list[Run]:
        """:returns: the runs of a line from ``start`` to ``end``, from left to right."""
        runs = [run for run in self.runs if run.start < end and run.end > start]
        return [runs[i] for i in visual_order([run.level for run in runs])]


def shape(
    text: str, *, bold: bool = False, language: str = "en", base: int = 0, own_direction: bool = True
) -> Shaped:
    """Choose faces, resolve directions and shape.

    :param text: cleaned text (see ``clean``).
    :param language: BCP 47; some scripts are drawn differently in different languages.
    :param base: the direction (0 or 1) of the page.
    :param own_direction: whether the text's first letter decides its direction, and not the page.
    """
    cast = cast_text(text, font_stack(bold))
    levels, level = _directions(cast.drawn, base, own_direction)
    runs = list(_shape_runs(cast.drawn, cast, levels, language))
    used = {run.face for run in runs} or {cast.main}
    return Shaped(
        text=text,
        drawn=cast.drawn,
        level=level,
        runs=runs,
        reach=_reach(runs, len(text)),
        missing=cast.missing,
        ascent=max(face.ascent for face in used),
        descent=max(face.descent for face in used),
        plain=cast.drawn == text and IGNORABLE.isdisjoint(text) and not any(run.level for run in runs),
    )


def rough_width(text: str, bold: bool) -> float:
    """:returns: the length of ``text`` in thousandths of its size, to a few per cent, without shaping it."""
    return sum(map(_character_width_bold if bold else _character_width, text))


@lru_cache(8192)
def _character_width(character: str) -> float:
    return _width_of(character, font_stack(False))


@lru_cache(8192)
def _character_width_bold(character: str) -> float:
    return _width_of(character, font_stack(True))


def _width_of(character: str, stack: FontStack) -> float:
    face = stack.choose(character) or stack.main
    return min(face.width(character), WIDEST)


def _directions(text: str, base: int, own_direction: bool) -> tuple[list[int] | None, int]:
    """The level of each character, None if all are 0, and the paragraph's."""
    if base == 0 and not needs_levels(text):
        return None, 0
    strong = first_strong_level(text) if own_direction else None
    return embedding_levels(text, base if strong is None else strong)


def _shape_runs(text: str, cast: Cast, levels: list[int] | None, language: str) -> Iterator[Run]:
    for start, end in _stretches(text, cast.faces, levels):
        face = cast.faces[start] if cast.faces else cast.main
        level = levels[start] if levels else 0
        run = _shape_run(text, face, level, start, end, language)
        if _widest_cluster(run) <= WIDEST:
            yield run
        else:
            for piece in range(start, end, LONGEST_PIECE):
                yield _shape_run(text, face, level, piece, min(piece + LONGEST_PIECE, end), language)


def _stretches(text: str, faces: list[Face] | None, levels: list[int] | None) -> Iterator[tuple[int, int]]:
    """The ranges of one face and one direction; line ends belong to none."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        changes = {*_changes(faces, start, end), *_changes(levels, start, end)}
        yield from pairwise((start, *sorted(changes), end))


def _changes(items: list[Any] | None, start: int, end: int) -> list[int]:
    """The positions between ``start`` and ``end`` where an item differs from the one before it."""
    if items is None:
        return []
    return [i for i in range(start + 1, end) if items[i] != items[i - 1]]


def _shape_run(text: str, face: Face, level: int, start: int, end: int, language: str) -> Run:
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level & 1 else "ltr"
    buffer.language = language  # never the language of the process, which would change the page
    buffer.flags = _FLAGS
    hb.shape(face.hb_font, buffer)
    infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions or (), face.scale
    places = [p.position for p in positions]
    return Run(
        face=face,
        level=level,
        start=start,
        end=end,
        glyphs=[info.codepoint for info in infos],
        clusters=[info.cluster for info in infos],
        advances=[advance * scale for _, _, advance, _ in places],
        shifts=_shifts(places, scale),
    )


def _shifts(places: list[tuple[int, int, int, int]], scale: float) -> list[tuple[float, float]] | None:
    if not any(right or up for right, up, _, _ in places):
        return None
    return [(right * scale, up * scale) for right, up, _, _ in places]


def _widest_cluster(run: Run) -> float:
    if len(set(run.clusters)) == len(run.clusters):
        return 0.0
    widths: dict[int, float] = {}
    for cluster, advance in zip(run.clusters, run.advances, strict=True):
        widths[cluster] = widths.get(cluster, 0.0) + advance
    return max(widths.values())


def _reach(runs: list[Run], length: int) -> list[float]:
    widths = [0.0] * length
    for run in runs:
        for cluster, advance in zip(run.clusters, run.advances, strict=True):
            widths[cluster] += advance
    return list(accumulate(widths, initial=0.0))
