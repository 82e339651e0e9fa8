"""One call in plain lines, as its own screen shows it: what it was, its ratings, what was agreed, its pages.

What stands on the manager's view is empty while that is sealed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from exports.access_pack.entry_words import labelled, plan_lines
from exports.skill_table import recalled_words
from exports.wording import (
    call_type_words,
    date_text,
    duration_text,
    kept_word,
    ordinal,
    phase_word,
    quoted,
    sentence,
)
from scoring.debrief import Closing, Commitment, Debrief
from scoring.facts import CallFacts
from scoring.handing_over import Before
from scoring.page_versions import PageVersion, page_versions
from scoring.people import Rep
from scoring.privacy import Surface, entries_for, open_view
from scoring.rating import Rating
from scoring.rubric import Rubric
from scoring.state import DEBRIEFED_PHASES, SETTLED_PHASES, CallState, Phase, Standing
from scoring.text import tr, trn
from ui.logged import sign_of, time_of
from ui.page_words import acknowledged_words, handed_over_words, page_words
from ui.seen import SeenCall, SeenSkill
from ui.widgets.side_notes import Note
from ui.words import call_title, short_day, time_words

MOST_TIMES = 6
"""So many times of evidence are told of one rating; the list holds the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallHead:
    """Which call it is, where it stands, and the one next step: to its page, or on to where the call goes on. One that
    does not count has none."""

    title: str
    about: str
    standing: str
    next_step: str
    leads_to_page: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLine:
    """One skill as it was rated: ``level`` 1 to 4, None for no chance to see; in a word, with the first one where that
    was another; what it stands on; the rep's own word, empty where they were not asked."""

    name: str
    is_focus: bool
    level: int | None
    word: str
    stands_on: str
    own: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One page of a call: its number, when it was made, and who has it."""

    number: int
    words: str
    note: str


# What it was


def head_of(facts: CallFacts, state: CallState, rep: Rep, earlier: int, today: date) -> CallHead:
    """:param earlier: how many calls with this rep took place before.
    :returns: what stands above everything else of a call."""
    counts = facts.phase not in SETTLED_PHASES
    about = (
        rep.name,
        _when(facts, state, today),
        _length(facts, state),
        call_type_words(facts.call_type, rep.first_name),
        _visit(earlier + 1) if counts else "",
    )
    return CallHead(
        title=call_title(facts, rep),
        about=" · ".join(filter(None, about)),
        standing=_standing(state),
        next_step=_next_step(facts),
        leads_to_page=facts.phase in DEBRIEFED_PHASES,
    )


def _when(facts: CallFacts, state: CallState, today: date) -> str:
    """The time as it was agreed, where that of the start is from memory."""
    if facts.started_at is None and facts.planned_at is None:
        return tr("No time yet")
    agreed = facts.planned_at if state.start_is_recalled else None
    moment = agreed or facts.when
    return _day_and_time(moment, today)


def _day_and_time(moment: datetime, today: date) -> str:
    return tr("{day} {time}").format(day=short_day(moment.date(), today), time=time_words(moment))


def _length(facts: CallFacts, state: CallState) -> str:
    """No figure comes of what is remembered."""
    if facts.length_ms is None or state.start_is_recalled or state.end_is_recalled:
        return ""
    return duration_text(facts.length_ms)


def _visit(number: int) -> str:
    if number == 1:
        return tr("First together")
    return tr("{number} together").format(number=ordinal(number))


def _standing(state: CallState) -> str:
    phase = phase_word(state.phase, state.way)
    if state.phase == Phase.VOID:
        return labelled(phase, state.reason) or phase
    if state.without_rep:
        return tr("{state}. Debriefed without the rep.").format(state=phase)
    return phase


def _next_step(facts: CallFacts) -> str:
    return {
        Phase.PLANNED: tr("Sit in") if facts.teed_up else tr("Tee up"),
        Phase.RUNNING: tr("Go on"),
        Phase.ENDED: tr("My view"),
        Phase.VIEWED: tr("Debrief"),
        Phase.DEBRIEFED: tr("Page"),
        Phase.CLOSED: tr("Page"),
    }.get(facts.phase, "")


def plan_notes(state: CallState, rubric: Rubric) -> list[Note]:
    """:returns: what was teed up, as far as it was; the customer and the time stand above."""
    lines = plan_lines(state.tee_up, rubric)[1:]
    planned = tr("Planned for")
    return [Note(label, words.strip()) for label, words in lines if words.strip() and label != planned]


# Ratings


def rating_lines(seen: SeenCall, state: CallState) -> list[RatingLine]:
    """:returns: the skills that were rated, by the manager or by the rep, in the order of the rubric."""
    return [_rating_line(skill, state) for skill in seen.skills if skill.standing or skill.own]


def not_rated(seen: SeenCall) -> str:
    """:returns: the names of the skills that nobody rated, as one sentence; nothing where there are none."""
    names = [skill.skill.name for skill in seen.skills if not (skill.standing or skill.own)]
    return tr("Not rated: {skills}.").format(skills=", ".join(names)) if names else ""


def _rating_line(seen: SeenSkill, state: CallState) -> RatingLine:
    return RatingLine(
        name=seen.skill.name,
        is_focus=seen.is_focus,
        level=seen.standing.level if seen.standing else None,
        word=seen.word,
        stands_on=_stands_on(seen.standing, state),
        own=seen.own,
    )


def _stands_on(rating: Rating | None, state: CallState) -> str:
    if rating is None or rating.level is None:
        return ""
    found = sorted(state.standing[entry] for entry in rating.evidence if entry in state.standing)
    if not found:
        return tr("judgement only")
    return tr("; ").join(filter(None, (_times(found), recalled_words(found))))


def _times(evidence: Sequence[Standing]) -> str:
    """:returns: ``"+ 04:10, – 18:42 and 3 more"``; what is from memory has no time."""
    timed = [item for item in evidence if not item.entry.recalled]
    times = ", ".join(f"{sign_of(item.what)} {time_of(item)}".strip() for item in timed[:MOST_TIMES])
    if (more := len(timed) - MOST_TIMES) > 0:
        words = trn("{times} and {n} more", "{times} and {n} more", more)
        return words.format(times=times, n=more)
    return times


# What was agreed


def ended_note(seen: SeenCall, state: CallState) -> Note:
    """:returns: how the call ended, and what was declared before it."""
    purpose = labelled(tr("Purpose"), state.tee_up.purpose)
    declared = " ".join(filter(None, (purpose and sentence(purpose), seen.declared)))
    return Note(tr("How it ended"), seen.outcome or tr("Not written down."), declared)


def agreed_notes(state: CallState, before: Before, rep: Rep) -> list[Note]:
    """:param before: of the calls before this one: what was open then.
    :returns: what was agreed, and what became of what had been agreed before; nothing while the manager's view is
        sealed."""
    if state.debrief is None or open_view(state) is None:
        return []
    return list(_debrief_notes(state, state.debrief, before, rep))


def _debrief_notes(state: CallState, debrief: Debrief, before: Before, rep: Rep) -> Iterator[Note]:
    for commitment in debrief.commitments:
        if commitment.words.strip():
            yield Note(tr("To do differently"), quoted(commitment.words), _follow_up(commitment))
    yield from (_closing_note(state, closing) for closing in debrief.closings)
    if debrief.last_commitment and before.commitments and not debrief.closings:
        words = "\n".join(map(quoted, before.commitments))
        yield Note(tr("Since last time"), words, kept_word(debrief.last_commitment))
    if parked := "\n".join(filter(str.strip, debrief.parked)):
        yield Note(tr("Parked for a later ride"), parked)
    if debrief.comment.strip():
        yield Note(tr("{name}'s comment").format(name=rep.first_name), debrief.comment)


def _closing_note(state: CallState, closing: Closing) -> Note:
    found = sorted(state.standing[entry] for entry in closing.evidence if entry in state.standing)
    shown = tr("; ").join(filter(None, (_times(found), recalled_words(found))))
    became = (kept_word(closing.kept), shown or tr("without anything seen on this ride"))
    return Note(tr("Since last time"), quoted(closing.words), tr("; ").join(became))


def _follow_up(commitment: Commitment) -> str:
    day = date_text(commitment.check_on) if commitment.check_on else ""
    parts = (labelled(tr("First tried"), commitment.first_tried), labelled(tr("Look at it together"), day))
    return "\n".join(filter(None, parts))


# Pages


def page_lines(state: CallState) -> list[PageLine]:
    """:returns: the pages there are, the latest first; none before something was agreed, or of a call that does not
    count."""
    if state.phase not in DEBRIEFED_PHASES or open_view(state) is None:
        return []
    versions = page_versions(entries_for(Surface.RECORD, state))
    return [_page_line(version, is_last=version is versions[-1]) for version in reversed(versions)]


def _page_line(version: PageVersion, *, is_last: bool) -> PageLine:
    became = acknowledged_words(version.acknowledgement) if version.acknowledgement else ""
    note = "\n".join(filter(None, (handed_over_words(version, is_replaced=not is_last), became)))
    return PageLine(number=version.number, words=page_words(version), note=note)
