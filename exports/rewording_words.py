"""Where the words of a skill changed, and how, for the page of a rep and the command alike."""

from __future__ import annotations

from exports.rep_words import said_of
from scoring.measures.rewordings import Rewording
from scoring.rubric import Skill
from scoring.text import tr


def reworded_words(visit: str) -> str:
    """:returns: ``"Wording changed: 12 Oct, Northgate Dental"``."""
    return tr("Wording changed: {call}").format(call=visit)


def rewording_lines(rewording: Rewording) -> list[str]:
    """:returns: each text of the skill that changed, as it was and as it is."""
    if rewording.was is None or rewording.now is None:
        return [tr("One of the two rubrics is not in this data, so its words are not known here.")]
    pairs = zip(_texts(rewording.was), _texts(rewording.now), strict=True)
    return [
        tr("{what}: was “{was}”, is “{now}”").format(what=what, was=was, now=now)
        for (what, was), (_, now) in pairs
        if was != now
    ]


def _texts(skill: Skill) -> list[tuple[str, str]]:
    """:returns: everything a level of it is given by, and what that is called."""
    levels = [
        (tr("Level {n}").format(n=level.number), said_of(level.word, level.sentence))
        for level in skill.levels
    ]
    return [
        (tr("Name"), skill.name),
        (tr("Summary"), skill.summary),
        (tr("Seen"), skill.seen),
        (tr("Missed"), skill.missed),
        *levels,
        (tr("No chance to see"), skill.no_chance),
    ]
