"""Where the words of a skill changed, and how, for the page of a rep and the command alike."""

from __future__ import annotations

from exports.rubric_difference_words import part_words
from scoring.measures.rewordings import Rewording
from scoring.rubric_difference import rewordings_of
from scoring.text import tr


def reworded_words(visit: str) -> str:
    """:returns: ``"Wording changed: 12 Oct, Northgate Dental"``."""
    return tr("Wording changed: {call}").format(call=visit)


def rewording_lines(rewording: Rewording) -> list[str]:
    """:returns: each text of the skill that changed, as it was and as it is."""
    if rewording.was is None or rewording.now is None:
        return [tr("One of the two rubrics is not in this data, so its words are not known here.")]
    words = tr("{what}: was “{was}”, is “{now}”")
    return [
        words.format(what=part_words(one.place), was=one.was, now=one.now)
        for one in rewordings_of(rewording.was, rewording.now)
    ]
