from __future__ import annotations

from scoring.entry import Introduction
from scoring.measures.introductions import introductions
from tests.scoring.mirror_calls import a_mirror_call

AGREED, BOSS = Introduction.AS_AGREED.value, Introduction.AS_BOSS.value


def test_it_is_said_how_the_manager_was_introduced_where_it_was_noted() -> None:
    agreed, boss, silent = (
        a_mirror_call(0, introduction=AGREED),
        a_mirror_call(1, introduction=BOSS),
        a_mirror_call(2),
    )
    found = introductions([silent, boss, agreed])
    assert (found.noted.done, found.noted.not_done, found.noted.left_out) == ((agreed,), (boss,), (silent,))


def test_what_is_remembered_counts_against_and_never_for() -> None:
    agreed = a_mirror_call(0, introduction=AGREED, introduction_recalled=True)
    boss = a_mirror_call(1, introduction=BOSS, introduction_recalled=True)
    found = introductions([agreed, boss])
    assert (found.noted.done, found.noted.not_done, found.remembered) == ((), (boss,), (agreed,))
