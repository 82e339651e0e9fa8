"""A rep over time as lines of text, for the command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exports.rep_figures import RepOverTime
from exports.rep_words import (
    choices_words,
    endings_words,
    head_words,
    level_spread,
    level_value,
    said_of,
    self_view_value,
    status_words,
    tries_words,
    visit_words,
)
from exports.rewording_words import reworded_words, rewording_lines
from exports.wording import near_date_text, nerves_word, one_line
from scoring.text import tr


def rep_lines(over: RepOverTime, today: date) -> list[str]:
    """:returns: what the rep's page shows, in words, each line on one line."""
    lines = [over.name, head_words(over, today)]
    if over.visits:
        lines += [*_skills(over, today), *_practising(over), *_commitments(over, today), *_calls(over)]
    lines += _parked(over, today)
    if over.coaching.strip():
        lines.append(said_of(tr("How they like to be coached (private)"), over.coaching))
    return [_kept_in(line) for line in lines]


def _skills(over: RepOverTime, today: date) -> Iterator[str]:
    yield tr("Skills")
    for skill in over.skills:
        words = tr("{value}. {spread}").format(value=level_value(skill), spread=level_spread(skill))
        yield f"  {said_of(skill.name, words)}"
        for rewording in skill.rewordings:
            visit = visit_words(over.visit(rewording.visit), lambda day: near_date_text(day, today))
            yield f"    {reworded_words(visit)}"
            yield from (f"      {line}" for line in rewording_lines(rewording))


def _practising(over: RepOverTime) -> Iterator[str]:
    for one in over.practising:
        tries = said_of(over.skill(one.skill).name, tries_words(one))
        yield said_of(tr("Practising"), tries)


def _commitments(over: RepOverTime, today: date) -> Iterator[str]:
    if over.commitments:
        yield tr("Commitments")
    for line in over.commitments:
        day = near_date_text(line.agreed_on, today)
        status = status_words(line, today, lambda day: near_date_text(day, today))
        yield f"  {day} | {line.words} | {status}"


def _calls(over: RepOverTime) -> Iterator[str]:
    said = [
        tr("{visit} {word}").format(visit=point.visit, word=nerves_word(point.nerves))
        for point in over.nerves
        if point.nerves is not None
    ]
    named = (
        (tr("Nerves with me in the room, by call"), ", ".join(said)),
        (tr("Own view against mine"), self_view_value(over.self_view)),
        (tr("How it ended"), endings_words(over.endings)),
        (tr("Who chose the calls"), choices_words(over.choices, over.first_name)),
    )
    return (said_of(name, words) for name, words in named if words)


def _parked(over: RepOverTime, today: date) -> Iterator[str]:
    for one in over.parked:
        day = near_date_text(over.visit(one.visit).when.date(), today)
        yield said_of(tr("Parked on {day}").format(day=day), one.words)


def _kept_in(line: str) -> str:
    """:returns: the line with its indent, and whatever breaks lines taken out of it."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + one_line(line)
