"""The whole job, from the first start to the saved page, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.entry import Floor
from scoring.state import Phase
from scoring.store import Store
from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]


def test_a_manager_clicks_through_a_first_joint_call(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Desktop(data) as desk:
        desk.fill("welcome.name", "Dana Whitfield")
        desk.click("welcome.begin")
        desk.click("empty.action")
        desk.fill("rep.name", "Priya Nair")
        desk.click("rep.call")
        desk.fill("teeup.customer", "Elm Street Clinic")
        desk.fill("teeup.purpose", "Agree the pilot's scope")
        desk.fill("teeup.introduction", "Dana works with me and is here to listen.")
        desk.click("teeup.sitin")
        desk.click("observe.rep")
        desk.click("skill.asks-before-answering.seen")
        desk.click("observe.customer")
        desk.wait_for_words("All saved")
    store = Store.open(data)
    (facts,) = store.facts.all()
    state = store.state(facts.call_id)
    assert state.phase == Phase.RUNNING
    assert state.floor == Floor.CUSTOMER
    store.close()
