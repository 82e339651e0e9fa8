"""Starting and ending the window."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from scoring.text import tr, use_language
from ui.frame import Frame
from ui.window_state import WindowState

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.session import Session


class App(QObject):
    """The running program: its window, one session, and the screens in the window.

    Only the empty window is made at once; session and screens are loaded after its first picture, or when they are
    first asked for.
    """

    def __init__(self, application: QApplication, data_dir: Path) -> None:
        """:param data_dir: the data folder; it need not exist yet."""
        super().__init__(application)
        self._application = application
        self._data_dir = data_dir
        self._state = WindowState(data_dir)
        self._is_furnished = False
        self.frame = Frame(self._state)
        # Queued: what is loaded next must not hold up the picture itself.
        self.frame.painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)
        application.aboutToQuit.connect(self._on_quit)

    def start(self) -> None:
        """Show the window, then load the rest and open the data."""
        self.frame.show()

    @cached_property
    def session(self) -> Session:
        """The one session on the data folder."""
        from ui.session import Session

        return Session(self._data_dir, parent=self)

    @cached_property
    def window(self) -> MainWindow:
        """The screens, as they stand in the window."""
        return self._made_window()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show what went wrong in a slot: a sentence for the world's faults, the report for a bug."""
        from scoring.errors import SecondChairError

        if isinstance(error, SecondChairError):
            self.window.show_problem(error)
        else:
            sys.__excepthook__(kind, error, trace)
            self.window.show_bug(error)

    def _furnish(self) -> None:
        self._is_furnished = True
        self.frame.hold(self.window)
        self.session.start()

    def _made_window(self) -> MainWindow:
        from ui.main_window import MainWindow
        from ui.theme import apply_theme

        apply_theme(self._application, self._state.text_percent / 100)
        window = MainWindow(self.session, self._state)
        window.text_size_changed.connect(self._on_text_size_changed)
        return window

    def _on_text_size_changed(self) -> None:
        """Every size on every screen follows the text, so the screens are made anew."""
        self.window = self._made_window()
        self.frame.hold(self.window)
        self.window.open_place("settings")

    def _on_quit(self) -> None:
        if self._is_furnished:
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
