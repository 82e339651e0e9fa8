"""Two calls a month apart in a real window: the second starts where the first one ended."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scoring.store import Store
from tests.e2e.desktop import PROJECT, Desktop, is_showing
from tests.e2e.test_whole_job import text_of

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

FOCUS = "asks-before-answering"
CHANGE = "I ask what it costs them before I answer"
NEXT_CHANGE = "I wait three seconds before I answer"


def test_what_was_agreed_is_looked_at_a_month_later(tmp_path: Path) -> None:
    data, page = tmp_path / "data", tmp_path / "page.pdf"
    with Desktop(data, days=-31) as desk:
        _begin(desk)
        _tee_up(desk, "Elm Street Clinic")
        desk.fill("teeup.introduction", "Dana works with me and is here to listen.")
        desk.click(f"teeup.focus.choice.{FOCUS}")
        _sit_in(desk)
        _look_back(desk, "2")
        desk.click("step.agree")
        _agree(desk, CHANGE)
        desk.node("page.save")
    with Desktop(data) as desk:
        desk.wait_for_words("Not checked since")
        desk.click("header.action")
        desk.node("newcall.reps")
        desk.key("Return")
        desk.wait_for_words(CHANGE)  # it opens the tee-up
        desk.wait_until_chosen(f"teeup.focus.choice.{FOCUS}")
        _tee_up(desk, "Northgate Dental")
        _sit_in(desk)
        _look_back(desk, "3")
        desk.click("closing.0.kept.choice.kept")
        desk.wait_for_words("Without anything seen on this ride. The page says so.")
        desk.click(_button_for(desk, "closing.0.link."))
        desk.click("debrief.to_agree")
        _agree(desk, NEXT_CHANGE)
        desk.click("page.save")
        desk.save_as(page)
        _see_it_everywhere(desk)
    assert "Since last time" in text_of(page)
    assert f"{CHANGE}”. Kept: seen at" in text_of(page)
    _check_the_record(data)
    _check_the_commands(data)


def _begin(desk: Desktop) -> None:
    desk.type("Dana Whitfield")
    desk.key("Return")
    desk.click("empty.action")
    desk.node("rep.name")
    desk.type("Priya Nair")
    desk.click("rep.call")


def _tee_up(desk: Desktop, customer: str) -> None:
    desk.node("teeup.customer")
    desk.type(customer)
    desk.fill("teeup.purpose", "Agree the scope of the pilot")


def _sit_in(desk: Desktop) -> None:
    desk.click("teeup.sitin")
    desk.click("observe.introduction.choice.as_agreed")
    desk.key("a", "2", "s")
    desk.wait_for_words("All saved")
    desk.click("observe.end")


def _look_back(desk: Desktop, level: str) -> None:
    desk.node("level.2")
    desk.key("Down", level)
    desk.click("myview.done")
    desk.node("debrief.well")
    desk.type("They came up with the scope themselves.")
    desk.click("debrief.open")


def _agree(desk: Desktop, change: str) -> None:
    desk.fill("debrief.change.0.words", change)
    desk.click("debrief.can_say.choice.yes")
    desk.click("debrief.page")


def _see_it_everywhere(desk: Desktop) -> None:
    """On Home, on the rep's page and in the mirror."""
    desk.key("alt+Left")
    desk.wait_for_words("2 3, too few to tell")
    desk.click("nav.reps")
    desk.click("reps.active")
    desk.wait_for_words("2 joint calls")
    desk.wait_for_words(CHANGE)
    desk.wait_for_words("Kept")
    desk.wait_for_words(NEXT_CHANGE)
    desk.click("nav.mirror")
    desk.wait_for_words("For you alone")
    words = "1 closed with evidence"  # further down than the window shows
    desk.wait(lambda nodes: [node for node in nodes if words in node["name"]], words)


def _button_for(desk: Desktop, prefix: str) -> str:
    """:returns: the object name of the first widget on the screen whose name begins so."""

    def look(nodes: list[dict[str, Any]]) -> str | None:
        ids = (node["id"] for node in nodes if is_showing(node))
        return next((prefix + one.partition("." + prefix)[2] for one in ids if "." + prefix in one), None)

    found = desk.wait(look, f"{prefix}…")
    assert isinstance(found, str)
    return found


def _check_the_record(data: Path) -> None:
    with closing(Store.open(data)) as store:
        latest, first = store.facts.all()
        assert store.check() == []
    (closing_said,) = latest.closings
    assert (closing_said.agreed_in, closing_said.words, closing_said.kept) == (first.call_id, CHANGE, "kept")
    assert len(closing_said.evidence) == 1


def _check_the_commands(data: Path) -> None:
    """What the two pages show is printed too."""
    assert CHANGE in json.dumps(_printed(data, "rep", "Priya Nair"))
    assert _printed(data, "mirror")


def _printed(data: Path, *arguments: str) -> Any:
    command = [sys.executable, str(PROJECT / "main.py"), *arguments, "--json", "--data-dir", str(data)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
