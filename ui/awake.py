"""Keeping the computer awake, its screen too, while a call is being logged."""

from __future__ import annotations

import logging
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from typing_extensions import override

from ui.session import Session

if TYPE_CHECKING:
    from wakepy import DBusAdapter


class Awake(QObject):
    """Keeps the computer awake as long as a call of a session is being logged and is not paused.

    Where the system has no way to do that nothing happens, and nobody is told: a call is not to be disturbed by it.
    """

    def __init__(self, session: Session) -> None:
        """:param session: whose calls count; it is the parent too."""
        super().__init__(session)
        self._session = session
        self._over: Event | None = None
        session.call_changed.connect(self._on_call_changed)
        session.closed.connect(self._let_sleep)

    def _on_call_changed(self) -> None:
        if self._session.is_logging:
            self._keep_awake()
        else:
            self._let_sleep()

    def _keep_awake(self) -> None:
        """In a thread of its own: asking may take seconds, and it is the thread that asked which has to give back."""
        if self._over is None:
            self._over = Event()
            Thread(target=_ask_and_wait, args=[self._over], name="awake", daemon=True).start()

    def _let_sleep(self) -> None:
        if self._over is not None:
            self._over.set()
            self._over = None


def _ask_and_wait(over: Event) -> None:
    """Keep the computer awake until it is ``over``. Whatever comes in between, it is not worth a word."""
    logging.getLogger("wakepy").setLevel(logging.CRITICAL)
    with suppress(Exception):
        from wakepy import keep

        with keep.presenting(on_fail="pass", dbus_adapter=_message_bus()) as kept:
            if kept.active:
                over.wait()


def _message_bus() -> type[DBusAdapter] | None:
    """:returns: wakepy's own way to the message bus, or None where there is no such thing. Its end is left out: a pass
    of the garbage collector, 20 ms or more late in a call in which the window stands still."""
    try:
        from wakepy import JeepneyDBusAdapter
    except ImportError:
        return None

    class MessageBus(JeepneyDBusAdapter):
        @override
        def close_connections(self) -> None:
            while self._connections:
                self.close_connection(self._connections.popitem()[1])

    return MessageBus
