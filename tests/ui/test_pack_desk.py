"""Making an access pack from a screen."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from exports.access_pack import pack
from scoring.people import Rep
from tests.builders import a_rep
from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.pack_desk import PackDesk
from ui.save_dialog import SaveDialog
from ui.session import Session
from ui.widgets.text import Text


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    session.new_call(rep.id)
    return rep


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> PackDesk:
    desk = PackDesk(session)
    show(qtbot, desk)
    return desk


def said(desk: PackDesk) -> list[str]:
    return [text.accessibleName() for text in desk.findChildren(Text) if text.isVisible()]


def save_at(desk: PackDesk, path: Path) -> None:
    dialog = find(desk, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_one_sees_that_it_goes_on_and_where_it_lies(
    qtbot: QtBot, desk: PackDesk, priya: Rep, tmp_path: Path
) -> None:
    assert said(desk) == []
    desk.pack(priya)
    with qtbot.waitSignal(desk.busy_changed):
        save_at(desk, tmp_path / "pack.zip")
    assert desk.is_busy
    assert "Gathering what is held …" in said(desk)
    qtbot.waitUntil(lambda: not desk.is_busy)
    assert "pack.zip is ready." in said(desk)
    desk.clear()
    assert said(desk) == []


def test_it_can_be_stopped_and_nothing_is_written(
    qtbot: QtBot, desk: PackDesk, priya: Rep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()
    real = pack.replace_pack

    def wait(*given: object) -> object:
        goes_on.wait()
        return real(*given)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(pack, "replace_pack", wait)
    desk.pack(priya)
    save_at(desk, tmp_path / "pack.zip")
    press(qtbot, desk, "people.pack.stop")
    goes_on.set()
    qtbot.waitUntil(lambda: not desk.is_busy)
    assert "Stopped. Nothing was written." in said(desk)
    assert not (tmp_path / "pack.zip").exists()


def test_a_pack_is_finished_where_its_window_is_gone(
    qtbot: QtBot, session: Session, priya: Rep, tmp_path: Path
) -> None:
    desk = PackDesk(session)
    desk.pack(priya)
    save_at(desk, tmp_path / "pack.zip")
    desk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil((tmp_path / "pack.zip").is_file)
