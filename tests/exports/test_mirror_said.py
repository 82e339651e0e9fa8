"""What each measure says. The figures are worked out by hand."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from exports.mirror_said import all_said
from scoring.measures.cadence_kept import CadenceKept
from scoring.mirror import Closed, MirrorCall
from scoring.mirror_goals import DebriefBy, MirrorGoals
from scoring.people import Rep
from tests.exports.mirrors import PRIYA, TODAY, a_mirror
from tests.scoring.mirror_calls import a_mirror_call, calls_with

MINUTE = 60_000


def _said(key: str, calls: list[MirrorCall], goals: MirrorGoals | None = None) -> tuple[str, str]:
    """:returns: the value and the sentence of one measure."""
    said = all_said(a_mirror(calls, goals))[key]
    return said.value, said.sentence


def test_before_there_is_anything_every_measure_says_so_and_none_shows_a_figure() -> None:
    for said in all_said(a_mirror([])).values():
        assert (said.value, said.sentence) == ("", "Nothing to show yet."), said.title
        assert said.explanation


def test_under_four_calls_it_is_said_that_they_are_too_few() -> None:
    calls = [
        a_mirror_call(
            day, share=0.1, margin=5, hand_backs=(9,), steps=1, delay_ms=9, debrief_begun=True, strengths=1
        )
        for day in range(3)
    ]
    few = [said.value for said in all_said(a_mirror(calls)).values() if said.value]
    assert few == ["too few to tell"] * 7


def test_the_own_share() -> None:
    calls = [*calls_with("share", 0.10, 0.20, 0.12, 0.08, margin=5), a_mirror_call(9)]
    goals = MirrorGoals(share_at_most=10)
    words = "On 4 observed calls. 1 more call has no figure. My goal: 10 % at most."
    assert _said("own_share", calls, goals) == ("11 %", words)


def test_calls_without_a_share_are_not_said_to_be_more_than_none() -> None:
    assert _said("own_share", [a_mirror_call(1)])[1] == "1 observed call, without a figure."
    assert (
        _said("own_share", [a_mirror_call(1), a_mirror_call(2)])[1] == "2 observed calls, none with a figure."
    )


def test_step_ins() -> None:
    calls = calls_with("steps", 0, 1, 2, 2, asked=0, longest_ms=130_000)
    calls.append(a_mirror_call(8, from_memory=True, steps=1, asked=1, recalled=1))
    words = (
        "On 5 observed calls. 1 asked for, 5 taken over. 1 of them from memory. The longest took 2 min 10 s."
    )
    assert _said("step_ins", calls) == ("1.5", words)
    assert _said("step_ins", calls, MirrorGoals(steps_at_most=1))[1].endswith(" My goal: 1 at most.")


def test_handing_back() -> None:
    calls = calls_with("hand_backs", (10_000,), (30_000,), (50_000,), (70_000,), steps=1, never_back=0)
    calls.append(a_mirror_call(5, steps=1, never_back=1))
    words = "4 hand-backs were logged. Once it never went back. My goal: within 30 s."
    assert _said("hand_backs", calls, MirrorGoals(hand_back_s=30)) == ("40 s", words)


def test_tee_ups() -> None:
    assert _said("tee_ups", calls_with("teed_up", True, False, True, True)) == ("3 of 4", "")
    assert _said("tee_ups", calls_with("teed_up", True, False)) == ("too few to tell", "1 of 2 so far.")


def test_introductions() -> None:
    calls = calls_with("introduction", "as_agreed", "as_boss", "as_agreed", "as_boss", None)
    calls.append(a_mirror_call(9, introduction="as_agreed", introduction_recalled=True))
    words = "2 times as “my boss”. 1 not noted. 1 more as agreed, from memory."
    assert _said("introductions", calls) == ("2 of 4", words)


def test_debrief_delays() -> None:
    calls = calls_with("delay_ms", 10 * MINUTE, 12 * MINUTE, 14 * MINUTE, 300 * MINUTE, same_day=True)
    calls.append(a_mirror_call(9, delay_ms=1, end_recalled=True))
    words = "4 of 4 on the day of the call. 1 more call ended from memory. My goal: on the same day."
    goals = MirrorGoals(debrief_by=DebriefBy.SAME_DAY)
    assert _said("debrief_delays", calls, goals) == ("13 minutes", words)


def test_who_spoke_first() -> None:
    calls = calls_with("rep_first", True, True, True, debrief_begun=True)
    calls.append(a_mirror_call(9, debrief_begun=True, without_rep=True))
    assert _said("rep_first", calls) == ("3 of 4", "1 without the rep.")


def test_strengths() -> None:
    calls = calls_with("strengths", 2, 1, 0, 1, gaps=1)
    assert _said("strengths_first", calls) == ("3 of 4", "4 strengths, 4 things that got in the way.")


def test_coaching_closed() -> None:
    assert _said("coaching_closed", calls_with("can_say", True, None, False, True, debriefed=True)) == (
        "2 of 4",
        "",
    )


def test_commitments() -> None:
    past = (TODAY - timedelta(days=1)).toordinal()
    first = a_mirror_call(0, agreed=(past, past))
    closings = (Closed(first.call_id, 0, "kept", 1), Closed(first.call_id, 1, "kept", 0))
    second = a_mirror_call(1, closed=closings, agreed=(past,))
    third = a_mirror_call(2, agreed=(past, 0))
    words = (
        "1 of 4 so far. 1 closed with evidence. 1 closed without. 1 replaced by another. 1 open past its day. "
        "1 not due yet."
    )
    value, sentence = _said("followed_through", [first, second, third])
    assert (value, f"1 of 4 so far. {sentence}") == ("1 of 4", words)


def test_the_cadence_names_who_is_not_seen_as_planned() -> None:
    reps = [Rep(id=UUID(int=number), name=f"Rep {number}") for number in range(1, 10)]
    known = {rep.id.hex: rep for rep in [PRIYA, *reps]}
    late = tuple(rep.id for rep in reps[:8])
    cadence = CadenceKept(kept=(PRIYA.id,), late=late, never=(reps[8].id,))
    said = all_said(a_mirror([], cadence=cadence, reps=known))["cadence"]
    assert said.value == "1 of 10 reps"
    names = "Rep 1, Rep 2, Rep 3, Rep 4, Rep 5, Rep 6, 2 more"
    assert said.sentence == f"Late: {names}. Not seen yet: Rep 9."
