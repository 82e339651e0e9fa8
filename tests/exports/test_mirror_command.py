from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.arguments import make_parser
from exports.commands import run
from exports.mirror_command import mirror_json, mirror_lines
from exports.mirror_said import all_said
from scoring.store.store import Store
from tests.builders import NINE, a_rep
from tests.exports.mirror_logs import a_call_for_the_mirror
from tests.exports.mirrors import a_mirror
from tests.scoring.mirror_calls import a_mirror_call, calls_with


def test_it_prints_the_words_of_the_screen_one_measure_a_line() -> None:
    found = a_mirror(calls_with("steps", 1, 1, 1, 1))
    first, one_thing, *measures = mirror_lines(found)
    assert first == "4 joint calls since 10 March 2026."
    assert one_thing.startswith("You stepped in without being asked on 4 of the last 4 calls")
    assert [line.split(":")[0] for line in measures] == [said.title for said in all_said(found).values()]
    assert "Step-ins a call: 1. On 4 observed calls. 0 asked for, 4 taken over." in measures


def test_calls_of_others_are_left_out_and_said_to_be() -> None:
    first, *_ = mirror_lines(a_mirror(calls_with("steps", 1), of_others=2))
    assert first == "1 joint call since 10 March 2026. 2 more are left out: somebody else sat in."


def test_json_has_the_figures_and_the_calls_behind_each() -> None:
    calls = calls_with("share", 0.1, 0.2, 0.3, 0.4, margin=5)
    without = a_mirror_call(9, debrief_begun=True, without_rep=True)
    told = mirror_json(a_mirror([*calls, without]))
    share = told["measures"]["own_share"]
    assert share["median"] == pytest.approx(0.25)
    assert share["points"][0] == {"call": str(calls[0].id), "value": 0.1}
    assert share["left_out"] == [str(without.id)]
    assert share["explanation"]
    assert told["measures"]["rep_first"]["without_rep"] == [str(without.id)]
    assert told["one_thing"] is None
    assert json.loads(json.dumps(told)) == told


def test_the_command_reads_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class At(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # pyright: ignore[reportIncompatibleMethodOverride]
            return NINE.astimezone(UTC)

    monkeypatch.setattr("exports.mirror_command.datetime", At)
    rep = a_rep()
    with closing(Store.open(tmp_path)) as store:
        store.reps.save(rep)
        call = a_call_for_the_mirror(store, rep, -30, taken_over=True)
    assert run(make_parser().parse_args(["mirror", "--json", "--months", "3"]), tmp_path) == 0
    told = json.loads(capsys.readouterr().out)
    (observed,) = told["observed"]
    assert (told["calls"], observed["call"], observed["steps"]) == (1, str(call.id), 1)
    assert told["measures"]["step_ins"]["taken_over"] == 1
    assert run(make_parser().parse_args(["mirror"]), tmp_path) == 0
    assert "1 joint call since" in capsys.readouterr().out
