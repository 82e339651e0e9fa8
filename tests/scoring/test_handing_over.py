"""What goes with a page that is handed over, and with one that is amended."""

from __future__ import annotations

import pytest

from scoring.handing_over import Amendment, Before, EarlierLevels, PageContext
from scoring.privacy import card_of
from tests.exports.builders import PRIYA


@pytest.mark.parametrize(
    ("reason", "author", "complete"),
    [("", "", False), ("wrong date", " ", False), ("\n", "Dana", False), ("wrong date", "Dana", True)],
)
def test_an_amendment_says_why_and_by_whom(reason: str, author: str, complete: bool) -> None:
    assert Amendment(reason=reason, author=author).is_complete is complete


def test_a_skill_without_earlier_levels_has_none() -> None:
    before = Before(levels=(EarlierLevels(skill="stays-calm", levels=(1, None)),))
    assert (before.levels_of("stays-calm"), before.levels_of("opens")) == ((1, None), ())


def test_the_language_of_a_page_leads_to_no_other_folder() -> None:
    assert PageContext(rep=card_of(PRIYA), language="zh-Hant-TW").language == "zh-Hant-TW"
    for code in ("", "../../elsewhere", "/tmp", "en\0"):
        with pytest.raises(ValueError, match="language"):
            PageContext(rep=card_of(PRIYA), language=code)
