"""What a rubric that comes from elsewhere means here, and taking it in. Whatever is in use stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from exports.wording import apart
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import LONGEST_NAME, Rubric, is_shipped
from scoring.rubric_draft import RubricDraft, clean, new_rubric_id
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store


class Arrival(StrEnum):
    """What a rubric that arrives is to those that are here."""

    NEW = "new"
    SAME = "same"
    """This very version is here, and none before it is in use."""
    UPDATE = "update"
    """A later version than the one in use; it may have come with a call already."""
    OLDER = "older"
    """A version that is not here, earlier than the one in use."""
    OTHER_WORDS = "other_words"
    """The same version has other words here."""
    OF_THE_APP = "of_the_app"
    """It says to be one that comes with the app, in words that this app does not have."""
    NEWER_THAN_THE_APP = "newer_than_the_app"
    """The same, in a later version than this app has."""


BRINGS_WORDS = (Arrival.NEW, Arrival.UPDATE)
NOT_HERE = (Arrival.OTHER_WORDS, Arrival.OF_THE_APP, Arrival.NEWER_THAN_THE_APP)
"""It is refused. A copy of it (``as_copy``) is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A rubric that arrives, and what it meets: the ``latest`` version in use here, if there is any, and whether
    somebody ``is_writing`` the next one."""

    arrival: Arrival
    rubric: Rubric
    latest: Rubric | None = None
    is_writing: bool = False


def arrival_of(store: Store, rubric: Rubric) -> Arriving:
    """:returns: what ``rubric`` means here. Nothing is changed."""
    latest = store.rubrics.in_use(rubric.id)
    return Arriving(
        arrival=_arrival(rubric, store.rubrics.versions(rubric.id), latest),
        rubric=rubric,
        latest=latest,
        is_writing=RubricDraft.__name__ in store.rubric_drafts.of(rubric.id),
    )


def take_in(store: Store, arriving: Arriving) -> Rubric:
    """Put what arrives in use, all of it or nothing. What somebody writes of it stays as it is.

    :returns: the rubric that calls use now: the one that arrived, or the latest one where that is here already.
    :raises SecondChairError: if it is refused, or what is here changed since ``arriving`` was looked at.
    :raises KnownError: if it is newer than the app; full, read-only or vanished disk.
    """
    with store.batch():
        now = arrival_of(store, arriving.rubric)
        if (now.arrival, now.latest) != (arriving.arrival, arriving.latest):
            message = tr("What is here has changed meanwhile. Look at the difference again.")
            raise SecondChairError(tr("Nothing was changed"), message)
        if now.arrival in NOT_HERE:
            raise _refused(now)
        if now.arrival in BRINGS_WORDS or now.rubric == now.latest:
            store.rubrics.keep(now.rubric)
            return now.rubric
    return now.latest or now.rubric


def as_copy(rubric: Rubric) -> Rubric:
    """:returns: a rubric of its own in the words of ``rubric``, at the beginning of its own versions. Its skills mean
    the same, so they keep their ids."""
    return replace(rubric, id=new_rubric_id(), version=1, name=copy_name(rubric.name))


def copy_name(name: str) -> str:
    """:returns: what a copy is called at first; a long name is cut, so that it still says it is a copy."""
    words = tr("{name} (copy)")
    return words.format(name=clean(name, LONGEST_NAME - len(words.format(name=""))))


def arrival_sentence(arriving: Arriving) -> str:
    """:returns: what it means, before anything was taken in."""
    return _said(_sentences()[arriving.arrival], arriving)


def taken_in_sentence(arriving: Arriving) -> str:
    """:returns: what ``take_in`` has done; the same as before where it was nothing."""
    done = {
        Arrival.NEW: tr("“{name}” is here now. New calls can use it."),
        Arrival.UPDATE: tr(
            "“{name}” is version {version} now. Calls that used version {latest} keep its words."
        ),
    }
    return _said((_sentences() | done)[arriving.arrival], arriving)


def _said(words: str, arriving: Arriving) -> str:
    latest = arriving.latest or arriving.rubric
    sentence = words.format(
        name=apart(arriving.rubric.name), version=arriving.rubric.version, latest=latest.version
    )
    if arriving.is_writing and arriving.arrival == Arrival.UPDATE:
        return tr("{sentence} What you are writing of it stays as you left it.").format(sentence=sentence)
    return sentence


def _sentences() -> dict[Arrival, str]:
    return {
        Arrival.NEW: tr("“{name}” is new here."),
        Arrival.SAME: tr("“{name}”, version {version}, is here already."),
        Arrival.UPDATE: tr("“{name}” comes as version {version}. Here it is version {latest}."),
        Arrival.OLDER: tr("“{name}” comes as version {version}. You have a newer one, version {latest}."),
        Arrival.OTHER_WORDS: tr(
            "“{name}”, version {version}, has other words here, and those stay. Take this one in as a copy, or ask for "
            "it in a later version."
        ),
        Arrival.OF_THE_APP: tr(
            "“{name}” comes with the app, which has other words for it. Take this one in as a copy."
        ),
        Arrival.NEWER_THAN_THE_APP: tr(
            "It is a later “{name}” than this app has. Update the app here and try again, or take this one in as a "
            "copy."
        ),
    }


def _arrival(rubric: Rubric, versions: list[Rubric], latest: Rubric | None) -> Arrival:
    """:param versions: those that are here, in use or with calls alone. :param latest: the one in use."""
    same_number = next((one for one in versions if one.version == rubric.version), None)
    is_later = latest is None or rubric.version > latest.version
    if is_shipped(rubric.id) and same_number != rubric:
        return Arrival.NEWER_THAN_THE_APP if is_later else Arrival.OF_THE_APP
    if latest is None:
        return Arrival.NEW
    if same_number and same_number != rubric:
        return Arrival.OTHER_WORDS
    if is_later:
        return Arrival.UPDATE
    return Arrival.SAME if same_number else Arrival.OLDER


def _refused(arriving: Arriving) -> SecondChairError:
    sentence = arrival_sentence(arriving)
    if arriving.arrival == Arrival.NEWER_THAN_THE_APP:
        return KnownError(tr("This rubric is newer than the app"), sentence)
    return SecondChairError(tr("Another rubric"), sentence)
