"""The part of the editor for one skill."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scoring.rating import LEVELS
from scoring.rubric import LONGEST_ITEM, MOST_ITEMS
from scoring.rubric_draft import Place, RubricDraft
from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.item_fields import ItemFields
from ui.widgets.named import named
from ui.widgets.placed_field import PlacedField
from ui.widgets.text import Text, Voice


class SkillPart(QWidget):
    """Everything that is written of a skill, in place; above it, what can be done with the skill.

    :signal edited: (Place, text) a text as it is being written.
    :signal listed: (skill id, number, items) the checklist as it is being written.
    :signal item_left_alone: (Place) an item is to stay as it is.
    :signal move_wanted: by so many places: -1 or 1.
    :signal removal_wanted: the skill is to go.
    """

    edited = Signal(object, str)
    listed = Signal(str, int, object)
    item_left_alone = Signal(object)
    move_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill_id = ""
        self._place = Text("", Voice.MUTED)
        self._up = named(LinkButton(tr("Move up"), quiet=True), "rubric.skill.up")
        self._down = named(LinkButton(tr("Move down"), quiet=True), "rubric.skill.down")
        self._remove = named(LinkButton(tr("Remove"), quiet=True), "rubric.skill.remove")
        self._name = _field("name", tr("Name"), wraps=False)
        self._summary = _field("summary", tr("The line under it"))
        self._seen = _field("seen", tr("Seen when"))
        self._missed = _field("missed", tr("Missed when"))
        self._levels = [(_level("word", number), _level("sentence", number)) for number in LEVELS]
        self._no_chance = _field("no_chance", tr("No chance to see it when"))
        self.items = ItemFields("rubric.item", most=MOST_ITEMS, longest=LONGEST_ITEM)
        self.fields = [
            *(self._name, self._summary, self._seen, self._missed),
            *(field for level in self._levels for field in level),
            self._no_chance,
        ]
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._head())
        column.addWidget(self._name)
        column.addWidget(self._summary)
        column.addLayout(_side_by_side(self._seen, self._missed))
        column.addLayout(self._level_rows())
        column.addWidget(self._no_chance)
        checklist = QVBoxLayout()
        checklist.setSpacing(px(4))
        checklist.addWidget(Text(tr("Checklist"), Voice.STRONG))
        checklist.addWidget(Text(tr("What to look for: each was done, or was not."), Voice.SMALL))
        checklist.addWidget(self.items)
        column.addLayout(checklist)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self._place, 1)
        for link in (self._up, self._down, self._remove):
            row.addWidget(link)
        return head

    def _level_rows(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 8)
        for level, (word, sentence) in zip(LEVELS, self._levels, strict=True):
            number = Text(str(level), Voice.MUTED)
            number.setWordWrap(False)
            row = 3 * level
            for place, part in enumerate((number, word, sentence)):
                grid.addWidget(part, row, place)
            for below, part in enumerate((word, sentence), start=1):
                grid.addWidget(part.hint, row + below, 1, 1, 2)
        levels = QVBoxLayout()
        levels.setSpacing(px(4))
        levels.addWidget(Text(tr("Levels"), Voice.STRONG))
        levels.addWidget(Text(tr("A word for each, and what is seen then."), Voice.SMALL))
        levels.addLayout(grid)
        return levels

    def _connect(self) -> None:
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._remove.clicked.connect(self.removal_wanted)
        self.items.edited.connect(self._on_items)
        self.items.left_alone.connect(self._on_item_left_alone)
        for field in self.fields:
            field.edited.connect(self.edited)

    def show_draft(self, draft: RubricDraft, skill_id: str) -> None:
        """Show what is written of this skill."""
        self._skill_id = skill_id
        ids = [skill.id for skill in draft.skills]
        number = ids.index(skill_id)
        self._place.setText(tr("Skill {n} of {count}").format(n=number + 1, count=len(ids)))
        self._up.setEnabled(number > 0)
        self._down.setEnabled(number + 1 < len(ids))
        for field in self.fields:
            field.show_draft(draft, skill_id)
        self.items.show_items(draft.skill(skill_id).checklist)

    def show_item_hints(self, hints: Mapping[Place, str]) -> None:
        """Show what would help beside the items concerned."""
        self.items.show_hints({n: hints.get(self._item(n), "") for n in range(1, MOST_ITEMS + 1)})

    def take_keys(self, place: Place) -> None:
        """Give the keys to a place of the skill."""
        if place.field == "checklist":
            self.items.take_keys(place.number)
        for field in self.fields:
            if (field.place.field, field.place.number) == (place.field, place.number):
                field.take_keys()

    def _item(self, number: int) -> Place:
        return Place(field="checklist", skill=self._skill_id, number=number)

    def _on_item_left_alone(self, number: int) -> None:
        self.item_left_alone.emit(self._item(number))

    def _on_up(self) -> None:
        self.move_wanted.emit(-1)

    def _on_down(self) -> None:
        self.move_wanted.emit(1)

    def _on_items(self, number: int, items: tuple[str, ...]) -> None:
        self.listed.emit(self._skill_id, number, items)


def _field(field: str, label: str, *, wraps: bool = True) -> PlacedField:
    return PlacedField(f"rubric.skill.{field}", Place(field=field), label, wraps=wraps)


def _level(field: str, number: int) -> PlacedField:
    label = tr("Level {n}, the word") if field == "word" else tr("Level {n}, what is seen")
    place = Place(field=field, number=number)
    name = f"rubric.level.{number}.{field}"
    return PlacedField(name, place, label.format(n=number), wraps=field == "sentence", alone=True)


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(14))
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
