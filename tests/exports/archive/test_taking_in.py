"""Calls are taken in many at a time, each with where its pages lie."""

from __future__ import annotations

from pathlib import Path

from exports.archive.pages import Page, sort_files
from exports.archive.report import Verdict, never
from exports.archive.taking_in import Here, ReadPage, save_reps, take_in_calls
from exports.archive.walk import read_found, walk
from exports.record_file import record_in
from exports.record_reader import read_record
from scoring.people import RepCard
from scoring.preferences import Paper
from tests.exports.archive.filling import opened, three_calls
from tests.exports.builders import MORNING, PRIYA


def read(page: Page) -> ReadPage:
    return ReadPage(page=page, source=read_record(record_in(read_found(page.found))))


def test_the_data_knows_where_each_page_lies_and_on_which_paper(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    with opened(tmp_path / "data") as store:
        three_calls(store, archive)
    found = sort_files(walk(archive).files, lambda _done, _of: None, never)
    chains = [[read(page) for page in pages] for pages in found.calls()]
    with opened(tmp_path / "new") as store:
        taken = take_in_calls(store, chains, Here(is_archive=True, scans={}, now=MORNING))
        assert [one.findings[-1].verdict for one in taken] == [Verdict.RESTORED] * 3
        for chain in chains:
            files = store.archived.of(chain[0].source.call.id)
            assert [(file.page, file.path) for file in files] == [
                (one.source.version.number, one.page.found.path) for one in chain
            ]
    assert [one.page.paper for one in chains[0]] == [Paper.A4, Paper.LETTER, Paper.LETTER]


def test_who_reps_are_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path / "new") as store:
        store.reps.save(PRIYA)
        save_reps(store, [RepCard(id=PRIYA.id, name="Priya Whitfield")])
        assert [rep.name for rep in store.reps.all()] == ["Priya Whitfield"]
