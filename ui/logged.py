"""What was logged in a call, as screens after the call show it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from exports.wording import clock_text, quoted, recalled_text
from scoring.debrief import MyView, Observation
from scoring.entry import Marked, Moment, SteppedIn, What, WordsHeard
from scoring.rating import Rating
from scoring.rubric import Rubric
from scoring.state import CallState, Standing
from scoring.text import tr, trn
from ui.widgets.evidence_list import EvidenceLine

MOST_LINES = 60  # of one skill; what is more helps nobody to rate
SHOWN_KINDS = (Marked, SteppedIn, WordsHeard, Moment)


def lines_of_skill(state: CallState, skill: str) -> list[EvidenceLine]:
    """:returns: the marks of one skill in order of time; more than a screen can use are counted instead."""
    marks = state.marks_of(skill)
    lines = [_line(state, item, mark.words, sign=sign_of(mark)) for item, mark in marks[:MOST_LINES]]
    if (more := len(marks) - MOST_LINES) > 0:
        words = trn("{n} more is in the record", "{n} more are in the record", more).format(n=more)
        lines.append(EvidenceLine("", "", words))
    return lines


def lines_of_observations(state: CallState, observations: tuple[Observation, ...]) -> list[EvidenceLine]:
    """:returns: strengths, or what got in the way, each with the time of the entry it points at."""
    return [_line_of_observation(state, item) for item in observations]


def _line_of_observation(state: CallState, observation: Observation) -> EvidenceLine:
    item = state.standing.get(observation.entry) if observation.entry else None
    if item is None:
        return EvidenceLine("", "", observation.words)
    return _line(state, item, observation.words if observation.words.strip() else _own_words(item.what))


def evidence_for(state: CallState, skill: str) -> tuple[UUID, ...]:
    """:returns: the ids of the marks a rating of ``skill`` stands on."""
    return tuple(item.entry.id for item, _ in state.marks_of(skill))


def rating_on_evidence(
    state: CallState, skill: str, level: int | None, checked: tuple[int, ...] = ()
) -> Rating:
    """:returns: a rating that stands on all marks of its skill; "no chance to see" stands on nothing."""
    evidence = evidence_for(state, skill) if level is not None else ()
    return Rating(skill=skill, level=level, evidence=evidence, checked=checked)


def view_on_evidence(state: CallState, view: MyView) -> MyView:
    """:returns: ``view`` with its ratings on the marks there are now: the call may have gone on since they were
    given."""
    ratings = (rating_on_evidence(state, one.skill, one.level, one.checked) for one in view.ratings)
    return replace(view, ratings=tuple(ratings))


def pickable(state: CallState, *, seen: bool) -> list[Standing]:
    """:returns: what an observation can point at, in order of time: marks of one side, words heard, moments, and for
    what got in the way also each time the manager stepped in."""
    items = [item for kind in SHOWN_KINDS for item, _ in state.of(kind)]
    return sorted(item for item in items if _fits(item.what, seen=seen))


def _fits(what: What, *, seen: bool) -> bool:
    match what:
        case Marked(seen=was_seen):
            return was_seen == seen
        case SteppedIn():
            return not seen
        case _:
            return True


def line_of(state: CallState, item: Standing, rubric: Rubric) -> EvidenceLine:
    """:returns: one entry with its time; a mark with the name of its skill."""
    return _line(state, item, _described(item.what, rubric), sign=sign_of(item.what))


def observation_of(item: Standing, rubric: Rubric) -> Observation:
    """:returns: an observation that points at an entry and begins with its words."""
    return Observation(words=_own_words(item.what) or _plain_words(item.what, rubric), entry=item.entry.id)


def _plain_words(what: What, rubric: Rubric) -> str:
    """:returns: what kind of entry it is, for where no plus or minus stands before it."""
    words = _kind_words(what, rubric)
    if isinstance(what, Marked) and not what.seen:
        return tr("Missed: {skill}").format(skill=words)
    return words


def skill_name(rubric: Rubric, skill_id: str) -> str:
    """:returns: the name of a skill; its id where the rubric does not know it."""
    return next((skill.name for skill in rubric.skills if skill.id == skill_id), skill_id)


def time_of(item: Standing) -> str:
    """:returns: ``"04:10"``; empty for what was written down from memory."""
    return "" if item.entry.recalled else clock_text(item.offset_ms)


def recalled_note(state: CallState, item: Standing) -> str:
    """:returns: ``"(recalled 12 minutes after the call)"``; empty for what was logged as it happened."""
    if not item.entry.recalled:
        return ""
    return tr("({note})").format(note=recalled_text(item.entry.at, state.ended_at))


def _line(state: CallState, item: Standing, words: str, sign: str = "") -> EvidenceLine:
    return EvidenceLine(time_of(item), sign, words, recalled_note(state, item))


def sign_of(what: What) -> str:
    """:returns: "+" or "–" for a mark, nothing for any other entry."""
    if not isinstance(what, Marked):
        return ""
    return "+" if what.seen else "–"


def _described(what: What, rubric: Rubric) -> str:
    kind, words = _kind_words(what, rubric), _own_words(what)
    if not words or isinstance(what, WordsHeard):
        return words or kind
    return tr("{kind}: {words}").format(kind=kind, words=words)


def _own_words(what: What) -> str:
    match what:
        case WordsHeard(text=text):
            return quoted(text)
        case Marked(words=words) | Moment(words=words) | SteppedIn(words=words):
            return words.strip()
        case _:
            return ""


def _kind_words(what: What, rubric: Rubric) -> str:
    match what:
        case Marked(skill=skill):
            return skill_name(rubric, skill)
        case SteppedIn():
            return tr("I stepped in")
        case Moment():
            return tr("A moment I marked")
        case _:
            return tr("Words heard")
