"""Choosing another archive folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from exports.archive.lock import LOCK, prepare_archive
from exports.archive.manifest import add_to_manifest
from exports.archive.moving import not_there, settle_in
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile, FileKind
from scoring.errors import KnownError, SecondChairError
from scoring.store import Store
from tests.builders import NINE, a_call, a_rep, an_id


def a_file(path: str) -> ArchivedFile:
    return ArchivedFile(path=path, call_id=an_id(), page=1, what=FileKind.PAGE, sha256="0" * 64, at=NINE)


def test_what_lies_there_already_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "here.pdf").write_bytes(b"page")
    (tmp_path / "2026" / "link.pdf").symlink_to(tmp_path / "2026" / "here.pdf")
    files = [a_file(f"2026/{name}.pdf") for name in ("here", "gone", "link")]
    assert not_there(tmp_path, files) == ["2026/gone.pdf", "2026/link.pdf"]
    assert (tmp_path / LOCK).is_file(), "it is an archive from now on"


def test_another_file_of_the_same_name_is_not_what_lay_there(tmp_path: Path) -> None:
    """Two computers have amended the same page, each in its own archive."""
    prepare_archive(tmp_path)
    for name in ("ours.pdf", "others.pdf"):
        (tmp_path / name).write_bytes(b"page")
    add_to_manifest(tmp_path, {"ours.pdf": "0" * 64, "others.pdf": "1" * 64})
    assert not_there(tmp_path, [a_file("ours.pdf"), a_file("others.pdf")]) == ["others.pdf"]


@pytest.mark.parametrize("place", ["data", "data/coming", "."])
def test_archive_and_data_do_not_lie_in_one_another(tmp_path: Path, place: str) -> None:
    """Others may read the archive, and the folder of a copy that is looked into is emptied."""
    with closing(Store.open(tmp_path / "data")) as store:
        with pytest.raises(SecondChairError, match="lie in one another"):
            settle_in(store, tmp_path / place, ["2026/gone.pdf"])
        assert store.settings.get(ARCHIVE_FOLDER, str, "") == ""


def test_a_folder_that_is_away_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        not_there(tmp_path / "share", [])
    assert not (tmp_path / "share").exists()


def test_what_is_missed_waits_again(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        rep = a_rep()
        call = a_call(rep)
        store.reps.save(rep)
        store.calls.add(call)
        for path in ("2026/here.pdf", "2026/gone.pdf"):
            store.archived.put(
                ArchivedFile(path=path, call_id=call.id, page=1, what=FileKind.PAGE, sha256="0" * 64, at=NINE)
            )
        settle_in(store, tmp_path / "share", ["2026/gone.pdf"])
        assert [file.path for file in store.archived.all()] == ["2026/here.pdf"]
        assert store.settings.get(ARCHIVE_FOLDER, str, "") == str(tmp_path / "share")
