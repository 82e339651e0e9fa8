"""Whatever lies in a folder is found, and nothing outside of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports.archive import walk as walking
from exports.archive.walk import Found, Odd, Oddity, read_found, walk
from scoring.errors import KnownError, SecondChairError


def paths(folder: Path) -> list[str]:
    return [found.path for found in walk(folder).files]


def write(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_come_sorted_with_slashes_also_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2.pdf", "b/10.pdf", "a.txt", ".lock", "b/c/d.pdf"):
        write(tmp_path / name)
    assert paths(tmp_path) == [".lock", "a.txt", "b/10.pdf", "b/2.pdf", "b/c/d.pdf"]


def test_a_link_is_told_and_never_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "canary.pdf")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "out").symlink_to(tmp_path / "outside")
    (inside / "file.pdf").symlink_to(tmp_path / "outside" / "canary.pdf")
    (inside / "loop").symlink_to(inside)
    (inside / "nowhere").symlink_to(tmp_path / "nothing")
    found = walk(inside)
    assert found.files == ()
    assert [odd.path for odd in found.odd] == ["file.pdf", "loop", "nowhere", "out"]
    assert {odd.what for odd in found.odd} == {Oddity.LINK}


def test_a_link_that_takes_the_place_of_a_file_later_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path / "canary")
    (tmp_path / "page.pdf").symlink_to(tmp_path / "canary")
    with pytest.raises(KnownError, match="does not let it be read"):
        read_found(Found("page.pdf", tmp_path / "page.pdf"))


def test_a_pipe_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert walk(tmp_path).odd == (Odd("pipe.pdf", Oddity.NO_FILE),)
    with pytest.raises(KnownError):
        read_found(Found("pipe.pdf", tmp_path / "pipe.pdf"))


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9\n.pdf"
    with open(raw, "wb") as file:
        file.write(b"x")
    (found,) = walk(tmp_path).files
    assert found.path == "caf\\xe9\n.pdf"
    found.path.encode()
    assert read_found(found) == b"x"


def test_a_name_comes_in_one_form_however_the_disk_has_it(tmp_path: Path) -> None:
    write(tmp_path / "Zoe\u0308.pdf")
    (found,) = walk(tmp_path).files
    assert found.path == "Zo\u00eb.pdf"
    assert read_found(found) == b"x"


def test_it_does_not_go_down_without_end(tmp_path: Path) -> None:
    write(tmp_path.joinpath(*"abcdefghijkl", "deep.pdf"))
    write(tmp_path.joinpath(*"abcdefgh", "seen.pdf"))
    found = walk(tmp_path)
    assert [one.path for one in found.files] == ["a/b/c/d/e/f/g/h/seen.pdf"]
    assert found.odd == (Odd("a/b/c/d/e/f/g/h/i", Oddity.TOO_DEEP),)


def test_it_does_not_list_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "MOST_FILES", 3)
    for number in range(5):
        write(tmp_path / f"{number}.pdf")
    found = walk(tmp_path)
    assert (len(found.files), found.odd) == (3, (Odd("", Oddity.TOO_MANY),))


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights are nothing to the superuser that tests may run as, so the system is made to refuse."""
    write(tmp_path / "closed" / "page.pdf")
    write(tmp_path / "open.pdf")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = walk(tmp_path)
    assert [one.path for one in found.files] == ["open.pdf"]
    assert found.odd == (Odd("closed", Oddity.CLOSED),)


def test_a_folder_that_is_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not there"):
        walk(tmp_path / "share")


def test_a_file_larger_than_any_of_ours_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(SecondChairError, match="more than 50 MB"):
        read_found(Found("huge.pdf", path))


def test_it_can_be_stopped(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.pdf")
    assert walk(tmp_path, lambda: True).files == ()
