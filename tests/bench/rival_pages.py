"""A page as other programs want it: the same words, columns, table, strip and fonts, as Typst markup and as HTML."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from exports.summary import Evidence, FloorPicture, LabelledText, SkillTable, SummaryPage

FONTS = Path(__file__).parents[2] / "exports" / "page" / "fonts"
COLOURS = {"rep": "#2f5d8a", "customer": "#c9d6e2", "me": "#8a5a2f", "nobody": "#ffffff"}
TYPST_ATTACHMENT = (
    '#pdf.attach("record.json", relationship: "source", mime-type: "application/json", description: "Call")'
)


# Typst


def typst_source(page: SummaryPage) -> str:
    """:returns: the page; a file record.json beside it is attached."""
    return "\n".join(
        (
            f"#set document(title: {_quoted(page.document_title)}, author: {_quoted(page.author)})",
            "#set document(date: datetime(year: 2026, month: 11, day: 23))",
            '#set page(paper: "a4", margin: (x: 48pt, y: 42pt))',
            '#set text(font: "Noto Sans", size: 9.5pt, lang: "en")',
            TYPST_ATTACHMENT,
            f"= {_content(page.title)}",
            _content(page.subtitle),
            _typst_columns([_typst_labelled(fact) for fact in page.facts]),
            f"== {_content(page.change.label)}",
            f"#text(size: 11pt)[{_content(page.change.text)}]",
            _content(page.change_note),
            _typst_columns(
                [
                    _typst_evidence(page.strengths_heading, page.strengths),
                    _typst_evidence(page.gaps_heading, page.gaps),
                ]
            ),
            _typst_floor(page.floor) if page.floor else "",
            _typst_skills(page.skills) if page.skills else "",
            *(f"== {_content(one.label)}\n{_content(one.text)}" for one in page.closing),
            "#v(1fr)",
            _typst_columns([_content(words) for words in page.signatures.names]),
            _typst_columns([_content(page.footer_left), _content(page.footer_right)]),
        )
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _content(text: str) -> str:
    return f"#{_quoted(text)}"


def _typst_columns(cells: list[str]) -> str:
    joined = ", ".join(f"[{cell}]" for cell in cells)
    return f"#grid(columns: (1fr,) * {len(cells)}, gutter: 12pt, {joined})"


def _typst_labelled(one: LabelledText) -> str:
    return f"*{_content(one.label)}* \\ {_content(one.text)}"


def _typst_evidence(heading: str, evidence: tuple[Evidence, ...]) -> str:
    items = "\n".join(f"- {_content(f'{one.time} {one.words} {one.note}')}" for one in evidence)
    return f"== {_content(heading)}\n{items}"


def _typst_floor(floor: FloorPicture) -> str:
    boxes = ", ".join(
        f'rect(width: {(one.end - one.start) * 100:.2f}%, height: 12pt, fill: rgb("{COLOURS[one.party]}"))'
        for one in floor.segments
    )
    labels = "  ".join(label.text for label in floor.labels)
    strip = f"#figure(stack(dir: ltr, {boxes}), alt: {_quoted(floor.alternative)})"
    return f"== {_content(floor.heading)}\n{strip}\n{_content(labels)} \\ {_content(floor.note)}"


def _typst_skills(table: SkillTable) -> str:
    cells = [
        [row.name, f"{'●' * (row.level or 0)} {row.level_word}", row.last, f"{row.seen} {row.note}"]
        for row in table.rows
    ]
    header = ", ".join(f"[{_content(words)}]" for words in table.headings)
    body = ", ".join(f"[{_content(words)}]" for row in cells for words in row)
    return f"#table(columns: (3fr, 3fr, 2fr, 5fr), table.header({header}), {body})"


# HTML


def html_source(page: SummaryPage) -> str:
    """:returns: the page as a document, without ``HTML_STYLE``."""
    strengths = _html_evidence(page.strengths_heading, page.strengths)
    gaps = _html_evidence(page.gaps_heading, page.gaps)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(page.document_title)}</title>'
        f'<meta name="author" content="{escape(page.author)}"></head><body>'
        f"<h1>{escape(page.title)}</h1><p>{escape(page.subtitle)}</p>"
        f"{_html_columns([_html_labelled(fact) for fact in page.facts])}"
        f'<h2>{escape(page.change.label)}</h2><p class="change">{escape(page.change.text)}</p>'
        f"<p>{escape(page.change_note)}</p>"
        f"{_html_columns([strengths, gaps])}"
        f"{_html_floor(page.floor) if page.floor else ''}"
        f"{_html_skills(page.skills) if page.skills else ''}"
        f"{''.join(f'<h2>{escape(one.label)}</h2><p>{escape(one.text)}</p>' for one in page.closing)}"
        f"{_html_columns([f'<p>{escape(words)}</p>' for words in page.signatures.names])}"
        f"{_html_columns([f'<p>{escape(page.footer_left)}</p>', f'<p>{escape(page.footer_right)}</p>'])}"
        "</body></html>"
    )


HTML_STYLE = f"""
@font-face {{ font-family: Page; src: url("{(FONTS / "NotoSans-Regular.ttf").as_uri()}"); }}
@font-face {{ font-family: Page; font-weight: bold; src: url("{(FONTS / "NotoSans-Bold.ttf").as_uri()}"); }}
@page {{ size: A4; margin: 42pt 48pt; }}
body {{ font: 9pt/1.3 Page; margin: 0; }}
h1 {{ font-size: 16pt; margin: 0; }} h2 {{ font-size: 10pt; margin: 6pt 0 2pt; }} p {{ margin: 2pt 0; }}
ul {{ margin: 0; padding-left: 10pt; }} .change {{ font-size: 11pt; }}
.columns {{ display: flex; gap: 12pt; }} .columns > div {{ flex: 1; }}
.strip {{ display: flex; height: 12pt; }}
table {{ border-collapse: collapse; width: 100%; }} td, th {{ border-bottom: 0.5pt solid #888; text-align: left; }}
"""


def _html_columns(cells: list[str]) -> str:
    return f'<div class="columns">{"".join(f"<div>{cell}</div>" for cell in cells)}</div>'


def _html_labelled(one: LabelledText) -> str:
    return f"<p><b>{escape(one.label)}</b><br>{escape(one.text)}</p>"


def _html_evidence(heading: str, evidence: tuple[Evidence, ...]) -> str:
    items = "".join(f"<li>{escape(f'{one.time} {one.words} {one.note}')}</li>" for one in evidence)
    return f"<h2>{escape(heading)}</h2><ul>{items}</ul>"


def _html_floor(floor: FloorPicture) -> str:
    boxes = "".join(
        f'<div style="width: {(one.end - one.start) * 100:.2f}%; background: {COLOURS[one.party]}"></div>'
        for one in floor.segments
    )
    labels = escape("  ".join(label.text for label in floor.labels))
    strip = f'<div class="strip">{boxes}</div>'
    return f"<h2>{escape(floor.heading)}</h2>{strip}<p>{labels}<br>{escape(floor.note)}</p>"


def _html_skills(table: SkillTable) -> str:
    headings = "".join(f"<th>{escape(words)}</th>" for words in table.headings)
    rows = "".join(
        f"<tr><td>{escape(row.name)}</td><td>{'●' * (row.level or 0)} {escape(row.level_word)}</td>"
        f"<td>{escape(row.last)}</td><td>{escape(f'{row.seen} {row.note}')}</td></tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>"
