"""The real program in a real window, used as a person does: with a pointer, a keyboard and a screen reader's eyes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from tests.e2e.screen import VirtualScreen

PROJECT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("accessibility_client.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_S = 20.0

Node = dict[str, Any]


class Desktop:
    """A screen, a message bus, an accessibility client and the program on it, as a context manager.

    Waiting is asking again until the answer comes; a watchdog ends it with what is on the screen instead.
    """

    def __init__(self, data_dir: Path, *, size: str = "1366x768") -> None:
        """:param data_dir: the program's data folder."""
        self._data_dir = data_dir
        self._size = size
        self._running = ExitStack()
        self._client: subprocess.Popen[str]
        self.program: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        with ExitStack() as starting:
            screen = starting.enter_context(VirtualScreen(size=self._size))
            self._environment = screen.environment | {
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "NO_AT_BRIDGE": "0",
                "LC_ALL": "C.UTF-8",
            }
            self._start_bus(starting)
            self._start_client(starting)
            self._running = starting.pop_all()
        self.start_program()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_program()
        self._running.close()

    def start_program(self) -> None:
        """Start the program, and wait for its window."""
        command = [sys.executable, str(PROJECT / "main.py"), "--data-dir", str(self._data_dir)]
        self.program = subprocess.Popen(command, env=self._environment, cwd=PROJECT)
        self.wait(lambda nodes: any(node["role"] == "application" for node in nodes), "the program")

    def stop_program(self) -> None:
        """End the program as a log-out does."""
        self.program.terminate()
        self.program.wait()

    # Looking

    def nodes(self) -> list[Node]:
        """:returns: everything a screen reader finds."""
        return self._ask({"do": "list"})["nodes"]

    def node(self, name: str) -> Node:
        """Wait until the widget with this object name is on the screen.

        :returns: what a screen reader knows about it.
        """
        found = self.wait(lambda nodes: _showing(nodes, name), name)
        assert isinstance(found, dict)
        return found

    def wait(self, look: Callable[[list[Node]], object], what: str) -> object:
        """Ask until ``look`` finds something.

        :returns: what it found.
        :raises AssertionError: when it does not come; says what is there instead.
        """
        deadline = time.monotonic() + PATIENCE_S
        while True:
            nodes = self.nodes()
            if found := look(nodes):
                return found
            if time.monotonic() > deadline:
                seen = sorted({node["id"].rsplit(".QWidget.", 1)[-1] for node in nodes if is_showing(node)})
                raise AssertionError(f"{what} did not come up; there are: {seen}")

    def wait_for_words(self, words: str) -> None:
        """Wait until ``words`` stand somewhere on the screen."""
        self.wait(lambda nodes: [node for node in nodes if is_showing(node) and words in node["name"]], words)

    # Doing

    def click(self, name: str) -> None:
        """Click in the middle of a widget."""
        x, y, width, height = self.node(name)["box"]
        self.xdotool("mousemove", "--sync", str(x + width // 2), str(y + height // 2), "click", "1")

    def press(self, name: str) -> None:
        """Press a widget as a screen reader does."""
        wanted = self.node(name)["id"]
        assert self._ask({"do": "press", "id": wanted})["pressed"], f"{name} cannot be pressed"

    def type(self, text: str) -> None:
        """Type text into whatever has the keyboard."""
        self.xdotool("type", "--delay", "4", "--", text)

    def fill(self, name: str, text: str) -> None:
        """Click a field and type into it."""
        self.click(name)
        self.type(text)

    def key(self, *keys: str) -> None:
        """Press keys one after the other, named as xdotool names them."""
        self.xdotool("key", "--delay", "30", *keys)

    def xdotool(self, *arguments: str) -> str:
        """:returns: what xdotool printed."""
        command = ["xdotool", *arguments]
        run = subprocess.run(command, env=self._environment, check=True, capture_output=True, text=True)
        return run.stdout.strip()

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole screen, for people who look into a failure."""
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=False)

    # Starting

    def _start_bus(self, starting: ExitStack) -> None:
        command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
        bus = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        starting.callback(_end, bus)
        assert bus.stdout is not None
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_client(self, starting: ExitStack) -> None:
        """The client comes first: a program registers only where somebody listens."""
        self._client = subprocess.Popen(
            [SYSTEM_PYTHON, str(CLIENT)],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        starting.callback(_end, self._client)
        self._ask({"do": "list"})

    def _ask(self, request: dict[str, str]) -> dict[str, Any]:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps(request) + "\n")
        self._client.stdin.flush()
        return json.loads(self._client.stdout.readline())


def is_showing(node: Node) -> bool:
    """:returns: whether a node is on the screen."""
    return "showing" in node["states"] and node["box"][2] > 0


def is_named(node: Node, name: str) -> bool:
    """:returns: whether a node belongs to the widget with this object name."""
    return node["id"] == name or node["id"].endswith("." + name)


def _showing(nodes: list[Node], name: str) -> Node | None:
    return next((node for node in nodes if is_named(node, name) and is_showing(node)), None)


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()
