"""Which rubric a new call starts with: the one set for its type and for how long the rep has been with us.

What is set is a rubric, never a version of it: a call that is planned takes the version in use on that day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from scoring.call_type import CallType
from scoring.rubric import DEFAULT_ID, Rubric, default_rubric, is_shipped
from scoring.tenure import Tenure

SETTING = "rubric_defaults"
"""Under this key ``RubricDefaults`` stand among the settings."""
PUT_AWAY = "rubrics_put_away"
"""Under this key stand the ids of the rubrics that are not offered any more: ``tuple[str, ...]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDefault:
    """Calls of one type, with reps of one tenure, start with this rubric."""

    call_type: CallType
    tenure: Tenure
    rubric_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDefaults:
    """For each type of call and tenure a rubric, or none set. ``chosen`` holds those that are set."""

    chosen: tuple[RubricDefault, ...] = ()

    def __post_init__(self) -> None:
        places = [(one.call_type, one.tenure) for one in self.chosen]
        if len(set(places)) < len(places):
            raise ValueError("one rubric at most for each type of call and tenure")

    def rubric_id(self, call_type: CallType, tenure: Tenure) -> str | None:
        """:returns: the id of the rubric that is set for these calls, or None."""
        found = (one.rubric_id for one in self.chosen if (one.call_type, one.tenure) == (call_type, tenure))
        return next(found, None)

    def setting(self, call_type: CallType, tenure: Tenure, rubric_id: str | None) -> RubricDefaults:
        """:returns: the defaults with this rubric for these calls; with None nothing is set for them."""
        kept = tuple(one for one in self.chosen if (one.call_type, one.tenure) != (call_type, tenure))
        if rubric_id is None:
            return RubricDefaults(chosen=kept)
        return RubricDefaults(
            chosen=(*kept, RubricDefault(call_type=call_type, tenure=tenure, rubric_id=rubric_id))
        )


def offered(rubrics: Iterable[Rubric], put_away: Collection[str]) -> list[Rubric]:
    """:returns: the rubrics a call can be planned with, those that are not put away: one's own before those of the app,
    else in their order."""
    kept = (rubric for rubric in rubrics if rubric.id not in put_away)
    return sorted(kept, key=lambda rubric: is_shipped(rubric.id))


def rubric_for(
    defaults: RubricDefaults, call_type: CallType, tenure: Tenure, rubrics: Sequence[Rubric]
) -> Rubric:
    """Choose what a new call starts with: what is set for it, else the default of the app.

    Where neither is offered any more it is the first that suits such a call, else the first of all. Where none is
    offered it is the default of the app all the same: no call is without a rubric.

    :param rubrics: those that are offered, each in the version in use.
    """
    known = {rubric.id: rubric for rubric in rubrics}
    for wanted in (defaults.rubric_id(call_type, tenure), DEFAULT_ID):
        if wanted in known:
            return known[wanted]
    suiting = (rubric for rubric in rubrics if suits(rubric, call_type, tenure))
    return next(suiting, None) or next(iter(rubrics), None) or default_rubric()


def suits(rubric: Rubric, call_type: CallType, tenure: Tenure) -> bool:
    """:returns: whether a rubric says that it is for such calls; one that says nothing is for all."""
    return call_type in (rubric.call_types or CallType) and tenure in (rubric.tenures or Tenure)
