"""The other entries of a person who was entered more than once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.people import Rep
from scoring.text import tr
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.text import Text, Voice


class OtherEntries(QWidget):
    """One line for each entry that was merged into this one.

    :param notes: whether the private notes that stand there are shown too.
    :signal apart_chosen: the entry with this UUID is to be its own again.
    """

    apart_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, notes: bool = False) -> None:
        super().__init__(parent)
        self._notes = notes
        self._tab_place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    def show_entries(self, entries: Sequence[Rep]) -> None:
        """Replace all lines; without any there is nothing to see."""
        clear_layout(self._column)
        stops: list[QWidget] = [self._tab_place]
        for number, rep in enumerate(entries):
            entry = _OtherEntry(rep, self, notes=self._notes)
            entry.apart.setObjectName(f"entries.apart.{number}")
            entry.apart_chosen.connect(self.apart_chosen)
            self._column.addWidget(entry)
            entry.show()  # at once, also in a column that is already on screen
            stops.append(entry.apart)
        tab_through(stops)
        self.setVisible(bool(entries))


class _OtherEntry(QWidget):
    """:signal apart_chosen: the UUID of the entry that is to be its own again."""

    apart_chosen = Signal(object)

    def __init__(self, rep: Rep, parent: QWidget, *, notes: bool) -> None:
        super().__init__(parent)
        self._id = rep.id
        self.apart = LinkButton(tr("Take apart"))
        self.apart.setAccessibleName(tr("Take apart: {rep}").format(rep=rep.name))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Text(tr("Also entered as {rep}").format(rep=described(rep)), Voice.STRONG), 1)
        head.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        if notes and rep.coaching.strip():
            words = tr("From the other entry: {notes}").format(notes=rep.coaching.strip())
            column.addWidget(Text(words, Voice.MUTED))
        self.apart.clicked.connect(self._on_apart)

    def _on_apart(self) -> None:
        self.apart_chosen.emit(self._id)


def described(rep: Rep) -> str:
    """:returns: a rep with what tells namesakes apart: ``"Priya Nair (Account executive, North, 0042)"``."""
    about = ", ".join(filter(None, (rep.title, rep.team, rep.employee_number)))
    return tr("{rep} ({about})").format(rep=rep.name, about=about) if about else rep.name
