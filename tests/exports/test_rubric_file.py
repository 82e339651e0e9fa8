"""A rubric comes out of its file as it went in, and what is wrong with a file is said with its place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from exports.rubric_file import (
    MOST_FILE,
    is_rubric,
    read_rubric,
    rubric_bytes,
    rubric_file_name,
    rubric_from,
    write_rubric,
)
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import FORMAT, Rubric, shipped_rubrics
from tests.scoring.any_rubrics import a_full_rubric, rubrics
from tests.scoring.test_rubric import a_rubric

TEXT = rubric_bytes(a_rubric()).decode()


def refusal(data: bytes | str) -> str:
    with pytest.raises(SecondChairError) as raised:
        rubric_from(data.encode() if isinstance(data, str) else data)
    return raised.value.message


@settings(max_examples=15)
@given(rubrics(most_skills=3))
def test_a_rubric_of_any_script_comes_back_as_it_was(rubric: Rubric) -> None:
    assert rubric_from(rubric_bytes(rubric)) == rubric


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: f"{rubric.id} {rubric.version}")
def test_a_shipped_rubric_goes_through_a_file(tmp_path: Path, rubric: Rubric) -> None:
    write_rubric(rubric, tmp_path / "rubric.json")
    assert read_rubric(tmp_path / "rubric.json") == rubric


def test_the_same_rubric_gives_the_same_file_which_people_can_read(tmp_path: Path) -> None:
    path = tmp_path / "rubric.json"
    write_rubric(a_rubric(), path)
    first = path.read_bytes()
    write_rubric(read_rubric(path), path)
    assert path.read_bytes() == first == TEXT.encode()
    assert '\n  "name": "Field call",\n' in TEXT
    assert TEXT.endswith("}\n")
    assert "ü" in rubric_bytes(a_full_rubric("ü")).decode()


@pytest.mark.parametrize("letter", ["\U0001f600", "字", '"', "\\"])
def test_a_rubric_full_to_every_limit_fits_however_it_is_spelt(letter: str) -> None:
    rubric = a_full_rubric(letter)
    assert len(rubric_bytes(rubric)) < MOST_FILE / 4
    spelt_out = json.dumps(rubric.to_json(), indent=4).encode()
    assert len(spelt_out) < MOST_FILE
    assert rubric_from(spelt_out) == rubric


def test_an_editor_may_have_put_its_mark_before_it_and_windows_its_line_ends() -> None:
    assert rubric_from(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()) == a_rubric()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" " * (MOST_FILE + 1), "No rubric is that large. Choose a rubric that Second Chair wrote."),
        (b"", "It is no JSON any more from line 1, column 1 on. Ask for the file again."),
        (TEXT[:40], "It is no JSON any more from line 4, column 2 on. Ask for the file again."),
        (
            TEXT.encode("utf-16"),
            "Line 1 is not text in UTF-8. Save it as UTF-8, or ask for the file again.",
        ),
        (
            TEXT.replace("Skill 1", "Sk\udfffll 1").encode("utf-8", "surrogatepass"),
            "Line 10 is not text in UTF-8. Save it as UTF-8, or ask for the file again.",
        ),
        ("[" * 200_000, "Its brackets stand in each other deeper than in any rubric."),
        ('{"a":' * 100_000, "Its brackets stand in each other deeper than in any rubric."),
        (
            TEXT.replace('"no_chance": "', '"x}\\"": {}, "name": "Again", "no_chance": "', 1),
            "“name” stands twice in the braces that end in line 37. Take one of them out.",
        ),
        (
            TEXT.replace('"version": 3', '"version": ' + "3" * 900_000),
            "The rubric: “version” must be a whole number, 1 or more.",
        ),
        (TEXT.replace('"version": 3', '"version": NaN'), "The rubric: “version” must be a whole number."),
        (
            TEXT.replace('"number": 2', '"number": 1e999', 1),
            "Skill 1, level 2: “number” must be a whole number.",
        ),
        (
            TEXT.replace("Skill 2", "Skill \\ud800"),
            "Skill 2: “name” must be one line of text, without spaces around it.",
        ),
        ("[]", "The rubric: a group of named values in braces was expected."),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes | str, sentence: str) -> None:
    assert refusal(data) == sentence


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b'{"format": 1, "entries": [], "rubric": {}}'])
def test_a_pdf_and_the_record_of_a_call_are_told_from_a_rubric(data: bytes) -> None:
    assert refusal(data) == "A call is brought in where the calls are. A rubric is a JSON file of its own."


def test_a_rubric_is_told_from_the_record_of_a_call() -> None:
    assert is_rubric(a_rubric().to_json())
    assert not is_rubric({"format": 1, "entries": [], "rubric": a_rubric().to_json()})
    assert not is_rubric(["skills"])


def test_a_newer_file_asks_for_a_newer_app() -> None:
    newer = {**a_rubric().to_json(), "format": FORMAT + 1, "weights": [1, 2]}
    with pytest.raises(KnownError, match="Update the app"):
        rubric_from(json.dumps(newer).encode())


def test_what_is_not_there_or_no_file_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not there"):
        read_rubric(tmp_path / "gone.json")
    with pytest.raises(SecondChairError, match="is no file"):
        read_rubric(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has no name on Windows")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SecondChairError, match="is no file"):
        read_rubric(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("name", "file_name"),
    [
        ("Field call", "Field call, version 3.json"),
        ("CON", "CON, version 3.json"),
        ("A/B: what?", "A B what, version 3.json"),
        ("..", "Rubric, version 3.json"),
    ],
)
def test_it_has_a_name_that_every_system_takes(name: str, file_name: str) -> None:
    rubric = Rubric.from_json({**a_rubric().to_json(), "name": name})
    assert rubric_file_name(rubric) == file_name
