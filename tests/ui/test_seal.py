"""Before the rep has spoken, nothing tells what the manager wrote: whatever it was, everything looks the same.

Two copies of one data folder differ in nothing but the sealed view; every screen and every command is tried on both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import MyView, Observation, Outcome
from scoring.people import Manager
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.builders import FakeClock
from tests.ui.screens.aftercall import an_ended_call, everything_said_by, priya
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import apply_theme
from ui.window_state import WindowState

PROJECT = Path(__file__).parents[2]
PLACES = ("home", "reps", "newcall", "calls", "settings")
CALL_SCREENS = ("teeup", "observe", "myview", "debrief", "page", "acknowledge")
SECRET = "SEALED"
HARSH = MyView(
    ratings=tuple(Rating(skill=skill.id, level=1) for skill in default_rubric().skills),
    outcome=Outcome.LESS,
    outcome_words=SECRET,
    strengths=(Observation(words=SECRET),),
    gaps=(Observation(words=SECRET), Observation(words=SECRET)),
)
KIND = MyView(ratings=tuple(Rating(skill=skill.id, level=4) for skill in default_rubric().skills))


@dataclass(frozen=True, slots=True)
class Ended:
    """A data folder with one call that is over."""

    folder: Path
    call_id: UUID


@pytest.fixture
def ended(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Ended:
    clock = FakeClock()
    session = opened_session(qtbot, tmp_path / "ended", clock)
    session.save_manager(Manager(name="Dana Whitfield"))
    call_id = an_ended_call(session, clock, priya(session))
    session.close()
    return Ended(tmp_path / "ended", call_id)


def opened_session(qtbot: QtBot, folder: Path, clock: FakeClock) -> Session:
    session = Session(folder, clock)
    with qtbot.waitSignal(session.opened):
        session.start()
    return session


def sealed_copy(qtbot: QtBot, ended: Ended, name: str, view: MyView) -> Path:
    """:returns: a copy of the data in which ``view`` is sealed, at the same moment whatever the view."""
    folder = ended.folder.with_name(name)
    shutil.copytree(ended.folder, folder)
    session = opened_session(qtbot, folder, FakeClock())
    session.book(ended.call_id).finish_view(view)
    session.close()
    return folder


def looks(qtbot: QtBot, folder: Path, call_id: UUID) -> Iterator[tuple[str, str, bytes]]:
    """:returns: of every screen its name, all it says, and its picture."""
    session = opened_session(qtbot, folder, FakeClock())
    window = MainWindow(session, WindowState(folder))
    qtbot.addWidget(window)
    window.resize(1180, 720)
    window.show()
    rep_id = session.rep_of(call_id).id
    session.folder = Path("data")  # the one thing that may differ
    for place in PLACES:
        window.open_place(place)
        yield place, everything_said_by(window), picture_of(window)
    for name, subject in (("rep", rep_id), ("editrep", rep_id), *((name, call_id) for name in CALL_SCREENS)):
        window.open_subject(name, subject)
        yield name, everything_said_by(window), picture_of(window)
    window.open_call(call_id)
    yield "where the call goes on", everything_said_by(window), picture_of(window)
    session.close()


def picture_of(widget: QWidget) -> bytes:
    buffer = QBuffer()
    widget.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_every_screen_looks_and_reads_the_same_whatever_the_view(
    qapp: QApplication, qtbot: QtBot, ended: Ended
) -> None:
    apply_theme(qapp)
    harsh, kind = (
        list(looks(qtbot, sealed_copy(qtbot, ended, name, view), ended.call_id))
        for name, view in (("harsh", HARSH), ("kind", KIND))
    )
    for (name, said, picture), (_, said_of_other, picture_of_other) in zip(harsh, kind, strict=True):
        assert SECRET not in said, name
        assert said == said_of_other, name
        assert picture == picture_of_other, name


def test_the_same_eyes_see_the_view_once_the_rep_has_spoken(
    qapp: QApplication, qtbot: QtBot, ended: Ended
) -> None:
    """So that the test above cannot pass by looking away."""
    apply_theme(qapp)
    folder = sealed_copy(qtbot, ended, "open", HARSH)
    session = opened_session(qtbot, folder, FakeClock())
    session.book(ended.call_id).debrief_alone()
    window = MainWindow(session, WindowState(folder))
    qtbot.addWidget(window)
    window.open_call(ended.call_id)
    assert SECRET in everything_said_by(window)
    session.close()


@pytest.mark.parametrize(
    "command",
    [("calls",), ("calls", "--json"), ("export", "all"), ("export", "CALL"), ("check",), ("check", "--json")],
    ids=" ".join,
)
def test_every_command_says_the_same_whatever_the_view(
    qtbot: QtBot, ended: Ended, command: tuple[str, ...]
) -> None:
    harsh, kind = (
        run_command(sealed_copy(qtbot, ended, name, view), ended.call_id, command)
        for name, view in (("harsh", HARSH), ("kind", KIND))
    )
    assert harsh == kind
    assert SECRET not in harsh[0]


def run_command(folder: Path, call_id: UUID, command: tuple[str, ...]) -> tuple[str, list[bytes]]:
    """:returns: what the command said, and the bytes of every file it wrote."""
    out = folder.with_name(f"{folder.name}-out")
    typed = [str(call_id) if word == "CALL" else word for word in command]
    if command[0] == "export":
        typed += ["--out", str(out)]
    run = subprocess.run(
        [sys.executable, str(PROJECT / "main.py"), "--data-dir", str(folder), *typed],
        capture_output=True,
        text=True,
        check=False,
    )
    said = (run.stdout + run.stderr).replace(str(folder), "FOLDER").replace(str(out), "OUT")
    return said, [path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()]
