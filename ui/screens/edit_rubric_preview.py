"""How the rubric looks in a call: the tiles of Sit in, the levels to choose from, and what to look for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.rating import LEVELS
from scoring.rubric_draft import Place, RubricDraft, text_at, usual
from scoring.text import tr
from ui.rubric_keys import ordered_skills
from ui.theme import LIVE, px, wear
from ui.widgets.checklist import Checklist
from ui.widgets.level_picker import NO_CHANCE, LevelPicker, LevelText
from ui.widgets.named import named
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.skill_grid import GridSkill, SkillGrid, columns_of
from ui.widgets.text import Text, Voice

_TILE = 116  # px at 100 %, the least height of a tile here


class RubricPreview(ScrollPage):
    """Only to look at: nothing of it can be pressed, and Tab passes it by. Where the tiles do not fit side by side
    they lie down, as on the strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = QWidget()
        self._tiles = SkillGrid(name="preview.tile")
        self._rows = SkillGrid(name="preview.row", rows_beside=1)
        self._levels_title = Text("", Voice.STRONG)
        self._picker = named(LevelPicker(), "preview.levels")
        self._items_title = Text(tr("Did you see it?"), Voice.STRONG)
        self._items = Checklist("preview.item")
        for part in (self._live, self._picker, self._items):
            part.setEnabled(False)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(self._live)
        inside.setContentsMargins(px(12), px(12), px(12), px(12))
        inside.addWidget(self._tiles)
        inside.addWidget(self._rows)
        wear(self._live, LIVE)
        self.column.setContentsMargins(px(24), px(22), px(24), px(22))
        self.column.setSpacing(px(10))
        self.column.addWidget(Text(tr("On Sit in"), Voice.STRONG))
        for part in (self._live, self._levels_title, self._picker, self._items_title, self._items):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_draft(self, draft: RubricDraft, skill_id: str) -> None:
        """Show it as it would be if it were in use now, with the levels of this skill, or else of the first one."""
        skills = ordered_skills(draft)
        keys = [tuple(skill.keys.split()) or ("", "") for skill in skills]
        shown = [
            GridSkill(skill.id, skill.name, (pair[0], pair[-1]), focus=False)
            for skill, pair in zip(skills, keys, strict=True)
        ]
        for grid in (self._tiles, self._rows):
            grid.show_skills(shown)
        self._live.setVisible(bool(shown))
        self._fit()
        names = {skill.id: skill.name for skill in skills}
        skill_id = skill_id if skill_id in names else next(iter(names), "")
        title = tr("When it is rated: {skill}").format(skill=names.get(skill_id, ""))
        self._levels_title.setText(title if skill_id else tr("Add a skill, and it stands here."))
        self._picker.set_levels(_levels(draft, skill_id) if skill_id else ())
        items = draft.skill(skill_id).checklist if skill_id else ()
        self._items.set_items(items)
        for part in (self._items_title, self._items):
            part.setVisible(bool(items))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = len(self._tiles.skill_ids())
        columns = columns_of(count)
        widest = max((self._tile_width(number) for number in range(count)), default=0)
        room = self.viewport().width() - 2 * px(36)
        fits = columns * widest + (columns - 1) * px(10) <= room
        self._tiles.setVisible(fits)
        self._rows.setVisible(not fits)
        self._tiles.setMinimumHeight(-(-count // columns) * px(_TILE))

    def _tile_width(self, number: int) -> int:
        tile = self._tiles.tile(number)
        return tile.unbroken_width() if tile else 0


def _levels(draft: RubricDraft, skill_id: str) -> list[LevelText]:
    def said(field: str, number: int = 0) -> str:
        place = Place(field=field, skill=skill_id, number=number)
        return text_at(draft, place) or usual(place)

    levels = [LevelText(number, said("word", number), said("sentence", number)) for number in LEVELS]
    return [*levels, LevelText(NO_CHANCE, tr("No chance"), said("no_chance"))]
