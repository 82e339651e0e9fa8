"""Sitting in, in a real window: keys, pointer, curtain, log and strip, as a manager's hands use them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from scoring.entry import (
    Amended,
    Floor,
    FloorCorrected,
    FloorTaken,
    Marked,
    Moment,
    Paused,
    Resumed,
    SatIn,
    WordsHeard,
)
from scoring.floor import floor_spans, step_ins
from scoring.rubric import default_rubric
from scoring.state import CallState, Phase
from scoring.store import Store
from scoring.teeup import StepInReason, Way
from tests.e2e.calls import CUSTOMER, MANAGER, REP, a_planned_call, what_became_of
from tests.e2e.desktop import PROJECT, Desktop, is_showing
from tests.e2e.screen import VirtualScreen

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

SKILLS = [skill.id for skill in default_rubric().skills]


@contextmanager
def sitting_in(folder: Path, call_id: UUID) -> Generator[Desktop]:
    """:returns: the program on the live screen of a call that has just begun."""
    with Desktop(folder) as desk:
        desk.click(f"home.call.{call_id}")
        desk.click("teeup.sitin")
        desk.node("observe.rep")
        yield desk


def marks(state: CallState) -> list[tuple[int, bool, str]]:
    """:returns: (number of the skill, seen, words) of every mark that stands."""
    return [(SKILLS.index(mark.skill) + 1, mark.seen, mark.words) for _, mark in state.of(Marked)]


def test_one_key_is_one_entry_however_the_keys_are_struck(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        desk.key("1", "q", "a", "space")
        desk.xdotool("keydown", "2", "sleep", "1", "keyup", "2")  # the server repeats it meanwhile
        desk.xdotool("key", "--delay", "12", "3", "3")
        rolling = ("keydown", "4", "keydown", "r", "keyup", "4", "keydown", "5", "keyup", "r", "keyup", "5")
        desk.xdotool(*rolling)
        desk.key("s", "s", "6", "BackSpace", "ctrl+y", "g")
        desk.click("observe.reasons.choice.asked")
        desk.key("g", "p")
        desk.wait_for_words("paused")
        desk.xdotool("sleep", "0.3", "key", "p")  # a second press at once would be the same one
        desk.key("Return")
        desk.type("Steep, compared with what?")
        desk.key("Return", "y")
        desk.wait_for_words("All saved")
    state = what_became_of(tmp_path / "data", call_id)
    assert marks(state) == [
        (1, True, ""),
        (1, False, ""),
        (2, True, ""),
        (3, True, ""),
        (4, True, ""),
        (4, False, ""),
        (5, True, ""),
        (6, True, ""),
        (6, False, ""),
    ]
    assert [taken.who for _, taken in state.of(FloorTaken)] == [Floor.REP, Floor.CUSTOMER]
    assert len(list(state.of(Moment))) == 1
    assert [words.text for _, words in state.of(WordsHeard)] == ["Steep, compared with what?"]
    (step,) = step_ins(state)
    assert (step.reason, step.handed_back) == (StepInReason.ASKED, True)
    assert len(list(state.of(Paused))) == len(list(state.of(Resumed))) == 1


def test_behind_the_curtain_one_takes_notes_and_logs_with_ctrl(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        desk.key("Escape")
        desk.node("curtain.page")
        desk.type("milk 98")
        desk.key("ctrl+1", "ctrl+d")
        desk.key("Escape")
        desk.node("observe.rep")
        desk.click("observe.corner")
        assert desk.node("curtain.page")["text"] == "milk 98"
        desk.click("curtain.corner")
        desk.wait(
            lambda nodes: not any(is_showing(n) for n in nodes if "curtain.page" in n["id"]), "no curtain"
        )
        hold_for_words(desk, "skill.stays-calm.missed", "Raised her voice")
        desk.wait_for_words("All saved")
    state = what_became_of(tmp_path / "data", call_id)
    assert marks(state) == [(1, True, ""), (6, False, "Raised her voice")]
    assert state.floor == Floor.ME


def hold_for_words(desk: Desktop, name: str, words: str) -> None:
    """Press and hold a half until it asks for words, and write them."""
    x, y, width, height = desk.node(name)["box"]
    desk.xdotool("mousemove", str(x + width // 2), str(y + height // 2), "mousedown", "1")
    desk.wait_for_words("For this mark")
    desk.xdotool("mouseup", "1")
    desk.type(words)
    desk.key("Return")


def test_the_log_is_corrected_in_place_while_logging_goes_on(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        desk.key("1", "2", "a")
        desk.key("l")
        desk.node("log.close")
        desk.key("Down", "Return")  # the mark on skill 2
        desk.click("choice.missed")
        desk.click("log.words")
        desk.type("Too early")
        desk.key("Return", "3")
        desk.click("log.done")
        desk.key("End", "Delete")  # the oldest line: the mark on skill 1
        desk.key("l")
        desk.wait(lambda nodes: not any(is_showing(n) for n in nodes if "log.close" in n["id"]), "no drawer")
        desk.wait_for_words("All saved")
    state = what_became_of(tmp_path / "data", call_id)
    assert marks(state) == [(2, False, "Too early"), (3, True, "")]
    corrections = [item for item in state.entries.values() if isinstance(item.what, Amended)]
    assert len(corrections) == 3, "each correction is an entry of its own, and the originals are there"


def test_the_floor_is_corrected_on_its_strip_and_each_correction_is_one_undo(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        desk.xdotool("key", "a", "sleep", "1.2", "key", "s", "sleep", "3", "key", "d")
        desk.click("observe.log")
        desk.click("log.floor")
        desk.node("floor.strip")
        desk.key("Home")  # the rep's stretch
        desk.click("floor.give.nobody")
        desk.wait_for_words("Nobody, 00:00")
        desk.click("floor.strip")  # the middle of it: the customer's stretch
        desk.wait_for_words("Customer, ")
        desk.key("ctrl+shift+Left")  # its end, a second earlier
        desk.key("l", "BackSpace")
        desk.wait_for_words("All saved")
    state = what_became_of(tmp_path / "data", call_id)
    corrected = [item.what for item in state.entries.values() if isinstance(item.what, FloorCorrected)]
    assert len(corrected) == 2
    assert [what for _, what in state.of(FloorCorrected)] == corrected[:1], "moving the end was taken back"
    assert corrected[0].who == Floor.NOBODY
    first, *_ = floor_spans(state)
    assert first.who == Floor.NOBODY
    assert [taken.who for _, taken in state.of(FloorTaken)] == [Floor.REP, Floor.CUSTOMER, Floor.ME]


@contextmanager
def a_meeting(desk: Desktop) -> Generator[None]:
    """Somebody else's window over the whole screen, with the keyboard."""
    command = [sys.executable, "-m", "tests.e2e.meeting"]
    with subprocess.Popen(command, env=desk.environment, cwd=PROJECT) as meeting:
        try:
            desk.click("meeting.chat")
            yield
        finally:
            meeting.terminate()


