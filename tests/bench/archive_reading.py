"""How long it takes to check an archive of ten thousand files, and to bring calls back from their pages."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from exports.archive.index import IndexRow, row_of, write_index
from exports.archive.lock import prepare_archive
from exports.archive.manifest import sum_of, write_manifest
from exports.archive.restore import restore
from exports.archive.verify import verify
from exports.page_file import draw_call
from exports.page_source import PageSource
from scoring.fold import fold
from tests.bench.a_record import usual_source
from tests.bench.report import figure
from tests.exports.random_calls import RandomCalls

FILES = 10_000
VARIED = 50
CALLS = 400


def main(files: int = FILES, calls: int = CALLS) -> None:
    """Print both figures. The garbage is left alone, as in the window and in the commands."""
    gc.disable()
    with tempfile.TemporaryDirectory() as name:
        usual = usual_source(Path(name, "usual"))
        print_verify(Path(name, "many"), usual, files)
        print_restore(Path(name, "calls"), usual, calls)


def print_verify(folder: Path, usual: PageSource, files: int) -> None:
    """Half of the pages are usual calls, half are any; each lies there under hundreds of names."""
    calls = RandomCalls(seed=5)
    sources = [*([usual] * (VARIED // 2)), *(calls.call().source() for _ in range(VARIED // 2))]
    sources = [_another(source) for source in sources]
    _lay_down(folder, [sources[number % len(sources)] for number in range(files)])
    began = time.perf_counter()
    verify(folder)
    figure("archive_verify_10k_s", time.perf_counter() - began, "s")


def print_restore(folder: Path, usual: PageSource, calls: int) -> None:
    """Calls of 42 minutes with 217 entries each."""
    _lay_down(folder, [_another(usual) for _ in range(calls)])
    began = time.perf_counter()
    report = restore(folder, folder.with_name("data"), now=datetime.now().astimezone())
    took = time.perf_counter() - began
    assert report.calls == calls
    figure("archive_restore_calls_per_s", calls / took, "calls/s")


def _another(source: PageSource) -> PageSource:
    """:returns: the same as another call."""
    call_id = uuid4()
    ids = {entry.id: uuid4() for entry in source.version.entries}
    entries = tuple(replace(one, id=ids[one.id], call_id=call_id) for one in source.version.entries)
    return replace(
        source,
        call=replace(source.call, id=call_id),
        version=replace(source.version, entries=entries),
        state=fold(entries),
    )


def _lay_down(folder: Path, sources: Sequence[PageSource]) -> None:
    """Make an archive as it would be, each page drawn once and linked after that."""
    folder.mkdir()
    prepare_archive(folder)
    drawn: dict[int, tuple[Path, str]] = {}
    rows: list[IndexRow] = []
    for number, source in enumerate(sources):
        path = f"2026/Rep {number // 100:03}/2026-11-23 Customer {number:05}.pdf"
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if id(source) in drawn:
            os.link(drawn[id(source)][0], place)
        else:
            data = draw_call(source, "a4").pdf
            place.write_bytes(data)
            drawn[id(source)] = place, sum_of(data)
        rows.append(row_of(path, drawn[id(source)][1], source))
    write_manifest(folder, {row.path: row.sha256 for row in rows})
    write_index(folder, rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
