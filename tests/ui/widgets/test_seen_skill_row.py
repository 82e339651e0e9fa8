from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.ui.widgets.conftest import Stage
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.level_dots import LevelDots
from ui.widgets.level_picker import LevelRow
from ui.widgets.seen_skill_row import SeenSkillRow

SKILL = default_rubric().skills[0]


@pytest.fixture
def row(stage: Stage) -> SeenSkillRow:
    made = SeenSkillRow(SKILL)
    stage(made, size=(720, 300))
    return made


def _change(row: SeenSkillRow) -> QAbstractButton:
    found = row.findChild(QAbstractButton, f"seen.{SKILL.id}.change")
    assert found
    return found


def test_the_chips_come_when_asked_for_and_go_once_one_is_pressed(row: SeenSkillRow) -> None:
    told: list[Rating] = []
    row.rated.connect(told.append)
    row.show_levels(Rating(skill=SKILL.id, level=2), "Sometimes", "")
    chips = row.findChildren(LevelRow)
    assert not any(chip.isVisible() for chip in chips)
    _change(row).click()
    assert all(chip.isVisible() for chip in chips)
    assert QApplication.focusWidget() is chips[1], "what stands has the keys"
    chips[3].click()
    assert told == [Rating(skill=SKILL.id, level=4)]
    assert not any(chip.isVisible() for chip in chips)
    assert QApplication.focusWidget() is _change(row)


@pytest.mark.parametrize(("level", "dots"), [(3, True), (None, False)])
def test_dots_stand_for_a_level_and_never_for_no_chance(
    row: SeenSkillRow, level: int | None, dots: bool
) -> None:
    row.show_levels(Rating(skill=SKILL.id, level=level), "word", "")
    assert [found.isVisible() for found in row.findChildren(LevelDots)] == [dots]


def test_each_level_is_chosen_beside_its_anchor(row: SeenSkillRow) -> None:
    _change(row).click()
    anchors = {level.accessibleDescription() for level in row.findChildren(LevelRow) if level.isVisible()}
    assert anchors == {*(level.sentence for level in SKILL.levels), SKILL.no_chance}


def test_what_was_ticked_is_seen_and_takes_no_room_where_nothing_was(row: SeenSkillRow) -> None:
    row.show_ticked(("Waits for the answer",))
    assert "Waits for the answer" in _visible_words(row)
    row.show_ticked(())
    assert "Waits for the answer" not in _visible_words(row)


def test_evidence_is_shown_in_short_or_line_by_line(row: SeenSkillRow, qtbot: QtBot) -> None:
    row.show_evidence("3 seen", (), is_focus=False)
    assert "3 seen" in _visible_words(row)
    row.show_evidence("3 seen", (EvidenceLine("04:10", "+", "Asked back"),), is_focus=True)
    assert "3 seen" not in _visible_words(row)
    assert "Asked back" in _visible_words(row)


def _visible_words(row: SeenSkillRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.isVisibleTo(row)]
