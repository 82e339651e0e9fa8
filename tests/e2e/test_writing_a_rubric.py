"""A rubric is made by a screen reader alone, in a real window: no pointer, no key."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from scoring.rubric import is_shipped
from scoring.store import Store
from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]


def test_a_screen_reader_makes_a_rubric_of_two_skills_and_puts_it_in_use(tmp_path: Path) -> None:
    with Desktop(tmp_path / "data") as desk:
        desk.write("welcome.name", "Dana Whitfield")
        desk.press("welcome.begin")
        desk.press("nav.rubrics")
        desk.node("rubrics.table")
        desk.press("header.action")
        desk.write("rubric.name", "First visits")
        desk.press("rubric.use")
        desk.press("rubric.use.missing")
        _write_skill(desk, "Opens with purpose", "Says why they are here.")
        desk.press("rubric.add")
        _write_skill(desk, "Asks first", "Asks, and waits.")
        desk.wait_for_words("Skill 2 of 2")
        desk.press("rubric.skill.up")
        desk.wait_for_words("Skill 1 of 2")
        desk.wait_for_words("All saved")
        assert desk.node("rubric.skill.seen")["name"] == "Seen when"
        desk.press("rubric.use")
        desk.press("rubric.use.now")
        desk.wait_for_words("Version 1 is in use")
    with closing(Store.open(tmp_path / "data")) as store:
        (rubric,) = [one for one in store.rubrics.latest() if not is_shipped(one.id)]
    assert rubric.name == "First visits"
    assert [(skill.name, skill.seen) for skill in rubric.skills] == [
        ("Asks first", "Asks, and waits."),
        ("Opens with purpose", "Says why they are here."),
    ]


def _write_skill(desk: Desktop, name: str, seen: str) -> None:
    desk.write("rubric.skill.name", name)
    desk.write("rubric.skill.seen", seen)
