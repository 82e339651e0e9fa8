"""Pages are sorted by what is in them, whatever they are called."""

from __future__ import annotations

from pathlib import Path

from exports.archive.pages import of_one_manager, sort_files
from exports.archive.report import Verdict, never
from exports.archive.walk import walk
from tests.exports.archive.filling import opened, signed, three_calls


def test_renamed_pages_come_together_again_the_first_one_first(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        pages = three_calls(store, tmp_path / "archive")
        expected = [call.id for call in store.calls.all()]
    for number, path in enumerate(pages):
        (tmp_path / "archive" / path).rename(tmp_path / "archive" / f"{9 - number}.pdf")
    heard: list[tuple[int, int]] = []
    found = sort_files(walk(tmp_path / "archive").files, lambda done, of: heard.append((done, of)), never)
    calls = found.calls()
    assert [pages[0].glance.call_id for pages in calls] == expected
    assert [[page.glance.page for page in pages] for pages in calls] == [[1, 2, 3], [1], [1]]
    assert heard == [(done, 10) for done in range(5)]


def test_scans_are_known_by_their_sum_and_the_rest_is_said(tmp_path: Path) -> None:
    scan = b"\xff\xd8\xff signed"
    with opened(tmp_path / "data") as store:
        signed(store, tmp_path / "archive", 1, scan)
    (tmp_path / "archive" / "notes.txt").write_text("hello")
    (tmp_path / "archive" / "cut.pdf").write_bytes(b"%PDF-1.7")
    found = sort_files(walk(tmp_path / "archive").files, lambda _done, _of: None, never)
    assert [len(scans) for scans in found.scans.values()] == [1]
    assert {(one.path, one.verdict) for one in found.findings} == {
        ("notes.txt", Verdict.UNKNOWN),
        ("cut.pdf", Verdict.REFUSED),
    }
    assert found.scans.keys() == found.pages[-1].glance.scans | found.pages[0].glance.scans


def test_a_manager_is_known_in_any_letters(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    calls = sort_files(walk(tmp_path / "archive").files, lambda _done, _of: None, never).calls()
    for name, is_asked_for in ((None, True), (" dana WHITFIELD ", True), ("Dana", False)):
        assert [asked for asked, _ in of_one_manager(calls, name)] == [is_asked_for] * 3
