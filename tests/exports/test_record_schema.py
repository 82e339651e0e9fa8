"""The schema in docs/ says how a record is written, and nothing else passes for one."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from exports.record import FORMAT, record_json
from scoring.codec import to_plain
from scoring.entry import Correctable, HandedOver, What
from scoring.rubric import Rubric
from tests.conftest import Amount
from tests.exports.builders import a_debriefed_call, source_of
from tests.exports.random_calls import RandomCalls
from tests.scoring.any_rubrics import rubrics
from tests.scoring.strategies import broken_texts, whats

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / f"record-{FORMAT}.schema.json").read_text("utf-8")
)
RECORD = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
RUBRIC = Draft202012Validator({"$ref": "#/$defs/rubric", "$defs": SCHEMA["$defs"]})
WHAT = Draft202012Validator({"$ref": "#/$defs/what", "$defs": SCHEMA["$defs"]})


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_record_keeps_to_it(amount: Amount) -> None:
    calls = RandomCalls(seed=12)
    for _ in range(amount(30, 400)):
        RECORD.validate(json.loads(record_json(calls.call().source())))


@given(whats(broken_texts).filter(lambda what: not isinstance(what, HandedOver)))
def test_whatever_is_logged_keeps_to_it(what: What) -> None:
    WHAT.validate(json.loads(json.dumps(to_plain(what))))


@settings(max_examples=10)
@given(rubrics(most_skills=2))
def test_whatever_rubric_was_used_keeps_to_it(rubric: Rubric) -> None:
    RUBRIC.validate(rubric.to_json())


@pytest.mark.parametrize(("name", "union"), [("what", What), ("correctable", Correctable)])
def test_it_knows_every_kind_of_entry_and_every_key_of_each(name: str, union: Any) -> None:
    refs = (choice["$ref"].rpartition("/")[2] for choice in SCHEMA["$defs"][name]["oneOf"])
    objects = [SCHEMA["$defs"][ref] for ref in refs]
    described = {one["properties"]["kind"]["const"]: set(one["properties"]) for one in objects}
    assert described == {
        kind.KIND: {"kind", *(field.name for field in fields(kind))}
        for kind in set(get_args(union)) - {HandedOver}
    }


def test_every_object_in_it_is_closed_and_described() -> None:
    objects = {name: one for name, one in SCHEMA["$defs"].items() if one.get("type") == "object"}
    assert [name for name, one in objects.items() if not one.get("description")] == []
    assert [name for name, one in objects.items() if one["additionalProperties"]] == []
    left_out = {name: set(one["properties"]) - set(one["required"]) for name, one in objects.items()}
    assert {name: keys for name, keys in left_out.items() if keys} == {
        "debrief": {"closings"},
        "repCard": {"started_on"},
        "rubric": {"summary", "call_types", "tenures"},
        "skill": {"checklist"},
        "teeUp": {"chosen_by"},
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", FORMAT + 1),
        ("entries", []),
        ("entries", [{"kind": "moment"}]),
        ("rep", {"name": "Priya"}),
        ("before", None),
        ("more", 1),
    ],
)
def test_another_shape_does_not_keep_to_it(tmp_path: Path, key: str, value: Any) -> None:
    record = json.loads(record_json(source_of(tmp_path, a_debriefed_call())))
    assert RECORD.is_valid(record)
    assert not RECORD.is_valid(record | {key: value})
