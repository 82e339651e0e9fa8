from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.page_view import MOST, Fit, PageView

A4 = QSizeF(595.28, 841.89)


@pytest.fixture
def view(stage: Stage) -> PageView:
    made = PageView()
    made.setMinimumHeight(500)
    stage(made, size=(700, 560))
    return made


def _image(view: PageView, scale: float) -> QImage:
    picture = QImage(
        -int(-A4.width() * scale // 1), -int(-A4.height() * scale // 1), QImage.Format.Format_RGB32
    )
    picture.fill(QColor("#ff0000"))
    return picture


def _ink(view: PageView) -> tuple[int, int, int, int]:
    """:returns: left, top, right and bottom of what is red, as far as the middle lines tell."""
    seen = view.viewport().grab().toImage()
    across = [x for x in range(seen.width()) if seen.pixelColor(x, seen.height() // 2) == QColor("#ff0000")]
    down = [y for y in range(seen.height()) if seen.pixelColor(seen.width() // 2, y) == QColor("#ff0000")]
    return across[0], down[0], across[-1], down[-1]


def _shown(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.picture_wanted) as wanted:
        view.show_sheet(A4)
    view.show_picture(_image(view, (wanted.args or [0])[0]))


def test_the_whole_page_is_fitted_in_the_middle(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    left, top, right, bottom = _ink(view)
    room = view.viewport().size()
    assert (view.horizontalScrollBar().maximum(), view.verticalScrollBar().maximum()) == (0, 0)
    assert abs(left - (room.width() - 1 - right)) <= 2
    assert abs(top - (room.height() - 1 - bottom)) <= 2
    assert (right - left) / (bottom - top) == pytest.approx(A4.width() / A4.height(), abs=0.01)


def test_fitted_to_its_width_the_page_scrolls_down_and_never_sideways(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.fit_to(Fit.WIDTH)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("width", range(600, 660, 7))
def test_a_fitted_page_needs_no_sideways_scrolling_at_any_width(view: PageView, width: int) -> None:
    view.show_sheet(A4)
    view.fit_to(Fit.WIDTH)
    view.resize(width, 500)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_sharper_picture_is_asked_for_when_one_comes_nearer(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    before = view.percent
    with qtbot.waitSignal(view.picture_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent > before
    assert (wanted.args or [0])[0] == pytest.approx(view.percent / 100 * view.logicalDpiY() / 72, rel=0.02)


def test_no_picture_is_asked_for_twice(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    with qtbot.assertNotEmitted(view.picture_wanted):
        view.fit_to(Fit.PAGE)


def test_the_old_picture_stays_until_the_new_one_is_there(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    small = _ink(view)
    view.zoom(1)
    large = _ink(view)
    assert large[2] - large[0] > small[2] - small[0]


def test_keys_fit_the_page_again(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    fitted = view.percent
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert (view.percent < fitted, view.fit) == (True, Fit.NONE)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert (view.percent, view.fit) == (fitted, Fit.PAGE)
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.fit is Fit.WIDTH


def test_one_can_come_only_so_near(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.zoom(100)
    assert view.percent == round(MOST * 100)


def _wheel(view: PageView, place: QPoint, steps: int, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_with_ctrl_comes_nearer_to_what_is_under_the_pointer(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.zoom(4)
    corner = QPoint(20, 20)
    bars = view.horizontalScrollBar(), view.verticalScrollBar()
    for bar in bars:
        bar.setValue(bar.maximum())
    scale, before = view.percent, [bar.value() for bar in bars]
    _wheel(view, corner, 1, Qt.KeyboardModifier.ControlModifier)
    grown = view.percent / scale
    assert grown > 1.2
    margin = 24
    expected = [round((value + 20 - margin) * grown + margin - 20) for value in before]
    assert [bar.value() for bar in bars] == pytest.approx(expected, abs=12)


def test_the_wheel_alone_scrolls(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.fit_to(Fit.WIDTH)
    percent = view.percent
    _wheel(view, QPoint(50, 50), -1, Qt.KeyboardModifier.NoModifier)
    assert view.percent == percent
    assert view.verticalScrollBar().value() > 0


def test_page_keys_move(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.fit_to(Fit.WIDTH)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_nothing_is_shown_once_it_is_cleared(qtbot: QtBot, view: PageView) -> None:
    _shown(qtbot, view)
    view.clear()
    assert not view.has_picture
    assert view.viewport().grab().toImage().pixelColor(350, 250) != QColor("#ff0000")
