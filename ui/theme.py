"""The look as data: colours, sizes and spacing of the two faces, and how the application wears them.

The desk face is paper, the live face is dark and shows little glare. A widget never stores its face: it asks
``tokens_of`` while it paints, so that the same button stands on both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

import exports

FONT_FAMILY: Final = "Noto Sans"
FONT_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
FONT_FOLDER: Final = Path(exports.__path__[0]) / "page" / "fonts"

# The only text sizes there are, in px at 100 %.
SMALL: Final = 12
BODY: Final = 14
LARGE: Final = 16
HEADING: Final = 18
TITLE: Final = 22

# Spacing in steps of four, in px at 100 %.
STEP: Final = 4
RADIUS: Final = 8
TARGET: Final = 44  # px, the least height of anything that is tapped during a call

_FACE: Final = "face"  # the property that ``wear`` leaves on a widget

_BLINKS: Final = "blinks"  # the property that ``hold_caret`` leaves on the application

MIN_SCALE: Final = 1.0
MAX_SCALE: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one face, as ``#rrggbb``.

    ``hairline`` is decoration; ``border`` is the edge of a control; ``ring`` shows the focus; ``chosen`` is the
    ground of the current row of a table. ``rep``, ``customer``, ``me`` and ``nobody`` stand for who has the floor.
    """

    ground: str
    side: str
    card: str
    raised: str
    chosen: str
    hairline: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    late: str
    ring: str
    rep: str
    customer: str
    me: str
    nobody: str


DESK: Final = Tokens(
    ground="#f6f5f1",
    side="#eceae4",
    card="#ffffff",
    raised="#ffffff",
    chosen="#eef3f0",
    hairline="#e2dfd8",
    border="#8d8a82",
    text="#22272d",
    muted="#5c6570",
    accent="#1f6f5c",
    on_accent="#ffffff",
    late="#a8501f",
    ring="#1f6f5c",
    rep="#1f4e79",
    customer="#d9b36a",
    me="#9a6d8f",
    nobody="#e2dfd8",
)

LIVE: Final = Tokens(
    ground="#16191d",
    side="#16191d",
    card="#20252b",
    raised="#2c333b",
    chosen="#2c333b",
    hairline="#3a424b",
    border="#6f7a86",
    text="#cfd6de",
    muted="#98a2ae",
    accent="#cfd6de",
    on_accent="#16191d",
    late="#e0a030",
    ring="#cfd6de",
    rep="#5aa9e6",
    customer="#e0a030",
    me="#c58ab0",
    nobody="#7d8894",
)


class _Worn:
    """What the application wears: kept, as one picture of the live screen asks for it some five hundred times."""

    text_scale = 1.0


def apply_theme(app: QApplication, text_scale: float = 1.0) -> None:
    """Give the whole application the desk face. Call it before the first widget is made.

    :param text_scale: 1.0 to 2.0; every size on screen follows it.
    """
    _load_fonts()
    # With a style sheet on the application, Qt hands palettes on to children only when asked to.
    app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    app.setStyle(QStyleFactory.create("Fusion"))
    bounded = min(max(text_scale, MIN_SCALE), MAX_SCALE)
    app.setFont(_font(BODY, False, bounded))
    _Worn.text_scale = app.font().pixelSize() / BODY
    app.setPalette(palette(DESK))
    app.setStyleSheet(stylesheet(DESK))


def wear(widget: QWidget, tokens: Tokens) -> None:
    """Give ``widget`` and all that stands in it a face of its own, such as ``LIVE`` for the sit-in screen."""
    widget.setProperty(_FACE, "live" if tokens is LIVE else "desk")
    widget.setPalette(palette(tokens))
    widget.setAutoFillBackground(True)
    widget.setStyleSheet(stylesheet(tokens))


def tokens_of(widget: QWidget) -> Tokens:
    """:returns: the face that ``widget`` stands on."""
    # Asked upwards each time: beneath a style sheet Qt hands no palette down to what is added later.
    at: QWidget | None = widget
    while at is not None:
        if face := at.property(_FACE):
            return LIVE if face == "live" else DESK
        at = at.parentWidget()
    return DESK


def hold_caret(*, still: bool) -> None:
    """Keep the caret from blinking during a call, when nothing may move; afterwards it blinks as before."""
    app = QApplication.instance()
    assert app is not None, "there is no caret without an application"
    if still and QApplication.cursorFlashTime() > 0:
        app.setProperty(_BLINKS, QApplication.cursorFlashTime())
        QApplication.setCursorFlashTime(0)
    elif not still and app.property(_BLINKS):
        QApplication.setCursorFlashTime(app.property(_BLINKS))
        app.setProperty(_BLINKS, None)


