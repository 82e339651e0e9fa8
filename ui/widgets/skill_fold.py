"""A skill to read: its name and what it is about, and all its words once it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scoring.rubric import Skill
from scoring.text import tr
from ui.theme import px
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.text import Text, Voice


class SkillFold(Panel):
    """Shows one skill. What is below its name is made when it is first opened: a rubric has up to twelve of them.

    :param number: its place in the rubric, from 1.
    :signal opened: whether all its words are shown now.
    """

    opened = Signal(bool)

    def __init__(self, skill: Skill, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._skill = skill
        self._words: QWidget | None = None
        self.link = named(QuietLink(), f"skill.{skill.id}.more")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(15), px(10), px(15), px(8))
        self._column.setSpacing(px(2))
        self._column.addWidget(Text(tr("{n}. {skill}").format(n=number, skill=skill.name), Voice.STRONG))
        self._column.addWidget(Text(skill.summary, Voice.MUTED))
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.link.clicked.connect(self._on_link)
        self._show_link(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether all its words are shown."""
        return self._words is not None and not self._words.isHidden()

    def _on_link(self) -> None:
        is_open = not self.is_open
        if self._words is None:
            self._words = _SkillWords(self._skill, self)
            self._column.addWidget(self._words)
        self._words.setVisible(is_open)
        self._show_link(is_open=is_open)
        self.opened.emit(is_open)

    def _show_link(self, *, is_open: bool) -> None:
        self.link.setText(tr("Close") if is_open else tr("Seen, missed and levels"))
        self.link.setAccessibleDescription(self._skill.name)


class _SkillWords(QWidget):
    """What earns a mark, the levels, and what to look for."""

    def __init__(self, skill: Skill, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(4), 0, px(6))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 5)
        for row, (label, words) in enumerate(_lines(skill)):
            grid.addWidget(Text(label, Voice.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(words), row, 1, Qt.AlignmentFlag.AlignTop)


def _lines(skill: Skill) -> list[tuple[str, str]]:
    """:returns: what stands at the leading side, and the words beside it."""
    level = tr("{n} {word}")
    items = [("" if number else tr("Look for"), item) for number, item in enumerate(skill.checklist)]
    return [
        (tr("Seen"), skill.seen),
        (tr("Missed"), skill.missed),
        *((level.format(n=one.number, word=one.word), one.sentence) for one in skill.levels),
        (tr("No chance to see"), skill.no_chance),
        *items,
    ]
