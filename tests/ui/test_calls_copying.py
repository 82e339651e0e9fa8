"""Copying chosen calls out while the window stays free."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from exports import call_rows
from scoring.finding import CallQuery
from tests.builders import a_debriefed_call, a_rep
from ui.calls_copying import CallsCopying
from ui.session import Session


@pytest.fixture
def numbers(session: Session) -> list[int]:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    call, log = a_debriefed_call(rep)
    session.ask(lambda store: store.add_call(call, log.entries))
    return session.ask(lambda store: store.finding.find(CallQuery(), ()))


def test_pages_are_copied(qtbot: QtBot, session: Session, numbers: list[int], tmp_path: Path) -> None:
    copying = CallsCopying(session)
    with qtbot.waitSignal(copying.pages_copied) as copied:
        copying.copy_pages(numbers, tmp_path / "out")
        assert copying.is_running
    (told,) = copied.args or []
    assert list(told.paths) == list((tmp_path / "out").iterdir())
    assert not copying.is_running


def test_a_table_is_written(qtbot: QtBot, session: Session, numbers: list[int], tmp_path: Path) -> None:
    copying = CallsCopying(session)
    with qtbot.waitSignal(copying.table_written) as written:
        copying.write_table(numbers, tmp_path / "calls.csv")
    assert written.args == [tmp_path / "calls.csv", 1]


def test_a_table_that_is_stopped_is_not_written(
    qtbot: QtBot, session: Session, numbers: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()
    real = call_rows.write_call_table

    def wait(*given: object) -> object:
        goes_on.wait()
        return real(*given)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(call_rows, "write_call_table", wait)
    copying = CallsCopying(session)
    with qtbot.waitSignal(copying.table_written) as written:
        copying.write_table(numbers, tmp_path / "calls.csv")
        copying.stop()
        goes_on.set()
    assert written.args == [tmp_path / "calls.csv", None]
    assert not (tmp_path / "calls.csv").exists()


def test_what_the_system_refuses_is_told(
    qtbot: QtBot, session: Session, numbers: list[int], tmp_path: Path
) -> None:
    copying = CallsCopying(session)
    with qtbot.waitSignal(copying.failed):
        copying.write_table(numbers, tmp_path / "nowhere" / "calls.csv")
