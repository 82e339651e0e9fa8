"""The computer stays awake while a call is logged; wakepy itself runs, only its last step into the system is faked."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
import wakepy
from jeepney import HeaderFields, Message, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from scoring.logbook import Logbook
from tests.builders import FakeClock, a_rep, a_tee_up
from ui.awake import Awake
from ui.session import Session


@pytest.fixture
def watched(session: Session) -> Iterator[Session]:
    """A session that keeps the computer awake; afterwards nothing of it may still run."""
    Awake(session)
    yield session
    session.close()
    for thread in threading.enumerate():
        if thread.name == "awake":
            thread.join()


def _planned(session: Session) -> Logbook:
    rep = a_rep()
    session.save_rep(rep)
    return session.book(session.add_call(rep.id, a_tee_up()))


def _started(session: Session) -> Logbook:
    book = _planned(session)
    book.start()
    return book


def _held() -> int:
    """:returns: how often the system is being asked to stay awake."""
    return sum(mode.active for mode in wakepy.global_modes())


def _wait_until_awake(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _held() == 1)


def _wait_until_it_may_sleep(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "awake"])
    assert _held() == 0


def test_it_stays_awake_from_the_start_of_a_call_to_its_end(qtbot: QtBot, watched: Session) -> None:
    book = _planned(watched)
    _wait_until_it_may_sleep(qtbot)
    book.start()
    _wait_until_awake(qtbot)
    book.moment()
    assert _held() == 1
    book.end()
    _wait_until_it_may_sleep(qtbot)


def test_it_may_sleep_during_a_pause(qtbot: QtBot, watched: Session) -> None:
    book = _started(watched)
    book.pause()
    _wait_until_it_may_sleep(qtbot)
    book.resume()
    _wait_until_awake(qtbot)


def test_it_stays_awake_when_the_end_was_an_accident(qtbot: QtBot, watched: Session) -> None:
    book = _started(watched)
    book.end()
    book.reopen()
    _wait_until_awake(qtbot)


def test_it_may_sleep_when_the_program_closes_in_a_call(qtbot: QtBot, watched: Session) -> None:
    _started(watched)
    _wait_until_awake(qtbot)
    watched.close()
    _wait_until_it_may_sleep(qtbot)


def test_it_stays_awake_while_one_of_two_calls_goes_on(qtbot: QtBot, watched: Session) -> None:
    first, second = _started(watched), _started(watched)
    first.end()
    _wait_until_awake(qtbot)
    second.end()
    _wait_until_it_may_sleep(qtbot)


def test_a_call_that_ran_when_the_program_ended_counts_once_it_is_taken_up(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    call_id = _started(session).call_id
    session.close()
    again = Session(session.folder, clock)
    Awake(again)
    with qtbot.waitSignal(again.opened):
        again.start()
    _planned(again)
    again.state(call_id)
    _wait_until_it_may_sleep(qtbot)
    again.book(call_id).take_up()
    _wait_until_awake(qtbot)
    again.close()
    _wait_until_it_may_sleep(qtbot)


def test_a_system_that_cannot_is_no_reason_to_say_anything(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Session
) -> None:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    book = _started(watched)
    _wait_until_it_may_sleep(qtbot)
    book.pause()
    book.resume()
    _wait_until_it_may_sleep(qtbot)


@pytest.mark.parametrize("step", ["__enter__", "__exit__"])
def test_an_error_on_the_way_is_no_reason_to_say_anything(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Session, step: str
) -> None:
    really: Callable[..., object] = getattr(wakepy.Mode, step)

    def fail(*given: object) -> None:
        if step == "__exit__":
            really(*given)
        raise RuntimeError("the message bus is gone")

    monkeypatch.setattr(wakepy.Mode, step, fail)
    book = _started(watched)
    book.end()
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "awake"])


def test_a_system_that_takes_its_time_holds_up_nobody(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Session
) -> None:
    answer = threading.Event()
    enter = wakepy.Mode.__enter__

    def enter_at_last(mode: wakepy.Mode) -> wakepy.Mode:
        answer.wait()
        return enter(mode)

    monkeypatch.setattr(wakepy.Mode, "__enter__", enter_at_last)
    book = _started(watched)
    book.moment()
    book.end()
    answer.set()
    _wait_until_it_may_sleep(qtbot)


class Desktop:
    """A desktop on a message bus of its own, which notes what it is asked about the screen saver."""

    def __init__(self, address: str) -> None:
        self.asked: list[str] = []
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
        self._serving = threading.Thread(target=self._serve)
        self._serving.start()

    def _serve(self) -> None:
        with suppress(ConnectionError, EOFError):
            while True:
                self._answer(self._connection.receive())

    def _answer(self, call: Message) -> None:
        if call.header.message_type == MessageType.method_call:
            member = call.header.fields[HeaderFields.member]
            self.asked.append(member)
            answer = ("u", (7,)) if member == "Inhibit" else (None, ())
            self._connection.send(new_method_return(call, *answer))

    def close(self) -> None:
        """Let go of the bus, which has ended."""
        self._serving.join()
        self._connection.close()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        made = Desktop(address)
        yield made
        bus.terminate()
        made.close()


def test_a_desktop_is_really_asked_to_stay_awake_and_told_when_it_may_sleep(
    qtbot: QtBot, desktop: Desktop, watched: Session
) -> None:
    book = _started(watched)
    qtbot.waitUntil(lambda: desktop.asked == ["Inhibit"])
    book.end()
    qtbot.waitUntil(lambda: desktop.asked == ["Inhibit", "UnInhibit"])
    _wait_until_it_may_sleep(qtbot)


def test_letting_go_does_not_make_the_window_stand_still(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desktop: Desktop, watched: Session
) -> None:
    passes: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: passes.append("a pass over everything there is"))
    book = _started(watched)
    qtbot.waitUntil(lambda: desktop.asked == ["Inhibit"])
    book.end()
    _wait_until_it_may_sleep(qtbot)
    assert (desktop.asked, passes) == (["Inhibit", "UnInhibit"], [])


def test_where_there_is_no_message_bus_at_all_the_other_ways_are_still_tried(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Session
) -> None:
    monkeypatch.setitem(sys.modules, "wakepy.dbus_adapters.jeepney", None)
    _started(watched)
    _wait_until_awake(qtbot)
