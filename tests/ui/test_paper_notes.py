from __future__ import annotations

from exports.page.drawing import Cut
from exports.page.pdf import Drawn, draw_call_sheet, draw_page
from exports.rubric_paper import draw_rubric_paper
from tests.exports.page.samples import ALL, CALL_SHEETS, CREATED
from tests.sized_rubrics import longest_rubric
from ui.paper_notes import MOST_SIGNS, notes_on

REST = "The record holds the rest:"


def _drawn(*cuts: Cut, missing: tuple[str, ...] = (), words: dict[str, int] | None = None) -> Drawn:
    return Drawn(b"", cuts, 8.5, missing, words or {"change": 450})


def test_a_page_that_holds_everything_needs_no_words() -> None:
    assert notes_on(_drawn(), REST) == []


def test_a_page_of_more_than_three_minutes_says_so_with_its_longest_part() -> None:
    assert notes_on(_drawn(words={"title": 5, "gaps": 312, "Priya's comment": 296}), REST) == [
        "About 620 words. A page of up to 450 is read in three minutes; the longest part is “What got in the way”."
    ]


def test_what_was_left_out_is_added_up_by_part() -> None:
    left_out = notes_on(
        _drawn(
            Cut(part="strengths", count=1200, unit="characters"),
            Cut(part="strengths", count=34, unit="characters"),
            Cut(part="gaps", count=1, unit="items"),
        ),
        REST,
    )
    assert left_out == [
        REST,
        "What worked: 1234 characters left out",
        "What got in the way: 1 entry left out",
    ]


def test_what_is_left_to_say_is_named_as_on_the_page() -> None:
    long = draw_page(ALL["long"](), paper="a4", created=CREATED)
    notes = notes_on(long, REST)
    comment = next(cut.count for cut in long.cuts if cut.part == "Priya’s comment")
    assert f"Priya’s comment: {comment} characters left out" in notes
    assert "the longest part is “Priya’s comment”" in notes[0]


def test_characters_no_font_has_are_shown_but_not_all_of_a_thousand() -> None:
    few, many = notes_on(_drawn(missing=("𓀀",)), REST)[0], notes_on(_drawn(missing=("𓀀",) * 1000), REST)[0]
    assert few.endswith(": 𓀀")
    assert many.count("𓀀") == MOST_SIGNS


def test_every_part_of_page_call_sheet_and_rubric_has_a_name_in_words() -> None:
    pages = [draw_page(make(), paper="letter", created=CREATED) for make in ALL.values()]
    pages += [draw_call_sheet(make(), paper="letter", created=CREATED) for make in CALL_SHEETS.values()]
    pages.append(draw_rubric_paper(longest_rubric(12, "Zusammenfassung "), "letter"))
    cuts = [cut for page in pages for cut in page.cuts]
    assert {cut.part for cut in cuts} >= {
        "strengths",
        "gaps",
        "plan",
        "introduction",
        "agreed",
        "levels",
        "seen",
    }, "the samples cut something"
    assert not [note for note in notes_on(_drawn(*cuts), REST)[1:] if not note[0].isupper()]
