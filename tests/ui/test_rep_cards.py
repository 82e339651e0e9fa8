from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from exports.rep_figures import over_time
from scoring.debrief import Kept, Nerves, Outcome
from scoring.store.store import Store
from scoring.teeup import Chooser
from tests.exports.builders import PRIYA, id_of
from tests.exports.rep_calls import ASKS, Ride, keep, rubrics_of_ours
from ui.rep_cards import MOST_PARKED, CallPlace, RepCards
from ui.widgets.chart import Chart
from ui.widgets.figure_card import Figure

TODAY = date(2026, 11, 29)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    opened.reps.save(PRIYA)
    yield opened
    opened.close()


def _cards(store: Store, *rides: Ride, days: int = 30) -> RepCards:
    keep(store, rides, days=days)
    return RepCards(over_time(store, PRIYA.id), TODAY)


def _asks(cards: RepCards) -> Figure:
    return next(
        figure for figure in cards.skills() if figure.title in ("Asks before answering", "Asks first")
    )


def _chart(figure: Figure) -> Chart:
    assert figure.chart is not None
    return figure.chart


def test_levels_are_points_on_one_scale_with_the_baseline_hollow(store: Store) -> None:
    chart = _chart(_asks(_cards(store, Ride(level=1), Ride(level=3))))
    assert (chart.lowest, chart.highest, chart.rungs) == (1, 4, (1, 2, 3, 4))
    points = [(point.value, point.hollow) for point in chart.points if point]
    assert points == [(1, True), (3, False)]


def test_a_line_and_a_spread_come_with_the_fourth_level(store: Store) -> None:
    figure = _asks(_cards(store, *(Ride(level=2) for _ in range(3)), Ride(level=None)))
    assert (figure.value, _chart(figure).joined, _chart(figure).band) == ("too few to tell", False, None)
    assert _chart(figure).points[3] is None, "no chance to see has its place and no point"


def test_four_levels_are_joined(store: Store) -> None:
    figure = _asks(_cards(store, *(Ride(level=level) for level in (1, 2, 3, 2))))
    assert (figure.value, _chart(figure).joined, _chart(figure).band) == ("Sometimes", True, (1, 3))


def test_judgement_only_has_corners_and_says_so(store: Store) -> None:
    figure = _asks(_cards(store, Ride(level=2, marks=())))
    (point,) = _chart(figure).points
    assert point is not None
    assert point.light
    assert "judgement only" in point.words


def test_every_point_and_line_leads_to_its_skill_on_its_call(store: Store) -> None:
    figure = _asks(_cards(store, Ride(), Ride()))
    places = [CallPlace(id_of(1), ASKS), CallPlace(id_of(2), ASKS)]
    assert [point.key for point in _chart(figure).points if point] == places
    assert [line.key for line in figure.evidence] == places
    assert figure.evidence[0].words == "6 Jun, Northgate Dental: Sometimes"


def test_nerves_are_the_reps_own_words_by_visit(store: Store) -> None:
    figure = _cards(store, Ride(nerves=Nerves.A_LOT), Ride(), Ride(nerves=Nerves.A_LITTLE)).nerves()
    chart = _chart(figure)
    assert figure.value == "A little"
    assert [point and point.value for point in chart.points] == [3, None, 1]
    assert chart.rung_words == ("Not at all", "A little", "Somewhat", "A lot")
    assert (chart.first_words, chart.last_words) == ("1st call together", "3rd call")
    assert chart.band is None, "nothing is worked out from them"


def test_that_a_dip_is_usual_is_said_once_and_no_longer_once_it_can_be_judged(store: Store) -> None:
    sentence = _cards(store, Ride(), Ride()).practising().sentence
    assert "2 of 3 tries, too early to judge" in sentence
    assert sentence.count("dip") == 1


def test_three_tries_are_judged_by_their_counts(store: Store) -> None:
    figure = _cards(store, Ride(), Ride(marks=(False,)), Ride()).practising()
    assert "seen more often than missed on 2 of 3 tries" in figure.sentence
    assert "dip" not in figure.sentence
    assert [line.words.split(": ")[1] for line in figure.evidence] == [
        "seen 1, missed 0",
        "seen 0, missed 1",
        "seen 1, missed 0",
    ]


def test_their_own_view_stands_above_or_below_mine(store: Store) -> None:
    figure = _cards(store, Ride(level=1, own=3), Ride(level=2, own=2)).self_view()
    assert [point.value for point in _chart(figure).points if point] == [2, 0]
    assert figure.value == "too few to tell"
    assert "own view Mostly, mine Not yet: 2 levels above mine" in figure.evidence[0].words


