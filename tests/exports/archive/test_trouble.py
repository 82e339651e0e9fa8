"""Disks that are full and folders that cannot be written to: it is said, and the page is written later.

Each test on a full disk runs on a mounted disk of its own, where this may mount, and with a limit of the system for the
size of files; a read-only folder is a mounted disk for root, for whom permissions do not bind. What cannot be had is
skipped with the reason.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from exports.archive.index import INDEX
from exports.archive.lock import archive_lock, prepare_archive
from exports.archive.manifest import MANIFEST, add_to_manifest
from exports.page_file import draw_call
from scoring.errors import KnownError
from tests.exports.archive.builders import a_page
from tests.exports.archive.checks import assert_whole
from tests.exports.archive.test_writing import put
from tests.scoring.conftest import Disk, ForbiddenGrowth, Padlock, SmallDisk, mount

SECOND = a_page(2)
PIECE = 4096


def used(disk: Disk) -> None:
    """Say in the output of the test what stands for the full disk."""
    full = "a mounted disk" if isinstance(disk, SmallDisk) else "the fallback, a limit for the size of files"
    sys.stdout.write(f"full is: {full}\n")


def test_on_a_full_disk_the_page_waits_and_is_written_later(disk: Disk) -> None:
    used(disk)
    prepare_archive(disk.folder)
    put(disk.folder)
    disk.fill()
    for _ in range(2):
        with pytest.raises(KnownError) as caught:
            put(disk.folder, SECOND)
        assert caught.value.title in {"The disk is full", "The file could not be used"}
    disk.free()
    assert_whole(disk.folder, 1)
    put(disk.folder, SECOND)
    assert_whole(disk.folder, 2)


def test_wherever_in_the_work_the_room_runs_out_the_lists_stay_whole(disk: Disk) -> None:
    used(disk)
    prepare_archive(disk.folder)
    put(disk.folder)
    outcomes = set[bool]()
    needed = len(draw_call(SECOND, "a4").pdf) // PIECE + 1
    for pieces in range(needed + 8):
        with room_for(disk, pieces):
            outcomes.add(is_written(disk.folder))
        for line in (disk.folder / MANIFEST).read_bytes().splitlines(keepends=True):
            assert line.endswith(b".pdf\n")
        assert (disk.folder / INDEX).read_bytes().endswith(b",page\r\n")
    assert outcomes == {False, True}
    put(disk.folder, SECOND)
    assert_whole(disk.folder, 2)


def is_written(folder: Path) -> bool:
    try:
        put(folder, SECOND)
    except KnownError:
        return False
    return True


def room_for(disk: Disk, pieces: int) -> ExitStack:
    """:returns: a context in which so many pieces can be written, or a file can have them."""
    after = ExitStack()
    if isinstance(disk, ForbiddenGrowth):
        after.callback(disk.free)
        disk._limit(pieces * PIECE)
        return after
    disk.fill()
    after.callback(disk.free)
    filler = disk.folder / "filler"
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - pieces * PIECE)
    return after


def test_where_the_room_runs_out_in_the_manifest_no_half_line_stays(tmp_path: Path) -> None:
    limited = ForbiddenGrowth(tmp_path)
    prepare_archive(tmp_path)
    add_to_manifest(tmp_path, {f"2026/{number}.pdf": "0" * 64 for number in range(3_000)})
    before = (tmp_path / MANIFEST).read_bytes()
    with ExitStack() as after:
        after.callback(limited.free)
        limited._limit(len(before) + 40)
        with pytest.raises(KnownError):
            put(tmp_path)
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_read_only_share_is_said_to_be_one_and_the_page_is_written_later(padlock: Padlock) -> None:
    prepare_archive(padlock.folder)
    put(padlock.folder)
    padlock.close()
    with pytest.raises(KnownError) as caught:
        put(padlock.folder, SECOND)
    assert caught.value.title.startswith("Not allowed")
    padlock.open()
    assert_whole(padlock.folder, 1)
    put(padlock.folder, SECOND)
    assert_whole(padlock.folder, 2)


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """A disk that is mounted on a folder."""
    folder = tmp_path / "share"
    folder.mkdir()
    with ExitStack() as after:
        mount(folder, after)
        after.pop_all()  # the test takes it away itself
        yield folder
        subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)


@pytest.mark.skipif(sys.platform != "linux", reason="a disk is mounted for it")
def test_a_share_that_is_not_connected_gets_no_archive_in_its_place(share: Path) -> None:
    prepare_archive(share)
    put(share)
    subprocess.run(["umount", "--lazy", str(share)], check=True)
    with pytest.raises(KnownError) as caught:
        put(share, SECOND)
    assert caught.value.title == "The archive folder is not there"
    assert share.is_dir()
    assert not list(share.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="a disk is mounted for it")
def test_a_share_that_goes_away_during_the_work_counts_as_away(share: Path) -> None:
    prepare_archive(share)
    lock = archive_lock(share)
    lock.__enter__()
    subprocess.run(["umount", "--lazy", str(share)], check=True)
    with pytest.raises(KnownError, match="not there"):
        lock.__exit__(None, None, None)


@pytest.mark.parametrize("number", [errno.EHOSTDOWN, errno.ENOTCONN, errno.ESTALE, errno.EIO, errno.EACCES])
def test_whatever_number_the_system_has_for_a_share_that_went_away_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    ask = os.stat

    def refuse(path: Any, *args: Any, **named: Any) -> os.stat_result:
        if str(tmp_path) in str(path):
            raise OSError(number, os.strerror(number))
        return ask(path, *args, **named)

    prepare_archive(tmp_path)
    lock = archive_lock(tmp_path)
    lock.__enter__()
    with monkeypatch.context() as away:
        away.setattr(os, "stat", refuse)
        with pytest.raises(KnownError, match="not there"):
            lock.__exit__(None, None, None)
        with pytest.raises(KnownError, match="not there"):
            put(tmp_path)
        with pytest.raises(KnownError, match="not there"):
            prepare_archive(tmp_path)
    put(tmp_path)
    assert_whole(tmp_path, 1)
