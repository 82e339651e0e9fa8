"""Bringing pages and records into the data while the window stays free."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoring.errors import SecondChairError
from scoring.text import tr, trn
from ui.background import Background
from ui.session import Session

if TYPE_CHECKING:
    from uuid import UUID

    from exports.importing import Imported
    from exports.page_source import PageSource


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some files, in words; ``call_id`` is the one call that can be shown now, if it is one."""

    sentence: str
    call_id: UUID | None
    has_problem: bool


@dataclass(slots=True)
class _Batch:
    """Files that were brought in together: those that wait, and what became of the others."""

    waiting: deque[tuple[Path, PageSource | SecondChairError]]
    results: list[tuple[Path, Imported | SecondChairError]] = field(
        default_factory=list["tuple[Path, Imported | SecondChairError]"]
    )


class Importing(QObject):
    """Reads files in the background and takes their calls in, in the keeper's thread.

    :signal done: what became of the files (Outcome).
    :signal failed: the error that stopped it all.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._batches: deque[_Batch] = deque()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take in each of these files, or say why not; one that is refused holds up no other."""
        from exports.importing import read_files

        reading = Background.shared().run(lambda: read_files(paths))
        reading.done.connect(self._on_read)
        reading.failed.connect(self.failed)

    def _on_read(self, found: list[tuple[Path, PageSource | SecondChairError]]) -> None:
        self._batches.append(_Batch(deque(found)))
        if len(self._batches) == 1:
            self._take_in_next()

    def _take_in_next(self) -> None:
        """One file at a time: whatever else is asked of the keeper comes in between."""
        from exports.importing import take_in_all

        batch = self._batches[0]
        one, now = [batch.waiting.popleft()], self._session.clock.now()
        taking = Background.shared().follow(self._session.post(lambda store: take_in_all(store, one, now)))
        taking.done.connect(self._on_taken_in)
        taking.failed.connect(self._on_not_taken_in)

    def _on_taken_in(self, results: list[tuple[Path, Imported | SecondChairError]]) -> None:
        batch = self._batches[0]
        batch.results += results
        for _, result in results:
            if not isinstance(result, SecondChairError) and result.arrival == "amended":
                self._session.read_anew(result.call_id)
        if not batch.waiting:
            self._batches.popleft()
            self.done.emit(_outcome(batch.results))
        if self._batches:
            self._take_in_next()

    def _on_not_taken_in(self, error: Exception) -> None:
        self._batches.clear()
        self.failed.emit(error)


def _outcome(results: Sequence[tuple[Path, Imported | SecondChairError]]) -> Outcome:
    refused = [(path, error) for path, error in results if isinstance(error, SecondChairError)]
    taken = [imported for _, imported in results if not isinstance(imported, SecondChairError)]
    sentences = [one.sentence for one in taken] if len(taken) < 2 else [_counted(taken)]
    if len(refused) > 1:
        words = trn("{n} file could not be used.", "{n} files could not be used.", len(refused))
        sentences.append(words.format(n=len(refused)))
    for path, error in refused[:1]:
        words = tr("{file}: {title}. {advice}")
        sentences.append(words.format(file=path.name, title=error.title, advice=error.message))
    call_id = taken[0].call_id if len(taken) == 1 else None
    return Outcome(" ".join(sentences), call_id, bool(refused))


def _counted(taken: Sequence[Imported]) -> str:
    new = sum(one.arrival in ("new", "amended") for one in taken)
    old = len(taken) - new
    sentences = [
        trn("{n} call is here now.", "{n} calls are here now.", new).format(n=new) if new else "",
        trn(
            "{n} was here already and was left as it is.",
            "{n} were here already and were left as they are.",
            old,
        ).format(n=old)
        if old
        else "",
    ]
    return " ".join(filter(None, sentences))
