"""The table of a rubric as who listens to it hears it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports.page.arrangement import rubric_layout
from exports.page.drawing import Drawing, Fit
from exports.page.sheet import Sheet
from exports.page.style import PAPERS
from exports.page.tags import Tag
from exports.page.textbox import Setting
from exports.rubric_paper import draw_rubric_paper, rubric_sheet
from exports.summary import RubricSheet
from tests.exports.page.looking import find
from tests.exports.page.reading import glyphs
from tests.sized_rubrics import sized_rubric

LEFT_OUT = ("checklist", "missed", "seen", "no_chance")


def tags(sheet: RubricSheet, fit: Fit) -> Tag:
    height, width = PAPERS["a4"]
    layout = rubric_layout(sheet, Setting("en", 0, sheet.cut), (width, height))
    paper = Sheet(*layout.paper)
    layout.draw(Drawing(paper), fit)
    return paper.tags.root


def rows(tag: Tag) -> Iterator[list[str]]:
    for kid in tag.kids:
        if kid.role == "TR":
            yield [cell.role for cell in kid.kids]
        yield from rows(kid)


def test_a_skill_is_a_row_and_a_level_a_column_with_what_is_looked_for_behind_them() -> None:
    first, *others = rows(tags(rubric_sheet(sized_rubric(3)), Fit(8.5)))
    assert first == ["TH"] * 6
    assert others == [["TH", *["TD"] * 5]] * 3


def test_without_anything_to_look_for_the_rows_end_with_the_levels() -> None:
    first, *others = rows(tags(rubric_sheet(sized_rubric(3)), Fit(8.5, left_out=LEFT_OUT)))
    assert first == ["TH"] * 5
    assert others == [["TH", *["TD"] * 4]] * 3


def test_a_summary_stands_beside_a_short_name_and_below_a_long_one() -> None:
    assert _is_beside("Opens")
    assert not _is_beside("Opens with a purpose that the customer can agree to at once")


def _is_beside(name: str) -> bool:
    rubric = sized_rubric(1)
    (skill,) = rubric.skills
    found = glyphs(draw_rubric_paper(replace(rubric, skills=(replace(skill, name=name),)), "a4").pdf)
    return find(found, skill.summary)[0].left > find(found, name)[-1].left
