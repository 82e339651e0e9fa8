from __future__ import annotations

import pytest

from ui.models.seeking import plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("TOMAS", "Tomás"), ("tomás", "Toma\u0301s"), ("strasse", "Straße"), ("αθηνα", "ΑΘΉΝΑ"), ("ﬁn", "Fin")],
)
def test_case_and_accents_make_no_difference(typed: str, meant: str) -> None:
    assert plain(typed) == plain(meant)


@pytest.mark.parametrize(("one", "other"), [("Sam", "Pam"), ("שרה", "שרית"), ("李", "王")])
def test_other_letters_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)
