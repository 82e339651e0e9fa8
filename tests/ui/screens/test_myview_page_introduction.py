from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.entry import Introduction
from tests.ui.screens.aftercall import press
from ui.screens.myview_page_introduction import IntroductionPart


def test_it_tells_how_the_manager_was_introduced_and_shows_only_what_it_is_given(qtbot: QtBot) -> None:
    part = IntroductionPart()
    qtbot.addWidget(part)
    part.show()
    told: list[Introduction] = []
    part.chosen.connect(told.append)
    press(part, "choice.as_boss")
    press(part, "choice.as_agreed")
    assert told == [Introduction.AS_BOSS, Introduction.AS_AGREED]
    assert not part.first_chip().isChecked()
    part.show_introduction(Introduction.AS_AGREED)
    assert part.first_chip().isChecked()
