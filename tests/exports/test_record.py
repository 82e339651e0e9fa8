"""The record holds the whole call and nothing private, and the same call gives the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exports.page_source import page_source
from exports.record import record_json
from exports.summarise import summarise
from scoring.call import Call
from scoring.codec import from_plain
from scoring.entry import Entry
from scoring.errors import SecondChairError
from scoring.facts import facts_of
from scoring.fold import fold
from scoring.notes import CurtainNotes
from scoring.rubric import Rubric, default_rubric
from scoring.store.store import Store
from scoring.version import VERSION
from tests.exports.builders import PRIYA, Told, a_debriefed_call, source_of, started

ROOT = Path(__file__).parents[2]


def record_of(folder: Path, told: Told) -> dict[str, Any]:
    return json.loads(record_json(source_of(folder, told)))


def test_the_whole_call_can_be_read_back_from_its_record(tmp_path: Path) -> None:
    told = started()
    told.book.mark("stays-calm", seen=True, words="struck later \x00 \ud83d 🚀")
    told.book.undo()
    told.end().view().debrief()
    record = record_of(tmp_path, told)
    entries = [from_plain(Entry, plain) for plain in record["entries"]]
    assert entries == told.written
    call = from_plain(Call, record["call"])
    assert facts_of(call, fold(entries)) == facts_of(told.call, told.book.state)
    assert Rubric.from_json(record["rubric"]) == default_rubric()


def test_the_record_names_its_format_and_writer(tmp_path: Path) -> None:
    record = record_of(tmp_path, a_debriefed_call())
    assert (record["format"], record["app"]) == (1, {"name": "Second Chair", "version": VERSION})
    assert record["manager"]["organisation"] == "Northwind Chairs"
    assert record["facts"]["phase"] == "closed"


def test_the_rep_is_named_but_nothing_private_about_them_is_said(tmp_path: Path) -> None:
    told = a_debriefed_call()
    told.rep = replace(PRIYA, employee_number="4711", coaching="COACHING-MARKER")
    data = record_json(source_of(tmp_path, told))
    assert json.loads(data)["rep"] == {
        "id": str(PRIYA.id),
        "name": "Priya Nair",
        "employee_number": "4711",
        "team": "",
        "title": "",
    }
    assert b"COACHING" not in data


def test_what_was_written_on_the_curtain_is_in_neither_page_nor_record(tmp_path: Path) -> None:
    told = a_debriefed_call()
    store = Store.open(tmp_path)
    try:
        told.keep(store)
        store.drafts.put(told.call.id, CurtainNotes.__name__, CurtainNotes(text="CURTAIN-MARKER"))
        source = page_source(store, told.call.id)
    finally:
        store.close()
    assert b"CURTAIN" not in record_json(source)
    assert "CURTAIN" not in str(summarise(source))


def test_the_rest_of_what_was_said_is_in_the_record(tmp_path: Path) -> None:
    data = record_json(source_of(tmp_path, a_debriefed_call())).decode()
    assert "SELFVIEW-MARKER" in data
    assert '"nerves":"a_lot"' in data


def test_there_is_no_record_of_a_sealed_view(tmp_path: Path) -> None:
    with pytest.raises(SecondChairError):
        record_json(source_of(tmp_path, started().end().view()))


def test_the_record_is_canonical(tmp_path: Path) -> None:
    data = record_json(source_of(tmp_path, a_debriefed_call()))
    again = json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert data == again


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    expected = record_json(source_of(tmp_path, a_debriefed_call()))
    script = (
        "import sys; from pathlib import Path; from uuid import UUID\n"
        "from exports.page_source import page_source; from exports.record import record_json\n"
        "from scoring.store import Store\n"
        "store = Store.open_read_only(Path(sys.argv[1]))\n"
        "sys.stdout.buffer.write(record_json(page_source(store, UUID(sys.argv[2]))))\n"
    )
    call_id = str(json.loads(expected)["call"]["id"])
    for seed, zone in (("0", "UTC"), ("1", "Asia/Kathmandu")):
        run = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path), call_id],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        )
        assert run.stdout == expected