def text_scale() -> float:
    """:returns: the scale that ``apply_theme`` was given, 1.0 for 100 %."""
    return _Worn.text_scale


def px(size: float) -> int:
    """:returns: ``size`` px at 100 % in px at the present text scale."""
    return round(size * text_scale())


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """:returns: the application's font in one of the sizes of this module. Do not change it: it is shared."""
    return _font(size, bold, text_scale())


def contrast(first: str, second: str) -> float:
    """:returns: the contrast of two colours (``#rrggbb``), 1.0 to 21.0, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(tokens: Tokens) -> QPalette:
    """:returns: the palette of a face. Muted text is its ``PlaceholderText``, late text its ``BrightText``."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.card,
        role.AlternateBase: tokens.card,
        role.Text: tokens.text,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.late,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.PlaceholderText: tokens.muted,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.Light: tokens.raised,
        role.Midlight: tokens.hairline,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }
    made = QPalette()
    for colour_role, colour in colours.items():
        made.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.muted))
    return made


def stylesheet(tokens: Tokens) -> str:
    """:returns: the little that the palette cannot say: the frames of fields, lists, tables and scroll bars."""
    return "".join((_field_rules(tokens), _table_rules(tokens), _scroll_rules(tokens), _menu_rules(tokens)))


def _field_rules(tokens: Tokens) -> str:
    fields = "QLineEdit, QPlainTextEdit, QAbstractSpinBox"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    pad, pad_wide = px(9), px(12)
    return f"""
        {fields} {{
            background: {tokens.card}; color: {tokens.text}; border: 1px solid {tokens.border};
            border-radius: {px(RADIUS)}px; padding: {pad}px {pad_wide}px;
            selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent};
            placeholder-text-color: {tokens.muted};
        }}
        {focused} {{ border: 2px solid {tokens.ring}; padding: {pad - 1}px {pad_wide - 1}px; }}
        QLineEdit {{ padding: {pad}px {pad_wide - 2}px; }}
        QLineEdit:focus {{ padding: {pad - 1}px {pad_wide - 3}px; }}
        QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {tokens.muted}; border-color: {tokens.hairline}; }}
    """


def _table_rules(tokens: Tokens) -> str:
    cell = f"padding: 0 {px(14)}px; border: 0; border-bottom: 1px solid {tokens.hairline};"
    return f"""
        QTableView, QListView {{
            background: {tokens.card}; border: 1px solid {tokens.hairline}; outline: 0;
            selection-background-color: {tokens.chosen}; selection-color: {tokens.text};
        }}
        QHeaderView {{ background: {tokens.card}; border: 0; }}
        QHeaderView::section {{
            background: {tokens.card}; color: {tokens.muted}; {cell} height: {px(40)}px; font-size: {px(SMALL)}px;
        }}
    """


def _scroll_rules(tokens: Tokens) -> str:
    return f"""
        QScrollArea {{ border: 0; background: transparent; }}
        QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
        QScrollBar {{ background: transparent; border: 0; }}
        QScrollBar:vertical {{ width: {px(12)}px; }}
        QScrollBar:horizontal {{ height: {px(12)}px; }}
        QScrollBar::handle {{
            background: {tokens.border}; border-radius: {px(4)}px; margin: {px(2)}px; min-height: {px(32)}px;
        }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _menu_rules(tokens: Tokens) -> str:
    return f"""
        QMenu, QToolTip {{
            background: {tokens.card}; color: {tokens.text}; border: 1px solid {tokens.border}; padding: {px(4)}px;
        }}
        QMenu::item {{ padding: {px(8)}px {px(16)}px; }}
        QMenu::item:selected {{ background: {tokens.chosen}; color: {tokens.text}; }}
    """


def _load_fonts() -> None:
    missing = [name for name in FONT_FILES if _load_font(name) < 0]
    if missing:
        raise FileNotFoundError(f"fonts cannot be read: {', '.join(missing)}")


@cache
def _load_font(name: str) -> int:
    return QFontDatabase.addApplicationFont(str(FONT_FOLDER / name))


@lru_cache(maxsize=64)
def _font(size: int, bold: bool, scale: float) -> QFont:
    made = QFont(FONT_FAMILY)
    made.setPixelSize(round(size * scale))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
