"""What was logged in a call as its timeline lists it: which entries, in which order, and how each reads."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from exports.access_pack.entry_words import labelled, said
from exports.floor_picture import PARTY
from exports.wording import (
    floor_remembered_words,
    introduction_words,
    recalled_text,
    stretch_text,
)
from scoring.codec import to_plain
from scoring.entry import (
    Ended,
    Floor,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    Introduced,
    Marked,
    Moment,
    Paused,
    Reopened,
    Resumed,
    SatIn,
    Started,
    SteppedIn,
    WordsHeard,
)
from scoring.floor import StepIn, away_spans, step_ins
from scoring.rubric import Rubric
from scoring.state import CallState, Standing
from scoring.text import tr
from ui.floor_lines import step_words
from ui.log_lines import floor_words, words_of
from ui.logged import line_of, time_of
from ui.widgets.entry_list import EntryLine
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.floor_words import neutral_names

LISTED = (
    Started,
    Introduced,
    SatIn,
    Marked,
    SteppedIn,
    WordsHeard,
    Moment,
    FloorRemembered,
    Paused,
    Resumed,
    Gap,
    Ended,
    Reopened,
)
FOLDED = (FloorTaken, FloorCorrected, HandedBack)
"""Who had the floor from when on: shown when asked for, as there are hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a call is listed: of one ``skill`` its marks alone; who had the ``floor``; what was ``struck``."""

    skill: str | None = None
    floor: bool = False
    struck: bool = False


def listed(state: CallState, shown: Shown) -> list[Standing]:
    """:returns: the entries to list in order of time, those that stand in their corrected form. What was written down
    from memory stands where it was logged: at the end."""
    kinds = (Marked,) if shown.skill else (*LISTED, *FOLDED) if shown.floor else LISTED
    items = [item for kind in kinds for item in state.by_type.get(kind, ())]
    if shown.struck:
        items += [item for item in struck(state) if isinstance(item.what, kinds)]
    return sorted(item for item in items if shown.skill in (None, _skill_of(item)))


def struck(state: CallState) -> list[Standing]:
    """:returns: what was taken back or struck, in the form it was logged in."""
    kinds = (*LISTED, *FOLDED)
    aside = (item for entry_id, item in state.aside.items() if entry_id not in state.standing)
    return [item for item in aside if isinstance(item.what, kinds)]


def marked_skills(state: CallState, rubric: Rubric) -> list[tuple[str, str]]:
    """:returns: (id, name) of the skills that were marked, in the order of the rubric; one it does not know by its
    id."""
    marked = dict.fromkeys(mark.skill for _, mark in state.of(Marked))
    known = [(skill.id, skill.name) for skill in rubric.skills if skill.id in marked]
    return [*known, *((skill, skill) for skill in marked if skill not in dict(known))]


def _skill_of(item: Standing) -> str | None:
    return item.what.skill if isinstance(item.what, Marked) else None


class EntryWords:
    """How the entries of one call read, as it stands now.

    :param rep: the rep's first name.
    """

    def __init__(self, state: CallState, rubric: Rubric, rep: str) -> None:
        self._state = state
        self._rubric = rubric
        self._names = {**neutral_names(), Floor.REP: rep}
        self._rep = rep
        self._steps = _steps_by_entry(state)
        self._away = {span.start_ms: span.length_ms for span in away_spans(state)}

    def line_of(self, item: Standing) -> EntryLine:
        """:returns: how an entry reads in the list."""
        is_struck = item.entry.id not in self._state.standing
        plain = self._plain(item)
        line = EvidenceLine(time_of(item), plain.sign, plain.words, self._note(item, is_struck=is_struck))
        party = PARTY[item.what.who] if isinstance(item.what, FloorTaken | FloorCorrected) else None
        return EntryLine(line, party, is_struck)

    def whole(self, item: Standing) -> str:
        """:returns: all of an entry that has words, or was another one first; nothing for any other."""
        first = self._first_form(item)
        words = words_of(item.what) or ""
        if not words.strip() and not first:
            return ""
        plain, note = self._plain(item), self._note(item, is_struck=item.entry.id not in self._state.standing)
        signed = {"+": tr("Seen: {what}"), "–": tr("Missed: {what}")}.get(plain.sign, "{what}")
        head = " · ".join(filter(None, (time_of(item), signed.format(what=plain.words), note)))
        return "\n".join(filter(None, (head, first)))

    def _plain(self, item: Standing) -> EvidenceLine:
        what = item.what
        if isinstance(what, SteppedIn) and (step := self._steps.get(item.entry.id)):
            return EvidenceLine("", "", labelled(tr("I stepped in"), step_words(step)))
        if isinstance(what, Marked | SteppedIn | WordsHeard | Moment):
            return line_of(self._state, item, self._rubric)
        return EvidenceLine("", "", self._event(item))

    def _event(self, item: Standing) -> str:
        match item.what:
            case FloorTaken() | FloorCorrected():
                return floor_words(item.what, self._names)
            case HandedBack():
                return tr("Handed back")
            case FloorRemembered(mostly=mostly):
                return floor_remembered_words(mostly, self._rep)
            case Introduced(how=how):
                return labelled(tr("Introduction"), introduction_words(how))
            case Gap(reason=GapReason.CLOCK_CHANGED):
                return tr("The clock of the computer was set")
            case Paused():
                length = self._away.get(item.offset_ms)
                kind, _ = said(item.what, self._rubric)
                return labelled(kind, stretch_text(length)) if length else kind
            case _:
                kind, words = said(item.what, self._rubric)
                return labelled(kind, words) or kind

    def _note(self, item: Standing, *, is_struck: bool) -> str:
        recalled = recalled_text(item.entry.at, self._state.ended_at) if item.entry.recalled else ""
        became = tr("struck") if is_struck else tr("corrected") if self._is_corrected(item) else ""
        return tr("; ").join(filter(None, (recalled, became)))

    def _is_corrected(self, item: Standing) -> bool:
        logged = self._state.aside.get(item.entry.id)
        stands = item.entry.id in self._state.standing
        return stands and logged is not None and not _is_completed(logged, item)

    def _first_form(self, item: Standing) -> str:
        """:returns: what a corrected entry was when it was logged."""
        if not self._is_corrected(item):
            return ""
        logged = self._state.aside[item.entry.id]
        plain = (
            line_of(self._state, logged, self._rubric)
            if isinstance(logged.what, SteppedIn)
            else self._plain(logged)
        )
        what = " ".join(filter(None, (time_of(logged), plain.sign, plain.words)))
        return tr("Logged first as: {what}").format(what=what)


def _is_completed(logged: Standing, now: Standing) -> bool:
    """:returns: whether only something was added that was not said at first, such as why the manager stepped in."""
    if logged.offset_ms != now.offset_ms or type(logged.what) is not type(now.what):
        return False
    first, last = to_plain(logged.what), to_plain(now.what)
    return all(first.get(name) in (value, None, "") for name, value in last.items())


def _steps_by_entry(state: CallState) -> dict[UUID, StepIn]:
    """:returns: each time the manager stepped in, by the id of the entry that says so."""
    steps = step_ins(state)
    logged = {step.start_ms: step for step in steps if not step.recalled}
    remembered = [step for step in steps if step.recalled]
    items = state.by_type.get(SteppedIn, ())
    found: dict[UUID, StepIn] = {}
    for item in items:
        if item.entry.recalled:
            found[item.entry.id] = remembered.pop(0)
        elif step := logged.pop(item.offset_ms, None):
            found[item.entry.id] = step
    return found
