"""A data folder as years of use leave it: ``python -m tests.bench.large_data FOLDER`` makes one, or says where it is.

200 reps, 10,000 calls over five years and about 1,000,000 entries, unless told otherwise. The same numbers and the same
moment give the same people and logs.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from scoring.call import Call
from scoring.facts import FACTS_VERSION
from scoring.people import Rep
from scoring.store.migrations import KNOWN_MIGRATIONS
from scoring.store.store import Store
from tests.bench.large_calls import LIFE, MANAGER, SKILLS, Course, LargeCall, Ridden, gone_on
from tests.bench.large_words import TEAMS, LargeWords

YEARS = 5
SIXTY = 60
NEVER_SEEN = 40  # one rep in so many
RETIRED = 12  # one rep in so many
PLANNED = 8
LATELY = timedelta(days=30)
OPEN = ((Course.ENDED, 2), (Course.VIEWED, 3))
COURSES = {Course.DEBRIEFED: 90, Course.CANCELLED: 5, Course.NO_SHOW: 3, Course.VOID: 2}
DEBRIEFED_SHARE = COURSES[Course.DEBRIEFED] / sum(COURSES.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeSize:
    """How much there is: ``entries`` is how many a call has on average."""

    reps: int = 200
    calls: int = 10_000
    entries: int = 100
    seed: int = 6

    @property
    def name(self) -> str:
        """What the folder of such data is called, which is made anew where the shape of the file has changed."""
        return f"{self.reps}-{self.calls}-{self.entries}-{self.seed}-{FACTS_VERSION}-{len(KNOWN_MIGRATIONS)}"


def rep_with_sixty_calls() -> UUID:
    """:returns: the one with sixty calls, or with all there are where there are fewer."""
    return UUID(int=SIXTY, version=4)


def large_data(kept_in: Path, size: LargeSize) -> Path:
    """:returns: a folder with such data, made now if it is not in ``kept_in`` yet. It ends when it was made."""
    folder = kept_in / size.name
    if not folder.exists():
        unfinished = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        write_large_data(unfinished, size, datetime.now().astimezone().replace(microsecond=0))
        unfinished.rename(folder)
    return folder


def write_large_data(folder: Path, size: LargeSize, until: datetime) -> None:
    """Fill the empty data folder ``folder`` with years that end at ``until``, which carries its UTC offset."""
    rng = random.Random(size.seed)
    with closing(Store.open(folder)) as store, patch("scoring.logbook.uuid4", lambda: _an_id(rng)):
        with store.batch():
            store.settings.put("manager", MANAGER)
            people = list(_people(rng, size, until))
            for ridden in people:
                store.reps.save(ridden.rep)
            for told in _told(rng, size, people, until):
                store.calls.add(told.call)
                store.entries.append(told.entries)
        with store.batch():
            store.rebuild_facts()
    shutil.rmtree(folder / "backups", ignore_errors=True)


def _an_id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _people(rng: random.Random, size: LargeSize, until: datetime) -> Iterator[Ridden]:
    """The first has sixty calls; some are new, some have left."""
    words = LargeWords(rng)
    for number in range(size.reps):
        years = YEARS if number == 0 else rng.uniform(0.1, YEARS + 3)
        has_left = number % RETIRED == RETIRED - 1
        rep = Rep(
            id=rep_with_sixty_calls() if number == 0 else _an_id(rng),
            name=words.name(),
            employee_number=f"L-{2000 + number}",
            team=rng.choice(TEAMS),
            title="Account manager",
            started_on=(until - timedelta(days=365 * years)).date(),
            coaching=words.sentence(("Ask first, then {n} minutes about {thing}, and no more.",)),
            retired_at=until - timedelta(days=rng.randint(1, 90)) if has_left else None,
        )
        yield Ridden(rep=rep, level={skill: rng.uniform(1.2, 3.2) for skill in SKILLS})


def _told(rng: random.Random, size: LargeSize, people: list[Ridden], until: datetime) -> Iterator[LargeCall]:
    """Of what entries are left each call gets its part, so that there are as many as was asked for in the end."""
    left = size.entries * size.calls
    plans = sorted(_plans(rng, size, people, until), key=lambda plan: (plan[0], plan[1].rep.id))
    for number, (at, ridden, course) in enumerate(plans):
        part = left / (len(plans) - number) / DEBRIEFED_SHARE
        taps = round(part * rng.uniform(0.5, 1.5)) - LIFE + 2
        call = Call(id=_an_id(rng), rep_id=ridden.rep.id, created_at=at)
        told = LargeCall(rng=rng, ridden=ridden, call=call, taps=taps, is_lately=until - at < LATELY)
        told.tell(course)
        if course == Course.DEBRIEFED:
            gone_on(ridden, told, rng)
        left -= len(told.entries)
        yield told


def _plans(
    rng: random.Random, size: LargeSize, people: list[Ridden], until: datetime
) -> Iterator[tuple[datetime, Ridden, Course]]:
    if not size.calls:
        return
    sixty, *others = people
    planned = min(PLANNED, size.calls // 10)
    opened = [course for course, count in OPEN for _ in range(count)][: size.calls // 10]
    of_sixty = min(SIXTY, size.calls - planned - len(opened))
    for number in range(of_sixty):
        yield _moment(rng, until, number / of_sixty, (number + 0.9) / of_sixty), sixty, Course.DEBRIEFED
    seen = [one for number, one in enumerate(others) if number % NEVER_SEEN] or people
    active = [one for one in seen if one.rep.retired_at is None]
    for number in range(planned):
        at = _working_hour(rng, until + timedelta(days=3 + number))  # no weekend takes it into the past
        yield at, rng.choice(active), Course.PLANNED
    for number, course in enumerate(opened):
        yield _working_hour(rng, until - timedelta(days=1 + number // 3)), rng.choice(active), course
    eager = [rng.uniform(0.4, 1.6) * _share_of_years(one, until) for one in seen]
    for ridden in rng.choices(seen, eager, k=size.calls - planned - len(opened) - of_sixty):
        course = rng.choices(list(COURSES), list(COURSES.values()))[0]
        yield _moment(rng, until, 1 - _share_of_years(ridden, until), 1), ridden, course


def _share_of_years(ridden: Ridden, until: datetime) -> float:
    """:returns: for how much of the years somebody has been there."""
    assert ridden.rep.started_on
    return min((until.date() - ridden.rep.started_on).days / (365 * YEARS), 1)


def _moment(rng: random.Random, until: datetime, begin: float, end: float) -> datetime:
    """:returns: a time between two shares of the years; none of it is so late that its debrief is still to come."""
    days = 365 * YEARS * (1 - rng.uniform(begin, end))
    return _working_hour(rng, until - timedelta(days=days + 3))


def _working_hour(rng: random.Random, at: datetime) -> datetime:
    at -= timedelta(days=max(0, at.weekday() - 4))
    return at.replace(hour=rng.randint(8, 16), minute=rng.choice((0, 15, 30, 45)), second=0, microsecond=0)


def main() -> None:
    """Make the data that the command line asks for, and say where it lies and how long that took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large_data")
    parser.add_argument("kept_in", type=Path)
    usual = LargeSize()
    for name in ("reps", "calls", "entries", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(usual, name))
    asked = vars(parser.parse_args())
    began = time.perf_counter()
    folder = large_data(asked.pop("kept_in"), LargeSize(**asked))
    print(f"{folder} ({time.perf_counter() - began:.0f} s)")


if __name__ == "__main__":
    main()
