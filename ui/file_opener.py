"""Handing a file over to the programs of this computer: the one that opens it, or the one that shows folders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from scoring.errors import KnownError
from scoring.text import tr

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

_FILE_MANAGER = "org.freedesktop.FileManager1"
_FOLDER_COMMANDS = {"win32": ("explorer", "/select,"), "darwin": ("open", "-R")}


class FileOpener(QObject):
    """Opens files, and shows where they lie.

    :signal failed: nothing on this computer does it, and the KnownError says what to do.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()

    def open(self, path: Path) -> None:
        """Open a file in the program that is meant for it."""
        self._hand_over(path)

    def show_in_folder(self, path: Path) -> None:
        """Show a file in its folder, chosen where the system can do that."""
        command = folder_command(sys.platform, path)
        if command is None:
            self._ask_file_manager(path)
        elif not QProcess.startDetached(command[0], command[1:])[0]:
            self._hand_over(path.parent)

    def _ask_file_manager(self, path: Path) -> None:
        """The way of the free desktops. It is not waited for: a file manager may have to start first."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._hand_over(path.parent)
            return
        call = QDBusMessage.createMethodCall(
            _FILE_MANAGER, "/org/freedesktop/FileManager1", _FILE_MANAGER, "ShowItems"
        )
        address = QUrl.fromLocalFile(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        call.setArguments([[address], ""])
        self._folder = path.parent
        asked = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        asked.finished.connect(self._on_answered)

    def _on_answered(self, asked: QDBusPendingCallWatcher) -> None:
        asked.deleteLater()
        if asked.isError():
            self._hand_over(self._folder)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            message = tr("Open {path} by hand.").format(path=path)
            self.failed.emit(KnownError(tr("No program on this computer opens it"), message))


def folder_command(platform: str, path: Path) -> list[str] | None:
    """:returns: the command that shows ``path`` in its folder on Windows or macOS; None elsewhere."""
    command = _FOLDER_COMMANDS.get(platform)
    return [*command, str(path)] if command else None
