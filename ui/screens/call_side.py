"""What stands beside the timeline of a call: the ratings, what was agreed, the pages, the tee-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.call_lines import PageLine, RatingLine
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.rating_row import RatingRow
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.side_notes import Note, SideNotes
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the manager saw, once it may be shown."""

    lines: Sequence[EvidenceLine]
    ratings: Sequence[RatingLine]
    not_rated: str
    ended: Note
    agreed: Sequence[Note]
    pages: Sequence[PageLine]


class CallSide(Panel):
    """To read, and to open a page of the call. It holds nothing of the manager's view before that is open.

    :signal page_chosen: show the page of this number (int), from 1.
    """

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelShape.PAGE, parent)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(16))
        page = ScrollPage()
        page.column.setContentsMargins(px(24), px(26), px(24), px(26))
        page.column.addLayout(self._body)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.addWidget(page)

    def show_sealed(self, sentence: str, planned: Sequence[Note]) -> None:
        """Show that the manager's view is closed, and nothing of it."""
        self._begin()
        self._add(Text(tr("What I saw"), Voice.HEADING))
        self._add(SealedPanel(sentence))
        self._add_plan(planned)

    def show_not_yet(self, planned: Sequence[Note]) -> None:
        """Show what was agreed before: there is nothing else yet."""
        self._begin()
        self._add_plan(planned)

    def show_open(self, seen: Seen, rep: str, planned: Sequence[Note]) -> None:
        """Show what the manager saw, what was agreed, and the pages.

        :param rep: the rep's first name.
        """
        self._begin()
        self._add_ratings(seen, rep)
        self._add_lines(seen.lines)
        self._add(Text(seen.ended.heading, Voice.HEADING))
        self._add_notes([replace(seen.ended, heading="")])
        if seen.agreed:
            self._add(Text(tr("What was agreed"), Voice.HEADING))
            self._add_notes(seen.agreed)
        self._add_pages(seen.pages)
        self._add_plan(planned)

    def _add_ratings(self, seen: Seen, rep: str) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(px(4))
        rows.addWidget(Text(tr("Ratings"), Voice.HEADING))
        for line in seen.ratings:
            own = tr("{rep}: {level}").format(rep=rep, level=line.own) if line.own else ""
            rows.addWidget(
                RatingRow(line.name, line.level, line.word, line.stands_on, own, is_focus=line.is_focus)
            )
        if seen.not_rated:
            rows.addWidget(Text(seen.not_rated, Voice.SMALL))
        self._add_column(rows)

    def _add_lines(self, lines: Sequence[EvidenceLine]) -> None:
        if lines:
            self._add(Text(tr("What I saw"), Voice.HEADING))
            seen = EvidenceList()
            seen.set_lines(lines)
            self._add(seen)

    def _add_notes(self, notes: Sequence[Note]) -> None:
        shown = SideNotes()
        shown.show_notes(notes)
        self._add(shown)

    def _add_pages(self, pages: Sequence[PageLine]) -> None:
        if not pages:
            return
        rows = QVBoxLayout()
        rows.setSpacing(px(4))
        rows.addWidget(Text(tr("The pages of this call"), Voice.HEADING))
        for page in pages:
            rows.addWidget(Text(page.words))
            rows.addWidget(Text(page.note, Voice.SMALL))
            rows.addWidget(self._make_link(page), 0, Qt.AlignmentFlag.AlignLeft)
        self._add_column(rows)

    def _make_link(self, page: PageLine) -> LinkButton:
        link = named(LinkButton(tr("Show")), f"call.page.{page.number}")
        link.setAccessibleName(tr("Show page {page}").format(page=page.words))
        link.clicked.connect(self._on_page)
        return link

    def _add_plan(self, planned: Sequence[Note]) -> None:
        if planned:
            self._add(Text(tr("Agreed before the call"), Voice.HEADING))
            self._add_notes(planned)

    def _begin(self) -> None:
        clear_layout(self._body)

    def _add_column(self, rows: QVBoxLayout) -> None:
        rows.setContentsMargins(0, 0, 0, 0)
        part = QWidget()
        part.setLayout(rows)
        self._add(part)

    def _add(self, part: QWidget) -> None:
        self._body.addWidget(part)
        part.show()  # at once, also beside a call that is already on screen

    def _on_page(self) -> None:
        sender = self.sender()
        if isinstance(sender, LinkButton):
            self.page_chosen.emit(int(sender.objectName().rpartition(".")[2]))
