"""What is meant by erasing a rep or calls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.codec import as_json, from_json
from scoring.erasure import Erasure, Receipt, refuse_held
from scoring.errors import SecondChairError
from scoring.holds import lift_hold, place_hold
from tests.builders import NINE, an_id


def test_erasing_a_rep_means_everybody_who_is_the_same_person() -> None:
    rep, twin, other, stranger = an_id(), an_id(), an_id(), an_id()
    merges = {twin: rep, other: stranger}
    assert Erasure.of_rep(rep, merges) == Erasure(rep_ids=frozenset({rep, twin}))
    assert Erasure.of_rep(twin, merges) == Erasure.of_rep(rep, merges)


def test_erasing_calls_leaves_their_reps() -> None:
    call = an_id()
    assert Erasure.of_calls([call]) == Erasure(call_ids=frozenset({call}))


def test_a_hold_in_force_is_refused_with_its_reason_and_how_to_lift_it() -> None:
    lawsuit, audit = (
        place_hold(reason, NINE, call_id=an_id()) for reason in ("The Bergmann lawsuit", "An audit")
    )
    lifted = lift_hold(place_hold("An old matter", NINE, rep_id=an_id()), NINE)
    with pytest.raises(SecondChairError) as refused:
        refuse_held([lifted, lawsuit, audit, replace(audit, id=an_id())])
    assert "The Bergmann lawsuit; An audit." in refused.value.message
    assert "lift it" in refused.value.message
    assert "old matter" not in refused.value.message
    refuse_held([lifted])


def test_a_receipt_survives_the_file() -> None:
    receipt = Receipt(id=an_id(), at=NINE, reps=1, calls=3, not_reached=("Printed sheets.",))
    assert from_json(Receipt, as_json(receipt)) == receipt
