"""Real turns, tapped through the real live screen: the record tells who had the floor, nearly as it was."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from exports.arguments import make_parser
from exports.reading import reading
from scoring.entry import Floor
from scoring.errors import KnownError, SecondChairError
from scoring.floor import FloorSpan, floor_spans
from scoring.state import CallState, Phase
from scoring.store import Store
from scoring.turns import read_turns
from ui.replay import Meeting, replay, run, watch

MEETINGS = sorted((Path(__file__).parent.parent / "data" / "meetings").glob("*.rttm"))
PARTIES = ("rep", "customer", "me")

SHORT = """\
SPEAKER talk 1 0.0 400.0 <NA> <NA> ann <NA> <NA>
SPEAKER talk 1 402.0 300.0 <NA> <NA> bob <NA> <NA>
SPEAKER talk 1 710.0 20.0 <NA> <NA> cleo <NA> <NA>
"""


def arguments(turns: Path, *more: str) -> list[str]:
    return ["replay", str(turns), *more]


def meeting_of(turns: Path, *more: str) -> Meeting:
    return watch(make_parser().parse_args(arguments(turns, *more)))


def most_and_least(turns: Path) -> tuple[str, str]:
    spoken: Counter[str] = Counter()
    for turn in read_turns(turns):
        spoken[turn.speaker] += turn.end_ms - turn.start_ms
    names = [name for name, _ in spoken.most_common()]
    return names[0], names[-1]


def stored_state(folder: Path, call: str) -> CallState:
    with reading(folder) as store:
        return store.state(UUID(call))


def logged_spans(meeting: Meeting) -> list[FloorSpan]:
    """:returns: who has the floor from each tap to the next, and from the last to the end."""
    ends = [*(tap.offset_ms for tap in meeting.taps), meeting.end_ms][1:]
    pairs = zip(meeting.taps, ends, strict=True)
    return [FloorSpan(tap.offset_ms, end, tap.floor) for tap, end in pairs if end > tap.offset_ms]


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "talk.rttm"
    path.write_text(SHORT, "utf-8")
    return path


@pytest.fixture(scope="module")
def replayed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every recorded meeting with its rep as the most and me as the least talkative, replayed once."""
    results: dict[str, Any] = {}
    for turns in MEETINGS:
        folder = tmp_path_factory.mktemp(turns.stem)
        rep, me = most_and_least(turns)
        meeting = meeting_of(turns, "--rep", rep, "--me", me)
        results[turns.stem] = (meeting, folder, replay(meeting, folder, folder / "out"))
    return results


@pytest.mark.parametrize("name", [turns.stem for turns in MEETINGS])
def test_every_recorded_meeting_is_logged_within_six_points_a_party(
    replayed: dict[str, Any], name: str
) -> None:
    _, _, result = replayed[name]
    assert max(result["error_points"].values()) <= 6
    assert sum(result["logged_share"].values()) == pytest.approx(1)
    for party in PARTIES:
        error = abs(result["logged_share"][party] - result["true_share"][party]) * 100
        assert result["error_points"][party] == pytest.approx(error, abs=0.001)


def test_the_recorded_meetings_are_logged_within_two_points_on_average(replayed: dict[str, Any]) -> None:
    errors = [error for _, _, result in replayed.values() for error in result["error_points"].values()]
    assert len(errors) == 3 * len(MEETINGS) == 18
    assert sum(errors) / len(errors) <= 2


@pytest.mark.parametrize("name", [turns.stem for turns in MEETINGS])
def test_the_strip_shows_exactly_the_logged_spans(replayed: dict[str, Any], name: str) -> None:
    meeting, folder, result = replayed[name]
    assert list(floor_spans(stored_state(folder, result["call"]))) == logged_spans(meeting)


@pytest.mark.parametrize("name", [turns.stem for turns in MEETINGS])
def test_every_tap_is_an_entry_and_the_data_is_sound(replayed: dict[str, Any], name: str) -> None:
    meeting, folder, result = replayed[name]
    assert result["taps"] == len(meeting.taps)
    assert result["entries"] == len(stored_state(folder, result["call"]).entries)
    assert result["seconds"] == meeting.end_ms / 1000
    with reading(folder) as store:
        assert store.check() == []


