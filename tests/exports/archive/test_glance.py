"""A page at a glance says the same as when it is read."""

from __future__ import annotations

import json

import pytest

from exports.archive.glance import glance
from exports.record import record_json
from scoring.entry import ScanKept
from scoring.errors import SecondChairError
from tests.conftest import Amount
from tests.exports.archive.builders import a_page
from tests.exports.random_calls import RandomCalls


def test_it_says_which_page_of_which_call(amount: Amount) -> None:
    calls = RandomCalls(seed=8)
    for _ in range(amount(15, 200)):
        source = calls.call().source()
        seen, entries = glance(record_json(source)), source.version.entries
        assert (seen.call_id, seen.created_at) == (source.call.id, source.call.created_at)
        assert (seen.page, seen.entries) == (source.version.number, len(entries))
        assert seen.manager == source.manager.name
        kept = {entry.what.scan.sha256 for entry in entries if isinstance(entry.what, ScanKept)}
        assert seen.scans == kept


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("call", None),
        ("call", {"id": "x", "created_at": "2026-11-23T10:00:00+01:00"}),
        ("call", {"id": "00c0ffee-0000-4000-8000-000000000001", "created_at": "2026-11-23T10:00:00"}),
        ("entries", 5),
        ("entries", [5]),
        ("entries", [{"what": {"kind": "scan", "scan": {"sha256": 5}}}]),
        ("manager", {"name": None}),
    ],
)
def test_what_is_no_record_is_refused(key: str, value: object) -> None:
    plain = json.loads(record_json(a_page()))
    with pytest.raises(SecondChairError):
        glance(json.dumps({**plain, key: value}).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"[" * 100_000])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(SecondChairError):
        glance(data)
