"""Every text about a call is marked; each mark is found where the table of what is private lets it be, nowhere else."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from exports.access_pack.pack import PackWish, write_pack
from exports.page_file import call_sheet_name, draw_call, draw_tee_up, page_name
from exports.page_source import PageSource, page_source
from scoring.acknowledgement import Acknowledgement, Signing, Statement, scan_of
from scoring.call_type import CallType
from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Observation, Outcome, SelfView
from scoring.entry import Floor, Moment, SteppedIn
from scoring.handing_over import Amendment, HandOver
from scoring.notes import CurtainNotes
from scoring.people import Manager, Rep
from scoring.rating import Rating
from scoring.seeking import plain
from scoring.store.store import Store
from scoring.teeup import Chooser, StepInReason
from tests.exports.builders import (
    MORNING,
    PRIYA,
    Told,
    a_debrief,
    a_debriefed_call,
    a_plan,
    a_view,
    id_of,
    source_of,
    started,
)
from tests.exports.page.reading import attachments, content, metadata, words
from tests.scoring.store.index_terms import terms_in

T = TypeVar("T")
HEXED = re.compile(rb"<((?:[0-9A-Fa-f]{4})+)>")
ASKS, CALM = "asks-before-answering", "stays-calm"


class Marks:
    """Puts a mark of its own into every text of a value, and remembers what it stands for."""

    KEPT = frozenset({"skill", "rubric_id", "focus_skills"})
    """Texts that are names of something else."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._numbers = count(100)

    def text(self, what: str) -> str:
        """:returns: a word that comes nowhere else, for ``what``."""
        mark = f"Q{next(self._numbers)}Z"
        self.of[mark] = what
        return mark

    def fill(self, value: T, name: str = "") -> T:
        """:returns: ``value`` with a mark in each of its texts, however deep."""
        name = name or type(value).__name__
        assert is_dataclass(value)
        assert not isinstance(value, type)
        filled = {
            field.name: self._filled(getattr(value, field.name), f"{name}.{field.name}")
            for field in fields(value)
            if field.name not in self.KEPT
        }
        return replace(value, **filled)  # pyright: ignore[reportReturnType]  a dataclass of the same type

    def _filled(self, value: Any, name: str) -> Any:
        if type(value) is str:
            return self.text(name)
        if isinstance(value, tuple):
            return tuple(self._filled(item, f"{name}{n or ''}") for n, item in enumerate(value))
        return self.fill(value, name) if is_dataclass(value) else value


PAGE = {
    "Rep.name",
    "Rep.employee_number",
    "Manager.name",
    "Manager.organisation",
    "TeeUp.customer",
    "TeeUp.purpose",
    "MyView.outcome_words",
    "MyView.strengths.words",
    "MyView.gaps.words",
    "Debrief.commitments.words",
    "Debrief.commitments.first_tried",
    "Debrief.commitments1.words",
    "Debrief.commitments1.first_tried",
    "Debrief.closings.words",
    "Debrief.closings1.words",
    "Debrief.parked",
    "Debrief.comment",
    "Marked.words",
    "SteppedIn.words",
    "WordsHeard.text",
    "Amendment.reason",
    "Amendment.author",
    "Acknowledgement.witness",
    "Statement.text",
}
"""What the page says."""
RECORD = {
    "Rep.team",
    "Rep.title",
    "Manager.title",
    "TeeUp.people_met",
    "TeeUp.parts",
    "TeeUp.best",
    "TeeUp.least",
    "TeeUp.introduction",
    "TeeUp.step_in_other",
    "Moment.words",
    "SelfView.went_well",
    "SelfView.differently",
    "struck.words",
    "undone.text",
    "first debrief.comment",
}
"""What the record says, and the page does not."""
PRIVATE = {
    "Rep.coaching",
    "CurtainNotes.text",
    "draft of the debrief",
    "draft of my view",
}
"""What only the rep may read in full, in their access pack."""
SEALED = {
    "MyView.outcome_words",
    "MyView.strengths.words",
    "MyView.gaps.words",
    "draft of the debrief",
    "draft of my view",
}
"""What nobody is told of a call before the rep has spoken."""
OTHERS = {
    "name of another rep",
    "customer of another rep",
}
SEARCHED = {
    *("TeeUp.people_met", "TeeUp.purpose", "TeeUp.best", "TeeUp.least"),
    *("Marked.words", "Moment.words", "SteppedIn.words", "WordsHeard.text"),
}
"""What of a call can be searched once it is over."""
ROWS = {table: f"SELECT * FROM {table}" for table in ("facts", "skill_facts", "words")}
SHEET = {
    "Rep.name",
    "Manager.name",
    "Manager.organisation",
    "TeeUp.customer",
    "TeeUp.people_met",
    "TeeUp.parts",
    "TeeUp.purpose",
    "TeeUp.best",
    "TeeUp.least",
    "TeeUp.introduction",
    "TeeUp.step_in_other",
}
"""What the call sheet says."""


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """A call with its marks, what its pages are made from, its access pack, and what lists and searches know of it."""

    marks: dict[str, str]
    source: PageSource
    pack: bytes
    derived: str


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> MarkedCall:
    return _marked(tmp_path_factory.mktemp("data"), is_sealed=False)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> MarkedCall:
    """The same call before the rep has spoken."""
    return _marked(tmp_path_factory.mktemp("data"), is_sealed=True)


