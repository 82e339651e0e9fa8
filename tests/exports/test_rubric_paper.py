"""A rubric on one sheet: what it says, and what of it goes first where there is too much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page as page_validation
import pytest

from exports.page.clean import clean_line
from exports.page.style import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP, PAPERS, SMALLEST_SIZE
from exports.rubric_file import rubric_bytes
from exports.rubric_paper import draw_rubric_paper, rubric_paper_name, rubric_sheet, write_rubric_paper
from scoring.call_type import CallType
from scoring.preferences import Sheet
from scoring.rubric import Rubric, shipped_rubrics
from scoring.tenure import Tenure
from tests.exports.page.reading import attachments, glyphs, page_sizes, words
from tests.exports.page.tagged import elements
from tests.sized_rubrics import longest_rubric, sized_rubric

SHEETS: tuple[Sheet, ...] = ("a4", "letter")
STANDARDS = (page_validation.ValidationProfile.PDF_A_3A, page_validation.ValidationProfile.PDF_UA_1)
GOES = ["checklist", "missed", "seen", "no_chance", "summary", "about"]
"""The parts that are left out whole, in their order."""
RUBRICS = {
    "one skill": sized_rubric(1),
    "five skills": sized_rubric(5),
    "nine skills": sized_rubric(9),
    "twelve skills": sized_rubric(12),
    "long German words": longest_rubric(12, "Donaudampfschifffahrtsgesellschaft ", "de"),
    "letters without an end": longest_rubric(12, "W"),
    "Arabic": longest_rubric(12, "يسأل عن السبب قبل أن يجيب ", "ar"),
    "Japanese": longest_rubric(12, "質問してから答える。", "ja"),
}


def read(rubric: Rubric, sheet: Sheet = "a4") -> list[str]:
    return [element.text for element in elements(draw_rubric_paper(rubric, sheet).pdf)]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", RUBRICS)
def test_every_rubric_is_one_sheet_that_keeps_both_standards_and_every_name(name: str, sheet: Sheet) -> None:
    rubric = RUBRICS[name]
    drawn = draw_rubric_paper(rubric, sheet)
    assert_one_sheet(drawn.pdf, sheet)
    for standard in STANDARDS:
        report = page_validation.validate_pdf_bytes(drawn.pdf, profile=standard)
        assert [str(failure.rule_id) for failure in report.failures] == []
    said = [element.text for element in elements(drawn.pdf)]
    for known in (rubric.name, *(skill.name for skill in rubric.skills)):
        assert clean_line(known) in said


def assert_one_sheet(pdf: bytes, sheet: Sheet) -> None:
    height, width = PAPERS[sheet]
    assert page_sizes(pdf) == [pytest.approx((width, height), abs=0.1)]
    for glyph in glyphs(pdf):
        assert glyph.size >= SMALLEST_SIZE
        assert MARGIN_SIDE - 0.1 <= glyph.left <= glyph.right <= width - MARGIN_SIDE + 0.1
        assert MARGIN_BOTTOM - 0.1 <= glyph.bottom <= glyph.top <= height - MARGIN_TOP + 0.1


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda one: f"{one.id}-{one.version}")
def test_every_anchor_of_a_shipped_rubric_is_on_its_sheet_whole(rubric: Rubric, sheet: Sheet) -> None:
    said = read(rubric, sheet)
    for skill in rubric.skills:
        assert skill.name in said
        for level in skill.levels:
            assert any(level.sentence in text for text in said)


@pytest.mark.parametrize("sheet", SHEETS)
def test_twelve_skills_of_the_usual_length_keep_every_anchor_whole(sheet: Sheet) -> None:
    negotiation = next(one for one in shipped_rubrics() if one.id == "negotiation")
    more = tuple(replace(skill, id=f"{skill.id}-more") for skill in negotiation.skills[:3])
    drawn = draw_rubric_paper(replace(negotiation, id="ours", skills=(*negotiation.skills, *more)), sheet)
    assert "levels" not in {cut.part for cut in drawn.cuts}


def test_a_small_rubric_is_on_its_sheet_word_for_word_and_in_larger_letters() -> None:
    rubric = sized_rubric(1)
    drawn, said = draw_rubric_paper(rubric, "a4"), read(rubric)
    (skill,) = rubric.skills
    whole = (rubric.summary, skill.summary, skill.seen, skill.missed, skill.no_chance, *skill.checklist)
    assert set(whole) <= set(said)
    assert drawn.cuts == ()
    assert drawn.size_pt > 12


@pytest.mark.parametrize("count", [7, 9, 12])
def test_parts_go_in_their_order_and_the_sheet_says_which(count: int) -> None:
    rubric = sized_rubric(count)
    drawn = draw_rubric_paper(rubric, "a4")
    gone = [part for part in GOES if part in {cut.part for cut in drawn.cuts}]
    assert gone
    assert gone == GOES[: len(gone)]
    sentence = rubric_sheet(rubric).leavable[len(gone) - 1].sentence
    assert sentence in words(drawn.pdf)


def test_what_has_no_checklist_does_not_say_that_it_has_no_room_for_it() -> None:
    bare = sized_rubric(2)
    bare = replace(bare, skills=tuple(replace(skill, checklist=()) for skill in bare.skills))
    assert not [one for one in rubric_sheet(bare).leavable if "checklist" in one.sentence]


def test_anchors_are_shortened_only_after_everything_else_is_gone_and_say_by_how_much() -> None:
    drawn = draw_rubric_paper(longest_rubric(12, "Zusammenfassung "), "a4")
    assert {cut.part for cut in drawn.cuts} == {*GOES, "levels"}
    assert "characters left out" in words(drawn.pdf)


def test_the_level_words_stand_above_where_all_skills_share_them_else_with_each_sentence() -> None:
    rubric = sized_rubric(2)
    first, second = rubric.skills
    assert rubric_sheet(rubric).levels == tuple(level.word for level in first.levels)
    own = replace(second, levels=(replace(second.levels[0], word="Hardly ever"), *second.levels[1:]))
    sheet = rubric_sheet(replace(rubric, skills=(first, own)))
    assert sheet.levels == ("Level 1", "Level 2", "Level 3", "Level 4")
    assert sheet.skills[1].levels[0] == f"Hardly ever: {own.levels[0].sentence}"


def test_it_says_whom_and_what_it_suits() -> None:
    every = rubric_sheet(sized_rubric(1))
    assert every.subtitle == "Version 1 · Calls: every type of call · Reps: everybody"
    some = replace(sized_rubric(1), call_types=(CallType.OBSERVE,), tenures=(Tenure.FIRST_MONTHS,))
    assert rubric_sheet(some).subtitle == "Version 1 · Calls: the rep leads · Reps: in the first months"


def test_its_language_is_that_of_the_rubric_and_what_runs_from_the_right_is_mirrored() -> None:
    arabic = draw_rubric_paper(replace(sized_rubric(2), language="ar"), "a4").pdf
    english = draw_rubric_paper(sized_rubric(2), "a4").pdf
    assert b"/Lang (ar)" in arabic or b"/Lang <FEFF00610072>" in arabic
    name = sized_rubric(2).skills[0].name[0]
    left = {pdf: min(one.left for one in glyphs(pdf) if one.character == name) for pdf in (arabic, english)}
    assert left[english] < left[arabic]


def test_the_same_rubric_gives_the_same_bytes_with_its_file_in_it(tmp_path: Path) -> None:
    rubric = sized_rubric(3)
    write_rubric_paper(rubric, tmp_path / "sheet.pdf", "letter")
    pdf = (tmp_path / "sheet.pdf").read_bytes()
    assert pdf == draw_rubric_paper(rubric, "letter").pdf
    assert attachments(pdf) == {"rubric.json": rubric_bytes(rubric)}


def test_its_name_is_a_file_name_whatever_the_rubric_is_called() -> None:
    assert rubric_paper_name(sized_rubric(1)) == "Our first calls version 1"
    assert rubric_paper_name(replace(sized_rubric(1), name="a/b: ?")) == "a b version 1"
    assert rubric_paper_name(replace(sized_rubric(1), name="???")) == "Rubric version 1"
