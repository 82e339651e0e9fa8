"""What is known of a file of the archive."""

from __future__ import annotations

from scoring.archived import ArchivedFile, FileKind
from scoring.codec import from_plain, to_plain
from tests.builders import NINE, an_id


def test_what_is_known_of_a_file_reads_back_as_it_was() -> None:
    file = ArchivedFile(
        path="2026/Priya/page.pdf", call_id=an_id(), page=2, what=FileKind.SCAN, sha256="ab" * 32, at=NINE
    )
    assert from_plain(ArchivedFile, to_plain(file)) == file
