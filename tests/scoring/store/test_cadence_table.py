"""What is planned for single reps."""

from __future__ import annotations

from scoring.store.store import Store
from tests.builders import a_rep


def test_what_is_planned_for_one_rep_is_kept_changed_and_dropped(store: Store) -> None:
    ada, kim = a_rep("Ada"), a_rep("Kim")
    for rep in (ada, kim):
        store.reps.save(rep)
    store.cadences.put(ada.id, 6)
    store.cadences.put(kim.id, 0)
    store.cadences.put(ada.id, 2)
    assert (store.cadences.get(ada.id), store.cadences.get(kim.id)) == (2, 0)
    assert store.cadences.all() == {ada.id: 2, kim.id: 0}
    store.cadences.put(ada.id, None)
    assert store.cadences.get(ada.id) is None
    assert store.cadences.all() == {kim.id: 0}
