"""Two people with everything the app can know of somebody, each text of it marked with a word of its own."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from exports.archive.lock import prepare_archive
from exports.archive.report import Progress, Stopped, never, no_progress
from exports.archive.writing import archive_page, archive_scan
from exports.erasing import erase
from exports.page_file import export_pages
from exports.page_source import page_count, page_source, short_id
from scoring.acknowledgement import Acknowledgement, Signing, Statement
from scoring.archived import ARCHIVE_FOLDER
from scoring.debrief import MyView
from scoring.erasure import Erasure, Receipt
from scoring.handing_over import Amendment, HandOver
from scoring.holds import lift_hold, place_hold
from scoring.notes import CurtainNotes
from scoring.people import Rep
from scoring.store.store import Store
from tests.exports.builders import DANA, MORNING, PRIYA, Told, a_debrief
from tests.exports.test_privacy_markers import Marks, told_with
from tests.scoring.store.older_files import make_older

STEPS = ("m005_archive", "m006_follow_through")
PNG = b"\x89PNG\r\n\x1a\n"


class AccentedMarks(Marks):
    """Marks with accents, which a search that knows no accents would miss."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self._numbers = count(first)

    def text(self, what: str) -> str:
        mark = f"Öq{next(self._numbers)}Éz"
        self.of[mark] = what
        return mark


