"""Driving the real screens by a script instead of a hand: for the demo, the replay and the README's pictures.

A script is a generator. It runs step by step in the event loop, so that the window lays out, paints and saves as it
does under a person's hands: ``yield None`` lets it do what it has to, ``yield Until(…)`` waits for something.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Generic, TypeVar, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from scoring.errors import KnownError
from ui.app import make_application
from ui.collector import Collector
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.press_button import PressButton

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
POLL_MS = 20
_NOISE = "This plugin does not support propagateSizeHints"


@dataclass(frozen=True, slots=True)
class Until:
    """What a script waits for: ``is_so``, asked at once and again whenever one of ``signals`` is emitted; without
    signals, several times a second.
    """

    is_so: Callable[[], bool]
    signals: tuple[SignalInstance, ...] = ()


Script = Generator[Until | None, None, T]


class VirtualClock:
    """Both clocks of a computer, going on only when they are told to."""

    def __init__(self, now: datetime) -> None:
        """:param now: the wall time to begin with, with its UTC offset."""
        self._began = now
        self._passed_ms = 0

    def monotonic_ms(self) -> int:
        """:returns: ms since the clock was made."""
        return self._passed_ms

    def awake_ms(self) -> int:
        """:returns: the same: this computer never sleeps."""
        return self._passed_ms

    def now(self) -> datetime:
        """:returns: the wall time."""
        return self._began + timedelta(milliseconds=self._passed_ms)

    def advance(self, ms: int) -> None:
        """Let ``ms`` milliseconds pass."""
        self._passed_ms += ms

    def advance_to(self, ms: int) -> None:
        """Let time pass until ``ms`` milliseconds after the clock was made."""
        self._passed_ms = max(self._passed_ms, ms)


def application_for_script() -> QApplication:
    """:returns: the Qt application of this process in the program's look; without a display it paints unseen."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = cast("QApplication | None", QCoreApplication.instance())
    if application is None:
        qInstallMessageHandler(_pass_on)
        application = make_application()
        Collector(_nobody_is_busy, application)
    # The script goes on to its end when the person closes its window, and while one window replaces another.
    application.setQuitOnLastWindowClosed(False)
    apply_theme(application)
    return application


def _nobody_is_busy() -> bool:
    return False


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Let Qt speak to standard error as usual, but for what the offscreen platform says of every window."""
    if _NOISE not in message and sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


def drive(script: Script[T]) -> T:
    """Run a script to its end in an event loop of its own.

    :returns: what the script returns.
    :raises BaseException: whatever the script, or any slot that ran meanwhile, raised first.
    """
    return _Driver(script).run()


class _Driver(QObject, Generic[T]):
    """Takes one step of a script each time the event loop has nothing else to do."""

    def __init__(self, script: Script[T]) -> None:
        super().__init__()
        self._script = script
        self._until: Until | None = None
        self._results: list[T] = []
        self._error: BaseException | None = None
        self._loop = QEventLoop(self)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_signal)

    def run(self) -> T:
        usual_hook, sys.excepthook = sys.excepthook, self._on_error
        self._next.start()
        try:
            self._loop.exec()
        finally:
            sys.excepthook = usual_hook
            self._stop_waiting()
            self._script.close()
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _go_on(self) -> None:
        try:
            until = next(self._script)
        except StopIteration as end:
            self._results.append(end.value)
            self._loop.quit()
            return
        if until is None or until.is_so():
            self._next.start()
        else:
            self._wait(until)

    def _wait(self, until: Until) -> None:
        self._until = until
        if not until.signals:
            self._poll.start()
        for signal in until.signals:
            signal.connect(self._on_signal)

    def _on_signal(self) -> None:
        if self._until is not None and self._until.is_so():
            self._stop_waiting()
            self._next.start()

    def _stop_waiting(self) -> None:
        self._poll.stop()
        if self._until is not None:
            for signal in self._until.signals:
                signal.disconnect(self._on_signal)
        self._until = None

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Qt hands every error of a slot to this hook and would go on without it."""
        self._error = self._error or error
        self._loop.quit()


def opened(session: Session) -> Script[None]:
    """Open the data of ``session``.

    :raises KnownError: if it cannot be opened.
    """
    refusals: list[KnownError] = []
    session.refused.connect(refusals.append)
    session.start()
    yield Until(lambda: session.is_open or bool(refusals), (session.opened, session.refused))
    session.refused.disconnect(refusals.append)
    if refusals:
        raise refusals[0]


def saved(session: Session) -> Script[None]:
    """Wait until everything logged is durable.

    :raises KnownError: if saving is in trouble.
    """
    yield Until(
        lambda: not session.pending or session.trouble is not None, (session.saved, session.trouble_changed)
    )
    if session.trouble is not None:
        raise session.trouble


def find(root: QWidget, kind: type[W], name: str) -> W:
    """:returns: the part of ``root`` called ``name``.

    :raises LookupError: if there is none.
    """
    found = root.findChild(kind, name)
    if found is None:
        raise LookupError(f"there is no {kind.__name__} called {name}")
    return found


def press(widget: QWidget) -> None:
    """Press the left button of the mouse in the middle of ``widget``, and release it.

    :raises RuntimeError: if a person could not press it.
    """
    if not (widget.isVisible() and widget.isEnabled()):
        raise RuntimeError(f"{widget.objectName()} cannot be pressed")
    _send_mouse(widget, QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
    _send_mouse(widget, QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)


def hold(button: PressButton) -> Script[None]:
    """Press the left button of the mouse on ``button`` for as long as it takes to be held, and release it."""
    told: list[None] = []

    def on_held() -> None:
        told.append(None)

    button.held.connect(on_held)
    _send_mouse(button, QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
    yield Until(lambda: bool(told), (button.held,))
    button.held.disconnect(on_held)
    _send_mouse(button, QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)


def press_key(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release a key on ``widget``; ``text`` is what it writes."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def write(field: QWidget, text: str) -> None:
    """Put the cursor into ``field`` and type ``text``, letter by letter.

    :raises RuntimeError: if a person could not write there.
    """
    if not (field.isVisible() and field.isEnabled()):
        raise RuntimeError(f"{field.objectName()} cannot be written in")
    field.setFocus()
    for letter in text:
        press_key(field, Qt.Key.Key_unknown, letter)


def _send_mouse(widget: QWidget, kind: QEvent.Type, held: Qt.MouseButton) -> None:
    at = QPointF(widget.rect().center())
    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
