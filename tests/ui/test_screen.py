from __future__ import annotations

from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import ui.screens
from ui.paper_screen import PaperScreen
from ui.screen import CallScreen, PlaceScreen, RubricScreen, Screen
from ui.session import Session

LIVE = {"ObserveScreen", "AwayScreen"}
BARE = {
    "TeeUpScreen",
    "ObserveScreen",
    "AwayScreen",
    "CallSheetScreen",
    "EditRubricScreen",
    "RubricPaperScreen",
    "WriteDownScreen",
    "MyViewScreen",
    "DebriefScreen",
    "PageScreen",
    "AcknowledgeScreen",
    "WelcomeScreen",
    "PractiseScreen",
    "ClosenessScreen",
}


def _screens() -> dict[str, type[Screen]]:
    modules = [import_module(f"ui.screens.{path.stem}") for path in Path(ui.screens.__path__[0]).glob("*.py")]
    kinds = {
        kind for module in modules for _, kind in getmembers(module, isclass) if issubclass(kind, Screen)
    }
    return {
        kind.__name__: kind for kind in kinds - {Screen, PlaceScreen, CallScreen, RubricScreen, PaperScreen}
    }


def test_only_the_screens_a_customer_may_see_are_live() -> None:
    assert {name for name, kind in _screens().items() if kind.LIVE} == LIVE


def test_the_screens_about_one_call_or_rubric_and_the_welcome_stand_without_the_side_bar() -> None:
    assert {name for name, kind in _screens().items() if kind.BARE} == BARE


def test_every_screen_is_a_place_or_about_a_call_or_a_rubric_and_says_what_one_does_there() -> None:
    for name, kind in _screens().items():
        assert issubclass(kind, PlaceScreen | CallScreen | RubricScreen), name
        assert (kind.__doc__ or "").startswith(("The manager", "Manager", "The rep")), name


@pytest.mark.parametrize("kind", [PlaceScreen, CallScreen])
def test_a_screen_that_is_not_told_otherwise_keeps_nothing_and_has_no_title_of_its_own(
    qtbot: QtBot, session: Session, kind: type[Screen]
) -> None:
    screen = kind(session)
    qtbot.addWidget(screen)
    screen.leave()
    assert screen.title() == ""
    assert session.calls() == []
