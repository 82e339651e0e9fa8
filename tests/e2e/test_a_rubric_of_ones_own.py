"""A rubric of one's own in a real window: made, used, changed, used again, and carried to another computer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from scoring.facts import CallFacts
from scoring.rubric import Rubric
from scoring.state import CallState
from scoring.store import Store
from tests.e2e.desktop import Desktop, Node, is_showing
from tests.e2e.test_whole_job import text_of

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(420)]

NAME = "First visits"
SKILL, NEW_NAME = "Opens plainly", "Opens plainly, then waits"
ASKS = "Asks what they need"
ANCHOR, NEW_ANCHOR = "Names the purpose, then starts.", "Names the purpose and asks whether it suits."


def test_a_rubric_is_made_used_changed_and_shared(tmp_path: Path) -> None:
    data, first, again, file = (tmp_path / name for name in ("data", "first.pdf", "again.pdf", "ours.json"))
    with Desktop(data) as desk:
        _begin(desk)
        _make_the_rubric(desk)
        _go(desk, "nav.home")
        desk.click("empty.action")
        desk.fill("rep.name", "Priya Nair")
        desk.click("rep.call")
        _sit_in_with_it(desk, "Elm Street Clinic")
        _debrief(desk, ANCHOR)
        _save_page(desk, first)
        _change_the_rubric(desk)
        _go(desk, "nav.home")
        desk.click("header.action")
        desk.node("newcall.reps")
        desk.key("Return")
        _sit_in_with_it(desk, "Northgate Dental")
        _debrief(desk, NEW_ANCHOR)
        desk.node("page.save")
        _see_the_first_call_in_its_words(desk, again)
        _go_to_the_rubric(desk)
        desk.click("rubric.save")
        desk.save_as(file)
    assert again.read_bytes() == first.read_bytes()
    assert SKILL in text_of(first)
    assert NEW_NAME not in text_of(first)
    versions, calls = _held(data)
    assert [(rubric.name, rubric.version) for rubric in versions] == [(NAME, 1), (NAME, 2)]
    assert [facts.rubric_version for facts, _ in calls] == [1, 2]
    _use_it_elsewhere(tmp_path / "elsewhere", file, versions[1])


def _use_it_elsewhere(data: Path, file: Path, rubric: Rubric) -> None:
    with Desktop(data) as desk:
        _begin(desk)
        desk.click("nav.rubrics")
        desk.click("rubrics.import")
        desk.save_as(file)
        desk.wait_for_words(NAME)
        desk.click("nav.home")
        desk.click("empty.action")
        desk.fill("rep.name", "Tom Okafor")
        desk.click("rep.call")
        _sit_in_with_it(desk, "Harbour Lane")
        desk.wait_for_words(NEW_NAME)
        desk.node("level.2")
    versions, ((facts, state),) = _held(data, rubric.id)
    assert versions == [rubric]
    assert (facts.rubric_id, facts.rubric_version) == (rubric.id, 2)
    assert state.tally(rubric.skills[0].id, seen=True) == 1


def _begin(desk: Desktop) -> None:
    desk.fill("welcome.name", "Dana Whitfield")
    desk.key("Return")
    desk.node("empty.action")


def _make_the_rubric(desk: Desktop) -> None:
    desk.click("nav.rubrics")
    desk.click("header.action")
    desk.fill("rubric.name", NAME)
    desk.click(_beginning_with(desk, "order."))
    desk.fill("rubric.skill.name", SKILL)
    desk.fill("rubric.level.2.sentence", ANCHOR)
    desk.click("rubric.add")
    desk.fill("rubric.skill.name", ASKS)
    desk.wait_for_words("All saved")
    _put_in_use(desk, 1)


def _change_the_rubric(desk: Desktop) -> None:
    _go_to_the_rubric(desk)
    desk.click("rubric.edit")
    desk.click(_beginning_with(desk, "order."))
    for field, text in (("rubric.skill.name", NEW_NAME), ("rubric.level.2.sentence", NEW_ANCHOR)):
        desk.click(field)
        desk.key("ctrl+a")
        desk.type(text)
    desk.wait_for_words("All saved")
    _put_in_use(desk, 2)


def _put_in_use(desk: Desktop, version: int) -> None:
    desk.click("rubric.use")
    desk.click("rubric.use.now")
    desk.wait_for_words(f"Version {version} is in use")
    desk.click("back")


def _go_to_the_rubric(desk: Desktop) -> None:
    """It is the first of the list: what is one's own stands before what comes with the app."""
    _go(desk, "nav.rubrics")
    if _showing(desk.nodes(), "rubrics.table"):
        desk.click("rubrics.table")
        desk.key("Home", "Return")
    desk.wait_for_words(NAME)


def _sit_in_with_it(desk: Desktop, customer: str) -> None:
    desk.fill("teeup.customer", customer)
    desk.fill("teeup.purpose", "Find out who decides")
    desk.fill("teeup.introduction", "Dana works with me and is here to listen.")
    desk.click("teeup.rubric")
    desk.key("Home", "Return")
    desk.wait_for_words(NAME)
    desk.click("teeup.sitin")
    desk.click("observe.introduction.choice.as_agreed")
    desk.key("a", "1", "w", "s")
    desk.wait_for_words("All saved")
    desk.click("observe.end")


def _debrief(desk: Desktop, anchor: str) -> None:
    desk.node("level.2")
    assert anchor in {node["description"] for node in desk.nodes(in_full=True) if is_showing(node)}
    desk.key("Down", "2")
    desk.click("myview.done")
    desk.fill("debrief.well", "They told me who decides.")
    desk.click("debrief.open")
    desk.click("step.agree")
    desk.fill("debrief.change.0.words", "I ask who else has to agree")
    desk.click("debrief.can_say.choice.yes")
    desk.click("debrief.page")


def _save_page(desk: Desktop, path: Path) -> None:
    desk.click("page.save")
    desk.save_as(path)


def _see_the_first_call_in_its_words(desk: Desktop, page: Path) -> None:
    _go(desk, "nav.calls")
    desk.tab_to("calls.table")
    desk.key("End", "Return")
    desk.wait_for_words(SKILL)
    assert not [node for node in desk.nodes() if is_showing(node) and NEW_NAME in node["name"]]
    desk.click("call.page.1")
    _save_page(desk, page)


def _go(desk: Desktop, place: str) -> None:
    """Go to a place, back from a screen that stands without the side bar first."""
    while not _showing(desk.nodes(), place):
        desk.key("alt+Left")
        desk.wait(lambda nodes: [node for node in nodes if is_showing(node)], "a screen")
    desk.click(place)


def _showing(nodes: list[Node], name: str) -> bool:
    return any(is_showing(node) and node["id"].endswith("." + name) for node in nodes)


def _beginning_with(desk: Desktop, prefix: str) -> str:
    """:returns: the object name of the first widget on the screen whose name begins so."""

    def look(nodes: list[Node]) -> str | None:
        ids = (node["id"] for node in nodes if is_showing(node))
        return next((prefix + one.partition("." + prefix)[2] for one in ids if "." + prefix in one), None)

    found = desk.wait(look, f"{prefix}…")
    assert isinstance(found, str)
    return found


def _held(data: Path, rubric_id: str = "") -> tuple[list[Rubric], list[tuple[CallFacts, CallState]]]:
    """:returns: the versions of the rubric that calls use, and the calls, oldest first."""
    with closing(Store.open(data)) as store:
        assert store.check() == []
        calls = store.facts.all()[::-1]
        used = rubric_id or calls[0].rubric_id
        return store.rubrics.versions(used), [(facts, store.state(facts.call_id)) for facts in calls]
