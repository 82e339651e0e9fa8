from __future__ import annotations

from pathlib import Path

from scoring.preferences import Paper, Preferences
from scoring.store import Store


def test_the_live_screen_is_neutral_and_the_paper_usual_until_somebody_says_otherwise() -> None:
    assert Preferences() == Preferences(paper=Paper.AUTO, neutral_face=True)


def test_what_the_manager_likes_is_there_after_a_restart(tmp_path: Path) -> None:
    liked = Preferences(paper=Paper.LETTER, neutral_face=False)
    store = Store.open(tmp_path)
    store.settings.put("preferences", liked)
    store.close()
    again = Store.open(tmp_path)
    assert again.settings.get("preferences", Preferences, Preferences()) == liked
    again.close()
