"""The strip of who had the floor. It is as clear on a grey printer: dark, lighter, hatched, faint, and white.

One outline stands around all of it: outlines of single stretches would be more ink than many short ones have room for.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.page.clean import clean_line
from exports.page.drawing import Drawing, Fit
from exports.page.sheet import Box, Sheet
from exports.page.style import (
    CUSTOMER,
    HEADING,
    MANAGER,
    MARGIN_SIDE,
    MUTED,
    NOBODY,
    REP,
    SMALL,
    Colour,
    TextStyle,
)
from exports.page.textbox import Setting, TextBox
from exports.summary import FloorPicture, FloorSegment, Party

_LABEL = TextStyle(ratio=0.9)
_SMALL_GAP = 0.35
_FILLS: tuple[tuple[Party, Colour], ...] = (
    ("nobody", NOBODY),
    ("rep", REP),
    ("customer", CUSTOMER),
)
_HATCH_STEP = 2.8
_OUTLINE = 0.5


_Label = tuple[Party | None, TextBox, float, float]
"""Whose it is (None of what was not logged), its text, where it starts and how wide it is."""


class FloorBlock:
    """Heading, strip, a label for each party behind a piece of its fill, and how exact it all is."""

    gap = 1.3
    STRIP = 1.4
    BETWEEN = 18.0

    def __init__(self, setting: Setting, floor: FloorPicture | None, width: float) -> None:
        self._floor = floor
        self._width = width
        if floor is None:
            return
        self._heading = setting.text(floor.heading, "floor", width, HEADING)
        labels: list[tuple[Party | None, str]] = [(label.party, label.text) for label in floor.labels]
        labels.append((None, floor.unlogged))
        self._labels: list[tuple[Party | None, TextBox]] = [
            (party, setting.text(text, "floor", width / 3, _LABEL, own_direction=False))
            for party, text in labels
        ]
        self._note = setting.text(floor.note, "floor", width, SMALL)

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        if self._floor is None:
            return 0.0
        note = self._note.height(self._width, fit)
        return self._above_labels(fit) + self._labels_height(fit) + note

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        if self._floor is None:
            return
        sheet = drawing.sheet
        self._heading.draw(drawing, MARGIN_SIDE, y, self._width, fit, role=drawing.heading)
        strip = y + self._heading.height(self._width, fit) + _SMALL_GAP * fit.size
        figure_height = self._above_labels(fit) + self._labels_height(fit) - (strip - y)
        box = sheet.box_attributes(MARGIN_SIDE, strip, self._width, figure_height)
        floor = self._floor
        alternative = (
            clean_line(floor.alternative) or clean_line(floor.heading) or clean_line(floor.note) or " "
        )
        with sheet.tags.element("Figure", alternative=alternative, attributes=box), sheet.marks():
            draw_strip(sheet, self._floor.segments, MARGIN_SIDE, strip, self._width, self.STRIP * fit.size)
            self._draw_labels(drawing, y + self._above_labels(fit), fit)
        self._note.draw(
            drawing, MARGIN_SIDE, y + self._above_labels(fit) + self._labels_height(fit), self._width, fit
        )

    def _above_labels(self, fit: Fit) -> float:
        heading = self._heading.height(self._width, fit)
        return heading + (_SMALL_GAP + self.STRIP + _SMALL_GAP) * fit.size

    def _labels_height(self, fit: Fit) -> float:
        return sum(height for _, height in self._label_rows(fit))

    def _draw_labels(self, drawing: Drawing, y: float, fit: Fit) -> None:
        for row, height in self._label_rows(fit):
            for party, box, x, width in row:
                self._draw_swatch(drawing.sheet, party, x, y + box.baseline(fit), fit)
                box.draw(drawing, x + self._swatch(fit), y, width, fit, role="")
            y += height

    def _draw_swatch(self, sheet: Sheet, party: Party | None, x: float, baseline: float, fit: Fit) -> None:
        """A short strip of one party, or of what was not logged."""
        side = 0.72 * fit.size
        segments = (FloorSegment(party=party, start=0.0, end=1.0),) if party else ()
        draw_strip(sheet, segments, x, baseline - side, side, side)

    def _swatch(self, fit: Fit) -> float:
        return 1.15 * fit.size

    def _label_rows(self, fit: Fit) -> Iterator[tuple[list[_Label], float]]:
        """The labels side by side, on as many rows as they need: with their place, width and the row's height."""
        row: list[_Label] = []
        x, height = MARGIN_SIDE, 0.0
        for party, box in self._labels:
            if not box:
                continue
            width = min(box.natural_width(fit) + 0.01, self._width - self._swatch(fit))
            if row and x + self._swatch(fit) + width > MARGIN_SIDE + self._width:
                yield row, height
                row, x, height = [], MARGIN_SIDE, 0.0
            row.append((party, box, x, width))
            height = max(height, box.height(width, fit))
            x += self._swatch(fit) + width + self.BETWEEN
        if row:
            yield row, height


def draw_strip(
    sheet: Sheet, segments: tuple[FloorSegment, ...], x: float, y: float, width: float, height: float
) -> None:
    """Draw the parties' stretches of a strip, each with its own fill, and an outline around the whole."""
    boxes: dict[Party, list[Box]] = {}
    for segment in segments:
        start, end = (min(max(share, 0.0), 1.0) for share in (segment.start, segment.end))
        if end > start:
            boxes.setdefault(segment.party, []).append((x + start * width, y, (end - start) * width, height))
    for party, colour in _FILLS:
        for box in boxes.get(party, ()):
            sheet.fill_box(*box, colour)
    sheet.hatch_boxes(boxes.get("me", []), MANAGER, _HATCH_STEP)
    sheet.outline_box(x, y, width, height, MUTED, _OUTLINE)
