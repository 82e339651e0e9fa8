"""What the manager likes: paper, face of the live screen, size of the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The paper of the page. ``AUTO`` follows the computer's region."""

    AUTO = "auto"
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """``neutral_face`` keeps names, counts and shares off the live screen. ``text_percent`` is 100, 125, 150 or 200."""

    paper: Paper = Paper.AUTO
    neutral_face: bool = True
    text_percent: int = 100
