"""Starting and ending the window."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from scoring.errors import KnownError
from scoring.text import language, tr, use_language
from ui.frame import Frame
from ui.window_state import WindowState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from scoring.errors import SecondChairError
    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.trial_folder import Fill, TrialFolder


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
        self._trial: TrialFolder | None = None
        self._coming: TrialFolder | None = None
        self.frame = Frame(self._state)
        # Queued: what is loaded next must not hold up the picture itself.
        self.frame.painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)
        application.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Show the window, then load the rest and open the data."""
        self.frame.show()

    @cached_property
    def session(self) -> Session:
        """The one session on the person's own data; it stays open while they try something out."""
        from ui.archiving import Archiving
        from ui.awake import Awake
        from ui.session import Session

        session = Session(self._data_dir, parent=self)
        Awake(session)
        Archiving(session)
        self._follow(session)
        return session

    @cached_property
    def window(self) -> MainWindow:
        """The screens, as they stand in the window."""
        return self._made_window()

    def close(self) -> None:
        """Close the data; the program is about to end."""
        self._put_away(self._coming)
        self._put_away(self._trial)
        self._coming = self._trial = None
        if self._is_furnished:
            self.session.close()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show what went wrong in a slot: a sentence for the world's faults, the report for a bug."""
        from scoring.errors import SecondChairError

        if isinstance(error, SecondChairError):
            self.window.show_problem(error)
        else:
            sys.__excepthook__(kind, error, trace)
            self.window.show_bug(error)

    def _furnish(self) -> None:
        from ui.collector import Collector
        from ui.script_fonts import load_missing_scripts

        self._is_furnished = True
        load_missing_scripts()
        Collector(self._is_logging, self)
        self.frame.hold(self.window)
        self.session.start()

    def _is_logging(self) -> bool:
        """Whether a call is being logged, be it one to practise on."""
        return self.session.is_logging or (self._trial is not None and self._trial.session.is_logging)

    def _made_window(self) -> MainWindow:
        from ui.main_window import MainWindow
        from ui.theme import apply_theme

        apply_theme(self._application, self._state.text_percent / 100)
        window = MainWindow(self._session_shown(), self._state)
        window.text_size_changed.connect(self._on_text_size_changed)
        window.sample_requested.connect(self._on_sample_requested)
        window.practise_requested.connect(self._on_practise_requested)
        self._say_what_is_tried(window)
        return window

    def _on_text_size_changed(self) -> None:
        """Every size on every screen follows the text, so the screens are made anew."""
        self._show_window(self._made_window())
        self.window.open_place("settings")

    def _show_window(self, window: MainWindow) -> None:
        self.window = window
        self.frame.hold(window)

    # Other data in the place of what is open

    def _follow(self, session: Session) -> None:
        session.replacing.connect(self._on_replacing)
        session.replaced.connect(self._on_replaced)
        session.not_replaced.connect(self._on_not_replaced)

    def _on_replacing(self) -> None:
        """Home, because it keeps nothing: what another screen kept once more would find itself among other data."""
        try:
            self.window.open_place("home")
        except KnownError as error:
            self._session_shown().call_off_replacing(error)
            return
        self.window.messages.say(tr("Putting the copy in place …"))
        self.frame.setEnabled(False)

    def _on_replaced(self, before: Path) -> None:
        from ui.restoring import Restoring

        self.frame.setEnabled(True)
        self._show_window(self._made_window())
        self.window.open_first()
        restoring = Restoring(self._session_shown(), before, self.window)
        restoring.began.connect(self.window.messages.say)
        restoring.failed.connect(self._on_not_replaced)
        sentence = tr("The copy is in place now. What was here before is kept as a copy, too.")
        self.window.messages.offer_undo(sentence, restoring.restore)

    def _on_not_replaced(self, error: BaseException) -> None:
        self.frame.setEnabled(True)
        self.window.messages.clear()
        self.report(type(error), error, error.__traceback__)

    def _session_shown(self) -> Session:
        return self._trial.session if self._trial else self.session

    # Trying out

    def _on_sample_requested(self) -> None:
        from ui.samples import write_samples

        self._try_out(write_samples, tr("You are looking at sample data."), self._on_sample_ready)

    def _try_out(self, fill: Fill, sentence: str, on_ready: Callable[[UUID], None]) -> None:
        """Fill a folder of its own; what was tried before stays until it is ready."""
        from ui.trial_folder import TrialFolder

        if self._coming is None:
            self._coming = TrialFolder(fill, sentence, self)
            self._coming.ready.connect(on_ready)
            self._coming.failed.connect(self._on_trial_failed)
            self._coming.open()

    def _on_sample_ready(self, _to_tee_up: UUID) -> None:
        before = self._take_up()
        self._show_window(self._made_window())
        self.window.open_first()
        self._put_away(before)

    def _on_practise_requested(self) -> None:
        from ui.practise import write_practice

        self._try_out(write_practice, tr("You are practising."), self._on_practice_ready)

    def _on_practice_ready(self, call_id: UUID) -> None:
        from ui.practice_window import PracticeWindow

        before = self._take_up()
        assert self._trial is not None, "it is ready"
        window = PracticeWindow(self._trial.session, self._state)
        window.left.connect(self._leave_trial)
        self._say_what_is_tried(window)
        self._show_window(window)
        window.begin(call_id)  # now, because only what is shown can be given the keys
        self._put_away(before)

    def _take_up(self) -> TrialFolder | None:
        """:returns: what was tried before, to put away once its screens are gone."""
        before, self._trial, self._coming = self._trial, self._coming, None
        if self._trial:
            self._follow(self._trial.session)
        return before

    def _on_trial_failed(self, error: SecondChairError) -> None:
        self._put_away(self._coming)
        self._coming = None
        self.window.show_problem(error)

    def _say_what_is_tried(self, window: MainWindow) -> None:
        if self._trial:
            window.keep_pages_out()
            window.messages.say_throughout(self._trial.sentence, tr("Back to mine"), self._leave_trial)

    def _leave_trial(self) -> None:
        trial, self._trial = self._trial, None
        self._show_window(self._made_window())
        self.window.open_first()
        self._put_away(trial)  # last, because the screens left behind may still have kept something

    def _put_away(self, trial: TrialFolder | None) -> None:
        if trial:
            trial.close()
            trial.deleteLater()


def make_application() -> QApplication:
    """:returns: the Qt application, in the language of the computer."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("SecondChair")
    # No display name: Qt would add it to every title, the neutral one of the live screen too.
    application.setDesktopFileName("secondchair")
    use_language(QLocale.system().name())
    QLocale.setDefault(locale_of_texts(QLocale.system()))
    application.setLayoutDirection(QLocale().textDirection())
    return application


def locale_of_texts(system: QLocale) -> QLocale:
    """:returns: the customs of the region ``system``, in the language the texts really are in: nobody reads "3. Dez."
    between English words, or English from the right."""
    texts = QLocale(language())
    if system.language() == texts.language():
        return system
    return QLocale(texts.language(), texts.script(), system.territory())


def run(data_dir: Path) -> int:
    """Open the window and stay until it is closed.

    :returns: the exit code of the program.
    """
    application = make_application()
    app = App(application, data_dir)
    sys.excepthook = app.report
    app.start()
    return application.exec()
