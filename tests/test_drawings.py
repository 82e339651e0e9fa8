from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.widgets.gallery import PAGES
from ui.theme import apply_theme
from ui.widgets.button import PrimaryButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.mark_tile import MarkTile
from ui.widgets.text import Text

WORDS = "Asks before answering"


# At 200 % the nine tiles of the live screen want more than a small laptop has; everything else scrolls.
SIGHTS = [(name, scale) for name in PAGES for scale in (1.0, 1.5, 2.0) if (name, scale) != ("observe", 2.0)]


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    yield
    apply_theme(qapp)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _combo() -> QWidget:
    box = QComboBox()
    box.addItem(WORDS)
    return box


def _placeholder() -> QWidget:
    edit = QLineEdit()
    edit.setPlaceholderText(WORDS)
    return edit


def _wrapping_label() -> QWidget:
    label = QLabel(f"{WORDS} {WORDS}")
    label.setWordWrap(True)
    return label


MAKERS = [
    lambda: QLabel(WORDS),
    _wrapping_label,
    lambda: QPushButton(WORDS),
    lambda: PrimaryButton(WORDS),
    lambda: Text(WORDS),
    lambda: MarkTile(WORDS, ("1", "Q")),
    _combo,
    _placeholder,
]


@pytest.mark.parametrize("number", range(len(MAKERS)))
def test_text_with_too_little_room_is_found_and_with_enough_it_is_not(qtbot: QtBot, number: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    widget = MAKERS[number]()
    widget.setParent(window)
    window.show()
    widget.resize(700, 200)
    assert find_clipped(window) == []
    widget.resize(46, 24)
    assert WORDS in find_clipped(window)[0]


def test_text_that_hangs_out_of_its_box_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    label = QLabel(WORDS, inner)
    label.resize(300, 30)
    window.resize(400, 100)
    inner.resize(100, 60)
    window.show()
    assert WORDS in find_clipped(window)[0]


def test_text_that_can_be_scrolled_to_is_not_clipped(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    label = QLabel(WORDS * 20)
    area.setWidget(label)
    area.resize(200, 100)
    area.show()
    assert find_clipped(area) == []


def test_hidden_text_is_not_looked_at(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(WORDS, window)
    label.resize(20, 10)
    window.show()
    label.hide()
    assert find_clipped(window) == []


def test_a_cell_and_a_heading_that_are_cut_are_found(qtbot: QtBot) -> None:
    table = CalmTable()
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    model.setHorizontalHeaderLabels(["Working on just now", "When"])
    model.appendRow([QStandardItem(WORDS), QStandardItem("Today")])
    table.setModel(model)
    table.resize(600, 200)
    table.show()
    assert find_clipped(table) == []
    table.setColumnWidth(0, 60)
    found = " ".join(find_clipped(table))
    assert WORDS in found
    assert "Working on just now" in found


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("name", "scale"), SIGHTS)
def test_no_widget_clips_its_text(
    qtbot: QtBot, qapp: QApplication, name: str, direction: Qt.LayoutDirection, scale: float
) -> None:
    qapp.setLayoutDirection(direction)
    apply_theme(qapp, scale)
    page = PAGES[name]()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    QCoreApplication.sendPostedEvents()
    assert find_clipped(page) == []
    assert page.width() <= 1366
