"""A lost computer is made again from nothing but the pages, and what they cannot tell is said."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from exports.archive.index import INDEX
from exports.archive.manifest import MANIFEST
from exports.archive.outbox import outbox
from exports.archive.report import Report, Verdict
from exports.archive.restore import not_brought_back, restore
from exports.archive.verify import verify
from exports.page_file import draw_call
from exports.page_source import page_source
from exports.paper import sheet_of
from scoring.archived import ARCHIVE_FOLDER, FileKind
from scoring.errors import KnownError, SecondChairError
from scoring.files import FolderLock
from scoring.fold import fold
from scoring.logbook import Logbook
from scoring.page_versions import page_versions
from scoring.paths import LOCK
from scoring.people import Manager
from scoring.store.store import Store
from tests.conftest import Amount
from tests.exports.archive.filling import (
    amend,
    entries_of,
    fill,
    hand_over,
    opened,
    random_archive,
    signed,
    three_calls,
)
from tests.exports.builders import DANA, MORNING, PRIYA, Told, a_debriefed_call


@dataclass(frozen=True)
class Full:
    """Data, and the archive that was written from it."""

    store: Store
    archive: Path
    pages: list[str]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, amount: Amount) -> Iterator[Full]:
    folder = tmp_path_factory.mktemp("full")
    with opened(folder / "data") as store:
        yield Full(store, folder / "archive", random_archive(store, folder / "archive", 61, amount(20, 370)))


def of(report: Report, verdict: Verdict) -> set[str]:
    return {finding.path for finding in report.findings if finding.verdict == verdict}


def tables(store: Store) -> dict[str, Any]:
    """:returns: all that a page can tell of; that it was brought in is not asked for."""
    facts = {one.call_id: replace(one, sat_in_by=None) for one in store.facts.all()}
    calls = sorted(store.calls.all(), key=lambda call: call.id)
    return {
        "reps": [replace(rep, coaching="", retired_at=None) for rep in store.reps.all()],
        "calls": calls,
        "entries": {call.id: entries_of(store, call.id) for call in calls},
        "facts": facts,
        "archived": [replace(file, at=MORNING) for file in store.archived.all()],
    }


@pytest.mark.timeout(3600)
def test_all_that_was_archived_comes_back_as_it_was(full: Full, tmp_path: Path) -> None:
    report = restore(full.archive, tmp_path / "new", now=MORNING)
    assert of(report, Verdict.RESTORED) | of(report, Verdict.SUPERSEDED) == set(full.pages)
    with opened(tmp_path / "new") as again:
        assert tables(again) == tables(full.store)
        assert report.calls == len(full.store.calls.all())
        assert again.check() == []
        assert outbox(again) == ()
        assert again.settings.get(ARCHIVE_FOLDER, str, "") == str(full.archive)
        for file in again.archived.all():
            source = page_source(again, file.call_id, file.page)
            drawn = draw_call(source, sheet_of(source.version, "a4")).pdf
            assert drawn == (full.archive / file.path).read_bytes()


@pytest.mark.timeout(3600)
def test_where_a_tenth_is_lost_the_rest_comes_back_and_the_loss_is_said(full: Full, tmp_path: Path) -> None:
    archive, chance = tmp_path / "archive", random.Random(3)
    shutil.copytree(full.archive, archive)
    lost = chance.sample(full.pages, max(2, len(full.pages) // 10))
    gone, damaged = set(lost[::2]), set(lost[1::2])
    for path in gone:
        (archive / path).unlink()
    for path in damaged:
        data = (archive / path).read_bytes()
        (archive / path).write_bytes(data[: len(data) // 2])

    report, checked = restore(archive, tmp_path / "new", now=MORNING), verify(archive)
    assert of(report, Verdict.REFUSED) == damaged
    assert of(report, Verdict.MISSING) >= gone
    assert of(checked, Verdict.ALTERED) == damaged
    assert of(checked, Verdict.MISSING) >= gone
    assert of(report, Verdict.RESTORED) | of(report, Verdict.SUPERSEDED) == set(full.pages) - gone - damaged
    assert of(checked, Verdict.SUPERSEDED) == of(report, Verdict.SUPERSEDED)

    best: dict[Any, int] = {}
    for file in full.store.archived.all():
        if file.path not in gone | damaged and file.what == FileKind.PAGE:
            best[file.call_id] = max(file.page, best.get(file.call_id, 0))
    with opened(tmp_path / "new") as again:
        assert {call.id for call in again.calls.all()} == best.keys()
        for call_id, page in best.items():
            versions = page_versions(full.store.entries.of(call_id))
            assert entries_of(again, call_id) == versions[page - 1].entries
        assert again.check() == []


def test_index_and_manifest_are_not_needed(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
        for name in (INDEX, MANIFEST):
            (tmp_path / "archive" / name).unlink()
        report = restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
        assert (report.calls, report.is_well) == (3, True)
        with opened(tmp_path / "new") as again:
            assert tables(again) == tables(store)


def test_from_the_last_page_alone_the_earlier_ones_can_be_made_again(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        pages = three_calls(store, tmp_path / "archive")
        first, last = store.archived.of(a_debriefed_call(1).call.id)[::2]
        drawn = (tmp_path / "archive" / first.path).read_bytes()
        for path in set(pages) - {last.path}:
            (tmp_path / "archive" / path).unlink()
        restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    with opened(tmp_path / "new") as again:
        assert draw_call(page_source(again, first.call_id, 1), "a4").pdf == drawn


def test_who_a_rep_is_comes_from_their_latest_page(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        first, second = a_debriefed_call(1).keep(store), a_debriefed_call(2, MORNING.replace(month=12))
        hand_over(store, first)
        second.rep = replace(PRIYA, name="Priya Whitfield", team="North")
        hand_over(store, second.keep(store))
        fill(store, tmp_path / "archive")
    restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    with opened(tmp_path / "new") as again:
        (rep,) = again.reps.all()
        assert (rep.name, rep.team) == ("Priya Whitfield", "North")
        assert page_source(again, first.call.id).rep.name == "Priya Nair"


def test_the_manager_of_all_pages_is_the_manager(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    with opened(tmp_path / "new") as again:
        assert again.settings.get("manager", Manager, Manager()) == DANA


def test_of_two_managers_neither_is_taken_for_the_one_and_one_can_be_asked_for(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        hers = a_debriefed_call(1).keep(store)
        hand_over(store, hers)
        his = a_debriefed_call(2).keep(store)
        store.settings.put("manager", Manager(name="Sam Okafor"))
        hand_over(store, his)
        fill(store, tmp_path / "archive")
    restore(tmp_path / "archive", tmp_path / "both", now=MORNING)
    report = restore(tmp_path / "archive", tmp_path / "his", now=MORNING, manager="sam  okafor")
    assert (report.calls, report.count(Verdict.LEFT), report.is_well) == (1, 1, True)
    with opened(tmp_path / "both") as both, opened(tmp_path / "his") as one:
        assert both.settings.get("manager", Manager, Manager()) == Manager()
        assert [call.id for call in one.calls.all()] == [his.call.id]
        assert one.settings.get("manager", Manager, Manager()).name == "Sam Okafor"


def test_of_two_pages_that_contradict_each_other_the_longer_is_taken_and_that_is_said(tmp_path: Path) -> None:
    archive, first = tmp_path / "archive", a_debriefed_call(1)
    for name, times in (("here", 1), ("there", 2)):
        with opened(tmp_path / name) as store:
            told = Told(number=1, written=list(first.written))
            del told.written[len(first.written) :]
            told.book = Logbook(fold(first.written), told.call.id, told.clock, told.written.append)
            hand_over(store, told.keep(store))
            for count in range(times):
                amend(store, told, f"{name} {count}")
                hand_over(store, told)
            fill(store, archive)
    report = restore(archive, tmp_path / "new", now=MORNING)
    assert report.count(Verdict.RESTORED) == 1
    assert report.count(Verdict.DIFFERS) == 1
    with opened(tmp_path / "new") as again:
        debrief = again.state(first.call.id).debrief
        assert debrief
        assert debrief.comment == "there 1"


def test_data_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "secondchair.db").write_bytes(b"mine")
    with pytest.raises(SecondChairError, match="There is something in"):
        restore(tmp_path / "archive", tmp_path / "there", now=MORNING)
    assert (tmp_path / "there" / "secondchair.db").read_bytes() == b"mine"


def test_data_is_not_put_into_the_archive(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    with pytest.raises(SecondChairError, match="lies in the archive"):
        restore(tmp_path / "archive", tmp_path / "archive" / "data", now=MORNING)
    assert list((tmp_path / "archive").iterdir()) == []


def test_an_archive_that_is_away_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not there"):
        restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("steps", [0, 2, 6])
def test_stopped_it_leaves_nothing(tmp_path: Path, steps: int) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    before, asked = set(tmp_path.iterdir()), list[int]()

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > steps

    report = restore(tmp_path / "archive", tmp_path / "new", now=MORNING, stopped=stopped)
    assert (report.stopped, report.is_well, set(tmp_path.iterdir())) == (True, False, before)


def test_with_no_page_there_is_no_new_data(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "notes.txt").write_text("hello")
    report = restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    assert (report.calls, of(report, Verdict.UNKNOWN)) == (0, {"notes.txt"})
    assert not (tmp_path / "new").exists()


def test_what_a_killed_restore_left_is_taken_away(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    left = tmp_path / ".new.restoring"
    left.mkdir()
    (left / "secondchair.db").write_bytes(b"half")
    assert restore(tmp_path / "archive", tmp_path / "new", now=MORNING).calls == 3
    assert not left.exists()


def test_two_restores_into_one_folder_do_not_mix(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    left = tmp_path / ".new.restoring"
    left.mkdir()
    other = FolderLock(left / LOCK)
    with pytest.raises(KnownError, match="already open"):
        restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    other.release()


def test_what_no_page_tells_is_said() -> None:
    said = " ".join(not_brought_back())
    assert [
        word for word in ("coached", "curtain", "never handed over", "settings", "holds") if word not in said
    ] == []


def test_a_scan_is_known_again_as_that_of_its_call(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        call_id = signed(store, tmp_path / "archive", 7, b"\xff\xd8\xff the signed sheet")
        before = store.archived.of(call_id)
    report = restore(tmp_path / "archive", tmp_path / "new", now=MORNING)
    assert report.is_well
    with opened(tmp_path / "new") as again:
        assert [replace(file, at=MORNING) for file in again.archived.of(call_id)] == [
            replace(file, at=MORNING) for file in before
        ]
        assert outbox(again) == ()
