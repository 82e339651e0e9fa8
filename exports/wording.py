"""Words for times, dates and choices, shared by the page, the commands and the screens.

Dates are written in the plain style of the chosen language's catalogue, not of the computer's region: a page has to say
the same wherever it is made.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from scoring.call_type import CallType
from scoring.debrief import Kept, MyView, Nerves, Outcome
from scoring.entry import Floor, Introduction
from scoring.floor import Band
from scoring.state import Phase
from scoring.teeup import Chooser, StepInReason, Way
from scoring.text import tr, trn

SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_CLOSING = "\"'”’“»」)\u2069"  # “ too: it closes in German


def month_name(number: int) -> str:
    """:returns: the name of month 1 to 12."""
    names = (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
    return names[number - 1]


def date_text(day: date) -> str:
    """:returns: ``"23 November 2026"``."""
    return tr("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def near_date_text(day: date, beside: date) -> str:
    """:returns: ``"3 December"``, with its year where it is not the year of ``beside``."""
    if day.year != beside.year:
        return date_text(day)
    return tr("{day} {month}").format(day=day.day, month=month_name(day.month))


def time_text(moment: datetime) -> str:
    """:returns: ``"10:42"``, in the offset ``moment`` carries."""
    return tr("{hour:02}:{minute:02}").format(hour=moment.hour, minute=moment.minute)


def moment_text(moment: datetime) -> str:
    """:returns: ``"23 November 2026, 10:42"``, in the offset ``moment`` carries."""
    return tr("{date}, {time}").format(date=date_text(moment.date()), time=time_text(moment))


def clock_text(ms: int) -> str:
    """:returns: ``"04:10"``, or ``"1:04:10"`` from an hour on, for an offset in ms."""
    seconds = ms // SECOND_MS
    if ms < HOUR_MS:
        return f"{seconds // 60:02}:{seconds % 60:02}"
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def duration_text(ms: int) -> str:
    """:returns: a length as ``"40 seconds"``, ``"42 minutes"``, ``"2 hours 5 minutes"`` or ``"3 days"``."""
    if ms < MINUTE_MS:
        return trn("{n} second", "{n} seconds", ms // SECOND_MS).format(n=ms // SECOND_MS)
    hours, minutes = divmod(ms // MINUTE_MS, 60)
    minute_words = trn("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if hours == 0:
        return minute_words
    if hours >= 24:
        return trn("{n} day", "{n} days", hours // 24).format(n=hours // 24)
    hour_words = trn("{n} hour", "{n} hours", hours).format(n=hours)
    if minutes == 0:
        return hour_words
    return tr("{hours} {minutes}").format(hours=hour_words, minutes=minute_words)


def delay_text(ms: int) -> str:
    """:returns: ``"12 minutes after the call"``, or ``"straight after the call"`` under a minute."""
    if ms < MINUTE_MS:
        return tr("straight after the call")
    return tr("{time} after the call").format(time=duration_text(ms))


def recalled_text(at: datetime, ended_at: datetime | None) -> str:
    """:returns: ``"recalled 12 minutes after the call"``, for what was written down at ``at``; without the delay where
    the call is not known to have ended by then."""
    if ended_at is None or at < ended_at:
        return tr("recalled")
    delay_ms = round((at - ended_at).total_seconds() * 1000)
    return tr("recalled {when}").format(when=delay_text(delay_ms))


def ordinal(number: int) -> str:
    """:returns: ``"1st"``, ``"2nd"``, ``"3rd"``, ``"4th"`` …"""
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    forms = {1: tr("{n}st"), 2: tr("{n}nd"), 3: tr("{n}rd")}
    return forms.get(last, tr("{n}th")).format(n=number)


def apart(words: str) -> str:
    """:returns: ``words`` so that a name that runs from right to left leaves the sentence around it in its order.

    What needs it stands between the isolates of UAX 9 (U+2068, U+2069), which are not seen.
    """
    runs_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)
    return f"\u2068{words}\u2069" if runs_left else words


def bracketed(note: str) -> str:
    """:returns: ``note`` in round brackets, so that it does not run into the words before it; nothing for nothing."""
    return tr("({note})").format(note=note) if note else ""


def quoted(words: str) -> str:
    """:returns: ``words`` in quotation marks, unless their author wrote some around them already."""
    bare = words.strip()
    if len(bare) > 1 and bare[0] in '“"„«「' and bare[-1] in '”"“»」':
        return words
    return tr("“{words}”").format(words=words)


def sentence(words: str) -> str:
    """:returns: ``words`` with a full stop, unless they end in a sign that ends a sentence, within their quotation
    marks or behind them."""
    bare = words.strip()
    return bare if bare.rstrip(_CLOSING).endswith(_STOPS) else tr("{words}.").format(words=bare)


def outcome_word(outcome: Outcome) -> str:
    """:returns: how the call ended against what was declared."""
    return {
        Outcome.BEST: tr("Best reached"),
        Outcome.BETWEEN: tr("Between best and least"),
        Outcome.LEAST: tr("Least reached"),
        Outcome.LESS: tr("Less than the least"),
    }[outcome]


def outcome_text(view: MyView) -> str:
    """:returns: how the call ended, with what the manager wrote about it."""
    if view.outcome is None:
        return view.outcome_words
    if not view.outcome_words.strip():
        return outcome_word(view.outcome)
    return tr("{outcome}: {words}").format(outcome=outcome_word(view.outcome), words=view.outcome_words)


def nerves_word(nerves: Nerves) -> str:
    """:returns: how much the manager's presence threw the rep."""
    return {
        Nerves.NOT_AT_ALL: tr("Not at all"),
        Nerves.A_LITTLE: tr("A little"),
        Nerves.SOMEWHAT: tr("Somewhat"),
        Nerves.A_LOT: tr("A lot"),
    }[nerves]


