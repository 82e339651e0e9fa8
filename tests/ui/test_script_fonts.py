from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.script_fonts import FONTS, load_missing_scripts
from ui.theme import FONT_FAMILY, FONT_FOLDER, apply_theme
from ui.widgets.text import Text, Voice


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    QFont.removeSubstitutions(FONT_FAMILY)


def _drawn(qtbot: QtBot, letter: str) -> QImage:
    text = Text(letter, Voice.TITLE)
    qtbot.addWidget(text)
    text.resize(60, 60)
    return text.grab().toImage()


@pytest.mark.parametrize("pair", ["東京", "かな", "김준", "مح", "דה", "ไท"])
def test_letters_of_every_script_of_the_page_can_be_told_apart_on_the_screen(
    qapp: QApplication, qtbot: QtBot, pair: str
) -> None:
    apply_theme(qapp)
    load_missing_scripts()
    assert _drawn(qtbot, pair[0]) != _drawn(qtbot, pair[1]), "two boxes look the same"


def test_what_the_computer_has_itself_is_left_to_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def families(_script: object) -> list[str]:
        return ["Some Font"]

    monkeypatch.setattr(QFontDatabase, "families", families)
    load_missing_scripts()
    assert QFont.substitutes(FONT_FAMILY) == []


def test_every_font_is_there() -> None:
    assert all((FONT_FOLDER / name).is_file() for name in FONTS.values())