def test_the_call_is_debriefed_without_the_rep_and_its_page_is_one_pdf(
    qapp: QApplication, short: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = replay(meeting_of(short, "--rep", "ann", "--me", "cleo"), tmp_path / "data", out)
    state = stored_state(tmp_path / "data", result["call"])
    assert state.phase == Phase.DEBRIEFED
    assert state.without_rep
    assert [path.name for path in out.iterdir()] == [Path(result["pdf"]).name]
    assert Path(result["pdf"]).read_bytes().startswith(b"%PDF-")


def test_without_a_folder_the_page_lies_beside_the_data(
    qapp: QApplication, short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert run(make_parser().parse_args(arguments(short, "--rep", "ann", "--data-dir", str(data)))) == 0
    result = json.loads(capsys.readouterr().out)
    assert Path(result["pdf"]).parent == data / "pages"
    assert result["true_share"]["me"] == 0
    assert set(result) == {
        "call",
        "true_share",
        "logged_share",
        "error_points",
        "taps",
        "entries",
        "seconds",
        "pdf",
    }


def test_a_second_replay_is_another_call_with_the_same_rep(
    qapp: QApplication, short: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    meeting = meeting_of(short, "--rep", "ann")
    first, second = (replay(meeting, data, tmp_path / "out") for _ in range(2))
    assert first["call"] != second["call"]
    assert first["logged_share"] == second["logged_share"]
    with reading(data) as store:
        assert [rep.name for rep in store.reps.all()] == ["Replay ann"]


def test_a_talk_in_which_nobody_was_seen_to_have_the_floor_has_no_shares(
    qapp: QApplication, tmp_path: Path
) -> None:
    turns = tmp_path / "hum.rttm"
    turns.write_text("SPEAKER hum 1 0.5 0.4 <NA> <NA> ann <NA> <NA>\n", "utf-8")
    result = replay(meeting_of(turns, "--rep", "ann"), tmp_path / "data", tmp_path / "out")
    assert result["taps"] == 0
    assert result["logged_share"] is None
    assert result["error_points"] is None


def test_the_observers_habits_can_be_set(short: Path) -> None:
    late = meeting_of(short, "--rep", "ann", "--lag", "2.5", "--ignore-under", "0", "--silence", "1")
    assert [(tap.offset_ms, tap.floor) for tap in late.taps][:3] == [
        (2_500, Floor.REP),
        (403_500, Floor.NOBODY),
        (404_500, Floor.CUSTOMER),
    ]
    assert late.end_ms == 732_500


def test_an_unknown_speaker_is_refused_before_anything_is_stored(short: Path, tmp_path: Path) -> None:
    typed = make_parser().parse_args(arguments(short, "--rep", "dora", "--data-dir", str(tmp_path / "data")))
    with pytest.raises(SecondChairError, match="dora"):
        run(typed)
    assert not (tmp_path / "data").exists()


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    turns = tmp_path / "bad.rttm"
    turns.write_text("SPEAKER talk 1 zero 400.0 <NA> <NA> ann <NA> <NA>\n", "utf-8")
    with pytest.raises(SecondChairError, match="Line 1"):
        meeting_of(turns, "--rep", "ann")


def test_data_that_is_in_use_is_left_alone(qapp: QApplication, short: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    store = Store.open(data)
    try:
        with pytest.raises(KnownError, match="already open"):
            replay(meeting_of(short, "--rep", "ann"), data, tmp_path / "out")
        assert store.calls.all() == []
    finally:
        store.close()


def test_a_folder_that_cannot_be_written_to_is_refused_before_anything_is_stored(
    qapp: QApplication, short: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, not a folder", "utf-8")
    with pytest.raises(KnownError):
        replay(meeting_of(short, "--rep", "ann"), tmp_path / "data", tmp_path / "out")
    assert not (tmp_path / "data").exists()
