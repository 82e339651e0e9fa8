"""Making one person of two entries: what happens, and which of the two stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.people import Rep
from scoring.text import tr
from ui.theme import px
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.other_entries import described
from ui.widgets.text import Text, Voice


class MergePanel(AskingPanel):
    """Hidden until ``ask``. Esc or "Leave it as it is" puts the question away; ``left`` comes before ``merge_chosen``.

    :signal merge_chosen: (rep_id, into): the calls of the first are to count as those of the second.
    """

    merge_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[Rep, Rep] | None = None
        self._title = Text("", Voice.HEADING)
        self._words = Text()
        self.button = named(PrimaryButton(), "merge.merge")
        self.swap = named(SecondaryButton(), "merge.swap")
        self.leave_button = named(LinkButton(tr("Leave it as it is"), quiet=True), "merge.leave")
        self._assemble()
        self.button.clicked.connect(self._on_merge)
        self.swap.clicked.connect(self._on_swap)
        self.leave_button.clicked.connect(self.put_away)

    def ask(self, kept: Rep, other: Rep) -> None:
        """Ask whether two entries are to become one."""
        self._show_pair(kept, other)
        self.show()
        self.button.setFocus()

    def _assemble(self) -> None:
        buttons = FlowLayout(spacing=px(12))
        for button in (self.button, self.swap, self.leave_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def _show_pair(self, kept: Rep, other: Rep) -> None:
        self._pair = (kept, other)
        self._title.setText(tr("One person from now on: {rep}").format(rep=described(kept)))
        words = tr(
            "Every call entered with {other} counts as one with {kept}. No call and no page is changed, the notes of "
            "both stay, and you can take the two apart again at any time."
        )
        self._words.setText(words.format(other=described(other), kept=kept.name))
        self.button.setText(tr("Make them one"))
        self.swap.setText(tr("Keep the other entry"))
        self.swap.setAccessibleDescription(described(other))

    def _on_swap(self) -> None:
        if self._pair:
            kept, other = self._pair
            self._show_pair(other, kept)

    def _on_merge(self) -> None:
        if self._pair:
            kept, other = self._pair
            self.put_away()
            self.merge_chosen.emit(other.id, kept.id)
