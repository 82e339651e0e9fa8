"""The parts of the page that are made of text: title, facts, notices, what matters most, closing."""

from __future__ import annotations

from collections.abc import Sequence

from exports.page.drawing import Drawing, Fit
from exports.page.items import MOST_ITEMS, ItemList
from exports.page.style import (
    ACCENT,
    CHANGE,
    HEADING,
    HEADING_GAP,
    INK,
    LATE,
    MARGIN_SIDE,
    PANEL,
    SMALL,
    SUBTITLE,
    TITLES,
)
from exports.page.textbox import Setting, TextBox
from exports.summary import LabelledText

_LEFT = MARGIN_SIDE


class TitleBlock:
    """Whom and which call the page is about. Long names take a smaller size before they take a third line."""

    gap = 0.0

    def __init__(self, setting: Setting, title: str, subtitle: str, width: float) -> None:
        self._width = width
        self._titles = [setting.name(title, "title", style) for style in TITLES]
        self._subtitle = setting.name(subtitle, "subtitle", SUBTITLE)

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        title = self._title(fit)
        return title.height(self._width, fit) + self._subtitle.height(self._width, fit) + 0.2 * fit.space

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        title = self._title(fit)
        title.draw(drawing, _LEFT, y, self._width, fit, role="H1")
        y += title.height(self._width, fit) + 0.2 * fit.space
        self._subtitle.draw(drawing, _LEFT, y, self._width, fit)

    def _title(self, fit: Fit) -> TextBox:
        fitting = (
            box for box in self._titles if box.height(self._width, fit) <= 2 * box.line_height(fit) + 1
        )
        return next(fitting, self._titles[-1])


class FactsBlock:
    """Small labelled facts side by side under a rule."""

    gap = 0.9
    PART = "facts"
    COLUMNS = 4
    GUTTER = 14.0
    BELOW_RULE: float | None = 0.9
    """The space under the rule over the size of the body; None for no rule."""
    BELOW_ROW = 0.3

    def __init__(self, setting: Setting, facts: Sequence[LabelledText], width: float) -> None:
        facts = [fact for fact in facts if fact.text.strip()]
        columns = max(2, min(self.COLUMNS, len(facts)))
        self._column = (width - self.GUTTER * (columns - 1)) / columns
        self._columns = columns
        self._width = width
        self._list = ItemList(setting, len(facts), self.PART, weight=8)
        self._cells = [
            (
                setting.text(fact.label, self.PART, self._column, SMALL),
                setting.text(fact.text, self.PART, self._column),
            )
            for fact in facts[:MOST_ITEMS]
        ]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        if not self._cells:
            return 0.0
        rows = sum(self._row_height(row, fit) for row in self._rows(fit))
        return rows + self._rule_space(fit) + self._list.height(self._width, fit)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        if self.BELOW_RULE is not None:
            with drawing.sheet.decoration():
                drawing.sheet.rule(_LEFT, y, self._width, INK, 0.75)
        y += self._rule_space(fit)
        with drawing.sheet.tags.element("L"):
            for row in self._rows(fit):
                self._draw_row(drawing, row, y, fit)
                y += self._row_height(row, fit)
        self._list.draw(drawing, _LEFT, y, self._width, fit)

    def _rows(self, fit: Fit) -> list[list[tuple[TextBox, TextBox]]]:
        cells = self._cells[: self._list.shown(fit)]
        return [cells[i : i + self._columns] for i in range(0, len(cells), self._columns)]

    def _rule_space(self, fit: Fit) -> float:
        return (self.BELOW_RULE or 0.0) * fit.space

    def _row_height(self, row: list[tuple[TextBox, TextBox]], fit: Fit) -> float:
        labels = max(label.height(self._column, fit) for label, _ in row)
        return labels + max(text.height(self._column, fit) for _, text in row) + self.BELOW_ROW * fit.space

    def _draw_row(self, drawing: Drawing, row: list[tuple[TextBox, TextBox]], y: float, fit: Fit) -> None:
        below = y + max(label.height(self._column, fit) for label, _ in row)
        for i, (label, text) in enumerate(row):
            x = _LEFT + i * (self._column + self.GUTTER)
            with drawing.sheet.tags.element("LI"):
                label.draw(drawing, x, y, self._column, fit, role="Lbl")
                text.draw(drawing, x, below, self._column, fit, role="LBody")


class PlanBlock(FactsBlock):
    """What a call is to come to, which takes more words than a fact: two columns."""

    PART = "plan"
    COLUMNS = 2
    GUTTER = 26.0
    BELOW_ROW = 0.6


class AgreedBlock(PlanBlock):
    """What else was agreed, without a rule above it."""

    gap = 1.2
    PART = "agreed"
    BELOW_RULE = None


