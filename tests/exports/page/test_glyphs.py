"""What is copied from the page is what was written."""

from __future__ import annotations

from dataclasses import replace

from exports.page import Drawn, draw_page
from exports.summary import Evidence, SummaryPage
from tests.exports.page import samples
from tests.exports.page.reading import content, lines, words
from tests.exports.page.tagged import elements


def draw(page: SummaryPage) -> Drawn:
    return draw_page(page, paper="a4", created=samples.CREATED)


def test_accents_ligatures_and_quotes_are_read_back_as_written() -> None:
    text = "Zoë Łukasiewicz’s affable office – “fluffy”, Ελληνικά, Кириллица, Nguyễn Thị."
    assert text in words(draw(samples.only(text)).pdf)


def test_the_words_of_two_lines_are_read_as_two() -> None:
    text = "Asked three open questions in a row, and waited for every answer. " * 4
    read = [line for line in lines(draw(samples.only(text)).pdf) if "questions" in line or "answer" in line]
    assert len(read) > 1
    assert all(line.endswith(" ") for line in read[:-1])


def test_a_character_no_font_has_is_named_and_still_there_for_who_copies() -> None:
    drawn = draw(samples.only("Well done 🚀 and 👩\u200d👩\u200d👧 too."))
    assert drawn.missing == ("🚀", "👩")
    rocket = "🚀".encode("utf-16-be").hex().upper().encode()
    assert b"/Span <</ActualText <FEFF" + rocket + b"0020>>> BDC" in content(drawn.pdf)
    assert b"/ActualText <FEFF" in drawn.pdf[drawn.pdf.index(b"/StructTreeRoot") :]


def test_brackets_in_a_line_from_the_right_are_read_back_the_right_way() -> None:
    assert "(דוגמה)" in words(draw(samples.only("עברית (דוגמה) עוד")).pdf)


def test_a_text_and_the_note_behind_it_are_read_as_two_words() -> None:
    for words_of_script in ("Ran on.", "प्रिया"):
        noted = Evidence(time="22:05", words=words_of_script, note="recalled")
        pdf = draw(replace(samples.usual(), gaps=(noted,))).pdf
        assert f"{words_of_script} recalled" in [element.text for element in elements(pdf)]


def test_a_blank_behind_joined_letters_is_kept_by_who_copies() -> None:
    text = "देने से पहले प्रश्न पूरा सुनें"
    assert text in words(draw(samples.only(text)).pdf)


def test_marks_that_are_raised_are_read_with_the_letter_that_carries_them() -> None:
    text = "เป็นที่เรียบร้อย ปั๊ม"
    assert text in words(draw(replace(samples.empty(), title=text)).pdf)


def test_no_blank_is_read_where_a_line_ends_inside_a_word() -> None:
    text = "山田太郎" * 40 + " 🚀"
    assert text in [element.text for element in elements(draw(samples.only(text)).pdf)]


def test_paragraphs_are_read_as_two() -> None:
    pdf = draw(samples.only("One end\nanother beginning")).pdf
    assert "One end another beginning" in [element.text for element in elements(pdf)]
