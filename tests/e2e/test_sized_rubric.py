"""A rubric of twelve skills in a real window: each is logged by its keys and by the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.entry import Marked, WordsHeard
from scoring.teeup import Way
from tests.e2e.calls import a_planned_call, what_became_of
from tests.e2e.desktop import Desktop
from tests.sized_rubrics import sized_rubric

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]


def test_the_first_and_the_last_skills_of_twelve_are_logged_by_key_and_by_pointer(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path, Way.OPEN_LAPTOP, sized_rubric(12))
    with Desktop(tmp_path) as desk:
        desk.click(f"home.call.{call_id}")
        desk.click("teeup.sitin")
        desk.node("observe.rep")
        desk.key("1", "q", "9", "o", "x", "c", "n", "m")
        for number in (1, 9, 10, 12):
            desk.click(f"skill.skill-{number}.missed")
        desk.key("Return")
        desk.type("cut")
        desk.key("ctrl+a", "ctrl+x", "ctrl+v", "Return")  # in a field they cut and paste
        desk.wait_for_words("All saved")
    state = what_became_of(tmp_path, call_id)
    assert [words.text for _, words in state.of(WordsHeard)] == ["cut"]
    assert [(mark.skill, mark.seen) for _, mark in state.of(Marked)] == [
        ("skill-1", True),
        ("skill-1", False),
        ("skill-9", True),
        ("skill-9", False),
        ("skill-10", True),
        ("skill-10", False),
        ("skill-12", True),
        ("skill-12", False),
        ("skill-1", False),
        ("skill-9", False),
        ("skill-10", False),
        ("skill-12", False),
    ]
