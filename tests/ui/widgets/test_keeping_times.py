"""For how many months each organisation keeps its pages."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.retention import Retention
from tests.ui.finding import find, texts
from tests.ui.looks import show
from ui.widgets.keeping_times import KeepingTimes
from ui.widgets.spin_fields import MonthsField

TIMES = Retention().keeping("Larkfield", 24)


def test_each_organisation_has_a_time_of_its_own(qtbot: QtBot) -> None:
    shown = KeepingTimes()
    show(qtbot, shown)
    shown.show_times(("Larkfield", "Elm Street"), TIMES)
    fields = [find(shown, MonthsField, f"due.months.{number}") for number in range(2)]
    assert [field.text() for field in fields] == ["24 months", "without a limit"]
    assert all(field.isVisible() for field in fields)
    with qtbot.waitSignal(shown.edited) as edited:
        fields[1].setValue(6)
    assert edited.args == ["Elm Street", 6]


def test_showing_the_same_again_leaves_the_field_one_types_in(qtbot: QtBot) -> None:
    shown = KeepingTimes()
    show(qtbot, shown)
    shown.show_times(("Larkfield",), TIMES)
    field = find(shown, MonthsField, "due.months.0")
    field.setFocus()
    shown.show_times(("Larkfield",), TIMES.keeping("Larkfield", 12))
    assert (field.hasFocus(), field.value()) == (True, 12)


def test_somebody_without_an_organisation_is_asked_too(qtbot: QtBot) -> None:
    shown = KeepingTimes()
    show(qtbot, shown)
    shown.show_times(("",), Retention())
    assert "Pages are kept for" in texts(shown)
