"""A screen nobody sees, for programs that need a real one: Xvfb, with or without a window manager."""

from __future__ import annotations

import os
import subprocess
from contextlib import ExitStack
from typing import Self


class VirtualScreen:
    """An X server of its own with openbox on it, as a context manager.

    :ivar environment: what a program needs to open its windows there: this process's environment with the display.
    """

    def __init__(self, *, size: str = "1366x768", window_manager: bool = True) -> None:
        """:param size: width and height in pixels; always 24-bit colour."""
        self._size = size
        self._window_manager = window_manager
        self._running = ExitStack()
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        with ExitStack() as starting:
            display = self._start_server(starting)
            self.environment = {
                **_without_other_screens(dict(os.environ)),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
            }
            if self._window_manager:
                self._start_window_manager(starting)
            self._running = starting.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def _start_server(self, starting: ExitStack) -> str:
        """The server picks a free number, and writes it once it takes connections."""
        ready, written = os.pipe()
        with os.fdopen(ready) as answer:
            command = [
                "Xvfb",
                "-displayfd",
                str(written),
                "-screen",
                "0",
                f"{self._size}x24",
                "-nolisten",
                "tcp",
            ]
            server = subprocess.Popen(command, pass_fds=[written], stderr=subprocess.DEVNULL)
            starting.callback(_stop, server)
            os.close(written)
            number = answer.readline().strip()
        if not number:
            raise OSError("Xvfb did not start")
        return f":{number}"

    def _start_window_manager(self, starting: ExitStack) -> None:
        """openbox runs a command of ours once it manages windows; its children inherit no files, hence /proc."""
        ready, written = os.pipe()
        with os.fdopen(ready) as answer, os.fdopen(written):
            tell_us = f"sh -c 'echo ready > /proc/{os.getpid()}/fd/{written}'"
            command = ["openbox", "--sm-disable", "--startup", tell_us]
            manager = subprocess.Popen(
                command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            starting.callback(_stop, manager)
            answer.readline()


def _without_other_screens(environment: dict[str, str]) -> dict[str, str]:
    return {
        name: value for name, value in environment.items() if name not in {"WAYLAND_DISPLAY", "XAUTHORITY"}
    }


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()
