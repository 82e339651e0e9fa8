"""The pages of several calls as files: copies to look at or to pass on, by which nothing is handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from exports.page_file import copy_page, page_sources
from exports.page_source import PageSource
from exports.paper import sheet_of
from scoring.facts import CallFacts
from scoring.preferences import Sheet
from scoring.state import DEBRIEFED_PHASES

if TYPE_CHECKING:
    from scoring.store import Store

Ask = Callable[[Callable[["Store"], object]], object]
"""Does something with the store and gives the answer back, from any thread."""
CHUNK = 30  # calls whose facts are in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Where the pages lie, how many of the calls have none yet, and whether it was stopped before all was done."""

    paths: tuple[Path, ...] = ()
    without_page: int = 0
    stopped: bool = False


def copy_pages(
    ask: Ask,
    numbers: Sequence[int],
    folder: Path,
    usual: Sheet,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Copied:
    """Write all pages of the calls with these numbers into ``folder``, as ``exports.page_file.export_pages`` does.

    The data is read call by call through ``ask``; the rest is done in the thread this is called in, as the folder may
    lie on a share.

    :param progress: is told how many calls are done, and of how many.
    :raises KnownError: if the system refuses; the pages written so far stay.
    """
    paths: list[Path] = []
    without_page = 0
    for done, facts in enumerate(_facts(ask, numbers)):
        progress(done, len(numbers))
        if stopped():
            return Copied(paths=tuple(paths), without_page=without_page, stopped=True)
        if facts.phase in DEBRIEFED_PHASES:
            sources = cast("list[PageSource]", ask(_Sources(facts.call_id)))
            paths += [copy_page(source, folder, sheet_of(source.version, usual)) for source in sources]
        else:
            without_page += 1
    return Copied(paths=tuple(paths), without_page=without_page)


def _facts(ask: Ask, numbers: Sequence[int]) -> Iterator[CallFacts]:
    for first in range(0, len(numbers), CHUNK):
        wanted = numbers[first : first + CHUNK]
        found = cast("dict[int, CallFacts]", ask(_Rows(wanted)))
        yield from (found[number] for number in wanted if number in found)


@dataclass(frozen=True, slots=True)
class _Rows:
    """A job for the store: the facts of a few calls."""

    numbers: Sequence[int]

    def __call__(self, store: Store) -> dict[int, CallFacts]:
        return store.finding.rows(self.numbers)


@dataclass(frozen=True, slots=True)
class _Sources:
    """A job for the store: what the pages of one call are made from."""

    call_id: UUID

    def __call__(self, store: Store) -> list[PageSource]:
        return page_sources(store, self.call_id)
