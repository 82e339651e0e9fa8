"""The mirror is the manager's alone: no page, record or access pack knows it, and nothing that makes them does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from exports.access_pack.pack import PackWish, write_pack
from exports.mirror_figures import goals_in, keep_goals, mirror
from exports.page_file import draw_call
from exports.page_source import page_source
from scoring.mirror_goals import SETTING, DebriefBy, MirrorGoals
from scoring.store.store import Store
from tests.architecture import imports_of, read_tree
from tests.exports.builders import MORNING, Told, a_debriefed_call
from tests.exports.page.reading import attachments, content, words

ROOT = Path(__file__).parent.parent.parent
GOALS = MirrorGoals(share_at_most=37, steps_at_most=8, hand_back_s=471_113, debrief_by=DebriefBy.SAME_DAY)
TELL_TALES = ("471113", "471,113", "471 113", SETTING, "share_at_most", "same_day", "mirror")
THE_MIRROR_ITSELF = (
    "scoring/mirror*.py",
    "scoring/measures/*.py",
    "scoring/store/*.py",
    "exports/mirror_*.py",
    "exports/one_thing_words.py",
    "exports/commands.py",
    "ui/mirror_*.py",
    "ui/screens/mirror*.py",
    "ui/widgets/goal_panel.py",
    "ui/screen_making.py",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def told(store: Store) -> Told:
    call = a_debriefed_call().keep(store)
    keep_goals(store, GOALS)
    assert goals_in(store) == GOALS
    assert mirror(store, 3, MORNING).calls == 1
    return call


def _found_in(text: str) -> list[str]:
    return [tell_tale for tell_tale in TELL_TALES if tell_tale in text]


def test_no_page_and_no_record_knows_of_the_mirror_or_of_the_goals(store: Store, told: Told) -> None:
    pdf = draw_call(page_source(store, told.call.id), "a4").pdf
    record = attachments(pdf)["record.json"].decode()
    assert _found_in(words(pdf) + record + content(pdf).decode("latin-1")) == []


def test_the_access_pack_copies_no_settings(store: Store, told: Told, tmp_path: Path) -> None:
    wish = PackWish(rep_id=told.rep.id, now=MORNING, usual="a4")
    path, _ = write_pack(lambda job: job(store), wish, tmp_path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    for name, data in files.items():
        assert _found_in(name + data.decode("utf-8", "replace")) == [], name


def test_a_copy_of_all_data_keeps_the_goals(store: Store, told: Told, tmp_path: Path) -> None:
    copy = store.back_up("by-hand", tmp_path / "copies")
    assert b"471113" in copy.read_bytes()


def test_nothing_but_the_mirror_itself_asks_the_mirror() -> None:
    knowing = {
        module.path
        for module in read_tree(ROOT)
        for found in imports_of(module)
        if found.name.startswith(("scoring.mirror", "exports.mirror_", "exports.one_thing", "ui.mirror_"))
    }
    others = [path for path in knowing if not any(fnmatchcase(path, known) for known in THE_MIRROR_ITSELF)]
    assert others == []
    assert "exports/mirror_figures.py" in knowing
