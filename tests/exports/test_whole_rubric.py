"""Whatever rubric file is taken in: it is taken in whole, or refused with a sentence and nothing is changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import islice

import pytest

from exports.rubric_file import rubric_bytes
from scoring.call_type import CallType
from tests.conftest import Amount
from tests.exports.hostile_rubrics import hostile_rubrics
from tests.exports.watched import watch
from tests.exports.whole_rubric import REFUSED, WHOLE
from tests.scoring.test_rubric import a_rubric

SECONDS = 1
MEGABYTES = 100
PLAIN = a_rubric()
FULL = replace(
    PLAIN,
    version=7,
    call_types=(CallType.SHOW,),
    skills=(replace(PLAIN.skills[0], checklist=("Asks.", "Waits.")), *PLAIN.skills[1:]),
)


@pytest.mark.timeout(3600)
def test_every_file_is_taken_in_whole_or_refused_and_none_takes_long_or_much(amount: Amount) -> None:
    files = islice(hostile_rubrics(31, [PLAIN, FULL]), amount(200, 2_000))
    good = [("as it is here", rubric_bytes(PLAIN)), ("an update", rubric_bytes(FULL))]
    outcomes = list(watch("tests.exports.whole_rubric.take_in_file", [*good, *files]))
    assert [one.value for one in outcomes[:2]] == [WHOLE, WHOLE]
    assert [one for one in outcomes if one.error] == []
    assert [one for one in outcomes if one.seconds > SECONDS or one.megabytes > MEGABYTES] == []
    assert [one for one in outcomes if one.value.startswith((WHOLE, REFUSED))] == outcomes
    assert any(one.value == WHOLE for one in outcomes[2:])
    assert sum(one.value.startswith(REFUSED) for one in outcomes) > len(outcomes) / 2


def test_the_same_seed_gives_the_same_files_and_each_of_the_first_has_a_name() -> None:
    first, again = (list(islice(hostile_rubrics(31, [PLAIN]), 120)) for _ in range(2))
    assert [sha256(data).digest() for _, data in first] == [sha256(data).digest() for _, data in again]
    names = [name for name, _ in first[:80]]
    assert len(set(names)) == len(names)
