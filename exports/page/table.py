"""The table of skills: level as dots with its word, earlier levels, what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.page.drawing import Drawing, Fit
from exports.page.items import MOST_ITEMS, ItemList
from exports.page.objects import dictionary, name
from exports.page.style import ACCENT, BODY, HAIRLINE, MARGIN_SIDE, QUIET, SMALL, STRONG
from exports.page.textbox import Setting, TextBox
from exports.summary import SkillRow, SkillTable

_PAD = 0.32
_GUTTER = 12.0
_BOUNDS = ((0.16, 0.3), (0.16, 0.3), (0.07, 0.16))
_MOST_DOTS = 8
_DOT_STEP, _DOT_RADIUS = 1.02, 0.36
_SCOPE_COLUMN = dictionary(O=name("Table"), Scope=name("Column"))
_SCOPE_ROW = dictionary(O=name("Table"), Scope=name("Row"))


@dataclass(slots=True)
class _Row:
    cells: tuple[TextBox, ...]
    level: int | None = None
    dots: int = 0


class SkillsBlock:
    """One row per skill under a row of headings; the column of earlier levels only if there are any."""

    gap = 1.2

    def __init__(self, setting: Setting, skills: SkillTable | None, width: float) -> None:
        rows = skills.rows if skills else ()
        self._width = width
        self._list = ItemList(setting, len(rows), "skills", weight=10)
        self._has_last = any(row.last.strip() for row in rows)
        self._rows = [self._row(setting, row) for row in rows[:MOST_ITEMS]]
        self._head = self._heading(setting, skills.headings if skills else ("", "", "", ""))
        self._columns: dict[tuple[float, int], tuple[tuple[float, float], ...]] = {}

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        if not self._rows:
            return 0.0
        rows = [self._head, *self._shown(fit)]
        return sum(self._row_height(row, fit) for row in rows) + self._list.height(self._width, fit)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        with drawing.sheet.tags.element("Table"):
            for row in (self._head, *self._shown(fit)):
                self._draw_row(drawing, row, y, fit)
                y += self._row_height(row, fit)
        self._list.draw(drawing, MARGIN_SIDE, y, self._width, fit)

    def _row(self, setting: Setting, row: SkillRow) -> _Row:
        width = self._width
        return _Row(
            self._columns_kept(
                setting.text(row.name, "skills", 0.24 * width, STRONG if row.focus else BODY),
                setting.text(row.level_word, "skills", 0.14 * width, QUIET),
                setting.text(row.last, "skills", 0.1 * width),
                setting.text(row.seen, "skills", 0.36 * width, note=row.note),
            ),
            row.level,
            row.levels if row.level is not None and 0 < row.levels <= _MOST_DOTS else 0,
        )

    def _heading(self, setting: Setting, headings: tuple[str, str, str, str]) -> _Row:
        first, today, last, seen = (
            setting.text(text, "skills", share * self._width, SMALL)
            for text, share in zip(headings, (0.24, 0.24, 0.1, 0.36), strict=True)
        )
        return _Row(self._columns_kept(first, today, last, seen))

    def _columns_kept(
        self, first: TextBox, today: TextBox, last: TextBox, seen: TextBox
    ) -> tuple[TextBox, ...]:
        return (first, today, last, seen) if self._has_last else (first, today, seen)

    def _shown(self, fit: Fit) -> list[_Row]:
        return self._rows[: self._list.shown(fit)]

    def _places(self, fit: Fit) -> tuple[tuple[float, float], ...]:
        """Where each column starts and how wide it is: as its texts need, within bounds; the last has the rest."""
        key = (fit.size, self._list.shown(fit))
        if key not in self._columns:
            self._columns[key] = tuple(self._measured_places([self._head, *self._shown(fit)], fit))
        return self._columns[key]

    def _measured_places(self, rows: list[_Row], fit: Fit) -> Iterator[tuple[float, float]]:
        x = MARGIN_SIDE
        for column, (least, most) in enumerate(_BOUNDS[: 3 if self._has_last else 2]):
            natural = max(self._natural_width(row, column, fit) for row in rows)
            width = min(max(natural + 0.01, least * self._width), most * self._width)
            yield x, width
            x += width + _GUTTER
        yield x, MARGIN_SIDE + self._width - x

    def _natural_width(self, row: _Row, column: int, fit: Fit) -> float:
        return row.cells[column].natural_width(fit) + (self._dots_width(row, fit) if column == 1 else 0.0)

    def _dots_width(self, row: _Row, fit: Fit) -> float:
        return (row.dots * _DOT_STEP + 0.25) * fit.size if row.dots else 0.0

    def _cell_places(self, row: _Row, fit: Fit) -> list[tuple[float, float]]:
        places = list(self._places(fit))
        x, width = places[1]
        dots = self._dots_width(row, fit)
        places[1] = (x + dots, width - dots)
        return places

    def _row_height(self, row: _Row, fit: Fit) -> float:
        first = self._first_baseline(row, fit)
        places = self._cell_places(row, fit)
        below = max(
            box.height(width, fit) - box.baseline(fit) if box else 0.0
            for box, (_, width) in zip(row.cells, places, strict=True)
        )
        return first + below + 2 * _PAD * fit.space

    def _first_baseline(self, row: _Row, fit: Fit) -> float:
        return max(box.baseline(fit) for box in row.cells)

    def _draw_row(self, drawing: Drawing, row: _Row, y: float, fit: Fit) -> None:
        height = self._row_height(row, fit)
        baseline = y + _PAD * fit.space + self._first_baseline(row, fit)
        with drawing.sheet.decoration():
            drawing.sheet.rule(MARGIN_SIDE, y + height - 0.5, self._width, HAIRLINE, 0.5)
            self._draw_dots(drawing, row, baseline, fit)
        with drawing.sheet.tags.element("TR"):
            for column, (box, (x, width)) in enumerate(
                zip(row.cells, self._cell_places(row, fit), strict=True)
            ):
                role, attributes = self._cell_role(row, column)
                with drawing.sheet.tags.element(role, attributes=attributes):
                    box.draw(drawing, x, baseline - box.baseline(fit), width, fit)

    def _cell_role(self, row: _Row, column: int) -> tuple[str, str]:
        if row is self._head:
            return "TH", _SCOPE_COLUMN
        return ("TH", _SCOPE_ROW) if column == 0 else ("TD", "")

    def _draw_dots(self, drawing: Drawing, row: _Row, baseline: float, fit: Fit) -> None:
        radius, step = _DOT_RADIUS * fit.size, _DOT_STEP * fit.size
        x = self._places(fit)[1][0] + radius
        for i in range(row.dots):
            filled = row.level is not None and i < row.level
            drawing.sheet.dot(x + i * step, baseline - 0.35 * fit.size, radius, ACCENT, filled=filled)
