"""The archive is written to without a window, too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.archive.lock import prepare_archive
from exports.arguments import make_parser
from exports.commands import run
from scoring.archived import ARCHIVE_FOLDER
from scoring.errors import SecondChairError
from scoring.store.store import Store
from tests.exports.archive.checks import assert_whole
from tests.exports.archive.test_outbox import PLACE, hand_over, kept, sign


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    prepare_archive(folder)
    return folder


@pytest.fixture
def data(tmp_path: Path, archive: Path) -> Path:
    """A call whose signed page waits, and the folder it waits for."""
    store = Store.open(tmp_path / "data")
    told = kept(store)
    hand_over(store, told)
    sign(store, told)
    store.settings.put(ARCHIVE_FOLDER, str(archive))
    store.close()
    return tmp_path / "data"


def send(data: Path, *more: str) -> int:
    return run(make_parser().parse_args(["archive", "write", *more]), data)


def test_what_waits_is_written_and_named(
    data: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert send(data) == 0
    assert f"{PLACE} lies in the archive now." in capsys.readouterr().out.splitlines()
    assert_whole(archive, 3)
    assert send(data) == 0
    assert capsys.readouterr().out == "Nothing waits for the archive.\n"


def test_a_program_reads_what_became_of_each(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert send(data, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert [(one["page"], one["what"]) for one in told["files"]] == [(1, "page"), (2, "page"), (2, "scan")]
    assert told["files"][0]["path"] == PLACE


def test_what_still_waits_is_said_with_the_reason(
    data: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.rename(archive.with_name("elsewhere"))
    assert send(data) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(
        "The call at Northgate Dental with Priya Nair waits: The archive folder is not there."
    )
    assert lines[2].endswith("waits: its page has to lie there first.")


def test_without_a_folder_there_is_nowhere_to_write(tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    with pytest.raises(SecondChairError, match="Choose the archive folder"):
        send(tmp_path / "data")


def test_where_there_is_no_data_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(SecondChairError, match="No data there"):
        send(tmp_path / "mistyped")
    assert not (tmp_path / "mistyped").exists()
