"""What is held as plain values for JSON files."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from exports.access_pack.gathering import HeldCall, gather_call, gather_person
from exports.access_pack.plain import about_plain, as_readable_json, call_plain
from scoring.store.store import Store
from tests.exports.builders import PRIYA, Told, a_debriefed_call, started


def held(folder: Path, told: Told) -> HeldCall:
    with closing(Store.open(folder)) as store:
        told.keep(store)
        return gather_call(store, told.call.id)


def test_a_call_is_told_whole_in_data_and_in_words(tmp_path: Path) -> None:
    told = started()
    told.book.words("What would it cost you?")
    told.book.undo()
    told.end().view().debrief()
    plain = call_plain(held(tmp_path, told))
    assert plain["state"] == "Closed"
    assert plain["agreed_before"]["customer"] == "Northgate Dental"
    assert plain["own_view"]["in_words"].startswith("Went well: SELFVIEW-MARKER")
    assert plain["managers_view"]["outcome"] == "best"
    assert plain["agreed_after"]["comment"] == "I knew it the moment I said it."
    said = [(line["what"], line["words"], line["stands"]) for line in plain["log"]]
    assert ("Words that were said", "What would it cost you?", False) in said
    assert len(said) == len(told.written)


def test_of_a_sealed_view_it_is_only_said_that_it_is_there(tmp_path: Path) -> None:
    told = started()
    told.end().view()
    plain = call_plain(held(tmp_path, told))
    assert plain["managers_view"] == {
        "in_words": "Left out: the manager's view stays closed until the rep has spoken about the call first."
    }
    assert "viewed" not in [line["entry"]["what"]["kind"] for line in plain["log"]]
    assert "Pilot agreed" not in json.dumps(plain)


def test_a_call_that_is_only_planned_has_nothing_of_what_comes_later(tmp_path: Path) -> None:
    plain = call_plain(held(tmp_path, Told()))
    assert plain["own_view"] is plain["managers_view"] is plain["agreed_after"] is None


def test_the_person_is_told_with_the_private_notes(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        a_debriefed_call().keep(store)
        plain = about_plain(gather_person(store, PRIYA.id))
    assert plain["entries"][0]["coaching"] == PRIYA.coaching
    assert plain["manager"]["name"] == "Dana Whitfield"


def test_the_file_is_readable_and_can_be_read_back() -> None:
    data = as_readable_json({"name": "Söhne \ud83d", "list": [1]})
    assert "Söhne".encode() in data
    assert json.loads(data) == {"name": "Söhne \ufffd", "list": [1]}
    assert b"\n  " in data
