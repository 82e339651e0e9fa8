"""The command that prints the mirror: the same figures and words as the screen shows."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from exports.console import say, say_json
from exports.mirror_figures import Mirror, mirror
from exports.mirror_said import Said, all_said
from exports.mirror_words import others_words
from exports.one_thing_words import one_thing_said
from exports.reading import reading
from exports.wording import date_text
from scoring.codec import to_plain
from scoring.measures.over_calls import Measured, Tally
from scoring.mirror import MirrorCall
from scoring.text import tr, trn

_OF_A_CALL = (
    *(
        "from_memory",
        "share",
        "margin",
        "steps",
        "asked",
        "recalled",
        "never_back",
        "teed_up",
        "introduction",
    ),
    *("introduction_recalled", "debrief_begun", "delay_ms", "end_recalled", "rep_first", "without_rep"),
)


def run_mirror(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Print what the mirror shows.

    :returns: 0.
    :raises KnownError: if the data cannot be read.
    """
    with reading(data_dir) as store:
        found = mirror(store, arguments.months, datetime.now().astimezone())
    if arguments.json:
        say_json(mirror_json(found))
        return 0
    for line in mirror_lines(found):
        say(line)
    return 0


def mirror_lines(found: Mirror) -> list[str]:
    """:returns: the mirror as short text, one measure a line."""
    calls = trn("{n} joint call since {day}.", "{n} joint calls since {day}.", found.calls)
    counted = calls.format(n=found.calls, day=date_text(found.since))
    lines = [" ".join(filter(None, (counted, others_words(found.of_others))))]
    if found.one_thing:
        said = one_thing_said(found.one_thing)
        lines.append(tr("{fact} {advice}").format(fact=said.fact, advice=said.advice))
    return [*lines, *(_line(said) for said in all_said(found).values())]


def _line(said: Said) -> str:
    if not said.value:
        return tr("{title}: {sentence}").format(title=said.title, sentence=said.sentence)
    words = tr("{title}: {value}. {sentence}").format(
        title=said.title, value=said.value, sentence=said.sentence
    )
    return words.rstrip()


def mirror_json(found: Mirror) -> dict[str, Any]:
    """:returns: the mirror as plain values: shares 0 to 1, times in ms, calls and reps by their ids."""
    said = all_said(found)
    figures = _figures(found)
    return {
        "since": found.since.isoformat(),
        "months": found.months,
        "calls": found.calls,
        "of_others": found.of_others,
        "goals": to_plain(found.goals),
        "one_thing": _one_thing(found),
        "measures": {key: {**to_plain(said[key]), **figures[key]} for key in said},
        "observed": [_call(call) for call in found.observed],
    }


def _call(call: MirrorCall) -> dict[str, Any]:
    """:returns: what the table of the latest observed calls tells of one."""
    return {
        "call": str(call.id),
        **{name: getattr(call, name) for name in _OF_A_CALL},
        "hand_backs": list(call.hand_backs),
    }


def _one_thing(found: Mirror) -> dict[str, Any] | None:
    if found.one_thing is None:
        return None
    return {
        "habit": found.one_thing.habit.value,
        **to_plain(one_thing_said(found.one_thing)),
        "shown": _ids(found.one_thing.shown),
        "looked_at": _ids(found.one_thing.calls),
    }


def _figures(found: Mirror) -> dict[str, dict[str, Any]]:
    steps, longest, followed, cadence = (
        found.step_ins,
        found.step_ins.longest,
        found.followed_through,
        found.cadence,
    )
    return {
        "own_share": _spread(found.own_share),
        "step_ins": {
            **_spread(steps.a_call),
            "asked": steps.asked,
            "taken_over": steps.taken_over,
            "recalled": steps.recalled,
            "longest": {"call": str(longest.call.id), "value": longest.value} if longest else None,
        },
        "hand_backs": {**_spread(found.hand_backs.times), "never": found.hand_backs.never},
        "tee_ups": _tally(found.tee_ups),
        "introductions": {
            **_tally(found.introductions.noted),
            "remembered": _ids(found.introductions.remembered),
        },
        "debrief_delays": {**_spread(found.debrief_delays.times), "same_day": found.debrief_delays.same_day},
        "rep_first": {
            **_tally(found.rep_first.debriefs),
            "without_rep": _ids(found.rep_first.without_rep),
        },
        "strengths_first": {
            **_tally(found.strengths_first.named),
            "strengths": found.strengths_first.strengths,
            "gaps": found.strengths_first.gaps,
        },
        "coaching_closed": _tally(found.coaching_closed),
        "followed_through": {
            "with_evidence": _ids(followed.with_evidence),
            "without": _ids(followed.without),
            "replaced": _ids(followed.replaced),
            "past": _ids(followed.past),
            "waiting": _ids(followed.waiting),
        },
        "cadence": {
            "kept": [str(one) for one in cadence.kept],
            "late": [str(one) for one in cadence.late],
            "never": [str(one) for one in cadence.never],
        },
    }


def _spread(found: Measured) -> dict[str, Any]:
    points = [{"call": str(point.call.id), "value": point.value} for point in found.points]
    return {"median": found.median, "points": points, "left_out": _ids(found.left_out)}


def _tally(found: Tally) -> dict[str, Any]:
    return {
        "done": _ids(found.done),
        "not_done": _ids(found.not_done),
        "left_out": _ids(found.left_out),
    }


def _ids(calls: tuple[MirrorCall, ...]) -> list[str]:
    return [str(call.id) for call in calls]
