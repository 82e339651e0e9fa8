"""Saying what became of a printed sheet: its draft, its scan, and the page that says it at last."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date
from uuid import UUID

from scoring.acknowledgement import Scan
from scoring.handing_over import Amendment
from scoring.page_versions import is_handed_over, page_versions
from scoring.state import CallState
from scoring.text import texts_in, tr
from ui.acknowledgement_form import AcknowledgementForm
from ui.scan_reading import ChosenScan
from ui.session import Session


class Acknowledging:
    """Reads and writes what is said about the sheet of one call. What is written is kept as a draft at once."""

    def __init__(self, session: Session, call_id: UUID) -> None:
        self._session = session
        self.call_id = call_id
        self._called_on = session.facts_of(call_id).when.date()
        self.form = session.draft(call_id, AcknowledgementForm) or self._fresh()

    @property
    def state(self) -> CallState:
        """The call as it stands."""
        return self._session.state(self.call_id)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.clock.now().date()

    def _fresh(self) -> AcknowledgementForm:
        """What was said before; nothing but the day and who says it, where nothing was."""
        said = self.state.acknowledgement
        return AcknowledgementForm(
            on=said.on if said else self.today,
            how=said.how if said else None,
            witness=said.witness if said else "",
            statement=self.state.statement.text,
            author=self._session.manager.name,
        )

    def keep(self, form: AcknowledgementForm) -> None:
        """Keep what is written."""
        self.form = form
        self._session.keep_draft(self.call_id, form)

    def problems(self) -> dict[str, str]:
        """:returns: a sentence for each field of the form that makes no sense yet, in its order."""
        return self.form.problems(self._called_on, self.today)

    def keep_scan(self, chosen: ChosenScan) -> Future[None]:
        """Put the bytes of a scan where they wait for the archive; they are durable once this is done."""
        call_id, scan, data = self.call_id, chosen.scan, chosen.data
        return self._session.post(lambda store: store.scans.put(call_id, scan.sha256, data))

    def is_new(self, scan: Scan) -> bool:
        """:returns: whether another scan is kept so far, or none."""
        return scan != self.state.scan

    def add_to_page(self, form: AcknowledgementForm, scan: Scan | None) -> bool:
        """Make the page that says it, and file that.

        :param form: without problems.
        :param scan: whose bytes are kept already.
        :returns: False where nobody has the page any more, because it was changed meanwhile.
        """
        if not is_handed_over(self.state):
            return False
        amendment = Amendment(reason=self._reason(), author=form.author.strip())
        book = self._session.book(self.call_id)
        book.acknowledge(amendment, form.acknowledgement(), form.statement_said(), scan)
        self._session.drop_draft(self.call_id, AcknowledgementForm)
        return True

    def _reason(self) -> str:
        """In the language of the page, which it will stand on."""
        page = page_versions(item.entry for item in self.state.entries.values())[-1]
        assert page.context is not None, "it was handed over"
        with texts_in(page.context.language):
            return tr("What became of the printed sheet was recorded.")
