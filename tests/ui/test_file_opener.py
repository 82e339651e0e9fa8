"""A saved file is handed to the programs of this computer; the file manager is a real one on a bus of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QUrl
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from ui.file_opener import FileOpener, folder_command

FILE_MANAGER = "org.freedesktop.FileManager1"


class FileManager:
    """Notes which files it is asked to show; ``is_able`` says whether it does."""

    def __init__(self, address: str) -> None:
        self.is_able = True
        self.shown: list[list[str]] = []
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(FILE_MANAGER))
        self._serving = threading.Thread(target=self._serve)
        self._serving.start()

    def _serve(self) -> None:
        with suppress(ConnectionError, EOFError):
            while True:
                self._answer(self._connection.receive())

    def _answer(self, call: Message) -> None:
        if call.header.message_type != MessageType.method_call:
            return
        assert call.header.fields[HeaderFields.member] == "ShowItems"
        if self.is_able:
            self.shown.append(call.body[0])
            self._connection.send(new_method_return(call))
        else:
            self._connection.send(new_error(call, f"{FILE_MANAGER}.Error"))

    def close(self) -> None:
        """Let go of the bus, which has ended."""
        self._serving.join()
        self._connection.close()


@pytest.fixture
def no_bus(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: QDBusConnection("nobody is there"))


@pytest.fixture
def file_manager(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileManager]:
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        manager = FileManager(address)
        bus = QDBusConnection.connectToBus(address, address)
        monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: bus)
        yield manager
        QDBusConnection.disconnectFromBus(address)
        daemon.terminate()
        manager.close()


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was left to the program that is meant for it."""
    urls: list[str] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="asks the file manager of the free desktops")


def test_a_file_is_opened_in_the_program_that_is_meant_for_it(handed_over: list[str], tmp_path: Path) -> None:
    FileOpener().open(tmp_path / "page.pdf")
    assert handed_over == [str(tmp_path / "page.pdf")]


@linux_only
def test_the_file_manager_is_asked_to_choose_the_file(
    qtbot: QtBot, file_manager: FileManager, handed_over: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "Müller & Söhne 100% (01AD9F7B).pdf"
    opener = FileOpener()
    opener.show_in_folder(path)
    qtbot.waitUntil(lambda: bool(file_manager.shown))
    (url,) = file_manager.shown[0]
    assert QUrl(url).toLocalFile() == str(path)
    assert url.isascii(), "a file manager takes addresses, not words"
    assert handed_over == []


@linux_only
def test_a_file_manager_that_cannot_choose_one_leaves_it_to_opening_the_folder(
    qtbot: QtBot, file_manager: FileManager, handed_over: list[str], tmp_path: Path
) -> None:
    file_manager.is_able = False
    opener = FileOpener()
    opener.show_in_folder(tmp_path / "page.pdf")
    qtbot.waitUntil(lambda: handed_over == [str(tmp_path)])


@linux_only
def test_without_a_file_manager_to_ask_the_folder_is_opened(
    no_bus: None, handed_over: list[str], tmp_path: Path
) -> None:
    FileOpener().show_in_folder(tmp_path / "page.pdf")
    assert handed_over == [str(tmp_path)]


@pytest.mark.parametrize(
    ("platform", "command"),
    [("win32", ["explorer", "/select,"]), ("darwin", ["open", "-R"])],
)
def test_other_systems_have_a_command_for_it(platform: str, command: list[str], tmp_path: Path) -> None:
    assert folder_command(platform, tmp_path) == [*command, str(tmp_path)]
    assert folder_command("linux", tmp_path) is None


@linux_only
def test_a_command_that_is_not_there_leaves_it_to_opening_the_folder(
    monkeypatch: pytest.MonkeyPatch, handed_over: list[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    FileOpener().show_in_folder(tmp_path / "page.pdf")
    assert handed_over == [str(tmp_path)]


def test_a_computer_that_opens_nothing_is_said_in_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_url: QUrl) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    opener = FileOpener()
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(tmp_path / "page.pdf")
    error = (failed.args or [None])[0]
    assert isinstance(error, KnownError)
    assert str(tmp_path / "page.pdf") in error.message
