"""Rubrics go from one data folder to another as files, and nothing that is in use is changed by it."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exports.arguments import make_parser
from exports.commands import run
from exports.rubric_command import find_rubric, rubrics_in
from exports.rubric_file import read_rubric, write_rubric
from exports.rubric_paper import draw_rubric_paper
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import Rubric, default_rubric, shipped_rubrics
from scoring.store.store import Store
from tests.scoring.test_rubric import a_rubric
from tests.sized_rubrics import sized_rubric

THIRD = a_rubric()
FOURTH = replace(THIRD, version=4, skills=(replace(THIRD.skills[0], seen="Said anew."), *THIRD.skills[1:]))


def typed(*words: object) -> argparse.Namespace:
    return make_parser().parse_args(["rubric", *map(str, words)])


def keep(folder: Path, *rubrics: Rubric) -> None:
    with closing(Store.open(folder)) as store:
        for rubric in rubrics:
            store.rubrics.keep(rubric)


def kept(folder: Path, rubric_id: str = THIRD.id) -> list[Rubric]:
    with closing(Store.open(folder)) as store:
        return store.rubrics.versions(rubric_id)


def as_file(path: Path, rubric: Rubric) -> Path:
    write_rubric(rubric, path)
    return path


class Told:
    """What a command printed as JSON."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def by(self, folder: Path, *words: object) -> tuple[int, Any]:
        code = run(typed(*words, "--json"), folder)
        return code, json.loads(self._capsys.readouterr().out)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    return Told(capsys)


def test_the_list_is_an_array_of_the_latest_versions_by_name(tmp_path: Path, told: Told) -> None:
    keep(tmp_path, THIRD, FOURTH)
    code, found = told.by(tmp_path, "list")
    assert code == 0
    assert [one["name"] for one in found] == sorted((one["name"] for one in found), key=str.casefold)
    assert {
        "id": "field-call",
        "name": "Field call",
        "version": 4,
        "skills": ["Skill 1", "Skill 2"],
    } in found
    assert {one["id"] for one in found} == {"field-call", *(one.id for one in shipped_rubrics())}
    assert all(set(one) == {"id", "name", "version", "skills"} for one in found)


def test_the_rubrics_of_the_app_are_there_before_there_is_data(tmp_path: Path, told: Told) -> None:
    _, found = told.by(tmp_path / "none", "list")
    assert default_rubric().id in {one["id"] for one in found}
    assert not (tmp_path / "none").exists()


def test_the_list_for_people_is_in_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, replace(THIRD, name="A"))
    assert run(typed("list"), tmp_path) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert [cell.strip() for cell in first.split(" | ")] == ["A", "version 3", "2 skills", "field-call"]


@pytest.mark.parametrize("text", ["field-call", "field", "FIELD CALL", "Field call"])
def test_a_rubric_goes_into_another_folder_as_it_was(tmp_path: Path, text: str, told: Told) -> None:
    keep(tmp_path / "here", THIRD)
    file = tmp_path / "out.json"
    assert told.by(tmp_path / "here", "export", text, file) == (
        0,
        {"path": str(file), "id": "field-call", "version": 3},
    )
    assert read_rubric(file) == THIRD
    code, outcome = told.by(tmp_path / "there", "import", file)
    assert (code, [one["result"] for one in outcome["files"]]) == (0, ["new"])
    assert kept(tmp_path / "there") == [THIRD]
    code, outcome = told.by(tmp_path / "there", "import", file)
    assert (code, [one["result"] for one in outcome["files"]]) == (0, ["same"])


def test_any_version_can_be_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path / "data", THIRD, FOURTH)
    file = tmp_path / "out.json"
    assert run(typed("export", "field-call", file, "--version", 3), tmp_path / "data") == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert read_rubric(file) == THIRD
    with pytest.raises(SecondChairError, match="There are these versions of it: 3, 4"):
        run(typed("export", "field-call", file, "--version", 5), tmp_path / "data")


def test_an_export_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    keep(tmp_path / "data", THIRD, FOURTH)
    file = tmp_path / "out.json"
    for _ in range(2):  # the same bytes are no other file
        assert run(typed("export", "field-call", file), tmp_path / "data") == 0
    with pytest.raises(KnownError, match="something else"):
        run(typed("export", "field-call", file, "--version", 3), tmp_path / "data")
    assert read_rubric(file) == FOURTH


def test_what_only_came_with_a_call_is_not_the_version_that_is_listed_and_can_be_had_by_its_number(
    tmp_path: Path,
) -> None:
    keep(tmp_path, THIRD)
    with closing(Store.open(tmp_path)) as store:
        store.rubrics.keep(FOURTH, in_use=False)
    found = rubrics_in(tmp_path)
    assert find_rubric(found, "field-call") == THIRD
    assert find_rubric(found, "field-call", 4) == FOURTH


