"""The rubrics there are, as one calm table, and those that were put away below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.rubric_shelf import Shelf, ShelvedRubric
from scoring.text import tr
from ui.models.word_table import WordRow, Words, WordTable
from ui.rubric_words import name_words, state_words, suits_words
from ui.theme import px
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


class RubricList(QWidget):
    """The manager sees which rubrics there are, and chooses one. It shows what ``show_shelf`` says.

    :signal chosen: the rubric with this id is to be shown.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = Text(
            tr(
                "Calls are watched with the rubrics of the app until you write one of your own. "
                "Make a copy of one and change it, or start with an empty one."
            ),
            Voice.MUTED,
        )
        self._rubrics, self._away = WordTable(_headings()), WordTable(_headings())
        self.table = named(CalmTable(), "rubrics.table")
        self._away_title = Text(tr("Put away"), Voice.STRONG)
        self._away_table = named(CalmTable(), "rubrics.away")
        self._assemble()
        self.table.opened.connect(self._on_opened)
        self._away_table.opened.connect(self._on_away_opened)

    def _assemble(self) -> None:
        self.table.setAccessibleName(tr("Rubrics"))
        self._away_table.setAccessibleName(tr("Rubrics that were put away"))
        for table, model in ((self.table, self._rubrics), (self._away_table, self._away)):
            table.setModel(model)
            table.show_whole()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for part in (self._first, self.table, self._away_title, self._away_table):
            column.addWidget(part)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show all rubrics, one's own first."""
        away = [one for one in shelf.rubrics if one.is_put_away]
        self._first.setVisible(not any(one.is_own for one in shelf.rubrics))
        self._rubrics.show_rows([_row(one) for one in shelf.rubrics if not one.is_put_away])
        self._away.show_rows([_row(one) for one in away])
        self._away_title.setVisible(bool(away))
        self._away_table.setVisible(bool(away))

    def take_keys(self, rubric_id: str | None) -> None:
        """Lead the keys to a rubric, or to the first one."""
        for table, model in ((self.table, self._rubrics), (self._away_table, self._away)):
            row = model.row_of(rubric_id)
            if row is not None:
                table.selectRow(row)
                table.setFocus()
                return
        self.table.setFocus()

    def _on_opened(self, row: int) -> None:
        self.chosen.emit(str(self._rubrics.key_at(row)))

    def _on_away_opened(self, row: int) -> None:
        self.chosen.emit(str(self._away.key_at(row)))


def _headings() -> list[str]:
    return [tr("Rubric"), tr("From"), tr("Version"), tr("Skills"), tr("For"), tr("Calls"), tr("Changes")]


def _row(rubric: ShelvedRubric) -> WordRow:
    words = rubric.latest or rubric.draft
    assert words is not None, "one of them is there"
    return WordRow(
        rubric.id,
        (
            Words(name_words(rubric), Tone.STRONG),
            Words(tr("You") if rubric.is_own else tr("The app"), Tone.MUTED),
            Words(str(rubric.latest.version) if rubric.latest else ""),
            Words(str(len(words.skills))),
            Words(suits_words(words)),
            Words(str(rubric.calls)),
            Words(state_words(rubric), Tone.LATE),
        ),
    )
