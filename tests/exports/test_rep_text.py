from __future__ import annotations

from datetime import date
from pathlib import Path

from exports.rep_figures import over_time
from exports.rep_text import rep_lines
from scoring.debrief import Kept, Nerves
from scoring.store.store import Store
from tests.exports.builders import PRIYA
from tests.exports.rep_calls import Ride, keep, rubrics_of_ours

TODAY = date(2026, 11, 29)


def _lines(folder: Path, *rides: Ride) -> list[str]:
    store = Store.open(folder)
    store.reps.save(PRIYA)
    keep(store, rides)
    lines = rep_lines(over_time(store, PRIYA.id), TODAY)
    store.close()
    return lines


def test_the_page_is_told_in_lines(tmp_path: Path) -> None:
    first = Ride(level=2, nerves=Nerves.A_LOT, agreed="Ask\nfirst", parked=("The demo",))
    lines = _lines(tmp_path, first, Ride(kept=Kept.PARTLY), Ride(), Ride(level=3))
    assert lines[:3] == ["Priya Nair", "4 joint calls since June.", "Skills"]
    whole = "\n".join(lines)
    for words in (
        "  Asks before answering: Mostly. Of 4 levels: Sometimes to Mostly, the middle is Sometimes.",
        "  Talks money plainly: too few to tell.",
        "Practising: Asks before answering: seen more often than missed on 4 of 4 tries",
        "  6 June | Ask first | Partly kept",
        "Nerves with me in the room, by call: 1 A lot",
        "Who chose the calls: Not said: 4",
        "Parked on 6 June: The demo",
        "How they like to be coached (private): COACHING-MARKER: needs it straight",
    ):
        assert words in whole


def test_before_the_first_call_little_is_said(tmp_path: Path) -> None:
    assert _lines(tmp_path)[:2] == ["Priya Nair", "No joint call yet."]


def test_where_the_wording_of_a_skill_changed_is_told_below_it(tmp_path: Path) -> None:
    lines = _lines(tmp_path, *(Ride(rubric=rubric) for rubric in rubrics_of_ours(2)))
    (place,) = [place for place, line in enumerate(lines) if "Wording changed: " in line]
    assert lines[place - 1].startswith("  Asks first: ")
    assert lines[place + 1].endswith("is “Asks first”")
