"""The parts made of text: nothing empty leaves a trace, names find a size."""

from __future__ import annotations

from dataclasses import replace

from exports.page import draw_page
from exports.summary import LabelledText, SummaryPage
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find, roles, tags
from tests.exports.page.reading import words


def test_an_empty_part_leaves_neither_heading_nor_gap_behind() -> None:
    page = samples.short()
    text = words(draw_page(page, paper="a4", created=samples.CREATED).pdf)
    for heading in (page.gaps_heading, page.change.label, "Skill", "Who had the floor"):
        assert heading not in text
    assert set(roles(tags(samples.empty()))) == set()


def with_closings(length: int) -> SummaryPage:
    labels = (
        "Who had the floor",
        "Stepped in",
        "Since last time",
        "Parked for a later ride",
        "Priya's comment",
    )
    said = tuple(LabelledText(label=label, text="Ask first. " * length) for label in labels)
    return replace(samples.usual(), closing=said)


def test_of_what_is_left_to_say_the_reps_comment_is_the_last_to_be_cut() -> None:
    pages = [draw_page(with_closings(n), paper="a4", created=samples.CREATED) for n in range(10, 60, 5)]
    cut = [{cut.part for cut in page.cuts} for page in pages if page.cuts]
    assert any("Priya's comment" not in parts for parts in cut)
    assert all(len(parts) == 5 for parts in cut if "Priya's comment" in parts)


def test_the_reps_comment_is_there_however_much_else_was_written() -> None:
    wordy = with_closings(4_000)
    page = replace(wordy, strengths=samples.long(12).strengths, gaps=samples.long(12).gaps)
    drawn = draw_page(page, paper="letter", created=samples.CREATED)
    assert "Priya's comment Ask first. " in words(drawn.pdf)
    assert "Priya's comment" in {cut.part for cut in drawn.cuts}


def test_a_statement_keeps_its_lines_and_without_one_there_is_no_heading() -> None:
    page = drawn(samples.acknowledged())
    assert find(page, "I would like both")[0].left == find(page, "I agree with most")[0].left
    nothing = replace(samples.acknowledged(), statement=samples.usual().statement)
    assert "statement" not in words(draw_page(nothing, paper="a4", created=samples.CREATED).pdf)


def test_long_names_take_a_smaller_size_before_a_third_line() -> None:
    usual, long = (
        drawn(samples.usual()),
        drawn(replace(samples.usual(), title="Coaching summary for " + "Ann " * 30)),
    )
    assert find(usual, "Coaching")[0].size > find(long, "Coaching")[0].size >= 8.5
