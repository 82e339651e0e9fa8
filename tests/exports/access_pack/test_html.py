"""Pieces of a page: whatever comes from a person is only ever text."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from exports.access_pack import html


class Tags(HTMLParser):
    """Keeps the tags, the links and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for key, value in attrs if key in ("href", "src")]

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(markup: str) -> Tags:
    tags = Tags()
    tags.feed(markup)
    tags.close()
    return tags


@given(st.text())
def test_no_words_become_markup(text: str) -> None:
    markup = "".join(
        [
            html.paragraph(text),
            html.card([("Name", text)]),
            html.link(f"pages/{text}.pdf", text),
            html.section(text, html.bullets([html.name(text)])),
            html.table([text], [[html.words(text)]]),
        ]
    )
    known = {"p", "table", "tbody", "thead", "tr", "th", "td", "bdi", "a", "section", "h2", "ul", "li"}
    found = parsed(markup)
    assert set(found.tags) <= known
    assert all(link.startswith("pages/") and ":" not in link for link in found.links)


def test_a_whole_page_says_its_language_and_asks_for_nothing_from_elsewhere() -> None:
    page = html.document("<b>", "made & done", "ar", [html.section("One", html.paragraph("two"))]).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "default-src 'none'" in page
    assert "<title>&lt;b&gt;</title>" in page
    assert parsed(page).links == []
    assert 'dir="ltr"' in html.document("", "", "pt-BR", []).decode()


def test_lines_are_kept_and_what_has_no_value_is_not_told() -> None:
    assert html.words("one\ntwo\x07") == "one\ntwo "
    assert "Team" not in html.card([("Team", " "), ("Name", "Priya")])
