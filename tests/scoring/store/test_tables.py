"""Reps, calls, rubrics, settings and drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from scoring.debrief import MyView, SelfView
from scoring.people import Manager
from scoring.rubric import default_rubric, shipped_rubrics
from scoring.rubric_draft import RubricDraft
from scoring.store.store import Store
from tests.builders import NINE, a_call, a_rep, a_view, an_id
from tests.scoring.strategies import broken_texts, my_views, texts

one_store_for_all = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

NAMES = [
    "Ada Lovelace",
    "Zoë Ångström-Müller",
    "محمد بن عبد الله",
    "王小明",
    "अमिताभ बच्चन",
    "สมชาย ใจดี",
    "שרה כהן",
    "O'Brien; DROP TABLE reps; --",
    "👩🏽‍💼 Kim",
    "e\u0301 and \u00e9",
    "a\x00b\x1fc\u2028d\ufeff",
    "x" * 100_000,
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:12].encode("unicode_escape").decode())
def test_a_name_of_any_script_and_length_reads_back_as_it_was(store: Store, name: str) -> None:
    rep = a_rep(name, team=name, coaching=name, employee_number=name)
    store.reps.save(rep)
    assert store.reps.get(rep.id) == rep


@one_store_for_all
@given(texts.filter(str.strip), texts)
def test_whatever_is_known_about_a_rep_reads_back_as_it_was(store: Store, name: str, words: str) -> None:
    rep = a_rep(name, coaching=words, started_on=date(2020, 2, 29), retired_at=NINE)
    store.reps.save(rep)
    assert store.reps.get(rep.id) == rep


@one_store_for_all
@given(broken_texts.filter(str.strip))
def test_half_a_character_in_a_name_becomes_a_sign_and_the_rest_stays(store: Store, name: str) -> None:
    rep = a_rep(name)
    store.reps.save(rep)
    stored = store.reps.get(rep.id).name
    whole = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert stored == whole
    assert not any("\ud800" <= letter <= "\udfff" for letter in stored)


def test_saving_a_rep_again_replaces_what_is_known(store: Store) -> None:
    rep = a_rep("Ada", team="North", retired_at=NINE)
    store.reps.save(rep)
    moved = replace(rep, team="South", retired_at=None)
    store.reps.save(moved)
    assert store.reps.all() == [moved]


def test_reps_come_by_name_whatever_its_capitals_and_namesakes_stay_apart(store: Store) -> None:
    reps = [a_rep("Zoe"), a_rep("ada"), a_rep("Kim Lee"), a_rep("Kim Lee"), a_rep("Bob", retired_at=NINE)]
    for rep in reps:
        store.reps.save(rep)
    assert [rep.name for rep in store.reps.all()] == ["ada", "Bob", "Kim Lee", "Kim Lee", "Zoe"]


def test_calls_come_in_the_order_they_were_entered(store: Store) -> None:
    rep = a_rep()
    store.reps.save(rep)
    calls = [a_call(rep) for _ in range(3)]
    for call in reversed(calls):
        store.calls.add(call)
    assert store.calls.all() == calls[::-1]
    assert store.calls.get(calls[0].id) == calls[0]


def test_what_nobody_stored_is_not_found(store: Store) -> None:
    for lookup in (store.reps.get, store.calls.get):
        with pytest.raises(KeyError):
            lookup(an_id())
    with pytest.raises(KeyError):
        store.rubrics.get("no-such-rubric", 1)


def test_the_shipped_rubrics_are_kept_from_the_start(store: Store) -> None:
    for rubric in shipped_rubrics():
        assert store.rubrics.get(rubric.id, rubric.version) == rubric


def test_a_rubric_that_was_stored_never_changes(store: Store) -> None:
    first = default_rubric()
    store.rubrics.keep(replace(first, name="Quite another"))
    assert store.rubrics.get(first.id, first.version) == first
    store.rubrics.keep(replace(first, name="Quite another", version=first.version + 1))
    assert store.rubrics.get(first.id, first.version + 1).name == "Quite another"


def test_a_setting_is_its_default_until_it_is_put(store: Store) -> None:
    assert store.settings.get("manager", Manager, Manager()) == Manager()
    store.settings.put("manager", Manager(name="Max 🙂", organisation="Bergmann & Söhne"))
    store.settings.put("manager", Manager(name="Maxine"))
    assert store.settings.get("manager", Manager, Manager()) == Manager(name="Maxine")


def test_drafts_of_one_call_are_kept_apart_by_kind_until_they_are_dropped(store: Store) -> None:
    rep = a_rep()
    call = a_call(rep)
    store.reps.save(rep)
    store.calls.add(call)
    store.drafts.put(call.id, "view", a_view())
    store.drafts.put(call.id, "self_view", SelfView(went_well="first"))
    store.drafts.put(call.id, "self_view", SelfView(went_well="second"))
    assert store.drafts.get(call.id, "view", MyView) == a_view()
    assert store.drafts.get(call.id, "self_view", SelfView) == SelfView(went_well="second")
    store.drafts.drop(call.id, "view")
    assert store.drafts.get(call.id, "view", MyView) is None
    assert store.drafts.get(call.id, "self_view", SelfView) is not None


@one_store_for_all
@given(my_views(broken_texts))
def test_a_draft_can_hold_anything_that_can_be_written(store: Store, view: MyView) -> None:
    rep = a_rep()
    call = a_call(rep)
    store.reps.save(rep)
    store.calls.add(call)
    store.drafts.put(call.id, "view", view)
    assert store.drafts.get(call.id, "view", MyView) is not None


def test_all_drafts_of_a_call_are_told_by_kind(store: Store) -> None:
    rep = a_rep()
    call = a_call(rep)
    store.reps.save(rep)
    store.calls.add(call)
    store.drafts.put(call.id, "self_view", SelfView(went_well="first"))
    store.drafts.put(call.id, "notes", SelfView())
    drafts = store.drafts.of(call.id)
    assert list(drafts) == ["notes", "self_view"]
    assert drafts["self_view"]["went_well"] == "first"
    assert store.drafts.of(rep.id) == {}


def test_the_calls_entered_with_some_reps_come_in_the_order_they_were_entered(store: Store) -> None:
    reps = [a_rep("A"), a_rep("B"), a_rep("C")]
    for rep in reps:
        store.reps.save(rep)
    calls = [a_call(reps[number]) for number in (2, 0, 1, 0)]
    for call in calls:
        store.calls.add(call)
    assert store.calls.entered_with([reps[0].id, reps[2].id]) == [calls[0], calls[1], calls[3]]
    assert store.calls.entered_with([]) == []


def test_every_rubric_is_listed_in_its_latest_version(store: Store) -> None:
    ours = replace(default_rubric(), id="ours", name="A rubric of ours", version=1)
    for rubric in (ours, replace(ours, version=2, name="Quite ours"), replace(ours, version=10, name="Ours")):
        store.rubrics.keep(rubric)
    assert [rubric.version for rubric in store.rubrics.versions("ours")] == [1, 2, 10]
    listed = store.rubrics.latest()
    assert [rubric.name for rubric in listed if rubric.id == "ours"] == ["Ours"]
    assert [rubric.name.casefold() for rubric in listed] == sorted(
        rubric.name.casefold() for rubric in listed
    )


def test_what_only_came_with_a_call_is_in_use_until_somebody_puts_another_version_in_use(
    store: Store,
) -> None:
    first, second, third = (
        replace(default_rubric(), id="ours", version=number, name=f"Ours {number}") for number in (1, 2, 3)
    )
    for brought in (first, third):
        store.rubrics.keep(brought, in_use=False)
    assert store.rubrics.in_use("ours") == third, "whoever brings all calls has their rubric"
    store.rubrics.keep(first)
    store.rubrics.keep(third, in_use=False)
    assert store.rubrics.in_use("ours") == first
    assert first in store.rubrics.latest()
    assert third not in store.rubrics.latest()
    assert store.rubrics.versions("ours") == [first, third]
    assert store.rubrics.next_version("ours") == 2
    store.rubrics.keep(second)
    assert store.rubrics.next_version("ours") == 4, "the number of what came with a call is taken"
    assert store.rubrics.in_use("no-such-rubric") is None


def test_keeping_what_is_kept_changes_nothing_in_the_file(store: Store) -> None:
    before = store._changes()
    store.rubrics.keep(default_rubric())
    store.rubrics.keep(default_rubric(), in_use=False)
    assert store._changes() == before


def test_a_rubric_that_is_not_there_has_no_versions(store: Store) -> None:
    assert store.rubrics.versions("no-such-rubric") == []


def test_what_is_written_of_a_rubric_is_kept_apart_from_the_rubric(store: Store) -> None:
    draft = RubricDraft(id="ours", name="Ours")
    store.rubric_drafts.put("ours", "RubricDraft", RubricDraft(id="ours"))
    store.rubric_drafts.put("ours", "RubricDraft", draft)
    assert store.rubric_drafts.get("ours", "RubricDraft", RubricDraft) == draft
    assert store.rubric_drafts.all("RubricDraft", RubricDraft) == [draft]
    assert store.rubrics.versions("ours") == []
    store.rubric_drafts.drop("ours", "RubricDraft")
    assert store.rubric_drafts.all("RubricDraft", RubricDraft) == []
