"""The receipts of what was erased."""

from __future__ import annotations

from uuid import UUID

from pytestqt.qtbot import QtBot

from exports.receipt_words import receipt_text
from scoring.erasure import Receipt
from tests.builders import NINE
from tests.ui.finding import find
from tests.ui.looks import show
from ui.widgets.calm_table import CalmTable
from ui.widgets.receipt_list import ReceiptList
from ui.widgets.text import Text

RECEIPT = Receipt(id=UUID(int=1), at=NINE, calls=3)


def test_a_receipt_can_be_read_again(qtbot: QtBot) -> None:
    shown = ReceiptList()
    show(qtbot, shown)
    shown.show_receipts([RECEIPT])
    table, whole = find(shown, CalmTable, "receipts.table"), find(shown, Text, "receipts.whole")
    assert not whole.isVisible()
    table.opened.emit(0)
    assert whole.text().replace("\u200b", "") == receipt_text(RECEIPT)
    table.opened.emit(0)
    assert not whole.isVisible()


def test_where_nothing_was_ever_erased_there_is_nothing(qtbot: QtBot) -> None:
    shown = ReceiptList()
    show(qtbot, shown)
    shown.show_receipts([])
    assert shown.isHidden()
