"""A rubric with its anchors on one sheet of paper, to lay on the desk or pin to the wall.

The same rubric gives the same bytes. A rubric has no day, so the file says one that is always the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exports.file_names import file_words
from exports.rubric_difference_words import suited_word
from exports.rubric_file import rubric_bytes
from exports.summary import CutWords, LeftOut, RubricDetail, RubricRow, RubricSheet
from scoring.files import write_whole
from scoring.preferences import Sheet
from scoring.rating import LEVELS
from scoring.rubric import Rubric, Skill
from scoring.text import texts_in, tr

if TYPE_CHECKING:
    from exports.page import Drawn

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""PDF/A wants a date of what is attached; see above."""


def draw_rubric_paper(rubric: Rubric, sheet: Sheet) -> Drawn:
    """:returns: the rubric on one sheet, laid across, with its file attached."""
    with texts_in(rubric.language):
        words = rubric_sheet(rubric)
    from exports.page import draw_rubric

    return draw_rubric(words, paper=sheet, rubric=rubric_bytes(rubric), created=_NO_DAY)


def write_rubric_paper(rubric: Rubric, path: Path, sheet: Sheet) -> None:
    """Write the rubric on one sheet as a PDF, in place of what was at ``path``.

    :raises KnownError: if the system refuses.
    """
    write_whole(path, draw_rubric_paper(rubric, sheet).pdf)


def rubric_paper_name(rubric: Rubric) -> str:
    """:returns: ``"Joint sales call version 2"``, which is a file name on every system."""
    name = file_words(rubric.name) or tr("Rubric")
    return tr("{name} version {number}").format(name=name, number=rubric.version)


def rubric_sheet(rubric: Rubric) -> RubricSheet:
    """Put a rubric into the words of its sheet."""
    shared = _shared_words(rubric)
    version = tr("Version {number}").format(number=rubric.version)
    return RubricSheet(
        language=rubric.language,
        document_title=tr("{name}, version {number}").format(name=rubric.name, number=rubric.version),
        author="",
        record_id=rubric.id,
        title=rubric.name,
        subtitle=tr("{version} · {suits}").format(version=version, suits=_suits(rubric)),
        about=rubric.summary,
        levels=shared or tuple(tr("Level {n}").format(n=number) for number in LEVELS),
        skills=tuple(_row(skill, named_above=bool(shared)) for skill in rubric.skills),
        leavable=tuple(_leavable(rubric)),
        footer_left=tr("Rubric {id}, version {number}").format(id=rubric.id, number=rubric.version),
        footer_right=tr("Second Chair"),
        cut=CutWords(text=tr("… ({n} characters left out)"), items=tr("{n} more in Second Chair")),
    )


def _shared_words(rubric: Rubric) -> tuple[str, ...]:
    """:returns: the words of the levels, if they are the same for all skills."""
    words = {tuple(level.word for level in skill.levels) for skill in rubric.skills}
    return words.pop() if len(words) == 1 else ()


def _suits(rubric: Rubric) -> str:
    calls = tr(", ").join(map(suited_word, rubric.call_types)) or tr("every type of call")
    people = tr(", ").join(map(suited_word, rubric.tenures)) or tr("everybody")
    return tr("Calls: {calls} · Reps: {people}").format(calls=calls, people=people)


def _row(skill: Skill, *, named_above: bool) -> RubricRow:
    levels = (
        level.sentence
        if named_above
        else tr("{word}: {sentence}").format(word=level.word, sentence=level.sentence)
        for level in skill.levels
    )
    return RubricRow(
        name=skill.name, summary=skill.summary, levels=tuple(levels), details=tuple(_details(skill))
    )


def _details(skill: Skill) -> Iterator[RubricDetail]:
    yield RubricDetail(part="seen", label=tr("Seen"), texts=(skill.seen,))
    yield RubricDetail(part="missed", label=tr("Missed"), texts=(skill.missed,))
    if skill.checklist:
        yield RubricDetail(part="checklist", label=tr("Look for"), texts=skill.checklist, listed=True)
    yield RubricDetail(part="no_chance", label=tr("No chance"), texts=(skill.no_chance,))


def _leavable(rubric: Rubric) -> Iterator[LeftOut]:
    """The anchors are what the sheet is for: everything else goes before one of them is shortened."""
    skills = len(rubric.skills)
    parts = (
        ("checklist", tr("the checklists"), sum(len(skill.checklist) for skill in rubric.skills)),
        ("missed", tr("what counts as missed"), skills),
        ("seen", tr("what counts as seen"), skills),
        ("no_chance", tr("when there is no chance to see"), skills),
        ("summary", tr("the line under each name"), skills),
        ("about", tr("what the rubric is for"), int(bool(rubric.summary))),
    )
    gone: list[str] = []
    for part, words, count in parts:
        if count:
            gone.append(words)
            sentence = tr("There was no room for {parts}. Second Chair shows it all.")
            yield LeftOut(part=part, count=count, sentence=sentence.format(parts=tr(", ").join(gone)))
