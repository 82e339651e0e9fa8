from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, settle, worn
from ui.theme import DESK
from ui.widgets.chart import Chart, ChartPoint
from ui.widgets.point_chart import PointChart

Stage = Callable[..., QWidget]
WORDS = ("Not yet", "Sometimes", "Mostly", "Every time")


def _chart(*levels: int | None, joined: bool = True) -> Chart:
    points = tuple(
        None
        if level is None
        else ChartPoint(value=level, words=f"Call {n}, {WORDS[level - 1]}", key=n, hollow=n == 1)
        for n, level in enumerate(levels, start=1)
    )
    return Chart(
        points=points, lowest=1, highest=4, rungs=(1, 2, 3, 4), joined=joined, whole="From Not yet to Mostly"
    )


def _shown(stage: Stage, chart: Chart) -> PointChart:
    made = PointChart()
    made.show_chart(chart)
    stage(made)
    settle()
    return made


def _at(chart: PointChart, number: int) -> QPointF:
    place = chart.place_of(number)
    assert place is not None
    return place


def _colour(chart: PointChart, place: QPointF) -> str:
    return QColor(chart.grab().toImage().pixelColor(place.toPoint())).name()


def _between(chart: PointChart, first: int, second: int) -> QPointF:
    return (_at(chart, first) + _at(chart, second)) / 2


def test_a_higher_level_stands_higher_and_a_later_call_further_along(stage: Stage) -> None:
    chart = _shown(stage, _chart(1, 2, 4))
    first, second, third = (_at(chart, number) for number in range(3))
    assert first.y() > second.y() > third.y()
    assert first.x() < second.x() < third.x()


def test_it_runs_the_other_way_when_mirrored(stage: Stage) -> None:
    chart = _shown(stage, _chart(1, 2, 4))
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert _at(chart, 0).x() > _at(chart, 2).x()


def test_the_baseline_is_hollow_and_the_others_are_filled(stage: Stage) -> None:
    chart = _shown(stage, _chart(2, 2))
    assert _colour(chart, _at(chart, 0)) == DESK.card
    assert _colour(chart, _at(chart, 1)) == DESK.accent


def test_a_line_joins_neighbours_only_where_it_is_wanted(stage: Stage) -> None:
    joined = _shown(stage, _chart(1, 4, 4))
    assert _colour(joined, _between(joined, 0, 1)) != DESK.ground
    apart = _shown(stage, _chart(1, 4, 4, joined=False))
    assert _colour(apart, _between(apart, 0, 1)) == DESK.ground


def test_no_line_leads_over_a_place_where_nothing_is_known(stage: Stage) -> None:
    chart = _shown(stage, _chart(1, None, 4))
    assert chart.place_of(1) is None
    assert _colour(chart, _between(chart, 0, 2)) == DESK.ground


def test_no_line_leads_to_a_point_that_means_something_else(stage: Stage) -> None:
    first, second = ChartPoint(value=1, words="old"), ChartPoint(value=4, words="new", apart=True)
    chart = _shown(stage, Chart(points=(first, second), lowest=1, highest=4, joined=True))
    assert _colour(chart, _between(chart, 0, 1)) == DESK.ground


def test_what_a_point_says_appears_below_the_pointer(qtbot: QtBot, stage: Stage) -> None:
    chart = _shown(stage, _chart(1, None, 3))
    qtbot.mouseMove(chart, _at(chart, 2).toPoint())
    assert chart.toolTip() == "Call 3, Mostly"
    assert chart.accessibleDescription() == "Call 3, Mostly"
    middle = _between(chart, 0, 2).toPoint()
    qtbot.mouseMove(chart, middle)
    assert not chart.toolTip(), "nothing is known there"


def test_a_click_on_a_point_tells_which(qtbot: QtBot, stage: Stage) -> None:
    chart = _shown(stage, _chart(1, 2, 3))
    with qtbot.waitSignal(chart.point_chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=_at(chart, 1).toPoint())
    assert chosen.args == [2]


def test_a_click_beside_all_points_tells_nothing(qtbot: QtBot, stage: Stage) -> None:
    chart = _shown(stage, _chart(1))
    with qtbot.assertNotEmitted(chart.point_chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 2, 20))


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_arrow_keys_lead_from_point_to_point(qtbot: QtBot, stage: Stage, mirrored: bool) -> None:
    chart = _shown(stage, _chart(1, None, 3))
    onward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
    if mirrored:
        chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        onward, back = back, onward
    chart.setFocus()
    qtbot.keyClick(chart, onward)
    assert chart.accessibleDescription() == "Call 1, Not yet"
    qtbot.keyClick(chart, onward)
    assert chart.accessibleDescription() == "Call 3, Mostly"
    qtbot.keyClick(chart, back)
    with qtbot.waitSignal(chart.point_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_whoever_comes_back_is_at_the_point_they_were_at(qtbot: QtBot, stage: Stage) -> None:
    chart = _shown(stage, _chart(1, 2, 3))
    chart.setFocus()
    for _ in range(2):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    chart.clearFocus()
    assert chart.accessibleDescription() == ""
    chart.show_chart(_chart(1, 2, 3))
    chart.setFocus()
    assert chart.accessibleDescription() == "Call 2, Sometimes"
    chart.show_chart(_chart(1, 2))
    assert chart.accessibleDescription() == "", "it is another one"


def test_a_point_without_a_key_leads_nowhere(qtbot: QtBot, stage: Stage) -> None:
    chart = _shown(stage, Chart(points=(ChartPoint(value=1, words="w"),), lowest=0, highest=1))
    with qtbot.assertNotEmitted(chart.point_chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=_at(chart, 0).toPoint())


def test_an_empty_chart_is_no_stop_for_the_keyboard(stage: Stage) -> None:
    chart = _shown(stage, _chart(None, None))
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    chart.grab()


def test_a_screen_reader_hears_the_whole_in_one_sentence(stage: Stage) -> None:
    chart = _shown(stage, _chart(1, 3))
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.text(QAccessible.Text.Name) == "From Not yet to Mostly"


@every_look
def test_its_words_are_never_clipped(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        chart = PointChart()
        qtbot.addWidget(chart)
        chart.show_chart(
            Chart(
                points=(
                    ChartPoint(value=4, words="w", second=True),
                    ChartPoint(value=1, words="w", light=True),
                ),
                lowest=1,
                highest=4,
                rungs=(1, 2, 3, 4),
                rung_words=WORDS,
                band=(1, 4),
                goal=2,
                first_words="Erste gemeinsame Kundenbesuchsbegleitung",
                last_words="Zwölfte Kundenbesuchsbegleitung",
            )
        )
        width = chart.minimumSizeHint().width()
        chart.resize(width, chart.heightForWidth(width))
        chart.grab()
        assert find_clipped(chart) == []


def test_an_upright_line_stands_before_a_place_where_something_changed(stage: Stage) -> None:
    plain = _chart(1, 1, 1, 1, 1, joined=False)
    chart = _shown(stage, replace(plain, changes=(2,)))
    middle = (_at(chart, 1).x() + _at(chart, 2).x()) / 2

    def column() -> set[str]:
        return {_colour(chart, QPointF(round(middle), y)) for y in range(2, 20)}

    marked = column()
    chart.show_chart(plain)
    assert len(marked - column()) == 1
