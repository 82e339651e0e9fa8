"""Call sheet: what was agreed at tee-up, on half a page, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from exports.wording import date_text
from scoring.text import tr
from ui.paper_maker import PaperMaker, gather_call
from ui.paper_notes import notes_on
from ui.paper_screen import PATIENCE_MS, PaperScreen
from ui.screen import CallScreen
from ui.session import Session
from ui.widgets.page_view import Fit
from ui.widgets.paper_side import PaperSide
from ui.widgets.text import Text, Voice
from ui.words import call_title

if TYPE_CHECKING:
    from exports.page.pdf import Drawn
    from exports.page_source import PageSource
    from scoring.preferences import Sheet


class CallSheetScreen(PaperScreen[PaperSide], CallScreen):
    """Manager and rep look at what they agreed, and print it for the rep to take along."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        side = PaperSide("callsheet", tr("Back to the tee-up"))
        side.own.addWidget(Text(tr("Half a page to take along: fold it, or cut it off."), Voice.MUTED))
        maker = PaperMaker(session, gather_call, _draw, _name)
        super().__init__(session, "callsheet", side, maker, parent, patience_ms=patience_ms)
        self._view.fit_to(Fit.WIDTH)  # the lower half is empty

    @override
    def title(self) -> str:
        return tr("Call sheet")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        facts, rep = self.session.facts_of(subject), self.session.rep_of(subject)
        self.side.show_head(call_title(facts, rep), date_text(facts.when.date()))
        self.make(subject)

    @override
    def notes_on(self, drawn: Drawn) -> list[str]:
        return notes_on(drawn, tr("Not all of it fits on half a page. The tee-up holds the rest:"))

    @override
    def go_back(self) -> None:
        self.call_requested.emit(self.subject)


# Late, because all that a sheet is made with is loaded in the background.


def _draw(source: PageSource, sheet: Sheet) -> Drawn:
    from exports.page_file import draw_tee_up

    return draw_tee_up(source, sheet)


def _name(source: PageSource) -> str:
    from exports.page_file import call_sheet_name

    return call_sheet_name(source)
