"""What the page promises, shown on the files themselves: all samples, random records and random pages, both papers.

Every page is drawn once and then read back by libraries that had no part in making it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import page as page_validation
import pytest

from exports.page import Drawn, Paper, draw_page
from exports.page.clean import clean_line
from exports.page.style import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP, PAPERS, SMALLEST_SIZE
from exports.record import record_json
from exports.statement import statement_file
from exports.summarise import summarise
from exports.summary import LabelledText, SummaryPage
from tests.conftest import Amount
from tests.exports.page import samples
from tests.exports.page.random_pages import RandomPages
from tests.exports.page.reading import glyphs, page_sizes, words
from tests.exports.page.saying import texts
from tests.exports.page.tagged import elements
from tests.exports.random_calls import RandomCalls
from tests.exports.random_words import SCRIPTS

STANDARDS = (page_validation.ValidationProfile.PDF_A_3A, page_validation.ValidationProfile.PDF_UA_1)
BOTH: tuple[Paper, ...] = ("a4", "letter")
ROUNDED = 0.05
"""Coordinates in the file are rounded to this, in points."""
FROM_THE_RIGHT = ("arabic", "hebrew")


@dataclass(frozen=True, slots=True)
class Proof:
    """A page, where it came from, and what was drawn of it."""

    name: str
    page: SummaryPage
    paper: Paper
    drawn: Drawn


def prove(
    name: str, page: SummaryPage, record: bytes = samples.RECORD, statement: bytes | None = None
) -> Iterator[Proof]:
    for paper in BOTH:
        drawn = draw_page(page, paper=paper, record=record, statement=statement, created=samples.CREATED)
        yield Proof(f"{name} on {paper}", page, paper, drawn)


def prove_all(records: int, pages: int) -> Iterator[Proof]:
    for name, make in samples.ALL.items():
        yield from prove(f"sample {name}", make())
    calls, others = RandomCalls(seed=20261123), RandomPages(seed=20261123)
    for number in range(records):
        source = calls.call().source()
        page = summarise(source)
        yield from prove(f"record {number}", page, record_json(source), statement_file(source, page))
    for number in range(pages):
        yield from prove(f"page {number}", others.page())


@pytest.fixture(scope="module")
def proofs(amount: Amount) -> list[Proof]:
    return list(prove_all(records=amount(50, 400), pages=amount(25, 400)))


def test_every_file_keeps_both_standards(proofs: list[Proof]) -> None:
    for proof in proofs:
        for standard in STANDARDS:
            report = page_validation.validate_pdf_bytes(proof.drawn.pdf, profile=standard)
            assert [str(failure.rule_id) for failure in report.failures] == [], (proof.name, standard)


def test_every_page_is_one_sheet_with_all_its_ink_inside_the_margins_and_no_small_print(
    proofs: list[Proof],
) -> None:
    for proof in proofs:
        width, height = PAPERS[proof.paper]
        assert page_sizes(proof.drawn.pdf) == [pytest.approx((width, height), abs=0.01)]
        for glyph in glyphs(proof.drawn.pdf):
            where = (proof.name, glyph)
            assert glyph.size >= SMALLEST_SIZE, where
            assert glyph.left >= MARGIN_SIDE - ROUNDED, where
            assert glyph.right <= width - MARGIN_SIDE + ROUNDED, where
            assert glyph.bottom >= MARGIN_BOTTOM - ROUNDED, where
            assert glyph.top <= height - MARGIN_TOP + ROUNDED, where


def test_what_is_not_cut_is_in_the_tags_word_for_word_and_in_order(proofs: list[Proof]) -> None:
    whole = [proof for proof in proofs if not proof.drawn.cuts]
    assert len(whole) > len(proofs) / 4
    for proof in whole:
        read = [element.text for element in elements(proof.drawn.pdf)]
        assert read == texts(proof.page), proof.name


def test_names_are_in_the_tags_whole_whatever_is_cut(proofs: list[Proof]) -> None:
    for proof in proofs:
        read = [element.text for element in elements(proof.drawn.pdf)]
        for name in filter(None, map(clean_line, _names(proof.page))):
            assert name in read, proof.name


def _names(page: SummaryPage) -> tuple[str, ...]:
    return (page.title, *(page.signatures.said or page.signatures.names))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_every_file_sound(proofs: list[Proof], tmp_path: Path) -> None:
    for proof in proofs[::7]:
        run = run_on(tmp_path, proof, "qpdf", "--check")
        assert (run.returncode, run.stderr) == (0, ""), proof.name


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="needs poppler-utils")
def test_every_font_is_embedded_with_its_unicode_map(proofs: list[Proof], tmp_path: Path) -> None:
    for proof in proofs[::7]:
        lines = run_on(tmp_path, proof, "pdffonts").stdout.splitlines()[2:]
        assert lines or not texts(proof.page)
        for line in lines:
            assert re.search(r" yes +yes +yes +\d+ +0$", line), (
                proof.name,
                line,
            )  # embedded, subset, Unicode map


def run_on(folder: Path, proof: Proof, *command: str) -> subprocess.CompletedProcess[str]:
    path = folder / "page.pdf"
    path.write_bytes(proof.drawn.pdf)
    return subprocess.run([*command, path], capture_output=True, text=True, check=False)


def in_one_script(script: str) -> SummaryPage:
    """A page on which people wrote in one script, over several lines."""
    name, *_ = SCRIPTS[script]
    said = " ".join(SCRIPTS[script])
    return replace(
        samples.usual(),
        title=f"{name} {name}",
        floor=None,
        change=LabelledText(label="What I will do differently", text=said),
        closing=(LabelledText(label="Comment", text=" ".join([said] * 4)),),
        signatures=samples.sign(name, name),
    )


def letters(text: str) -> str:
    """Without blanks: a reader cannot know whether a line ended at one, where a script has none."""
    return "".join(text.split())


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script not in FROM_THE_RIGHT])
def test_what_is_copied_is_what_was_written_in_every_script_from_the_left(script: str) -> None:
    (proof, *_) = prove(script, in_one_script(script))
    copied = letters(words(proof.drawn.pdf))
    assert not proof.drawn.missing
    for text in texts(proof.page):
        assert letters(text) in copied


@pytest.mark.parametrize("script", ["latin", "greek", "cyrillic", "devanagari", "korean"])
def test_words_copied_from_a_line_keep_the_blanks_between_them(script: str) -> None:
    (proof, *_) = prove(script, in_one_script(script))
    assert clean_line(" ".join(SCRIPTS[script])) in words(proof.drawn.pdf)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_tags_hold_what_was_written_in_every_script(script: str) -> None:
    for proof in prove(script, in_one_script(script)):
        assert [element.text for element in elements(proof.drawn.pdf)] == texts(proof.page)


def test_a_character_no_font_has_is_a_replacement_on_paper_and_itself_everywhere_else() -> None:
    said = "Well done 🚀, \U000e0041\ue000 and 𓀀!"
    (proof, *_) = prove("missing", samples.only(said))
    assert "🚀" not in words(proof.drawn.pdf)
    assert said in [element.text for element in elements(proof.drawn.pdf)]
    assert set("🚀\ue000𓀀") <= set(proof.drawn.missing)
