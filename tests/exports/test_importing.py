"""A page brings its call along: into other data whole, and where it is already nothing changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

import pytest

from exports.importing import Arrival, read_file, take_in
from exports.page_file import draw_call
from exports.page_source import PageSource, page_count, page_source
from exports.record import record_json
from exports.record_reader import MOST_TURNS
from scoring.acknowledgement import Statement
from scoring.entry import Entry, HandedOver
from scoring.errors import KnownError, SecondChairError
from scoring.handing_over import HandOver, PageContext
from scoring.logbook import Logbook
from scoring.page_versions import is_handed_over
from scoring.people import Manager
from scoring.privacy import card_of
from scoring.rubric import default_rubric
from scoring.store.store import Store
from tests.conftest import Amount
from tests.exports.builders import (
    AN_AMENDMENT,
    DECLINED,
    MORNING,
    PRIYA,
    SHEET_CAME_BACK,
    SIGNED,
    HandClock,
    Told,
    a_debrief,
    a_debriefed_call,
    source_of,
    started,
)
from tests.exports.random_calls import RandomCall, RandomCalls

OpenStore = Callable[[str], Store]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenStore]:
    """:returns: opens a data folder by name."""
    with ExitStack() as stores:

        def open_store(name: str) -> Store:
            store = Store.open(tmp_path / name)
            stores.callback(store.close)
            return store

        yield open_store


def tables(store: Store) -> list[object]:
    """:returns: all there is in the data but what is derived."""
    calls = store.calls.all()
    return [store.reps.all(), calls, [store.entries.of(call.id) for call in calls]]


def saved(path: Path, source: PageSource) -> Path:
    path.write_bytes(draw_call(source, "a4").pdf)
    return path


def test_every_call_comes_out_of_its_page_as_it_was(
    tmp_path: Path, opened: OpenStore, amount: Amount
) -> None:
    here, there = opened("here"), opened("there")
    calls = RandomCalls(seed=41)
    for _ in range(amount(25, 400)):
        source = calls.call().keep(here)
        imported = take_in(there, read_file(saved(tmp_path / "page.pdf", source)), MORNING)
        again = page_source(there, imported.call_id)
        assert (imported.call_id, imported.arrival) == (source.call.id, Arrival.NEW)
        assert record_json(again) == record_json(source)
        assert draw_call(again, "letter").pdf == draw_call(source, "letter").pdf
    assert there.check() == []


def test_every_page_of_an_acknowledged_call_is_the_same_bytes_wherever_its_last_one_goes(
    tmp_path: Path, opened: OpenStore, amount: Amount
) -> None:
    here, there = opened("here"), opened("there")
    told = acknowledged(RandomCalls(seed=43))
    for call in islice(told, amount(12, 200)):
        source = call.keep(here)
        pages = drawn_pages(here, source.call.id)
        assert len(pages) > 1
        take_in(there, read_file(saved(tmp_path / "page.pdf", source)), MORNING)
        assert drawn_pages(there, source.call.id) == pages
    assert there.check() == []


def acknowledged(calls: RandomCalls) -> Iterator[RandomCall]:
    while True:
        call = calls.call()
        if call.told.book.state.acknowledgement:
            yield call


def drawn_pages(store: Store, call_id: UUID) -> list[bytes]:
    numbers = range(1, page_count(store, call_id) + 1)
    return [draw_call(page_source(store, call_id, number), "a4").pdf for number in numbers]


def test_what_became_of_the_sheet_leaves_the_page_before_as_it_was(opened: OpenStore) -> None:
    here = opened("here")
    told = a_debriefed_call().keep(here)
    before = len(told.written)
    told.book.hand_over(HandOver.PRINTED, page_source(here, told.call.id).context)
    [page] = drawn_pages(here, told.call.id)
    told.book.acknowledge(SHEET_CAME_BACK, DECLINED, Statement(text="I see it otherwise"))
    here.append(told.written[before:])
    first, second = drawn_pages(here, told.call.id)
    assert first == page != second


def test_a_call_with_more_scans_and_statements_than_any_has_is_refused(tmp_path: Path) -> None:
    told = a_debriefed_call()
    told.book.hand_over(HandOver.PRINTED, PageContext(rep=card_of(PRIYA)))
    for number in range(MOST_TURNS // 3):
        told.book.acknowledge(SHEET_CAME_BACK, SIGNED, Statement(text=str(number)))
    (tmp_path / "record.json").write_bytes(record_json(source_of(tmp_path / "here", told)))
    assert read_file(tmp_path / "record.json")
    for number in range(MOST_TURNS // 3):
        told.book.acknowledge(SHEET_CAME_BACK, SIGNED, Statement(text=f"{number} again"))
    (tmp_path / "record.json").write_bytes(record_json(source_of(tmp_path / "there", told)))
    with pytest.raises(SecondChairError, match="cannot be used"):
        read_file(tmp_path / "record.json")


def test_the_record_by_itself_does_as_well(tmp_path: Path, opened: OpenStore) -> None:
    source = source_of(tmp_path / "here", a_debriefed_call())
    (tmp_path / "record.json").write_bytes(record_json(source))
    imported = take_in(opened("there"), read_file(tmp_path / "record.json"), MORNING)
    assert imported.sentence == "The call at Northgate Dental with Priya Nair, 23 November 2026 is here now."


def test_somebody_has_the_page_of_a_call_that_was_brought_in(tmp_path: Path, opened: OpenStore) -> None:
    there = opened("there")
    source = source_of(tmp_path / "here", a_debriefed_call())
    take_in(there, source, MORNING)
    state = there.state(source.call.id)
    assert is_handed_over(state)
    handed_over = state.last_of(HandedOver)
    assert handed_over
    assert (handed_over.how, handed_over.context) == (HandOver.IMPORTED, source.context)


def test_a_call_that_is_here_already_is_left_alone(tmp_path: Path, opened: OpenStore) -> None:
    here = opened("here")
    told = a_debriefed_call().keep(here)
    source = page_source(here, told.call.id)
    before = tables(here)
    again = take_in(here, read_file(saved(tmp_path / "page.pdf", source)), MORNING)
    assert (again.arrival, tables(here)) == (Arrival.SAME, before)
    assert again.sentence.endswith("is here already. Nothing was changed.")


def test_of_an_amended_call_both_pages_are_here_already(opened: OpenStore) -> None:
    here = opened("here")
    told = a_debriefed_call().keep(here)
    first = page_source(here, told.call.id)
    told.book.hand_over(HandOver.SAVED, first.context)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    here.append(told.written)
    second = page_source(here, told.call.id)
    assert [take_in(here, page, MORNING).arrival for page in (first, second)] == [Arrival.SAME] * 2


def an_amended_call(store: Store) -> list[PageSource]:
    """:returns: what both pages of a call are made from, which is in ``store``."""
    told = a_debriefed_call().keep(store)
    first = page_source(store, told.call.id)
    told.book.hand_over(HandOver.SAVED, first.context)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    store.append(told.written)
    return [page_source(store, told.call.id, number) for number in (1, 2)]


def test_where_the_first_page_is_the_amended_one_comes_beside_it(opened: OpenStore) -> None:
    pages = an_amended_call(opened("there"))
    here = opened("here")
    assert [take_in(here, page, MORNING).arrival for page in pages] == [Arrival.NEW, Arrival.AMENDED]
    assert [take_in(here, page, MORNING).arrival for page in pages] == [Arrival.SAME, Arrival.SAME]
    for number, page in enumerate(pages, 1):
        again = page_source(here, page.call.id, number)
        assert draw_call(again, "a4").pdf == draw_call(page, "a4").pdf
    assert here.check() == []
    assert is_handed_over(here.state(pages[0].call.id))


def test_from_the_amended_page_alone_both_can_be_made(opened: OpenStore) -> None:
    pages = an_amended_call(opened("there"))
    here = opened("here")
    take_in(here, pages[1], MORNING)
    for number, page in enumerate(pages, 1):
        again = page_source(here, page.call.id, number)
        assert draw_call(again, "letter").pdf == draw_call(page, "letter").pdf


def test_two_amendments_of_one_page_contradict_each_other(opened: OpenStore) -> None:
    first, second = an_amended_call(opened("there"))
    here = opened("here")
    take_in(here, first, MORNING)
    told = Told(number=1)
    told.book.state = here.state(first.call.id)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said otherwise"))
    here.append(told.written[1:])
    before = tables(here)
    assert take_in(here, second, MORNING).arrival == Arrival.OTHER
    assert tables(here) == before


def test_a_call_that_is_here_otherwise_is_left_alone_and_that_is_said(
    tmp_path: Path, opened: OpenStore
) -> None:
    here = opened("here")
    started().keep(here)
    before = tables(here)
    imported = take_in(here, source_of(tmp_path / "there", a_debriefed_call()), MORNING)
    assert (imported.arrival, tables(here)) == (Arrival.OTHER, before)
    assert "its record differs" in imported.sentence


def test_a_call_that_is_still_going_on_here_is_left_alone(tmp_path: Path, opened: OpenStore) -> None:
    here = opened("here")
    told = started().end().view()
    told.keep(here)
    before = tables(here)
    source = source_of(tmp_path / "there", told.debrief())
    assert take_in(here, source, MORNING).arrival == Arrival.OTHER
    assert tables(here) == before


def test_what_is_known_of_the_rep_here_stays(tmp_path: Path, opened: OpenStore) -> None:
    here = opened("here")
    known = replace(PRIYA, name="Priya Whitfield", coaching="straight")
    here.reps.save(known)
    source = source_of(tmp_path / "there", a_debriefed_call())
    take_in(here, source, MORNING)
    assert here.reps.get(PRIYA.id) == known
    assert page_source(here, source.call.id).rep.name == "Priya Nair"


def test_other_words_under_the_name_of_the_rubric_are_refused_and_change_nothing(
    tmp_path: Path, opened: OpenStore
) -> None:
    here = opened("here")
    before = tables(here)
    source = source_of(tmp_path / "there", a_debriefed_call())
    reworded = replace(source, rubric=replace(default_rubric(), name="Ours"))
    with pytest.raises(SecondChairError, match="“Ours” has other words here"):
        take_in(here, reworded, MORNING)
    assert tables(here) == before


def test_a_call_brings_later_words_of_a_rubric_and_new_calls_keep_those_in_use(
    tmp_path: Path, opened: OpenStore
) -> None:
    here = opened("here")
    ours = replace(default_rubric(), id="ours", version=1)
    here.rubrics.keep(ours)
    source = source_of(tmp_path / "there", a_debriefed_call())
    later = replace(ours, version=2, name="Later words")
    take_in(here, replace(source, rubric=later), MORNING)
    assert here.rubrics.in_use("ours") == ours
    assert here.rubrics.get("ours", 2) == later, "its own words stay with the call"


def test_later_words_of_a_shipped_rubric_wait_for_the_app_that_has_them(
    tmp_path: Path, opened: OpenStore
) -> None:
    here = opened("here")
    source = source_of(tmp_path / "there", a_debriefed_call())
    later = replace(default_rubric(), version=default_rubric().version + 1)
    with pytest.raises(KnownError, match="newer than the app"):
        take_in(here, replace(source, rubric=later), MORNING)
    with pytest.raises(KeyError):
        here.rubrics.get(later.id, later.version)


def test_entries_of_another_call_are_refused_and_change_nothing(tmp_path: Path, opened: OpenStore) -> None:
    here = opened("here")
    other = Told(number=9)
    source = source_of(tmp_path / "there", a_debriefed_call())
    other.keep(here)
    here.append([replace(source.version.entries[2], call_id=other.call.id)])
    before = tables(here)
    with pytest.raises(SecondChairError, match="already here, in another call"):
        take_in(here, source, MORNING)
    assert tables(here) == before


@pytest.mark.parametrize("where", ["exports.page_source.facts_of", "scoring.store.facts_table.Facts.put"])
def test_a_call_whose_figures_cannot_be_made_or_kept_is_not_taken_in(
    tmp_path: Path, opened: OpenStore, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def divided_by_zero(*_: object) -> float:
        return 1 / 0

    here = opened("here")
    before = tables(here)
    source = source_of(tmp_path / "there", a_debriefed_call())
    monkeypatch.setattr(where, divided_by_zero)
    with pytest.raises(ZeroDivisionError):
        take_in(here, source, MORNING)
    assert tables(here) == before


def test_whatever_the_order_of_its_times_a_change_of_a_call_that_was_brought_in_is_an_amendment(
    tmp_path: Path, opened: OpenStore
) -> None:
    there = opened("there")
    told = a_debriefed_call()
    told.book.hand_over(HandOver.SAVED, PageContext(rep=card_of(PRIYA)))
    told.clock.go(90)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    told.written[-1] = replace(told.written[-1], offset_ms=0)
    take_in(there, source_of(tmp_path / "here", told), MORNING)
    assert is_handed_over(there.state(told.call.id))


def test_an_amended_page_of_a_call_from_elsewhere_still_says_who_sat_in_and_what_came_before(
    tmp_path: Path, opened: OpenStore
) -> None:
    there = opened("there")
    there.settings.put("manager", Manager(name="Sam Okafor"))
    earlier, told = a_debriefed_call(2, MORNING - timedelta(days=9)), a_debriefed_call()
    source = source_of(tmp_path / "here", earlier, told)
    take_in(there, source, MORNING)
    written: list[Entry] = []
    book = Logbook(there.state(told.call.id), told.call.id, HandClock(), written.append)
    for comment in ("Said anew", "Said once more"):
        book.amend_page(AN_AMENDMENT, a_debrief(comment=comment))
        there.append(written)
        page = page_source(there, told.call.id)
        assert (page.manager, page.before, page.before.calls) == (source.manager, source.before, 1)
        book.hand_over(HandOver.SAVED, page.context)


def test_a_file_that_is_not_there_or_holds_nothing_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Not found"):
        read_file(tmp_path / "page.pdf")
    (tmp_path / "page.pdf").write_bytes(b"")
    with pytest.raises(SecondChairError):
        read_file(tmp_path / "page.pdf")


def test_a_page_of_any_name_and_place_will_do(tmp_path: Path) -> None:
    page = saved(tmp_path / "page.pdf", source_of(tmp_path / "here", a_debriefed_call()))
    (tmp_path / "Ordner 中文").mkdir()
    copy = shutil.copy(page, tmp_path / "Ordner 中文" / "Kopie (2)")
    assert read_file(Path(copy)).rep.name == "Priya Nair"
