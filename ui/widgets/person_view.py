"""One person there is something held about, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.people import HeldPerson
from exports.wording import date_text
from scoring.holds import Hold
from scoring.text import tr, trn
from ui.layouts import clear_layout, tab_through
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.other_entries import OtherEntries
from ui.widgets.text import Text, Voice


class PersonView(QWidget):
    """Who it is, how much is held, and the ways on.

    :signal back_chosen: to everybody again.
    :signal pack_chosen: everything about this person is to be put into one file.
    :signal merge_chosen: another entry of this person is to be found.
    :signal apart_chosen: the entry with this UUID is to be its own again.
    :signal hold_chosen: nothing about this person is to be erased from now on.
    :signal lift_chosen: this hold is to be lifted.
    :signal erase_chosen: everything about this person is to be erased.
    """

    back_chosen = Signal()
    pack_chosen = Signal()
    merge_chosen = Signal()
    apart_chosen = Signal(object)
    hold_chosen = Signal()
    lift_chosen = Signal(object)
    erase_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = named(LinkButton(tr("Back to everybody"), quiet=True), "person.back")
        self._name = Text("", Voice.HEADING)
        self._about = Text("", Voice.MUTED)
        self.pack = named(PrimaryButton(tr("Access pack")), "person.pack")
        self._merge = named(SecondaryButton(tr("Merge with another entry")), "person.merge")
        self._hold = named(SecondaryButton(tr("Place a legal hold")), "person.hold")
        self._erase = named(LinkButton(tr("Erase everything about them …"), quiet=True), "person.erase")
        self._others = named(OtherEntries(), "person.others")
        self._holds = QVBoxLayout()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        buttons = FlowLayout(spacing=px(12))
        for button in (self.pack, self._merge, self._hold, self._erase):
            buttons.addWidget(button)
        self._holds.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addLayout(self._holds)
        column.addWidget(self._others)
        column.addLayout(buttons)
        column.addWidget(Text(_pack_words(), Voice.SMALL))

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_chosen)
        self.pack.clicked.connect(self.pack_chosen)
        self._merge.clicked.connect(self.merge_chosen)
        self._hold.clicked.connect(self.hold_chosen)
        self._erase.clicked.connect(self.erase_chosen)
        self._others.apart_chosen.connect(self.apart_chosen)

    def show_person(self, person: HeldPerson) -> None:
        """Show somebody in place of whoever was shown."""
        self._name.setText(person.rep.name)
        self._about.setText(_about_words(person))
        self._others.show_entries(person.entries[1:])
        clear_layout(self._holds)
        stops: list[QWidget] = [self._back]
        for number, hold in enumerate(person.holds):
            line = _HoldLine(hold, self)
            line.lift.setObjectName(f"person.lift.{number}")
            line.lift_chosen.connect(self.lift_chosen)
            self._holds.addWidget(line)
            line.show()  # at once, also in a column that is already on screen
            stops.append(line.lift)
        tab_through(stops)

    def offer_pack(self, *, offered: bool) -> None:
        """Let a pack be made, or not while another one is on its way."""
        self.pack.setEnabled(offered)


class _HoldLine(QWidget):
    """:signal lift_chosen: the hold of this line is to be lifted."""

    lift_chosen = Signal(object)

    def __init__(self, hold: Hold, parent: QWidget) -> None:
        super().__init__(parent)
        self._hold = hold
        self.lift = LinkButton(tr("Lift the hold"))
        words = tr("Held since {day}: {reason}")
        if hold.call_id:
            words = tr("One call is held since {day}: {reason}")
        text = words.format(day=date_text(hold.placed_at.date()), reason=hold.reason)
        self.lift.setAccessibleName(tr("Lift the hold: {hold}").format(hold=text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(Text(text, Voice.STRONG), 1)
        row.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignTop)
        self.lift.clicked.connect(self._on_lift)

    def _on_lift(self) -> None:
        self.lift_chosen.emit(self._hold)


def _about_words(person: HeldPerson) -> str:
    rep = person.rep
    calls = trn("{n} joint call", "{n} joint calls", person.calls).format(n=person.calls)
    pages = trn("{n} of them with a page", "{n} of them with a page", person.pages).format(n=person.pages)
    counted = tr("{calls}, {pages}").format(calls=calls, pages=pages) if person.calls else calls
    return " · ".join(filter(None, (rep.title, rep.team, rep.employee_number, counted)))


def _pack_words() -> str:
    return tr(
        "The access pack is one file with everything that is held about this person, your private notes about them "
        "included. It is what you give somebody who asks."
    )
