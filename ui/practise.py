"""Practising: a call to practise on, and the talk that plays in it."""

from __future__ import annotations

from concurrent.futures import Future
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from exports.floor_picture import PARTY
from exports.summary import Party
from scoring.closeness import talk_ms
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.teeup import TeeUp, Told
from scoring.text import tr_data
from ui.practice_data import Line, Talk, practice_talk
from ui.session import Session
from ui.widgets.floor_words import neutral_names


def write_practice(session: Session) -> Future[UUID]:
    """Fill an empty data folder with a rep and a call that is teed up.

    :returns: the id of the call once all is stored.
    """
    rep = Rep(id=uuid4(), name=practice_talk().rep)
    session.save_rep(rep)
    call_id = add_practice_call(session, rep.id)
    return session.post(lambda _store: call_id)


def add_practice_call(session: Session, rep_id: UUID) -> UUID:
    """Tee up one more call to practise on.

    :returns: its id.
    """
    talk, rubric = practice_talk(), default_rubric()
    plan = TeeUp(
        customer=talk.customer,
        planned_at=session.clock.now(),
        introduction=talk.introduction,
        told=tuple(Told),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
    )
    return session.add_call(rep_id, plan)


def party_names() -> dict[Party, str]:
    """:returns: what the parties are called in the captions: as on the tiles of the live screen."""
    return {PARTY[who]: words for who, words in neutral_names().items()}


class Director(QObject):
    """Plays a talk in a practice call: it begins and goes on with the call, and waits while the call is paused.

    :signal said: (party, words): what is said from now on.
    :signal over: the last word has been said; the call is still running.
    """

    said = Signal(str, str)
    over = Signal()

    def __init__(self, session: Session, talk: Talk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._talk = talk
        self._call_id: UUID | None = None
        self._line: Line | None = None
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self.go_on)
        session.call_changed.connect(self._on_call_changed)

    def follow(self, call_id: UUID) -> None:
        """Play in this call from now on, in place of any other."""
        self.stop()
        self._call_id = call_id
        self.go_on()

    def stop(self) -> None:
        """Say nothing more."""
        self._next.stop()
        self._call_id = self._line = None

    def go_on(self) -> None:
        """Say what is due by now, and come back when the next line is."""
        self._next.stop()
        if self._call_id is None or not self._session.is_open:
            return
        book = self._session.book(self._call_id)
        if book.state.phase != Phase.RUNNING:
            return
        now_ms = talk_ms(book.state, book.elapsed_ms())
        self._say(self._talk.line_at(now_ms), now_ms, is_waiting=book.state.is_paused)

    def _say(self, line: Line | None, now_ms: int, *, is_waiting: bool) -> None:
        if line is None:
            self.stop()
            self.over.emit()
            return
        if line is not self._line:
            self._line = line
            self.said.emit(PARTY[line.who], tr_data(line.words))
        if not is_waiting:
            self._next.start(line.end_ms - now_ms)

    def _on_call_changed(self, call_id: UUID) -> None:
        if call_id == self._call_id:
            self.go_on()
