"""All pages of a folder are taken into data that is there, in steps that leave room for everything else."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exports.archive.bringing_back import bring_back
from exports.archive.outbox import outbox
from exports.archive.report import Report, Verdict
from exports.archive.walk import Found, read_found
from exports.record_file import record_in
from scoring.archived import ARCHIVE_FOLDER
from scoring.errors import KnownError
from scoring.people import Manager
from scoring.store.store import Store
from tests.exports.archive.filling import amend, entries_of, fill, hand_over, opened, signed, three_calls
from tests.exports.builders import MORNING, PRIYA, a_debriefed_call


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "theirs") as store:
        yield store


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "here") as store:
        yield store


def into(store: Store, archive: Path, **more: Any) -> Report:
    return bring_back(archive, lambda job: job(store), now=MORNING, **more)


def verdicts(report: Report) -> dict[str, int]:
    return {verdict.value: report.count(verdict) for verdict in Verdict if report.count(verdict)}


def test_a_folder_is_taken_in_beside_what_is_here(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    mine = a_debriefed_call(9).keep(here)
    report = into(here, tmp_path / "archive")
    assert (report.calls, verdicts(report)) == (3, {"superseded": 2, "restored": 3})
    assert len(here.calls.all()) == 4
    assert entries_of(here, mine.call.id) == tuple(mine.written)
    assert here.check() == []


def test_again_it_changes_nothing(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    into(here, tmp_path / "archive")
    before = [here.entries.of(call.id) for call in here.calls.all()]
    report = into(here, tmp_path / "archive")
    assert (report.calls, verdicts(report), report.is_well) == (0, {"same": 5}, True)
    assert [here.entries.of(call.id) for call in here.calls.all()] == before


def test_what_came_later_is_added(theirs: Store, here: Store, tmp_path: Path) -> None:
    told = a_debriefed_call(1).keep(theirs)
    hand_over(theirs, told)
    fill(theirs, tmp_path / "archive")
    into(here, tmp_path / "archive")
    amend(theirs, told, "Said anew")
    hand_over(theirs, told)
    fill(theirs, tmp_path / "archive")
    report = into(here, tmp_path / "archive")
    assert verdicts(report) == {"same": 1, "restored": 1}
    assert entries_of(here, told.call.id) == entries_of(theirs, told.call.id)


def test_a_call_that_is_here_otherwise_stays_as_it_is(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    mine = a_debriefed_call(1).keep(here)
    report = into(here, tmp_path / "archive")
    assert verdicts(report) == {"differs": 3, "restored": 2}
    assert entries_of(here, mine.call.id) == tuple(mine.written)


def test_who_a_rep_is_here_stays(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    here.reps.save(PRIYA)
    into(here, tmp_path / "archive")
    assert here.reps.get(PRIYA.id).coaching == PRIYA.coaching


def test_who_the_manager_is_here_stays(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    here.settings.put("manager", Manager(name="Sam Okafor"))
    into(here, tmp_path / "archive")
    assert here.settings.get("manager", Manager, Manager()).name == "Sam Okafor"


def test_what_is_found_in_ones_own_archive_need_not_be_sent_there(here: Store, tmp_path: Path) -> None:
    call_id = signed(here, tmp_path / "archive", 7, b"\xff\xd8\xff signed")
    here.archived.forget([file.path for file in here.archived.all()])
    assert outbox(here)
    into(here, tmp_path / "archive")
    assert here.archived.all() == [], "of a folder that is not the archive nothing is kept"
    here.settings.put(ARCHIVE_FOLDER, str(tmp_path / "archive"))
    into(here, tmp_path / "archive")
    assert len(here.archived.of(call_id)) == 3
    assert [one for one in outbox(here) if not one.scan] == []


def test_each_step_is_small_and_progress_is_told(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    heard: list[tuple[int, int]] = []
    counts: list[int] = []

    def take(job: Callable[[Store], Any]) -> Any:
        result = job(here)
        counts.append(len(here.calls.all()))
        return result

    bring_back(tmp_path / "archive", take, now=MORNING, progress=lambda done, of: heard.append((done, of)))
    assert [after - before for before, after in itertools.pairwise(counts)] == [0, 1, 1, 1, 0]
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1] == (10, 10)


def test_stopped_between_two_calls_each_is_whole(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")
    report = into(here, tmp_path / "archive", stopped=lambda: len(here.calls.all()) == 2)
    assert (report.stopped, report.calls, len(here.calls.all())) == (True, 2, 2)
    assert here.check() == []
    for call in here.calls.all():
        assert entries_of(here, call.id) == entries_of(theirs, call.id)


def test_data_that_cannot_be_written_ends_it(theirs: Store, here: Store, tmp_path: Path) -> None:
    three_calls(theirs, tmp_path / "archive")

    def take(job: Callable[[Store], Any]) -> Any:
        here._db.execute("PRAGMA query_only = 1")
        return job(here)

    with pytest.raises(KnownError, match="read-only"):
        bring_back(tmp_path / "archive", take, now=MORNING)
    assert here.calls.all() == []


def test_one_that_is_refused_holds_up_no_other_of_the_same_step(
    theirs: Store, here: Store, tmp_path: Path
) -> None:
    three_calls(theirs, tmp_path / "archive")
    other, (first, *_) = a_debriefed_call(9).keep(here), theirs.calls.all()
    here.append([replace(theirs.entries.of(first.id)[2], call_id=other.call.id)])
    report = into(here, tmp_path / "archive", at_once=50)
    assert verdicts(report) == {"refused": 3, "restored": 2}
    assert not here.calls.has(first.id)
    assert here.check() == []


def test_pages_that_there_is_no_room_to_keep_are_read_again(
    theirs: Store, here: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = three_calls(theirs, tmp_path / "archive")
    first = record_in((tmp_path / "archive" / min(paths)).read_bytes())
    read: list[str] = []

    def read_again(found: Found) -> bytes:
        read.append(found.path)
        return read_found(found)

    monkeypatch.setattr("exports.archive.bringing_back.read_found", read_again)
    monkeypatch.setattr("exports.archive.pages.MOST_KEPT", len(first))
    report = into(here, tmp_path / "archive")
    assert report.calls == 3
    assert set(read) < set(paths)
    assert min(paths) not in read
