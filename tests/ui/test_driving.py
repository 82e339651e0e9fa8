"""A script can do to the window what a person can, waits for what it needs, and hides no error."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from ui.driving import Script, Until, VirtualClock, drive, find, hold, opened, press, saved, write
from ui.session import Session
from ui.widgets.press_button import PressButton

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def test_both_clocks_go_on_together_and_only_when_told() -> None:
    clock = VirtualClock(NOON)
    clock.advance(90_000)
    clock.advance_to(120_000)
    clock.advance_to(60_000)
    assert clock.monotonic_ms() == 120_000
    assert clock.now() == NOON + timedelta(minutes=2)


def test_a_script_gives_back_what_it_found(qapp: QApplication) -> None:
    def script() -> Script[str]:
        yield
        return "done"

    assert drive(script()) == "done"


def test_a_script_waits_until_it_is_so(qapp: QApplication) -> None:
    timer, ticks = QTimer(interval=0), [0]

    def on_tick() -> None:
        ticks[0] += 1

    def script() -> Script[int]:
        timer.timeout.connect(on_tick)
        timer.start()
        yield Until(lambda: ticks[0] >= 3, (timer.timeout,))
        timer.stop()
        return ticks[0]

    assert drive(script()) >= 3


def test_a_script_waits_also_for_what_no_signal_tells(qapp: QApplication) -> None:
    moments = iter(range(5))

    def script() -> Script[int]:
        yield Until(lambda: next(moments) == 3)
        return next(moments)

    assert drive(script()) == 4


def test_a_press_lasts_until_it_is_held(qtbot: QtBot) -> None:
    button, told = PressButton("seen"), list[str]()
    qtbot.addWidget(button)
    button.tapped.connect(lambda: told.append("tapped"))
    button.held.connect(lambda: told.append("held"))
    button.show()
    drive(hold(button))
    assert told == ["tapped", "held"]
    assert not button.isDown()


def test_an_error_of_the_script_comes_out(qapp: QApplication) -> None:
    def script() -> Script[None]:
        yield
        raise LookupError("not here")

    with pytest.raises(LookupError, match="not here"):
        drive(script())


def test_an_error_of_a_slot_ends_the_script(qtbot: QtBot) -> None:
    button, later = QPushButton(), list[str]()
    qtbot.addWidget(button)
    button.show()

    def fail() -> None:
        raise ZeroDivisionError

    def script() -> Script[None]:
        button.clicked.connect(fail)
        press(button)
        yield
        later.append("went on")

    with pytest.raises(ZeroDivisionError):
        drive(script())
    assert later == []


def test_a_press_clicks_and_letters_are_edits(qtbot: QtBot) -> None:
    button, field = QPushButton(), QLineEdit()
    qtbot.addWidget(button)
    qtbot.addWidget(field)
    button.show()
    field.show()
    with qtbot.waitSignal(button.clicked):
        press(button)
    with qtbot.waitSignal(field.textEdited):
        write(field, "Zoë – 你好")
    assert field.text() == "Zoë – 你好"


def test_what_a_person_cannot_press_or_fill_in_a_script_cannot_either(qtbot: QtBot) -> None:
    button, field = QPushButton(), QLineEdit()
    qtbot.addWidget(button)
    qtbot.addWidget(field)
    button.setEnabled(False)
    button.show()
    with pytest.raises(RuntimeError):
        press(button)
    with pytest.raises(RuntimeError):
        write(field, "hidden")


def test_a_part_that_is_not_there_is_named(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    with pytest.raises(LookupError, match=r"observe\.rep"):
        find(button, QLineEdit, "observe.rep")


def test_data_is_open_after_opening_and_a_refusal_comes_out(qapp: QApplication, tmp_path: Path) -> None:
    first, second = Session(tmp_path), Session(tmp_path)
    drive(opened(first))
    assert first.is_open
    with pytest.raises(KnownError, match="Already open"):
        drive(opened(second))
    second.close()
    first.close()


def test_all_is_durable_once_it_is_saved(session: Session) -> None:
    from scoring.people import Rep
    from scoring.teeup import TeeUp
    from tests.builders import an_id

    rep = Rep(id=an_id(), name="Priya Nair")
    session.save_rep(rep)
    call_id = session.add_call(rep.id, TeeUp())
    book = session.book(call_id)
    book.start()
    drive(saved(session))
    assert not session.pending
    assert len(session.ask(lambda store: store.entries.of(call_id))) == 2
