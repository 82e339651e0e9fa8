"""Two calls a month apart in a real window: the second starts where the first one ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

FOCUS = "asks-before-answering"
CHANGE = "I ask what it costs them before I answer"


def test_what_was_agreed_is_looked_at_a_month_later(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Desktop(data, days=-31) as desk:
        _begin(desk)
        _first_call(desk)
    with Desktop(data) as desk:
        desk.wait_for_words("Home")


def _begin(desk: Desktop) -> None:
    desk.fill("welcome.name", "Dana Whitfield")
    desk.click("welcome.begin")
    desk.click("empty.action")
    desk.fill("rep.name", "Priya Nair")
    desk.click("rep.call")


def _first_call(desk: Desktop) -> None:
    _tee_up(desk, "Elm Street Clinic")
    desk.click(f"teeup.focus.choice.{FOCUS}")
    desk.wait_until_chosen(f"teeup.focus.choice.{FOCUS}")
    _sit_in(desk)
    _look_back(desk, "2")
    desk.fill("debrief.change.0.words", CHANGE)
    desk.click("debrief.can_say.choice.yes")
    desk.click("debrief.page")
    desk.node("page.save")


def _tee_up(desk: Desktop, customer: str) -> None:
    desk.fill("teeup.customer", customer)
    desk.fill("teeup.purpose", "Agree the scope of the pilot")
    desk.fill("teeup.introduction", "Dana works with me and is here to listen.")


def _sit_in(desk: Desktop) -> None:
    desk.click("teeup.sitin")
    desk.click("observe.introduction.choice.as_agreed")
    desk.click("observe.rep")
    desk.click(f"skill.{FOCUS}.seen")
    desk.click("observe.customer")
    desk.wait_for_words("All saved")
    desk.click("observe.end")


def _look_back(desk: Desktop, level: str) -> None:
    desk.click(f"myview.skills.skill.{FOCUS}")
    desk.click(f"level.{level}")
    desk.click("myview.done")
    desk.fill("debrief.well", "They came up with the scope themselves.")
    desk.click("debrief.open")
    desk.click("step.agree")
