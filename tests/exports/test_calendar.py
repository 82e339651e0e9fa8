"""The reminder for a calendar: what a calendar reads in it."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from icalendar import Calendar

from exports.calendar import Reminder, reminder, reminder_name, reminder_of, uid_of
from scoring.debrief import Commitment
from tests.exports.builders import A_COMMITMENT, TOKYO, a_debrief, a_debriefed_call, id_of, started
from tests.exports.random_words import SCRIPTS
from tests.scoring.strategies import broken_texts

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=TOKYO)
DAY = date(2026, 12, 3)
WORDS = "When they push back on price I'll ask what it's costing them, first"
ABOUT = Reminder(
    agreed_in=id_of(1),
    number=0,
    commitment=Commitment(words=WORDS, first_tried="Thursday, Elm Street", check_on=DAY),
    rep="Priya",
    customer="Northgate Dental",
)


def _read(file: bytes) -> tuple[Any, Any]:
    """:returns: the one event of a file and its one alarm, as a calendar reads them."""
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    return event, alarm


def _about(words: str) -> Reminder:
    return replace(ABOUT, commitment=replace(ABOUT.commitment, words=words))


def test_it_is_one_whole_day_that_stays_free_with_an_alarm_at_nine() -> None:
    event, alarm = _read(reminder(ABOUT, NOW))
    assert (event["dtstart"].dt, event["dtend"].dt) == (DAY, DAY + timedelta(days=1))
    assert event["transp"] == "TRANSPARENT"
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == timedelta(hours=9)
    assert b"\r\nTRIGGER;VALUE=DURATION:PT9H\r\n" in reminder(ABOUT, NOW)


def test_the_title_has_none_of_the_reps_words_and_the_description_has_all() -> None:
    event, alarm = _read(reminder(ABOUT, NOW))
    assert event["summary"] == alarm["description"] == "Look at it together with Priya"
    assert event["description"].split("\n") == [
        f"“{WORDS}”",
        "First try: Thursday, Elm Street",
        "Agreed after the call with Northgate Dental",
    ]
    assert event["class"] == "PRIVATE"


def test_the_same_commitment_has_the_same_id_and_any_other_has_another() -> None:
    changed = replace(_about("Other words"), revision=1)
    ids = [_read(reminder(about, NOW))[0]["uid"] for about in (ABOUT, changed)]
    assert ids == [uid_of(id_of(1), 0)] * 2
    assert len({uid_of(id_of(call), number) for call in (1, 2) for number in (0, 1)}) == 4
    assert _read(reminder(changed, NOW + timedelta(days=1)))[0]["sequence"] == 1


def test_the_time_it_was_made_is_given_and_said_in_utc() -> None:
    event, _ = _read(reminder(ABOUT, NOW))
    assert event["dtstamp"].dt == datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    assert reminder(ABOUT, NOW) == reminder(ABOUT, NOW)


def test_without_a_day_there_is_nothing_to_remind_of() -> None:
    with pytest.raises(ValueError, match="day"):
        reminder(replace(ABOUT, commitment=Commitment(words=WORDS)), NOW)


def test_lines_end_as_the_standard_wants_them_and_none_is_too_long() -> None:
    file = reminder(_about("Ωμέγα, 你好; عربى " * 400), NOW)
    assert file.endswith(b"END:VCALENDAR\r\n")
    lines = file.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    file.decode()  # no character is torn apart


@given(broken_texts)
@example('a, b; c: d \\n \\, \\; "e"\r\nEND:VEVENT\nATTACH:file:///etc/passwd\r')
@example("\x00\x07\x1b\x7f\x85\u2028\ud83d")
@example("x" * 5_000)
@example(" ".join(SCRIPTS))
def test_whatever_the_words_are_they_come_back_and_add_nothing(words: str) -> None:
    event, _ = _read(reminder(replace(_about(words), rep=words), NOW))
    assert _letters(words) in _letters(event["description"])
    assert sorted(event) == sorted(_read(reminder(ABOUT, NOW))[0]), "no property was smuggled in"
    assert "\n" not in event["summary"]


def _letters(text: str) -> str:
    """:returns: what is seen of a text, whatever blanks are between."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] != "Z" and _is_text(letter))


def _is_text(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cs"}


def test_the_library_is_loaded_only_when_a_reminder_is_made() -> None:
    code = "import sys, exports.calendar; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_is_gathered_from_what_was_agreed_and_counts_how_often_that_changed() -> None:
    told = a_debriefed_call()
    about = reminder_of(told.call.id, told.book.state, 0, "Priya")
    assert (about.commitment, about.customer, about.revision) == (A_COMMITMENT, "Northgate Dental", 0)
    told.book.agree(a_debrief(comment="Another one"))
    assert reminder_of(told.call.id, told.book.state, 0, "Priya").revision == 1
    with pytest.raises(ValueError, match="no such"):
        reminder_of(told.call.id, told.book.state, 1, "Priya")


def test_each_call_of_one_debrief_has_the_same_reminder() -> None:
    calls = [started(number).end().view().debrief(a_debrief(shared=id_of(77))) for number in (1, 2)]
    reminders = [reminder_of(told.call.id, told.book.state, 0, "Priya") for told in calls]
    assert [about.agreed_in for about in reminders] == [id_of(77)] * 2


def test_its_file_is_named_by_its_day() -> None:
    assert reminder_name(replace(ABOUT, rep="A/B")) == "2026-12-03 Look at it together with A B"


def test_an_id_says_nothing_about_anybody() -> None:
    assert UUID(uid_of(id_of(1), 0)).version == 5
