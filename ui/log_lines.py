"""The log of a running call as lines to look through and to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from exports.wording import clock_text, quoted
from scoring.entry import (
    Correctable,
    Floor,
    FloorCorrected,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.rubric import Rubric
from scoring.state import CallState, Standing
from scoring.teeup import StepInReason
from scoring.text import tr
from ui.logged import skill_name
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.floor_words import neutral_names

SHOWN = (Marked, FloorTaken, FloorCorrected, SteppedIn, HandedBack, WordsHeard, Moment, Introduced)


@dataclass(frozen=True, slots=True)
class Choices:
    """What an entry can be instead, and what it is: ``options`` are (value, text)."""

    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One entry of the log: how it reads, what can be chosen anew, and its words where it can have any."""

    id: UUID
    line: EvidenceLine
    choices: tuple[Choices, ...] = ()
    words: str | None = None
    movable: bool = True


def log_lines(state: CallState, rubric: Rubric, most: int) -> list[LogLine]:
    """:returns: the latest ``most`` entries that stand and can be corrected, newest first. They name nobody."""
    newest = sorted((item for kind in SHOWN for item in state.by_type.get(kind, [])[-most:]), reverse=True)
    return [_line(item, rubric) for item in newest[:most]]


def _line(item: Standing, rubric: Rubric) -> LogLine:
    what = item.what
    sign = ("+" if what.seen else "–") if isinstance(what, Marked) else ""
    said = EvidenceLine(clock_text(item.offset_ms), sign, _said(what, rubric))
    return LogLine(
        id=item.entry.id,
        line=said,
        choices=tuple(_choices(what, rubric)),
        words=words_of(what),
        movable=not isinstance(what, FloorCorrected),
    )


def words_of(what: object) -> str | None:
    """:returns: the words of an entry, or None where it can have none."""
    match what:
        case WordsHeard(text=text):
            return text
        case Marked(words=words) | Moment(words=words) | SteppedIn(words=words):
            return words
        case _:
            return None


def _said(what: object, rubric: Rubric) -> str:
    words = words_of(what)
    if isinstance(what, WordsHeard):
        return quoted(what.text)
    kind = _kind(what, rubric)
    return tr("{kind}: {words}").format(kind=kind, words=words.strip()) if words and words.strip() else kind


def _kind(what: object, rubric: Rubric) -> str:
    match what:
        case Marked(skill=skill):
            return skill_name(rubric, skill)
        case FloorTaken() | FloorCorrected():
            return floor_words(what, neutral_names())
        case SteppedIn(reason=reason):
            why = tr("{what}: {why}").format(what=tr("Stepped in"), why=reason_word(reason)) if reason else ""
            return why or tr("Stepped in")
        case HandedBack():
            return tr("Handed back")
        case Introduced(how=how):
            return tr("Introduction: {how}").format(how=introduction_word(how))
        case _:
            return tr("Mark")


def floor_words(what: FloorTaken | FloorCorrected, names: Mapping[Floor, str]) -> str:
    """:returns: who took the floor, or ``"Customer from 12:30 to 13:10"`` where that was corrected."""
    who = names[what.who]
    if isinstance(what, FloorTaken):
        return who
    start = clock_text(what.from_ms)
    if what.until_ms is None:
        return tr("{who} since {time}").format(who=who, time=start)
    return tr("{who} from {start} to {end}").format(who=who, start=start, end=clock_text(what.until_ms))


def _choices(what: object, rubric: Rubric) -> Sequence[Choices]:
    match what:
        case Marked(skill=skill, seen=seen):
            sides = (("seen", tr("Seen")), ("missed", tr("Missed")))
            skills = tuple((known.id, known.name) for known in rubric.skills)
            return (
                Choices(tr("Seen or missed"), sides, "seen" if seen else "missed"),
                Choices(tr("Skill"), skills, skill),
            )
        case FloorTaken(who=who):
            parties = tuple((party.value, words) for party, words in neutral_names().items())
            return (Choices(tr("Who"), parties, who),)
        case SteppedIn(reason=reason):
            reasons = tuple((known.value, reason_word(known)) for known in StepInReason)
            return (Choices(tr("Because"), reasons, reason or ""),)
        case Introduced(how=how):
            ways = tuple((known.value, introduction_word(known)) for known in Introduction)
            return (Choices(tr("Introduction"), ways, how),)
        case _:
            return ()


def chosen_anew(what: Correctable, value: str) -> Correctable:
    """:returns: an entry with one of its choices made otherwise."""
    match what:
        case Marked() if value in ("seen", "missed"):
            return replace(what, seen=value == "seen")
        case Marked():
            return replace(what, skill=value)
        case FloorTaken():
            return FloorTaken(who=Floor(value))
        case SteppedIn():
            return replace(what, reason=StepInReason(value))
        case Introduced():
            return Introduced(how=Introduction(value))
        case _:
            return what


def with_words(what: Correctable, words: str) -> Correctable:
    """:returns: an entry with other words; words heard that are gone leave it as it was."""
    match what:
        case WordsHeard():
            return WordsHeard(text=words) if words.strip() else what
        case Marked() | Moment() | SteppedIn():
            return replace(what, words=words)
        case _:
            return what


def introduction_word(how: Introduction) -> str:
    """:returns: how the manager was introduced, harmless to read from across the table."""
    return {Introduction.AS_AGREED: tr("As agreed"), Introduction.AS_BOSS: tr("Otherwise")}[how]


def reason_word(reason: StepInReason) -> str:
    """:returns: why the manager stepped in: short, and harmless to read from across the table."""
    return {
        StepInReason.ASKED: tr("Asked"),
        StepInReason.FACTS: tr("Facts"),
        StepInReason.ARGUMENT: tr("Calm"),
        StepInReason.OTHER: tr("Other"),
    }[reason]