def test_without_a_level_of_their_own_there_is_a_sentence(store: Store) -> None:
    figure = _cards(store, Ride()).self_view()
    assert figure.chart is None
    assert figure.sentence == "No level to compare yet."


def test_endings_and_choices_are_counted(store: Store) -> None:
    cards = _cards(store, Ride(outcome=Outcome.BEST, chosen_by=Chooser.BOTH), Ride(outcome=Outcome.BEST))
    assert cards.endings().sentence == "Best reached: 2"
    assert "purpose: Agree the pilot's scope" in cards.endings().evidence[0].words
    assert cards.choices().sentence == "Both of us: 1 · Not said: 1"


def test_a_commitment_is_a_row_and_its_key_says_where_it_was_agreed(store: Store) -> None:
    cards = _cards(store, Ride(agreed="Ask first"), Ride(agreed="Send it", kept=Kept.KEPT), Ride())
    send, ask = cards.commitments()
    assert (ask.words, ask.status, ask.reminds, ask.key) == ("Ask first", "Kept", False, (id_of(1), 0))
    assert (send.status, send.late, send.reminds) == ("Not checked since 20 Jul", True, False)


def test_only_a_day_to_come_can_be_reminded_of(store: Store) -> None:
    (row,) = _cards(store, Ride(agreed="Ask first", check_in_days=200)).commitments()
    assert (row.status, row.late, row.reminds) == ("Due 23 Dec", False, True)


def test_parked_points_stand_with_their_day_and_older_ones_below(store: Store) -> None:
    cards = _cards(store, *(Ride(parked=(f"point {n}",)) for n in range(MOST_PARKED + 1)), days=10)
    figure = cards.parked()
    assert figure.lines[0].words.endswith(f"point {MOST_PARKED}")
    assert [line.words for line in figure.evidence] == ["6 Jun: point 0"]


def test_how_they_like_to_be_coached_is_said_to_be_private(store: Store) -> None:
    figure = _cards(store).coaching()
    assert (figure.value, figure.sentence) == ("private", PRIYA.coaching)


def _reworded(store: Store, before: int, after: int) -> RepCards:
    first, second = rubrics_of_ours(2)
    rides = [Ride(level=2, rubric=rubric) for rubric in (*(before * [first]), *(after * [second]))]
    return _cards(store, *rides)


def test_the_line_runs_on_through_a_change_of_the_wording_which_is_marked(store: Store) -> None:
    figure = _asks(_reworded(store, 3, 4))
    chart = _chart(figure)
    assert chart.joined
    assert not any(point.apart for point in chart.points if point)
    assert (chart.changes, chart.band, chart.band_from) == ((3,), (2, 2), 3)
    (line,) = figure.lines
    assert line.words.startswith("Wording changed: ")
    assert isinstance(line.key, CallPlace)
    assert chart.whole.endswith(line.words), "for a screen reader too"


def test_below_four_levels_in_the_present_wording_nothing_is_told_of_those_before(store: Store) -> None:
    figure = _asks(_reworded(store, 4, 1))
    assert figure.value == "too few to tell"
    assert _chart(figure).band is None
    assert figure.explanation.startswith("1 level in the present wording counts so far")


def test_the_words_before_and_after_stand_among_the_calls_where_they_changed(store: Store) -> None:
    words = [line.words for line in _asks(_reworded(store, 1, 1)).evidence]
    assert [place for place, line in enumerate(words) if "Asks first" in line] == [2]
    assert words[1].startswith("Wording changed: ")
    assert len(words) == 4


def test_what_is_practised_goes_on_and_says_where_its_wording_changed(store: Store) -> None:
    figure = _reworded(store, 2, 1).practising()
    assert "on 3 of 3 tries" in figure.sentence
    assert [line.words.startswith("Wording changed") for line in figure.evidence].index(True) == 2


def test_versions_that_change_nothing_of_a_skill_change_nothing_on_its_card(store: Store) -> None:
    _, second, third = rubrics_of_ours(3)
    figure = _asks(_cards(store, *(Ride(rubric=rubric) for rubric in (second, third, second, third))))
    chart = _chart(figure)
    assert (chart.changes, chart.band_from, figure.lines) == ((), 0, ())
    assert figure.explanation.startswith("Of 4 levels: ")
