from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.background import Background


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    made.setObjectName("the background of this test")
    yield made
    made.close()
    made.deleteLater()


def _main_thread_is_current() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_work_is_done_in_another_thread_and_heard_of_in_this_one(
    qtbot: QtBot, background: Background
) -> None:
    heard: list[bool] = []

    def hear(_result: object) -> None:
        heard.append(_main_thread_is_current())

    work = background.run(_main_thread_is_current)
    work.done.connect(hear)
    with qtbot.waitSignal(work.done) as done:
        pass
    assert (done.args, heard) == ([False], [True])


def test_work_that_is_done_at_once_is_heard_of_all_the_same(qtbot: QtBot, background: Background) -> None:
    done_already: Future[str] = Future()
    done_already.set_result("written")
    work = background.follow(done_already)
    with qtbot.waitSignal(work.done) as done:
        pass
    assert done.args == ["written"]


def test_an_error_is_told(qtbot: QtBot, background: Background) -> None:
    def fail() -> None:
        raise OSError("no paper")

    with qtbot.waitSignal(background.run(fail).failed) as failed:
        pass
    assert str((failed.args or [""])[0]) == "no paper"


def test_work_is_done_in_order(qtbot: QtBot, background: Background) -> None:
    order: list[int] = []
    works = [background.run(lambda number=number: order.append(number)) for number in range(3)]
    with qtbot.waitSignal(works[-1].done):
        pass
    assert order == [0, 1, 2]


def test_dropped_work_is_neither_begun_nor_told(qtbot: QtBot, background: Background) -> None:
    begun: list[str] = []
    go_on = threading.Event()
    background.run(go_on.wait)
    dropped = background.run(lambda: begun.append("dropped"))
    last = background.run(lambda: begun.append("last"))
    dropped.drop()
    with qtbot.assertNotEmitted(dropped.done), qtbot.waitSignal(last.done):
        go_on.set()
    assert begun == ["last"]


def test_what_another_thread_does_is_heard_of(qtbot: QtBot, background: Background) -> None:
    future: Future[str] = Future()
    with qtbot.waitSignal(background.follow(future).done) as done:
        threading.Thread(target=future.set_result, args=("written",)).start()
    assert done.args == ["written"]


def test_what_another_thread_does_is_left_to_it_when_dropped(background: Background) -> None:
    future: Future[str] = Future()
    background.follow(future).drop()
    assert not future.cancelled(), "its thread would fail on a future that somebody else cancelled"
    future.set_result("written")


def test_a_result_comes_to_no_harm_when_nobody_is_left_to_hear_it(
    qtbot: QtBot, background: Background
) -> None:
    class Listener(QObject):
        def hear(self, _result: object) -> None:
            raise AssertionError("heard by somebody who is gone")

    go_on = threading.Event()
    listener = Listener()
    background.run(go_on.wait).done.connect(listener.hear)
    with qtbot.waitSignal(listener.destroyed):
        listener.deleteLater()
    last = background.run(int)
    with qtbot.waitSignal(last.done):
        go_on.set()


def test_closing_finishes_what_has_begun_and_forgets_the_rest(qapp: QApplication) -> None:
    background = Background(qapp)
    begun, forgotten, finished = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        forgotten.wait()
        finished.set()

    background.run(slow)
    waiting: list[int] = []
    background.run(lambda: waiting.append(1))
    background.run(int)._future.add_done_callback(lambda _last: forgotten.set())
    begun.wait()
    background.close()
    assert finished.is_set()
    assert waiting == []
    background.deleteLater()


def test_it_can_be_used_again_after_it_was_closed(qtbot: QtBot, background: Background) -> None:
    background.close()
    with qtbot.waitSignal(background.run(int).done) as done:
        pass
    assert done.args == [0]


def test_all_screens_share_one(qapp: QCoreApplication) -> None:
    assert Background.shared() is Background.shared()


def test_what_a_share_holds_up_holds_up_neither_other_work_nor_the_end(
    qtbot: QtBot, background: Background
) -> None:
    share_is_back = threading.Event()
    held_up = background.run_apart(share_is_back.wait)
    with qtbot.waitSignal(background.run(lambda: "a page").done) as page:
        pass
    assert page.args == ["a page"]
    background.close()  # comes back, although what was begun apart has not ended
    share_is_back.set()
    assert held_up is not None


def test_what_is_done_apart_is_heard_of(qtbot: QtBot, background: Background) -> None:
    with qtbot.waitSignal(background.run_apart(_main_thread_is_current).done) as done:
        pass
    assert done.args == [False]


def test_an_error_apart_is_told(qtbot: QtBot, background: Background) -> None:
    def fail() -> None:
        raise OSError("the share is gone")

    with qtbot.waitSignal(background.run_apart(fail).failed) as failed:
        pass
    assert str((failed.args or [""])[0]) == "the share is gone"
