"""The commitments that a calendar can remind of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True)
class Remindable:
    """A commitment with a day: its ``number`` in its call, and a sentence that says which one and when."""

    number: int
    sentence: str


class ReminderList(QWidget):
    """Each commitment that has a day with a way to add it to a calendar, and where the last file lies. Without any
    there is nothing to see.

    :signal chosen: the number of the commitment to be reminded of.
    :signal folder_chosen: show the file that was saved in its folder.
    """

    chosen = Signal(int)
    folder_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Remindable, ...] | None = None
        self._tab_place = TabPlace(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self._status = named(Text("", Voice.MUTED), "reminders.status")
        self._folder = named(LinkButton(tr("Show in folder")), "reminders.folder")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._rows)
        column.addWidget(self._status)
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeading)
        self._folder.clicked.connect(self.folder_chosen)
        self.show_reminders(())

    def show_reminders(self, reminders: Sequence[Remindable]) -> None:
        """Show these in place of the others; what was said of a file is said no longer."""
        self._say("")
        self.setVisible(bool(reminders))
        if self._shown == tuple(reminders):  # the link that was pressed keeps the focus
            return
        self._shown = tuple(reminders)
        clear_layout(self._rows)
        tab_through([self._tab_place, *map(self._add, reminders), self._folder])

    def _add(self, item: Remindable) -> LinkButton:
        link = named(_ReminderLink(item), f"reminders.add.{item.number}")
        link.clicked.connect(self._on_chosen)
        text = Text(item.sentence, Voice.MUTED)
        self._rows.addWidget(text)
        self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (text, link):
            part.show()  # at once, also in a list that is already on screen
        return link

    def show_saved(self, path: Path) -> None:
        """The file is written."""
        words = tr("Saved in {folder} as {name}. Open it to add it to your calendar.")
        self._say(words.format(folder=path.parent, name=path.name), has_file=True)

    def show_problem(self, sentence: str) -> None:
        """Something did not work, and this is what to do."""
        self._say(sentence, Voice.LATE)

    def _say(self, sentence: str, voice: Voice = Voice.MUTED, *, has_file: bool = False) -> None:
        self._status.set_voice(voice)
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        self._folder.setVisible(has_file)

    def _on_chosen(self) -> None:
        link = self.sender()
        if isinstance(link, _ReminderLink):
            self.chosen.emit(link.number)


class _ReminderLink(LinkButton):
    def __init__(self, item: Remindable) -> None:
        super().__init__(tr("Add to calendar"))
        self.setAccessibleName(tr("Add to calendar: {sentence}").format(sentence=item.sentence))
        self.number = item.number
