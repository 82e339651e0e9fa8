from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.keyboard import CTRL, SHIFT, key_at, tell_places
from ui import live_keys
from ui.live_keys import (
    FLOOR,
    MISSED,
    PAUSE,
    REPEAT_MS,
    SEEN,
    STEP,
    Act,
    Command,
    Repeats,
    command_of,
    has,
    key_name,
)

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


@pytest.mark.parametrize("place", [*SEEN, *MISSED, *FLOOR, STEP, PAUSE])
def test_every_key_of_the_live_screen_is_known_by_its_place(
    monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    tell_places(monkeypatch)
    assert key_name(key_at(place)) == place


@pytest.mark.parametrize(
    ("place", "letter"),
    [
        ("q", Qt.Key.Key_A),  # French
        ("a", Qt.Key.Key_Q),
        ("y", Qt.Key.Key_Z),  # German
        ("1", Qt.Key.Key_Ampersand),  # French digits need Shift
        ("s", Qt.Key(0x44B)),  # Russian
        ("f", Qt.Key(0x64B)),  # Arabic
    ],
)
def test_other_layouts_change_nothing(monkeypatch: pytest.MonkeyPatch, place: str, letter: Qt.Key) -> None:
    tell_places(monkeypatch)
    assert key_name(QKeyEvent(PRESS, letter, SHIFT, key_at(place).nativeScanCode(), 0, 0)) == place


def test_a_key_elsewhere_on_the_keyboard_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tell_places(monkeypatch)
    assert key_name(key_at("z")) == ""
    assert key_name(QKeyEvent(PRESS, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, 87, 0, 0)) == ""


def test_where_no_place_is_told_the_letter_has_to_do() -> None:
    assert key_name(QKeyEvent(PRESS, Qt.Key.Key_Q, SHIFT)) == "q"
    assert key_name(QKeyEvent(PRESS, Qt.Key.Key_Z, SHIFT)) == ""
    assert key_name(QKeyEvent(PRESS, Qt.Key.Key_F1, SHIFT)) == ""


@pytest.mark.parametrize(
    ("key", "code", "text", "place"),
    [
        (Qt.Key.Key_A, 0, "a", "a"),
        (Qt.Key.Key_Q, 0, "q", "a"),  # French
        (Qt.Key(0x634), 0, "\u0634", "a"),  # Arabic
        (Qt.Key.Key_A, 0, "", "a"),  # with Ctrl nothing is written
        (Qt.Key.Key_1, 0x12, "1", "1"),
        (Qt.Key.Key_Space, 0, " ", ""),
        (Qt.Key.Key_Comma, 0, ",", ""),
        (Qt.Key.Key_1, 0, "1", ""),
        (Qt.Key.Key_Return, 0, "\r", ""),
        (Qt.Key.Key_unknown, 0, "", ""),
    ],
)
def test_what_comes_without_a_place_on_macos_is_not_the_key_whose_code_is_nought(
    monkeypatch: pytest.MonkeyPatch, key: Qt.Key, code: int, text: str, place: str
) -> None:
    monkeypatch.setattr(live_keys, "sys", SimpleNamespace(platform="darwin", maxunicode=sys.maxunicode))
    monkeypatch.setattr(live_keys, "QGuiApplication", SimpleNamespace(platformName=lambda: "cocoa"))
    assert key_name(QKeyEvent(PRESS, key, Qt.KeyboardModifier.NoModifier, 0, code, 0, text)) == place


@pytest.mark.parametrize(
    ("event", "command"),
    [
        (key_at("1"), Command(Act.SEEN, 0)),
        (key_at("9", modifiers=SHIFT), Command(Act.SEEN, 8, with_words=True)),
        (key_at("q", modifiers=CTRL), Command(Act.MISSED, 0)),
        (key_at("f"), Command(Act.FLOOR, 3)),
        (key_at("x"), Command(Act.SEEN, 9)),
        (key_at("c"), Command(Act.MISSED, 9)),
        (key_at("v"), Command(Act.SEEN, 10)),
        (key_at("b"), Command(Act.MISSED, 10)),
        (key_at("n"), Command(Act.SEEN, 11)),
        (key_at("m", modifiers=SHIFT), Command(Act.MISSED, 11, with_words=True)),
        (key_at("g"), Command(Act.STEP)),
        (key_at("p"), Command(Act.PAUSE)),
        (key_at("y"), Command(Act.MISSED, 5)),
        (key_at("y", Qt.Key.Key_Z), Command(Act.MISSED, 5)),
        (key_at("y", Qt.Key.Key_Z, CTRL), Command(Act.UNDO)),
        (key_at("y", modifiers=CTRL), Command(Act.REDO)),
        (QKeyEvent(PRESS, Qt.Key.Key_Space, CTRL), Command(Act.MOMENT)),
        (QKeyEvent(PRESS, Qt.Key.Key_Backspace, CTRL), Command(Act.UNDO)),
        (QKeyEvent(PRESS, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier), Command(Act.WORDS)),
        (QKeyEvent(PRESS, Qt.Key.Key_Escape, CTRL), Command(Act.CURTAIN, at_once=True)),
        (QKeyEvent(PRESS, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), Command(Act.CURTAIN)),
        (QKeyEvent(PRESS, Qt.Key.Key_E, CTRL, 999, 0, 0), None),
        (QKeyEvent(PRESS, Qt.Key.Key_Shift, SHIFT), None),
    ],
)
def test_what_a_key_asks_for(
    monkeypatch: pytest.MonkeyPatch, event: QKeyEvent, command: Command | None
) -> None:
    tell_places(monkeypatch)
    assert command_of(event) == command


def test_a_held_key_repeats() -> None:
    assert Repeats().is_repeat(key_at("1", held=True))


@pytest.mark.parametrize(
    ("after_ms", "repeats"), [(0, True), (REPEAT_MS - 1, True), (REPEAT_MS, False), (200, False)]
)
def test_a_press_right_after_the_release_of_the_same_key_is_the_keyboard_repeating(
    after_ms: int, repeats: bool
) -> None:
    keys = Repeats()
    keys.note_release(key_at("1", kind=RELEASE, at_ms=5_000))
    assert keys.is_repeat(key_at("1", at_ms=5_000 + after_ms)) == repeats


def test_another_key_right_after_is_a_person() -> None:
    keys = Repeats()
    keys.note_release(key_at("1", kind=RELEASE, at_ms=5_000))
    assert not keys.is_repeat(key_at("2", at_ms=5_001))


def test_events_without_a_time_are_never_taken_for_repeats() -> None:
    keys = Repeats()
    keys.note_release(key_at("1", kind=RELEASE))
    assert not keys.is_repeat(key_at("1"))


def test_modifiers_are_told_apart() -> None:
    event = key_at("1", modifiers=CTRL | SHIFT)
    assert has(event, CTRL)
    assert has(event, SHIFT)
    assert not has(event, Qt.KeyboardModifier.AltModifier)
