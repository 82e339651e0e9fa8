"""The commands as they are typed: real processes on real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest

from main import main
from scoring.debrief import Observation
from scoring.paths import DATABASE, default_data_dir
from scoring.store.store import Store
from scoring.version import VERSION
from tests.exports.builders import Told, a_debriefed_call, a_plan, a_view, started

ROOT = Path(__file__).parent.parent
PAGE = "2026-11-23 Northgate Dental (00C0FFEE).pdf"
SEALED = "SEALED-MARKER"


def typed(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program. :returns: what became of it; a traceback is never right."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in run.stderr, run.stderr
    return run


def one_sentence(run: subprocess.CompletedProcess[str]) -> str:
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1, run.stderr
    return run.stderr


def keep(folder: Path, *calls: Told) -> None:
    store = Store.open(folder)
    try:
        for told in calls:
            told.keep(store)
    finally:
        store.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """:returns: a data folder with one debriefed call."""
    keep(tmp_path / "data", a_debriefed_call())
    return tmp_path / "data"


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """:returns: a data folder with one call whose view waits for the rep, all of it marked."""
    told = started(plan=a_plan(customer="Elm Street Clinic"))
    told.book.mark("stays-calm", seen=True, words=SEALED)
    words = (Observation(words=SEALED),)
    keep(tmp_path / "sealed", told.end().view(a_view(outcome_words=SEALED, strengths=words, gaps=words)))
    return tmp_path / "sealed"


@pytest.fixture
def open_data(data: Path) -> Iterator[Path]:
    """:returns: the data folder while another copy of the app has it open."""
    store = Store.open(data)
    yield data
    store.close()


def test_the_version_is_said_without_loading_a_window() -> None:
    assert typed("--version").stdout == f"Second Chair {VERSION}\n"
    script = (
        "import sys, main\n"
        "try: main.main(['--version'])\n"
        "except SystemExit: print(*(name for name in sys.modules if name in sys.argv))\n"
    )
    heavy = ["PySide6", "reportlab", "uharfbuzz", "pypdfium2", "sqlite_utils", "scoring.store", "ui"]
    run = subprocess.run(
        [sys.executable, "-c", script, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == [f"Second Chair {VERSION}", ""]


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_may_stand_before_or_behind_the_command(data: Path, before: bool) -> None:
    folder = ("--data-dir", data)
    run = typed(*folder, "calls") if before else typed("calls", *folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "00C0FFEE | 2026-11-23 10:00 | Priya Nair | Northgate Dental | Closed | "
        "00c0ffee-0000-4000-8000-000000000001\n"
    )


def test_calls_are_listed_as_json(data: Path) -> None:
    assert json.loads(typed("calls", "--json", "--data-dir", data).stdout) == {
        "calls": [
            {
                "id": "00c0ffee-0000-4000-8000-000000000001",
                "short_id": "00C0FFEE",
                "when": "2026-11-23T10:00:00+09:00",
                "rep": "Priya Nair",
                "rep_id": "70000000-0000-4000-8000-000000000001",
                "customer": "Northgate Dental",
                "state": "closed",
                "state_words": "Closed",
                "has_page": True,
            }
        ]
    }


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_a_call_is_exported_by_the_beginning_of_its_id(
    data: Path, tmp_path: Path, paper: str, width: int
) -> None:
    run = typed("export", "00C0", "--out", tmp_path / "new/out", "--paper", paper, "--data-dir", data)
    path = tmp_path / "new/out" / PAGE
    assert (run.returncode, run.stdout) == (0, f"{path}\n")
    with pypdfium2.PdfDocument(path) as document:
        assert round(document[0].get_width()) == width


def test_all_exports_what_has_a_page_and_says_what_has_none(data: Path, tmp_path: Path) -> None:
    keep(data, started(2))
    command = ("--data-dir", data, "export", "all", "--out", tmp_path / "out")
    run = typed(*command)
    assert (run.returncode, run.stdout) == (0, f"{tmp_path / 'out' / PAGE}\n1 call has no page yet.\n")
    assert json.loads(typed(*command, "--json").stdout) == {
        "pages": [{"call": "00c0ffee-0000-4000-8000-000000000001", "path": str(tmp_path / "out" / PAGE)}],
        "without_page": ["00c0ffee-0000-4000-8000-000000000002"],
    }
    assert [path.name for path in (tmp_path / "out").iterdir()] == [PAGE]


@pytest.mark.parametrize("call", ["00c0", "all-of-them", "f", ""])
def test_a_call_that_is_not_one_is_refused(data: Path, tmp_path: Path, call: str) -> None:
    keep(data, started(2))
    run = typed("export", call, "--out", tmp_path / "out", "--data-dir", data)
    assert run.returncode == 1
    assert one_sentence(run)
    assert not (tmp_path / "out").exists()


def test_nothing_of_a_sealed_view_is_given_away(sealed: Path, tmp_path: Path) -> None:
    folder = ("--data-dir", sealed)
    listed = typed("calls", *folder)
    assert "Ended, debrief is next" in listed.stdout
    refused = typed("export", "00c0", "--out", tmp_path / "out", *folder)
    assert refused.returncode == 1
    assert "The page is made after the debrief." in one_sentence(refused)
    runs = [
        listed,
        refused,
        typed("calls", "--json", *folder),
        typed("export", "all", "--out", tmp_path / "out", *folder),
        typed("export", "all", "--json", "--out", tmp_path / "out", *folder),
        typed("check", *folder),
        typed("check", "--json", *folder),
    ]
    assert all(SEALED not in run.stdout + run.stderr for run in runs)
    assert list((tmp_path / "out").iterdir() if (tmp_path / "out").exists() else []) == []


def test_reading_commands_work_while_the_window_is_open(open_data: Path, tmp_path: Path) -> None:
    assert typed("calls", "--data-dir", open_data).returncode == 0
    assert typed("check", "--data-dir", open_data).returncode == 0
    assert typed("export", "all", "--out", tmp_path / "out", "--data-dir", open_data).returncode == 0
    assert (tmp_path / "out" / PAGE).exists()


def test_a_sound_file_checks_well(data: Path) -> None:
    run = typed("check", "--data-dir", data)
    assert (run.returncode, run.stdout) == (0, "All is well.\n")
    assert json.loads(typed("check", "--json", "--data-dir", data).stdout) == {"ok": True, "problems": []}


def test_facts_that_differ_from_the_entries_are_found(data: Path) -> None:
    store = Store.open(data)
    [facts] = store.facts.all()
    store.facts.put(replace(facts, customer="Somebody else"))
    store.close()
    run = typed("check", "--data-dir", data)
    assert run.returncode == 1
    assert "00c0ffee-0000-4000-8000-000000000001" in run.stdout
    found = typed("check", "--json", "--data-dir", data)
    assert found.returncode == 1
    assert json.loads(found.stdout)["ok"] is False


@pytest.mark.parametrize("command", [("calls",), ("check",), ("export", "all", "--out", "out")])
def test_a_file_that_is_none_of_ours_is_refused_and_left_alone(
    data: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    damaged = data / DATABASE
    damaged.write_bytes(b"not a database" * 1000)
    run = typed(*command[:3], *([tmp_path / "out"] if len(command) == 4 else []), "--data-dir", data)
    assert run.returncode == 1
    assert "damaged" in one_sentence(run)
    assert damaged.read_bytes() == b"not a database" * 1000


def test_a_folder_without_data_is_refused_and_stays_empty(tmp_path: Path) -> None:
    run = typed("calls", "--data-dir", tmp_path)
    assert run.returncode == 1
    assert "--data-dir" in one_sentence(run)
    assert list(tmp_path.iterdir()) == []


def test_the_self_test_passes_and_leaves_the_data_alone(tmp_path: Path) -> None:
    run = typed("selftest", "--data-dir", tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert [line.partition(":")[0] for line in run.stdout.splitlines()] == [
        "Database",
        "Rubrics",
        "Fonts",
        "Page",
    ]
    assert list(tmp_path.iterdir()) == []
    told = json.loads(typed("selftest", "--json").stdout)
    assert told["ok"] is True
    assert all(check["ok"] for check in told["checks"])


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("calls", "--nonsense"),
        ("export", "all"),
        ("export", "--out", "x"),
        ("export", "all", "--out", "x", "--paper", "a3"),
        ("--json",),
        ("replay",),
        ("replay", "x.rttm"),
        ("replay", "x.rttm", "--rep", "A", "--lag", "-1"),
        ("calls", "--data"),
    ],
)
def test_wrong_usage_is_one_sentence_and_two(words: tuple[str, ...]) -> None:
    run = typed(*words)
    assert run.returncode == 2
    assert one_sentence(run)


def test_a_console_without_the_letters_still_gets_its_list(tmp_path: Path) -> None:
    keep(tmp_path, started(plan=a_plan(customer="株式会社 Müller\n\x1b[31m")))
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    run = typed("calls", "--data-dir", tmp_path, **plain)
    assert run.returncode == 0
    assert "\\u682a" in run.stdout
    assert "\x1b" not in run.stdout
    assert len(run.stdout.splitlines()) == 1
    as_json = json.loads(typed("calls", "--json", "--data-dir", tmp_path, **plain).stdout)
    assert as_json["calls"][0]["customer"] == "株式会社 Müller\n\x1b[31m"


@pytest.mark.parametrize("command", [("calls",), ("check",), ("selftest",), ("--version",)])
def test_a_pipe_that_nobody_reads_stops_nothing(data: Path, command: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data), *command],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_output_is_said(data: Path) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data), "calls"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closing a stream this way is the shell's")
def test_closed_streams_stop_nothing(data: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "main.py"}" --data-dir "{data}" calls >&- 2>&-'
    assert subprocess.run(["/bin/sh", "-c", command], check=False).returncode == 0


Handed = Callable[[str], list[object]]


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    """:returns: a way to see what the windowed module of a name is handed."""

    def watch(name: str) -> list[object]:
        seen: list[object] = []

        def run(argument: object) -> int:
            seen.append(argument)
            return 7

        monkeypatch.setitem(sys.modules, name, SimpleNamespace(run=run))
        return seen

    return watch


def test_no_command_opens_the_window_on_the_data(handed: Handed, tmp_path: Path) -> None:
    seen = handed("ui.app")
    assert main(["--data-dir", str(tmp_path)]) == 7
    assert seen == [tmp_path]


def test_the_window_opens_on_the_persons_own_data(handed: Handed) -> None:
    seen = handed("ui.app")
    assert main([]) == 7
    assert seen == [default_data_dir()]


def test_demo_and_replay_are_handed_their_options(handed: Handed, tmp_path: Path) -> None:
    demo, replay = handed("ui.demo"), handed("ui.replay")
    assert main(["demo", "--out", str(tmp_path)]) == 7
    assert main(["replay", "x.rttm", "--rep", "A", "--lag", "0.5", "--data-dir", str(tmp_path)]) == 7
    assert vars(demo[0]) == {"command": "demo", "data_dir": None, "out": tmp_path, "json": False}
    assert vars(replay[0]) == {
        "command": "replay",
        "data_dir": tmp_path,
        "turns": Path("x.rttm"),
        "rep": "A",
        "me": None,
        "lag": 0.5,
        "ignore_under": 1.5,
        "silence": 3.0,
        "out": None,
        "json": False,
    }
