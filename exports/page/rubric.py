"""The table of a rubric: a block a skill with its levels side by side, and what is looked for below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.page.drawing import Cut, Drawing, Fit
from exports.page.objects import dictionary, name
from exports.page.style import ACCENT, HAIRLINE, INK, MARGIN_SIDE, MUTED, PANEL, SMALL, TextStyle
from exports.page.textbox import Setting, TextBox
from exports.summary import LeftOut, RubricDetail, RubricRow, RubricSheet

_LEVELS = 4
_GUTTER = 14.0
_BAR, _INDENT = 2.5, 9.0
_PAD, _BETWEEN = 0.42, 0.3
_DOT_STEP, _DOT_RADIUS = 0.92, 0.32
_TABLE_LEADING = 1.26
_NAME = TextStyle(ratio=1.12, bold=True, leading=_TABLE_LEADING)
_CELL = TextStyle(leading=_TABLE_LEADING)
_WORD = replace(_CELL, bold=True)
_ASIDE = replace(_CELL, colour=MUTED)
_LABEL = replace(_CELL, bold=True, colour=MUTED)
_LEAST_BESIDE = 0.4
"""Which share of the width a summary needs to stand beside the name of its skill."""
_WIDEST_LABEL = 0.3
_SCOPE_COLUMN = dictionary(O=name("Table"), Scope=name("Column"))
_SCOPE_ROW = dictionary(O=name("Table"), Scope=name("Row"))


class RubricBlock:
    """All skills of a rubric under a row with the words of the levels; a row of the table a skill for who listens."""

    gap = 0.9

    def __init__(self, setting: Setting, sheet: RubricSheet, width: float) -> None:
        self._width = width
        self._column = (width - _INDENT - _GUTTER * (_LEVELS - 1)) / _LEVELS
        self._heads = [setting.name(text, "levels", _WORD) for text in sheet.levels]
        self._skills = [_Skill(setting, row, width - _INDENT, self._column) for row in sheet.skills]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        return self._head_height(fit) + sum(self._skill_height(skill, fit) for skill in self._skills)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        with drawing.sheet.tags.element("Table"):
            self._draw_head(drawing, y, fit)
            y += self._head_height(fit)
            for number, skill in enumerate(self._skills):
                self._draw_skill(drawing, skill, y, fit, ruled=number > 0)
                y += self._skill_height(skill, fit)

    def _head_height(self, fit: Fit) -> float:
        return self._tallest_head(fit) + 2 * _BETWEEN * fit.space

    def _tallest_head(self, fit: Fit) -> float:
        return max(box.height(self._column - self._dots_width(fit), fit) for box in self._heads)

    def _dots_width(self, fit: Fit) -> float:
        return (_LEVELS * _DOT_STEP + 0.3) * fit.size

    def _draw_head(self, drawing: Drawing, y: float, fit: Fit) -> None:
        with drawing.sheet.decoration():
            drawing.sheet.fill_box(MARGIN_SIDE, y, self._width, self._head_height(fit), PANEL)
        y += _BETWEEN * fit.space
        dots = self._dots_width(fit)
        with drawing.sheet.tags.element("TR"):
            with drawing.sheet.tags.element("TH", attributes=_SCOPE_COLUMN):
                pass  # the names of the skills stand for themselves
            for number, box in enumerate(self._heads, 1):
                x = self._left(number)
                with drawing.sheet.decoration():
                    self._draw_dots(drawing, number, x, y + box.baseline(fit), fit)
                with drawing.sheet.tags.element("TH", attributes=_SCOPE_COLUMN):
                    box.draw(drawing, x + dots, y, self._column - dots, fit)
            if self._has_details(fit):
                with drawing.sheet.tags.element("TH", attributes=_SCOPE_COLUMN):
                    pass

    def _draw_dots(self, drawing: Drawing, level: int, x: float, baseline: float, fit: Fit) -> None:
        radius = _DOT_RADIUS * fit.size
        for i in range(_LEVELS):
            at = x + radius + i * _DOT_STEP * fit.size
            drawing.sheet.dot(at, baseline - 0.35 * fit.size, radius, ACCENT, filled=i < level)

    def _left(self, level: int) -> float:
        return MARGIN_SIDE + _INDENT + (level - 1) * (self._column + _GUTTER)

    def _has_details(self, fit: Fit) -> bool:
        return any(skill.details.shown(fit) for skill in self._skills)

    def _skill_height(self, skill: _Skill, fit: Fit) -> float:
        return skill.height(fit) + 2 * _PAD * fit.space

    def _draw_skill(self, drawing: Drawing, skill: _Skill, y: float, fit: Fit, *, ruled: bool) -> None:
        height = self._skill_height(skill, fit)
        with drawing.sheet.decoration():
            if ruled:
                drawing.sheet.rule(MARGIN_SIDE, y, self._width, HAIRLINE, 0.6)
            bar = y + _PAD * fit.space
            drawing.sheet.fill_box(MARGIN_SIDE, bar, _BAR, height - 2 * _PAD * fit.space, ACCENT)
        y += _PAD * fit.space
        with drawing.sheet.tags.element("TR"):
            with drawing.sheet.tags.element("TH", attributes=_SCOPE_ROW):
                skill.head.draw(drawing, MARGIN_SIDE + _INDENT, y, fit)
            y += skill.head.height(fit) + _BETWEEN * fit.space
            for number, cell in enumerate(skill.levels, 1):
                with drawing.sheet.tags.element("TD"):
                    cell.draw(drawing, self._left(number), y, self._column, fit)
            y += skill.levels_height(fit) + _BETWEEN * fit.space
            if self._has_details(fit):
                with drawing.sheet.tags.element("TD"):
                    skill.details.draw(drawing, MARGIN_SIDE + _INDENT, y, fit)


class _Skill:
    """One skill: its head over the width, its levels side by side, its details."""

    def __init__(self, setting: Setting, row: RubricRow, width: float, column: float) -> None:
        self._column = column
        self.head = _Head(setting, row, width)
        self.levels = [setting.text(level, "levels", column, _CELL) for level in row.levels]
        self.details = _Details(setting, row.details, width)

    def height(self, fit: Fit) -> float:
        details = self.details.height(fit)
        space = _BETWEEN * fit.space
        return self.head.height(fit) + space + self.levels_height(fit) + (details + space if details else 0.0)

    def levels_height(self, fit: Fit) -> float:
        return max(level.height(self._column, fit) for level in self.levels)


class _Head:
    """The name of a skill and, behind it where there is room, its summary."""

    def __init__(self, setting: Setting, row: RubricRow, width: float) -> None:
        self._width = width
        self._name = setting.name(row.name, "names", _NAME)
        self._summary = setting.text(row.summary, "summary", width, _ASIDE)

    def height(self, fit: Fit) -> float:
        if not self._shows_summary(fit):
            return self._name.height(self._width, fit)
        drop, _, width = self._summary_place(fit)
        return max(self._name.height(self._width, fit), drop + self._summary.height(width, fit))

    def draw(self, drawing: Drawing, x: float, y: float, fit: Fit) -> None:
        self._name.draw(drawing, x, y, self._width, fit)
        if self._shows_summary(fit):
            drop, indent, width = self._summary_place(fit)
            self._summary.draw(drawing, x + indent, y + drop, width, fit)

    def _shows_summary(self, fit: Fit) -> bool:
        return bool(self._summary) and "summary" not in fit.left_out

    def _summary_place(self, fit: Fit) -> tuple[float, float, float]:
        """:returns: how far below and right of the name it stands, and its width."""
        indent = self._name.natural_width(fit) + fit.size
        if self._width - indent < _LEAST_BESIDE * self._width:
            return self._name.height(self._width, fit), 0.0, self._width
        return max(0.0, self._name.baseline(fit) - self._summary.baseline(fit)), indent, self._width - indent


@dataclass(slots=True)
class _Detail:
    """Texts under one label; ``listed`` ones stand behind a box each."""

    label: TextBox
    texts: list[TextBox]
    part: str
    listed: bool


class _Details:
    """What is looked for, in one column or two of about the same height."""

    def __init__(self, setting: Setting, details: Sequence[RubricDetail], width: float) -> None:
        self._width = width
        self._details = [
            _Detail(
                setting.name(detail.label, detail.part, _LABEL),
                [setting.text(text, detail.part, width / 2, _CELL) for text in detail.texts],
                detail.part,
                detail.listed,
            )
            for detail in details
        ]

    def shown(self, fit: Fit) -> list[_Detail]:
        return [detail for detail in self._details if detail.part not in fit.left_out]

    def height(self, fit: Fit) -> float:
        columns, width = self._columns(fit)
        return max((self._column_height(column, width, fit) for column in columns), default=0.0)

    def draw(self, drawing: Drawing, x: float, y: float, fit: Fit) -> None:
        columns, width = self._columns(fit)
        if not columns:
            return
        with drawing.sheet.tags.element("L"):
            for number, column in enumerate(columns):
                at = y
                for detail in column:
                    self._draw(drawing, detail, x + number * (width + _GUTTER), at, width, fit)
                    at += self._height(detail, width, fit)

    def _columns(self, fit: Fit) -> tuple[list[list[_Detail]], float]:
        """:returns: what stands in each column, and how wide they are."""
        shown = self.shown(fit)
        if len(shown) < 2:
            return [shown] if shown else [], self._width
        half = (self._width - _GUTTER) / 2
        splits = [[shown[:at], shown[at:]] for at in range(1, len(shown))]
        return min(splits, key=lambda split: self._highest(split, half, fit)), half

    def _highest(self, split: list[list[_Detail]], width: float, fit: Fit) -> float:
        return max(self._column_height(column, width, fit) for column in split)

    def _column_height(self, column: list[_Detail], width: float, fit: Fit) -> float:
        return sum(self._height(detail, width, fit) for detail in column)

    def _height(self, detail: _Detail, width: float, fit: Fit) -> float:
        texts = sum(box.height(place, fit) for box, _, place in self._places(detail, width, fit))
        return max(texts, detail.label.height(self._label_width(width, fit), fit))

    def _label_width(self, width: float, fit: Fit) -> float:
        widest = max(detail.label.natural_width(fit) for detail in self._details)
        return min(widest + 0.6 * fit.size, _WIDEST_LABEL * width)

    def _places(self, detail: _Detail, width: float, fit: Fit) -> Iterator[tuple[TextBox, float, float]]:
        """:returns: each text, how far from the left it stands and how wide it is."""
        indent = self._label_width(width, fit) + (fit.size if detail.listed else 0.0)
        for box in detail.texts:
            yield box, indent, width - indent

    def _draw(self, drawing: Drawing, detail: _Detail, x: float, y: float, width: float, fit: Fit) -> None:
        sheet = drawing.sheet
        with sheet.tags.element("LI"):
            detail.label.draw(drawing, x, y, self._label_width(width, fit), fit, role="Lbl")
            with sheet.tags.element("LBody"):
                for box, indent, place in self._places(detail, width, fit):
                    if detail.listed:
                        with sheet.decoration():
                            side, left = 0.55 * fit.size, x + indent - fit.size
                            sheet.outline_box(left, y + box.baseline(fit) - side, side, side, INK, 0.6)
                    box.draw(drawing, x + indent, y, place, fit)
                    y += box.height(place, fit)


class AboutBlock:
    """What the rubric is for, in a sentence."""

    gap = 0.3

    def __init__(self, setting: Setting, about: str, width: float) -> None:
        self._width = width
        self._box = setting.text(about, "about", width, replace(_CELL, colour=MUTED))

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        return 0.0 if "about" in fit.left_out else self._box.height(self._width, fit)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        self._box.draw(drawing, MARGIN_SIDE, y, self._width, fit)


class LeftOutBlock:
    """The line that says which parts found no room, and the counts of what is in them."""

    gap = 0.5

    def __init__(self, setting: Setting, leavable: Sequence[LeftOut], width: float) -> None:
        self._width = width
        self._leavable = leavable
        self._lines = [setting.whole(part.sentence, "left_out", SMALL) for part in leavable]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        return self._line(fit).height(self._width, fit) if fit.left_out else 0.0

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        gone = self._leavable[: len(fit.left_out)]
        drawing.cuts.extend(Cut(part=one.part, count=one.count, unit="items") for one in gone)
        self._line(fit).draw(drawing, MARGIN_SIDE, y, self._width, fit)

    def _line(self, fit: Fit) -> TextBox:
        return self._lines[len(fit.left_out) - 1]
