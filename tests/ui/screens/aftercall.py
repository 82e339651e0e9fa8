"""What the tests of My view and of the debrief share: calls that are over, screens on show, fingers, and eyes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import MyView, Observation, Outcome
from scoring.people import Rep
from scoring.rating import Rating
from scoring.rubric import Rubric, default_rubric
from tests.builders import FakeClock, a_rep, a_tee_up
from tests.ui.looks import show
from ui.screen import CallScreen
from ui.session import Session

W = TypeVar("W", bound=QWidget)

ASKS, CALM = "asks-before-answering", "stays-calm"


def priya(session: Session) -> Rep:
    """:returns: a rep who is in the record."""
    rep = a_rep("Priya Nair", coaching="Ask, do not tell.")
    session.save_rep(rep)
    return rep


def an_ended_call(
    session: Session,
    clock: FakeClock,
    rep: Rep,
    customer: str = "Northgate Dental",
    rubric: Rubric | None = None,
) -> UUID:
    """:returns: a call of five minutes with marks at 01:00, 02:00 and 03:00, not introduced."""
    rubric = rubric or default_rubric()
    session.ask(lambda store: store.rubrics.keep(rubric))
    plan = a_tee_up(
        customer=customer,
        focus_skills=(ASKS,),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        best="A date",
        planned_at=None,
    )
    call_id = session.add_call(rep.id, plan)
    book = session.book(call_id)
    book.start()
    for seen, words in ((True, "What happens then?"), (False, "Discount first"), (True, "")):
        clock.advance(minutes=1)
        book.mark(ASKS, seen=seen, words=words)
    clock.advance(minutes=2)
    book.end()
    return call_id


def a_sealed_view(session: Session, call_id: UUID) -> MyView:
    """Write and seal a view whose every text says SEALED.

    :returns: the view.
    """
    marks = [item.entry.id for item, _ in session.state(call_id).marks_of(ASKS)]
    view = MyView(
        ratings=(
            Rating(skill=ASKS, level=2, evidence=tuple(marks)),
            Rating(skill=CALM, level=4),
            Rating(skill="talks-money-plainly", level=None),
        ),
        outcome=Outcome.BETWEEN,
        outcome_words="SEALED outcome",
        strengths=(Observation(words="SEALED strength", entry=marks[0]),),
        gaps=(Observation(words="SEALED gap", entry=marks[1]),),
    )
    session.book(call_id).finish_view(view)
    return view


def a_viewed_call(session: Session, clock: FakeClock, rep: Rep, customer: str = "Northgate Dental") -> UUID:
    """:returns: a call whose view is sealed, twelve minutes after its end."""
    call_id = an_ended_call(session, clock, rep, customer)
    a_sealed_view(session, call_id)
    clock.advance(minutes=12)
    return call_id


def on_show(qtbot: QtBot, screen: CallScreen, call_id: UUID) -> None:
    """Show a screen with one call in an active window, as large as a small laptop's."""
    show(qtbot, screen)
    screen.show_subject(call_id)


def find(screen: QWidget, kind: type[W], name: str) -> W:
    """:returns: the widget with this object name that is still in use."""
    return next(found for found in screen.findChildren(kind, name) if found.parentWidget())


def press(screen: QWidget, name: str) -> None:
    """Click the button with this object name."""
    button = next(b for b in screen.findChildren(QAbstractButton, name) if b.isVisibleTo(screen))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(screen: QWidget, name: str, words: str) -> None:
    """Type into the field with this object name."""
    field = find(screen, QWidget, name)
    assert field.isVisible(), name
    QTest.keyClicks(field, words)


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keys go now."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the keys"
    QTest.keyClick(focus, key, modifiers)


def everything_said_by(root: QWidget) -> str:
    """:returns: every text that any widget below ``root`` holds, shown, hidden, spoken or in a tooltip."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return "\n".join(text for widget in (root, *root.findChildren(QWidget)) for text in _texts_of(widget))


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        widget.windowTitle(),
    )
    yield from (widget.statusTip(), widget.whatsThis())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText() + widget.placeholderText()
        yield from _what_undo_brings_back(widget)
    elif isinstance(widget, QLineEdit):
        yield widget.text() + widget.placeholderText()


def _what_undo_brings_back(field: QPlainTextEdit) -> Iterator[str]:
    with QSignalBlocker(field):  # looking is not writing
        if field.document().isUndoAvailable():
            field.undo()
            yield field.toPlainText()
            field.redo()
