"""The paper is the one the manager chose, or the usual one where they are."""

from __future__ import annotations

import pytest

from exports.paper import sheet_for
from scoring.preferences import Paper, Sheet


@pytest.mark.parametrize(
    ("paper", "locale_name", "sheet"),
    [
        (Paper.AUTO, "en_US", "letter"),
        (Paper.AUTO, "fr_CA.UTF-8", "letter"),
        (Paper.AUTO, "de_DE", "a4"),
        (Paper.AUTO, "C", "a4"),
        (Paper.AUTO, None, "a4"),
        (Paper.A4, "en_US", "a4"),
        (Paper.LETTER, "de_DE", "letter"),
    ],
)
def test_the_paper_is_the_chosen_one_or_that_of_the_region(
    paper: Paper, locale_name: str | None, sheet: Sheet
) -> None:
    assert sheet_for(paper, locale_name) == sheet
