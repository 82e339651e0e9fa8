"""Legal holds: those in force, and placing one on a rep or on a call."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.wording import date_text, one_line
from scoring.seeking import plain
from scoring.text import tr
from ui.models.word_table import WordRow, Words, WordTable
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.field import LabelledField
from ui.widgets.filter_field import FilterField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.reason_panel import ReasonPanel
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from exports.keeping import Keeping
    from scoring.facts import CallFacts
    from scoring.holds import Hold

MOST_FOUND = 8
"""More words narrow it down."""


class HoldList(QWidget):
    """Return or a click on a hold asks whether it is to be lifted.

    :signal placed: (reason, id of the rep or None, id of the call or None).
    :signal lifted: carries the Hold.
    """

    placed = Signal(str, object, object)
    lifted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping: Keeping | None = None
        self._lifting: Hold | None = None
        self._target: tuple[UUID | None, UUID | None] = (None, None)
        self._hint = Text("", Voice.MUTED)
        self._rows = WordTable((tr("Held"), tr("Why"), tr("Since")), self)
        self._table = named(CalmTable(), "holds.table")
        self._about = named(Text("", Voice.BODY), "holds.about")
        self._lift = named(SecondaryButton(tr("Lift this hold")), "holds.lift")
        self._keep = named(LinkButton(tr("Leave it as it is"), quiet=True), "holds.keep")
        self._place = named(LinkButton(tr("Place a legal hold")), "holds.place")
        self._filter = named(FilterField(tr("A rep or a customer")), "holds.filter")
        self._asked = LabelledField(tr("Who or what must be kept?"), self._filter)
        self._seek_left = named(LinkButton(tr("Leave it as it is"), quiet=True), "holds.seek_left")
        self._found_rows = WordTable((tr("What"), tr("Which")), self)
        self._found = named(CalmTable(), "holds.found")
        self._reason = named(ReasonPanel(tr("Why must it be kept?"), tr("Place the hold")), "holds.reason")
        self._assemble()
        self._connect()
        self.leave()

    def _assemble(self) -> None:
        self._table.setModel(self._rows)
        self._table.setAccessibleName(tr("Legal holds"))
        self._found.setModel(self._found_rows)
        self._found.setAccessibleName(tr("Reps and calls that can be held"))
        actions = FlowLayout(spacing=px(20))
        for action in (self._lift, self._keep):
            actions.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Text(tr("Legal holds"), Voice.HEADING))
        about = tr("What is held is not erased, whatever is due, until the hold is lifted.")
        column.addWidget(Text(about, Voice.MUTED))
        for part in (self._hint, self._table, self._about):
            column.addWidget(part)
        column.addLayout(actions)
        column.addWidget(self._place, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._asked, self._found, self._seek_left, self._reason):
            column.addWidget(part)

    def _connect(self) -> None:
        self._table.opened.connect(self._on_opened)
        self._lift.clicked.connect(self._on_lift)
        self._keep.clicked.connect(self._on_keep)
        self._place.clicked.connect(self._on_place)
        self._filter.textEdited.connect(self._show_found)
        self._filter.left.connect(self._found.setFocus)
        self._found.opened.connect(self._on_found)
        self._seek_left.clicked.connect(self._on_seek_left)
        self._reason.given.connect(self._on_given)
        self._reason.left.connect(self._place.setFocus)

    def leave(self) -> None:
        """Ask nothing any more."""
        self._ask_to_lift(None)
        self._seek(seeking=False)
        self._reason.put_away()

    def show_holds(self, keeping: Keeping) -> None:
        """Show the holds in force."""
        self._keeping = keeping
        self._ask_to_lift(None)
        self._rows.show_rows([self._row(hold) for hold in keeping.holds])
        self._table.setVisible(bool(keeping.holds))
        self._hint.setText(tr("Choose a hold to lift it.") if keeping.holds else tr("Nothing is held."))

    def _row(self, hold: Hold) -> WordRow:
        cells = (
            Words(self._held(hold), Tone.STRONG),
            Words(one_line(hold.reason)),
            Words(date_text(hold.placed_at.date())),
        )
        return WordRow(hold, cells)

    def _held(self, hold: Hold) -> str:
        assert self._keeping is not None, "it was told of the holds"
        if hold.rep_id is not None:
            rep = self._keeping.reps.get(hold.rep_id)
            return tr("{rep}, with all calls").format(rep=one_line(rep.name) if rep else tr("A rep"))
        facts = next((call for call in self._keeping.calls if call.call_id == hold.call_id), None)
        return self._call_words(facts) if facts else tr("A call")

    def _call_words(self, facts: CallFacts) -> str:
        assert self._keeping is not None, "it was told of the calls"
        rep = self._keeping.reps.get(facts.rep_id)
        words = tr("{rep} at {customer}, {date}") if facts.customer.strip() else tr("{rep}, {date}")
        return words.format(
            rep=one_line(rep.name) if rep else tr("A rep"),
            customer=one_line(facts.customer),
            date=date_text(facts.when.date()),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks nothing any more."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._keep.isVisible():
            self._on_keep()
        elif self._seek_left.isVisible():
            self._on_seek_left()

    # Lifting

    def _on_opened(self, row: int) -> None:
        assert self._keeping is not None, "there is a row"
        self._ask_to_lift(self._keeping.holds[row])
        self._keep.setFocus()

    def _ask_to_lift(self, hold: Hold | None) -> None:
        self._lifting = hold
        if hold is not None:
            words = tr("{held} is held: {reason}")
            self._about.setText(words.format(held=self._held(hold), reason=one_line(hold.reason)))
        for part in (self._about, self._lift, self._keep):
            part.setVisible(hold is not None)

    def _on_lift(self) -> None:
        hold = self._lifting
        assert hold is not None, "one was opened"
        self._place.setFocus()
        self.lifted.emit(hold)

    def _on_keep(self) -> None:
        self._ask_to_lift(None)
        self._table.setFocus()

    # Placing

    def _on_place(self) -> None:
        self._seek(seeking=True)
        self._filter.setFocus()

    def _on_seek_left(self) -> None:
        self._seek(seeking=False)
        self._place.setFocus()

    def _seek(self, *, seeking: bool) -> None:
        self._filter.clear()
        self._asked.setVisible(seeking)
        self._place.setVisible(not seeking)
        self._seek_left.setVisible(seeking)
        self._show_found("" if seeking else None)

    def _show_found(self, words: str | None) -> None:
        rows = [] if words is None or self._keeping is None else self._matching(plain(words).split())
        self._found_rows.show_rows(rows[:MOST_FOUND])
        self._found.setVisible(bool(rows))

    def _matching(self, words: list[str]) -> list[WordRow]:
        assert self._keeping is not None, "it was told what there is"
        reps = [
            (tr("A rep with all calls"), one_line(rep.name), (rep.id, None))
            for rep in self._keeping.reps.values()
        ]
        calls = [(tr("A call"), self._call_words(call), (None, call.call_id)) for call in self._keeping.calls]
        return [
            WordRow(target, (Words(what, Tone.MUTED), Words(name, Tone.STRONG)))
            for what, name, target in [*reps, *calls]
            if all(word in plain(name) for word in words)
        ]

    def _on_found(self, row: int) -> None:
        key, name = self._found_rows.key_at(row), self._found_rows.index(row, 1).data()
        assert isinstance(key, tuple), "as it was shown"
        self._target = key
        self._seek(seeking=False)
        self._reason.ask(str(name))

    def _on_given(self, reason: str) -> None:
        self.placed.emit(reason, *self._target)
