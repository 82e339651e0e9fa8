"""The lists of an archive are read as far as they can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.archive import line_file
from exports.archive.index import INDEX
from exports.archive.listed import read_lists
from exports.archive.lock import prepare_archive
from exports.archive.manifest import MANIFEST
from exports.archive.report import Verdict
from exports.archive.walk import walk
from tests.exports.archive.filling import opened, three_calls


def test_both_know_the_pages(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
        lists = read_lists(tmp_path / "archive", walk(tmp_path / "archive"))
        pages = {(str(file.call_id), str(file.page)) for file in store.archived.all()}
    assert lists.pages_listed() == pages
    assert list(lists.findings({})) == []


def test_a_list_that_is_a_link_or_a_pipe_is_not_read(tmp_path: Path) -> None:
    prepare_archive(tmp_path)
    (tmp_path / "page.pdf").write_bytes(b"%PDF-")
    (tmp_path / MANIFEST).symlink_to(tmp_path / "page.pdf")
    lists = read_lists(tmp_path, walk(tmp_path))
    assert (lists.has_manifest, lists.manifest.bad_lines) == (False, ())


@pytest.mark.parametrize("name", [INDEX, MANIFEST])
def test_a_list_that_is_too_large_is_said(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_file, "MOST_LINES", 10)
    (tmp_path / name).write_bytes(b"\n" * 11)
    (finding,) = read_lists(tmp_path, walk(tmp_path)).findings({})
    assert (finding.path, finding.verdict) == (name, Verdict.LISTS)
    assert "too large" in finding.sentence
