"""The skills of a rubric as tiles, in call order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import px
from ui.widgets.mark_row import MarkRow
from ui.widgets.mark_tile import MarkTile
from ui.widgets.press_button import Clock, monotonic_ms

# px at 100 %: one skill alone is no wall, and is found where the first always is
_WIDEST, _HIGHEST, _HIGHEST_ROW = 560, 320, 96
_GROWS = 1000  # the tiles have all the room they can take before any is left empty behind them


@dataclass(frozen=True, slots=True)
class GridSkill:
    """What a tile shows: the skill's id and name, its two keys, and whether it is watched for."""

    id: str
    name: str
    keys: tuple[str, str]
    focus: bool


class SkillGrid(QWidget):
    """One tile a skill. It shows what ``set_tally`` says; a press only tells.

    :param rows_beside: so many columns of rows that lie down, where there is little room; 0 is tiles.
    :param name: the first part of the tiles' object names.
    :param clock: the present time in ms; only differences count.
    :signal tapped: (skill id, seen): a half was pressed.
    :signal held: (skill id, seen): the press lasts: words are to follow.
    """

    tapped = Signal(str, bool)
    held = Signal(str, bool)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        rows_beside: int = 0,
        name: str = "skill",
        clock: Clock = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._rows_beside = rows_beside
        self._clock = clock
        self._skills: list[GridSkill] = []
        self._tiles: list[MarkTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(4 if rows_beside else 10))

    def show_skills(self, skills: Sequence[GridSkill]) -> None:
        """Replace the tiles, unless they are the same already."""
        if list(skills) == self._skills:
            return
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._skills = list(skills)
        self._tiles = [self._made(skill, place) for place, skill in enumerate(skills)]
        columns = self._rows_beside or columns_of(len(skills))
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
            tile.show()  # at once, also in a grid that is already on screen
        rows = -(-len(skills) // columns)
        for row in range(max(rows, self._grid.rowCount()) + 1):
            self._grid.setRowStretch(row, _GROWS if row < rows else int(row == rows))
        for column in range(max(columns, self._grid.columnCount()) + 1):
            self._grid.setColumnStretch(column, _GROWS if column < columns else int(column == columns))

    def skill_ids(self) -> list[str]:
        """:returns: the ids of the skills in order."""
        return [skill.id for skill in self._skills]

    def tile(self, number: int) -> MarkTile | None:
        """:returns: the tile of skill ``number`` (0 for the first), or None if there is none."""
        return self._tiles[number] if number < len(self._tiles) else None

    def set_counted(self, counted: bool) -> None:
        """Say the numbers of marks too, or leave it at dots."""
        for tile in self._tiles:
            tile.set_counted(counted)

    def set_tally(self, skill: str, *, seen: tuple[int, int], missed: tuple[int, int]) -> None:
        """Show the marks of a skill, each as (saved, not saved yet)."""
        for known, tile in zip(self._skills, self._tiles, strict=True):
            if known.id == skill:
                tile.set_tally(seen=seen, missed=missed)

    def _made(self, skill: GridSkill, place: int) -> MarkTile:
        kind = MarkRow if self._rows_beside else MarkTile
        tile = kind(skill.name, skill.keys, self, place=place, focus_skill=skill.focus, clock=self._clock)
        if self._rows_beside:
            tile.setMaximumHeight(max(px(_HIGHEST_ROW), tile.heightForWidth(tile.minimumSizeHint().width())))
        else:
            tile.setMaximumSize(px(_WIDEST), px(_HIGHEST))
        tile.setObjectName(f"{self._name}.{skill.id}")
        tile.seen.setObjectName(f"{self._name}.{skill.id}.seen")
        tile.missed.setObjectName(f"{self._name}.{skill.id}.missed")
        tile.seen_tapped.connect(self._on_seen)
        tile.missed_tapped.connect(self._on_missed)
        tile.seen_held.connect(self._on_seen_held)
        tile.missed_held.connect(self._on_missed_held)
        return tile

    def _sending_skill(self) -> str:
        tile = self.sender()
        assert isinstance(tile, MarkTile)
        return self._skills[self._tiles.index(tile)].id

    def _on_seen(self) -> None:
        self.tapped.emit(self._sending_skill(), True)

    def _on_missed(self) -> None:
        self.tapped.emit(self._sending_skill(), False)

    def _on_seen_held(self) -> None:
        self.held.emit(self._sending_skill(), True)

    def _on_missed_held(self) -> None:
        self.held.emit(self._sending_skill(), False)


def columns_of(count: int) -> int:
    """:returns: how many tiles stand side by side: nine in threes, twelve in fours."""
    if count > 9:
        return 4
    return 3 if count > 4 else min(count, 2) or 1
