"""What must hold of an archive, whatever happened to those who wrote there."""

from __future__ import annotations

import subprocess
from pathlib import Path

from exports.archive.index import INDEX, read_index
from exports.archive.lock import LOCK
from exports.archive.manifest import MANIFEST, read_manifest, sum_of

OUR_OWN = {INDEX, MANIFEST, LOCK}


def files_in(folder: Path) -> dict[str, bytes]:
    """:returns: every file in the archive by its path, hidden ones too, but for those of the archive itself."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in OUR_OWN)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def assert_whole(folder: Path, files: int) -> None:
    """So many files lie there and nothing else, and manifest and index say exactly that."""
    there = {path: sum_of(data) for path, data in files_in(folder).items()}
    assert len(there) == files
    manifest, index = read_manifest(folder), read_index(folder)
    assert (manifest.sums, manifest.bad_lines) == (there, ())
    assert index.bad_lines == ()
    assert sorted((row.path, row.sha256) for row in index.rows) == sorted(there.items())
    assert (folder / MANIFEST).read_bytes().count(b"\n") == files
    checked = sha256sum(folder)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def sha256sum(folder: Path) -> subprocess.CompletedProcess[str]:
    """:returns: what the tool of the system says of the manifest: nothing where all is well."""
    command = ["sha256sum", "--check", "--strict", "--warn", "--quiet", MANIFEST]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
