"""Headings that say what the rows are in order by, and can be asked for another order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.sort_header import SortHeader

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Space)


@pytest.fixture
def header(stage: Stage) -> SortHeader:
    view = QTableView()
    model = QStandardItemModel(0, 3, view)
    model.setHorizontalHeaderLabels(["Date", "Rep", ""])
    made = SortHeader()
    view.setHorizontalHeader(made)
    view.setModel(model)
    made.offer([0, 1])
    made.show_order(0, descending=True)
    stage(view)
    return made


@pytest.mark.parametrize("key", KEYS)
def test_the_order_is_asked_for_by_keys_alone(qtbot: QtBot, header: SortHeader, key: Qt.Key) -> None:
    header.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(header, Qt.Key.Key_Right)
    with qtbot.waitSignal(header.order_chosen) as chosen:
        qtbot.keyClick(header, key)
    assert chosen.args == [1]


def test_arrow_keys_stop_at_both_ends_of_what_is_offered(qtbot: QtBot, header: SortHeader) -> None:
    header.setFocus(Qt.FocusReason.TabFocusReason)
    for key, at in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 1)):
        qtbot.keyClick(header, key)
        with qtbot.waitSignal(header.order_chosen) as chosen:
            qtbot.keyClick(header, Qt.Key.Key_Return)
        assert chosen.args == [at]


def test_arrow_keys_are_mirrored(qtbot: QtBot, header: SortHeader) -> None:
    header.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    header.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(header, Qt.Key.Key_Left)
    with qtbot.waitSignal(header.order_chosen) as chosen:
        qtbot.keyClick(header, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_a_column_without_an_order_is_not_asked_for(qtbot: QtBot, header: SortHeader) -> None:
    place = QPoint(header.sectionViewportPosition(2) + 5, 5)
    with qtbot.assertNotEmitted(header.order_chosen):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_press_that_is_drawn_away_asks_for_nothing(qtbot: QtBot, header: SortHeader) -> None:
    with qtbot.assertNotEmitted(header.order_chosen):
        qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        away = QPoint(header.sectionViewportPosition(1) + 5, 5)
        qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=away)


def test_the_sign_points_the_other_way_for_the_other_order(header: SortHeader) -> None:
    down = header.grab().toImage()
    header.show_order(0, descending=False)
    up = header.grab().toImage()
    header.show_order(1, descending=False)
    elsewhere = header.grab().toImage()
    assert down != up
    assert up != elsewhere
