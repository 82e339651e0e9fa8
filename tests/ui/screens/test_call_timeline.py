from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import (
    Floor,
    FloorRemembered,
    FloorTaken,
    HandedBack,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.rubric import default_rubric
from tests.builders import Log, a_running_log, ms
from tests.ui.finding import find, press
from tests.ui.looks import settle, show
from tests.ui.screens.aftercall import ASKS, CALM
from ui.screens.call_timeline import CallTimeline
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.entry_list import LINE_ROLE, EntryList
from ui.widgets.floor_strip import FloorKeys
from ui.widgets.text import Text
from ui.widgets.timeline_bar import TimelineBar

Shown = Callable[..., CallTimeline]


def _a_log() -> Log:
    """:returns: twelve minutes, tapped four times a minute, with marks, words and one time the manager stepped in."""
    log = a_running_log()
    for minute in range(12):
        for second, who in ((0, Floor.REP), (20, Floor.CUSTOMER), (40, Floor.ME), (50, Floor.NOBODY)):
            log.at_ms(minute * 60_000 + second * 1000, FloorTaken(who=who))
    log.seen("02:00", ASKS, "What happens then?")
    log.at("05:00", SteppedIn())
    log.at("05:30", HandedBack())
    log.missed("07:00", CALM)
    log.at("09:00", WordsHeard(text="Send us the numbers " * 20))
    log.ended("12:00")
    return log


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def make(log: Log, skill: str | None = None) -> CallTimeline:
        timeline = CallTimeline()
        timeline.begin(skill)
        timeline.show_call(log.state, default_rubric(), "Priya")
        show(qtbot, timeline, (760, 640))
        settle()
        return timeline

    return make


def _words(timeline: CallTimeline) -> list[str]:
    model = timeline.list.model()
    return [model.index(row, 0).data(LINE_ROLE).said.words for row in range(model.rowCount())]


def _place(timeline: CallTimeline) -> list[str]:
    return [letters.text for letters in find(timeline, TimelineBar, "call.strip").lettering()]


def test_who_had_the_floor_stands_above_what_was_logged(shown: Shown) -> None:
    timeline = shown(_a_log())
    [shares] = timeline.findChildren(FloorKeys)
    labels = shares.keys()
    assert [label.accessibleName() for label in labels][:2] == ["Priya 40%", "Customer 40%"]
    assert find(timeline, Text, "call.floor.note").text().startswith("±5 points")
    assert _words(timeline)[1:4] == [
        "Asks before answering: What happens then?",
        "I stepped in: 30 s, no reason was given, handed back",
        "Stays calm",
    ]


def test_from_memory_there_is_no_strip_and_no_figure(shown: Shown) -> None:
    log = a_running_log()
    log.ended("40:00")
    log.at("40:00", FloorRemembered(mostly=Floor.REP), recalled=True)
    timeline = shown(log)
    assert not find(timeline, TimelineBar, "call.strip").isVisible()
    assert find(timeline, Text, "call.floor.note").text() == "Mostly Priya, from memory."
    assert not find(timeline, LinkButton, "call.floor.toggle").isVisible()


def test_a_place_on_the_strip_leads_to_the_entry_there(shown: Shown) -> None:
    timeline = shown(_a_log())
    find(timeline, TimelineBar, "call.strip").place_chosen.emit(ms("07:30"))
    assert timeline.list.currentIndex().row() == 3
    assert "07:30" in _place(timeline)


def test_an_entry_leads_to_its_place_on_the_strip(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    timeline.list.setFocus()
    qtbot.keyClick(timeline.list, Qt.Key.Key_Down)
    assert "02:00" in _place(timeline)


def test_who_had_the_floor_is_unfolded_and_folded_again_and_what_is_chosen_stays(
    qtbot: QtBot, shown: Shown
) -> None:
    timeline = shown(_a_log())
    timeline.list.choose(3)
    before = _words(timeline)
    press(qtbot, timeline, "call.floor.toggle")
    assert len(_words(timeline)) == len(before) + 48 + 1
    assert _words(timeline)[timeline.list.currentIndex().row()] == "Stays calm"
    assert find(timeline, LinkButton, "call.floor.toggle").text() == "Hide who had the floor"
    press(qtbot, timeline, "call.floor.toggle")
    assert _words(timeline) == before


def test_what_was_struck_is_shown_only_when_asked_for(qtbot: QtBot, shown: Shown) -> None:
    log = _a_log()
    assert not find(shown(log), LinkButton, "call.struck.toggle").isVisible()
    log.amended("12:30", log.entries[-3], None)
    timeline = shown(log)
    assert "Stays calm" not in _words(timeline)
    press(qtbot, timeline, "call.struck.toggle")
    assert "Stays calm" in _words(timeline)


def test_one_skill_is_chosen_among_those_that_were_marked(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    skills = find(timeline, ChoiceRow, "call.skills")
    assert not skills.isVisible()
    press(qtbot, timeline, "call.skills.toggle")
    assert [chip.value for chip in skills.chips()] == ["all", ASKS, CALM]
    press(qtbot, skills, f"choice.{CALM}")
    assert [chip.value for chip in skills.chips()] == ["all", ASKS, CALM], "they stay for the next choice"
    assert _words(timeline) == ["Stays calm"]
    qtbot.mouseClick(skills.chips()[0], Qt.MouseButton.LeftButton)
    assert len(_words(timeline)) == 6


def test_opened_at_one_skill_the_others_are_offered_when_asked_for(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log(), CALM)
    skills = find(timeline, ChoiceRow, "call.skills")
    assert [chip.value for chip in skills.chips()] == ["all", CALM]
    assert find(timeline, LinkButton, "call.skills.toggle").text() == "Show another skill"
    press(qtbot, timeline, "call.skills.toggle")
    assert [chip.value for chip in skills.chips()] == ["all", ASKS, CALM]
    assert skills.chosen_values() == [CALM]


def test_a_skill_that_was_not_marked_can_be_asked_for_and_says_so(shown: Shown) -> None:
    timeline = shown(_a_log(), "talks-money-plainly")
    assert find(timeline, ChoiceRow, "call.skills").chosen_values() == ["talks-money-plainly"]
    assert find(timeline, Text, "call.nothing").text() == "Nothing was marked for it in this call."
    assert not timeline.list.isVisible()


def test_what_changes_meanwhile_leaves_the_chosen_entry_chosen(shown: Shown) -> None:
    log = _a_log()
    timeline = shown(log)
    timeline.list.choose(3)
    mark = next(
        entry for entry in log.entries if entry.offset_ms == ms("02:00") and isinstance(entry.what, Marked)
    )
    log.amended("12:30", mark, None)
    timeline.show_call(log.state, default_rubric(), "Priya")
    assert _words(timeline)[timeline.list.currentIndex().row()] == "Stays calm"


def test_return_shows_an_entry_with_all_its_words_and_hides_it_again(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    whole = find(timeline, Text, "call.whole")
    timeline.list.setFocus()
    timeline.list.choose(4)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    assert whole.isVisible()
    assert whole.accessibleName().count("Send us the numbers") == 20
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    assert not whole.isVisible()


def test_an_entry_without_words_has_nothing_more_to_show(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    timeline.list.setFocus()
    timeline.list.choose(3)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    assert not find(timeline, Text, "call.whole").isVisible()


def test_another_entry_puts_the_words_of_the_one_before_away(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    timeline.list.setFocus()
    timeline.list.choose(4)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Up)
    assert not find(timeline, Text, "call.whole").isVisible()


def test_the_tab_key_goes_from_the_strip_over_the_choices_to_the_list(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(_a_log())
    press(qtbot, timeline, "call.skills.toggle")
    find(timeline, TimelineBar, "call.strip").setFocus()
    stops: list[str] = []
    for _ in range(3):
        focus = timeline.focusWidget()
        assert focus
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        now = timeline.focusWidget()
        assert now
        stops.append(now.objectName())
    assert stops == ["call.floor.toggle", "choice.all", "call.entries"]


def test_only_what_can_be_seen_of_thousands_of_entries_is_put_into_words(shown: Shown) -> None:
    log = a_running_log()
    for number in range(3_000):
        log.at_ms(number * 1_000, Moment())
    log.ended("60:00")
    timeline = shown(log)
    assert isinstance(timeline.list, EntryList)
    assert len(timeline.list.lettering()) < 100
    find(timeline, TimelineBar, "call.strip").place_chosen.emit(ms("45:00"))
    assert timeline.list.is_current(2_701)
