"""The ways to sit in: which there are on this computer, and what they are called."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from scoring.teeup import Way
from scoring.text import tr


def offered_ways() -> tuple[Way, ...]:
    """:returns: the ways to choose from here: a strip needs windows that stay on top, which Wayland has not."""
    has_no_on_top = QGuiApplication.platformName().startswith("wayland")
    return tuple(way for way in Way if way != Way.DISCREET or not has_no_on_top)


def usable_way(way: Way) -> Way:
    """:returns: ``way``, or the open laptop in its place where it is not offered here."""
    return way if way in offered_ways() else Way.OPEN_LAPTOP


def way_words(way: Way) -> str:
    """:returns: how a way is called."""
    return {
        Way.OPEN_LAPTOP: tr("Laptop open"),
        Way.DISCREET: tr("Discreet strip"),
        Way.NO_DEVICE: tr("No device"),
    }[way]


def live_way_words(way: Way) -> str:
    """:returns: how a way is called during a call: short, and harmless to read from across the table."""
    return {Way.OPEN_LAPTOP: tr("Wide"), Way.DISCREET: tr("Narrow"), Way.NO_DEVICE: tr("Put away")}[way]


def way_hint(way: Way) -> str:
    """:returns: what a way means, in one line."""
    return {
        Way.OPEN_LAPTOP: tr("Everything on one screen in front of you, by key or by tap."),
        Way.DISCREET: tr("A narrow strip above the meeting window. The keyboard stays with the meeting."),
        Way.NO_DEVICE: tr("Nothing during the call. You write it down afterwards, marked as recalled."),
    }[way]
