"""Why a page that somebody has is changed, and by whom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.handing_over import Amendment
from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


class AmendmentField(QWidget):
    """Says what becomes of a page that was handed over, and asks why it changes and who changes it.

    :signal edited: the amendment as it is now (Amendment).
    :signal left_as_it_was: nothing is to be changed after all.
    """

    edited = Signal(object)
    left_as_it_was = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amendment = Amendment()
        self._sentence = named(Text("", Voice.LATE), "amendment.sentence")
        self.reason = named(GrowingText(least=1), "amendment.reason")
        self._author = named(LineEdit(), "amendment.author")
        self._leave = named(LinkButton(tr("Leave it as it was"), quiet=True), "amendment.leave")
        self._assemble()
        self.reason.edited.connect(self._on_reason)
        self._author.textEdited.connect(self._on_author)
        self._leave.clicked.connect(self.left_as_it_was)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        hint = tr("One sentence. It stands at the top of the new page.")
        column.addWidget(self._sentence)
        column.addWidget(LabelledField(tr("Why does the page change?"), self.reason, hint))
        column.addWidget(LabelledField(tr("Who changes it"), self._author))
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeading)

    def show_amendment(self, handed_over: str, amendment: Amendment, *, changed: bool) -> None:
        """Show what is written so far.

        :param handed_over: when the page was handed over, in words.
        :param changed: whether anything the page says is changed already.
        """
        self._amendment = amendment
        sentence = tr("The page was handed over on {when}. A change makes a new page; both stay.")
        self._sentence.setText(sentence.format(when=handed_over))
        self._leave.setVisible(changed)
        self.reason.set_text(amendment.reason)
        if amendment.author != self._author.text():
            self._author.setText(amendment.author)

    def _on_reason(self, reason: str) -> None:
        self.edited.emit(replace(self._amendment, reason=reason))

    def _on_author(self, author: str) -> None:
        self.edited.emit(replace(self._amendment, author=author))
