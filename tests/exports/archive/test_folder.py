"""Nothing is made, opened or taken away outside the archive folder."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from exports.archive.folder import clear_unfinished, make_inside, open_inside
from scoring.errors import KnownError

REP = PurePosixPath("2026/Priya Nair (70000000)")


def test_folders_are_made_as_needed_and_stay(tmp_path: Path) -> None:
    for _ in range(2):
        assert make_inside(tmp_path, REP) == tmp_path / REP
    assert (tmp_path / REP).is_dir()


def test_the_archive_folder_itself_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        make_inside(tmp_path / "share", REP)
    assert not (tmp_path / "share").exists()


def test_a_link_on_the_way_that_leads_out_is_refused(tmp_path: Path) -> None:
    outside, archive = tmp_path / "outside", tmp_path / "archive"
    outside.mkdir()
    archive.mkdir()
    (archive / "2026").symlink_to(outside, target_is_directory=True)
    with pytest.raises(KnownError, match="leads out of the archive"):
        make_inside(archive, REP)
    assert not list(outside.iterdir())


def test_a_link_that_leads_nowhere_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "2026").symlink_to(tmp_path.parent / "nowhere")
    with pytest.raises(KnownError):
        make_inside(tmp_path, REP)
    assert not (tmp_path.parent / "nowhere").exists()


def test_a_link_within_the_archive_is_followed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "2026").symlink_to(tmp_path / "old", target_is_directory=True)
    make_inside(tmp_path, REP)
    assert (tmp_path / "old" / REP.name).is_dir()


def test_the_archive_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "archive").symlink_to(tmp_path / "real", target_is_directory=True)
    make_inside(tmp_path / "archive", REP)
    assert (tmp_path / "real" / REP).is_dir()


def test_a_file_where_a_folder_should_be_is_said_to_be_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "2026").write_bytes(b"mine")
    with pytest.raises(KnownError, match="in the way"):
        make_inside(tmp_path, REP)
    assert (tmp_path / "2026").read_bytes() == b"mine"


def test_a_link_is_not_opened_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "index.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"):
        open_inside(tmp_path / "index.csv", os.O_RDONLY)


@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_RDWR])
def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(tmp_path: Path, flags: int) -> None:
    os.mkfifo(tmp_path / "index.csv")
    with pytest.raises(OSError, match="it is no file"):
        open_inside(tmp_path / "index.csv", flags)


def test_what_a_killed_writer_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    kept = ["page.pdf", ".page.pdf", "page.pdf.123.part", ".x.part", ".second-chair.lock"]
    for name in (*kept, ".page.pdf.123.part", ".manifest.sha256.4.part"):
        (tmp_path / name).touch()
    (tmp_path / ".a folder.1.part").mkdir()
    clear_unfinished(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*kept, ".a folder.1.part"}


def test_clearing_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="gone"):
        clear_unfinished(tmp_path / "gone")
