"""A reminder for a calendar: the day on which a commitment is looked at together.

The file is an iCalendar object (RFC 5545) with one event that lasts the whole day (DTSTART of value type DATE, 3.6.1).
Its alarm (VALARM, 3.6.6) is set nine hours after the start: alarms of such an event are relative to 00:00 in the time
zone of whoever has the calendar (TRIGGER, 3.8.6.3), so that it comes at nine in the morning wherever they are. Outlook
keeps no alarms after the start of an event; it takes the day and reminds of it as it does of any other.

The title may be seen by others in a shared calendar, so the rep's words are not in it. The description has them, and
the event is said to be private (CLASS, 3.8.1.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from exports.file_names import file_words
from exports.wording import quoted
from scoring.debrief import Commitment
from scoring.entry import Debriefed
from scoring.state import CallState
from scoring.text import language, tr
from scoring.version import VERSION

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING = timedelta(hours=9)
"""When the alarm comes, after the beginning of the day."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text of a calendar holds: controls (TEXT, 3.3.11), and halves of characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What a reminder is about: ``commitment`` of the rep ``rep`` (the first name), made after a call with
    ``customer``, as number ``number`` (from 0) of what was agreed in ``agreed_in``: that call, or the one debrief of
    several calls, each of which has the same reminder.

    ``revision`` is how often what was agreed has changed since it was first agreed: a calendar that has the event takes
    the one with the higher number (SEQUENCE, 3.8.7.4).
    """

    agreed_in: UUID
    number: int
    commitment: Commitment
    rep: str
    customer: str = ""
    revision: int = 0


def reminder_of(call_id: UUID, state: CallState, number: int, rep: str) -> Reminder:
    """Gather what a reminder says.

    :param state: the call in whose debrief the commitment was agreed.
    :param rep: the first name of the rep.
    :raises ValueError: if nothing is agreed, or not as many commitments.
    """
    debrief = state.debrief
    if debrief is None or not 0 <= number < len(debrief.commitments):
        raise ValueError("there is no such commitment")
    return Reminder(
        agreed_in=debrief.shared or call_id,
        number=number,
        commitment=debrief.commitments[number],
        rep=rep,
        customer=state.tee_up.customer,
        revision=sum(1 for _ in state.of(Debriefed)) - 1,
    )


def reminder_name(about: Reminder) -> str:
    """:returns: ``"2026-12-03 Look at it together with Priya"``, a file name on every system, without its ending."""
    day = about.commitment.check_on
    words = tr("Look at it together with {rep}").format(rep=about.rep)
    return " ".join(filter(None, (day.isoformat() if day else "", file_words(words))))


def reminder(about: Reminder, now: datetime) -> bytes:
    """Make the file of a reminder. The same commitment has the same UID in every file.

    :param now: when the file is made (DTSTAMP, 3.8.7.2), with its offset.
    :raises ValueError: if no day is agreed for the commitment.
    """
    day = about.commitment.check_on
    if day is None:
        raise ValueError("a reminder needs its day")
    from icalendar import Calendar  # only who wants a reminder waits for it

    calendar = Calendar()
    calendar.add("prodid", f"-//Second Chair//Second Chair {VERSION}//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add_component(_event(about, day, now))
    return calendar.to_ical()


def _event(about: Reminder, day: date, now: datetime) -> Event:
    from icalendar import Event

    title = " ".join(_plain(tr("Look at it together with {rep}").format(rep=about.rep)).split())
    event = Event()
    event.add("uid", uid_of(about.agreed_in, about.number))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))  # not part of it any more
    event.add("sequence", about.revision)
    event.add("summary", title)
    event.add("description", _plain(description(about)))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # the day stays free for meetings
    event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", MORNING, parameters={"VALUE": "DURATION"})
    return alarm


def description(about: Reminder) -> str:
    """:returns: what was agreed, in the rep's words, and where it came from."""
    commitment = about.commitment
    lines = [quoted(commitment.words)]
    if commitment.first_tried.strip():
        lines.append(tr("First try: {when}").format(when=commitment.first_tried.strip()))
    if about.customer.strip():
        lines.append(tr("Agreed after the call with {customer}").format(customer=about.customer.strip()))
    return "\n".join(lines)


def uid_of(agreed_in: UUID, number: int) -> str:
    """:returns: the id of the event of one commitment: a UUID that says nothing about anybody (RFC 7986, 5.3)."""
    return str(uuid5(agreed_in, f"commitment {number}"))


def _plain(text: str) -> str:
    return _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text))
