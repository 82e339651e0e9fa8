"""The keys of the live screen, by their place on the keyboard, so that they work on every layout."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

SEEN: Final = "123456789xvn"
MISSED: Final = "qwertyuiocbm"
"""The tenth to twelfth skill have pairs of keys on the lowest row, seen on the left."""
FLOOR: Final = "asdf"
STEP: Final = "g"
PAUSE: Final = "p"
LOG: Final = "l"

_NAMES: Final = SEEN + MISSED + FLOOR + STEP + PAUSE + LOG
# Scan codes as Windows gives them; X11 and Wayland give the same plus eight (the evdev code of the key).
_SCAN_CODES: Final[dict[str, int]] = dict(
    zip(
        _NAMES,
        (*range(2, 11), 45, 47, 49, *range(16, 25), 46, 48, 50, *range(30, 34), 34, 25, 38),
        strict=True,
    )
)
_EVDEV_TO_X: Final = 8
# Virtual key codes of macOS, which gives no scan codes (Carbon's Events.h, kVK_ANSI_…).
_MAC_SEEN: Final = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x07, 0x09, 0x2D)
_MAC_MISSED: Final = (0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x10, 0x20, 0x22, 0x1F, 0x08, 0x0B, 0x2E)
_MAC_OTHERS: Final = (0x00, 0x01, 0x02, 0x03, 0x05, 0x23, 0x25)
_MAC_CODES: Final[dict[str, int]] = dict(zip(_NAMES, (*_MAC_SEEN, *_MAC_MISSED, *_MAC_OTHERS), strict=True))
REPEAT_MS: Final = 30


class Act(Enum):
    """What a key of the live screen does."""

    SEEN = auto()
    MISSED = auto()
    FLOOR = auto()
    STEP = auto()
    PAUSE = auto()
    MOMENT = auto()
    UNDO = auto()
    REDO = auto()
    WORDS = auto()
    CURTAIN = auto()
    LOG = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """What a key press asks for: ``number`` is the skill or the party, from 0; ``with_words`` asks for words too, and
    ``at_once`` for the curtain whatever is open."""

    act: Act
    number: int = 0
    with_words: bool = False
    at_once: bool = False


_BY_PLACE: Final = {
    Act.SEEN: SEEN,
    Act.MISSED: MISSED,
    Act.FLOOR: FLOOR,
    Act.STEP: STEP,
    Act.PAUSE: PAUSE,
    Act.LOG: LOG,
}
_BY_KEY: Final = {
    int(Qt.Key.Key_Space): Act.MOMENT,
    int(Qt.Key.Key_Backspace): Act.UNDO,
    int(Qt.Key.Key_Return): Act.WORDS,
    int(Qt.Key.Key_Enter): Act.WORDS,
    int(Qt.Key.Key_Escape): Act.CURTAIN,
}
# By what is written on the key, as everywhere, and before the skill at that place.
_WITH_CTRL: Final = {int(Qt.Key.Key_Z): Act.UNDO, int(Qt.Key.Key_Y): Act.REDO}


def command_of(event: QKeyEvent) -> Command | None:
    """:returns: what this key press asks for, or None: with Alt or the Windows key it is for menus and windows."""
    if has(event, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    if has(event, Qt.KeyboardModifier.ControlModifier) and event.key() in _WITH_CTRL:
        return Command(_WITH_CTRL[event.key()])
    name = key_name(event)
    for act, places in _BY_PLACE.items():
        if name and name in places:
            return Command(act, places.index(name), has(event, Qt.KeyboardModifier.ShiftModifier))
    if event.key() not in _BY_KEY:
        return None
    act = _BY_KEY[event.key()]
    return Command(act, at_once=act == Act.CURTAIN and has(event, Qt.KeyboardModifier.ControlModifier))


def key_name(event: QKeyEvent) -> str:
    """:returns: the key as it is named on a US keyboard, in lower case: ``"1"``, ``"q"``; empty for any other key."""
    platform = QGuiApplication.platformName()
    if sys.platform == "darwin":
        return _by_mac_code(event) if platform == "cocoa" else _by_letter(event)
    if platform == "windows":
        return _name_of(_SCAN_CODES, event.nativeScanCode())
    if platform in ("xcb", "wayland") and event.nativeScanCode():
        return _name_of(_SCAN_CODES, event.nativeScanCode() - _EVDEV_TO_X)
    return _by_letter(event)


def _name_of(codes: dict[str, int], code: int) -> str:
    return next((name for name, known in codes.items() if known == code), "")


def _by_mac_code(event: QKeyEvent) -> str:
    """The place of the A has the code 0, and so has what comes without a place: only a letter can be the A."""
    code = event.nativeVirtualKey()
    return _name_of(_MAC_CODES, code) if code or _writes_letter(event) else ""


def _writes_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() or (0 < event.key() <= sys.maxunicode and chr(event.key()).isalpha())


def _by_letter(event: QKeyEvent) -> str:
    """Where the place of a key is not told (offscreen), its letter has to do."""
    letter = chr(event.key()).lower() if 0 < event.key() < 0x100 else ""
    return letter if letter and letter in _NAMES else ""


class Repeats:
    """Tells held keys from pressed ones: a press right after the release of the same key is the keyboard repeating."""

    def __init__(self) -> None:
        self._released: dict[int, int] = {}

    def note_release(self, event: QKeyEvent) -> None:
        """Remember when a key came up."""
        self._released[_identity(event)] = event.timestamp()

    def is_repeat(self, event: QKeyEvent) -> bool:
        """:returns: whether this press is the keyboard's doing and not the person's."""
        if event.isAutoRepeat():
            return True
        released = self._released.get(_identity(event))
        # X11 gives the release and the press of one repetition the same time; a made-up event has none.
        return bool(released) and 0 <= event.timestamp() - released < REPEAT_MS


def _identity(event: QKeyEvent) -> int:
    return event.nativeScanCode() or event.key()


def has(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    """:returns: whether ``modifier`` is held; of several, any."""
    return bool(event.modifiers() & modifier)
