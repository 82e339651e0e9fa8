"""The page's fonts on the screen, for scripts this computer has no font for."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme import FONT_FAMILY, FONT_FOLDER

_Script = QFontDatabase.WritingSystem
FONTS = {
    _Script.Arabic: "NotoSansArabic-Regular.ttf",
    _Script.Hebrew: "NotoSansHebrew-Regular.ttf",
    _Script.Devanagari: "NotoSansDevanagari-Regular.ttf",
    _Script.Thai: "NotoSansThai-Regular.ttf",
    _Script.SimplifiedChinese: "DroidSansFallback.ttf",
    _Script.Japanese: "DroidSansFallback.ttf",
    _Script.Korean: "DroidSansFallback.ttf",
}


def load_missing_scripts() -> None:
    """Let every name be read that the page can be written with. What the computer has itself is left to it."""
    missing = dict.fromkeys(name for script, name in FONTS.items() if not QFontDatabase.families(script))
    families = [family for name in missing for family in _loaded(name)]
    if families:
        QFont.insertSubstitutions(FONT_FAMILY, families)


def _loaded(name: str) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT_FOLDER / name)))
