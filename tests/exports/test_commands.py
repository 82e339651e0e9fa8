"""What commands do with settings and damage; as processes they are tried in tests/test_main.py."""

from __future__ import annotations

import argparse
import json
import locale
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from exports.arguments import make_parser
from exports.commands import run
from scoring.people import Rep
from scoring.preferences import Paper, Preferences
from scoring.store.store import Store
from tests.exports.builders import MORNING, PRIYA, Told, a_debriefed_call, a_plan, id_of, started


def keep(folder: Path, *calls: Told, paper: Paper = Paper.AUTO) -> None:
    store = Store.open(folder)
    for told in calls:
        told.keep(store)
    store.settings.put("preferences", Preferences(paper=paper))
    store.close()


def typed(*words: object) -> argparse.Namespace:
    return make_parser().parse_args([str(word) for word in words])


@pytest.mark.parametrize(
    ("paper", "region", "width"),
    [
        (Paper.LETTER, "de_DE", 612),
        (Paper.AUTO, "en_US", 612),
        (Paper.AUTO, "de_DE", 595),
        (Paper.A4, "en_US", 595),
        (Paper.AUTO, "C", 595),
    ],
)
def test_the_paper_is_that_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: Paper, region: str, width: int
) -> None:
    def setlocale(_category: int) -> str:
        return f"{region}.UTF-8"

    monkeypatch.setattr(locale, "setlocale", setlocale)
    keep(tmp_path / "data", a_debriefed_call(), paper=paper)
    assert run(typed("export", "ALL", "--out", tmp_path / "out"), tmp_path / "data") == 0
    [path] = (tmp_path / "out").iterdir()
    with pypdfium2.PdfDocument(path) as document:
        assert round(document[0].get_width()) == width


def test_the_list_is_in_columns_latest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    early = Told(1, plan=a_plan(customer=""), at=MORNING.replace(day=1))
    other = Told(2, rep=Rep(id=id_of(50), name="Jo"), at=MORNING)
    keep(tmp_path, early, other)
    assert run(typed("calls"), tmp_path) == 0
    assert [line.split(" | ")[1:5] for line in capsys.readouterr().out.splitlines()] == [
        ["2026-11-23 09:00", "Jo        ", "Northgate Dental", "Planned"],
        ["2026-11-01 09:00", "Priya Nair", "–               ", "Planned"],
    ]


def test_an_empty_list_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path)
    assert run(typed("calls"), tmp_path) == 0
    assert capsys.readouterr().out == "There are no calls yet.\n"


def test_damage_that_only_a_full_look_finds_is_a_problem_not_a_refusal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path, *(a_debriefed_call(number) for number in range(1, 9)))
    path = tmp_path / "secondchair.db"
    data = bytearray(path.read_bytes())
    pages = range(0, len(data), 4096)
    for start in [page for page in pages if b"Northgate" in data[page : page + 4096]]:
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)
    assert run(typed("check", "--json"), tmp_path) == 1
    assert '"ok": false' in capsys.readouterr().out


def test_pages_are_taken_in_one_by_one_and_each_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path / "here", a_debriefed_call())
    run(typed("export", "all", "--out", tmp_path / "out"), tmp_path / "here")
    [page] = (tmp_path / "out").iterdir()
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7")
    capsys.readouterr()
    files = (page, tmp_path / "other.pdf", page)
    assert run(typed("import", *files, "--json"), tmp_path / "there") == 1
    told = json.loads(capsys.readouterr().out)["files"]
    assert [one["result"] for one in told] == ["new", "refused", "same"]
    assert [one["call"] for one in told] == [str(id_of(1)), None, str(id_of(1))]
    assert run(typed("import", page), tmp_path / "there") == 0
    assert capsys.readouterr().out.strip() == f"{page}: {told[2]['sentence']}"


def test_an_access_pack_is_written_for_a_rep_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = started(2)
    sealed.end().view()
    keep(tmp_path / "data", a_debriefed_call(1), sealed)
    words = typed("access-pack", "PRIYA nair", "--out", tmp_path / "new" / "out", "--json")
    assert run(words, tmp_path / "data") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["calls"], told["pages"], told["withheld"]) == (2, 1, 1)
    assert told["rep_id"] == str(PRIYA.id)
    with zipfile.ZipFile(told["path"]) as pack:
        assert "Start here.html" in pack.namelist()
    assert run(typed("access-pack", "7000", "--out", tmp_path / "new" / "out"), tmp_path / "data") == 0
    [path, sentence] = capsys.readouterr().out.splitlines()
    assert path.endswith(" 2.zip")
    assert sentence == "The manager’s view of 1 call is left out until the rep has spoken."


def test_a_copy_of_everything_is_made_and_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path / "data", a_debriefed_call())
    (tmp_path / "stick").mkdir()
    for options in ([], ["--out", tmp_path / "stick"]):
        assert run(typed("backup", *options), tmp_path / "data") == 0
        assert Path(capsys.readouterr().out.strip()).exists()
    assert run(typed("backup", "--json"), tmp_path / "data") == 0
    assert Path(json.loads(capsys.readouterr().out)["path"]).parent == tmp_path / "data" / "backups"
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_a_rep_is_told_over_all_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, a_debriefed_call())
    assert run(typed("rep", "priya nair"), tmp_path) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["Priya Nair", "1 joint call, in November."]
    assert run(typed("rep", "priya nair", "--json"), tmp_path) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rep_id"] == str(PRIYA.id)
    assert [visit["call_id"] for visit in told["visits"]] == [str(id_of(1))]
