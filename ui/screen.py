"""What every screen is: a widget that shows one thing, and says where it wants to go."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session


class Screen(QWidget):
    """Base of all screens.

    ``BARE`` screens stand without the side bar, ``LIVE`` ones also without messages and window-wide keys.

    :signal place_requested: go to a place: "home", "reps", "calls", "mirror", "archive", "list", "settings",
        "newcall" or "practise".
    :signal call_requested: go to where the call with this UUID goes on.
    :signal undo_offered: (sentence, callable): say what was done; the callable takes it back.
    :signal undo_ended: what was offered to be taken back stands from now on.
    """

    BARE = False
    LIVE = False

    place_requested = Signal(str)
    call_requested = Signal(object)
    undo_offered = Signal(str, object)
    undo_ended = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def leave(self) -> None:
        """Another screen is about to take the place of this one: keep what is being written."""

    def title(self) -> str:
        """:returns: the window's title while this screen is shown; empty for the app's own name."""
        return ""


class PlaceScreen(Screen):
    """A screen one goes to by itself. One that ``LISTS`` shows what there is, and can be shown anew at any time."""

    LISTS = False

    def show_now(self) -> None:
        """Read the record into the widgets."""
        raise NotImplementedError  # every place says how


class CallScreen(Screen):
    """A screen about one call, or about one rep: ``subject`` is its UUID."""

    subject: UUID

    def show_subject(self, subject: UUID) -> None:
        """Read the record of one call (or rep) into the widgets."""
        raise NotImplementedError  # every screen says how

    def show_again(self, subject: UUID) -> None:
        """The same, for somebody who comes back to it: what they had chosen to see of it is still to be seen."""
        self.show_subject(subject)


class RubricScreen(Screen):
    """A screen about one rubric: ``subject`` is its id. It leads back to the list it was chosen in."""

    subject: str

    def show_rubric(self, rubric_id: str) -> None:
        """Read one rubric into the widgets."""
        raise NotImplementedError  # every screen says how
