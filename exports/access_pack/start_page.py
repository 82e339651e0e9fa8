"""The page to begin with: what the pack is, whom it is about and what each file of it holds, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.access_pack import html
from exports.access_pack.gathering import HeldCall, Person
from exports.access_pack.plain import sealed_words
from exports.wording import date_text, moment_text, phase_word, time_text
from scoring.people import Manager, Rep
from scoring.text import language, tr, trn

ABOUT_FILE, CALLS_FILE, ENTRIES_FILE = "about.json", "calls.csv", "entries.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """One call as the page names it. ``pages`` and ``scans`` are the paths of its files in the pack, ``file`` that of
    all there is about it; ``scans_away`` of its scans could not be reached."""

    when: datetime
    customer: str
    state: str
    file: str
    pages: tuple[str, ...]
    scans: tuple[str, ...]
    scans_away: int
    withheld: bool


def call_line(
    held: HeldCall, *, file: str, pages: Sequence[str], scans: Sequence[str], scans_away: int
) -> CallLine:
    """:returns: what the page says of a call whose files lie there."""
    return CallLine(
        when=held.facts.when,
        customer=held.facts.customer,
        state=phase_word(held.facts.phase, held.facts.way),
        file=file,
        pages=tuple(pages),
        scans=tuple(scans),
        scans_away=scans_away,
        withheld=held.withheld,
    )


def start_page(person: Person, calls: Sequence[CallLine], now: datetime) -> bytes:
    """:returns: the page as HTML that stands by itself."""
    title = tr("What is held about {rep}").format(rep=person.rep.name)
    about = tr("Put together on {moment}").format(moment=moment_text(now))
    sections = [
        _what_this_is(person),
        _who(person),
        _calls(calls),
        _files(calls),
        _private(person),
        _left_out(calls),
    ]
    return html.document(title, about, language(), sections)


def _what_this_is(person: Person) -> str:
    by = _manager_words(person.manager)
    return html.section(
        tr("What this is"),
        html.paragraph(
            tr(
                "Manager and rep go to customers together, and afterwards talk about what the rep can do better. "
                "What is written down about these joint calls is kept in a program called Second Chair."
            )
        ),
        html.paragraph(
            tr(
                "This is a copy of everything that program holds about one person, made so that this person can read "
                "it. You need nothing but this folder: the pages open in any PDF reader, the tables in any "
                "spreadsheet, and every other file in a text editor."
            )
        ),
        html.paragraph(tr("It comes from {manager}.").format(manager=by)) if by else "",
    )


def _manager_words(manager: Manager) -> str:
    return ", ".join(filter(None, (manager.name, manager.title, manager.organisation)))


def _who(person: Person) -> str:
    others = [
        html.paragraph(tr("This person was also entered as:")) + "\n" + _card(rep)
        for rep in person.entries[1:]
    ]
    return html.section(tr("Who it is about"), _card(person.rep), *others)


def _card(rep: Rep) -> str:
    return html.card(
        [
            (tr("Name"), rep.name),
            (tr("Title"), rep.title),
            (tr("Team"), rep.team),
            (tr("Employee number"), rep.employee_number),
            (tr("With us since"), date_text(rep.started_on) if rep.started_on else ""),
            (tr("No longer rides along since"), date_text(rep.retired_at.date()) if rep.retired_at else ""),
            (tr("Number in the program"), str(rep.id)),
        ]
    )


def _calls(calls: Sequence[CallLine]) -> str:
    if not calls:
        return html.section(tr("The joint calls"), html.paragraph(tr("There are none.")))
    words = trn("There is {n} joint call.", "There are {n} joint calls, the oldest first.", len(calls))
    head = [tr("When"), tr("Customer"), tr("Where it stands"), tr("Files")]
    rows = [
        [
            html.words(
                tr("{date}, {time}").format(date=date_text(line.when.date()), time=time_text(line.when))
            ),
            html.name(line.customer or "–"),
            html.words(line.state),
            _links(line),
        ]
        for line in calls
    ]
    return html.section(
        tr("The joint calls"), html.paragraph(words.format(n=len(calls))), html.table(head, rows)
    )


def _links(line: CallLine) -> str:
    pages = [
        html.link(path, tr("The page") if number == 1 else tr("Page {n}").format(n=number))
        for number, path in enumerate(line.pages, 1)
    ]
    scans = [html.link(path, tr("Scan of the signed page")) for path in line.scans]
    return "".join([*pages, *scans, html.link(line.file, tr("Everything about it"))])


def _files(calls: Sequence[CallLine]) -> str:
    items = [
        (CALLS_FILE, tr("All calls as a table, one line each.")),
        (
            ENTRIES_FILE,
            tr(
                "All that was logged in them as a table, in order of time: when, what, and in which words. What was "
                "corrected or taken back later is there too, and says so."
            ),
        ),
        (ABOUT_FILE, tr("Who the person is, with the private notes below.")),
    ]
    listed = [f"{html.link(path, path)}<br>\n{html.words(text)}" for path, text in items]
    folders = [
        (
            "calls/",
            tr(
                "One file a call with everything about it: what was agreed before, the log, the rep's own view, the "
                "manager's view with its ratings, what both agreed, and whatever is still being written."
            ),
        ),
        ("pages/", tr("Every page as it was handed over, amended ones and those they replaced.")),
        ("scans/", tr("Scans of signed pages.")),
    ]
    used = {"calls/": bool(calls), "pages/": any(line.pages for line in calls)}
    used["scans/"] = any(line.scans for line in calls)
    listed += [f"{html.name(path)}<br>\n{html.words(text)}" for path, text in folders if used[path]]
    return html.section(tr("What each file holds"), html.bullets(listed))


def _private(person: Person) -> str:
    intro = tr(
        "The page of a call is what manager and rep see together. Other things stand on no page, and are in this pack "
        "because they are about this person:"
    )
    listed = [
        tr("what the manager noted about how this person likes to be coached"),
        tr("the manager's own notes during a call, and what is still being written"),
        tr("what was corrected or taken back, and ratings that changed after the rep had spoken"),
        tr("what the rep said about themselves that is not on the page, such as how nervous they were"),
        *([tr("that something is kept from being erased, and why")] if person.holds else []),
    ]
    notes = [html.paragraph(text.strip(), style="notes") for text in person.coaching if text.strip()]
    if notes:
        notes.insert(0, html.paragraph(tr("How this person likes to be coached, in the manager's words:")))
    return html.section(
        tr("What is private"), html.paragraph(intro), html.bullets(map(html.words, listed)), *notes
    )


def _left_out(calls: Sequence[CallLine]) -> str:
    sealed = [line for line in calls if line.withheld]
    away = sum(line.scans_away for line in calls)
    items = [
        html.words(tr("What the manager keeps for themselves about their own part over many calls.")),
        html.words(tr("Anything about other reps.")),
        *(f"{_call_words(line)}<br>\n{html.words(sealed_words())}" for line in sealed),
    ]
    if away:
        text = trn(
            "{n} scan of a signed page lies in a folder that cannot be reached now.",
            "{n} scans of signed pages lie in a folder that cannot be reached now.",
            away,
        )
        items.append(html.words(text.format(n=away)))
    return html.section(tr("What is not in here"), html.bullets(items))


def _call_words(line: CallLine) -> str:
    text = tr("{date}, {customer}:").format(date=date_text(line.when.date()), customer="\0")
    return html.name(line.customer or "–").join(map(html.words, text.split("\0")))
