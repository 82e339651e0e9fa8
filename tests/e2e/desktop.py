"""The real program in a real window, used as a person does: with a pointer, a keyboard and a screen reader's eyes."""

from __future__ import annotations

import json
import shutil
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
MOST_TABS = 60
MOST_TURNS = 40
EDGE = 12  # px
FIRST_SHOWN = ("home.practise", "welcome.name")
WHEEL_UP, WHEEL_DOWN = "4", "5"

Node = dict[str, Any]


class Desktop:
    """A screen, a message bus, an accessibility client and the program on it, as a context manager.

    Waiting is asking again until the answer comes; a watchdog ends it with what is on the screen instead.
    """

    def __init__(self, data_dir: Path, *, size: str = "1366x768", days: int = 0) -> None:
        """:param data_dir: the program's data folder.
        :param days: how many days from now it is to the program.
        """
        self.environment: dict[str, str] = {}
        self._data_dir = data_dir
        self._size = size
        self._start = [str(PROJECT / "main.py")]
        if days:
            self._start = ["-m", "tests.e2e.another_day", str(days)]
        self._running = ExitStack()
        self._client: subprocess.Popen[str]
        self.program: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        with ExitStack() as starting:
            screen = starting.enter_context(VirtualScreen(size=self._size))
            self.environment = screen.environment | {
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "NO_AT_BRIDGE": "0",
                "LC_ALL": "C.UTF-8",
            }
            self._start_bus(starting)
            self._start_client(starting)
            self._running = starting.pop_all()
        self.start_program()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.picture(self._data_dir.with_suffix(".png"))
        self.stop_program()
        self._running.close()

    def start_program(self) -> None:
        """Start the program, and wait until its data is open: before that there is nowhere to go."""
        command = [sys.executable, *self._start, "--data-dir", str(self._data_dir)]
        self.program = subprocess.Popen(command, env=self.environment, cwd=PROJECT)
        self.wait(lambda nodes: any(_showing(nodes, name) for name in FIRST_SHOWN), "the program")

    def stop_program(self) -> None:
        """End the program as a log-out does."""
        self.program.terminate()
        self.program.wait()

    # Looking

    def nodes(self, *, in_full: bool = False) -> list[Node]:
        """:param in_full: with every description, and what stands in widgets not for writing, which takes longer.
        :returns: everything a screen reader finds.
        """
        return self._ask({"do": "list_in_full" if in_full else "list"})["nodes"]

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

    def wait_until_chosen(self, name: str) -> None:
        """Wait until a chip is shown as chosen."""
        self.wait(
            lambda nodes: "checked" in (_showing(nodes, name) or {"states": ()})["states"], f"{name}, chosen"
        )

    # Doing

    def click(self, name: str) -> None:
        """Click in the middle of a widget, once it is no longer grey, after turning the wheel until it is in sight."""
        x, y, width, height = self._in_sight(name)["box"]
        self.xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def _in_sight(self, name: str) -> Node:
        for _ in range(MOST_TURNS):
            found = self.wait(lambda nodes: _usable(nodes, name), f"{name}, usable")
            assert isinstance(found, tuple)
            node, page = found
            if page is None or _middle(page, node) is None:
                return node
            x, y, width, height = page["box"]
            wheel = WHEEL_DOWN if _middle(page, node) == "below" else WHEEL_UP
            self.xdotool("mousemove", str(x + width - 4), str(y + height // 2), "click", wheel)
            self._wait_until_moved(name, node["box"])
        raise AssertionError(f"the wheel does not bring {name} into sight")

    def _wait_until_moved(self, name: str, box: list[int]) -> None:
        """A turn of the wheel that is still on its way would move the widget from under the pointer."""
        self.wait(lambda nodes: (_showing(nodes, name) or {"box": box})["box"] != box, f"{name} elsewhere")

    def press(self, name: str) -> None:
        """Press a widget as a screen reader does."""
        wanted = self.node(name)["id"]
        assert self._ask({"do": "press", "id": wanted})["pressed"], f"{name} cannot be pressed"

    def write(self, name: str, text: str) -> None:
        """Write into a field as a screen reader or dictation does, without the keyboard."""
        wanted = self.node(name)["id"]
        assert self._ask({"do": "write", "id": wanted, "text": text})["written"], (
            f"{name} cannot be written in"
        )

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

    def save_as(self, path: Path) -> None:
        """Answer Qt's file dialog, and wait until the file is there."""
        self.node("fileNameEdit")
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")
        self.wait(lambda _nodes: path.exists(), str(path))

    def tab_to(self, name: str) -> None:
        """Press Tab until this widget has the keyboard, as somebody without a pointer does."""
        self.node(name)
        for _ in range(MOST_TABS):
            if any(is_named(node, name) and "focused" in node["states"] for node in self.nodes()):
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def xdotool(self, *arguments: str) -> str:
        """:returns: what xdotool printed."""
        command = ["xdotool", *arguments]
        run = subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True)
        return run.stdout.strip()

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole screen, for people who look into a failure; needs ImageMagick."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=False)

    # Starting

    def _start_bus(self, starting: ExitStack) -> None:
        command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
        bus = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        starting.callback(_end, bus)
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_client(self, starting: ExitStack) -> None:
        """The client comes first: a program registers only where somebody listens."""
        self._client = subprocess.Popen(
            [SYSTEM_PYTHON, str(CLIENT)],
            env=self.environment,
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


def _middle(page: Node, node: Node) -> str | None:
    """:returns: whether the middle of a widget lies above or below what is in sight of its page, or None."""
    middle = node["box"][1] + node["box"][3] // 2
    _, top, _, height = page["box"]
    if middle < top + EDGE:
        return "above"
    return "below" if middle > top + height - EDGE else None


def _usable(nodes: list[Node], name: str) -> tuple[Node, Node | None] | None:
    """:returns: a widget that is on the screen and not grey, and the scrolling page it stands on, if it stands on one;
    each look at everything takes its time, so both are told from one."""
    node = _showing(nodes, name)
    if node is None or "enabled" not in node["states"]:
        return None
    before, viewport, _ = node["id"].partition(".qt_scrollarea_viewport")
    pages = [page for page in nodes if page["id"] == before + viewport and is_showing(page)]
    return node, pages[0] if viewport and pages else None


def _showing(nodes: list[Node], name: str) -> Node | None:
    return next((node for node in nodes if is_named(node, name) and is_showing(node)), None)


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()
