"""What is due: how long pages are kept, what has been kept for long enough, what must stay, and what was erased."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr, trn
from ui.archive_part import ArchivePart
from ui.erasing import Erasing
from ui.session import Session
from ui.widgets.due_list import DueList
from ui.widgets.erase_panel import ErasePanel
from ui.widgets.hold_list import HoldList
from ui.widgets.keeping_times import KeepingTimes
from ui.widgets.named import named
from ui.widgets.receipt_list import ReceiptList

if TYPE_CHECKING:
    from scoring.holds import Hold


class DuePart(ArchivePart):
    """The manager, or HR beside them, says how long pages are kept, erases what is due, and places or lifts holds.

    Nothing is erased by itself, and nothing that is held.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._times = KeepingTimes()
        self._due = DueList()
        self._panel = named(ErasePanel(), "due.panel")
        self._holds = HoldList()
        self._receipts = ReceiptList()
        self._erasing = Erasing(session, self._panel)
        for part in (self._times, self._due, self._panel, self._holds, self._receipts):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self._times.edited.connect(self._on_time_edited)
        self._due.erase_chosen.connect(self._on_erase)
        self._panel.left.connect(self._due.take_keys)
        self._erasing.erased.connect(self._show_again)
        self._holds.placed.connect(self._on_placed)
        self._holds.lifted.connect(self._on_lifted)

    @override
    def show_now(self) -> None:
        self._show_again()
        self._times.take_keys()

    @override
    def leave(self) -> None:
        self._erasing.leave()
        self._holds.leave()

    def _show_again(self) -> None:
        from exports.keeping import keeping

        found = self.session.ask(partial(keeping, today=self.session.clock.now().date()))
        self._times.show_times(found.organisations, found.retention)
        self._due.show_due(found)
        self._holds.show_holds(found)
        self._receipts.show_receipts(found.receipts)

    def _on_time_edited(self, organisation: str, months: int) -> None:
        from exports.keeping import keep_for

        self.session.ask(partial(keep_for, organisation=organisation, months=months))
        self._show_again()

    def _on_erase(self, call_ids: Iterable[UUID]) -> None:
        from scoring.erasure import Erasure

        chosen = list(call_ids)
        title = trn("Erasing {n} call", "Erasing {n} calls", len(chosen)).format(n=len(chosen))
        self._erasing.begin(Erasure.of_calls(chosen), title)

    # Holds

    def _on_placed(self, reason: str, rep_id: UUID | None, call_id: UUID | None) -> None:
        from scoring.holds import lift_hold, place_hold

        now = self.session.clock.now()
        hold = place_hold(reason, now, rep_id=rep_id, call_id=call_id)
        self._save(hold)
        self.undo_offered.emit(tr("The legal hold is placed."), partial(self._save, lift_hold(hold, now)))

    def _on_lifted(self, hold: Hold) -> None:
        from scoring.holds import lift_hold

        self._save(lift_hold(hold, self.session.clock.now()))
        self.undo_offered.emit(tr("The legal hold is lifted."), partial(self._save, hold))

    def _save(self, hold: Hold) -> None:
        self.session.ask(lambda store: store.holds.save(hold))
        self._show_again()
