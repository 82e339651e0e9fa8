"""What became of one commitment: the rep's words, how it was kept, and what was seen of it on this ride."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import kept_word
from scoring.debrief import Kept
from scoring.text import tr, trn
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.field import LabelledField
from ui.widgets.logged_button import LoggedButton
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

MOST_LIKELY, MOST_OTHERS = 6, 3  # lines at first


@dataclass(frozen=True, slots=True)
class Linkable:
    """Something logged on this ride that may show how a commitment was kept; ``value`` names it. ``is_likely``: it is
    about what the rep practised."""

    value: str
    line: EvidenceLine
    is_likely: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedClosing:
    """What is asked about one commitment. ``kept`` None: nothing was chosen yet. ``linkable`` are in order, the likely
    ones first; ``linked`` are the values of those it stands on."""

    question: str
    kept: Kept | None
    linkable: tuple[Linkable, ...]
    linked: frozenset[str]


class ClosingField(QWidget):
    """Shows what is asked about a commitment, and tells what is pressed. What was seen is there to be linked once it
    is said how the commitment was kept.

    :param number: which of the commitments that are asked about, from 0; it goes with every signal.
    :signal kept_chosen: number and Kept.
    :signal linked: number and the value of the line that was pressed: it is to be linked, or no longer.
    """

    kept_chosen = Signal(int, object)
    linked = Signal(int, str)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._name = f"closing.{number}"
        self._asked: AskedClosing | None = None
        self._shows_all = False
        self._buttons: list[LoggedButton] = []
        self._kept = named(ChoiceRow([(kept.value, kept_word(kept)) for kept in Kept]), f"{self._name}.kept")
        self._question = LabelledField("", self._kept)
        self._bare = named(Text(tr("Without anything seen on this ride. The page says so.")), self._name)
        self._bare.set_voice(Voice.MUTED)
        self._heading = Text("", Voice.SMALL)
        self._tab_place = TabPlace(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        self._more = named(LinkButton(quiet=True), f"{self._name}.more")
        self._assemble()
        self._kept.chosen.connect(self._on_kept)
        self._more.clicked.connect(self._on_more)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._question)
        column.addWidget(self._heading)
        column.addLayout(self._lines)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._bare)  # last: there is something to choose from before

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in order."""
        return [*self._kept.chips(), self._tab_place, *self._buttons, self._more]

    def show_closing(self, asked: AskedClosing) -> None:
        """Show what is asked, and what was answered so far."""
        before, self._asked = self._asked, asked
        self._question.set_label(asked.question)
        self._kept.set_chosen([asked.kept.value] if asked.kept else [])
        self._bare.setVisible(asked.kept is not None and not asked.linked)
        self._heading.setText(_heading(asked))
        self._heading.setVisible(asked.kept is not None and bool(asked.linkable))
        if before is None or before.linkable != asked.linkable:
            self._shows_all = False
            self._make_lines(asked.linkable)
        self._show_lines(asked)

    def _make_lines(self, linkable: Sequence[Linkable]) -> None:
        clear_layout(self._lines)
        self._buttons = [self._make_line(item) for item in linkable]
        tab_through(self.stops())

    def _make_line(self, item: Linkable) -> LoggedButton:
        button = named(LoggedButton(item.line, item.value), f"{self._name}.link.{item.value}")
        button.setCheckable(True)
        button.clicked.connect(self._on_line)
        self._lines.addWidget(button)
        return button

    def _show_lines(self, asked: AskedClosing) -> None:
        at_first = {item.value for item in _at_first(asked.linkable)} | asked.linked
        for button in self._buttons:
            button.setChecked(button.value in asked.linked)
            button.setVisible(asked.kept is not None and (self._shows_all or button.value in at_first))
        rest = sum(item.value not in at_first for item in asked.linkable)
        self._more.setText(trn("Show {n} more", "Show {n} more", rest).format(n=rest))
        self._more.setVisible(asked.kept is not None and rest > 0 and not self._shows_all)

    def _on_kept(self, value: str) -> None:
        self.kept_chosen.emit(self._number, Kept(value))

    def _on_line(self) -> None:
        button = self.sender()
        if isinstance(button, LoggedButton):
            self.linked.emit(self._number, button.value)

    def _on_more(self) -> None:
        self._shows_all = True
        if self._asked:
            first_new = next((button for button in self._buttons if button.isHidden()), None)
            self._show_lines(self._asked)
            if first_new:
                first_new.setFocus(Qt.FocusReason.OtherFocusReason)


def _at_first(linkable: Sequence[Linkable]) -> Sequence[Linkable]:
    likely = [item for item in linkable if item.is_likely]
    return likely[:MOST_LIKELY] or linkable[:MOST_OTHERS]


def _heading(asked: AskedClosing) -> str:
    if any(item.is_likely for item in asked.linkable):
        return tr("What shows it? Choose what you both saw.")
    return tr("Nothing was marked for it. Does something else show it?")
