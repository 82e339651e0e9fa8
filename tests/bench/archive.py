"""Archiving pages of usual calls where ten thousand lie already: ``python -m tests.bench.archive``."""

from __future__ import annotations

import gc
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import UUID

from exports.archive.index import IndexRow, row_of, write_index
from exports.archive.lock import prepare_archive
from exports.archive.manifest import sum_of, write_manifest
from exports.archive.names import place_of
from exports.archive.writing import archive_page
from exports.page_source import PageSource
from tests.bench.a_record import usual_source
from tests.bench.report import figure

PAGES = 60
THERE_ALREADY = 10_000
NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def main() -> None:
    """Print how long a page takes, from its record to its lines in manifest and index being on the disk."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "archive")
        folder.mkdir()
        usual = usual_source(Path(name, "data"))
        prepare_archive(folder)
        _fill(folder, usual)
        times = [_archiving_ms(folder, _call(usual, number)) for number in range(PAGES + 1)]
    figure("archive_write_ms", median(times[1:]), "ms")


def _call(usual: PageSource, number: int) -> PageSource:
    return replace(usual, call=replace(usual.call, id=UUID(int=(number + 1) << 96)))


def _fill(folder: Path, usual: PageSource) -> None:
    """Have as many lines in both lists as if so many pages lay there."""
    rows = [_row(usual, number) for number in range(PAGES + 1, PAGES + 1 + THERE_ALREADY)]
    write_manifest(folder, {row.path: row.sha256 for row in rows})
    write_index(folder, rows)


def _row(usual: PageSource, number: int) -> IndexRow:
    call = _call(usual, number)
    return row_of(str(place_of(call)), sum_of(call.call.id.bytes), call)


def _archiving_ms(folder: Path, call: PageSource) -> float:
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    archive_page(folder, call, "a4", NOW)
    taken = (time.perf_counter() - began) * 1000
    gc.enable()
    return taken


if __name__ == "__main__":
    main()
