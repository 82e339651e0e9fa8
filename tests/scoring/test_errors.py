"""What a person is told."""

from __future__ import annotations

from scoring.errors import KnownError, SecondChairError


def test_an_error_says_what_and_what_to_do() -> None:
    error = SecondChairError("The disk is full", "Make some room.")
    assert (error.title, error.message) == ("The disk is full", "Make some room.")
    assert str(error) == "The disk is full: Make some room."


def test_the_worlds_fault_is_caught_with_what_the_app_cannot_do() -> None:
    assert issubclass(KnownError, SecondChairError)
