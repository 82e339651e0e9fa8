"""The log in the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from scoring.call import Call
from scoring.entry import Marked, Moment, Undone, What, WordsHeard
from scoring.errors import KnownError
from scoring.store.store import Store
from tests.builders import Log, a_call, a_rep, an_ended_log, an_id
from tests.scoring.strategies import broken_texts, whats

one_store_for_all = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_stored_call(store: Store) -> Call:
    """:returns: a call that may have entries."""
    rep = a_rep()
    call = a_call(rep)
    store.reps.save(rep)
    store.calls.add(call)
    return call


def test_entries_come_back_in_the_order_of_logging_whatever_their_time(store: Store) -> None:
    log = Log(a_stored_call(store))
    for time in ("05:00", "03:00", "04:00"):
        log.at(time, Moment())
    store.append(log.entries[:1])
    store.append(log.entries[1:])
    assert store.entries.of(log.call_id) == log.entries


def test_calls_do_not_see_each_others_entries(store: Store) -> None:
    one, other = Log(a_stored_call(store)), Log(a_stored_call(store))
    store.append([one.at("00:01", Moment()), other.at("00:02", Moment()), one.at("00:03", Moment())])
    assert store.entries.of(one.call_id) == one.entries
    assert store.entries.of(other.call_id) == other.entries
    assert store.entries.of(an_id()) == []


@one_store_for_all
@given(whats())
def test_every_kind_of_entry_with_any_words_reads_back_as_it_was(store: Store, what: What) -> None:
    log = Log(a_stored_call(store))
    entry = log.at("04:10.123", what, recalled=True)
    store.entries.append([entry])
    (read,) = store.entries.of(log.call_id)
    assert read == entry
    assert read.at.utcoffset() == entry.at.utcoffset()


@one_store_for_all
@given(whats(broken_texts))
def test_no_entry_is_too_broken_to_be_saved(store: Store, what: What) -> None:
    log = Log(a_stored_call(store))
    store.entries.append([log.at("04:10", what)])
    assert len(store.entries.of(log.call_id)) == 1


def test_a_note_of_100_000_characters_reads_back_as_it_was(store: Store) -> None:
    log = Log(a_stored_call(store))
    note = "Grüße 🙂\x00" * 12_500
    store.append([log.at("01:00", WordsHeard(text=note))])
    assert store.entries.of(log.call_id)[0].what == WordsHeard(text=note)
    assert len(note) == 100_000


def test_appending_again_what_is_there_is_harmless(store: Store) -> None:
    log = an_ended_log(a_stored_call(store))
    store.append(log.entries)
    altered = [replace(entry, what=Moment(words="forged")) for entry in log.entries]
    store.append(altered)
    store.append([*log.entries[-2:], log.at("12:01", Moment())])
    assert store.entries.of(log.call_id) == log.entries


@pytest.mark.parametrize("amount", [1, 99, 250])
def test_entries_are_added_all_or_none(store: Store, amount: int) -> None:
    log = Log(a_stored_call(store))
    good = [log.at_ms(number, Moment()) for number in range(amount)]
    for append in (store.append, store.entries.append):
        with pytest.raises(sqlite3.IntegrityError):
            append([*good, Log().at("00:01", Moment())])  # of a call nobody stored
        assert store.entries.of(log.call_id) == []
    store.append(good)
    assert store.entries.of(log.call_id) == good


def test_the_kind_of_an_entry_can_be_looked_up(store: Store) -> None:
    log = Log(a_stored_call(store))
    mark = log.seen("01:00")
    store.append([mark, log.at("01:01", Undone(target=mark.id))])
    assert store.entries.kind_of(mark.id) == Marked.KIND
    assert store.entries.kind_of(an_id()) is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("data", "'{'"),
        ("data", "'[]'"),
        ("kind", "'danced'"),
        ("id", "'nobody'"),
        ("offset_ms", "-5"),
        ("at", "'noon'"),
        ("data", "CAST(x'7bff7d' AS TEXT)"),
    ],
)
def test_an_entry_that_cannot_be_read_is_damage_and_check_says_which_call(
    store: Store, column: str, value: str
) -> None:
    log = Log(a_stored_call(store))
    store.append([log.at("01:00", Moment())])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as file:
        file.execute(f"UPDATE entries SET {column} = {value}")
    with pytest.raises(KnownError, match="damaged"), store.trouble():
        store.entries.of(log.call_id)
    (problem,) = store.check()
    assert str(log.call_id) in problem


def test_the_last_of_a_kind_is_found_for_each_call(store: Store) -> None:
    one, other, silent = (Log(a_stored_call(store)) for _ in range(3))
    store.append([one.at("00:01", WordsHeard(text="first")), other.at("00:02", WordsHeard(text="only"))])
    store.append([one.at("00:03", WordsHeard(text="last")), silent.at("00:04", Moment())])
    found = store.entries.latest(WordsHeard.KIND)
    assert found == {one.call_id: WordsHeard(text="last"), other.call_id: WordsHeard(text="only")}
    assert store.entries.latest(WordsHeard.KIND, Moment.KIND).keys() == {
        one.call_id,
        other.call_id,
        silent.call_id,
    }
