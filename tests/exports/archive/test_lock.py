"""Two computers write to one share, one after the other."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exports.archive.lock import LOCK, archive_lock, prepare_archive
from scoring.errors import KnownError
from tests.scoring.conftest import Padlock

ROOT = Path(__file__).parents[3]

HOLD = """
import sys
from pathlib import Path
from exports.archive.lock import archive_lock
with archive_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def hold_elsewhere(folder: Path) -> subprocess.Popen[str]:
    """:returns: another process that holds the lock until it is told a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    prepare_archive(tmp_path)
    return tmp_path


def test_a_prepared_folder_stays_one(archive: Path) -> None:
    prepare_archive(archive)
    with archive_lock(archive):
        pass
    assert [path.name for path in archive.iterdir()] == [LOCK]


def test_who_comes_second_waits_until_the_first_is_done(archive: Path) -> None:
    other, waits = hold_elsewhere(archive), list[float]()

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            other.communicate("go\n")

    with archive_lock(archive, 10, wait):
        pass
    assert len(waits) == 3


def test_the_waiting_grows_longer_and_has_an_end(archive: Path) -> None:
    other, waits = hold_elsewhere(archive), list[float]()
    with (
        pytest.raises(KnownError, match="Another computer is writing"),
        archive_lock(archive, 3, waits.append),
    ):
        pytest.fail("it is held")
    other.communicate("go\n")
    assert sum(waits) == pytest.approx(3)
    assert waits[0] < 0.05 < waits[-2] <= 0.5
    assert len(waits) < 20


def test_the_waiting_can_be_broken_off(archive: Path) -> None:
    other = hold_elsewhere(archive)

    def leave(_seconds: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), archive_lock(archive, 10, leave):
        pytest.fail("it is held")
    other.communicate("go\n")


def test_a_writer_that_is_killed_keeps_nobody_out(archive: Path) -> None:
    other = hold_elsewhere(archive)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    with archive_lock(archive, 0):
        pass


def test_the_lock_is_given_back_after_an_error(archive: Path) -> None:
    with pytest.raises(ZeroDivisionError), archive_lock(archive):
        _ = 1 / 0
    with archive_lock(archive, 0):
        pass


def test_a_folder_that_is_away_is_not_made(tmp_path: Path) -> None:
    for refused in (lambda: prepare_archive(tmp_path / "share"), archive_lock(tmp_path / "share").__enter__):
        with pytest.raises(KnownError) as caught:
            refused()
        assert caught.value.title == "The archive folder is not there"
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_where_a_share_was_connected_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Connect"), archive_lock(tmp_path):
        pytest.fail("this is not the archive")
    assert not list(tmp_path.iterdir())


def test_a_lock_file_that_was_put_aside_meanwhile_counts_for_nobody(archive: Path) -> None:
    held = archive_lock(archive, 0)
    held.__enter__()
    (archive / LOCK).rename(archive / "aside")
    with pytest.raises(KnownError, match="not there"):
        archive_lock(archive, 0).__enter__()
    prepare_archive(archive)
    with pytest.raises(KnownError, match="not there"):
        held.__exit__(None, None, None)


def test_a_lock_file_that_leads_elsewhere_is_not_followed(archive: Path) -> None:
    (archive / LOCK).rename(archive / "elsewhere")
    (archive / LOCK).symlink_to(archive / "elsewhere")
    with pytest.raises(KnownError), archive_lock(archive):
        pytest.fail("it is a link")


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_drive_without_locks_cannot_hold_the_archive(
    archive: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(number, "no locks here")

    monkeypatch.setattr("exports.archive.lock.take_lock", refuse)
    with pytest.raises(KnownError, match="Choose another folder"):
        prepare_archive(archive)


def test_a_read_only_folder_is_said_to_be_one(padlock: Padlock) -> None:
    prepare_archive(padlock.folder)
    padlock.close()
    with pytest.raises(KnownError) as caught, archive_lock(padlock.folder):
        pytest.fail("nothing can be written there")
    assert caught.value.title.startswith("Not allowed")
