"""A list grows by whole lines, whatever happens to the power and to the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.archive.line_file import add_lines, read_bounded
from scoring.errors import KnownError
from tests.scoring.conftest import Disk

LINES = [b"one\n", b"two\n", b"three\n"]


@given(st.integers(0, 20), st.permutations(LINES))
def test_wherever_the_power_went_adding_again_gives_the_whole_list(cut: int, again: list[bytes]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, "list")
        path.write_bytes(b"".join([b"head\n", *LINES])[:cut])
        add_lines(path, again, head=b"head\n")
        data = path.read_bytes()
    assert sorted(data.splitlines(keepends=True)) == sorted([b"head\n", *LINES])
    assert data.startswith(b"head\n")


def test_what_stands_there_is_not_added_twice(tmp_path: Path) -> None:
    for _ in range(2):
        add_lines(tmp_path / "list", [*LINES, *LINES])
    assert (tmp_path / "list").read_bytes() == b"".join(LINES)


def test_half_a_line_goes_also_when_there_is_nothing_to_add(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"one\ntw")
    add_lines(tmp_path / "list", [b"one\n"])
    assert (tmp_path / "list").read_bytes() == b"one\n"


def test_a_line_that_ends_like_another_is_another(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"twenty-one\n")
    add_lines(tmp_path / "list", [b"one\n"])
    assert (tmp_path / "list").read_bytes() == b"twenty-one\none\n"


def test_a_whole_line_without_its_end_is_kept(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"one\ntwo")
    add_lines(tmp_path / "list", [b"two\n", b"three\n"], is_whole=lambda tail: tail == b"two")
    assert (tmp_path / "list").read_bytes() == b"one\ntwo\nthree\n"


def test_on_a_full_disk_a_line_is_there_whole_or_not_at_all(disk: Disk) -> None:
    path = disk.folder / "list"
    add_lines(path, [b"one\n"])
    disk.fill()
    with pytest.raises(KnownError):
        add_lines(path, [b"x" * 20_000 + b"\n"])
    disk.free()
    assert path.read_bytes() == b"one\n"


def test_a_list_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert read_bounded(tmp_path / "list") == b""


def test_a_huge_file_is_refused_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "list").open("wb") as file:
        file.truncate(1 << 40)
    for refused in (lambda: read_bounded(tmp_path / "list"), lambda: add_lines(tmp_path / "list", [b"x\n"])):
        with pytest.raises(KnownError, match="far larger"):
            refused()


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    with pytest.raises(KnownError, match="in the way"):
        add_lines(tmp_path / "list", [b"x\n"])
