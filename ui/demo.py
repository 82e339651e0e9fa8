"""The demo: sample reps and calls, and one call walked through the real screens, in a folder of its own."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from exports.console import say, say_json
from scoring.errors import SecondChairError
from scoring.files import file_trouble, make_folder, write_whole
from scoring.text import tr
from ui.demo_walk import Stage, walk
from ui.driving import Script, VirtualClock, application_for_script, drive, opened
from ui.main_window import MainWindow
from ui.session import Session
from ui.window_state import WindowState

DEFAULT_OUT = Path("second-chair-demo")
PDF = "page.pdf"
WINDOW_SIZE = (1180, 720)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demo left behind: the call it walked through, its pictures, and its page."""

    call: UUID
    pictures: Sequence[Path]
    pdf: Path


class Camera:
    """Takes pictures of a window into a folder."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        """:param folder: it must be there."""
        self.window = window
        self.folder = folder
        self.pictures: list[Path] = []

    def look(self, name: str) -> None:
        """Take a picture of the window as it is now.

        :raises KnownError: if it cannot be written.
        """
        path = self.folder / f"{name}.png"
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.window.grab().save(buffer, "PNG")
        write_whole(path, bytes(buffer.data().data()))
        self.pictures.append(path)


def run(arguments: argparse.Namespace) -> int:
    """Give the demo and print what it left behind.

    :returns: 0, the exit code.
    :raises SecondChairError: when a folder cannot be used.
    """
    out: Path = arguments.out or DEFAULT_OUT
    now = before_two(datetime.now().astimezone())
    with _own_folder(arguments.data_dir) as folder:
        application_for_script()
        shown = demo(folder, out, now)
    if arguments.json:
        paths = [str(path) for path in shown.pictures]
        say_json({"call": str(shown.call), "pictures": paths, "pdf": str(shown.pdf)})
        return 0
    for path in (*shown.pictures, shown.pdf):
        say(str(path))
    return 0


def before_two(now: datetime) -> datetime:
    """:returns: eight minutes before two in the afternoon of the same day: the next sample call is at two."""
    return now.replace(hour=13, minute=52, second=0, microsecond=0)


@contextmanager
def _own_folder(wanted: Path | None) -> Generator[Path]:
    """:returns: the wanted folder, which must be empty or missing, or one that is gone afterwards."""
    if wanted is None:
        with TemporaryDirectory(prefix="second-chair-demo-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
        return
    with file_trouble(wanted):
        is_free = not wanted.exists() or (wanted.is_dir() and not any(wanted.iterdir()))
    if not is_free:
        message = tr(
            "{path} is not an empty folder. The demo never mixes with other data: name an empty one."
        )
        raise SecondChairError(tr("Not an empty folder"), message.format(path=wanted))
    yield wanted


def demo(
    folder: Path, out: Path, now: datetime, make_camera: Callable[[QWidget, Path], Camera] = Camera
) -> Shown:
    """Walk one call through the real screens on a clock of its own.

    There is a Qt application already (``application_for_script``).

    :param folder: the data folder, empty or missing.
    :param out: where the pictures and the page go; pictures of an earlier demo are replaced.
    :param now: when the demo begins, with its UTC offset.
    :returns: what was written.
    :raises SecondChairError: when a folder cannot be used.
    """
    make_folder(out)
    pdf = out / PDF
    with file_trouble(pdf):
        pdf.unlink(missing_ok=True)
    QApplication.setCursorFlashTime(0)  # so that a picture is the same whenever it is taken
    clock = VirtualClock(now)
    session = Session(folder, clock)
    window = MainWindow(session, WindowState(folder))
    window.resize(*WINDOW_SIZE)
    window.show()
    camera = make_camera(window, out)
    try:
        call_id = drive(_whole(Stage(window, session, clock, camera.look), pdf.absolute()))
    finally:
        window.close()
        window.deleteLater()
        session.close()
    return Shown(call_id, camera.pictures, pdf)


def _whole(stage: Stage, pdf: Path) -> Script[UUID]:
    yield from opened(stage.session)
    return (yield from walk(stage, pdf))