def _marked(folder: Path, *, is_sealed: bool) -> MarkedCall:
    marks = Marks()
    rep = marks.fill(PRIYA)
    told = told_with(marks, rep, is_sealed=is_sealed)
    with closing(Store.open(folder)) as store:
        _another_rep(marks, store)
        told.keep(store)
        store.settings.put("manager", marks.fill(Manager()))
        drafts = {
            "CurtainNotes": marks.fill(CurtainNotes(text="")),
            "Debrief": Debrief(comment=marks.text("draft of the debrief")),
            "MyView": MyView(outcome_words=marks.text("draft of my view")),
        }
        for kind, draft in drafts.items():
            store.drafts.put(told.call.id, kind, draft)
        if not is_sealed:
            _acknowledge(marks, store, told)
        wish = PackWish(rep_id=rep.id, now=MORNING, usual="a4")
        path, _ = write_pack(lambda job: job(store), wish, folder)
        source = page_source(store, told.call.id)
        return MarkedCall(marks.of, source, path.read_bytes(), _derived(store))


def _derived(store: Store) -> str:
    """:returns: all that is kept of calls beside their entries: facts, and the terms by which they are found."""
    with closing(sqlite3.connect(store.path)) as db:
        kept = [str(row) for table in ("facts", "skill_facts", "words") for row in db.execute(ROWS[table])]
        return "\n".join([*kept, *terms_in(db, "words")])


def _acknowledge(marks: Marks, store: Store, told: Told) -> None:
    """The page is handed over as the store has it, and what became of the sheet is said afterwards."""
    before = len(told.written)
    told.book.hand_over(HandOver.PRINTED, page_source(store, told.call.id).context)
    signed = Acknowledgement(how=Signing.SIGNED, on=told.clock.now().date())
    why, scan = marks.fill(Amendment()), scan_of(b"%PDF-1.4")
    told.book.acknowledge(why, marks.fill(signed), marks.fill(Statement()), scan)
    store.append(told.written[before:])


def _another_rep(marks: Marks, store: Store) -> None:
    rep = Rep(id=id_of(70), name=marks.text("name of another rep"))
    plan = a_plan(customer=marks.text("customer of another rep"))
    Told(number=7, rep=rep, plan=plan).keep(store)


