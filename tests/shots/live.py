"""Pictures of every way to sit in, on a small and on a large screen, at the usual and at a large size of text."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from scoring.entry import FloorTaken, Introduced, Marked, WordsHeard
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.teeup import TeeUp
from ui.driving import VirtualClock, application_for_script, drive, opened, saved
from ui.sample_data import samples
from ui.sample_talk import MINUTE_MS, happenings
from ui.samples import SEED
from ui.screens.away import AwayScreen
from ui.screens.observe import ObserveScreen
from ui.screens.strip import Strip
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.press_button import PressButton
from ui.window_state import WindowState

SIZES = ((1366, 768), (1920, 1080))
PERCENTS = (100, 150)
LOOK_AT_MS = 18 * MINUTE_MS
LAYOUT_ROUNDS = 5
MEETING, MEETING_BAR = "#f1f1f1", "#d8d8d8"


def take_live(out: Path, now: datetime) -> list[Path]:
    """Take the pictures of the live screens.

    :returns: where they lie.
    """
    with TemporaryDirectory() as folder, _session(Path(folder), now) as session:
        call_id = _a_call_of_eighteen_minutes(session)
        taken = list(_pictures(session, call_id, out))
    apply_theme(application_for_script())
    return taken


def _pictures(session: Session, call_id: UUID, out: Path) -> Iterator[Path]:
    for percent in PERCENTS:
        apply_theme(application_for_script(), percent / 100)
        for width, height in SIZES:
            look = f"{width}x{height}-{percent}.png"
            wide = ObserveScreen(session)
            yield _kept(_wide(wide, call_id, (width, height)), out / f"live-laptop-{look}")
            yield _kept(_with_log(wide), out / f"live-log-{look}")
            yield _kept(_narrow(session, call_id, (width, height)), out / f"live-strip-{look}")
            away = AwayScreen(session)
            yield _kept(_wide(away, call_id, (width, height)), out / f"live-away-{look}")
            for screen in (wide, away):
                screen.close()
                screen.deleteLater()


@contextmanager
def _session(folder: Path, now: datetime) -> Generator[Session]:
    application_for_script()
    session = Session(folder, VirtualClock(now))
    session.start()
    drive(opened(session))
    yield session
    session.close()


def _a_call_of_eighteen_minutes(session: Session) -> UUID:
    ride, rubric, clock = samples().planned, default_rubric(), session.clock
    assert isinstance(clock, VirtualClock)
    rep = Rep(id=uuid4(), name=ride.rep)
    session.save_rep(rep)
    plan = TeeUp(
        customer=ride.customer,
        focus_skills=ride.focus,
        rubric_id=rubric.id,
        rubric_version=rubric.version,
    )
    call_id = session.add_call(rep.id, plan)
    book, began_ms = session.book(call_id), clock.monotonic_ms()
    book.start()
    for offset_ms, happening in happenings(ride, random.Random(SEED)):
        clock.advance_to(began_ms + min(offset_ms, LOOK_AT_MS))
        if offset_ms > LOOK_AT_MS:
            break
        match happening:
            case Introduced(how=how):
                book.introduced(how)
            case FloorTaken(who=who):
                book.floor(who)
            case Marked(skill=skill, seen=seen, words=words):
                book.mark(skill, seen=seen, words=words)
            case WordsHeard(text=text):
                book.words(text)
            case _:
                book.step()
    drive(saved(session))
    return call_id


def _wide(screen: ObserveScreen | AwayScreen, call_id: UUID, size: tuple[int, int]) -> QPixmap:
    screen.resize(*size)
    screen.show()
    screen.show_subject(call_id)
    return _grabbed(screen)


def _with_log(screen: ObserveScreen) -> QPixmap:
    button = screen.findChild(PressButton, "observe.log")
    assert button is not None
    button.tap()
    return _grabbed(screen)


def _narrow(session: Session, call_id: UUID, size: tuple[int, int]) -> QPixmap:
    """The strip at the edge of a screen of this size, above somebody's meeting."""
    strip = Strip(session, WindowState(session.folder / "strip"))
    strip.show_subject(call_id)
    margin = 12
    strip.resize(strip.width(), min(strip.sizeHint().height(), size[1] - 2 * margin))
    picture = _grabbed(strip)
    strip.leave()
    strip.deleteLater()
    whole = QPixmap(*size)
    whole.fill(QColor(MEETING))
    painter = QPainter(whole)
    painter.fillRect(0, 0, size[0], 40, QColor(MEETING_BAR))
    painter.drawPixmap(QPoint(size[0] - margin - picture.width(), margin), picture)
    painter.end()
    return whole


def _grabbed(widget: QWidget) -> QPixmap:
    for _ in range(LAYOUT_ROUNDS):  # layouts go from part to part, a round each
        waiting = QEventLoop()
        QTimer.singleShot(0, waiting.quit)
        waiting.exec()
    QApplication.setCursorFlashTime(0)
    return widget.grab()


def _kept(picture: QPixmap, path: Path) -> Path:
    assert picture.save(str(path), "PNG"), f"{path} cannot be written"
    return path
