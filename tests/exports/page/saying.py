"""What a page has to say, text by text, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterator

from exports.page.clean import clean_line
from exports.summary import Evidence, LabelledText, Signatures, SkillTable, SummaryPage


def texts(page: SummaryPage) -> list[str]:
    """:returns: every text of a page that is not empty, as it can be shown (see ``clean``) and on one line."""
    return [cleaned for text in _texts(page) if (cleaned := clean_line(text))]


def _texts(page: SummaryPage) -> Iterator[str]:
    yield from (page.title, page.subtitle)
    yield from _labelled(*page.facts)
    yield from page.notices
    yield from _labelled(page.change)
    yield page.change_note
    yield from _evidence(page.strengths_heading, page.strengths)
    yield from _evidence(page.gaps_heading, page.gaps)
    if page.floor:
        floor = page.floor
        said = filter(None, map(clean_line, (floor.alternative, floor.heading, floor.note)))
        yield from (floor.heading, next(said, ""), floor.note)
    yield from _skills(page.skills)
    yield from _labelled(*page.closing)
    yield from _labelled(page.statement)
    yield from _signatures(page.signatures)
    yield from (page.footer_left, page.footer_right)


def _signatures(signatures: Signatures) -> Iterator[str]:
    if signatures.said:
        said = [sentence for sentence in signatures.said if sentence.strip()]
        yield from (*said[:1], *([signatures.terms, *said[1:]] if said else []))
        return
    signs = any(name.strip() for name in signatures.names)
    yield from (signatures.terms if signs else "", *signatures.names)


def _labelled(*items: LabelledText) -> Iterator[str]:
    for item in items:
        if item.text.strip():
            yield from (item.label, item.text)


def _evidence(heading: str, items: tuple[Evidence, ...]) -> Iterator[str]:
    shown = [item for item in items if item.words.strip() or item.time.strip()]
    if shown:
        yield heading
    for item in shown:
        yield from (item.time, _noted(item.words, item.note))


def _skills(table: SkillTable | None) -> Iterator[str]:
    if table is None or not table.rows:
        return
    skill, today, earlier, seen = table.headings
    has_earlier = any(row.last.strip() for row in table.rows)
    yield from (skill, today, earlier if has_earlier else "", seen)
    for row in table.rows:
        yield from (row.name, row.level_word, row.last, _noted(row.seen, row.note))


def _noted(text: str, note: str) -> str:
    return f"{clean_line(text)} {clean_line(note)}"
