"""The commands say what the library found, end with what it means, and stop when they are told to."""

from __future__ import annotations

import argparse
import io
import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from exports.archive import commands
from exports.archive.manifest import MANIFEST
from exports.archive.report import Progress, Report, Stopped
from exports.arguments import make_parser
from exports.commands import run
from tests.exports.archive.filling import opened, three_calls

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with opened(tmp_path / "data") as store:
        three_calls(store, tmp_path / "archive")
    return tmp_path / "archive"


def typed(*words: object) -> argparse.Namespace:
    return make_parser().parse_args(["archive", *map(str, words)])


def done(*words: object) -> int:
    arguments = typed(*words)
    return run(arguments, getattr(arguments, "data_dir", None) or Path("nowhere"))


def test_a_whole_archive_is_well(archive: Path, capsys: Printed) -> None:
    assert done("verify", archive) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "5 files were looked at. 2 superseded. All is well."


def test_what_is_wrong_is_said_and_ends_with_one(archive: Path, capsys: Printed) -> None:
    (archive / "notes.txt").write_text("hello")
    assert done("verify", archive) == 1
    line = "unknown: notes.txt: It is not listed, and no page. Somebody put it there."
    assert line in capsys.readouterr().out.splitlines()


def test_as_json_it_says_the_same(archive: Path, capsys: Printed) -> None:
    (archive / "notes.txt").write_text("hello")
    assert done("verify", archive, "--json") == 1
    plain = json.loads(capsys.readouterr().out)
    assert {key: plain[key] for key in ("ok", "stopped", "files", "calls")} == {
        "ok": False,
        "stopped": False,
        "files": 6,
        "calls": 0,
    }
    assert {"path": "notes.txt", "verdict": "unknown"}.items() <= plain["findings"][-1].items()


def test_the_data_comes_back_and_what_does_not_is_said(
    archive: Path, tmp_path: Path, capsys: Printed
) -> None:
    assert done("restore", archive, "--data-dir", tmp_path / "new") == 0
    out = capsys.readouterr().out
    assert "3 calls were brought back." in out
    assert "private" in out
    with opened(tmp_path / "new") as store:
        assert len(store.calls.all()) == 3
    assert done("restore", archive, "--data-dir", tmp_path / "other", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["not_brought_back"]) == 5


def test_nothing_to_bring_back_ends_with_one(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "archive").mkdir()
    assert done("restore", tmp_path / "archive", "--data-dir", tmp_path / "new") == 1
    assert "There is no call to bring back." in capsys.readouterr().out


def test_the_lists_are_made_anew(archive: Path, capsys: Printed) -> None:
    (archive / MANIFEST).unlink()
    assert done("rebuild", archive) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "5 files are listed."
    assert done("verify", archive) == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("verify",),
        ("restore", "archive"),
        ("burn", "archive"),
        ("verify", "archive", "--manager", "Dana"),
    ],
)
def test_wrong_usage_ends_with_two(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        typed(*words)
    assert ended.value.code == 2


def test_ctrl_c_stops_it_with_a_sentence(
    archive: Path, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, before = commands.restore, signal.getsignal(signal.SIGINT)

    def interrupted(*given: Any, stopped: Stopped, **named: Any) -> Report:
        signal.raise_signal(signal.SIGINT)
        return real(*given, stopped=stopped, **named)

    monkeypatch.setattr(commands, "restore", interrupted)
    assert done("restore", archive, "--data-dir", tmp_path / "new") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Stopped before the end. There is no new data."
    assert not (tmp_path / "new").exists()
    assert signal.getsignal(signal.SIGINT) == before


def test_on_a_terminal_it_says_how_far_it_is_a_few_times_a_second(
    archive: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def busy(_folder: Path, *, progress: Progress, stopped: Stopped) -> Report:
        assert not stopped()
        for step in range(1_000):
            progress(step, 1_000)
        return Report(findings=(), files=0)

    terminal, seconds = Terminal(), iter(number / 1_000 for number in range(1_000, 2_001))
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(commands.time, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(commands, "verify", busy)
    assert done("verify", archive) == 0
    written = [line.strip() for line in terminal.getvalue().split("\r") if line.strip()]
    assert written == ["0%, Ctrl-C stops", "30%, Ctrl-C stops", "60%, Ctrl-C stops", "90%, Ctrl-C stops"]
    assert terminal.getvalue().endswith("\r")
    assert "%" not in capsys.readouterr().out


def test_into_a_pipe_no_progress_is_written(archive: Path, capsys: Printed) -> None:
    done("verify", archive)
    assert capsys.readouterr().err == ""
