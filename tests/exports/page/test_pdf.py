"""The page a rep is handed: one sheet, whatever was written, and nothing quietly lost."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from exports.page import Drawn, Paper, draw_page
from exports.page.style import SMALLEST_SIZE
from exports.summary import SummaryPage
from tests.exports.page import samples
from tests.exports.page.reading import attachments, glyphs, metadata, page_sizes, words

BOTH: tuple[Paper, ...] = ("a4", "letter")


def draw(page: SummaryPage, paper: Paper = "a4", record: bytes | None = samples.RECORD) -> Drawn:
    return draw_page(page, paper=paper, record=record, created=samples.CREATED)


def test_a_usual_page_is_set_at_full_size_and_whole() -> None:
    drawn = draw(samples.usual())
    assert (drawn.size_pt, drawn.cuts, drawn.missing) == (10.0, (), ())


def test_a_fuller_page_is_set_smaller_before_anything_is_cut() -> None:
    page = replace(samples.usual(), strengths=samples.usual().strengths * 3)
    drawn = draw(page)
    assert SMALLEST_SIZE <= drawn.size_pt < 10
    assert drawn.cuts == ()


def test_every_word_of_a_latin_page_can_be_read_back() -> None:
    page = samples.usual()
    text = words(draw(page).pdf)
    for said in (page.title, page.subtitle, page.change.text, page.change_note, page.signatures.terms):
        assert said in text
    for said in page.signatures.names:
        assert said in text
    for item in (*page.strengths, *page.gaps):
        assert f"{item.time} {item.words}" in text
    assert page.skills
    for row in page.skills.rows:
        assert f"{row.name} {row.level_word} {row.last} {row.seen}".strip() in text


@pytest.mark.parametrize("paper", BOTH)
def test_names_are_whole_however_long_and_however_full_the_page(paper: Paper) -> None:
    page = samples.long_names()
    drawn = draw(page, paper)
    text = letters(words(drawn.pdf))
    for name in (page.title, page.subtitle, *page.signatures.names):
        assert letters(name) in text
    assert drawn.cuts
    assert not {cut.part for cut in drawn.cuts} & {"title", "subtitle", "signatures"}


def letters(text: str) -> str:
    """Without what a reader may drop or add where a line ends."""
    return "".join(filter(str.isalnum, text))


def test_names_of_more_than_a_page_still_make_one_page_and_are_counted() -> None:
    drawn = draw(replace(samples.usual(), title="Hubert Blaine " * 2_000))
    assert len(page_sizes(drawn.pdf)) == 1
    assert "title" in {cut.part for cut in drawn.cuts}


def test_a_picture_of_several_characters_is_one_replacement() -> None:
    drawn = draw(samples.only("👩\u200d👩\u200d👧\u200d👦👍🏽"))
    assert sum(glyph.character == "\ufffd" for glyph in glyphs(drawn.pdf)) <= 2


def test_control_characters_reach_neither_page_nor_properties() -> None:
    page = replace(
        samples.usual(), title="Pri\x00ya\x1b Nair", document_title="A\x08B\x00", author="\ud800Dana\x7f"
    )
    drawn = draw(page)
    assert "Pri ya Nair" in words(drawn.pdf)
    assert metadata(drawn.pdf)["Title"] == "A B"
    packet = drawn.pdf[drawn.pdf.index(b"<?xpacket begin") : drawn.pdf.index(b"<?xpacket end")]
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", packet)


def test_the_record_is_attached_byte_for_byte() -> None:
    record = bytes(range(256)) * 40
    assert attachments(draw(samples.usual(), record=record).pdf) == {"record.json": record}
    assert attachments(draw(samples.usual(), record=None).pdf) == {}


def test_the_properties_say_whose_page_it_is() -> None:
    found = metadata(draw(samples.usual()).pdf)
    assert found["Title"] == samples.usual().document_title
    assert found["Author"] == "Dana Whitfield"
    assert found["CreationDate"] == "D:20261123105500Z"


def test_the_same_moment_in_another_time_zone_gives_the_same_bytes() -> None:
    elsewhere = samples.CREATED.astimezone(timezone(timedelta(hours=9)))
    there = draw_page(samples.usual(), paper="a4", record=samples.RECORD, created=elsewhere)
    assert there.pdf == draw(samples.usual()).pdf


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 10, 55)  # noqa: DTZ001 - this is what is refused
    with pytest.raises(ValueError, match="time zone"):
        draw_page(samples.usual(), paper="a4", created=naive)


DIGESTS = """
import hashlib
from tests.exports.page import samples
from exports.page import draw_page
for make in samples.ALL.values():
    drawn = draw_page(make(), paper="a4", record=samples.RECORD, created=samples.CREATED)
    print(hashlib.sha256(drawn.pdf).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "Asia/Tokyo", "C"), ("77", "America/Lima", "tr_TR.UTF-8")]
)
def test_another_process_elsewhere_writes_the_same_bytes(seed: str, zone: str, locale: str) -> None:
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "SOURCE_DATE_EPOCH": seed,
    }
    there = subprocess.run(
        [sys.executable, "-c", DIGESTS], env=environment, capture_output=True, text=True, check=True
    )
    here = [hashlib.sha256(draw(make()).pdf).hexdigest() for make in samples.ALL.values()]
    assert there.stdout.split() == here
