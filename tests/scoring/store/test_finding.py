"""The calls that fit are found, in order, whatever is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.facts import CallFacts, SkillFacts, facts_of
from scoring.finding import CallQuery, KnownAs, Order, SoughtSkill, Which, phases_of, sought_words
from scoring.people import Rep
from scoring.seeking import as_words, plain
from scoring.state import Phase
from scoring.store import Store
from tests.builders import NINE, Log, a_call, a_debriefed_call, a_rep, a_tee_up

PRIYA, TOMAS, BOB = a_rep("Priya Nair"), a_rep("Tomás Herrera"), a_rep("Bob")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("found"))
    for rep in (PRIYA, TOMAS, BOB):
        opened.reps.save(rep)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _no_calls(store: Store) -> None:
    _empty(store)


def _empty(store: Store) -> None:
    db = store._db  # pyright: ignore[reportPrivateUsage]
    with db.atomic():
        for table in ("words", "skill_facts", "facts", "entries", "calls"):
            db.table(table).delete_where()


def _add(store: Store, facts: CallFacts, words: str = "") -> None:
    call = a_call()
    store.calls.add(replace(call, id=facts.call_id, rep_id=facts.rep_id))
    store.facts.put(facts, as_words(words))


def _a_call(rep: Rep = PRIYA, customer: str = "Elm Street", **changes: Any) -> CallFacts:
    """:returns: a planned call; ``changes`` are fields of its facts."""
    call = a_call(rep)
    log = Log(call)
    log.planned(a_tee_up(customer=customer))
    return replace(facts_of(call, log.state), **changes)


def _found(store: Store, query: CallQuery | str) -> list[str]:
    """:returns: the customers of the calls that fit, in order."""
    wanted = CallQuery(words=query) if isinstance(query, str) else query
    numbers = store.finding.find(wanted, store.finding.people())
    rows = store.finding.rows(numbers)
    return [rows[number].customer for number in numbers]


# Words


@pytest.mark.parametrize("typed", ["northgate", "NORTH", "tomas", "tomás", "dental herr", "  gate  ", "x&y"])
def test_a_call_is_found_by_any_part_of_rep_and_customer(store: Store, typed: str) -> None:
    _add(store, _a_call(PRIYA, "Elm Street"))
    _add(store, _a_call(TOMAS, "Northgate Dental X&Y"))
    assert _found(store, typed) == ["Northgate Dental X&Y"]


@pytest.mark.parametrize(
    "typed", ["budg", "Budget", "ÜBER", "uber", "elm what", "don't kn", "no-show", "what’s"]
)
def test_a_call_is_found_by_the_beginning_of_what_was_said_in_it(store: Store, typed: str) -> None:
    _add(store, _a_call(customer="Elm Street"), "What’s your budget? Über alles\nI don't know: a no-show")
    _add(store, _a_call(customer="Oak Street"), "Nothing of that kind")
    assert _found(store, typed) == ["Elm Street"]


@pytest.mark.parametrize("typed", ["udget", "priya oak", "budget nothing"])
def test_all_words_must_fit_one_call(store: Store, typed: str) -> None:
    _add(store, _a_call(PRIYA, "Elm Street"), "budget")
    _add(store, _a_call(TOMAS, "Oak Street"), "nothing")
    assert _found(store, typed) == []


@pytest.mark.parametrize("typed", ["東京", "銀行", "京の", "งบประมาณ", "がある", "カ゛", "예산"])
def test_words_without_blanks_between_them_are_found_in_the_middle(store: Store, typed: str) -> None:
    _add(store, _a_call(customer="Tokyo"), "東京の銀行がある。カ゛ラス\nเรามีงบประมาณแล้ว\n예산이 있다")
    _add(store, _a_call(customer="Osaka"), "大阪の行政")
    assert _found(store, typed) == ["Tokyo"]


SIGNS = ('"', '""', "'", "*", "a*", "^", "(", "NEAR(", "AND", "text:x", "-", "%", "_", "\0", "\ud800")


@pytest.mark.parametrize("typed", SIGNS)
def test_no_sign_that_is_typed_means_anything_by_itself(store: Store, typed: str) -> None:
    _add(store, _a_call(customer="Elm Street"), "words")
    assert len(_found(store, typed)) == (0 if sought_words(typed) else 1)


@given(typed=st.text())
@settings(max_examples=100)
def test_nothing_that_is_typed_raises(store: Store, typed: str) -> None:
    _found(store, typed)


def test_words_that_are_taken_back_are_found_no_longer(store: Store) -> None:
    facts = _a_call()
    _add(store, facts, "budget")
    store.facts.put(facts, "")
    assert _found(store, "budget") == []


def test_what_is_sealed_is_found_once_it_is_opened(store: Store) -> None:
    call, log = a_debriefed_call(PRIYA)
    sealed_until = next(at for at, entry in enumerate(log.entries) if entry.what.KIND == "self_viewed")
    store.add_call(call, log.entries[:sealed_until])
    assert _found(store, "sealed") == []
    store.append(log.entries[sealed_until:])
    assert _found(store, "sealed") == ["Bergmann & Söhne"]


def test_somebody_entered_twice_is_found_by_both_names(store: Store) -> None:
    _add(store, _a_call(BOB, "Elm Street"))
    store.merge(BOB.id, TOMAS.id)
    try:
        assert [_found(store, name) for name in ("bob", "tomas", "priya")] == [
            ["Elm Street"],
            ["Elm Street"],
            [],
        ]
    finally:
        store.unmerge(BOB.id)


# Filters


@pytest.mark.parametrize(
    ("hour", "offset", "day"), [(23, -8, "2026-03-09"), (1, 14, "2026-03-11"), (12, 0, "2026-03-10")]
)
def test_a_day_is_the_one_of_the_clock_there_and_then(store: Store, hour: int, offset: int, day: str) -> None:
    there = date.fromisoformat(day)
    moment = datetime(there.year, there.month, there.day, hour, tzinfo=timezone(timedelta(hours=offset)))
    _add(store, _a_call(started_at=moment))
    assert _found(store, CallQuery(since=there, until=there)) == ["Elm Street"]
    assert _found(store, CallQuery(since=there + timedelta(days=1))) == []
    assert _found(store, CallQuery(until=there - timedelta(days=1))) == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_out_of_reach(store: Store, day: date) -> None:
    assert _found(store, CallQuery(since=day, until=day)) == []


def test_only_rubrics_that_calls_were_watched_with_are_offered(store: Store) -> None:
    assert store.finding.rubrics() == []
    _add(store, _a_call())
    _add(store, _a_call(rubric_id="not-here"))
    assert [rubric.id for rubric in store.finding.rubrics()] == ["joint-sales-call"]
    _add(store, _a_call(rubric_version=2))
    assert [(one.id, one.version) for one in store.finding.rubrics()] == [("joint-sales-call", 2)]


# Rows


def test_rows_of_calls_that_are_gone_are_left_out(store: Store) -> None:
    facts = _a_call()
    _add(store, facts)
    (number,) = store.finding.find(CallQuery(), ())
    assert store.finding.rows([number, number + 1]) == {number: facts}
    assert store.finding.count() == 1


def test_facts_that_cannot_be_read_are_made_again(store: Store) -> None:
    call, log = a_debriefed_call(PRIYA)
    store.add_call(call, log.entries)
    db = store._db  # pyright: ignore[reportPrivateUsage]
    with db.atomic():
        db.execute("UPDATE facts SET data = 'broken'")
    assert _found(store, CallQuery()) == ["Bergmann & Söhne"]


# All of it at once: what is found is what a plain look through all calls finds


@dataclass(frozen=True)
class Held:
    """A call of the property test."""

    facts: CallFacts
    words: str


TEXTS = st.text("ab 東-", max_size=4)


def _moment(hours: int, offset: int) -> datetime:
    return (NINE + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=offset)))


MOMENTS = st.builds(_moment, st.integers(-60, 60), st.sampled_from([-11, 0, 13]))
SKILLS = st.sampled_from(["questions", "next-step"])


@st.composite
def helds(draw: st.DrawFn) -> Held:
    shown = SkillFacts(
        skill=draw(SKILLS),
        focus=False,
        seen=draw(st.integers(0, 1)),
        missed=draw(st.integers(0, 1)),
        rated=False,
        level=None,
        basis=None,
        self_level=None,
    )
    facts = _a_call(
        draw(st.sampled_from([PRIYA, TOMAS, BOB])),
        draw(TEXTS),
        phase=draw(st.sampled_from(Phase)),
        started_at=draw(MOMENTS),
        call_type=draw(st.sampled_from(CallType)),
        rubric_id=draw(st.sampled_from(["joint-sales-call", "other"])),
        rubric_version=draw(st.integers(1, 2)),
        skills=draw(st.sampled_from([(), (shown,)])),
    )
    return Held(facts, draw(TEXTS))


DAYS = st.sampled_from([NINE.date() + timedelta(days=days) for days in range(-3, 4)])


def _mostly_none(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """All filters at once would leave next to nothing to be put in order."""
    return st.one_of(st.none(), st.none(), st.none(), values)


QUERIES = st.builds(
    CallQuery,
    words=st.one_of(st.just(""), TEXTS, st.sampled_from(["priya", "OM", "b a"])),
    rep_id=_mostly_none(st.sampled_from([PRIYA.id, BOB.id])),
    since=_mostly_none(DAYS),
    until=_mostly_none(DAYS),
    call_type=_mostly_none(st.sampled_from(CallType)),
    rubric_id=_mostly_none(st.just("joint-sales-call")),
    rubric_version=_mostly_none(st.just(1)),
    skill=_mostly_none(st.builds(SoughtSkill, skill=SKILLS, seen=st.booleans())),
    which=st.sampled_from([*Which, Which.ALL, Which.ALL]),
    order=st.sampled_from(Order),
    descending=st.booleans(),
)


@given(calls=st.lists(helds(), max_size=6), query=QUERIES)
@settings(max_examples=60)
def test_it_is_found_as_by_looking_through_all_calls(
    store: Store, calls: list[Held], query: CallQuery
) -> None:
    _check(store, calls, query)


@given(
    calls=st.lists(helds(), min_size=4, max_size=6), order=st.sampled_from(Order), descending=st.booleans()
)
@settings(max_examples=30)
def test_all_calls_are_listed_in_any_order(
    store: Store, calls: list[Held], order: Order, descending: bool
) -> None:
    _check(store, calls, CallQuery(order=order, descending=descending))


def _check(store: Store, calls: list[Held], query: CallQuery) -> None:
    _empty(store)
    for held in calls:
        _add(store, held.facts, held.words)
    people = store.finding.people()
    found = store.finding.find(query, people)
    rows = store.finding.rows(found)
    expected = _in_order([held for held in calls if _fits(held, query, people)], query, people)
    assert [rows[number].call_id for number in found] == [held.facts.call_id for held in expected]


def _fits(held: Held, query: CallQuery, people: Sequence[KnownAs]) -> bool:
    facts = held.facts
    names = next(one.names for one in people if one.rep_id == facts.rep_id)
    shown = [
        one.skill for one in facts.skills if query.skill and (one.seen if query.skill.seen else one.missed)
    ]
    return (
        facts.phase in phases_of(query.which)
        and query.rep_id in (None, facts.rep_id)
        and query.call_type in (None, facts.call_type)
        and query.rubric_id in (None, facts.rubric_id)
        and query.rubric_version in (None, facts.rubric_version)
        and (query.skill is None or query.skill.skill in shown)
        and (query.since is None or facts.when.date() >= query.since)
        and (query.until is None or facts.when.date() <= query.until)
        and all(
            word in names or word in plain(facts.customer) or _begins(word, held.words)
            for word in plain(query.words).split()
        )
    )


def _begins(typed: str, words: str) -> bool:
    wanted, said = _words(typed), _words(words)
    if not wanted:
        return False
    return any(
        said[at : at + len(wanted) - 1] == wanted[:-1] and said[at + len(wanted) - 1].startswith(wanted[-1])
        for at in range(len(said) - len(wanted) + 1)
    )


def _words(text: str) -> list[str]:
    letters = (letter if unicodedata.category(letter)[0] in "LN" else " " for letter in as_words(text))
    return "".join(letters).split()


def _in_order(calls: list[Held], query: CallQuery, people: Sequence[KnownAs]) -> list[Held]:
    places = {one.rep_id: place for place, one in enumerate(people)}

    def key(facts: CallFacts) -> Any:
        return {
            Order.DATE: facts.when,
            Order.REP: places[facts.rep_id],
            Order.CUSTOMER: plain(facts.customer),
            Order.LED: list(CallType).index(facts.call_type),
            Order.STATE: list(Phase).index(facts.phase),
        }[query.order]

    latest_first = sorted(calls, key=lambda held: str(held.facts.call_id))
    latest_first.sort(key=lambda held: held.facts.when.astimezone(UTC), reverse=True)
    return sorted(latest_first, key=lambda held: key(held.facts), reverse=query.descending)


def test_the_calls_of_each_rubric_are_counted_and_calls_without_one_are_not(store: Store) -> None:
    for rubric_id, version in (("ours", 1), ("ours", 2), ("theirs", 1), ("", 0)):
        _add(store, _a_call(rubric_id=rubric_id, rubric_version=version))
    assert store.finding.rubric_uses() == {"ours": 2, "theirs": 1}