def told_with(marks: Marks, rep: Rep, *, is_sealed: bool = False) -> Told:
    plan = replace(
        a_plan(),
        call_type=CallType.TOGETHER,
        step_in_reasons=(StepInReason.OTHER,),
        chosen_by=Chooser.REP,
    )
    told = started(plan=marks.fill(plan, "TeeUp"))
    told.rep = rep
    told.floor_for(40, who=(Floor.REP, Floor.CUSTOMER, Floor.ME))
    book = told.book
    book.mark(CALM, seen=True, words=marks.text("Marked.words"))
    heard = book.words(marks.text("WordsHeard.text"))
    moment, stepped = book.moment(), book.step()
    book.amend(moment.id, Moment(words=marks.text("Moment.words")))
    book.amend(stepped.id, SteppedIn(words=marks.text("SteppedIn.words")))
    book.amend(book.mark(ASKS, seen=False, words=marks.text("struck.words")).id, None)
    book.words(marks.text("undone.text"))
    book.undo()
    assert heard
    view = MyView(
        ratings=(Rating(skill=ASKS, level=4),),
        outcome=Outcome.BEST,
        strengths=(Observation(words="", entry=heard.id),),
        gaps=(Observation(words=""),),
    )
    told.end().view(marks.fill(view))
    if is_sealed:
        return told
    told.book.hear_rep(marks.fill(SelfView(ratings=(Rating(skill=CALM, level=1),))))
    told.book.agree(Debrief(comment=marks.text("first debrief.comment"), can_say=False))
    commitments = (Commitment(words=""), Commitment(words=""))
    closings = tuple(Closing(agreed_in=id_of(9), number=n, words="", kept=Kept.KEPT) for n in range(2))
    told.book.agree(
        marks.fill(Debrief(commitments=commitments, parked=("",), can_say=True, closings=closings))
    )
    return told


def everywhere_in(pdf: bytes) -> str:
    """:returns: all there is to read in a file but its attachment: text, tags, properties, packed and unpacked."""
    attached = attachments(pdf).get("record.json", b"none")
    return "\n".join(
        [spelt_out(pdf), spelt_out(content(pdf).replace(attached, b"")), words(pdf), str(metadata(pdf))]
    )


def spelt_out(raw: bytes) -> str:
    """:returns: bytes as text in every way a PDF may hold it."""
    texts = [raw.decode(code, "ignore") for code in ("latin-1", "utf-8", "utf-16-be", "utf-16-le")]
    hexed = [bytes.fromhex(digits.decode()) for digits in HEXED.findall(raw)]
    return "\n".join([*texts, *(text.decode("utf-16-be", "ignore") for text in hexed)])


def named(marks: dict[str, str], found: Callable[[str], bool]) -> set[str]:
    return {what for mark, what in marks.items() if found(mark)}


def test_every_text_there_is_was_given_a_place(marked: MarkedCall) -> None:
    assert set(marked.marks.values()) == PAGE | RECORD | PRIVATE | OTHERS


@pytest.mark.parametrize("sheet", ["a4", "letter"])
def test_the_page_says_what_it_may_and_nothing_else_in_any_part_of_the_file(
    marked: MarkedCall, sheet: Any
) -> None:
    pdf = draw_call(marked.source, sheet).pdf
    shown = words(pdf)
    assert named(marked.marks, shown.__contains__) == PAGE
    assert named(marked.marks, everywhere_in(pdf).__contains__) == PAGE


def test_the_record_says_all_but_what_is_private(marked: MarkedCall) -> None:
    record = attachments(draw_call(marked.source, "a4").pdf)["record.json"].decode()
    assert named(marked.marks, record.__contains__) == PAGE | RECORD
    assert json.loads(record)["entries"]


def test_the_record_says_who_chose_the_call_and_what_became_of_commitments(marked: MarkedCall) -> None:
    pdf = draw_call(marked.source, "a4").pdf
    assert last_in_record(pdf, "planned")["tee_up"]["chosen_by"] == "rep"
    closings = last_in_record(pdf, "debriefed")["debrief"]["closings"]
    assert [(one["agreed_in"], one["number"], one["kept"]) for one in closings] == [
        (str(id_of(9)), 0, "kept"),
        (str(id_of(9)), 1, "kept"),
    ]


def last_in_record(pdf: bytes, kind: str) -> Any:
    """:returns: the last thing of one kind in the record of a page."""
    entries = json.loads(attachments(pdf)["record.json"])["entries"]
    return [entry["what"] for entry in entries if entry["what"]["kind"] == kind][-1]


def test_a_first_rating_that_changed_is_in_the_record_and_not_on_the_page(tmp_path: Path) -> None:
    """Two calls that differ in nothing else make the same page."""
    pages = [draw_call(_rated_first(level, tmp_path / f"{level}"), "a4").pdf for level in (1, 4)]
    assert words(pages[0]) == words(pages[1])
    firsts = [last_in_record(pdf, "viewed")["view"]["ratings"][0]["level"] for pdf in pages]
    assert firsts == [1, 4]


