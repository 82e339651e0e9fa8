"""Disks that fill up, and folders that cannot be written to: real ones."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

SMALL = "4m"


class SmallDisk:
    """A mounted disk of its own that holds a few megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave no room at all."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (64 * 1024, 1024, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    def free(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)


class ForbiddenGrowth:
    """A folder on any disk; while it is full the system lets this process write to no file at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Let no write through. Python ignores the signal that comes with it, so that only the write fails."""
        self._limit(0)

    def free(self) -> None:
        """Let this process write again."""
        import resource

        self._limit(resource.getrlimit(resource.RLIMIT_FSIZE)[1])

    def _limit(self, size: int) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


Disk = SmallDisk | ForbiddenGrowth


@pytest.fixture(params=["a_small_disk", "a_limit_of_the_system"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """A folder on a disk that a test can fill up and free again: a mounted one where this may mount, and a limit."""
    if sys.platform == "win32":
        pytest.skip("there is no small disk to be had here, and no limit for the size of files")
    with ExitStack() as after:
        if request.param == "a_small_disk":
            mount(tmp_path, after)
            yield SmallDisk(tmp_path)
        else:
            limited = ForbiddenGrowth(tmp_path)
            after.callback(limited.free)
            yield limited


class Padlock:
    """Makes a folder read-only, and writable again."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self.folder = folder
        self._mounted = mounted

    def close(self) -> None:
        """Allow no more writing in the folder."""
        if self._mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(self.folder)], check=True)
        else:
            self._permit(0o444, 0o555)

    def open(self) -> None:
        """Allow writing again."""
        if self._mounted:
            subprocess.run(["mount", "-o", "remount,rw", str(self.folder)], check=True)
        else:
            self._permit(0o644, 0o755)

    def _permit(self, file_mode: int, folder_mode: int) -> None:
        for file in self.folder.iterdir():
            file.chmod(folder_mode if file.is_dir() else file_mode)
        self.folder.chmod(folder_mode)


@pytest.fixture
def padlock(tmp_path: Path) -> Iterator[Padlock]:
    """A folder that can be made read-only: by its permissions, or, where they do not bind, as a mounted disk."""
    if sys.platform == "win32":
        pytest.skip("permissions of a folder do not forbid writing here")
    with ExitStack() as after:
        if as_root := os.geteuid() == 0:
            mount(tmp_path, after)
        lock = Padlock(tmp_path, mounted=as_root)
        after.callback(lock.open)
        yield lock


def mount(folder: Path, after: ExitStack) -> None:
    """Put a small disk at ``folder`` until ``after``, or skip the test and say why."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "none", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this system does not let root mount a disk: {done.stderr.strip()}")
    after.callback(subprocess.run, ["umount", "--lazy", str(folder)], check=True)
