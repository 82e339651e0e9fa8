"""A card with one figure: what it is, what it says in words, a small chart, and how it was worked out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.chart import Chart
from ui.widgets.named import named
from ui.widgets.painting import (
    LEADING,
    TRAILING,
    WRAPPED_TOP,
    Lettering,
    longest_word,
    painter_on,
    shown,
    text_size,
)
from ui.widgets.panel import Panel
from ui.widgets.point_chart import PointChart
from ui.widgets.quiet_lines import EvidenceWords, QuietLines, QuietLink
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a card shows. ``value`` is the figure in words ("Mostly", "too few to tell"); without a ``chart`` or a
    ``sentence`` there is none. ``lines`` always stand on the card. ``explanation`` says how it was worked out, and from
    what: ``evidence``."""

    title: str
    value: str = ""
    chart: Chart | None = None
    sentence: str = ""
    lines: tuple[EvidenceWords, ...] = ()
    explanation: str = ""
    evidence: tuple[EvidenceWords, ...] = ()


class FigureHead(QWidget):
    """The title, and the value at the trailing side; below the title where there is no room beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._value = ""
        self._natural = (0, 0)  # widths of title and value on one line, in px: a layout asks many times over
        self._widest = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, value: str) -> None:
        """Show these words."""
        self._title, self._value = shown(title), shown(value)
        self._natural = (
            text_size(self._title, _bold()).width(),
            text_size(self._value, _small()).width() + px(12) if value else 0,
        )
        whole = tr("{title}: {value}").format(title=title, value=value) if value else title
        self.setAccessibleName(whole)
        self.updateGeometry()
        self.update()

    def natural_width(self) -> int:
        """:returns: the width from which the value stands beside the title, in px."""
        return sum(self._natural)

    def stand_like(self, widest: int) -> None:
        """Let the value stand beside the title only from this width on (px), as in other heads of the same width."""
        self._widest = widest
        self.updateGeometry()

    def lettering(self) -> list[Lettering]:
        """:returns: title and value, and where they are painted."""
        tokens, width = tokens_of(self), self.width()
        high = text_size(self._title, _bold(), width).height()
        beside = self._fits(width)
        rects = (
            QRect(0, 0, width - self._natural[1] if beside else width, high),
            QRect(0, 0 if beside else high, width, high if beside else self.height() - high),
        )
        title, value = (QStyle.visualRect(self.layoutDirection(), self.rect(), rect) for rect in rects)
        letters = [Lettering(self._title, title, _bold(), tokens.text, LEADING if beside else WRAPPED_TOP)]
        if self._value:
            flags = TRAILING if beside else WRAPPED_TOP
            letters.append(Lettering(self._value, value, _small(), tokens.muted, flags))
        return letters

    @override
    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(longest_word(self._title, _bold()), longest_word(self._value, _small()))
        return QSize(width, text_size("Å", _bold()).height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._fits(width):
            return text_size("Å", _bold()).height()
        below = text_size(self._value, _small(), width).height() if self._value else 0
        return text_size(self._title, _bold(), width).height() + below

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()

    def _fits(self, width: int) -> bool:
        return max(self.natural_width(), self._widest) <= width


class FigureCard(Panel):
    """Shows one figure. A point of the chart leads to what it stands on, and so does each line of evidence.

    :param grows: whether the chart takes the room that a higher card beside it leaves.
    :signal evidence_chosen: (key) of the point or line that was chosen.
    :signal opened: whether it is told now how the figure was worked out.
    """

    evidence_chosen = Signal(object)
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, grows: bool = False) -> None:
        super().__init__(parent=parent)
        self._grows = grows
        self._figure = Figure(title="")
        self._open = False
        self.head = FigureHead()
        self.chart = named(PointChart(), "figure.chart")
        self._sentence = Text("", Voice.MUTED)
        self._lines = QuietLines()
        self._how = named(QuietLink(), "figure.how")
        self._explanation = Text("", Voice.SMALL)
        self._evidence = QuietLines()
        self._assemble()
        self._how.clicked.connect(self._on_how)
        for chosen in (self.chart.point_chosen, self._lines.chosen, self._evidence.chosen):
            chosen.connect(self.evidence_chosen)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(15), px(12), px(15), px(10))
        column.setSpacing(px(4))
        for part in (self.head, self.chart, self._sentence, self._lines):
            column.addWidget(part, int(self._grows and part is self.chart))
        column.addStretch(int(not self._grows))
        column.addWidget(self._how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._explanation)
        column.addWidget(self._evidence)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in order."""
        return [self.chart, *self._lines.stops(), self._how, *self._evidence.stops()]

    def show_figure(self, figure: Figure) -> None:
        """Show ``figure``; what was opened below another one is closed."""
        is_same, self._figure = figure == self._figure, figure
        self.head.set_words(figure.title, figure.value)
        if figure.chart is not None:
            self.chart.show_chart(figure.chart)
        self.chart.setVisible(figure.chart is not None)
        self._sentence.setText(figure.sentence)
        self._sentence.setVisible(bool(figure.sentence))
        self._lines.show_lines(figure.lines)
        self._how.setVisible(bool(figure.explanation or figure.evidence))
        self._show_how(is_open=self._open and is_same)

    def _on_how(self) -> None:
        self._show_how(is_open=not self._open)

    def _show_how(self, *, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self.opened.emit(is_open)
        self._how.setText(tr("Close") if is_open else tr("How this is worked out"))
        self._how.setAccessibleDescription(self._figure.title)
        self._explanation.setText(self._figure.explanation if is_open else "")
        self._explanation.setVisible(is_open and bool(self._figure.explanation))
        # Made only when they are looked at: a page may hold hundreds of them.
        self._evidence.show_lines(self._figure.evidence if is_open else ())


def _bold() -> QFont:
    return theme.font(bold=True)


def _small() -> QFont:
    return theme.font(theme.SMALL)
