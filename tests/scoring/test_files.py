"""Files that are whole or not there, and the lock of a folder."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from scoring.errors import KnownError
from scoring.files import (
    FolderLock,
    file_trouble,
    holds,
    known_os_error,
    make_folder,
    replace_whole,
    sync_folder,
    take_name,
    write_new,
    write_whole,
)
from tests.scoring.conftest import Disk, Padlock

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from pathlib import Path
from scoring.files import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


def hold_elsewhere(path: Path) -> subprocess.Popen[str]:
    """:returns: another process that holds the lock until it is told a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.pdf", b"first")
    write_whole(tmp_path / "page.pdf", b"second")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"page.pdf": b"second"}


def test_the_old_file_is_replaced_in_one_step_and_never_written_into(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.pdf", b"first")
    os.link(tmp_path / "page.pdf", tmp_path / "the old file")
    write_whole(tmp_path / "page.pdf", b"second")
    assert (tmp_path / "the old file").read_bytes() == b"first"


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    assert write_new(tmp_path / "page.pdf", b"first")
    assert not write_new(tmp_path / "page.pdf", b"second")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"page.pdf": b"first"}


def test_a_file_that_is_the_same_already_is_known(tmp_path: Path) -> None:
    write_new(tmp_path / "page.pdf", b"first")
    assert holds(tmp_path / "page.pdf", b"first")
    assert not holds(tmp_path / "page.pdf", b"second")
    assert not holds(tmp_path, b"")
    assert not holds(tmp_path / "gone", b"")


def test_nor_does_it_where_a_file_can_have_but_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_anything: object) -> None:
        raise OSError(errno.EPERM, "no second names on this share")

    monkeypatch.setattr(os, "link", refuse)
    test_a_new_file_never_takes_the_place_of_another(tmp_path)


TAKE = """
import sys
from pathlib import Path
from scoring.files import write_new
folder, who = Path(sys.argv[1]), sys.argv[2]
sys.stdin.readline()
print(sum(write_new(folder / f"{n}.pdf", who.encode()) for n in range(200)))
"""


def test_of_two_who_write_at_the_same_time_one_gets_each_name(tmp_path: Path) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-c", TAKE, str(tmp_path), who],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("one", "two")
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    counts = [int(process.communicate()[0]) for process in both]
    written = [file.read_bytes() for file in tmp_path.iterdir()]
    assert len(written) == sum(counts) == 200
    assert [written.count(b"one"), written.count(b"two")] == counts


def test_on_a_full_disk_the_file_that_was_there_stays(disk: Disk) -> None:
    path = disk.folder / "page.pdf"
    write_whole(path, b"first")
    disk.fill()
    with pytest.raises(KnownError) as caught:
        write_whole(path, b"second" * 10_000)
    disk.free()
    assert str(path) in caught.value.message
    assert path.read_bytes() == b"first"
    assert not list(disk.folder.glob("*.part")) + list(disk.folder.glob(".*.part"))
    write_whole(path, b"third")
    assert path.read_bytes() == b"third"


def test_where_writing_is_not_allowed_a_sentence_says_so(padlock: Padlock) -> None:
    path = padlock.folder / "page.pdf"
    write_whole(path, b"first")
    padlock.close()
    for refused in (lambda: write_whole(path, b"second"), lambda: make_folder(padlock.folder / "new")):
        with pytest.raises(KnownError, match="Choose another place"):
            refused()
    padlock.open()
    assert path.read_bytes() == b"first"


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="gone") as caught:
        write_whole(tmp_path / "gone" / "page.pdf", b"page")
    assert caught.value.title == "Not found"


def test_a_name_that_is_too_long_for_the_disk_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be used"):
        write_whole(tmp_path / ("x" * 5_000), b"page")


def test_folders_are_made_with_those_above_them(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_way_of_a_folder_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(KnownError, match=r"in the way.*choose another name"):
            make_folder(folder)


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EACCES, "Not allowed there"),
        (errno.EROFS, "Not allowed to write there"),
        (errno.ENOENT, "Not found"),
        (errno.EIO, "The file could not be used"),
    ],
)
def test_each_refusal_of_the_system_has_its_words_and_names_the_file(number: int, title: str) -> None:
    known = known_os_error(OSError(number, os.strerror(number)), Path("/data/page.pdf"))
    assert known.title == title
    assert str(Path("/data/page.pdf")) in known.message
    assert re.search(r"again|another|Make|Check", known.message), "and what to do about it"


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(ZeroDivisionError), file_trouble(Path("x")):
        _ = 1 / 0


