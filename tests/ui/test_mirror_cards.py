from __future__ import annotations

from datetime import date
from uuid import UUID

from scoring.measures.cadence_kept import CadenceKept
from scoring.mirror import Closed, MirrorCall
from scoring.mirror_goals import DebriefBy, MirrorGoals
from tests.exports.mirrors import PRIYA, TODAY, a_mirror
from tests.scoring.mirror_calls import a_mirror_call, calls_with
from ui.mirror_cards import MirrorCards, RepKey
from ui.mirror_charts import DRAWN
from ui.widgets.figure_card import Figure


def _figure(title: str, calls: list[MirrorCall], goals: MirrorGoals | None = None) -> Figure:
    figures = MirrorCards(a_mirror(calls, goals), TODAY).figures()
    return next(figure for figure in figures if figure.title == title)


def test_each_call_is_a_point_that_leads_to_it() -> None:
    calls = calls_with("share", 0.10, 0.16, margin=5)
    figure = _figure("My share of the floor", calls)
    assert figure.chart
    points = [point for point in figure.chart.points if point]
    assert [(point.value, point.words, point.key) for point in points] == [
        (0.10, "10 Mar, Bergmann & Söhne with Priya: 10 % ±5", calls[0].id),
        (0.16, "11 Mar, Bergmann & Söhne with Priya: 16 % ±5", calls[1].id),
    ]
    assert (figure.chart.first_words, figure.chart.last_words) == ("10 Mar", "11 Mar")
    assert figure.chart.whole == "My share of the floor, from 10 Mar to 11 Mar"


def test_there_is_no_line_under_four_calls() -> None:
    for count, joined in ((3, False), (4, True)):
        chart = _figure("Step-ins a call", calls_with("steps", *[1] * count)).chart
        assert chart
        assert chart.joined is joined


def test_evidence_is_the_calls_latest_first() -> None:
    calls = calls_with("teed_up", True, False)
    figure = _figure("Teed up before the call", calls)
    assert [(line.words.split(": ")[1], line.key) for line in figure.evidence] == [
        ("not teed up", calls[1].id),
        ("teed up", calls[0].id),
    ]
    assert figure.explanation


def test_of_many_calls_the_latest_are_drawn_and_it_says_so() -> None:
    figure = _figure("Step-ins a call", calls_with("steps", *[1] * (DRAWN + 7)))
    assert figure.chart
    assert len(figure.chart.points) == DRAWN
    assert figure.evidence[-1].words == "These are the latest 24 of 31; all of them count."
    assert figure.evidence[-1].key is None


def test_a_point_that_stands_on_less_looks_lighter_and_says_why() -> None:
    rough, exact = a_mirror_call(0, share=0.1, margin=8), a_mirror_call(1, share=0.1, margin=5)
    chart = _figure("My share of the floor", [rough, exact]).chart
    assert chart
    assert [point.light for point in chart.points if point] == [True, False]
    chart = _figure("Step-ins a call", [a_mirror_call(steps=2, recalled=1), exact]).chart
    assert chart
    points = [point for point in chart.points if point]
    assert [point.light for point in points] == [True, False]
    assert points[0].words.endswith(": 2, 1 from memory")


def test_what_has_no_figure_is_among_the_evidence_too() -> None:
    share = _figure("My share of the floor", [a_mirror_call()]).evidence
    kept = _figure("Handing the floor back", [a_mirror_call(steps=1, never_back=1)]).evidence
    late = a_mirror_call(delay_ms=1, end_recalled=True, debrief_begun=True)
    delay = _figure("Debrief after the call", [late]).evidence
    said = [line.words.split(": ")[1] for line in (*share, *kept, *delay)]
    assert said == ["no figure", "never handed back", "its end is from memory"]


def test_each_commitment_says_what_became_of_it() -> None:
    past = TODAY.toordinal() - 1
    first = a_mirror_call(0, agreed=(past,))
    closing = Closed(first.call_id, 0, "kept", 1)
    second = a_mirror_call(1, closed=(closing,), agreed=(0, past))
    figure = _figure("Commitments followed through", [first, second])
    said = [line.words.split(": ")[1] for line in figure.evidence]
    assert said == ["open past its day", "not due yet", "closed with evidence"]


def test_own_goals_are_lines_in_the_charts() -> None:
    call = a_mirror_call(
        share=0.1, margin=5, steps=1, hand_backs=(9,), delay_ms=9, debrief_begun=True, same_day=True
    )
    goals = MirrorGoals(share_at_most=10, steps_at_most=0, hand_back_s=30, debrief_by=DebriefBy.HOUR)
    charts = [figure.chart for figure in MirrorCards(a_mirror([call], goals), TODAY).figures()]
    assert [chart.goal for chart in charts if chart and chart.goal is not None] == [0.1, 0, 30_000, 3_600_000]
    same_day = MirrorGoals(debrief_by=DebriefBy.SAME_DAY)
    chart = _figure("Debrief after the call", [call], same_day).chart
    assert chart
    assert chart.goal is None, "a day has no one height"


def test_without_anything_there_is_no_chart() -> None:
    assert [figure.chart for figure in MirrorCards(a_mirror([]), TODAY).figures()] == [None] * 11


def test_the_one_thing_leads_to_the_calls_it_was_so_on() -> None:
    calls = calls_with("steps", 1, 0, 1, 1)
    figure = MirrorCards(a_mirror(calls), TODAY).one_thing()
    assert figure
    assert figure.title.startswith("You stepped in without being asked on 3 of the last 4")
    assert [line.key for line in figure.evidence] == [calls[3].id, calls[2].id, calls[0].id]
    assert MirrorCards(a_mirror([]), TODAY).one_thing() is None


def test_the_cadence_leads_to_the_reps() -> None:
    cadence = CadenceKept(kept=(), late=(PRIYA.id,), never=())
    figure = MirrorCards(a_mirror([], cadence=cadence), TODAY).figures()[-1]
    assert [(line.words, line.key) for line in figure.evidence] == [("Priya Nair: late", RepKey(PRIYA.id))]


def test_a_call_is_named_by_what_is_known_of_it() -> None:
    cards = MirrorCards(a_mirror([]), date(2027, 1, 1))
    assert cards.call_words(a_mirror_call()) == "10 Mar 2026, Bergmann & Söhne with Priya"
    assert cards.call_words(a_mirror_call(customer=" ")) == "10 Mar 2026, Priya"
    stranger = UUID(int=9).hex
    assert cards.call_words(a_mirror_call(rep_id=stranger)) == "10 Mar 2026, Bergmann & Söhne"
    assert cards.call_words(a_mirror_call(rep_id=stranger, customer="")) == "10 Mar 2026"
