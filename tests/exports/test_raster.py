from __future__ import annotations

import pytest

from exports.page.pdf import draw_page
from exports.raster import page_size, page_text, picture
from tests.exports.page.samples import CREATED, usual

PAGE = usual()
PDF = draw_page(PAGE, paper="a4", created=CREATED).pdf


def test_a_picture_is_as_large_as_asked() -> None:
    drawn = picture(PDF, 150 / 72)
    assert (drawn.width, drawn.height) == (1241, 1754)
    assert len(drawn.data) == drawn.stride * drawn.height


def test_the_size_of_the_paper_is_known() -> None:
    assert page_size(PDF) == pytest.approx((595.28, 841.89), abs=0.01)


def test_the_words_of_the_page_can_be_read_aloud() -> None:
    assert PAGE.title in page_text(PDF)


def test_the_picture_shows_ink_on_white_paper() -> None:
    data = picture(PDF, 1).data
    assert data[:3] == b"\xff\xff\xff", "the corner is paper"
    assert min(data[0::4]) < 80, "there is dark ink somewhere"
