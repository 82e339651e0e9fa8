"""Who had the floor, as the page shows it: a strip, its labels, how exact they are, and all of it in words."""

from __future__ import annotations

from collections.abc import Sequence

from exports.summary import FloorLabel, FloorPicture, FloorSegment, Party
from exports.wording import apart, band_note, duration_text, step_in_reason_words, stretch_text
from scoring.entry import Floor
from scoring.floor import (
    MINUTE_MS,
    PARTIES,
    Band,
    FloorFigures,
    FloorSpan,
    StepIn,
    end_ms,
    figures_of,
    floor_spans,
    length_ms,
    longest_ms,
    step_ins,
    whole_percents,
)
from scoring.state import CallState
from scoring.text import tr, trn

MOSTLY = 0.6
"""From this share on, a call without figures was "mostly" one party's."""
WELL_LOGGED = 0.9
"""Under this share of the call, the strip says how much of it was logged."""
VISIBLE = 0.003
"""A stretch of this share of the strip can be seen on paper: about a point and a half."""
PARTY: dict[Floor, Party] = {
    Floor.REP: "rep",
    Floor.CUSTOMER: "customer",
    Floor.ME: "me",
    Floor.NOBODY: "nobody",
}


def floor_picture(
    state: CallState, rep_name: str, manager_name: str, known: Sequence[FloorSpan] | None = None
) -> FloorPicture | None:
    """Draw the floor of one call in words and numbers.

    :param rep_name: how the rep is called on the page, in short.
    :param manager_name: how the manager is called on the page, in short.
    :param known: the ``floor_spans`` of the call, where they are known already.
    :returns: the strip, or None where no party's floor was logged as it happened.
    """
    spans = floor_spans(state) if known is None else known
    figures = figures_of(state, spans)
    if figures is None:
        return None
    names = {Floor.REP: rep_name, Floor.CUSTOMER: tr("Customer"), Floor.ME: manager_name}
    labels = _labels(figures, names, step_in_words(step_ins(state)))
    segments = _segments(spans, end_ms(state))
    heading, note = tr("Who had the floor"), _note(figures, names, length_ms(state), spans)
    spoken = ", ".join(label.text for label in labels)
    return FloorPicture(
        heading=heading,
        segments=segments,
        labels=(*labels, *_nobody_label(segments)),
        note=note,
        alternative=tr("{heading}: {labels}. {note}").format(heading=heading, labels=spoken, note=note),
        unlogged=tr("Not logged") if _has_visible_holes(segments) else "",
    )


def _segments(spans: Sequence[FloorSpan], width_ms: int) -> tuple[FloorSegment, ...]:
    return tuple(
        FloorSegment(party=PARTY[span.who], start=span.start_ms / width_ms, end=span.end_ms / width_ms)
        for span in spans
    )


def _labels(figures: FloorFigures, names: dict[Floor, str], steps: str) -> tuple[FloorLabel, ...]:
    percents = whole_percents(figures) if figures.band.has_figures else {}
    return tuple(_label(who, names[who], percents.get(who), steps) for who in PARTIES)


def _nobody_label(segments: Sequence[FloorSegment]) -> list[FloorLabel]:
    quiet = (item for item in segments if item.party == "nobody")
    is_visible = any(item.end - item.start >= VISIBLE for item in quiet)
    return [FloorLabel(party="nobody", text=tr("Nobody"))] if is_visible else []


def _has_visible_holes(segments: Sequence[FloorSegment]) -> bool:
    starts, ends = [item.start for item in segments], [item.end for item in segments]
    return any(start - end >= VISIBLE for start, end in zip([*starts, 1.0], [0.0, *ends], strict=True))


def _label(who: Floor, name: str, percent: int | None, steps: str) -> FloorLabel:
    text = name if percent is None else tr("{name} {percent}%").format(name=name, percent=percent)
    if who == Floor.ME and steps:
        text = tr("{name}, {what}").format(name=text, what=steps)
    return FloorLabel(party=PARTY[who], text=text)


def _note(figures: FloorFigures, names: dict[Floor, str], whole_ms: int, spans: Sequence[FloorSpan]) -> str:
    sentences = [band_note(figures.band)]
    if figures.band == Band.WORDS:
        sentences.insert(0, _mostly(figures, names))
    if figures.band.has_figures:
        sentences.append(_longest(spans, names))
    if figures.logged_ms < WELL_LOGGED * whole_ms and figures.logged_ms >= MINUTE_MS:
        words = tr("Logged for {part} of {whole}.")
        sentences.append(
            words.format(part=duration_text(figures.logged_ms), whole=duration_text(whole_ms)),
        )
    return " ".join(filter(None, sentences))


def _longest(spans: Sequence[FloorSpan], names: dict[Floor, str]) -> str:
    longest = {who: longest_ms(spans, who) for who in (Floor.REP, Floor.CUSTOMER)}
    words = [
        tr("{name} {time}").format(name=names[who], time=stretch_text(ms))
        for who, ms in longest.items()
        if ms
    ]
    return tr("Longest stretch: {stretches}.").format(stretches=", ".join(words)) if words else ""


def _mostly(figures: FloorFigures, names: dict[Floor, str]) -> str:
    first, second, _ = sorted(PARTIES, key=figures.share, reverse=True)
    if figures.share(first) >= MOSTLY:
        return tr("Mostly {name}.").format(name=names[first])
    return tr("Shared, mainly by {first} and {second}.").format(first=names[first], second=names[second])


def step_in_words(steps: Sequence[StepIn]) -> str:
    """:returns: ``"stepped in 2 times (was asked to, the facts were wrong)"``, or nothing if the manager never did."""
    if not steps:
        return ""
    words = trn("stepped in once", "stepped in {n} times", len(steps)).format(n=len(steps))
    reasons = dict.fromkeys(filter(None, map(_reason, steps)))
    if reasons:
        words = tr("{what} ({why})").format(what=words, why=", ".join(reasons))
    if not steps[-1].handed_back:
        words = tr("{what}, not handed back").format(what=words)
    elif not all(step.handed_back for step in steps):
        words = tr("{what}, not always handed back").format(what=words)
    return _marked_as_recalled(words, steps)


def _marked_as_recalled(words: str, steps: Sequence[StepIn]) -> str:
    recalled = sum(step.recalled for step in steps)
    if recalled == 0:
        return words
    form = tr("{what}, from memory") if recalled == len(steps) else tr("{what}, partly from memory")
    return form.format(what=words)


def _reason(step: StepIn) -> str:
    if step.words.strip():
        return apart(step.words)
    return step_in_reason_words(step.reason) if step.reason else ""
