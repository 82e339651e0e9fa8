"""What was seen, with its times: what worked beside what got in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.page.drawing import Drawing, Fit
from exports.page.items import MOST_ITEMS, ItemList
from exports.page.style import HEADING, HEADING_GAP, MARGIN_SIDE, QUIET
from exports.page.textbox import Setting, TextBox
from exports.summary import Evidence


@dataclass(slots=True)
class _Item:
    time: TextBox
    words: TextBox


class EvidenceColumn:
    """A list of what was seen: the time, then the words beside it."""

    def __init__(
        self, setting: Setting, heading: str, items: Sequence[Evidence], part: str, width: float
    ) -> None:
        items = [item for item in items if item.words.strip() or item.time.strip()]
        self._list = ItemList(setting, len(items), part)
        self._time_widths: dict[tuple[float, int], float] = {}
        self._heading = setting.text(heading if items else "", part, width, HEADING)
        self._items = [
            _Item(
                setting.text(item.time, part, width / 6, QUIET),
                setting.text(item.words, part, width - 40, weight=2, note=item.note),
            )
            for item in items[:MOST_ITEMS]
        ]

    def __bool__(self) -> bool:
        return bool(self._items)

    def height(self, width: float, fit: Fit) -> float:
        """:returns: the height in points at ``width`` points."""
        if not self._items:
            return 0.0
        items = sum(self._item_height(item, width, fit) for item in self._shown(fit))
        return (
            self._heading.height(width, fit) + HEADING_GAP * fit.space + items + self._list.height(width, fit)
        )

    def draw(self, drawing: Drawing, x: float, y: float, width: float, fit: Fit) -> None:
        """Draw it with its upper corner at ``x``, ``y``."""
        self._heading.draw(drawing, x, y, width, fit, role=drawing.heading)
        y += self._heading.height(width, fit) + HEADING_GAP * fit.space
        with drawing.sheet.tags.element("L"):
            for item in self._shown(fit):
                self._draw_item(drawing, item, x, y, width, fit)
                y += self._item_height(item, width, fit)
        self._list.draw(drawing, x, y, width, fit)

    def _draw_item(self, drawing: Drawing, item: _Item, x: float, y: float, width: float, fit: Fit) -> None:
        indent = self._indent(width, fit)
        first = max(box.baseline(fit) for box in (item.time, item.words))
        with drawing.sheet.tags.element("LI"):
            item.time.draw(
                drawing, x, y + first - item.time.baseline(fit), self._time_width(width, fit), fit, role="Lbl"
            )
            item.words.draw(
                drawing, x + indent, y + first - item.words.baseline(fit), width - indent, fit, role="LBody"
            )

    def _item_height(self, item: _Item, width: float, fit: Fit) -> float:
        first = max(box.baseline(fit) for box in (item.time, item.words))
        indent = self._indent(width, fit)
        words = item.words.height(width - indent, fit) + first - item.words.baseline(fit)
        time = item.time.height(self._time_width(width, fit), fit) + first - item.time.baseline(fit)
        return max(words, time) + 0.3 * fit.space

    def _shown(self, fit: Fit) -> list[_Item]:
        return self._items[: self._list.shown(fit)]

    def _time_width(self, width: float, fit: Fit) -> float:
        key = (fit.size, self._list.shown(fit))
        if key not in self._time_widths:
            widest = max((item.time.natural_width(fit) for item in self._shown(fit)), default=0.0)
            self._time_widths[key] = min(widest + 0.01, width / 4)
        return self._time_widths[key]

    def _indent(self, width: float, fit: Fit) -> float:
        time = self._time_width(width, fit)
        return time + 0.7 * fit.size if time > 1 else 0.0


class EvidenceBlock:
    """What worked and what got in the way, side by side; one alone has the whole width."""

    gap = 1.3
    GUTTER = 26.0

    def __init__(self, columns: Sequence[EvidenceColumn], width: float) -> None:
        self._columns = [column for column in columns if column]
        count = max(1, len(self._columns))
        self._column = (width - self.GUTTER * (count - 1)) / count

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        return max((column.height(self._column, fit) for column in self._columns), default=0.0)

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        for i, column in enumerate(self._columns):
            column.draw(drawing, MARGIN_SIDE + i * (self._column + self.GUTTER), y, self._column, fit)
