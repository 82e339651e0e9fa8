from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from tests.ui.widgets.conftest import Stage
from ui.widgets.page_view import Fit, PageView
from ui.widgets.text import Text
from ui.widgets.zoom_bar import ZoomBar


@pytest.fixture
def view() -> PageView:
    return PageView()


@pytest.fixture
def bar(stage: Stage, view: PageView) -> ZoomBar:
    made = ZoomBar(view)
    view.setMinimumHeight(300)
    stage(made, view, size=(600, 420))
    view.show_sheet(QSizeF(612, 792))
    return made


def test_the_buttons_come_nearer_and_go_farther(qtbot: QtBot, bar: ZoomBar, view: PageView) -> None:
    fitted = view.percent
    qtbot.mouseClick(bar.nearer, Qt.MouseButton.LeftButton)
    near = view.percent
    qtbot.mouseClick(bar.farther, Qt.MouseButton.LeftButton)
    assert near > fitted == view.percent


def test_the_bar_says_how_large_the_page_is_shown(qtbot: QtBot, bar: ZoomBar, view: PageView) -> None:
    qtbot.mouseClick(bar.nearer, Qt.MouseButton.LeftButton)
    assert find(bar, Text, "zoom.percent").text() == f"{view.percent} %"
    assert bar.fits.chosen_values() == []


def test_the_page_is_fitted_to_its_width(qtbot: QtBot, bar: ZoomBar, view: PageView) -> None:
    qtbot.mouseClick(bar.fits.chips()[1], Qt.MouseButton.LeftButton)
    assert view.fit is Fit.WIDTH
    assert bar.fits.chosen_values() == [Fit.WIDTH.value]


def test_signs_have_names_for_a_screen_reader(bar: ZoomBar) -> None:
    assert [bar.farther.accessibleName(), bar.nearer.accessibleName()] == ["Farther", "Nearer"]
