"""Starting and ending the window."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from scoring.errors import SecondChairError
from scoring.text import tr, use_language
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import apply_theme
from ui.window_state import WindowState


class App(QObject):
    """The running program: one session, and the window on it, which is made anew when the text size changes."""

    def __init__(self, application: QApplication, data_dir: Path) -> None:
        """:param data_dir: the data folder; it need not exist yet."""
        super().__init__(application)
        self._application = application
        self._state = WindowState(data_dir)
        self.session = Session(data_dir, parent=self)
        self._wear_theme()
        self.window = self._make_window()
        self._application.aboutToQuit.connect(self._on_quit)

    def start(self) -> None:
        """Show the window, then open the data: the first picture does not wait for the disk."""
        self.window.show()
        QTimer.singleShot(0, self.session.start)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show what went wrong in a slot: a sentence for the world's faults, the report for a bug."""
        if isinstance(error, SecondChairError):
            self.window.show_problem(error)
        else:
            sys.__excepthook__(kind, error, trace)
            self.window.show_bug(error)

    def _wear_theme(self) -> None:
        apply_theme(self._application, self._state.text_percent / 100)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self._state)
        window.text_size_changed.connect(self._on_text_size_changed)
        return window

    def _on_text_size_changed(self) -> None:
        old = self.window
        self._state.keep(old)
        self._wear_theme()
        self.window = self._make_window()
        self.window.show()
        self.window.open_place("settings")
        old.put_away()

    def _on_quit(self) -> None:
        self.session.close()


def make_application() -> QApplication:
    """:returns: the Qt application, in the language of the computer."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("SecondChair")
    application.setApplicationDisplayName(tr("Second Chair"))
    application.setDesktopFileName("secondchair")
    use_language(QLocale.system().name())
    application.setLayoutDirection(QLocale.system().textDirection())
    return application


def run(data_dir: Path) -> int:
    """Open the window and stay until it is closed.

    :returns: the exit code of the program.
    """
    application = make_application()
    app = App(application, data_dir)
    sys.excepthook = app.report
    app.start()
    return application.exec()
