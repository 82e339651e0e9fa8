from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from tests.ui.widgets.conftest import Stage
from ui.widgets.spin_fields import DAY, MinutesField, MonthsField, WhenField

MOMENT = datetime(2026, 3, 10, 9, 30).astimezone()


@pytest.fixture
def when() -> WhenField:
    field = WhenField()
    field.set_moment(MOMENT)
    return field


@pytest.fixture
def minutes() -> MinutesField:
    field = MinutesField(" minutes")
    field.set_minutes(45)
    return field


def _turn_wheel(widget: QWidget) -> None:
    down = QPoint(0, -120)
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle)),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_a_moment_comes_back_as_it_was_shown(when: WhenField) -> None:
    assert when.moment() == MOMENT


def test_showing_is_not_editing(qtbot: QtBot, when: WhenField, minutes: MinutesField) -> None:
    with qtbot.assertNotEmitted(when.edited), qtbot.assertNotEmitted(minutes.edited):
        when.set_moment(MOMENT.replace(hour=11))
        minutes.set_minutes(30)
    assert when.moment().hour == 11
    assert minutes.value() == 30


def test_the_arrow_keys_change_the_part_the_cursor_is_in(qtbot: QtBot, when: WhenField, stage: Stage) -> None:
    stage(when)
    when.setFocus()
    when.setCurrentSection(when.Section.DaySection)
    with qtbot.waitSignal(when.edited):
        qtbot.keyClick(when, Qt.Key.Key_Up)
    assert when.moment() == MOMENT.replace(day=11)


def test_a_typed_time_is_told_with_every_digit(qtbot: QtBot, when: WhenField, stage: Stage) -> None:
    stage(when)
    when.setFocus()
    when.setSelectedSection(when.Section.HourSection)
    with qtbot.waitSignal(when.edited):
        qtbot.keyClicks(when, "14")
    assert when.moment() == MOMENT.replace(hour=14)


@pytest.mark.parametrize("typed", ["99", "xx", "-1"])
def test_a_day_that_does_not_exist_cannot_be_typed(
    qtbot: QtBot, when: WhenField, stage: Stage, typed: str
) -> None:
    stage(when)
    when.setFocus()
    when.setSelectedSection(when.Section.DaySection)
    qtbot.keyClicks(when, typed)
    assert 1 <= when.moment().day <= 31
    assert when.moment().month == 3


def test_a_day_picked_in_the_calendar_is_an_edit(qtbot: QtBot, when: WhenField, stage: Stage) -> None:
    stage(when)
    with qtbot.waitSignal(when.edited):
        when.setDate(when.date().addDays(3))  # what the calendar does


def _typed_minutes(qtbot: QtBot, minutes: MinutesField, stage: Stage, typed: str) -> int:
    other = QLineEdit()
    stage(minutes, other)
    minutes.setFocus()
    minutes.selectAll()
    qtbot.keyClicks(minutes, typed)
    other.setFocus()
    return minutes.value()


def test_a_length_can_be_typed(qtbot: QtBot, minutes: MinutesField, stage: Stage) -> None:
    assert _typed_minutes(qtbot, minutes, stage, "30") == 30


@pytest.mark.parametrize("typed", ["999999", "0", "-5", "x"])
def test_a_length_stays_in_reason(qtbot: QtBot, minutes: MinutesField, stage: Stage, typed: str) -> None:
    assert 5 <= _typed_minutes(qtbot, minutes, stage, typed) <= 600


def test_scrolling_past_a_field_does_not_change_it(
    when: WhenField, minutes: MinutesField, stage: Stage
) -> None:
    other = QLineEdit()
    stage(other, when, minutes)
    other.setFocus()
    _turn_wheel(when)
    _turn_wheel(minutes)
    assert (when.moment(), minutes.value()) == (MOMENT, 45)
    minutes.setFocus()
    _turn_wheel(minutes)
    assert minutes.value() == 40


def test_a_field_for_a_day_shows_no_time() -> None:
    assert ":" not in WhenField(DAY).text()
    assert ":" in WhenField().text()


def test_no_months_are_without_a_limit(qtbot: QtBot) -> None:
    field = MonthsField("without a limit", 1_200)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_months(1)
    assert field.text() == "1 month"
    field.set_months(24)
    assert field.text() == "24 months"
    with qtbot.waitSignal(field.edited):
        field.setValue(0)
    assert field.text() == "without a limit"


def test_months_are_told_once_they_are_typed(stage: Stage, qtbot: QtBot) -> None:
    field = MonthsField("without a limit", 1_200)
    stage(field)
    heard: list[int] = []
    field.edited.connect(lambda: heard.append(field.value()))
    field.selectAll()
    qtbot.keyClicks(field, "24")
    assert heard == [], "2 months was never meant"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [24]


def test_a_number_of_months_takes_the_place_of_the_words_that_stand_there(qtbot: QtBot) -> None:
    field = MonthsField("without a limit", 600)
    show(qtbot, field)
    field.clearFocus()
    field.setFocus()
    qtbot.keyClicks(field, "36")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 36
