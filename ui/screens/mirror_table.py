"""The table of the mirror: the latest observed calls, each with what it says about the manager."""

from __future__ import annotations

from exports.mirror_words import delay_words, per_cent, stretch_words
from exports.wording import introduction_words
from scoring.entry import Introduction
from scoring.mirror import MirrorCall
from scoring.text import tr
from ui.models.word_table import WordRow, Words
from ui.widgets.calm_table import Tone


def mirror_headings() -> list[str]:
    """:returns: the headings of the columns."""
    return [
        tr("Call"),
        tr("My share"),
        tr("Step-ins"),
        tr("Handed back"),
        tr("Teed up"),
        tr("Introduced"),
        tr("Debrief after"),
        tr("Rep first"),
    ]


def mirror_row(call: MirrorCall, words: str) -> WordRow:
    """:param words: which call it is.
    :returns: the row of one call; its key is the id of the call."""
    cells = (
        Words(words, Tone.STRONG),
        _share(call),
        _steps(call),
        _hand_back(call),
        Words(_yes_or_no(is_so=call.teed_up)),
        _introduction(call),
        _debrief(call),
        _rep_first(call),
    )
    return WordRow(call.id, cells)


def _share(call: MirrorCall) -> Words:
    if call.share is None:
        return _quiet(tr("From memory") if call.from_memory else tr("No figure"))
    return Words(tr("{share} ±{margin}").format(share=per_cent(call.share), margin=call.margin))


def _steps(call: MirrorCall) -> Words:
    if not call.steps:
        return _quiet(tr("None remembered") if call.from_memory else tr("None"))
    notes = [
        tr("{n} asked for").format(n=call.asked) if call.asked else "",
        tr("{n} from memory").format(n=call.recalled) if call.recalled else "",
    ]
    return Words(", ".join(filter(None, [str(call.steps), *notes])))


def _hand_back(call: MirrorCall) -> Words:
    if call.never_back:
        return Words(tr("Not handed back"))
    return Words(stretch_words(max(call.hand_backs)) if call.hand_backs else "")


def _introduction(call: MirrorCall) -> Words:
    if call.introduction is None:
        return _quiet(tr("Not noted"))
    words = introduction_words(Introduction(call.introduction))
    return Words(tr("{words}, from memory").format(words=words) if call.introduction_recalled else words)


def _debrief(call: MirrorCall) -> Words:
    if not call.debrief_begun:
        return _quiet(tr("Not yet"))
    if call.end_recalled:
        return _quiet(tr("Its end is from memory"))
    return _quiet(tr("Not known")) if call.delay_ms is None else Words(delay_words(call.delay_ms))


def _rep_first(call: MirrorCall) -> Words:
    if not call.debrief_begun:
        return Words("")
    if call.without_rep:
        return Words(tr("Without the rep"))
    return Words(_yes_or_no(is_so=call.rep_first))


def _yes_or_no(*, is_so: bool) -> str:
    return tr("Yes") if is_so else tr("Not this time")


def _quiet(words: str) -> Words:
    return Words(words, Tone.MUTED)
