"""Page: the coaching summary as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from exports.wording import date_text
from scoring.debrief import Debrief
from scoring.debriefing import tidy_debrief
from scoring.handing_over import HandOver
from scoring.page_versions import PageVersion, is_handed_over, page_versions
from scoring.people import Rep
from scoring.preferences import Paper
from scoring.privacy import Surface, entries_for
from scoring.state import DEBRIEFED_PHASES, SETTLED_PHASES, Phase
from scoring.text import tr
from ui.archiving import Archiving
from ui.paper_maker import MadePaper, PaperMaker, gather_call
from ui.paper_notes import notes_on
from ui.paper_screen import PATIENCE_MS, PaperScreen, sentence_of
from ui.reminding import Reminding
from ui.screen import CallScreen
from ui.screens.page_side import PageSide
from ui.session import Session
from ui.words import call_title

if TYPE_CHECKING:
    from exports.page.pdf import Drawn
    from exports.page_source import PageSource
    from scoring.preferences import Sheet


class PageScreen(PaperScreen[PageSide], CallScreen):
    """The manager reads the page with the rep, saves it, prints it, or goes on with the debrief.

    A call that is not debriefed has no page, and nothing of it is shown here.

    :signal debrief_requested: go on with the debrief of the call with this UUID.
    :signal acknowledge_requested: say what became of the printed sheet of the call with this UUID.
    """

    debrief_requested = Signal(object)
    acknowledge_requested = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        maker = PaperMaker(session, gather_call, _draw, _name)
        super().__init__(session, "page", PageSide(), maker, parent, patience_ms=patience_ms)
        self._phase = Phase.PLANNED
        self._archiving = Archiving.of(session)
        self._archiving.changed.connect(self._on_archive_changed)
        self.side.way_on_chosen.connect(self._on_way_on)
        self.side.debrief_chosen.connect(self._on_debrief)
        self.side.acknowledge_chosen.connect(self._on_acknowledge)
        self.side.page_chosen.connect(self._on_page_chosen)
        self._reminding = Reminding(session, self)
        self._reminding.saved.connect(self.side.reminders.show_saved)
        self._reminding.failed.connect(self._on_not_reminded)
        self.side.reminders.chosen.connect(self._on_reminder)
        self.side.reminders.folder_chosen.connect(self._reminding.show_in_folder)

    @override
    def title(self) -> str:
        return tr("Page")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        facts, rep = self.session.facts_of(subject), self.session.rep_of(subject)
        self._phase = facts.phase
        self.side.show_call(
            call_title(facts, rep),
            date_text(facts.when.date()),
            coaching_open=facts.phase == Phase.DEBRIEFED,
            spoken=rep.first_name if self.session.state(subject).self_view else "",
        )
        self.number = None
        if facts.phase in DEBRIEFED_PHASES:
            self._show_pages()
            self.make(subject)
        else:
            self._show_none(rep)

    def show_number(self, call_id: UUID, number: int) -> None:
        """Show one of the pages of a call, counted from 1; the last is the page as it stands."""
        self.show_subject(call_id)
        if number != self._versions(call_id)[-1].number:
            self._on_page_chosen(str(number))

    @override
    def notes_on(self, drawn: Drawn) -> list[str]:
        return notes_on(drawn, tr("Not all of it fits on one page. The record in the PDF holds the rest:"))

    # The pages of the call

    def _show_pages(self) -> None:
        versions = self._versions(self.subject)
        self.side.show_pages(versions, self._shown_of(versions), change_begun=self._is_change_begun())
        self._show_archived()
        self._show_commitments()

    def _show_commitments(self) -> None:
        agreed = self.session.state(self.subject).debrief
        self.side.show_commitments(agreed.commitments if agreed else (), self.session.clock.now().date())

    def _show_archived(self) -> None:
        shown = self._shown_of(self._versions(self.subject))
        is_ours = shown.handed_over is not None and self.session.archive_folder is not None
        self.side.show_archived(self._archiving.words_of(self.subject, shown.number) if is_ours else "")

    def _on_archive_changed(self) -> None:
        if self.isVisible() and self._phase in DEBRIEFED_PHASES:
            self._show_archived()

    def _shown_of(self, versions: list[PageVersion]) -> PageVersion:
        return versions[-1 if self.number is None else self.number - 1]

    @override
    def paper_before(self) -> Paper:
        leaving = self._shown_of(self._versions(self.subject)).leaving
        return leaving.paper if leaving else Paper.AUTO

    def _is_change_begun(self) -> bool:
        draft = self.session.draft(self.subject, Debrief)
        return draft is not None and tidy_debrief(draft) != self.session.state(self.subject).debrief

    def _versions(self, call_id: UUID) -> list[PageVersion]:
        return page_versions(entries_for(Surface.RECORD, self.session.state(call_id)))

    def _on_page_chosen(self, number: str) -> None:
        self.number = int(number)
        self._show_pages()
        self.make(self.subject)

    @override
    def on_handed_over(self, how: HandOver, made: MadePaper) -> None:
        source = cast("PageSource", made.source)
        book = self.session.book(source.call.id)
        if source.version.context is not None or is_handed_over(book.state):
            return
        present = self._versions(source.call.id)[-1]
        if (
            present.entries != source.version.entries
        ):  # what left the app would not be what counts as handed over
            sentence = tr("The call was changed meanwhile. Save or print its page once more.")
            self.side.show_problem(sentence)
            return
        book.hand_over(how, source.context, Paper(made.sheet))
        if source.call.id == self.subject:
            self._show_pages()

    # There is no page

    def _show_none(self, rep: Rep) -> None:
        self.show_no_paper()
        if self._phase in SETTLED_PHASES:
            self.side.show_none(tr("This call does not count, so it has no page."), tr("All calls"))
        elif self._phase == Phase.VIEWED:
            sentence = tr("The page is made together: it comes when {rep} has spoken and you have agreed.")
            self.side.show_none(sentence.format(rep=rep.first_name), tr("Go on with the debrief"))
        else:
            self.side.show_none(tr("The page is made after the debrief."), tr("Go on with the call"))
        self.side.way_on.setFocus()

    # Going on

    def _on_way_on(self) -> None:
        if self._phase in SETTLED_PHASES:
            self.place_requested.emit("calls")
        elif self._phase == Phase.VIEWED:
            self.debrief_requested.emit(self.subject)
        else:
            self.call_requested.emit(self.subject)

    @override
    def go_back(self) -> None:
        self.place_requested.emit("list")

    # A reminder

    def _on_reminder(self, number: int) -> None:
        self._reminding.ask(self.subject, number, self)

    def _on_not_reminded(self, error: Exception) -> None:
        self.side.reminders.show_problem(sentence_of(error))

    def _on_debrief(self) -> None:
        self.debrief_requested.emit(self.subject)

    def _on_acknowledge(self) -> None:
        self.acknowledge_requested.emit(self.subject)


# Late, because all that a page is made with is loaded in the background.


def _draw(source: PageSource, sheet: Sheet) -> Drawn:
    from exports.page_file import draw_call

    return draw_call(source, sheet)


def _name(source: PageSource) -> str:
    from exports.page_file import page_name

    return page_name(source)
