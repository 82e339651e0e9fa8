"""The receipts of what was erased, to be read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.models.word_table import WordRow, Words, WordTable
from ui.theme import px
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from scoring.erasure import Receipt


class ReceiptList(QWidget):
    """Hidden while nothing was ever erased. Return or a click on a receipt shows it whole, or hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipts: Sequence[Receipt] = ()
        self._shown: Receipt | None = None
        self._rows = WordTable((tr("Receipt"), tr("When"), tr("Erased")), self)
        self._table = named(CalmTable(), "receipts.table")
        self._table.setModel(self._rows)
        self._table.setAccessibleName(tr("Receipts of what was erased"))
        self._whole = named(Text(), "receipts.whole")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Text(tr("Receipts of what was erased"), Voice.HEADING))
        column.addWidget(self._table)
        column.addWidget(self._whole)
        self._table.opened.connect(self._on_opened)
        self._show_whole(None)

    def show_receipts(self, receipts: Sequence[Receipt]) -> None:
        """:param receipts: the latest first."""
        self._receipts = receipts
        self._rows.show_rows([_row(receipt) for receipt in receipts])
        self._show_whole(None)
        self.setVisible(bool(receipts))

    def _on_opened(self, row: int) -> None:
        receipt = self._receipts[row]
        self._show_whole(None if receipt is self._shown else receipt)

    def _show_whole(self, receipt: Receipt | None) -> None:
        from exports.receipt_words import receipt_text

        self._shown = receipt
        self._whole.setText(receipt_text(receipt) if receipt else "")
        self._whole.setVisible(receipt is not None)


def _row(receipt: Receipt) -> WordRow:
    from exports.receipt_words import erased_lines, receipt_title
    from exports.wording import moment_text

    cells = (
        Words(receipt_title(receipt), Tone.STRONG),
        Words(moment_text(receipt.at)),
        Words("; ".join(erased_lines(receipt)), Tone.MUTED),
    )
    return WordRow(receipt.id, cells)
