"""How the data in another folder differs from what is here."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.copies import Comparison
from scoring.holds import Hold
from scoring.people import Rep
from scoring.rubric_draft import RubricDraft, SkillDraft
from scoring.store.comparing import compared
from scoring.store.store import Store
from tests.builders import FakeClock, Log, a_debriefed_call, a_rep, an_id


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here"


def add_debriefed_call(folder: Path, rep: Rep) -> Log:
    with closing(Store.open(folder)) as store:
        call, log = a_debriefed_call(rep)
        store.reps.save(rep)
        store.add_call(call, log.entries)
    return log


def copied(here: Path) -> Path:
    return Path(shutil.copytree(here, here.with_name("there")))


def comparison(here: Path, there: Path) -> Comparison:
    return compared(here, there, is_older=False)[1]


def test_what_is_in_it_is_counted(here: Path) -> None:
    log = add_debriefed_call(here, a_rep("Ada"))
    contents, same = compared(here, copied(here), is_older=True)
    assert (contents.reps, contents.calls, contents.entries) == (1, 1, len(log.entries))
    with closing(Store.open(here)) as store:
        assert contents.latest == store.facts.all()[0].when
    assert contents.is_older
    assert same.is_same


def test_calls_and_reps_that_would_be_gone_or_back_are_named(here: Path) -> None:
    add_debriefed_call(here, a_rep("Ada"))
    there = copied(here)
    newer = add_debriefed_call(here, a_rep("Bea"))
    older = add_debriefed_call(there, a_rep("Cleo"))
    found = comparison(here, there)
    assert [(call.call_id, call.rep, call.only_here, call.only_there) for call in found.calls_gone] == [
        (newer.call_id, "Bea", len(newer.entries), 0)
    ]
    assert [(call.call_id, call.rep, call.only_here, call.only_there) for call in found.calls_back] == [
        (older.call_id, "Cleo", 0, len(older.entries))
    ]
    assert (found.reps_gone, found.reps_back, found.calls_different) == (("Bea",), ("Cleo",), ())


def test_the_entries_of_a_call_that_differs_are_counted(here: Path) -> None:
    log = add_debriefed_call(here, a_rep("Ada"))
    there = copied(here)
    with closing(Store.open(here)) as store:
        store.append([log.seen("04:10"), log.seen("04:20")])
    with closing(Store.open(there)) as store:
        store.append([log.missed("04:30")])
    (call,) = comparison(here, there).calls_different
    assert (call.call_id, call.only_here, call.only_there) == (log.call_id, 2, 1)


def test_what_is_known_of_a_rep_may_differ(here: Path) -> None:
    rep = a_rep("Ada")
    add_debriefed_call(here, rep)
    there = copied(here)
    with closing(Store.open(here)) as store:
        store.reps.save(replace(rep, coaching="straight, please"))
    found = comparison(here, there)
    assert (found.reps_different, found.reps_gone, found.reps_back) == (("Ada",), (), ())


@pytest.mark.parametrize("months", [None, 2], ids=["by the plan", "something else"])
def test_a_rep_for_whom_something_else_is_planned_is_named(here: Path, months: int | None) -> None:
    with closing(Store.open(here)) as store:
        ada, kim = a_rep("Ada"), a_rep("Kim")
        for rep in (ada, kim):
            store.reps.save(rep)
            store.cadences.put(rep.id, 6)
    there = copied(here)
    with closing(Store.open(there)) as store:
        store.cadences.put(ada.id, months)
    assert comparison(here, there).reps_different == ("Ada",)


def test_what_stands_beside_the_calls_is_counted(here: Path) -> None:
    rep = a_rep("Ada")
    log = add_debriefed_call(here, rep)
    there = copied(here)
    with closing(Store.open(here)) as store:
        store.drafts.put(log.call_id, "MyView", {"words": "half of it"})
        store.scans.put(log.call_id, "00ff", b"%PDF")
        store.holds.save(Hold(id=an_id(), reason="a claim", placed_at=FakeClock().now(), rep_id=rep.id))
        store.receipts.add(an_id(), {"calls": 1})
        store.settings.put("archive_folder", "/mnt/archive")
    found = comparison(here, there)
    assert (found.drafts, found.scans, found.holds, found.erasures, found.settings) == (1, 1, 1, 1, 1)
    assert comparison(there, here).settings == 1, "a setting that only the copy has"


def test_rubrics_that_were_put_in_use_or_begun_since_the_copy_are_counted(here: Path) -> None:
    ours = RubricDraft(id="ours", name="Ours", skills=(SkillDraft(id="asks", name="Asks"),))
    Store.open(here).close()
    there = copied(here)
    with closing(Store.open(here)) as store:
        store.put_in_use(ours)
        store.put_in_use(replace(ours, name="Ours, said better"))
        store.rubric_drafts.put("begun", RubricDraft.__name__, RubricDraft(id="begun"))
    assert (comparison(here, there).rubrics, comparison(here, there).drafts) == (2, 1)
    assert comparison(there, here).rubrics == 0, "what the copy brings is no loss"
