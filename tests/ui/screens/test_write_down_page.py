from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from tests.ui.screens.aftercall import find, press
from ui.screens.write_down_page import WriteDownPage
from ui.screens.write_down_page_words import Step


@pytest.fixture
def page(qtbot: QtBot) -> WriteDownPage:
    made = WriteDownPage()
    made.floor.set_rep("Priya")
    show(qtbot, made, (800, 600))
    return made


def test_one_step_is_shown_at_a_time(page: WriteDownPage) -> None:
    parts: dict[Step, QWidget] = {
        Step.WHEN: page.when,
        Step.FLOOR: page.floor,
        Step.MARKS: page.marks,
        Step.MOMENTS: page.moments,
        Step.STEPS: page.steps,
    }
    for step, part in parts.items():
        page.show_step(step, "Heading", "Summary")
        assert [shown for shown in parts.values() if shown.isVisible()] == [part]


def test_it_goes_on_and_back_where_there_is_something_to_go_to(page: WriteDownPage, qtbot: QtBot) -> None:
    page.show_step(Step.FLOOR, "Who", "")
    page.show_ways_on("Next", can_undo=True)
    for name, signal in (("writedown.next", page.next_chosen), ("writedown.undo", page.undo_chosen)):
        with qtbot.waitSignal(signal):
            press(page, name)
    page.show_ways_on("", can_undo=False)
    assert not any(find(page, QAbstractButton, f"writedown.{name}").isVisible() for name in ("next", "undo"))


def test_return_goes_on_but_where_one_writes_the_keys_are_in_the_field(page: WriteDownPage) -> None:
    for step, expected in ((Step.FLOOR, "writedown.next"), (Step.MOMENTS, "writedown.moment")):
        page.show_step(step, "", "")
        page.show_ways_on("Next", can_undo=False)
        page.take_keys()
        focused = page.window().focusWidget()
        assert focused is not None
        assert focused.objectName() == expected
