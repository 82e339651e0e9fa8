"""Whether all is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scoring.errors import SecondChairError
from scoring.text import tr
from ui.widgets.text import Text, Voice


class SaveState(Text):
    """A few words in a corner: "All saved", "Saving", or a sentence when something needs to be done.

    :param brief: whether there is no room for a sentence: a few words stand for it, and a screen reader says it.
    """

    def __init__(self, parent: QWidget | None = None, *, brief: bool = False) -> None:
        super().__init__("", Voice.SMALL, parent)
        self._brief = brief
        self.setWordWrap(not brief)
        self.setObjectName("save.state")
        self.set_saved()

    def show_saving(self, trouble: SecondChairError | None, *, waiting: bool) -> None:
        """Say what is so: what keeps saving up, that something is on its way to the disk, or that all is there."""
        if trouble:
            self.set_problem(f"{trouble.title}. {trouble.message}")
        elif waiting:
            self.set_saving()
        else:
            self.set_saved()

    def set_saved(self) -> None:
        """Say that everything is on disk."""
        self._say(tr("All saved"), Voice.SMALL)

    def set_saving(self) -> None:
        """Say that something is on its way to the disk."""
        self._say(tr("Saving"), Voice.SMALL)

    def set_problem(self, sentence: str) -> None:
        """Say what keeps things from being saved, and what to do."""
        if self._brief:
            self._say(tr("Not saved yet"), Voice.STRONG, described=sentence)
        else:
            self._say(sentence, Voice.STRONG)

    def _say(self, words: str, voice: Voice, *, described: str = "") -> None:
        self.setAccessibleDescription(described)
        if words != self.accessibleName():
            self.set_voice(voice)
            self.setText(words)
