"""What a person should know about a sheet before it is printed: how long it is, what it left out, what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from scoring.text import tr, trn
from scoring.writeup.check import MOST_PAGE_WORDS, is_long

if TYPE_CHECKING:
    from exports.page.drawing import Cut
    from exports.page.pdf import Drawn

MOST_SIGNS = 12


def notes_on(drawn: Drawn, where_the_rest_is: str) -> list[str]:
    """Say what is not on the sheet.

    :param where_the_rest_is: a sentence that leads to the list of what was left out.
    :returns: sentences, none when the sheet holds everything as it was written.
    """
    return [
        *_long_to_read(drawn.words),
        *_left_out(drawn.cuts, where_the_rest_is),
        *_not_written(drawn.missing),
    ]


def _long_to_read(words: Mapping[str, int]) -> Iterator[str]:
    count = sum(words.values())
    if is_long(count):
        sentence = tr(
            "About {n} words. A page of up to {most} is read in three minutes; the longest part is “{part}”."
        )
        longest = max(words, key=words.__getitem__)
        yield sentence.format(n=-(-count // 10) * 10, most=MOST_PAGE_WORDS, part=_part_words(longest))


def _left_out(cuts: Iterable[Cut], where_the_rest_is: str) -> Iterator[str]:
    counts: dict[tuple[str, str], int] = {}
    for cut in cuts:
        counts[cut.part, cut.unit] = counts.get((cut.part, cut.unit), 0) + cut.count
    if not counts:
        return
    yield where_the_rest_is
    for (part, unit), count in counts.items():
        yield tr("{part}: {amount} left out").format(part=_part_words(part), amount=_amount(unit, count))


def _amount(unit: str, count: int) -> str:
    if unit == "characters":
        return trn("{n} character", "{n} characters", count).format(n=count)
    return trn("{n} entry", "{n} entries", count).format(n=count)


def _not_written(missing: tuple[str, ...]) -> Iterator[str]:
    if missing:
        signs = " ".join(missing[:MOST_SIGNS]) + (" …" if len(missing) > MOST_SIGNS else "")
        sentence = trn(
            "No font here has this character; the page shows a placeholder for it: {signs}",
            "No font here has these characters; the page shows placeholders for them: {signs}",
            len(missing),
        )
        yield sentence.format(signs=signs)


def _part_words(part: str) -> str:
    names = {
        "title": tr("Title"),
        "subtitle": tr("Line under the title"),
        "facts": tr("Purpose and outcome"),
        "plan": tr("Purpose and next steps"),
        "introduction": tr("Introduction"),
        "agreed": tr("What else was agreed"),
        "notices": tr("Notices"),
        "change": tr("What to do differently"),
        "strengths": tr("What worked"),
        "gaps": tr("What got in the way"),
        "floor": tr("Who had the floor"),
        "skills": tr("Skills"),
        "closing": tr("The end of the page"),
        "statement": tr("The rep's statement"),
        "signatures": tr("Signatures"),
        "footer": tr("Footer"),
        "checklist": tr("Checklists"),
        "seen": tr("What counts as seen"),
        "missed": tr("What counts as missed"),
        "no_chance": tr("No chance to see"),
        "summary": tr("Lines under the names"),
        "about": tr("What the rubric is for"),
        "levels": tr("Levels"),
        "names": tr("Names of skills"),
    }
    return names.get(part, part)
