"""What the one page, the call sheet and the sheet of a rubric say, as plain data: every word is final and translated,
nothing is drawn yet.

``exports/summarise.py`` and ``exports/call_sheet.py`` make them from the record, ``exports/rubric_paper.py`` from a
rubric; ``exports/page`` draws them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Party = Literal["rep", "customer", "me", "nobody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A small grey label and the text that stands under it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that was seen: ``time`` as ``"04:10"`` from the start of the call (empty if it has none), the words for
    it, and a ``note`` such as "(recalled)" (empty if there is none)."""

    time: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorSegment:
    """A stretch of the floor strip; ``start`` and ``end`` are shares (0 to 1) of the strip's width."""

    party: Party
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorLabel:
    """The direct label of one party: ``"Priya 35%"``."""

    party: Party
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorPicture:
    """The strip of who had the floor.

    ``note`` says how exact the figures are, ``alternative`` says it all in words. What no segment covers was not
    logged; ``unlogged`` is the label for that, empty where there is nothing of it to be seen.
    """

    heading: str
    segments: tuple[FloorSegment, ...]
    labels: tuple[FloorLabel, ...]
    note: str
    alternative: str
    unlogged: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill of the table.

    ``level`` is 1 to ``levels``, or None for "no chance to see" and for "not rated"; ``level_word`` is the word for it
    in every case. ``last`` are the levels of earlier calls, newest last, already as text. ``note`` marks "(judgement
    only)" and "(recalled)".
    """

    name: str
    focus: bool
    level: int | None
    levels: int
    level_word: str
    last: str
    seen: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTable:
    """The table of skills with its four column headings (skill, today, earlier calls, what was seen)."""

    headings: tuple[str, str, str, str]
    rows: tuple[SkillRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The lines to sign on, side by side, with who signs each of them.

    ``terms`` says above them what signing means; it is left out where nobody signs. ``said`` are the sentences about
    what became of the sheet, which stand in the place of the lines once there are any.
    """

    terms: str
    names: tuple[str, ...]
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutWords:
    """How a cut is announced on the page, with ``{n}`` for the count: ``text`` counts characters left out of one text,
    ``items`` counts whole entries left out of a list."""

    text: str
    items: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPage:
    """The whole page in reading order. Names (title, subtitle, signatures) and the rep's ``statement`` are never cut;
    every other text may be.

    ``language`` is a BCP 47 tag. ``notices`` are sentences that must stand near the top ("Debriefed without the
    rep."). ``floor`` and ``skills`` are None when there is nothing to show; an empty text or tuple is left out
    together with its heading. The last of ``closing`` is the rep's comment. ``document_title``, ``author`` and
    ``record_id`` go into the file's properties.
    """

    language: str
    document_title: str
    author: str
    record_id: str
    title: str
    subtitle: str
    facts: tuple[LabelledText, ...]
    notices: tuple[str, ...]
    change: LabelledText
    change_note: str
    strengths_heading: str
    strengths: tuple[Evidence, ...]
    gaps_heading: str
    gaps: tuple[Evidence, ...]
    floor: FloorPicture | None
    skills: SkillTable | None
    closing: tuple[LabelledText, ...]
    statement: LabelledText
    signatures: Signatures
    footer_left: str
    footer_right: str
    cut: CutWords


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """What was agreed before a call, in reading order, for the rep to take along. Names (title, subtitle) are never
    cut; every other text may be.

    ``facts`` are short, ``agreed`` are what else was agreed. An empty text is left out together with its label.
    ``language``, ``document_title``, ``author`` and ``record_id`` are as on the page.
    """

    language: str
    document_title: str
    author: str
    record_id: str
    title: str
    subtitle: str
    facts: tuple[LabelledText, ...]
    introduction: LabelledText
    agreed: tuple[LabelledText, ...]
    footer_left: str
    footer_right: str
    cut: CutWords


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDetail:
    """Something to look for: a ``label`` ("Seen") and its ``texts``, each behind a box to tick if ``listed``.

    ``part`` is by what it may be left out: "seen", "missed", "checklist" or "no_chance".
    """

    part: str
    label: str
    texts: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricRow:
    """One skill: four ``levels``, each its sentence, with the word for it where the heading does not say it."""

    name: str
    summary: str
    levels: tuple[str, ...]
    details: tuple[RubricDetail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part that is left out whole where there is no room for it: ``count`` texts, and the ``sentence`` that says so,
    which names all parts that are gone by then."""

    part: str
    count: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricSheet:
    """A rubric on one sheet, in reading order. Names (title, subtitle, those of the skills) are never cut.

    ``about`` is what the rubric is for, ``levels`` are four headings. ``leavable`` are the parts that may be left out,
    the first of them first; the sentences of the levels are shortened after all of them. ``language``,
    ``document_title``, ``author`` and ``record_id`` are as on the page.
    """

    language: str
    document_title: str
    author: str
    record_id: str
    title: str
    subtitle: str
    about: str
    levels: tuple[str, ...]
    skills: tuple[RubricRow, ...]
    leavable: tuple[LeftOut, ...]
    footer_left: str
    footer_right: str
    cut: CutWords
