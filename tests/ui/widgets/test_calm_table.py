from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.widgets.conftest import Stage
from ui.theme import DESK
from ui.widgets import calm_table
from ui.widgets.calm_table import TONE_ROLE, CalmTable, Tone
from ui.widgets.painting import text_size

HEADINGS = ["Rep", "Last joint call", "Working on"]
ROWS = (
    ("Priya Nair", "Today", "Asks before answering"),
    ("Marcus Bell", "61 days ago", "Agrees a next step"),
    ("Sofia Lindqvist", "12 days ago", "Uses their words"),
)


def _table(stage: Stage, rows: tuple[tuple[str, ...], ...] = ROWS) -> CalmTable:
    table = CalmTable()
    model = QStandardItemModel(table)
    model.setHorizontalHeaderLabels(HEADINGS)
    for cells in rows:
        model.appendRow([QStandardItem(cell) for cell in cells])
    table.setModel(model)
    stage(table, size=(700, 400))
    return table


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_opens_the_row_one_has_moved_to(qtbot: QtBot, stage: Stage, key: Qt.Key) -> None:
    table = _table(stage)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, key)
    assert told.args == [1]


def test_a_click_opens_a_row(qtbot: QtBot, stage: Stage) -> None:
    table = _table(stage)
    model = table.model()
    middle = table.visualRect(model.index(2, 1)).center()
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [2]


def test_tab_leaves_the_table(stage: Stage) -> None:
    assert not _table(stage).tabKeyNavigation()


def test_the_columns_share_the_whole_width(stage: Stage) -> None:
    table = _table(stage)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_it_is_as_high_as_its_rows(stage: Stage) -> None:
    table = _table(stage)
    before = table.sizeHint().height()
    model = table.model()
    model.removeRow(2)
    assert table.sizeHint().height() == before - 42


@pytest.mark.parametrize("width", [320, 400, 700])
def test_words_wrap_instead_of_being_cut(stage: Stage, width: int) -> None:
    table = _table(
        stage,
        (("Aleksandra Wojciechowska-Nowakowska", "Not checked since 23 September", "Uses their words"),),
    )
    table.resize(width, 400)
    assert not [letters.text for letters in table.cell_lettering() if letters.clipped()]


def test_headings_wrap_before_one_has_to_scroll_sideways(stage: Stage) -> None:
    table = _table(stage, (("Kim", "Today", "Words"),))
    one_line = table.horizontalHeader().height()
    table.resize(240, 400)
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert header.height() > one_line
    assert find_clipped(table) == []


def test_columns_get_narrower_before_one_has_to_scroll_sideways(stage: Stage) -> None:
    table = _table(stage, (("Sofia Lindqvist", "Not checked since 23 September", "Uses their words"),))
    table.resize(420, 400)
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_what_is_late_is_said_in_rust(stage: Stage) -> None:
    table = _table(stage)
    model = table.model()
    model.setData(model.index(1, 1), Tone.LATE, TONE_ROLE)
    colours = {letters.text: letters.colour for letters in table.cell_lettering()}
    assert colours["61 days ago"] == DESK.late
    assert colours["Today"] == DESK.text


def test_the_row_with_the_keyboard_has_a_ring(stage: Stage) -> None:
    table = _table(stage)
    table.clearFocus()
    before = table.grab().toImage()
    table.setFocus()
    assert table.grab().toImage() != before


def test_thousands_of_rows_are_only_measured_in_part(stage: Stage) -> None:
    table = _table(stage, tuple((f"Rep {n}", "Today", "Uses their words") for n in range(3_000)))
    assert table.rowHeight(2_999) == table.rowHeight(0)
    assert len(table.cell_lettering()) < 60


def test_words_that_were_measured_once_are_not_measured_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    arabic = "عبد الرحمن"
    table = _table(stage, tuple((f"Rep {n}", "Today", arabic) for n in range(50)))
    measured: list[str] = []

    def counted(text: str, font: QFont, width: int | None = None) -> QSize:
        measured.append(text)
        return text_size(text, font, width)

    monkeypatch.setattr(calm_table, "text_size", counted)
    table.fit()
    assert set(measured) == {*HEADINGS, arabic}, "a font for other scripts may have come in the meantime"


def test_a_whole_table_is_as_high_as_its_rows_and_has_no_scroll_bar_of_its_own(stage: Stage) -> None:
    table = _table(stage, ROWS * 20)
    table.show_whole()
    table.resize(140, 300)  # too narrow even for the longest words
    assert not table.verticalScrollBar().isVisible()
    assert table.horizontalScrollBar().isVisible()
    beside_rows = table.horizontalHeader().height() + table.horizontalScrollBar().height() + 2
    assert table.sizeHint().height() == table.verticalHeader().length() + beside_rows


def test_becoming_lower_shares_no_width_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    table = _table(stage)
    fitted: list[int] = []
    monkeypatch.setattr(table, "fit", lambda: fitted.append(1))
    table.resize(table.width(), table.height() - 40)
    assert fitted == []
    table.resize(table.width() - 40, table.height())
    assert fitted == [1]
