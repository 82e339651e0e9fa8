"""Rubric files that are brought in: what becomes of each, and a question where it would change what is here."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.rubric_arrival import NOT_HERE, Arrival, Arriving, arrival_of, arrival_sentence, as_copy, take_in
from exports.rubric_difference_words import difference_lines
from exports.rubric_file import read_rubric
from scoring.errors import SecondChairError
from scoring.rubric import Rubric
from scoring.text import tr
from ui.background import Background
from ui.session import Session
from ui.theme import px
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.difference_list import DifferenceList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

Read = list[tuple[Path, Rubric | SecondChairError]]


class RubricArrivals(AskingPanel):
    """The manager brings files in. What is new is taken in at once; about an update, and about what cannot stand beside
    what is here, the panel asks, one at a time.

    :signal taken_in: the rubric with this id is here now.
    :signal told: (sentence, whether it is a problem): what became of the files.
    """

    taken_in = Signal(str)
    told = Signal(str, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking: deque[Arriving] = deque()
        self._title = named(Text("", Voice.STRONG), "arrival.title")
        self._differences = DifferenceList()
        self._take = named(PrimaryButton(), "arrival.take")
        self._leave = named(LinkButton(tr("Leave it"), quiet=True), "arrival.leave")
        self._assemble()
        self._take.clicked.connect(self._on_take)
        self._leave.clicked.connect(self.put_away)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(12))
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=px(12))
        for button in (self._take, self._leave):
            row.addWidget(button)
        for part in (self._title, self._differences, buttons):
            column.addWidget(part)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take in each of these files, or say why not; one that is refused holds up no other."""
        files = list(paths)
        reading = Background.shared().run(lambda: _read_all(files))
        reading.done.connect(self._on_read)

    def put_away(self) -> None:
        """Leave the one that is asked about, and go on to the next."""
        if self._asking:
            self._asking.popleft()
        self._ask_next()

    def _on_read(self, found: Read) -> None:
        sentences: list[str] = []
        is_problem = False
        for path, result in found:
            try:
                sentences.append(self._met(result))
            except SecondChairError as error:
                is_problem = True
                words = tr("{file}: {title}. {advice}")
                sentences.append(words.format(file=path.name, title=error.title, advice=error.message))
        if any(sentences):
            self.told.emit(" ".join(filter(None, sentences)), is_problem)
        if self.isHidden():
            self._ask_next()

    def _met(self, result: Rubric | SecondChairError) -> str:
        """:returns: what became of a file; empty where that is asked first.
        :raises SecondChairError: if it was refused, or cannot be stored."""
        if isinstance(result, SecondChairError):
            raise result
        arriving = self._session.ask(lambda store: arrival_of(store, result))
        if arriving.arrival is Arrival.UPDATE or arriving.arrival in NOT_HERE:
            self._asking.append(arriving)
            return ""
        if arriving.arrival is Arrival.NEW:
            self._take_in(arriving)
        return arrival_sentence(arriving)

    def _ask_next(self) -> None:
        if not self._asking:
            super().put_away()
            return
        arriving = self._asking[0]
        is_update = arriving.arrival is Arrival.UPDATE
        self._title.setText(arrival_sentence(arriving))
        self._differences.setVisible(is_update)
        if is_update and arriving.latest:
            self._differences.show_lines(difference_lines(arriving.latest, arriving.rubric))
        words = tr("Take version {n}").format(n=arriving.rubric.version)
        self._take.setText(words if is_update else tr("Take it in as a copy"))
        self.show()
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self) -> None:
        arriving = asked = self._asking.popleft()
        if arriving.arrival in NOT_HERE:
            copy = as_copy(arriving.rubric)
            arriving = self._session.ask(lambda store: arrival_of(store, copy))
        try:
            self._take_in(arriving)
        except SecondChairError:
            self._met(asked.rubric)  # it is asked again, with the difference as it is by now
            raise
        finally:
            self._ask_next()
        words = tr("“{name}” is here now, in version {version}.")
        self.told.emit(words.format(name=arriving.rubric.name, version=arriving.rubric.version), False)

    def _take_in(self, arriving: Arriving) -> None:
        taken = self._session.ask(lambda store: take_in(store, arriving))
        self.taken_in.emit(taken.id)


def _read_all(paths: Sequence[Path]) -> Read:
    return [(path, _read(path)) for path in paths]


def _read(path: Path) -> Rubric | SecondChairError:
    try:
        return read_rubric(path)
    except SecondChairError as error:
        return error
