"""A logged line that can be picked, or chosen together with others."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from scoring.text import tr
from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.painting import LEADING, WRAPPED_TOP, Lettering, box, longest_word, ring, shown, text_size

LONGEST_WORDS = 160  # characters; a line to be recognised, not read
_WIDEST_TIME = "0:00:00"


class LoggedButton(PaintedButton):
    """Time, sign and words of one entry in columns, as in an ``EvidenceList``; filled while it is checked.

    :param line: what it shows.
    :param value: what it stands for.
    """

    PADDING = (12, 8)

    def __init__(self, line: EvidenceLine, value: str, parent: QWidget | None = None) -> None:
        self._line = line
        super().__init__(parent=parent)
        self.value = value
        self.set_line(line)

    def set_line(self, line: EvidenceLine) -> None:
        """Show another line in its place."""
        self._line = line
        self.setText(" ".join(filter(None, (shown(line.words, LONGEST_WORDS), line.note))))
        sign = {"+": tr("seen"), "–": tr("missed")}.get(line.sign, "")
        self.setAccessibleName(" ".join(filter(None, (line.time, sign, line.words, line.note))))

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).on_accent if self.isChecked() else super().letter_colour()

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        time_colour = self.letter_colour() if self.isChecked() else tokens.muted
        room = self.inner()
        top = LEADING & ~int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignTop)
        time, sign, words = (self._placed(room, *column) for column in self._columns(room.width()))
        found = [
            Lettering(self._line.time, time, theme.font(), time_colour, top),
            Lettering(self._line.sign, sign, theme.font(bold=True), self.letter_colour(), top),
            Lettering(self.label, words, theme.font(), self.letter_colour(), WRAPPED_TOP),
        ]
        return [letters for letters in found if letters.text]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens, filled = tokens_of(self), self.isChecked()
        if filled:
            box(painter, self.rect(), tokens.accent, None)
        else:
            box(painter, self.rect(), tokens.card, tokens.border)
        if self.ring_visible:
            ring(
                painter, self.rect(), tokens.on_accent if filled else tokens.ring, gap=px(3) if filled else 0
            )

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._beside(), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(
            longest_word(self.label, self.letter_font()) + self._beside() + self._padding().width(),
            least.height(),
        )

    @override
    def heightForWidth(self, width: int) -> int:
        room = width - self._padding().width() - self._beside()
        return text_size(self.label, self.letter_font(), room).height() + self._padding().height()

    def _beside(self) -> int:
        """The room for time and sign."""
        return text_size(_WIDEST_TIME, theme.font()).width() + px(36)

    def _columns(self, width: int) -> tuple[tuple[int, int], ...]:
        time = text_size(_WIDEST_TIME, theme.font()).width()
        return (0, time), (time + px(8), px(20)), (self._beside(), width - self._beside())

    def _placed(self, room: QRect, left: int, width: int) -> QRect:
        return QStyle.visualRect(
            self.layoutDirection(), room, QRect(room.left() + left, room.top(), width, room.height())
        )
