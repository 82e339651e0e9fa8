"""Chosen calls as a table for a spreadsheet: one row a call, one column a skill.

Levels are words and not numbers: they are steps of an order, of which no mean can be taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import UUID

from exports.cells import BYTE_ORDER_MARK, csv_lines
from exports.reading import rubric_in
from exports.wording import bracketed, call_type_words, one_line, outcome_word, phase_word, time_text
from scoring.facts import CallFacts, SkillFacts
from scoring.files import write_whole
from scoring.rating import Basis
from scoring.rubric import Rubric
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

Ask = Callable[[Callable[["Store"], object]], object]
"""Does something with the store and gives the answer back, from any thread."""
Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]
RubricKey = tuple[str, int]
CHUNK = 30  # calls that are in memory at a time
_MINUTE_MS = 60_000


class TableStoppedError(Exception):
    """The table was stopped; nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A few calls, with the names of their reps and their rubrics."""

    calls: tuple[CallFacts, ...]
    names: Mapping[UUID, str]
    rubrics: Mapping[RubricKey, Rubric]


def write_call_table(
    ask: Ask, numbers: Sequence[int], path: Path, progress: Progress, stopped: Stopped
) -> int:
    """Write the calls with these numbers into a table (CSV, UTF-8), in this order, in the place of ``path``.

    What is sealed is not in it, as it is in no facts.

    :param progress: is told how many calls are done, and of how many.
    :returns: how many calls are in it; those that are gone meanwhile are not.
    :raises TableStoppedError: when it is to stop; nothing was written.
    :raises KnownError: if the system refuses.
    """
    table = _Table(ask, numbers, progress, stopped)
    write_whole(path, table.fill)
    return table.written


class _Table:
    """Reads all calls twice: first for what is to be its columns."""

    def __init__(self, ask: Ask, numbers: Sequence[int], progress: Progress, stopped: Stopped) -> None:
        self._ask = ask
        self._numbers = numbers
        self._progress = progress
        self._stopped = stopped
        self._done = 0
        self.written = 0

    def fill(self, file: IO[bytes]) -> None:
        skills = self._skills()
        file.write(BYTE_ORDER_MARK + csv_lines([head(skills)]))
        for part in self._parts():
            file.write(csv_lines(_rows(part, tuple(skills))))
            self.written += len(part.calls)

    def _skills(self) -> dict[str, str]:
        """:returns: the names of all skills that were rated, in the order of their rubrics, by id."""
        rubrics: dict[RubricKey, Rubric] = {}
        used: set[str] = set()
        for part in self._parts():
            rubrics |= part.rubrics
            used |= {one.skill for facts in part.calls for one in facts.skills if one.rated}
        in_order = [skill for _, rubric in sorted(rubrics.items(), reverse=True) for skill in rubric.skills]
        names: dict[str, str] = {}
        for skill in in_order:
            if skill.id in used:
                names.setdefault(skill.id, skill.name)
        return names

    def _parts(self) -> Iterator[_Part]:
        for first in range(0, len(self._numbers), CHUNK):
            if self._stopped():
                raise TableStoppedError
            part = self._ask(_Reading(self._numbers[first : first + CHUNK]))
            assert isinstance(part, _Part), "as it was asked for"
            yield part
            self._done += len(self._numbers[first : first + CHUNK])
            self._progress(self._done // 2, len(self._numbers))


class _Reading:
    """A job for the store: a few calls with what their rows need."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers

    def __call__(self, store: Store) -> _Part:
        found = store.finding.rows(self._numbers)
        calls = tuple(found[number] for number in self._numbers if number in found)
        keys = {(facts.rubric_id, facts.rubric_version) for facts in calls if facts.skills}
        return _Part(
            calls=calls,
            names={facts.rep_id: store.reps.get(facts.rep_id).name for facts in calls},
            rubrics={key: rubric for key in keys if (rubric := rubric_in(store, *key))},
        )


def head(skills: Mapping[str, str]) -> list[str]:
    """:param skills: the names of the skills, by id.
    :returns: what the columns are."""
    columns = [
        tr("Date"),
        tr("Time"),
        tr("Rep"),
        tr("Customer"),
        tr("Who leads"),
        tr("State"),
        tr("Length in minutes"),
        tr("Outcome"),
    ]
    return [*columns, *skills.values()]


def _rows(part: _Part, skills: Sequence[str]) -> list[list[str]]:
    return [
        call_row(
            facts, part.names[facts.rep_id], part.rubrics.get((facts.rubric_id, facts.rubric_version)), skills
        )
        for facts in part.calls
    ]


def call_row(facts: CallFacts, rep_name: str, rubric: Rubric | None, skills: Sequence[str]) -> list[str]:
    """:param rubric: the one of the call; None where it has nothing to say on any skill.
    :param skills: the columns behind the others, by id.
    :returns: one call in short."""
    of_skill = {one.skill: one for one in facts.skills}
    return [
        facts.when.date().isoformat(),
        time_text(facts.when),
        one_line(rep_name),
        one_line(facts.customer),
        call_type_words(facts.call_type, rep_name.split(maxsplit=1)[0]),
        phase_word(facts.phase, facts.way),
        _minutes(facts),
        _outcome(facts),
        *(_level(of_skill.get(skill), rubric) for skill in skills),
    ]


def _minutes(facts: CallFacts) -> str:
    """:returns: how long it took; nothing where the end was put in from memory."""
    if facts.length_ms is None or facts.end_recalled:
        return ""
    return str(round(facts.length_ms / _MINUTE_MS))


def _outcome(facts: CallFacts) -> str:
    words = outcome_word(facts.outcome) if facts.outcome else ""
    return one_line(": ".join(filter(None, (words, facts.outcome_words.strip()))))


def _level(one: SkillFacts | None, rubric: Rubric | None) -> str:
    """:returns: the word for a level, with what it stands on where that is not what was logged; nothing where it was
    not rated."""
    skill = (
        next((known for known in rubric.skills if one and known.id == one.skill), None) if rubric else None
    )
    if one is None or skill is None or not one.rated:
        return ""
    if one.level is None:
        return tr("No chance to see")
    word = skill.levels[one.level - 1].word
    if one.basis == Basis.JUDGEMENT:
        return f"{word} {bracketed(tr('judgement only'))}"
    return f"{word} {bracketed(tr('from memory'))}" if one.from_memory else word
