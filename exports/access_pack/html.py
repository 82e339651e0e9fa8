"""The few pieces a page of plain words is built from. Whatever comes from a person is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from exports.access_pack.letters import utf8
from exports.wording import printable

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem 4rem; background: #fff; color: #1d2430;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 2px solid #1f5a8c; padding-bottom: 1rem; margin-bottom: 2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; }
p, ul, table { margin: .5rem 0; }
.quiet { color: #566070; }
.notes { white-space: pre-wrap; border-inline-start: 3px solid #c9d3de; padding-inline-start: .9rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid #dde3ea; }
th { font-weight: 600; }
tbody th { width: 11rem; }
ul { padding-inline-start: 1.2rem; }
li { margin: .25rem 0; }
a { color: #1f5a8c; }
td a { display: block; white-space: nowrap; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; }
  tr, li { break-inside: avoid; } a { color: inherit; } }
""".strip()


def words(text: str) -> str:
    """:returns: ``text`` with nothing in it that a browser takes for anything but text; lines are kept."""
    return escape("\n".join(printable(line) for line in text.splitlines()))


def name(text: str) -> str:
    """:returns: a name of any script, which does not disturb the order of the words around it."""
    return f"<bdi>{words(text)}</bdi>"


def paragraph(text: str, *, style: str = "") -> str:
    """:param text: plain text. :param style: a class of the style sheet."""
    return f'<p class="{style}">{words(text)}</p>' if style else f"<p>{words(text)}</p>"


def link(path: str, text: str) -> str:
    """:param path: of a file in the pack, with slashes."""
    return f'<a href="{escape(quote(path))}">{name(text)}</a>'


def bullets(items: Iterable[str]) -> str:
    """:param items: as markup."""
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def card(rows: Iterable[tuple[str, str]]) -> str:
    """:param rows: what it is and its value, both plain; those without a value are left out."""
    lines = [
        f'<tr><th scope="row">{words(label)}</th><td>{name(value)}</td></tr>'
        for label, value in rows
        if value.strip()
    ]
    return "<table>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """:param head: plain. :param rows: of cells as markup."""
    top = "".join(f'<th scope="col">{words(cell)}</th>' for cell in head)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def section(heading: str, *parts: str) -> str:
    """:param heading: plain. :param parts: as markup."""
    return "\n".join([f"<section>\n<h2>{words(heading)}</h2>", *filter(None, parts), "</section>"])


def document(title: str, about: str, language: str, sections: Iterable[str]) -> bytes:
    """:returns: a whole page that asks for nothing from anywhere else, in UTF-8.

    :param title: plain. :param about: one plain line below it. :param language: its tag, such as "en".
    """
    direction = "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
    page = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}" dir="{direction}">',
        '<head>\n<meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{words(title)}</title>",
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>",
        f'<header>\n<h1>{name(title)}</h1>\n<p class="quiet">{words(about)}</p>\n</header>\n<main>',
        *sections,
        "</main>\n</body>\n</html>",
    ]
    return utf8("\n".join(page) + "\n")
