"""Every screen of the program, walked through as a person does, can be read on a small laptop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.drawings import find_clipped
from tests.ui.conftest import AFTERNOON
from tests.ui.looks import LOOKS, SMALL_LAPTOP, Look, worn
from ui.demo_walk import SCREENS, Stage, walk
from ui.driving import Script, VirtualClock, drive, opened
from ui.main_window import MainWindow
from ui.session import Session
from ui.window_state import WindowState

pytestmark = pytest.mark.timeout(240)
# Long words and mirrored screens are tried screen by screen.
PLAIN = [look for look in LOOKS if not (look.mirrored or look.long_words)]


class Reader:
    """Looks at a window and remembers what it could not read."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.seen: list[str] = []
        self.unread: dict[str, list[str]] = {}

    def look(self, name: str) -> None:
        """Look at all that is shown now, called ``name``."""
        self.seen.append(name)
        self.window.grab()
        found = find_clipped(self.window)
        if (self.window.width(), self.window.height()) != SMALL_LAPTOP:
            found.append(f"the window takes {self.window.width()} x {self.window.height()}")
        if found:
            self.unread[name] = found


def _whole(stage: Stage, pdf: Path) -> Script[None]:
    yield from opened(stage.session)
    yield from walk(stage, pdf)


@pytest.mark.parametrize("look", PLAIN, ids=str)
def test_no_text_is_cut_on_any_screen(qapp: QApplication, tmp_path: Path, look: Look) -> None:
    with worn(qapp, look):
        clock = VirtualClock(AFTERNOON)
        session = Session(tmp_path / "data", clock)
        window = MainWindow(session, WindowState(tmp_path / "data"))
        window.resize(*SMALL_LAPTOP)
        window.show()
        reader = Reader(window)
        drive(_whole(Stage(window, session, clock, reader.look), tmp_path / "page.pdf"))
        window.close()
        window.deleteLater()
        session.close()
    assert reader.seen == list(SCREENS)
    assert reader.unread == {}