def test_one_copy_at_a_time_holds_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    other = hold_elsewhere(path)
    with pytest.raises(KnownError, match="already open"):
        FolderLock(path)
    other.communicate("go\n")
    FolderLock(path).release()


def test_the_same_process_cannot_take_it_twice_either(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "lock")
    with pytest.raises(KnownError, match="already open"):
        FolderLock(tmp_path / "lock")
    lock.release()


def test_a_refused_copy_does_not_make_the_holder_look_unclean(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "lock")
    with pytest.raises(KnownError):
        FolderLock(tmp_path / "lock")
    lock.release()
    again = FolderLock(tmp_path / "lock")
    assert not again.ended_uncleanly
    again.release()


def test_the_first_copy_ever_and_one_after_a_clean_end_need_no_check(tmp_path: Path) -> None:
    for _ in range(2):
        lock = FolderLock(tmp_path / "lock")
        assert not lock.ended_uncleanly
        lock.release()


def test_a_killed_copy_frees_the_folder_and_the_next_one_knows(tmp_path: Path) -> None:
    other = hold_elsewhere(tmp_path / "lock")
    other.send_signal(signal.SIGKILL)
    other.communicate()
    lock = FolderLock(tmp_path / "lock")
    assert lock.ended_uncleanly
    lock.release()


def test_a_lock_given_back_without_a_clean_end_is_looked_at_again(tmp_path: Path) -> None:
    FolderLock(tmp_path / "lock").abandon()
    lock = FolderLock(tmp_path / "lock")
    assert lock.ended_uncleanly
    lock.release()


def test_on_a_full_disk_the_lock_is_refused_in_words_and_not_kept(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(KnownError):
        FolderLock(disk.folder / "lock")
    disk.free()
    lock = FolderLock(disk.folder / "lock")
    assert not lock.ended_uncleanly
    lock.release()


def test_a_full_disk_does_not_hide_that_the_last_copy_ended_uncleanly(disk: Disk) -> None:
    FolderLock(disk.folder / "lock").abandon()
    disk.fill()
    FolderLock(disk.folder / "lock").abandon()
    disk.free()
    lock = FolderLock(disk.folder / "lock")
    assert lock.ended_uncleanly
    lock.release()


def test_in_a_read_only_folder_the_lock_is_refused_in_words(padlock: Padlock) -> None:
    padlock.close()
    with pytest.raises(KnownError, match="Not allowed"):
        FolderLock(padlock.folder / "lock")


def test_a_file_that_is_filled_bit_by_bit_is_whole_or_not_there(tmp_path: Path) -> None:
    def fill(file: IO[bytes]) -> None:
        file.write(b"one ")
        file.write(b"two")

    def stop(file: IO[bytes]) -> None:
        file.write(b"half")
        raise InterruptedError

    assert write_new(tmp_path / "a", fill)
    assert (tmp_path / "a").read_bytes() == b"one two"
    for write in (write_whole, write_new):
        with pytest.raises(KnownError):
            write(tmp_path / "b", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_finished_file_takes_the_place_of_another(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("old")
    new.write_text("new")
    replace_whole(new, old)
    sync_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert old.read_text() == "new"


def test_a_name_that_is_taken_is_not_taken_again(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("old")
    new.write_text("new")
    assert not take_name(new, old)
    assert (old.read_text(), new.read_text()) == ("old", "new")
    assert take_name(new, tmp_path / "free")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such thing there")
@pytest.mark.parametrize("refused", [False, True])
def test_a_mac_is_asked_to_empty_the_memory_of_the_disk_and_a_share_need_not_know_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    import fcntl

    asked: list[int] = []
    synced: list[int] = []

    def answer(_descriptor: int, command: int) -> None:
        asked.append(command)
        if refused:
            raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", answer)
    monkeypatch.setattr(os, "fsync", synced.append)
    write_whole(tmp_path / "file", b"page")
    assert asked == [51, 51], "for the file, and for its name"
    assert len(synced) == (2 if refused else 0)
