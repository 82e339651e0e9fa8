"""What every live face shows, and shows alike: the floor, the skills, the clock, and whether all is saved."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from ui.session import Session
from ui.sitting import Names, Sitting
from ui.widgets.corner import Corner
from ui.widgets.floor_tiles import FloorTiles
from ui.widgets.save_state import SaveState
from ui.widgets.skill_grid import GridSkill, SkillGrid

NO_KEYS = ("", "")


class LiveFace:
    """Reads the state of the call that is sat in on into the widgets of one face.

    It is neutral unless the manager asked for names and figures on this face.
    """

    def __init__(
        self,
        session: Session,
        sitting: Sitting,
        *,
        clock: Corner,
        saved: SaveState,
        floor: FloorTiles,
        skills: SkillGrid,
    ) -> None:
        self._session = session
        self._sitting = sitting
        self._clock = clock
        self._saved = saved
        self._floor = floor
        self._skills = skills
        self._neutral = True

    def begin(self, call_id: UUID, *, neutral: bool, keys: Sequence[tuple[str, str]] = ()) -> None:
        """Sit in on a call.

        :param keys: of seen and of missed, skill by skill, as far as there are keys.
        """
        self._sitting.begin(call_id)
        self._neutral = neutral
        skills, focus = self._sitting.rubric.skills, self._sitting.state.tee_up.focus_skills
        pairs = [*keys, *[NO_KEYS] * len(skills)]
        self._skills.show_skills(
            [
                GridSkill(skill.id, skill.name, pair, skill.id in focus)
                for skill, pair in zip(skills, pairs, strict=False)
            ]
        )
        self._skills.set_counted(not neutral)

    def show_state(self) -> None:
        """Show what was logged, and how far it is saved."""
        state, tallies = self._sitting.state, self._sitting.tallies()
        self._floor.set_current(state.floor)
        self._floor.set_late(self._sitting.is_late)
        for skill in self._skills.skill_ids():
            seen, missed = (tallies.get((skill, seen), (0, 0)) for seen in (True, False))
            self._skills.set_tally(skill, seen=seen, missed=missed)
        self._saved.show_saving(self._session.trouble, waiting=bool(self._session.pending))
        self._show_clock()

    def show_time(self) -> None:
        """Show the clock, and what changes as slowly: names and shares, where the manager asked for them."""
        self._show_clock()
        names = Names() if self._neutral else self._sitting.names()
        self._floor.set_names(names.rep, names.customer, names.shares)

    def _show_clock(self) -> None:
        words = self._sitting.time_words()
        if words != self._clock.text():
            self._clock.setText(words)
