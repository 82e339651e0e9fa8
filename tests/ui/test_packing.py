"""Making an access pack while the window stays free."""

from __future__ import annotations

import zipfile
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from exports.access_pack.pack import Packed
from scoring.errors import KnownError
from tests.exports.builders import PRIYA, a_debriefed_call
from tests.ui.looks import settle
from ui.packing import Packing
from ui.session import Session


@pytest.fixture
def packing(session: Session) -> Packing:
    session.ask(lambda store: a_debriefed_call(1).keep(store) and a_debriefed_call(2).keep(store))
    return Packing(session)


def test_a_pack_is_made_apart_from_the_window(qtbot: QtBot, packing: Packing, tmp_path: Path) -> None:
    assert packing.name_for(PRIYA).startswith("Access pack Priya Nair (70000000) 20")
    with qtbot.waitSignal(packing.packed) as packed:
        packing.start(PRIYA, tmp_path / "a.zip")
        assert packing.is_running
    assert packed.args == [
        tmp_path / "a.zip",
        Packed(calls=2, pages=2, scans=0, withheld=0, scans_away=0),
    ]
    assert zipfile.is_zipfile(tmp_path / "a.zip")
    assert not packing.is_running


def test_what_is_stopped_writes_nothing(
    qtbot: QtBot, session: Session, packing: Packing, tmp_path: Path
) -> None:
    hold = Event()
    session.post(lambda _store: hold.wait(10))
    with qtbot.waitSignal(packing.stopped):
        packing.start(PRIYA, tmp_path / "a.zip")
        packing.stop()
        hold.set()
    assert not (tmp_path / "a.zip").exists()


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, packing: Packing, tmp_path: Path) -> None:
    with qtbot.waitSignal(packing.failed) as failed:
        packing.start(PRIYA, tmp_path / "gone" / "a.zip")
    assert failed.args
    assert isinstance(failed.args[0], KnownError)
    settle()