@dataclass(frozen=True, slots=True)
class Marked:
    """A person, all the words that lead to them by what they stand for, and one more entry of the same person."""

    rep: Rep
    twin: Rep
    calls: tuple[UUID, ...]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A data folder and an archive with two people in them, and an export beside."""

    data: Path
    archive: Path
    exported: Path
    erased: Marked
    other: Marked


def a_scene(folder: Path) -> Scene:
    """:returns: the scene; the data is closed."""
    data, archive, exported = folder / "data", folder / "archive", folder / "exported"
    archive.mkdir()
    prepare_archive(archive)
    with closing(Store.open(data)) as store:
        store._db.execute("PRAGMA secure_delete = OFF")  # as where SQLite leaves old bytes in the file
        store.settings.put(ARCHIVE_FOLDER, str(archive))
        erased = _a_person(store, archive, AccentedMarks(100))
        other = _a_person(store, archive, AccentedMarks(500))
        for person in (erased, other):
            store.drafts.drop(person.calls[0], "Debrief")
        export_pages(store, erased.calls[0], exported, "a4")
        store.back_up("by hand")
    _leave_traces(data, archive, erased)
    return Scene(data=data, archive=archive, exported=exported, erased=erased, other=other)


def another(scene: Scene, folder: Path) -> Scene:
    """:returns: a copy of the scene in ``folder``, to be changed."""
    shutil.copytree(scene.data.parent, folder)
    moved = replace(scene, data=folder / "data", archive=folder / "archive", exported=folder / "exported")
    with closing(Store.open(moved.data)) as store:
        store.settings.put(ARCHIVE_FOLDER, str(moved.archive))
    return moved


def erase_person(scene: Scene, progress: Progress = no_progress, stopped: Stopped = never) -> Receipt | None:
    """:returns: the receipt of erasing the one of the two."""
    with closing(Store.open(scene.data)) as store:
        erasure = Erasure.of_rep(scene.erased.rep.id, store.merges.all())
        return erase(lambda job: job(store), erasure, MORNING, progress, stopped)


def _a_person(store: Store, archive: Path, marks: AccentedMarks) -> Marked:
    rep = replace(marks.fill(PRIYA), id=uuid4())
    twin = Rep(id=uuid4(), name=marks.text("name of the other entry"), coaching=marks.text("its coaching"))
    calls = [_an_archived_call(store, archive, marks, one) for one in (rep, twin)]
    dropped = a_debrief(comment=marks.text("a draft that was dropped") * 4_000)
    store.drafts.put(calls[0], "Debrief", dropped)
    store.merge(twin.id, rep.id)
    for one in (rep, twin):
        store._db.table("cadences").insert({"rep_id": str(one.id), "months": 1})
    for hold in (
        place_hold(marks.text("reason of a hold on the rep"), MORNING, rep_id=rep.id),
        place_hold(marks.text("reason of a hold on a call"), MORNING, call_id=calls[0]),
    ):
        store.holds.save(lift_hold(hold, MORNING + timedelta(days=1)))
    ids = {str(one): "an id" for one in (rep.id, twin.id, *calls)}
    short = {short_id(one): "a short id" for one in (rep.id, twin.id, *calls)}
    return Marked(rep, twin, tuple(calls), {**marks.of, **ids, **short})


def _an_archived_call(store: Store, archive: Path, marks: AccentedMarks, rep: Rep) -> UUID:
    told = told_with(marks, rep)
    _own_id(told)
    _hand_over_twice(store, told, marks)
    call_id = told.call.id
    for kind, draft in {
        "CurtainNotes": CurtainNotes(text=marks.text("notes on the curtain")),
        "MyView": MyView(outcome_words=marks.text("a draft")),
    }.items():
        store.drafts.put(call_id, kind, draft)
    paths = []
    for number in range(1, page_count(store, call_id) + 1):
        page = archive_page(archive, page_source(store, call_id, number), "a4", MORNING)
        store.archived.put(page)
        paths.append(page.path)
    scan = PNG + marks.text("a scan").encode()
    source = page_source(store, call_id, 1)
    store.archived.put(archive_scan(archive, source, paths[0], scan, ".png", MORNING))
    store.scans.put(call_id, "ab", PNG + marks.text("a scan that waits").encode("utf-16-le"))
    return call_id


def _own_id(told: Told) -> None:
    """The ids of the builders all begin with the same letters, as those of real calls never do."""
    told.call = replace(told.call, id=uuid4(), rep_id=told.rep.id)
    told.written[:] = [replace(entry, call_id=told.call.id) for entry in told.written]


def _hand_over_twice(store: Store, told: Told, marks: AccentedMarks) -> None:
    told.keep(store)
    store.settings.put("manager", DANA)
    for number in (1, 2):
        written = len(told.written)
        context = page_source(store, told.call.id).context
        told.book.hand_over(HandOver.SAVED, context)
        if number == 1:
            amendment = Amendment(reason=marks.text("reason of an amendment"), author="Dana Whitfield")
            agreed = told.book.state.debrief
            assert agreed
            told.book.amend_page(amendment, replace(agreed, comment=marks.text("an amended comment")))
        else:
            _acknowledge(told, marks)
        new = [replace(entry, call_id=told.call.id) for entry in told.written[written:]]
        told.written[written:] = new
        store.append(new)


def _acknowledge(told: Told, marks: AccentedMarks) -> None:
    """Declined, with a statement that is too long for the page."""
    statement = (
        f"{marks.text('begin of a statement')} {'and so on ' * 600} {marks.text('end of a statement')}"
    )
    told.book.acknowledge(
        Amendment(reason=marks.text("reason of an acknowledgement"), author=marks.text("its author")),
        Acknowledgement(how=Signing.DECLINED, on=MORNING.date(), witness=marks.text("witness")),
        Statement(text=statement),
    )


def _leave_traces(data: Path, archive: Path, erased: Marked) -> None:
    """What a program that was killed, a person and another computer leave behind."""
    word, *_ = erased.words
    backups = data / "backups"
    copy = next(backups.glob("*by hand.db"))
    for step in STEPS:
        make_older(Path(shutil.copy(copy, backups / f"2025-01-01 000000 before {step}.db")), step)
    (backups / "2025-02-02 000000 damaged.db").write_bytes(copy.read_bytes()[:9_000] + word.encode() * 99)
    (backups / "2025-02-03 000000 cut short.part").write_bytes(word.encode())
    (backups / ".2025-02-04 000000 by hand.77.part-journal").write_bytes(word.encode())
    looked_into = backups.with_name("coming") / "looked into" / "secondchair.db"
    looked_into.parent.mkdir(parents=True)
    looked_into.write_bytes(word.encode())
    theirs = next(path for path in archive.rglob("*.pdf") if short_id(erased.rep.id) in path.parent.name)
    moved = archive / "Put aside" / "Important.pdf"
    moved.parent.mkdir()
    shutil.copy(theirs, moved)
    damaged = theirs.with_name(theirs.name.replace(".pdf", " 2.pdf"))
    damaged.write_bytes(theirs.read_bytes()[:-900])
    theirs.with_name(f".{theirs.name}.77.part").write_bytes(word.encode())
    (archive / ".manifest.sha256.77.part").write_bytes(word.encode())
    (theirs.parent / ".DS_Store").write_bytes(theirs.name.encode("utf-16-be"))
