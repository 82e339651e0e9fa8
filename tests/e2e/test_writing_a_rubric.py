"""A rubric is made in a real window by a screen reader alone, and by the keyboard alone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from scoring.rubric import Rubric, is_shipped
from scoring.store import Store
from tests.e2e.desktop import Desktop, is_showing

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
    (rubric,) = _made(tmp_path / "data")
    assert rubric.name == "First visits"
    assert [(skill.name, skill.seen) for skill in rubric.skills] == [
        ("Asks first", "Asks, and waits."),
        ("Opens with purpose", "Says why they are here."),
    ]


def test_without_a_pointer_a_rubric_is_written_put_in_order_and_taken_back(tmp_path: Path) -> None:
    with Desktop(tmp_path / "data") as desk:
        desk.node("welcome.name")
        desk.type("Dana Whitfield")
        desk.key("Return")
        desk.tab_to("nav.home")
        desk.key("Down", "Down", "Down", "Down", "Return")
        _enter(desk, "header.action")
        desk.node("rubric.name")
        desk.type("First visits")
        _enter(desk, _rows(desk)[0])
        desk.node("rubric.skill.name")
        desk.type("Opens plainly")
        _enter(desk, "rubric.add")
        desk.wait_for_words("Skill 2 of 2")
        desk.type("Agrees a step")
        desk.tab_to(_rows(desk)[1])
        for keys, words in (
            ("alt+Up", "Skill 1 of 2"),
            ("ctrl+z", "Skill 2 of 2"),
            ("ctrl+y", "Skill 1 of 2"),
            ("Delete", "“Agrees a step” is removed."),
            ("ctrl+z", "Skill 1 of 2"),
        ):
            desk.key(keys)
            desk.wait_for_words(words)
        _enter(desk, "rubric.use")
        _enter(desk, "rubric.use.now")
        desk.wait_for_words("Version 1 is in use")
    (rubric,) = _made(tmp_path / "data")
    assert [skill.name for skill in rubric.skills] == ["Agrees a step", "Opens plainly"]


def _enter(desk: Desktop, name: str) -> None:
    desk.tab_to(name)
    desk.key("Return")


def _rows(desk: Desktop) -> list[str]:
    """:returns: the object names of the skills, in their order."""
    desk.node("rubric.order")
    ids = [node["id"].partition(".rubric.order.") for node in desk.nodes() if is_showing(node)]
    return [row for _, _, row in ids if row]


def _made(data: Path) -> list[Rubric]:
    """:returns: the versions of the one rubric that is not the app's."""
    with closing(Store.open(data)) as store:
        (rubric,) = [one for one in store.rubrics.latest() if not is_shipped(one.id)]
        return store.rubrics.versions(rubric.id)


def _write_skill(desk: Desktop, name: str, seen: str) -> None:
    desk.write("rubric.skill.name", name)
    desk.write("rubric.skill.seen", seen)
