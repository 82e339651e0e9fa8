"""Whose files lie in an archive."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from exports.archive.finding import Sought, Theirs, find_theirs
from exports.archive.lock import prepare_archive
from exports.archive.report import no_progress
from exports.archive.writing import archive_page, archive_scan
from exports.page_source import PageSource, short_id
from tests.exports.archive.builders import a_page
from tests.exports.builders import MORNING

SCAN = b"\x89PNG\r\n\x1a\n scan"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    prepare_archive(folder)
    return folder


@pytest.fixture
def theirs(archive: Path) -> PageSource:
    return put(archive, with_own_ids(a_page(customer="Elm Street")))


@pytest.fixture
def others(archive: Path) -> PageSource:
    return put(archive, with_own_ids(a_page(2, customer="Northgate", rep="Ada Lovelace")))


def with_own_ids(source: PageSource) -> PageSource:
    """The ids of the builders all begin with the same letters."""
    call_id, rep_id = uuid4(), uuid4()
    entries = tuple(replace(entry, call_id=call_id) for entry in source.version.entries)
    return replace(
        source,
        call=replace(source.call, id=call_id, rep_id=rep_id),
        version=replace(source.version, entries=entries),
        context=replace(source.context, rep=replace(source.rep, id=rep_id)),
    )


def put(archive: Path, source: PageSource) -> PageSource:
    page = archive_page(archive, source, "a4", MORNING)
    archive_scan(archive, source, page.path, SCAN + source.call.id.bytes, ".png", MORNING)
    return source


def sought_rep(source: PageSource) -> Sought:
    return Sought(rep_ids=frozenset({source.rep.id}), names=frozenset({source.rep.name}))


def found(archive: Path, sought: Sought) -> Theirs:
    theirs = find_theirs(archive, sought, no_progress)
    assert theirs
    return theirs


def page_of(archive: Path, source: PageSource) -> Path:
    [page] = archive.rglob(f"*({short_id(source.call.id)}).pdf")
    return page


def test_pages_are_found_by_their_record_and_scans_beside_them(
    archive: Path, theirs: PageSource, others: PageSource
) -> None:
    of_rep = found(archive, sought_rep(theirs))
    stem = page_of(archive, theirs).relative_to(archive).with_suffix("").as_posix()
    assert [file.path for file in of_rep.pages] == [f"{stem}.pdf"]
    assert [file.path for file in of_rep.scans] == [f"{stem} signed.png"]
    assert of_rep.call_ids == {theirs.call.id}, "which the data need not know"
    assert found(archive, Sought(call_ids=frozenset({theirs.call.id}))) == of_rep
    assert (of_rep.left, of_rep.unread, of_rep.namesakes) == ((), (), 0)


def test_a_page_that_was_renamed_and_moved_is_found_with_its_scan(archive: Path, theirs: PageSource) -> None:
    page = page_of(archive, theirs)
    aside = archive / "Put aside"
    aside.mkdir()
    page.with_name(f"{page.stem} signed.png").rename(aside / "Old signed 3.png")
    page.rename(aside / "Old.pdf")
    assert [file.path for file in found(archive, sought_rep(theirs)).files] == [
        "Put aside/Old.pdf",
        "Put aside/Old signed 3.png",
    ]


def test_a_scan_is_found_by_its_bytes(archive: Path, theirs: PageSource) -> None:
    scan = next(archive.rglob("*.png"))
    digest = hashlib.sha256(scan.read_bytes()).hexdigest()
    scan.rename(archive / "holiday.png")
    sought = replace(sought_rep(theirs), sums=frozenset({digest}))
    assert "holiday.png" in [file.path for file in found(archive, sought).files]


def test_what_cannot_be_read_any_more_is_found_by_its_name(
    archive: Path, theirs: PageSource, others: PageSource
) -> None:
    for source in (theirs, others):
        page = page_of(archive, source)
        page.write_bytes(page.read_bytes()[:500])
    of_call = found(archive, Sought(call_ids=frozenset({theirs.call.id})))
    assert page_of(archive, theirs) in [file.place for file in of_call.pages]
    assert page_of(archive, others) not in [file.place for file in of_call.pages]
    of_rep = found(archive, sought_rep(theirs))
    assert page_of(archive, theirs) in [file.place for file in of_rep.pages], "in the folder named after them"


def test_a_page_of_somebody_else_stays_wherever_it_lies(
    archive: Path, theirs: PageSource, others: PageSource
) -> None:
    page = page_of(archive, others)
    moved = page.rename(page_of(archive, theirs).with_name(page.name))
    assert moved not in [file.place for file in found(archive, sought_rep(theirs)).files]


def test_what_we_did_not_write_stays_and_is_told(archive: Path, theirs: PageSource, tmp_path: Path) -> None:
    folder = page_of(archive, theirs).parent
    (folder / "Notes of a meeting.docx").write_bytes(b"mine")
    (folder / "link.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    of_rep = found(archive, sought_rep(theirs))
    here = folder.relative_to(archive).as_posix()
    assert of_rep.left == (f"{here}/Notes of a meeting.docx", f"{here}/link.pdf")
    assert len(of_rep.files) == 2


def test_a_link_out_of_the_folder_is_not_followed(archive: Path, theirs: PageSource, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.copytree(page_of(archive, theirs).parent, outside)
    (archive / "2027").symlink_to(outside, target_is_directory=True)
    assert len(found(archive, sought_rep(theirs)).files) == 2


def test_a_namesake_entered_elsewhere_is_told(archive: Path, theirs: PageSource) -> None:
    put(archive, with_own_ids(a_page(3, rep=theirs.rep.name.upper())))
    of_rep = found(archive, sought_rep(theirs))
    assert (len(of_rep.pages), of_rep.namesakes) == (1, 1)


def test_it_can_be_stopped(archive: Path, theirs: PageSource) -> None:
    assert find_theirs(archive, sought_rep(theirs), no_progress, lambda: True) is None


def test_one_hears_how_far_it_is(archive: Path, theirs: PageSource) -> None:
    heard: list[tuple[int, int]] = []
    find_theirs(archive, sought_rep(theirs), lambda done, of: heard.append((done, of)))
    assert heard[0][0] == 0
    assert {of for _, of in heard} == {len(heard)}


@pytest.mark.parametrize(
    "record", [b"{}", b'{"call": {"id": 7}}', b"[]", b'{"entries": [1]}', b'{"a":' * 9000, b"%PDF-1.7", b""]
)
def test_a_file_that_is_no_record_is_nobodys(archive: Path, record: bytes) -> None:
    (archive / "odd.pdf").write_bytes(record)
    assert found(archive, Sought(rep_ids=frozenset({UUID(int=1)}))).files == ()
