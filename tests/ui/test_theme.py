from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import (
    BODY,
    DESK,
    LIVE,
    TITLE,
    Tokens,
    apply_theme,
    contrast,
    font,
    px,
    text_scale,
    tokens_of,
    wear,
)

TEXT = 4.5
EDGE = 3.0

# (face, colour, the grounds it stands on, least contrast)
TABLE = [
    (DESK, "text", ("ground", "side", "card", "chosen"), TEXT),
    (DESK, "muted", ("ground", "side", "card", "chosen"), TEXT),
    (DESK, "late", ("ground", "card", "chosen"), TEXT),
    (DESK, "accent", ("ground", "card", "chosen"), TEXT),
    (DESK, "on_accent", ("accent",), TEXT),
    (DESK, "border", ("ground", "card", "chosen"), EDGE),
    (DESK, "ring", ("ground", "side", "card", "chosen"), EDGE),
    (DESK, "rep", ("ground", "card"), EDGE),
    (DESK, "me", ("ground", "card"), EDGE),
    (LIVE, "text", ("ground", "card", "raised"), TEXT),
    (LIVE, "muted", ("ground", "card", "raised"), TEXT),
    (LIVE, "late", ("ground", "card"), TEXT),
    (LIVE, "on_accent", ("accent",), TEXT),
    (LIVE, "border", ("ground", "card"), EDGE),
    (LIVE, "ring", ("ground", "card", "raised"), EDGE),
    (LIVE, "rep", ("card", "raised"), EDGE),
    (LIVE, "customer", ("card", "raised"), EDGE),
    (LIVE, "me", ("card", "raised"), EDGE),
    (LIVE, "nobody", ("card", "raised"), EDGE),
]


@pytest.fixture(autouse=True)
def _full_size_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp)


@pytest.mark.parametrize(("face", "colour", "grounds", "least"), TABLE)
def test_every_text_border_and_ring_can_be_told_from_its_ground(
    face: Tokens, colour: str, grounds: tuple[str, ...], least: float
) -> None:
    for ground in grounds:
        assert contrast(getattr(face, colour), getattr(face, ground)) >= least, ground


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_bundled_font_is_really_the_one_on_screen(qapp: QApplication) -> None:
    apply_theme(qapp)
    assert QFontInfo(QApplication.font()).family() == "Noto Sans"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_sizes_follow_the_text_size(qapp: QApplication, scale: float) -> None:
    apply_theme(qapp, scale)
    assert text_scale() == scale
    assert font(TITLE).pixelSize() == round(TITLE * scale)
    assert QApplication.font().pixelSize() == round(BODY * scale)
    assert px(8) == round(8 * scale)


def test_text_never_gets_smaller_than_designed_or_larger_than_the_layout_holds(qapp: QApplication) -> None:
    apply_theme(qapp, 0.3)
    assert text_scale() == 1.0
    apply_theme(qapp, 9.0)
    assert text_scale() == 2.0


def test_a_part_of_the_window_can_wear_the_live_face(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    live = QWidget(window)
    inside = QWidget(live)
    wear(live, LIVE)
    assert tokens_of(window) is DESK
    assert tokens_of(live) is LIVE
    assert tokens_of(inside) is LIVE
    assert inside.palette().color(QPalette.ColorRole.WindowText).name() == LIVE.text
