"""The schema and the page in docs/ say how a rubric file is written, and the program takes just that."""

from __future__ import annotations

import json
import random
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from scoring.call_type import CallType
from scoring.errors import SecondChairError
from scoring.rubric import (
    FORMAT,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_ITEMS,
    MOST_SKILLS,
    Level,
    Rubric,
    Skill,
    shipped_rubrics,
)
from scoring.tenure import Tenure
from tests.conftest import Amount
from tests.exports.hostile_files import wrong_somewhere
from tests.scoring.any_rubrics import a_full_rubric, rubrics
from tests.scoring.test_rubric import a_rubric

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / f"rubric-{FORMAT}.schema.json").read_text("utf-8"))
PAGE = (DOCS / "rubric.md").read_text("utf-8")
RUBRIC = Draft202012Validator(SCHEMA)
NOT_IN_A_SCHEMA = ("Two skills have the same “id”.", "must name each at most once, in their order.")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=10)
@given(rubrics(most_skills=2))
def test_every_rubric_keeps_to_it(rubric: Rubric) -> None:
    RUBRIC.validate(rubric.to_json())


@pytest.mark.parametrize("rubric", [a_full_rubric(), a_rubric(), *shipped_rubrics()])
def test_so_do_the_fullest_and_those_of_the_app(rubric: Rubric) -> None:
    RUBRIC.validate(rubric.to_json())


def test_what_is_wrong_somewhere_is_wrong_for_both(amount: Amount) -> None:
    chance = random.Random(21)
    told = {True: 0, False: 0}
    for _ in range(amount(200, 5_000)):
        rubric = chance.choice([a_full_rubric("ü"), a_rubric()])
        plain = json.loads(wrong_somewhere(chance, json.dumps(rubric.to_json()).encode()))
        problem = problem_of(plain)
        if not problem.endswith(NOT_IN_A_SCHEMA):
            assert RUBRIC.is_valid(plain) == (not problem), problem
        told[not problem] += 1
    assert all(told.values())


@pytest.mark.parametrize(
    ("path", "value", "fits"),
    [
        (("name",), "x" * LONGEST_NAME, True),
        (("name",), "x" * (LONGEST_NAME + 1), False),
        (("name",), "\U0001f600" * LONGEST_NAME, True),
        (("name",), " Field call", False),
        (("name",), "Field call\u00a0", False),
        (("name",), "Field call\n", False),
        (("name",), "Field\u2028call", False),
        (("name",), "Field\x85call", False),
        (("name",), "Field \ud800", False),
        (("name",), "F", True),
        (("id",), "field-call\n", False),
        (("id",), "field--call", False),
        (("id",), "Field", False),
        (("version",), 0, False),
        (("version",), True, False),
        (("version",), 1_000_001, False),
        (("language",), "en\n", False),
        (("language",), "pt-BR", True),
        (("summary",), "", True),
        (("summary",), "Said shortly.", False),
        (("call_types",), [], True),
        (("call_types",), ["observe"], False),
        (("skills",), [], False),
        (("skills", 0, "seen"), "x" * (LONGEST_SENTENCE + 1), False),
        (("skills", 0, "checklist"), [], True),
        (("skills", 0, "checklist"), ["Asks."], False),
        (("skills", 0, "levels", 1, "number"), 3, False),
        (("format",), 2, True),
        (("format",), 3, False),
    ],
)
def test_what_fits_the_one_fits_the_other(path: tuple[str | int, ...], value: Any, *, fits: bool) -> None:
    plain = json.loads(json.dumps(a_rubric().to_json()))
    *way, key = path
    place: Any = plain
    for step in way:
        place = place[step]
    place[key] = value
    assert (not problem_of(plain), RUBRIC.is_valid(plain)) == (fits, fits)


@pytest.mark.parametrize(("name", "kind"), [("rubric", Rubric), ("skill", Skill), ("level", Level)])
def test_it_knows_every_key_and_which_may_be_left_out(name: str, kind: type) -> None:
    described = SCHEMA["$defs"][name]
    form = {"format"} if kind is Rubric else set[str]()
    assert set(described["properties"]) == form | {one.name for one in fields(kind)}
    assert set(described["required"]) == form | {one.name for one in fields(kind) if one.default is MISSING}
    assert not described["additionalProperties"]


def test_the_page_says_every_key_limit_and_word_in_the_order_of_the_schema() -> None:
    definitions = SCHEMA["$defs"]
    told = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert told == [*definitions["rubric"]["properties"], *definitions["skill"]["properties"]]
    assert all(f"`{key}`" in PAGE for key in definitions["level"]["properties"])
    assert all(f"`{one}`" in PAGE for one in (*CallType, *Tenure))
    limits = (LONGEST_NAME, LONGEST_SENTENCE, LONGEST_ITEM, MOST_ITEMS)
    assert all(f"up to {limit}" in PAGE for limit in limits)
    assert f"1 to {MOST_SKILLS} skills" in PAGE


def problem_of(plain: object) -> str:
    """:returns: why the program refuses it; empty where it does not."""
    try:
        Rubric.from_json(plain)
    except SecondChairError as error:
        return error.message
    return ""
