"""Writers in processes of their own, on the pages that a test wants.

``python -m tests.exports.archive.writers both DIR FIRST AMOUNT`` archives so many calls, one after the other, once it
is told a line. ``... killed DIR AMOUNT KILLS SEED`` writes them again and again, and is killed each time.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Event

from exports.archive import writing
from exports.archive.manifest import MANIFEST
from exports.page import Drawn
from exports.page_file import draw_call
from exports.page_source import PageSource
from scoring.preferences import Sheet
from tests.exports.archive.builders import a_page

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
REPS = ("Priya Nair", "Ștefan Țăruș", "王小明")
LONGEST_LIFE_S = 0.05


def page(number: int) -> PageSource:
    """:returns: the page of call ``number``. Ten calls in a row share a name each with others."""
    return a_page(number, rep=REPS[number % len(REPS)], customer=f"Customer {number % 50}")


def archive_all(folder: Path, sources: list[PageSource]) -> None:
    """Put all into the archive, however long another one is writing there."""
    for source in sources:
        writing.archive_page(folder, source, "a4", NOW)


def killed_again_and_again(folder: Path, sources: list[PageSource], kills: int, seed: int) -> int:
    """Write all again from the start, as long as it takes to be killed so often at some moment.

    :returns: how many of the writers were killed before they were through.
    """
    drawn = {source.call.id: draw_call(source, "a4") for source in sources}

    def drawn_already(source: PageSource, _sheet: Sheet) -> Drawn:
        return drawn[source.call.id]

    writing.draw_call = drawn_already  # so that most of the time is spent in writing
    rng, killed = Random(seed), 0
    for _ in range(kills):
        rng.shuffle(sources)
        child = os.fork()
        if child == 0:
            archive_all(folder, sources)
            os._exit(0)
        Event().wait(rng.uniform(0, LONGEST_LIFE_S))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        _look_through(folder, {one.pdf for one in drawn.values()})
    return killed


def _look_through(folder: Path, drawn: set[bytes]) -> None:
    """Whatever anybody sees in the archive now is a whole page, and each line of the manifest names one."""
    for path in folder.rglob("[!.]*.pdf"):
        data = path.read_bytes()
        assert data in drawn or (not data and os.link is _no_second_names), path
    if (folder / MANIFEST).exists():
        *lines, _torn = (folder / MANIFEST).read_text(encoding="utf-8").split("\n")
        assert all((folder / line[66:]).is_file() for line in lines)


def _no_second_names(*_anything: object, **_named: object) -> None:
    raise PermissionError("no second names on this share")


def main() -> None:
    """Do what the command line says."""
    what, folder, *numbers = sys.argv[1:]
    if what == "both":
        first, amount = map(int, numbers)
        sources = [page(number) for number in range(first, first + amount)]
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        archive_all(Path(folder), sources)
        return
    amount, kills, seed = map(int, numbers)
    if what == "killed-without-second-names":
        os.link = _no_second_names
    killed = killed_again_and_again(Path(folder), [page(n) for n in range(amount)], kills, seed)
    sys.stdout.write(str(killed))


if __name__ == "__main__":
    main()
