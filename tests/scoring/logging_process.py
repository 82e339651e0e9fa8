"""A process that logs calls through the keeper for ever and says on its output what was saved: made to be killed.

Run ``python -m tests.scoring.logging_process FOLDER``. Each line it prints is ``CALL ENTRY``, said by ``on_saved``.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import uuid4

from scoring.entry import Ended, Entry, HandedBack, Marked, Moment, Paused, Resumed, Started
from scoring.errors import KnownError
from scoring.keeper import Keeper
from scoring.store.store import Store
from tests.builders import Log, a_call, a_rep

MOST_WAITING = 20
ENTRIES_A_CALL = 40

room = threading.Semaphore(MOST_WAITING)


def say_saved(entries: list[Entry]) -> None:
    """Acknowledge entries, as the screen does by painting them."""
    sys.stdout.writelines(f"{entry.call_id} {entry.id}\n" for entry in entries)
    sys.stdout.flush()
    room.release(len(entries))


def say_trouble(error: KnownError | None) -> None:
    """There is to be none."""
    raise AssertionError(error)


def log_a_call(keeper: Keeper) -> None:
    """Log a short call with a bit of everything that is committed together."""
    call = replace(a_call(a_rep()), id=uuid4(), rep_id=uuid4())
    rep = replace(a_rep(), id=call.rep_id)
    keeper.ask(lambda store: store.reps.save(rep))
    keeper.ask(lambda store: store.calls.add(call))
    log = Log(call)
    log.planned()
    log.at("00:00", Started())
    for second in range(ENTRIES_A_CALL):
        log.at_ms(second * 1000, Marked(skill="questions", seen=True, words="Grüße"))
        extra = (Moment(), Paused(), Resumed(), HandedBack())
        log.at_ms(second * 1000 + 500, extra[second % 4])
    log.at("10:00", Ended())
    log.at("10:05", Moment(words="after the end"), recalled=True)
    for entry in log.entries:
        room.acquire()
        keeper.append(replace(entry, id=uuid4()))


def main() -> None:
    """Log until killed."""
    folder = Path(sys.argv[1])
    keeper = Keeper(lambda: Store.open(folder), say_saved, say_trouble)
    keeper.start().result()
    for _ in count():
        log_a_call(keeper)


if __name__ == "__main__":
    main()
