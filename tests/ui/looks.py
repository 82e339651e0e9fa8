"""The looks every screen has to bear: text sizes, right to left, and a language with long words."""

from __future__ import annotations

import gettext
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

import scoring.text
from tests.drawings import find_clipped
from ui.theme import apply_theme

SMALL_LAPTOP = (1366, 768)


@dataclass(frozen=True)
class Look:
    """How the window is set: ``scale`` of the text, mirrored or not, in a language with long words or not."""

    scale: float = 1.0
    mirrored: bool = False
    long_words: bool = False

    def __str__(self) -> str:
        extras = [name for name in ("mirrored", "long_words") if getattr(self, name)]
        return "-".join([f"{self.scale:.0%}", *extras])


LOOKS = [
    Look(scale, mirrored, long_words)
    for scale in (1.0, 1.5)
    for mirrored, long_words in ((False, False), (True, False), (False, True))
]
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


class LongWords(gettext.NullTranslations):
    """English stretched to the length of German: four in ten letters more, and now and then a very long word."""

    @override
    def gettext(self, message: str) -> str:
        return _stretched(message)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _stretched(msgid1 if n == 1 else msgid2)


def _stretched(text: str) -> str:
    """:returns: ``text`` with its words made longer, its placeholders as they are."""
    return re.sub(r"\{[^{}]*\}|[^\W\d_]{4,}", _longer, text)


def _longer(match: re.Match[str]) -> str:
    word = match[0]
    return word if word.startswith("{") else word + "schaftlich"[: max(2, len(word) // 2)]


@contextmanager
def worn(app: QApplication, look: Look) -> Generator[None]:
    """Wear a look for a while; make the widgets inside."""
    with pytest.MonkeyPatch.context() as patch:
        if look.long_words:
            patch.setattr(scoring.text, "_catalogue", LongWords())
        apply_theme(app, look.scale)
        mirrored = Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
        app.setLayoutDirection(mirrored)
        try:
            yield
        finally:
            app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            apply_theme(app)


def show(qtbot: QtBot, widget: QWidget, size: tuple[int, int] = SMALL_LAPTOP) -> None:
    """Show a window that has the keys."""
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def settle() -> None:
    """Let all layouts take their final places."""
    for _ in range(3):  # a part that gets another width asks for another height, and so do those around it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def assert_all_can_be_read(widget: QWidget) -> None:
    """Assert that no text is clipped and that the screen is no larger than a small laptop's."""
    settle()
    widget.grab()
    clipped = find_clipped(widget)
    assert clipped == [], clipped
    size = (widget.width(), widget.height())
    assert size == SMALL_LAPTOP, f"{size} does not fit a small laptop"
