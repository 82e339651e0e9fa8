"""How close a practice log came, in words and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from exports.floor_picture import PARTY
from exports.summary import FloorLabel, FloorPicture, FloorSegment
from exports.wording import clock_text
from scoring.closeness import Behaviour, Catch, Closeness, Watched
from scoring.entry import Floor
from scoring.floor import PARTIES, FloorSpan
from scoring.rubric import Rubric
from scoring.text import tr, tr_data, trn
from ui.practice_data import Talk
from ui.practise import party_names
from ui.widgets.caught_list import CaughtLine

CLOSE_POINTS = 5
"""Within so many points even a well tapped floor lies in a real call, so that no less is worth a word."""


def most_useful(close: Closeness) -> str:
    """:returns: the one thing that would bring the next log closest, or that it is close."""
    if close.true_percent is None:
        return tr("The call was over before anybody spoke, so there is nothing to compare yet.")
    points = close.points_over
    if points is None:
        return tr("No floor was tapped. One tap whenever somebody else begins to speak is all it takes.")
    who = max(PARTIES, key=lambda party: abs(points[party]))
    if abs(points[who]) > CLOSE_POINTS:
        advice = tr("A tap as soon as somebody else speaks, or nobody does, brings it closer.")
        return tr("{what} {advice}").format(what=_off_words(who, points[who]), advice=advice)
    return _of_marks(close)


def _off_words(who: Floor, points: int) -> str:
    if points > 0:
        sentences = {
            Floor.REP: tr("The rep was tapped {n} points too long."),
            Floor.CUSTOMER: tr("The customer was tapped {n} points too long."),
            Floor.ME: tr("You were tapped {n} points too long."),
        }
    else:
        sentences = {
            Floor.REP: tr("The rep was tapped {n} points too short."),
            Floor.CUSTOMER: tr("The customer was tapped {n} points too short."),
            Floor.ME: tr("You were tapped {n} points too short."),
        }
    return sentences[who].format(n=abs(points))


def _of_marks(close: Closeness) -> str:
    """:returns: what there is to say where the floor is close."""
    unmarked, other_way, every = (
        close.count(Catch.NOT_MARKED),
        close.count(Catch.OTHER_WAY),
        len(close.watched),
    )
    if not every:
        return tr("The floor is within {n} points; there was nothing to mark yet.").format(n=CLOSE_POINTS)
    if unmarked == every:
        words = tr(
            "The floor is within {n} points; nothing was marked yet. One press on plus or minus does it."
        )
        return words.format(n=CLOSE_POINTS)
    if unmarked:
        words = trn(
            "The floor is within {n} points; one of {all} things to mark went by, see below.",
            "The floor is within {n} points; {some} of {all} things to mark went by, see below.",
            unmarked,
        )
        return words.format(n=CLOSE_POINTS, some=unmarked, all=every)
    if other_way:
        words = tr("The floor is within {n} points; plus is what the rep did, minus what the rep left out.")
        return words.format(n=CLOSE_POINTS)
    return tr("The floor is within {n} points, and everything there was to mark is marked.").format(
        n=CLOSE_POINTS
    )


def true_picture(close: Closeness) -> FloorPicture:
    """:returns: the floor as it was."""
    labels = _labels(close.true_percent or {}, {})
    return _picture(tr("As it was"), close.true_spans, close.end_ms, labels, "")


def tapped_picture(close: Closeness) -> FloorPicture:
    """:returns: the floor as it was tapped, with how far off each share is."""
    labels = _labels(close.tapped_percent or {}, close.points_over or {})
    note = "" if close.tapped_percent else tr("No floor was tapped.")
    return _picture(tr("As you tapped it"), close.tapped_spans, close.end_ms, labels, note)


def _labels(percents: dict[Floor, int], points: dict[Floor, int]) -> tuple[FloorLabel, ...]:
    names = party_names()
    labels: list[FloorLabel] = []
    for who, percent in percents.items():
        text = tr("{name} {percent}%").format(name=names[PARTY[who]], percent=percent)
        if who in points:
            text = tr("{share}, {off}").format(share=text, off=_points_off(points[who]))
        labels.append(FloorLabel(party=PARTY[who], text=text))
    return tuple(labels)


def _points_off(points: int) -> str:
    if points == 0:
        return tr("exact")
    return trn("{n} point off", "{n} points off", abs(points)).format(n=abs(points))


def _picture(
    heading: str, spans: Sequence[FloorSpan], width_ms: int, labels: tuple[FloorLabel, ...], note: str
) -> FloorPicture:
    segments = tuple(
        FloorSegment(party=PARTY[span.who], start=span.start_ms / width_ms, end=span.end_ms / width_ms)
        for span in spans
    )
    said = ", ".join(label.text for label in labels) or note
    alternative = tr("{heading}: {labels}").format(heading=heading, labels=said)
    return FloorPicture(heading=heading, segments=segments, labels=labels, note=note, alternative=alternative)


def caught_lines(close: Closeness, talk: Talk, rubric: Rubric) -> list[CaughtLine]:
    """:returns: what there was to mark and what became of it; what was said, where the mark is not as it was."""
    return [_caught_line(watched, talk, rubric) for watched in close.watched]


def _caught_line(watched: Watched, talk: Talk, rubric: Rubric) -> CaughtLine:
    behaviour, is_marked = watched.behaviour, watched.catch == Catch.MARKED
    return CaughtLine(
        time=clock_text(behaviour.at_ms),
        seen=behaviour.seen,
        skill=rubric.skill(behaviour.skill).name,
        result=_catch_words(watched),
        words="" if is_marked else _said_at(talk, behaviour),
        open=not is_marked,
    )


def _said_at(talk: Talk, behaviour: Behaviour) -> str:
    line = talk.line_at(behaviour.at_ms)
    return tr_data(line.words) if line else ""


def _catch_words(watched: Watched) -> str:
    if watched.catch == Catch.MARKED:
        seconds = round((watched.after_ms or 0) / 1000)
        return tr("Marked after {n} s").format(n=seconds) if seconds else tr("Marked at once")
    return tr("Marked the other way") if watched.catch == Catch.OTHER_WAY else tr("Not marked")


def beside_words(beside: int) -> str:
    """:returns: that there are marks which mean nothing in the talk; nothing where there are none."""
    if not beside:
        return ""
    return trn("One more mark is not on this list.", "{n} more marks are not on this list.", beside).format(
        n=beside
    )
