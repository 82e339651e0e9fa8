"""The foot of the page: the lines to sign on or what became of them, where the record is and how long it is kept."""

from __future__ import annotations

from exports.page.drawing import Drawing, Fit
from exports.page.style import BODY, INK, MARGIN_SIDE, SMALL
from exports.page.textbox import Setting, TextBox
from exports.summary import Signatures


class SignaturesBlock:
    """What signing means, room to write, and side by side a rule for each with the name under it."""

    gap = 0.9
    GUTTER = 22.0
    ROOM = 2.6

    def __init__(self, setting: Setting, signatures: Signatures, width: float) -> None:
        names = [name for name in signatures.names if name.strip()]
        self._width = width
        self._terms = setting.name(signatures.terms if names else "", "signatures", SMALL)
        self._boxes = [setting.name(name, "signatures", SMALL) for name in names]
        self._column = (width + self.GUTTER) / max(2, len(names)) - self.GUTTER

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        if not self._boxes:
            return 0.0
        names = max(self._drop(box, fit) + box.height(self._column, fit) for box in self._boxes)
        return self._above(fit) + names

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        self._terms.draw(drawing, MARGIN_SIDE, y, self._width, fit)
        y += self._above(fit)
        for i, box in enumerate(self._boxes):
            x = MARGIN_SIDE + i * (self._column + self.GUTTER)
            with drawing.sheet.decoration():
                drawing.sheet.rule(x, y - 0.35 * fit.size, self._column, INK, 0.75)
            box.draw(drawing, x, y + self._drop(box, fit), self._column, fit)

    def _drop(self, box: TextBox, fit: Fit) -> float:
        """How far a name stands lower so that all of them stand on one line, whatever their script."""
        return max(other.baseline(fit) for other in self._boxes) - box.baseline(fit)

    def _above(self, fit: Fit) -> float:
        return self._terms.height(self._width, fit) + (self.ROOM + 0.35) * fit.size


class AcknowledgedBlock:
    """What became of the sheet, under a rule in the place of the lines to sign on; then what signing means, and what
    else is said."""

    gap = 0.9
    BELOW_RULE = 0.7

    def __init__(self, setting: Setting, signatures: Signatures, width: float) -> None:
        self._width = width
        said = [sentence for sentence in signatures.said if sentence.strip()]
        small = [signatures.terms, *said[1:]] if said else []
        texts = [*((text, BODY) for text in said[:1]), *((text, SMALL) for text in small)]
        self._boxes = [setting.name(text, "signatures", style) for text, style in texts]

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        texts = sum(box.height(self._width, fit) for box in self._boxes)
        return self._below_rule(fit) + texts if texts else 0.0

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        with drawing.sheet.decoration():
            drawing.sheet.rule(MARGIN_SIDE, y, self._width, INK, 0.75)
        y += self._below_rule(fit)
        for box in self._boxes:
            box.draw(drawing, MARGIN_SIDE, y, self._width, fit)
            y += box.height(self._width, fit)

    def _below_rule(self, fit: Fit) -> float:
        return self.BELOW_RULE * fit.space


class FooterBlock:
    """The record on the left, its keeping on the right."""

    gap = 0.9
    GUTTER = 18.0
    WEIGHT = 3
    """Which page of which call it is stays whole however crowded the page is."""

    def __init__(self, setting: Setting, left: str, right: str, width: float) -> None:
        self._width = width - self.GUTTER
        self._left = setting.text(left, "footer", self._width * 0.7, SMALL, weight=self.WEIGHT)
        self._right = setting.text(right, "footer", self._width * 0.3, SMALL)

    def height(self, fit: Fit) -> float:
        """See ``Block``."""
        left, right = self._widths(fit)
        return max(self._left.height(left, fit), self._right.height(right, fit))

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """See ``Block``."""
        left, right = self._widths(fit)
        self._left.draw(drawing, MARGIN_SIDE, y, left, fit)
        self._right.draw(drawing, MARGIN_SIDE + left + self.GUTTER, y, right, fit, at_end=True)

    def _widths(self, fit: Fit) -> tuple[float, float]:
        right = min(self._right.natural_width(fit) + 0.01, 0.45 * self._width) if self._right else 0.0
        return self._width - right, right
