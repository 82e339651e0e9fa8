"""Chosen calls as a table that any spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.call_rows import CHUNK, TableStoppedError, call_row, head, write_call_table
from exports.cells import BYTE_ORDER_MARK
from scoring.facts import CallFacts, SkillFacts, facts_of
from scoring.finding import CallQuery
from scoring.rating import Basis
from scoring.rubric import default_rubric
from scoring.store import Store
from tests.builders import Log, a_call, a_debriefed_call, a_rep, a_tee_up

PRIYA = a_rep("Priya Nair")
RUBRIC = default_rubric()
FIRST, SECOND, THIRD = RUBRIC.skills[:3]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data")
    opened.reps.save(PRIYA)
    yield opened
    opened.close()


def _skill(
    skill: str, level: int | None, basis: Basis | None = Basis.EVIDENCE, *, rated: bool = True
) -> SkillFacts:
    return SkillFacts(
        skill=skill, focus=False, seen=0, missed=0, rated=rated, level=level, basis=basis, self_level=None
    )


def _facts(**changes: object) -> CallFacts:
    call, log = a_debriefed_call(PRIYA)
    return replace(facts_of(call, log.state), **changes)  # pyright: ignore[reportArgumentType]  by name


def _add(store: Store, facts: CallFacts) -> None:
    store.calls.add(replace(a_call(PRIYA), id=facts.call_id))
    store.facts.put(facts, "")


def _quiet(_done: int, _of: int) -> None:
    pass


class Told:
    """How far it was, each time it was told."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def __call__(self, done: int, of: int) -> None:
        self.steps.append((done, of))


def _never() -> bool:
    return False


def _written(store: Store, path: Path) -> list[list[str]]:
    numbers = store.finding.find(CallQuery(), ())
    write_call_table(lambda job: job(store), numbers, path, _quiet, _never)
    data = path.read_bytes()
    assert data.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


def test_a_row_says_what_became_of_a_call() -> None:
    facts = _facts(customer="Elm\nStreet", outcome_words="They want a trial")
    assert call_row(facts, "Priya Nair", RUBRIC, ()) == [
        "2026-03-10",
        "09:00",
        "Priya Nair",
        "Elm Street",
        "Priya leads, I observe",
        "Debriefed, coaching still open",
        "12",
        "Between best and least: They want a trial",
    ]
    assert len(head({})) == 8


def test_no_length_comes_of_an_end_that_is_remembered() -> None:
    assert call_row(_facts(end_recalled=True), "Priya Nair", RUBRIC, ())[6] == ""


def test_a_planned_call_leaves_what_is_not_known_empty() -> None:
    call = a_call(PRIYA)
    log = Log(call)
    log.planned(a_tee_up())
    row = call_row(facts_of(call, log.state), "Priya Nair", None, (FIRST.id,))
    assert row[5:] == ["Planned", "", "", ""]


@pytest.mark.parametrize(
    ("skill", "words"),
    [
        (_skill(FIRST.id, 2), FIRST.levels[1].word),
        (_skill(FIRST.id, 2, Basis.JUDGEMENT), f"{FIRST.levels[1].word} (judgement only)"),
        (replace(_skill(FIRST.id, 2), from_memory=True), f"{FIRST.levels[1].word} (from memory)"),
        (_skill(FIRST.id, None, None), "No chance to see"),
        (_skill(FIRST.id, None, None, rated=False), ""),
        (_skill("of another rubric", 2), ""),
    ],
)
def test_a_level_is_a_word_with_what_it_stands_on(skill: SkillFacts, words: str) -> None:
    assert call_row(_facts(skills=(skill,)), "Priya Nair", RUBRIC, (skill.skill,))[8:] == [words]


def test_each_skill_that_was_rated_has_a_column_in_the_order_of_the_rubric(
    store: Store, tmp_path: Path
) -> None:
    _add(
        store, _facts(rubric_id=RUBRIC.id, skills=(_skill(THIRD.id, 1), _skill(SECOND.id, None, rated=False)))
    )
    _add(store, _facts(rubric_id=RUBRIC.id, skills=(_skill(FIRST.id, 4),)))
    rows = _written(store, tmp_path / "calls.csv")
    assert rows[0][8:] == [FIRST.name, THIRD.name]
    assert sorted(row[8:] for row in rows[1:]) == sorted(
        [[FIRST.levels[3].word, ""], ["", THIRD.levels[0].word]]
    )


def test_no_cell_is_taken_for_a_formula(store: Store, tmp_path: Path) -> None:
    _add(store, _facts(customer='=HYPERLINK("http://x")', outcome=None, outcome_words="+1"))
    (_, row) = _written(store, tmp_path / "calls.csv")
    assert (row[3], row[7]) == ('\'=HYPERLINK("http://x")', "'+1")


def test_many_calls_are_read_a_few_at_a_time(store: Store, tmp_path: Path) -> None:
    with store.batch():
        for _ in range(CHUNK + 1):
            _add(store, _facts())
    told = Told()
    asked: list[object] = []

    def ask(job: Callable[[Store], object]) -> object:
        asked.append(job)
        return job(store)

    numbers = store.finding.find(CallQuery(), ())
    written = write_call_table(ask, numbers, tmp_path / "calls.csv", told, _never)
    assert (written, told.steps[-1], len(asked)) == (CHUNK + 1, (CHUNK + 1, CHUNK + 1), 4)


def test_nothing_is_written_where_it_is_stopped(store: Store, tmp_path: Path) -> None:
    _add(store, _facts())
    numbers = store.finding.find(CallQuery(), ())
    with pytest.raises(TableStoppedError):
        write_call_table(lambda job: job(store), numbers, tmp_path / "calls.csv", _quiet, lambda: True)
    assert [path for path in tmp_path.iterdir() if path.suffix != ""] == []


def test_nothing_of_a_sealed_view_is_in_it(store: Store, tmp_path: Path) -> None:
    call, log = a_debriefed_call(PRIYA)
    until = next(at for at, entry in enumerate(log.entries) if entry.what.KIND == "self_viewed")
    store.add_call(call, log.entries[:until])
    _written(store, tmp_path / "calls.csv")
    assert b"SEALED" not in (tmp_path / "calls.csv").read_bytes()
