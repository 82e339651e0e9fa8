"""Whatever file is brought in: it is taken in whole, or refused with a sentence and nothing is changed."""

from __future__ import annotations

from itertools import islice

import pytest

from exports.page_file import draw_call
from exports.record import record_json
from tests.conftest import Amount
from tests.exports.hostile_files import hostile_files
from tests.exports.random_calls import RandomCalls
from tests.exports.watched import MEGABYTES, SECONDS, watch
from tests.exports.whole_import import REFUSED, WHOLE


@pytest.mark.timeout(7200)
def test_every_file_is_brought_in_whole_or_refused_and_none_takes_long_or_much(amount: Amount) -> None:
    calls = RandomCalls(seed=77)
    sources = [calls.call().source() for _ in range(6)]
    pages = [draw_call(source, "a4").pdf for source in sources]
    files = islice(hostile_files(7, pages, list(map(record_json, sources))), amount(200, 2_000))
    outcomes = [*watch("tests.exports.whole_import.bring_in", [("a page", pages[0]), *files])]
    assert outcomes[0].value == WHOLE
    assert [one for one in outcomes if one.error] == []
    assert [one for one in outcomes if one.seconds > SECONDS or one.megabytes > MEGABYTES] == []
    assert [one for one in outcomes if one.value.startswith((WHOLE, REFUSED))] == outcomes
    assert any(one.value.startswith(REFUSED) for one in outcomes)