class NoticesBlock:
    """Sentences nobody should miss, each behind a bar."""

    gap = 0.9
    INDENT = 9.0

    def __init__(self, setting: Setting, notices: Sequence[str], width: float) -> None:
        notices = [notice for notice in notices if notice.strip()]
        self._width = width - self.INDENT
        self._list = ItemList(setting, len(notices), "notices", weight=4)
        self._boxes = [setting.text(notice, "notices", self._width) for notice in notices[:MOST_ITEMS]]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        return self._texts_height(fit) + self._list.height(self._width, fit)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        with drawing.sheet.decoration():
            drawing.sheet.fill_box(_LEFT, y, 2.5, self.height(fit), LATE)
        for box in self._shown(fit):
            box.draw(drawing, _LEFT + self.INDENT, y, self._width, fit)
            y += box.height(self._width, fit)
        self._list.draw(drawing, _LEFT + self.INDENT, y, self._width, fit)

    def _shown(self, fit: Fit) -> list[TextBox]:
        return self._boxes[: self._list.shown(fit)]

    def _texts_height(self, fit: Fit) -> float:
        return sum(box.height(self._width, fit) for box in self._shown(fit))


class ChangeBlock:
    """The reason for the page in large letters: what the rep will do differently, in the rep's words.

    On a call sheet it is the introduction, word for word.
    """

    gap = 1.1
    BAR = 4.0
    INDENT = 15.0

    def __init__(
        self, setting: Setting, change: LabelledText, note: str, width: float, part: str = "change"
    ) -> None:
        self._width = width
        self._inner = width - self.INDENT - 12.0
        shown = bool(change.text.strip())
        self._boxes = (
            (setting.text(change.label if shown else "", part, self._inner, HEADING), ""),
            (setting.text(change.text, part, self._inner, CHANGE, weight=3), "P"),
            (setting.text(note, part, self._inner, SMALL, weight=2), "P"),
        )

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        texts = [box.height(self._inner, fit) for box, _ in self._boxes if box]
        return sum(texts) + self._between(fit) * (len(texts) + 2.2) if texts else 0.0

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        with drawing.sheet.decoration():
            drawing.sheet.fill_box(_LEFT, y, self._width, self.height(fit), PANEL)
            drawing.sheet.fill_box(_LEFT, y, self.BAR, self.height(fit), ACCENT)
        y += 1.6 * self._between(fit)
        for box, role in self._boxes:
            if box:
                box.draw(drawing, _LEFT + self.INDENT, y, self._inner, fit, role=role or drawing.heading)
                y += box.height(self._inner, fit) + self._between(fit)

    def _between(self, fit: Fit) -> float:
        return 0.45 * fit.space


class StatementBlock:
    """What the rep says about the page, under its heading: whole, whatever else is cut."""

    gap = 0.9

    def __init__(self, setting: Setting, statement: LabelledText, width: float) -> None:
        self._width = width
        label = statement.label if statement.text.strip() else ""
        self._label = setting.name(label, "statement", HEADING)
        self._text = setting.whole(statement.text, "statement")

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        text = self._text.height(self._width, fit)
        return self._above(fit) + text if text else 0.0

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        self._label.draw(drawing, _LEFT, y, self._width, fit, role=drawing.heading)
        self._text.draw(drawing, _LEFT, y + self._above(fit), self._width, fit)

    def _above(self, fit: Fit) -> float:
        return self._label.height(self._width, fit) + HEADING_GAP * fit.space


class ClosingsBlock:
    """What is left to say, each under its heading; the last is the rep's own and may have the most lines."""

    gap = 1.2
    WEIGHT, LAST_WEIGHT = 2, 4

    def __init__(self, setting: Setting, closings: Sequence[LabelledText], width: float) -> None:
        last = len(closings) - 1
        weighed = [
            (closing, self.LAST_WEIGHT if i == last else self.WEIGHT)
            for i, closing in enumerate(closings)
            if closing.text.strip()
        ]
        self._width = width
        self._list = ItemList(setting, len(weighed), "closing", weight=5)
        self._pairs = [
            (
                setting.text(closing.label, closing.label, width, HEADING),
                setting.text(closing.text, closing.label, width, weight=weight),
            )
            for closing, weight in weighed[:MOST_ITEMS]
        ]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        pairs = self._shown(fit)
        between = max(0, len(pairs) - 1) * self._between(fit)
        return (
            sum(self._pair_height(pair, fit) for pair in pairs)
            + between
            + self._list.height(self._width, fit)
        )

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        for pair in self._shown(fit):
            label, text = pair
            label.draw(drawing, _LEFT, y, self._width, fit, role=drawing.heading)
            below = y + label.height(self._width, fit) + HEADING_GAP * fit.space
            text.draw(drawing, _LEFT, below, self._width, fit)
            y += self._pair_height(pair, fit) + self._between(fit)
        self._list.draw(drawing, _LEFT, y - self._between(fit), self._width, fit)

    def _shown(self, fit: Fit) -> list[tuple[TextBox, TextBox]]:
        return self._pairs[: self._list.shown(fit)]

    def _pair_height(self, pair: tuple[TextBox, TextBox], fit: Fit) -> float:
        return sum(box.height(self._width, fit) for box in pair) + HEADING_GAP * fit.space

    def _between(self, fit: Fit) -> float:
        return 0.9 * fit.space
