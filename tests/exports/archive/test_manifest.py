"""Anybody can check the archive with a tool that every system has."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.archive.manifest import MANIFEST, add_to_manifest, read_manifest, sum_of, write_manifest
from scoring.errors import KnownError
from tests.exports.archive.checks import sha256sum

FILES = {
    "2026/Priya Nair (70000000)/2026-11-23 Müller & Söhne (00C0FFEE).pdf": b"page",
    "2026/株式会社 (70000000)/2026-11-23 *odd* 'name' (00C0FFEE) signed.jpg": b"scan",
    "receipts/2026-11-29 00C0FFEE.txt": b"receipt",
}
SUMS = {path: sum_of(data) for path, data in FILES.items()}


def an_archive(folder: Path) -> Path:
    for path, data in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("put", [add_to_manifest, write_manifest])
def test_the_tool_of_the_system_reads_it(tmp_path: Path, put: object) -> None:
    assert callable(put)
    put(an_archive(tmp_path), SUMS)
    done = sha256sum(tmp_path)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    (tmp_path / next(iter(FILES))).write_bytes(b"altered")
    assert sha256sum(tmp_path).returncode == 1


def test_what_is_put_in_is_read_back(tmp_path: Path) -> None:
    assert read_manifest(tmp_path).sums == {}
    for path, digest in SUMS.items():
        add_to_manifest(tmp_path, {path: digest})
    read = read_manifest(tmp_path)
    assert (read.sums, read.bad_lines) == (SUMS, ())
    write_manifest(tmp_path, SUMS)
    assert read_manifest(tmp_path) == read
    lines = (tmp_path / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert [line[66:] for line in lines] == sorted(SUMS)


def test_putting_in_again_what_is_there_changes_nothing(tmp_path: Path) -> None:
    add_to_manifest(tmp_path, SUMS)
    before = (tmp_path / MANIFEST).read_bytes()
    add_to_manifest(tmp_path, SUMS)
    assert (tmp_path / MANIFEST).read_bytes() == before


@given(st.integers(0, 500))
def test_a_line_that_a_power_cut_left_half_is_made_good(cut: int) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        folder = an_archive(Path(name))
        add_to_manifest(folder, SUMS)
        path = folder / MANIFEST
        path.write_bytes(path.read_bytes()[:cut])
        add_to_manifest(folder, SUMS)
        read = read_manifest(folder)
    assert (read.sums, read.bad_lines) == (SUMS, ())


def test_a_last_line_whose_end_an_editor_took_off_still_counts(tmp_path: Path) -> None:
    add_to_manifest(an_archive(tmp_path), SUMS)
    path = tmp_path / MANIFEST
    path.write_bytes(path.read_bytes()[:-1])
    add_to_manifest(tmp_path, {"2026/a.pdf": "0" * 64})
    assert read_manifest(tmp_path).sums == {**SUMS, "2026/a.pdf": "0" * 64}


@pytest.mark.parametrize(
    "line",
    [
        f"{'0' * 64}  /etc/passwd",
        f"{'0' * 64}  ../outside",
        f"{'0' * 64}  a\\b",
        f"{'0' * 64}  C:/x",
        f"{'0' * 64} *a",
        f"{'0' * 63}  a",
        f"{'G' * 64}  a",
        f"{'0' * 64}  ",
        "",
        "\x00",
        f"{'0' * 64}  {next(iter(SUMS))}",
    ],
)
def test_a_line_that_is_none_of_ours_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    add_to_manifest(tmp_path, SUMS)
    with (tmp_path / MANIFEST).open("ab") as file:
        file.write(line.encode() + b"\n" + b"\xff\n")
    read = read_manifest(tmp_path)
    assert (read.sums, read.bad_lines) == (SUMS, (4, 5))


def test_no_path_that_leads_out_is_ever_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lead out"):
        add_to_manifest(tmp_path, {"../x": "0" * 64})
    assert not list(tmp_path.iterdir())


def test_a_huge_manifest_is_refused(tmp_path: Path) -> None:
    with (tmp_path / MANIFEST).open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(KnownError, match="far larger"):
        read_manifest(tmp_path)