def test_an_id_goes_before_how_another_one_begins_and_before_a_name(tmp_path: Path) -> None:
    keep(tmp_path, THIRD, replace(THIRD, id="field-call-2"), replace(THIRD, id="other", name="field-call"))
    found = rubrics_in(tmp_path)
    assert find_rubric(found, "field-call") == THIRD
    with pytest.raises(SecondChairError, match="Give the id of one: field-call, field-call-2"):
        find_rubric(found, "field")
    with pytest.raises(SecondChairError, match="fits more than one"):
        find_rubric(found, "Field Call")
    with pytest.raises(SecondChairError, match="“rubric list” lists them"):
        find_rubric(found, "nothing")


def test_an_update_shows_its_differences_and_waits_to_be_asked_for(
    tmp_path: Path, told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path / "data", THIRD)
    file = as_file(tmp_path / "in.json", FOURTH)
    code, outcome = told.by(tmp_path / "data", "import", file)
    [one] = outcome["files"]
    assert (code, one["result"], one["version"]) == (1, "update", 4)
    assert [(line["was"], line["now"]) for line in one["differences"]] == [("What is seen.", "Said anew.")]
    assert kept(tmp_path / "data") == [THIRD]
    assert run(typed("import", file), tmp_path / "data") == 1
    first, what, *lines = capsys.readouterr().out.splitlines()
    assert first == (
        f"{file}: “Field call” comes as version 4. Here it is version 3. Nothing was changed. "
        "Give --update to take it in."
    )
    assert "Skill 1" in what
    assert lines == ["    was: What is seen.", "    now: Said anew."]


def test_an_update_that_is_asked_for_is_in_use_beside_what_was(tmp_path: Path, told: Told) -> None:
    keep(tmp_path / "data", THIRD)
    files = [as_file(tmp_path / "4.json", FOURTH), as_file(tmp_path / "2.json", replace(THIRD, version=2))]
    code, outcome = told.by(tmp_path / "data", "import", *files, "--update")
    assert (code, [one["result"] for one in outcome["files"]]) == (0, ["updated", "older"])
    assert outcome["files"][0]["differences"]
    assert kept(tmp_path / "data") == [THIRD, FOURTH]


def test_other_words_are_refused_or_become_a_copy(tmp_path: Path, told: Told) -> None:
    keep(tmp_path / "data", THIRD)
    file = as_file(tmp_path / "in.json", replace(FOURTH, version=3))
    code, outcome = told.by(tmp_path / "data", "import", file)
    assert (code, [one["result"] for one in outcome["files"]]) == (1, ["refused"])
    code, outcome = told.by(tmp_path / "data", "import", file, "--copy")
    [one] = outcome["files"]
    assert (code, one["result"], one["version"]) == (0, "copied", 1)
    assert [rubric.skills for rubric in kept(tmp_path / "data", one["rubric"])] == [FOURTH.skills]
    assert kept(tmp_path / "data") == [THIRD]


def test_a_file_that_is_refused_holds_up_no_other(tmp_path: Path, told: Told) -> None:
    (tmp_path / "bad.json").write_text("{}")
    files = [tmp_path / "bad.json", tmp_path / "gone.json", as_file(tmp_path / "in.json", THIRD)]
    code, outcome = told.by(tmp_path / "data", "import", *files)
    assert (code, [one["result"] for one in outcome["files"]]) == (1, ["refused", "refused", "new"])
    assert [one["rubric"] for one in outcome["files"]] == [None, None, "field-call"]
    assert kept(tmp_path / "data") == [THIRD]


def test_to_update_and_to_copy_are_not_asked_for_together(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        typed("import", "in.json", "--update", "--copy")
    assert "not allowed with" in capsys.readouterr().err


def test_a_rubric_is_written_on_one_sheet_and_says_what_found_no_room(told: Told, tmp_path: Path) -> None:
    keep(tmp_path, sized_rubric(12))
    path = tmp_path / "sheet.pdf"
    code, said = told.by(tmp_path, "paper", "ours", path, "--paper", "letter")
    assert code == 0
    assert path.read_bytes() == draw_rubric_paper(sized_rubric(12), "letter").pdf
    assert {"part": "checklist", "items": 36} in said["left_out"]


def test_a_shipped_rubric_is_written_on_paper_where_there_is_no_data_yet(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert run(typed("paper", default_rubric().id, path), tmp_path / "none") == 0
    assert path.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "none").exists()


def test_another_file_is_not_written_over_by_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_text("mine")
    with pytest.raises(KnownError, match="something else"):
        run(typed("paper", default_rubric().id, path), tmp_path)
    assert path.read_text() == "mine"
