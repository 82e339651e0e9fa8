"""A quiet colour for each skill, by its place in the rubric: a slim edge beside its name, and never all there is to
tell it by.

The hues are those of Paul Tol's "muted" scheme (Colour Schemes, SRON/EPS/TN/09-002, 2021) with the blue and the
vermilion of Okabe and Ito (Color Universal Design, 2008), made duller, and lighter or darker until each stands out 3:1
from every ground. Twelve colours cannot all be told apart by everybody; the order keeps neighbours apart, also for
those who see no red or no green (Machado, Oliveira and Fernandes, 2009).
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import LIVE, tokens_of

EDGE: Final = 3  # px at 100 %

ON_DESK: Final = (
    "#15689f",
    "#97862f",
    "#9f4958",
    "#4689a9",
    "#6e2146",
    "#1e8d7d",
    "#b7693f",
    "#363177",
    "#686800",
    "#b06aa2",
    "#095d26",
    "#72777d",
)
ON_LIVE: Final = (
    "#549fda",
    "#ddcc77",
    "#ce7381",
    "#84c8ea",
    "#b86487",
    "#54b9a7",
    "#ed9a6f",
    "#7677c3",
    "#919234",
    "#eca1dc",
    "#4a9358",
    "#b4b9bf",
)


def skill_colour(place: int, widget: QWidget) -> str:
    """:param place: of the skill in its rubric, from 0.
    :returns: its colour, as ``#rrggbb``, for the face that ``widget`` stands on."""
    colours = ON_LIVE if tokens_of(widget) is LIVE else ON_DESK
    return colours[place % len(colours)]


def paint_edge(painter: QPainter, rect: QRect, place: int, widget: QWidget) -> None:
    """Paint the edge of a skill into ``rect``, which should be ``px(EDGE)`` wide."""
    painter.fillRect(rect, QColor(skill_colour(place, widget)))
