"""Scans of signed sheets: those that wait in the data, and those that lie in the archive folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from exports.archive.kept import kept_bytes
from scoring.acknowledgement import scan_of
from scoring.archived import ArchivedFile, FileKind
from scoring.errors import SecondChairError


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan with the SHA-256 sum of its bytes, in hexadecimal; ``data`` is None where it cannot be reached now."""

    sha256: str
    data: bytes | None

    @property
    def ending(self) -> str:
        """What the file is, told by its first bytes: ``"pdf"``, ``"jpg"`` or ``"png"``; ``"bin"`` is anything else."""
        try:
            return scan_of(self.data or b"").suffix
        except SecondChairError:
            return "bin"


def all_scans(
    kept: Iterable[str], waiting: Mapping[str, bytes], archived: Iterable[ArchivedFile], folder: Path | None
) -> list[Scan]:
    """:param kept: the sums of the scans that were ever kept of a call.
    :param waiting: the bytes of the scans that are not in the archive yet, by their sums.
    :param folder: the archive folder, None where there is none.
    :returns: each scan of a call once, by its sum.
    """
    found: dict[str, bytes | None] = {**dict.fromkeys(kept), **waiting}
    for file in archived:
        if file.what == FileKind.SCAN and found.get(file.sha256) is None:
            found[file.sha256] = kept_bytes(folder, file) if folder else None
    return [Scan(sha256, found[sha256]) for sha256 in sorted(found)]