def test_the_strip_stays_above_a_meeting_that_keeps_the_keyboard(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data", Way.DISCREET)
    with Desktop(tmp_path / "data") as desk:
        desk.click(f"home.call.{call_id}")
        desk.click("teeup.sitin")
        desk.node("strip.rep")
        with a_meeting(desk):
            desk.type("hello ")
            desk.click("strip.introduction.choice.as_agreed")
            desk.click("strip.rep")
            desk.click("strip.skill.stays-calm.seen")
            desk.type("1qa ")
            desk.click("strip.words")
            desk.type("It is steep")
            desk.key("Return")
            wait_for_chat(desk, "hello 1qa ")
            desk.type("still ")
            desk.click("strip.curtain")
            desk.type("mine ")
            desk.click("curtain.page")
            desk.type("milk")
            desk.key("Escape")
            desk.type("again")
            wait_for_chat(desk, "hello 1qa still mine again")
            desk.click("strip.laptop")
            desk.node("observe.log")
        desk.key("2")
        desk.click("observe.log")
        desk.click("log.way.discreet")
        desk.click("strip.skill.stays-calm.missed")
        desk.click("strip.end")
        desk.node("myview.done")
    state = what_became_of(tmp_path / "data", call_id)
    assert marks(state) == [(6, True, ""), (2, True, ""), (6, False, "")]
    assert [words.text for _, words in state.of(WordsHeard)] == ["It is steep"]
    assert [what.way for _, what in state.of(SatIn)] == [Way.OPEN_LAPTOP, Way.DISCREET]
    assert state.phase == Phase.ENDED


def wait_for_chat(desk: Desktop, text: str) -> None:
    """Wait until just this was typed into the meeting."""
    desk.wait(
        lambda nodes: [n for n in nodes if n["id"].endswith("meeting.chat") and n["text"] == text], text
    )


def test_on_a_field_day_the_next_call_begins_with_two_presses(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        desk.key("1")
        desk.click("observe.end")
        desk.click("myview.next_call")
        desk.click("teeup.sitin")
        desk.node("observe.rep")
        desk.key("2")
        desk.wait_for_words("All saved")
    store = Store.open(tmp_path / "data")
    states = [store.state(facts.call_id) for facts in store.facts.all()]
    store.close()
    assert sorted(state.phase for state in states) == [Phase.ENDED, Phase.RUNNING]
    assert {state.tee_up.focus_skills for state in states} == {("asks-before-answering",)}


def test_a_screen_reader_reads_every_control_and_logs_by_pressing_them(tmp_path: Path) -> None:
    call_id = a_planned_call(tmp_path / "data")
    with sitting_in(tmp_path / "data", call_id) as desk:
        controls = [
            node
            for node in desk.nodes()
            if is_showing(node)
            and node["role"] in ("push button", "button", "toggle button", "check box", "text")
        ]
        assert len(controls) >= 4 + 2 * len(SKILLS) + 7
        assert [node["id"] for node in controls if not node["name"]] == []
        desk.press("skill.listens-it-out.seen")
        desk.press("observe.customer")
        desk.wait_until_chosen("observe.customer")
        desk.press("skill.listens-it-out.missed")
        desk.press("observe.undo")
        desk.wait_for_words("All saved")
        said = " ".join(
            node["name"] + node["description"] for node in desk.nodes(in_full=True) if is_showing(node)
        )
    assert [
        word for word in (*REP.split(), *CUSTOMER.split()[:1], *MANAGER.split(), "%") if word in said
    ] == []
    state = what_became_of(tmp_path / "data", call_id)
    assert marks(state) == [(3, True, "")]
    assert state.floor == Floor.CUSTOMER


GESTURES = (
    "tests/ui/widgets/test_press_button.py",
    "tests/ui/widgets/test_floor_editor.py",
    "tests/ui/screens/test_observe.py",
    "tests/ui/screens/test_strip.py",
)
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")


def test_gestures_mean_the_same_in_real_windows() -> None:
    """Two fingers, double presses, repeats and holds, timed by a clock of our own, under a window manager."""
    with VirtualScreen() as screen:
        run = subprocess.run(
            [*PYTEST, "-k", "finger or press or held or hold or drag or pull", *GESTURES],
            env=screen.environment,
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stdout[-2000:]
    assert " passed" in run.stdout


FORBIDDEN = (
    *REP.split(),
    *CUSTOMER.split(),
    *MANAGER.split(),
    "Second Chair",
    "%",
    "pilot",
    "mark,",
    "marks",
)
LEVELS = {level.word for skill in default_rubric().skills for level in skill.levels}


@pytest.mark.parametrize("way", list(Way))
def test_a_stranger_learns_nothing_from_any_face(tmp_path: Path, way: Way) -> None:
    """Whatever can be read on the screen, from the titles of windows, or by a screen reader."""
    call_id = a_planned_call(tmp_path / "data", way)
    faces = {Way.OPEN_LAPTOP: "observe.rep", Way.DISCREET: "strip.rep", Way.NO_DEVICE: "away.write"}
    with Desktop(tmp_path / "data") as desk:
        desk.click(f"home.call.{call_id}")
        desk.click("teeup.sitin")
        desk.node(faces[way])
        if way == Way.OPEN_LAPTOP:
            desk.key("1", "q", "a", "g", "l")
            desk.node("log.close")
        elif way == Way.DISCREET:
            desk.click("strip.skill.stays-calm.seen")
            desk.click("strip.me")
            desk.click("strip.words")
            desk.node("strip.field")
        said = everything_to_be_read(desk)
    assert "Notes" in said
    assert [word for word in (*FORBIDDEN, *LEVELS) if word.casefold() in said.casefold()] == []


def everything_to_be_read(desk: Desktop) -> str:
    """:returns: every name, description and text on the screen, and the titles of all windows."""
    found = [
        text
        for node in desk.nodes(in_full=True)
        for text in (node["name"], node["description"], node["text"])
    ]
    windows = desk.xdotool("search", "--onlyvisible", "--name", ".").split()
    return "\n".join([*found, *(desk.xdotool("getwindowname", window) for window in windows)])
