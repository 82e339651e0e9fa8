"""The two lists of an archive as they are found: read as far as they can be, and compared with the files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from exports.archive.glance import Glance
from exports.archive.index import INDEX, Index, IndexRow, path_cell, read_index
from exports.archive.manifest import MANIFEST, Manifest, read_manifest
from exports.archive.ours import is_kept_beside
from exports.archive.report import Finding, Verdict
from exports.archive.walk import Walked
from scoring.archived import FileKind
from scoring.errors import SecondChairError
from scoring.text import tr, trn

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Index and manifest, empty where they are missing or cannot be read; ``troubles`` says why, by path."""

    manifest: Manifest
    index: Index
    has_manifest: bool
    has_index: bool
    has_files: bool
    troubles: tuple[tuple[str, str], ...] = ()

    def pages_listed(self) -> set[tuple[str, str]]:
        """:returns: the call and the number of each page that is in both lists."""
        listed = {path_cell(path) for path in self.manifest.sums}
        return {(row.call, row.page) for row in self.index.rows if row.path in listed}

    def findings(self, pages: Mapping[str, Glance]) -> Iterator[Finding]:
        """:param pages: those that are whole, by path.
        :returns: what is wrong with the lists themselves.
        """
        for path, sentence in self._sentences(pages):
            yield Finding(path=path, verdict=Verdict.LISTS, sentence=sentence)

    def _sentences(self, pages: Mapping[str, Glance]) -> Iterator[tuple[str, str]]:
        yield from self.troubles
        troubled = {path for path, _ in self.troubles}
        if self.has_files and not self.has_manifest and MANIFEST not in troubled:
            yield MANIFEST, tr("It is not there, so no file can be compared with it. Make the lists anew.")
        if self.has_files and not self.has_index and INDEX not in troubled:
            yield INDEX, tr("It is not there. Make the lists anew.")
        for path, lines in ((MANIFEST, self.manifest.bad_lines), (INDEX, self.index.bad_lines)):
            if lines:
                words = trn(
                    "{n} line is damaged: line {first}. Make the lists anew.",
                    "{n} lines are damaged, the first is line {first}. Make the lists anew.",
                    len(lines),
                )
                yield path, words.format(n=len(lines), first=lines[0])
        if self.has_index and INDEX not in troubled:
            yield from self._differences(pages)

    def _differences(self, pages: Mapping[str, Glance]) -> Iterator[tuple[str, str]]:
        """The index says of each listed file what the manifest and its record say, and lists no other."""
        rows = {row.path: row for row in self.index.rows}
        expected = {path_cell(path): path for path in self.manifest.sums}
        wrong = sum(not self._agrees(rows.get(cell), path, pages) for cell, path in expected.items())
        wrong += len(rows.keys() - expected.keys()) if self.has_manifest else 0
        wrong += len(self.index.rows) - len(rows)
        if wrong:
            words = trn(
                "{n} line differs from the files. Make the lists anew.",
                "{n} lines differ from the files. Make the lists anew.",
                wrong,
            )
            yield INDEX, words.format(n=wrong)

    def _agrees(self, row: IndexRow | None, path: str, pages: Mapping[str, Glance]) -> bool:
        if row is None or row.sha256 != self.manifest.sums[path]:
            return False
        page = pages.get(path)
        is_same = page is None or (row.call, row.page) == (str(page.call_id), str(page.page))
        return is_same and (page is None or row.what == FileKind.PAGE)


def read_lists(folder: Path, walked: Walked) -> Lists:
    """Read both lists, as far as they are files."""
    paths = {found.path for found in walked.files}
    troubles: list[tuple[str, str]] = []
    return Lists(
        manifest=_read(read_manifest, folder, MANIFEST, Manifest(sums={}), paths, troubles),
        index=_read(read_index, folder, INDEX, Index(rows=()), paths, troubles),
        has_manifest=MANIFEST in paths,
        has_index=INDEX in paths,
        has_files=any(not is_kept_beside(path) for path in paths),
        troubles=tuple(troubles),
    )


def _read(
    read: Callable[[Path], T],
    folder: Path,
    name: str,
    nothing: T,
    paths: Collection[str],
    troubles: list[tuple[str, str]],
) -> T:
    if name not in paths:
        return nothing
    try:
        return read(folder)
    except SecondChairError as error:
        troubles.append((name, f"{error.title}. {error.message}"))
        return nothing
