"""What the window has to say, one sentence at a time, at its lower edge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from scoring.errors import KnownError, SecondChairError
from scoring.text import tr
from ui.session import Session
from ui.theme import px
from ui.widgets.message_bar import MessageBar


class Messages(QWidget):
    """Shows undo offers and problems. Trouble with saving stays until saving works again; what stands throughout is
    there whenever nothing else is. Where a customer may look on, nothing is said at all; that the app itself went wrong
    is said afterwards.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._action: Callable[[], object] | None = None
        self._undo: Callable[[], object] | None = None
        self._trouble: KnownError | None = session.trouble
        self._standing: tuple[str, str, Callable[[], object]] | None = None
        self._quiet = False
        self._untold: Callable[[], object] | None = None
        self._put_off: Callable[[], None] | None = None
        self.bar = MessageBar()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(34), 0, px(34), px(12))
        row.addWidget(self.bar)
        self.bar.action_chosen.connect(self._on_action)
        self.bar.dismissed.connect(self.hide)
        session.trouble_changed.connect(self._on_trouble)
        self.hide()

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing for now; of what comes up meanwhile, bugs are told later, and trouble that is still there."""
        self._quiet = quiet
        self.clear()

    def offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done and offer to take it back."""
        self._undo = undo
        self.say(sentence, tr("Undo"), undo)

    def say(
        self,
        sentence: str,
        word: str = "",
        action: Callable[[], object] | None = None,
        *,
        problem: bool = False,
    ) -> None:
        """Say what was done, or is being done, with something to do about it if any.

        :param problem: part of it could not be done.
        """
        self._show(sentence, word, action, problem=problem)

    def say_sooner_or_later(
        self, sentence: str, word: str, action: Callable[[], object] | None, *, problem: bool
    ) -> None:
        """Say what a person asked for and may by now have turned away from, as soon as anything may be said."""
        say = partial(self.say, sentence, word, action, problem=problem)
        if self._quiet:
            self._put_off = say
        else:
            say()

    def end_undo(self) -> None:
        """Offer it no longer; any other message stays."""
        if self._action is not None and self._action is self._undo:
            self.clear()

    def show_problem(self, error: SecondChairError) -> None:
        """Say what the app could not do, and what to do about it."""
        self._show(_sentence(error), "", None, problem=True)

    def insist(self, error: SecondChairError) -> None:
        """Say why what the person asks for is not done, also where nothing else is said: the words name nobody."""
        self._tell(_sentence(error), "", None, problem=True)

    def show_bug(self, copy_details: Callable[[], object]) -> None:
        """Say that something went wrong in the app itself, as soon as anything may be said."""
        self._untold = copy_details if self._quiet else None
        self._show(self._bug_sentence(), tr("Copy the details"), copy_details, problem=True)

    def say_throughout(self, sentence: str, action: str, do: Callable[[], object]) -> None:
        """Say something on every screen that may say anything, with something to do about it."""
        self._standing = (sentence, action, do)
        self.clear()

    def clear(self) -> None:
        """Take the message away; what stands, such as trouble with saving, takes its place."""
        if self._quiet:
            self.hide()
        elif self._trouble:
            self.show_problem(self._trouble)
        elif self._untold:
            self.show_bug(self._untold)
        elif self._put_off:
            say, self._put_off = self._put_off, None
            say()
        elif self._standing:
            self._show(*self._standing, problem=False)
        else:
            self.hide()

    def _show(self, sentence: str, word: str, action: Callable[[], object] | None, *, problem: bool) -> None:
        if not self._quiet:
            self._tell(sentence, word, action, problem=problem)

    def _tell(self, sentence: str, word: str, action: Callable[[], object] | None, *, problem: bool) -> None:
        self._action = action
        self.bar.show_message(sentence, word, problem=problem)
        self.show()

    def _bug_sentence(self) -> str:
        """With a promise only where it holds: entries may be on their way yet."""
        if self._session.pending or self._trouble:
            return tr("Something went wrong in Second Chair.")
        return tr("Something went wrong in Second Chair. What you saved is safe.")

    def _on_action(self) -> None:
        action, self._action = self._action, None
        self.clear()
        if action:
            action()

    def _on_trouble(self, trouble: KnownError | None) -> None:
        was_told, self._trouble = self._trouble, trouble
        if trouble or (was_told and self.bar.message() == _sentence(was_told)):
            self.clear()


def _sentence(error: SecondChairError) -> str:
    return f"{error.title}. {error.message}"
