"""Nothing that belongs to a window is thrown away by any other thread."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.collector import EVERY_MS, Collector


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()


class Circle:
    """Garbage that only a collector finds."""

    def __init__(self) -> None:
        self.me = self


def _garbage() -> weakref.ref[Circle]:
    return weakref.ref(Circle())


def _old_garbage() -> weakref.ref[Circle]:
    circle = Circle()
    gc.collect()
    return weakref.ref(circle)


@pytest.mark.parametrize(("busy", "old_is_left"), [(True, True), (False, False)])
def test_what_is_old_waits_until_nobody_is_busy(qtbot: QtBot, busy: bool, old_is_left: bool) -> None:
    collector = Collector(lambda: busy)
    old, new = _old_garbage(), _garbage()
    collector.collect()
    assert new() is None
    assert (old() is not None) == old_is_left


def test_nothing_is_collected_on_the_side(qtbot: QtBot) -> None:
    holder = QObject()
    Collector(lambda: False, holder)
    assert not gc.isenabled()
    (timer,) = holder.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() == EVERY_MS >= 1_000, (
        "an idle window is not woken up more often than once a second"
    )
