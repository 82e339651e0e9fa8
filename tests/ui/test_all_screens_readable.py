"""Every screen of the program, walked through as a person does, can be read on a small laptop."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from tests.drawings import find_clipped
from tests.ui.conftest import AFTERNOON
from tests.ui.looks import SMALL_LAPTOP, Look, settle, worn
from ui.demo_walk import SCREENS, Stage, walk
from ui.driving import Script, VirtualClock, drive, opened
from ui.main_window import MainWindow
from ui.session import Session
from ui.window_state import WindowState

pytestmark = pytest.mark.timeout(300)
LOOKS = (Look(), Look(1.5), Look(1.5, long_words=True))
STEP_BY_STEP = "myview.next"
"""Pressed on many pages, each of which is looked at."""


@dataclass
class Reader:
    """Looks at a window and remembers what it saw, and what of it could not be read."""

    window: QWidget
    seen: list[str] = field(default_factory=list[str])
    unread: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def look(self, name: str) -> None:
        """Look at all that is shown now, called ``name``."""
        self.seen.append(name)
        self.window.grab()
        found = find_clipped(self.window)
        if (self.window.width(), self.window.height()) != SMALL_LAPTOP:
            found.append(f"the window takes {self.window.width()} x {self.window.height()}")
        if found:
            self.unread[name] = found


@dataclass(frozen=True)
class OpenEyes(Stage):
    """Looks also before each thing is pressed for the first time."""

    pressed: set[str] = field(default_factory=set[str])

    @override
    def press(self, *names: str) -> None:
        part = "/".join(names)
        if part == STEP_BY_STEP or part not in self.pressed:
            self.pressed.add(part)
            settle()
            self.look(f"before {part}")
        Stage.press(self, *names)


def _whole(stage: Stage, pdf: Path) -> Script[None]:
    yield from opened(stage.session)
    yield from walk(stage, pdf)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_text_is_cut_on_any_screen(qapp: QApplication, tmp_path: Path, look: Look) -> None:
    with worn(qapp, look):
        clock = VirtualClock(AFTERNOON)
        session = Session(tmp_path / "data", clock)
        window = MainWindow(session, WindowState(tmp_path / "data"))
        window.resize(*SMALL_LAPTOP)
        window.show()
        reader = Reader(window)
        drive(_whole(OpenEyes(window, session, clock, reader.look), tmp_path / "page.pdf"))
        window.close()
        window.deleteLater()
        session.close()
    assert [name for name in reader.seen if not name.startswith("before")] == list(SCREENS)
    assert {"before observe.introduction/choice.as_agreed", "before observe.step"} <= set(reader.seen)
    assert reader.unread == {}
