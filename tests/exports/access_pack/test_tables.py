"""Calls and logs as tables."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from pathlib import Path

from exports.access_pack.gathering import gather_call
from exports.access_pack.tables import as_csv, call_head, call_row, entry_head, entry_rows
from scoring.store.store import Store
from tests.exports.builders import a_plan, started


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_call_is_a_line_and_its_log_is_one_line_an_entry(tmp_path: Path) -> None:
    told = started(plan=a_plan(customer="Northgate\nDental"))
    told.book.words("First")
    told.book.undo()
    told.clock.go(12.5)
    told.end().view().debrief()
    with closing(Store.open(tmp_path)) as store:
        told.keep(store)
        held = gather_call(store, told.call.id)
    assert dict(zip(call_head(), call_row(held, "calls/a.json"), strict=True)) == {
        "Day": "2026-11-23",
        "Time": "10:00:00+09:00",
        "Customer": "Northgate Dental",
        "Purpose": "Agree the pilot's scope",
        "State": "Closed",
        "Length": "12:30",
        "Pages": "1",
        "File": "calls/a.json",
    }
    rows = entry_rows(held, "a")
    assert len(rows) == len(told.written)
    assert all(len(row) == len(entry_head()) for row in rows)
    heard = next(row for row in rows if row[4] == "Words that were said")
    assert heard[3:] == ["00:00", "Words that were said", "First", "", "no, it was corrected or taken back"]


def test_a_table_keeps_every_letter_and_no_cell_is_a_formula() -> None:
    rows = [["=1+1", 'He said "no", then', "two\nlines"], ["مختبر", "", "\ud83d"]]
    assert read(as_csv(["A", "B", "C"], rows)) == [
        ["A", "B", "C"],
        ["'=1+1", 'He said "no", then', "two\nlines"],
        ["مختبر", "", "\ufffd"],
    ]
