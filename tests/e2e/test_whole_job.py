"""The whole job, from the first start to the saved page, in a real window."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from scoring.entry import Floor
from scoring.floor import floor_spans
from scoring.state import CallState, Phase
from scoring.store import Store
from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

CHANGE = "I ask what it costs them before I answer"


def test_a_manager_clicks_from_the_first_start_to_the_saved_page(tmp_path: Path) -> None:
    data, page = tmp_path / "data", tmp_path / "page.pdf"
    with Desktop(data) as desk:
        desk.fill("welcome.name", "Dana Whitfield")
        desk.click("welcome.begin")
        desk.click("empty.action")
        desk.fill("rep.name", "Priya Nair")
        desk.click("rep.call")
        desk.fill("teeup.customer", "Elm Street Clinic")
        desk.fill("teeup.purpose", "Agree the scope of the pilot")
        desk.fill("teeup.introduction", "Dana works with me and is here to listen.")
        desk.click("teeup.focus.choice.asks-before-answering")
        desk.wait_until_chosen("teeup.focus.choice.asks-before-answering")
        desk.click("teeup.sitin")
        desk.click("observe.introduction.choice.as_agreed")
        desk.click("observe.rep")
        desk.click("skill.asks-before-answering.seen")
        desk.click("skill.stays-calm.missed")
        desk.click("observe.customer")
        desk.fill("observe.words", "What would make this a no?")
        desk.key("Return")
        desk.wait_for_words("All saved")
        desk.click("observe.end")
        desk.click("myview.skills.skill.asks-before-answering")
        desk.click("level.2")
        desk.click("myview.done")
        desk.fill("debrief.well", "They came up with the scope themselves.")
        desk.fill("debrief.differently", "I jumped in with the discount.")
        desk.click("debrief.own.asks-before-answering.LevelPicker.level.2")
        desk.click("debrief.open")
        desk.click("step.agree")
        desk.fill("debrief.change.0.words", CHANGE)
        desk.click("debrief.can_say.choice.yes")
        desk.click("debrief.page")
        desk.click("page.save")
        desk.save_as(page)
    check_the_record(data)
    assert CHANGE in text_of(page)


def test_a_manager_without_a_pointer_does_the_same(tmp_path: Path) -> None:
    data, page = tmp_path / "data", tmp_path / "page.pdf"
    with Desktop(data) as desk:
        desk.node("welcome.name")
        desk.type("Dana Whitfield")
        desk.key("Return")
        desk.tab_to("empty.action")
        desk.key("Return")
        desk.node("rep.name")
        desk.type("Priya Nair")
        desk.tab_to("rep.call")
        desk.key("Return")
        desk.node("teeup.customer")
        desk.type("Elm Street Clinic")
        desk.tab_to("teeup.purpose")
        desk.type("Agree the scope of the pilot")
        desk.tab_to("teeup.introduction")
        desk.type("Dana works with me and is here to listen.")
        desk.tab_to("teeup.focus.choice.opens-with-purpose")
        desk.key("Right", "space")
        desk.tab_to("teeup.sitin")
        desk.key("Return")
        desk.node("observe.rep")
        desk.key("a", "2", "y", "s", "Return")
        desk.type("What would make this a no?")
        desk.key("Return")
        desk.wait_for_words("All saved")
        desk.tab_to("observe.introduction.choice.as_agreed")
        desk.key("Return")
        desk.tab_to("observe.end")
        desk.key("Return")
        desk.node("level.2")
        desk.key("Down", "2")
        desk.tab_to("myview.done")
        desk.key("Return")
        desk.node("debrief.well")
        desk.type("They came up with the scope themselves.")
        desk.key("Tab")
        desk.type("I jumped in with the discount.")
        desk.tab_to("debrief.open")
        desk.key("Return")
        desk.tab_to("debrief.to_agree")
        desk.key("Return")
        desk.node("debrief.change.0.words")
        desk.type(CHANGE)
        desk.tab_to("debrief.can_say.choice.yes")
        desk.key("space")
        desk.tab_to("debrief.page")
        desk.key("Return")
        desk.tab_to("page.save")
        desk.key("Return")
        desk.save_as(page)
    check_the_record(data)
    assert CHANGE in text_of(page)


def check_the_record(data: Path) -> None:
    """What was done by hand is what the file holds."""
    store = Store.open(data)
    (facts,) = store.facts.all()
    state = store.state(facts.call_id)
    assert store.check() == []
    store.close()
    assert state.phase == Phase.CLOSED
    assert state.tee_up.customer == "Elm Street Clinic"
    assert state.tee_up.focus_skills == ("asks-before-answering",)
    check_what_was_logged(state)
    assert state.view is not None
    assert [(rating.skill, rating.level) for rating in state.view.ratings] == [("asks-before-answering", 2)]


def check_what_was_logged(state: CallState) -> None:
    """One mark on each of two halves, the floor with the rep and then the customer, the words, the introduction."""
    assert state.tally("asks-before-answering", seen=True) == 1
    assert state.tally("stays-calm", seen=False) == 1
    assert [span.who for span in floor_spans(state)] == [Floor.REP, Floor.CUSTOMER]
    assert state.introduction == "as_agreed"


def text_of(page: Path) -> str:
    """:returns: the text of a page's only sheet, without its line ends."""
    with pypdfium2.PdfDocument(page) as document:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_range().split())
