"""A record is read back whole, or refused with a sentence; what is made up is never believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from exports.record import record_json
from exports.record_reader import MOST_ENTRIES, MOST_TURNS, read_record
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import default_rubric
from tests.builders import a_rubric_to_tick
from tests.conftest import Amount
from tests.exports.builders import a_debriefed_call, id_of, source_of
from tests.exports.random_calls import RandomCalls

Plain = dict[str, Any]
GONE = object()


@pytest.fixture
def plain(tmp_path: Path) -> Plain:
    return json.loads(record_json(source_of(tmp_path, a_debriefed_call())))


def read(plain: Plain) -> None:
    read_record(json.dumps(plain).encode())


def test_every_record_is_read_back_as_it_was_written(amount: Amount) -> None:
    calls = RandomCalls(seed=31)
    for _ in range(amount(50, 1_000)):
        source = calls.call().source()
        again = read_record(record_json(source))
        assert record_json(again) == record_json(source)
        assert (again.call, again.rubric) == (source.call, source.rubric)
        assert (again.version.number, again.version.replaces) == (
            source.version.number,
            source.version.replaces,
        )


def test_how_the_json_is_laid_out_does_not_matter(plain: Plain) -> None:
    turned = dict(reversed(plain.items()))
    assert record_json(read_record(json.dumps(turned, indent=3).encode())) == record_json(
        read_record(json.dumps(plain).encode())
    )


def test_the_facts_in_it_are_not_believed(plain: Plain) -> None:
    plain["facts"] = {"version": 99, "phase": "void"}
    assert json.loads(record_json(read_record(json.dumps(plain).encode())))["facts"]["phase"] == "closed"


def test_a_rubric_is_told_where_it_goes() -> None:
    with pytest.raises(SecondChairError, match="Take it in where the rubrics are, or with “rubric import”"):
        read(default_rubric().to_json())


def test_a_newer_one_is_refused_as_such(plain: Plain) -> None:
    with pytest.raises(KnownError, match="newer"):
        read(plain | {"format": 2, "something": "new"})


def repeat_an_entry(plain: Plain) -> None:
    plain["entries"].append(plain["entries"][1])


def add_an_entry(plain: Plain, **changes: Any) -> None:
    plain["entries"].append({**plain["entries"][-1], "id": str(uuid4()), **changes})


def add_one_of_another_call(plain: Plain) -> None:
    add_an_entry(plain, call_id=str(uuid4()))


def add_a_handing_over(plain: Plain) -> None:
    context = {key: plain[key] for key in ("rep", "manager", "before", "language")}
    what = {"kind": "handed_over", "how": "saved", "context": {**context, "app_version": "1"}, "paper": "a4"}
    add_an_entry(plain, what=what)


def name_another_rep(plain: Plain) -> None:
    plain["rep"]["id"] = str(uuid4())


def mark_what_the_rubric_does_not_have(plain: Plain) -> None:
    add_an_entry(plain, what={"kind": "mark", "skill": "dances-well", "seen": True, "words": ""})


def tick_what_no_checklist_has(plain: Plain) -> None:
    [viewed] = [one["what"] for one in plain["entries"] if one["what"]["kind"] == "viewed"]
    viewed["view"]["ratings"][0]["checked"] = [len(default_rubric().skills[0].checklist) + 1]


def drop_the_debrief(plain: Plain) -> None:
    plain["entries"] = [one for one in plain["entries"] if one["what"]["kind"] != "debriefed"]


def end_a_thousand_times(plain: Plain) -> None:
    for _ in range(MOST_TURNS):
        add_an_entry(plain, what={"kind": "ended"})


def log_without_end(plain: Plain) -> None:
    moment = {**plain["entries"][-1], "what": {"kind": "moment", "words": ""}}
    plain["entries"] += [moment] * MOST_ENTRIES


def set_at(plain: Any, place: str, value: Any) -> None:
    """Set what stands at a place such as ``entries.0.at``; GONE takes it away."""
    *way, last = (int(step) if step.isdigit() else step for step in place.split("."))
    for step in way:
        plain = plain[step]
    if value is GONE:
        del plain[last]
    else:
        plain[last] = value


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("format", GONE),
        ("facts", GONE),
        ("entries", GONE),
        ("before", GONE),
        ("more", 1),
        ("format", "1"),
        ("format", 0),
        ("format", True),
        ("app.name", "Third Chair"),
        ("entries", {}),
        ("entries", []),
        ("entries.0.offset_ms", -1),
        ("entries.0.offset_ms", 10**30),
        ("entries.0.offset_ms", 1.5),
        ("entries.0.offset_ms", False),
        ("entries.0.offset_ms", 0.0),
        ("entries.0.recalled", "yes"),
        ("entries.0.recalled", 0),
        ("entries.0.at", "2026-11-23T10:00:00"),
        ("entries.0.what.kind", "danced"),
        ("entries.0.what.tee_up.planned_minutes", 0),
        ("entries.0.what.tee_up.planned_minutes", 10**12),
        ("entries.0.what.tee_up.planned_at", "0001-01-01T00:00:00+14:00"),
        ("entries.0.what.tee_up.rubric_version", 7),
        ("entries.0.what.tee_up.focus_skills", ["dances-well"]),
        ("entries.1.at", "9999-12-31T23:59:59-12:00"),
        ("call.created_at", "0001-01-01T00:00:00+14:00"),
        ("call.rep_id", str(id_of(7))),
        ("call.id", "Q"),
        ("rep.id", str(id_of(7))),
        ("rep.name", " "),
        ("rep.coaching", "needs it straight"),
        ("rubric.skills", []),
        ("rubric.format", True),
        ("rubric.version", 1.0),
        ("rubric.skills.0.levels.0.number", True),
        ("language", "../../elsewhere"),
        ("manager", None),
        ("before.calls", "none"),
    ],
)
def test_a_value_that_is_not_as_it_was_written_is_refused_with_a_sentence(
    plain: Plain, place: str, value: Any
) -> None:
    read(plain)
    set_at(plain, place, value)
    with pytest.raises(SecondChairError, match="cannot be used"):
        read(plain)


@pytest.mark.parametrize(
    "spoil",
    [
        repeat_an_entry,
        add_one_of_another_call,
        add_a_handing_over,
        name_another_rep,
        mark_what_the_rubric_does_not_have,
        tick_what_no_checklist_has,
        drop_the_debrief,
        end_a_thousand_times,
        log_without_end,
    ],
)
def test_a_log_that_cannot_be_is_refused_with_a_sentence(
    plain: Plain, spoil: Callable[[Plain], object]
) -> None:
    spoil(plain)
    with pytest.raises(SecondChairError, match="cannot be used"):
        read(plain)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe{}",
        b"{" * 200_000,
        b"[" * 200_000,
        b'{"format": 1, "format": ' + b"9" * 10_000 + b"}",
        b'{"format": NaN}',
    ],
    ids=lambda data: f"{data[:9]!r} {len(data)}",
)
def test_what_is_no_record_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(SecondChairError, match="cannot be used"):
        read_record(data)


def test_ticks_come_back_with_the_words_they_stand_for(tmp_path: Path) -> None:
    rubric = a_rubric_to_tick(items=2)
    plain = json.loads(record_json(source_of(tmp_path, a_debriefed_call())))
    plain["rubric"] = rubric.to_json()
    for entry in plain["entries"]:
        if entry["what"]["kind"] == "planned":
            entry["what"]["tee_up"].update(rubric_id=rubric.id, rubric_version=rubric.version)
        if entry["what"]["kind"] == "viewed":
            entry["what"]["view"]["ratings"][0]["checked"] = [2]
            entry["what"]["view"]["ticked"] = [{"skill": rubric.skills[-1].id, "checked": [1, 2]}]
    again = read_record(json.dumps(plain).encode())
    assert json.loads(record_json(again))["entries"] == plain["entries"]
    tick_too_many = json.loads(json.dumps(plain).replace('"checked": [1, 2]', '"checked": [1, 3]'))
    with pytest.raises(SecondChairError, match="cannot be used"):
        read(tick_too_many)