def _rated_first(level: int, folder: Path) -> PageSource:
    told = started()
    told.clock.go(30)
    told.end().view(a_view(ratings=(Rating(skill=ASKS, level=level),)))
    return source_of(folder, told.debrief(a_debrief(agreed=(Rating(skill=ASKS, level=3),))))


def test_the_call_sheet_says_what_was_agreed_before_and_nothing_else(marked: MarkedCall) -> None:
    pdf = draw_tee_up(marked.source, "a4").pdf
    assert named(marked.marks, everywhere_in(pdf).__contains__) == SHEET


def everything_in_pack(pack: bytes) -> str:
    """:returns: all there is to read in an access pack: what its files are called and what they hold."""
    with zipfile.ZipFile(io.BytesIO(pack)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    texts = [everywhere_in(data) if name.endswith(".pdf") else data.decode() for name, data in files.items()]
    attached = [attachments(data)["record.json"] for name, data in files.items() if name.endswith(".pdf")]
    return "\n".join([*files, *texts, *map(spelt_out, attached), spelt_out(pack)])


def test_the_access_pack_holds_all_about_the_rep_and_nothing_of_another(marked: MarkedCall) -> None:
    assert named(marked.marks, everything_in_pack(marked.pack).__contains__) == PAGE | RECORD | PRIVATE


def test_the_access_pack_is_the_same_whatever_the_manager_plans(tmp_path: Path) -> None:
    """How often somebody is to be seen, and what the manager means to do better, is the manager's own."""
    with closing(Store.open(tmp_path / "data")) as store:
        a_debriefed_call().keep(store)
        packs = [_pack_of(store, tmp_path / "before")]
        store._db.table("cadences").insert({"rep_id": str(PRIYA.id), "months": 7})
        for key in ("cadence", "mirror_goals"):
            store.settings.put(key, {"goal": 7})
        packs.append(_pack_of(store, tmp_path / "after"))
    assert packs[0] == packs[1]


def _pack_of(store: Store, folder: Path) -> str:
    folder.mkdir()
    wish = PackWish(rep_id=PRIYA.id, now=MORNING, usual="a4")
    path, _ = write_pack(lambda job: job(store), wish, folder)
    return everything_in_pack(path.read_bytes())


def test_the_access_pack_holds_all_but_the_view_that_is_still_sealed(sealed: MarkedCall) -> None:
    found = named(sealed.marks, everything_in_pack(sealed.pack).__contains__)
    assert found == set(sealed.marks.values()) - SEALED - OTHERS
    assert "Rep.coaching" in found
    assert set(sealed.marks.values()) > SEALED


def test_neither_lists_nor_searches_know_a_view_that_is_still_sealed(sealed: MarkedCall) -> None:
    known = named(sealed.marks, found_in_derived(sealed))
    assert known >= SEARCHED
    assert known & SEALED == set()


def test_what_may_be_seen_of_a_call_can_be_searched_once_it_is_open(marked: MarkedCall) -> None:
    known = named(marked.marks, found_in_derived(marked))
    assert known >= SEARCHED | {"MyView.outcome_words", "MyView.strengths.words", "MyView.gaps.words"}
    assert known >= {"Debrief.closings.words", "Debrief.closings1.words", "Statement.text"}
    assert known.isdisjoint({*PRIVATE, "struck.words", "undone.text", "first debrief.comment"})


def found_in_derived(call: MarkedCall) -> Callable[[str], bool]:
    return lambda mark: mark in call.derived or plain(mark) in call.derived


def test_the_access_pack_says_that_a_view_is_left_out_and_why(sealed: MarkedCall) -> None:
    with zipfile.ZipFile(io.BytesIO(sealed.pack)) as pack:
        page = pack.read("Start here.html").decode()
    assert "stays closed until the rep has spoken" in page


def test_file_names_say_the_customer_and_nothing_else(marked: MarkedCall) -> None:
    names = page_name(marked.source) + call_sheet_name(marked.source)
    assert named(marked.marks, names.__contains__) == {"TeeUp.customer"}


@pytest.mark.parametrize(
    "hidden",
    [b"Q123Z", "Q123Z".encode("utf-16-be"), b"(<FEFF" + "Q123Z".encode("utf-16-be").hex().encode() + b">)"],
)
def test_a_mark_is_found_however_it_is_spelt(hidden: bytes) -> None:
    assert "Q123Z" in spelt_out(hidden)
