"""Lists that may be cut: which items are shown, and the line that counts the others."""

from __future__ import annotations

from exports.page.drawing import Cut, Drawing, Fit
from exports.page.style import SMALL
from exports.page.textbox import Setting, TextBox

MOST_ITEMS = 60
"""More items than this of one list never fit a page; the others are only counted."""


class ItemList:
    """Which items of a list are shown and the line that counts the others.

    ``weight`` is how many items it keeps for each one another list keeps.
    """

    def __init__(self, setting: Setting, count: int, part: str, weight: int = 1) -> None:
        self._weight = weight
        self._setting = setting
        self._count = count
        self._part = part
        self._more: dict[int, TextBox] = {}

    def shown(self, fit: Fit) -> int:
        """:returns: how many items are shown."""
        most = MOST_ITEMS if fit.items is None else min(fit.items * self._weight, MOST_ITEMS)
        return min(self._count, most)

    def more(self, fit: Fit) -> TextBox | None:
        """:returns: the line about the items left out, None if there are none."""
        left_out = self._count - self.shown(fit)
        if not left_out:
            return None
        if left_out not in self._more:
            words = self._setting.cut.items.format(n=left_out)
            self._more[left_out] = self._setting.name(words, self._part, SMALL)
        return self._more[left_out]

    def height(self, width: float, fit: Fit) -> float:
        """:returns: the height of the line about the others."""
        more = self.more(fit)
        return more.height(width, fit) if more else 0.0

    def draw(self, drawing: Drawing, x: float, y: float, width: float, fit: Fit) -> None:
        """Draw the line about the others and note the cut."""
        more = self.more(fit)
        if more:
            drawing.cuts.append(Cut(part=self._part, count=self._count - self.shown(fit), unit="items"))
            more.draw(drawing, x, y, width, fit)
