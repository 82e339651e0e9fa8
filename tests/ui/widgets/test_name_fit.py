from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from scoring.rubric import shipped_rubrics
from ui.theme import apply_theme
from ui.widgets.name_fit import fits_strip, fits_tile

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_names_of_the_shipped_rubrics_fit(qapp: QApplication) -> None:
    apply_theme(qapp)
    for rubric in shipped_rubrics():
        for skill in rubric.skills:
            assert fits_tile(skill.name, len(rubric.skills)), skill.name
            assert fits_strip(skill.name), skill.name


def test_the_more_tiles_there_are_the_shorter_names_have_to_be(qapp: QApplication) -> None:
    apply_theme(qapp)
    name = "Summarises what everybody wants from Wednesday’s long meetin"
    assert fits_tile(name, 4)
    assert not fits_tile(name, 12)


def test_a_long_word_fits_neither(qapp: QApplication) -> None:
    apply_theme(qapp)
    word = "Rindfleischetikettierungsgesetz"
    assert not fits_tile(word, 12)
    assert not fits_strip(word)
