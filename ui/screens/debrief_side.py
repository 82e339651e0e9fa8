"""What stands beside a debrief, for the manager's eyes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.seen import sealed_words
from ui.theme import px
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.side_notes import Note, SideNotes
from ui.widgets.text import Text, Voice


class DebriefSide(Panel):
    """What the manager saw, closed until the rep has spoken; the last commitment; how this person likes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelShape.PAGE, parent)
        self._heading = Text(tr("What I saw"), Voice.STRONG)
        self._sealed = SealedPanel()
        self._seen = EvidenceList()
        self._notes = SideNotes()
        body = ScrollPage()
        body.column.setContentsMargins(px(24), px(26), px(24), px(26))
        for part in (self._heading, self._sealed, self._seen, self._notes):
            body.column.addWidget(part)
        body.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.addWidget(body)

    def show_sealed(self, rep: str) -> None:
        """Show that the manager's view is closed, and nothing of it."""
        self._sealed.set_sentence(sealed_words(rep))
        self._show_seen(())
        self._sealed.show()
        self._heading.show()

    def show_open(self, lines: Sequence[EvidenceLine]) -> None:
        """Show in short what the manager saw; nothing where it stands beside it at length."""
        self._sealed.hide()
        self._show_seen(lines)
        self._heading.setVisible(bool(lines))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes below."""
        self._notes.show_notes(notes)

    def _show_seen(self, lines: Sequence[EvidenceLine]) -> None:
        self._seen.set_lines(lines)
        self._seen.setVisible(bool(lines))
