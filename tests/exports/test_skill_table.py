"""The table of skills: what was seen, the level that stands, and what it stands on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from exports.skill_table import seen_words, skill_table
from exports.summary import SkillRow, SkillTable
from scoring.entry import Entry, Marked
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.exports.builders import (
    MORNING,
    Told,
    a_debrief,
    a_debriefed_call,
    a_view,
    id_of,
    source_of,
    started,
)

ASKS, MONEY = "Asks before answering", "Talks money plainly"


def table_of(folder: Path, *calls: Told) -> SkillTable:
    table = skill_table(source_of(folder, *calls))
    assert table
    return table


def row_of(table: SkillTable, name: str) -> SkillRow:
    return next(row for row in table.rows if row.name == name)


def test_every_skill_stands_in_call_order_with_the_level_that_was_agreed(tmp_path: Path) -> None:
    told = started().end().view()
    table = table_of(
        tmp_path, told.debrief(a_debrief(agreed=(Rating(skill="asks-before-answering", level=3),)))
    )
    assert [row.name for row in table.rows] == [skill.name for skill in default_rubric().skills]
    row = row_of(table, ASKS)
    assert (row.level, row.levels, row.level_word, row.focus) == (3, 4, "Mostly", True)


def test_no_chance_to_see_is_not_the_same_as_not_rated(tmp_path: Path) -> None:
    table = table_of(tmp_path, a_debriefed_call())
    assert (row_of(table, MONEY).level, row_of(table, MONEY).level_word) == (None, "No chance to see")
    assert row_of(table, "Stays calm").level_word == "Not rated"


def test_a_rating_without_evidence_is_marked_and_one_with_evidence_is_not(tmp_path: Path) -> None:
    told = started()
    mark = told.book.mark("stays-calm", seen=True)
    ratings = (
        Rating(skill="stays-calm", level=3, evidence=(mark.id,)),
        Rating(skill="listens-it-out", level=3),
        Rating(skill="talks-money-plainly", level=None),
    )
    table = table_of(tmp_path, told.end().view(a_view(ratings=ratings)).debrief())
    notes = {row.name: row.note for row in table.rows}
    assert (notes["Stays calm"], notes["Listens it out"], notes[MONEY]) == ("", "(judgement only)", "")


def test_the_reps_own_rating_stands_beside_the_focus_skill_only(tmp_path: Path) -> None:
    notes = {row.name: row.note for row in table_of(tmp_path, a_debriefed_call()).rows}
    assert notes[ASKS] == "(judgement only; Priya's own view: Mostly)"
    assert notes["Stays calm"] == ""


def test_recalled_marks_are_marked(tmp_path: Path) -> None:
    told = started()
    told.book.mark("stays-calm", seen=True)
    told.end()
    for number, skill in enumerate(("stays-calm", "listens-it-out")):
        told.book._append(
            Entry(
                id=id_of(200 + number),
                call_id=told.call.id,
                offset_ms=0,
                at=told.clock.now(),
                what=Marked(skill=skill, seen=True),
                recalled=True,
            )
        )
    table = table_of(tmp_path, told.view().debrief())
    assert row_of(table, "Stays calm").note == "(partly recalled)"
    assert row_of(table, "Listens it out").note == "(recalled)"


def test_the_last_four_are_levels_of_debriefed_calls_newest_last(tmp_path: Path) -> None:
    calls: list[Told] = []
    for number, level in enumerate((4, 1, None, 2, 3), start=1):
        told = started(number, MORNING - timedelta(days=60 - number))
        told.end().view(a_view(ratings=(Rating(skill="asks-before-answering", level=level),))).debrief()
        calls.append(told)
    sealed = started(6, MORNING - timedelta(days=2)).end().view()
    table = table_of(tmp_path, *calls, sealed, a_debriefed_call(7))
    assert row_of(table, ASKS).last == "1 – 2 3"
    assert row_of(table, "Stays calm").last == ""
    assert table.headings[2] == "Last four"


def test_there_is_no_table_where_nothing_was_rated_or_marked(tmp_path: Path) -> None:
    told = started().end().view(a_view(ratings=())).debrief()
    assert skill_table(source_of(tmp_path, told)) is None


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ([], ""),
        ([(True, "")], "1 seen"),
        ([(True, ""), (False, ""), (True, "")], "2 seen, 1 missed"),
        ([(True, "Agenda agreed")], "Agenda agreed"),
        ([(False, "Discount first")], "1 missed; Discount first"),
        ([(True, "x" * 61), (True, "Summed it up")], "2 seen; Summed it up"),
        ([(True, "x" * 61)], "1 seen"),
    ],
)
def test_what_was_seen_is_told_by_short_words_and_counts(marks: list[tuple[bool, str]], words: str) -> None:
    assert seen_words([Marked(skill="a", seen=seen, words=text) for seen, text in marks]) == words
