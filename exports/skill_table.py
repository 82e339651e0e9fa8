"""The skills of a call, as the page shows them: level, earlier levels, what was seen, what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from exports.page_source import PageSource, agreement
from exports.summary import SkillRow, SkillTable
from exports.wording import apart, bracketed
from scoring.debrief import standing_rating
from scoring.entry import Marked
from scoring.privacy import Surface, self_view_for
from scoring.rating import LEVELS, Basis, Rating, rating_of
from scoring.rubric import Skill
from scoring.state import CallState, Standing
from scoring.text import tr, trn

SHORT_WORDS = 60
NO_LEVEL = "–"


def skill_table(source: PageSource, said: str = "") -> SkillTable | None:
    """Put the skills of a call into a table.

    :param said: what stands on the page already; words that are in it are not said again.
    :returns: one row a skill in the order of the rubric, or None if nothing was rated or marked.
    """
    rows = tuple(_row(source, skill, said) for skill in source.rubric.skills)
    if not any(row.level or row.seen or row.level_word == tr("No chance to see") for row in rows):
        return None
    earlier = tr("Last four") if any(row.last for row in rows) else ""
    return SkillTable(headings=(tr("Skill"), tr("Today"), earlier, tr("What was seen")), rows=rows)


def _row(source: PageSource, skill: Skill, said: str) -> SkillRow:
    view, debrief = agreement(source)
    rating = standing_rating(view, debrief, skill.id)
    marks = source.state.marks_of(skill.id)
    seen = [mark for _, mark in marks]
    return SkillRow(
        name=skill.name,
        focus=skill.id in source.state.tee_up.focus_skills,
        level=rating.level if rating else None,
        levels=len(LEVELS),
        level_word=level_word(skill, rating),
        last=_last(source, skill.id),
        seen=seen_words(seen, said),
        note=bracketed(tr("; ").join(_notes(source, skill, rating, marks))),
    )


def level_word(skill: Skill, rating: Rating | None) -> str:
    """:returns: the rubric's word for a level, or the words for not having one."""
    if rating is None:
        return tr("Not rated")
    if rating.level is None:
        return tr("No chance to see")
    return skill.levels[rating.level - 1].word


def _last(source: PageSource, skill: str) -> str:
    levels = source.before.levels_of(skill)
    return " ".join(NO_LEVEL if level is None else str(level) for level in levels)


def seen_words(marks: Sequence[Marked], said: str = "") -> str:
    """:returns: how often the skill was seen and missed, with the first words that are short enough to stand there and
    are not in ``said``."""
    notes = (mark.words.strip() for mark in marks)
    words = next((note for note in notes if 0 < len(note) <= SHORT_WORDS and note not in said), "")
    if words and len(marks) == 1 and marks[0].seen:
        return words
    return "; ".join(filter(None, [counts_words(marks), words]))


def counts_words(marks: Sequence[Marked]) -> str:
    """:returns: ``"3 seen, 1 missed"``; nothing where nothing was marked."""
    seen = sum(mark.seen for mark in marks)
    missed = len(marks) - seen
    counts = [
        trn("{n} seen", "{n} seen", seen).format(n=seen) if seen else "",
        trn("{n} missed", "{n} missed", missed).format(n=missed) if missed else "",
    ]
    return ", ".join(filter(None, counts))


def _notes(
    source: PageSource, skill: Skill, rating: Rating | None, marks: Sequence[tuple[Standing, Marked]]
) -> list[str]:
    notes = [
        _basis_note(rating),
        recalled_words([item for item, _ in marks]),
        _own_note(source.state, skill, source.rep.first_name),
    ]
    return [note for note in notes if note]


def _basis_note(rating: Rating | None) -> str:
    return tr("judgement only") if rating and rating.basis == Basis.JUDGEMENT else ""


def recalled_words(marks: Sequence[Standing]) -> str:
    """:returns: whether the marks of a skill are from memory, all or some of them; nothing where none is."""
    recalled = sum(item.entry.recalled for item in marks)
    if recalled == 0:
        return ""
    return tr("recalled") if recalled == len(marks) else tr("partly recalled")


def _own_note(state: CallState, skill: Skill, name: str) -> str:
    own_view = self_view_for(Surface.PAGE, state)
    rating = rating_of(own_view.ratings, skill.id) if own_view else None
    if rating is None:
        return ""
    return tr("{name}'s own view: {level}").format(name=apart(name), level=level_word(skill, rating))
