from __future__ import annotations

from scoring.writeup.hints import Kind


def test_who_somebody_is_comes_before_everything_else_and_the_place_last_of_a_field() -> None:
    assert next(iter(Kind)) == Kind.PERSON
    assert [*Kind].index(Kind.WHERE) > max([*Kind].index(kind) for kind in (Kind.WHAT, Kind.HOW, Kind.MANY))
