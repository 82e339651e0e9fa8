"""The calls that have been kept for long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import date_text, one_line
from scoring.text import tr, trn
from ui.models.word_table import WordRow, Words, WordTable
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from exports.keeping import Keeping
    from scoring.retention import Due


class DueList(QWidget):
    """Return or a click on a call chooses it, or gives it back; what is held cannot be chosen.

    :signal erase_chosen: what is chosen is to be erased; carries the ids of the calls.
    """

    erase_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping: Keeping | None = None
        self._chosen: set[UUID] = set()
        self._summary = named(Text("", Voice.MUTED), "due.summary")
        headings = (tr("Chosen"), tr("Rep"), tr("Customer"), tr("Call"), tr("Due since"), tr("Why"))
        self._rows = WordTable(headings, self)
        self._table = named(CalmTable(), "due.table")
        self._table.setModel(self._rows)
        self._table.setAccessibleName(tr("What is due"))
        self._all = named(LinkButton(tr("Choose all that may go")), "due.all")
        self._erase = named(SecondaryButton(""), "due.erase")
        self._assemble()
        self._table.opened.connect(self._on_opened)
        self._all.clicked.connect(self._on_all)
        self._erase.clicked.connect(self._on_erase)

    def _assemble(self) -> None:
        actions = FlowLayout(spacing=px(20))
        actions.addWidget(self._erase)
        actions.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Text(tr("What is due"), Voice.HEADING))
        column.addWidget(self._summary)
        column.addWidget(self._table)
        column.addLayout(actions)

    def take_keys(self) -> None:
        """Give the keyboard to the table. A proxy would do so too, and stop the Tab key on its way past."""
        self._table.setFocus()

    def show_due(self, keeping: Keeping) -> None:
        """Show what is due now; what was chosen stays so while it may go."""
        self._keeping = keeping
        self._chosen &= self._free()
        self._show()

    def _free(self) -> set[UUID]:
        found = self._keeping.due if self._keeping else ()
        return {one.call.call_id for one in found if not one.held_by}

    def _show(self) -> None:
        assert self._keeping is not None, "it was told what is due"
        found, free = self._keeping.due, self._free()
        self._summary.setText(_summary(len(found), len(found) - len(free)))
        self._rows.show_rows([self._row(one) for one in found])
        self._table.setVisible(bool(found))
        self._all.setVisible(bool(free) and free != self._chosen)
        self._erase.setVisible(bool(free))
        self._erase.setEnabled(bool(self._chosen))
        words = trn("Erase {n} call …", "Erase {n} calls …", len(self._chosen))
        self._erase.setText(
            words.format(n=len(self._chosen)) if self._chosen else tr("Erase what is chosen …")
        )

    def _row(self, one: Due) -> WordRow:
        assert self._keeping is not None, "it was told what is due"
        rep = self._keeping.reps.get(one.call.rep_id)
        why = "; ".join(one_line(hold.reason) for hold in one.held_by)
        cells = (
            Words(self._mark(one), Tone.STRONG),
            Words(one_line(rep.name) if rep else "", Tone.STRONG),
            Words(one_line(one.call.customer)),
            Words(date_text(one.call.when.date())),
            Words(date_text(one.due_on)),
            Words(tr("Must stay: {why}").format(why=why), Tone.LATE) if why else Words(one.why, Tone.MUTED),
        )
        return WordRow(one.call.call_id, cells)

    def _mark(self, one: Due) -> str:
        if one.held_by:
            return tr("held")
        return tr("yes") if one.call.call_id in self._chosen else tr("no")

    def _on_opened(self, row: int) -> None:
        key = self._rows.key_at(row)
        if isinstance(key, UUID) and key in self._free():
            self._chosen ^= {key}
            self._show()
            self._table.selectRow(row)

    def _on_all(self) -> None:
        self._chosen = self._free()
        self._show()
        self._erase.setFocus()

    def _on_erase(self) -> None:
        self.erase_chosen.emit(sorted(self._chosen))


def _summary(found: int, held: int) -> str:
    if not found:
        return tr(
            "Nothing is due. What has been kept for long enough will be listed here, and stays until you say so."
        )
    words = trn("{n} call has been kept for long enough.", "{n} calls have been kept for long enough.", found)
    sentence = words.format(n=found)
    if held < found:
        sentence = tr("{sentence} Choose those that may go.").format(sentence=sentence)
    if not held:
        return sentence
    words = trn("{n} of them is under a legal hold.", "{n} of them are under a legal hold.", held)
    return f"{sentence} {words.format(n=held)}"
