"""A rubric is made by a screen reader alone, in a real window: no pointer, no key."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.store import Store
from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

RUBRIC = "first-visits"


def test_a_screen_reader_makes_a_rubric_of_two_skills_and_puts_it_in_use(tmp_path: Path) -> None:
    with Desktop(tmp_path / "data", rubric=RUBRIC) as desk:
        desk.write("rubric.name", "First visits")
        for name, seen in (
            ("Opens with purpose", "Says why they are here."),
            ("Asks first", "Asks, and waits."),
        ):
            desk.press("rubric.add")
            desk.write("rubric.skill.name", name)
            desk.write("rubric.skill.seen", seen)
        desk.wait_for_words("Skill 2 of 2")
        desk.press("rubric.skill.up")
        desk.wait_for_words("Skill 1 of 2")
        desk.wait_for_words("All saved")
        assert desk.node("rubric.skill.seen")["name"] == "Seen when"
        desk.press("rubric.use")
        desk.press("rubric.use.now")
        desk.wait_for_words("Version 1 is in use")
    store = Store.open(tmp_path / "data")
    rubric = store.rubrics.get(RUBRIC, 1)
    store.close()
    assert rubric.name == "First visits"
    assert [(skill.name, skill.seen) for skill in rubric.skills] == [
        ("Asks first", "Asks, and waits."),
        ("Opens with purpose", "Says why they are here."),
    ]
