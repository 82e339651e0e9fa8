"""The screen the real-window tests stand on."""

from __future__ import annotations

import subprocess

import pytest

from tests.e2e.screen import VirtualScreen

pytestmark = pytest.mark.e2e


def ask(screen: VirtualScreen, *command: str) -> str:
    return subprocess.run(
        command, env=screen.environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_two_screens_stand_side_by_side() -> None:
    with VirtualScreen(size="1366x768") as one, VirtualScreen(size="800x600") as other:
        assert ask(one, "xdotool", "getdisplaygeometry") == "1366 768"
        assert ask(other, "xdotool", "getdisplaygeometry") == "800 600"


def test_windows_are_managed_as_soon_as_it_stands() -> None:
    with VirtualScreen() as screen:
        assert ask(screen, "xdotool", "get_num_desktops").isdigit()


def test_nothing_is_left_running() -> None:
    with VirtualScreen() as screen:
        environment = screen.environment
    gone = subprocess.run(
        ["xdotool", "getdisplaygeometry"], env=environment, capture_output=True, check=False
    )
    assert gone.returncode != 0
