"""Work that takes its time."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.long_work import LongWork, Progress, Stopped


def test_one_hears_how_far_it_is_and_what_came_of_it(qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []

    def hear(done: int, of: int) -> None:
        heard.append((done, of))

    def count(progress: Progress, _stopped: Stopped) -> str:
        progress(3, 10)
        return "counted"

    work = LongWork()
    work.progressed.connect(hear)
    with qtbot.waitSignal(work.done) as done:
        work.start(count)
        assert work.is_running
    assert (heard, done.args, work.is_running) == ([(3, 10)], ["counted"], False)


def test_thousands_of_steps_a_second_are_told_in_a_few_words(qtbot: QtBot) -> None:
    heard: list[int] = []

    def hear(done: int, _of: int) -> None:
        heard.append(done)

    def run(progress: Progress, _stopped: Stopped) -> None:
        for number in range(10_000):
            progress(number, 10_000)

    work = LongWork()
    work.progressed.connect(hear)
    with qtbot.waitSignal(work.done):
        work.start(run)
    assert 1 <= len(heard) < 1_000


def test_it_can_be_stopped(qtbot: QtBot) -> None:
    has_begun = Event()

    def until_stopped(_progress: Progress, stopped: Stopped) -> str:
        has_begun.set()
        while not stopped():
            pass
        return "stopped"

    work = LongWork()
    with qtbot.waitSignal(work.done) as done:
        work.start(until_stopped)
        has_begun.wait()
        work.stop()
    assert done.args == ["stopped"]


def test_an_error_is_told_and_another_job_can_begin(qtbot: QtBot) -> None:
    def fail(_progress: Progress, _stopped: Stopped) -> None:
        raise OSError("the share is gone")

    def succeed(_progress: Progress, _stopped: Stopped) -> str:
        return "fine"

    work = LongWork()
    with qtbot.waitSignal(work.failed) as failed:
        work.start(fail)
    assert str((failed.args or [""])[0]) == "the share is gone"
    with qtbot.waitSignal(work.done) as done:
        work.start(succeed)
    assert done.args == ["fine"]


def test_it_goes_on_to_its_end_where_its_window_is_gone(qtbot: QtBot) -> None:
    """Another text size makes all windows anew; what deletes files must not break off there for that."""
    window, goes_on, ended = QWidget(), Event(), Event()

    def wait(progress: Progress, _stopped: Stopped) -> None:
        goes_on.wait()
        progress(1, 2)
        ended.set()

    LongWork(window).start(wait)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    goes_on.set()
    qtbot.waitUntil(ended.is_set)


def test_what_is_dropped_is_not_heard_of_and_holds_up_nothing(qtbot: QtBot) -> None:
    """A share that is away may hold a job for minutes."""
    goes_on = Event()

    def hang(_progress: Progress, _stopped: Stopped) -> str:
        goes_on.wait()
        return "late"

    def succeed(_progress: Progress, stopped: Stopped) -> str:
        return "stopped" if stopped() else "fine"

    heard: list[object] = []
    work = LongWork()
    work.done.connect(heard.append)
    work.start(hang)
    work.drop()
    assert not work.is_running
    with qtbot.waitSignal(work.done):
        work.start(succeed)
    goes_on.set()
    qtbot.wait(0)
    assert heard == ["fine"]
