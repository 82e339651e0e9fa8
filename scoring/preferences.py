"""What the manager likes: the paper of the page, the face of the live screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Sheet = Literal["a4", "letter"]
"""The sheet a page is really drawn on."""


class Paper(StrEnum):
    """The paper of the page. ``AUTO`` follows the computer's region."""

    AUTO = "auto"
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """``neutral_face`` keeps names and figures off the live screen, ``neutral_strip`` off the strip. ``long_floor_s``
    is how long (s) the manager may hold the floor of a call they observe before their tile shows it; 0 is never.
    """

    paper: Paper = Paper.AUTO
    neutral_face: bool = True
    neutral_strip: bool = True
    long_floor_s: int = 60