def kept_word(kept: Kept) -> str:
    """:returns: what became of a commitment."""
    return {Kept.KEPT: tr("Kept"), Kept.PARTLY: tr("Partly kept"), Kept.NOT_YET: tr("Not yet")}[kept]


def call_type_words(call_type: CallType, rep_first_name: str) -> str:
    """:returns: who leads, as the manager says it: ``"Priya leads, I observe"``."""
    words = {
        CallType.OBSERVE: tr("{name} leads, I observe"),
        CallType.TOGETHER: tr("We sell together"),
        CallType.SHOW: tr("I show, {name} watches"),
    }[call_type]
    return words.format(name=rep_first_name)


def too_few() -> str:
    """:returns: what stands in place of a figure below its least number of calls."""
    return tr("too few to tell")


def chooser_words(chooser: Chooser, rep_first_name: str) -> str:
    """:returns: who chose the call, as the manager says it."""
    return {
        Chooser.REP: tr("{name} did").format(name=rep_first_name),
        Chooser.MANAGER: tr("I did"),
        Chooser.BOTH: tr("Both of us"),
    }[chooser]


def step_in_rule_words(reason: StepInReason, rep_first_name: str) -> str:
    """:returns: a reason to step in, as it is agreed before the call."""
    words = {
        StepInReason.ASKED: tr("{name} asks me to"),
        StepInReason.FACTS: tr("The facts are wrong and it matters"),
        StepInReason.ARGUMENT: tr("It becomes an argument"),
        StepInReason.OTHER: tr("Something else"),
    }[reason]
    return words.format(name=rep_first_name)


def step_in_reason_words(reason: StepInReason) -> str:
    """:returns: why the manager did step in, as it stands in brackets on the page."""
    return {
        StepInReason.ASKED: tr("was asked to"),
        StepInReason.FACTS: tr("the facts were wrong"),
        StepInReason.ARGUMENT: tr("it became an argument"),
        StepInReason.OTHER: tr("another reason"),
    }[reason]


def introduction_words(how: Introduction) -> str:
    """:returns: how the manager was introduced."""
    return {
        Introduction.AS_AGREED: tr("As agreed"),
        Introduction.AS_BOSS: tr("As “my boss”"),
    }[how]


def phase_word(phase: Phase, way: Way = Way.OPEN_LAPTOP) -> str:
    """:returns: where a call stands, and what is next.

    :param way: how the manager sits in.
    """
    if phase == Phase.RUNNING and way == Way.NO_DEVICE:
        return tr("Running, write it down next")
    return {
        Phase.PLANNED: tr("Planned"),
        Phase.RUNNING: tr("Running"),
        Phase.ENDED: tr("Ended, my view is next"),
        Phase.VIEWED: tr("Ended, debrief is next"),
        Phase.DEBRIEFED: tr("Debriefed, coaching still open"),
        Phase.CLOSED: tr("Closed"),
        Phase.CANCELLED: tr("Cancelled"),
        Phase.NO_SHOW: tr("Customer did not come"),
        Phase.VOID: tr("Void"),
    }[phase]


def stretch_text(ms: int) -> str:
    """:returns: how long somebody spoke on end, in short: ``"40 s"``, ``"3 min"``, ``"3 min 40 s"``."""
    minutes, seconds = divmod(ms // SECOND_MS, 60)
    parts = [
        tr("{n} min").format(n=minutes) if minutes else "",
        tr("{n} s").format(n=seconds) if seconds or not minutes else "",
    ]
    return " ".join(filter(None, parts))


def floor_remembered_words(mostly: Floor | None, rep_name: str) -> str:
    """:returns: who mostly had the floor, as it is remembered."""
    if mostly is None:
        return tr("About even")
    return {
        Floor.REP: tr("Mostly {name}").format(name=rep_name),
        Floor.CUSTOMER: tr("Mostly the customer"),
        Floor.ME: tr("Mostly me"),
        Floor.NOBODY: tr("Mostly nobody"),
    }[mostly]


def band_note(band: Band) -> str:
    """:returns: how exact floor shares of this band are, as one sentence."""
    return {
        Band.FIVE: tr("±5 points, silence left out."),
        Band.EIGHT: tr("±8 points, silence left out."),
        Band.WORDS: tr("In words: there were too few taps for figures."),
        Band.NONE: tr("No figures: under ten minutes were logged."),
    }[band]


def one_line(text: str) -> str:
    """:returns: ``text`` on one line, with single spaces and no control characters."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """:returns: ``text`` as a terminal may be shown it: a space in place of each control character."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
