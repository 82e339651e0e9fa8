"""Archives nobody should have: every way a folder can be wrong, several at a time. The same seed makes the same folder.

``look_through`` checks, restores and lists one anew in a process that is watched.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path

from exports.archive.index import INDEX
from exports.archive.lock import LOCK
from exports.archive.manifest import MANIFEST
from exports.archive.rebuild import rebuild
from exports.archive.report import Report
from exports.archive.restore import restore
from exports.archive.verify import verify
from exports.page_file import draw_call
from exports.record import record_json
from scoring.errors import SecondChairError
from scoring.store.store import Store
from tests.exports.archive.builders import a_page
from tests.exports.archive.filling import hand_over, three_calls
from tests.exports.builders import MORNING
from tests.exports.hostile_files import hostile_files
from tests.exports.random_calls import RandomCalls

CANARY = 99
MEGABYTE = 1 << 20
FINE = "fine"


@cache
def _good(place: str) -> Path:
    """:returns: an archive to copy and hurt, made once a process."""
    folder = Path(tempfile.mkdtemp(dir=place))
    with closing(Store.open(folder / "data")) as store:
        three_calls(store, folder / "archive")
        calls = RandomCalls(seed=4)
        for _ in range(3):
            call = calls.call()
            call.keep(store)
            hand_over(store, call.told)
    return folder / "archive"


@cache
def _canary() -> bytes:
    return draw_call(a_page(CANARY, customer="Canary"), "a4").pdf


@cache
def _hostile() -> list[tuple[str, bytes]]:
    pdf, record = draw_call(a_page(), "a4").pdf, record_json(a_page())
    return [one for one in islice(hostile_files(9, [pdf], [record]), 400) if len(one[1]) < 4 * MEGABYTE]


def look_through(data: bytes) -> str:
    """Make the folder of a seed, go through it in every way, and see that nothing else was touched.

    :param data: the seed as digits; empty only makes ready.
    :returns: ``"fine"``, or what is wrong.
    """
    place = tempfile.gettempdir()
    good = _good(place)
    _canary()
    _hostile()
    if not data:
        return FINE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "around", "archive")
        shutil.copytree(good, folder)
        outside = Path(name, "around", "outside")
        outside.mkdir()
        (outside / "canary.pdf").write_bytes(_canary())
        chance = random.Random(int(data))
        for hurt in chance.sample(HURTS, chance.choice((1, 2, 4, 8))):
            hurt(chance, folder, outside)
        before, inside = _snapshot(folder.parent, folder), _snapshot(folder, None)
        problems = list(_problems(folder, Path(name, "new")))
        if _snapshot(folder.parent, folder) != before:
            problems.append("something outside was touched")
        changed = {path for path, what in _snapshot(folder, None).items() if inside.get(path) != what}
        if changed - {INDEX, MANIFEST, LOCK}:
            problems.append(f"something inside was touched: {changed}")
        return "; ".join(problems) or FINE


def _problems(folder: Path, new: Path) -> list[str]:
    problems: list[str] = []
    works: list[tuple[str, Callable[[], Report]]] = [
        ("verify", lambda: verify(folder)),
        ("restore", lambda: restore(folder, new, now=MORNING)),
        ("rebuild", lambda: rebuild(folder)),
        ("verify again", lambda: verify(folder)),
    ]
    for name, work in works:
        try:
            report = work()
        except SecondChairError as error:
            if name != "rebuild":  # something may lie where the lists or the lock belong
                problems.append(f"{name}: {error}")
        else:
            text = "".join(f"{one.path}{one.sentence}" for one in report.findings)
            text.encode()
            if not all(one.sentence for one in report.findings):
                problems.append(f"{name}: nothing is said")
    if new.exists():
        with closing(Store.open(new)) as store:
            problems += store.check()
            if a_page(CANARY).call.id in {call.id for call in store.calls.all()}:
                problems.append("the canary was brought back")
    return problems


def _snapshot(folder: Path, but: Path | None) -> dict[str, object]:
    """:returns: all there is below a folder, links not followed, but for one folder."""
    found: dict[str, object] = {}
    for above, folders, files in os.walk(os.fsencode(folder)):
        if but is not None and above == os.fsencode(but):
            folders.clear()
            continue
        for name in (*folders, *files):
            path = os.path.join(above, name)
            status = os.lstat(path)
            relative = os.fsdecode(os.path.relpath(path, os.fsencode(folder)))
            is_folder = os.path.isdir(path) and not os.path.islink(path)
            found[relative] = None if is_folder else (status.st_size, status.st_mtime_ns, status.st_ino)
    if but is not None:
        found.pop(but.name, None)
    return found


# Ways to hurt


def _pages(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.pdf") if path.is_file() and not path.is_symlink())


def _one(chance: random.Random, folder: Path) -> Path:
    pages = _pages(folder)
    return chance.choice(pages) if pages else folder / "2026" / "none.pdf"


def missing(chance: random.Random, folder: Path, _outside: Path) -> None:
    _one(chance, folder).unlink(missing_ok=True)


def renamed(chance: random.Random, folder: Path, _outside: Path) -> None:
    page = _one(chance, folder)
    if page.exists():
        name = chance.choice((" ", "-rf", "CON.pdf", "=cmd.pdf", "x signed.pdf", "a\nb.pdf", "\u202egnp.pdf"))
        page.rename(page.with_name(name))


def moved(chance: random.Random, folder: Path, _outside: Path) -> None:
    page = _one(chance, folder)
    if page.exists():
        place = folder / chance.choice(("receipts", "2026/x/y/z", "..data", "0"))
        place.mkdir(parents=True, exist_ok=True)
        page.rename(place / page.name)


def doubled(chance: random.Random, folder: Path, _outside: Path) -> None:
    page = _one(chance, folder)
    if page.exists():
        shutil.copy(page, folder / f"copy {chance.randrange(9)}.pdf")


def cut_short(chance: random.Random, folder: Path, _outside: Path) -> None:
    page = _one(chance, folder)
    if page.exists():
        os.truncate(page, chance.randrange(page.stat().st_size + 1))


def bits_flipped(chance: random.Random, folder: Path, _outside: Path) -> None:
    page = _one(chance, folder)
    if page.exists() and page.stat().st_size:
        data = bytearray(page.read_bytes())
        for _ in range(chance.choice((1, 20))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        page.write_bytes(data)


def huge(chance: random.Random, folder: Path, _outside: Path) -> None:
    name = chance.choice(("huge.pdf", "huge.bin", "2026/huge signed.png", INDEX, MANIFEST))
    path = folder / name
    if (path.exists() and not path.is_file()) or not path.parent.is_dir():
        return  # to open a pipe would wait for ever
    with path.open("ab") as file:
        file.truncate(chance.choice((49 * MEGABYTE, 100 * MEGABYTE, 1 << 40)))


def link_out(chance: random.Random, folder: Path, outside: Path) -> None:
    for name in chance.sample(("2027", "a", "receipts", "2026/Rep"), 2):
        _link(folder / name, outside)


def link_to_file(chance: random.Random, folder: Path, outside: Path) -> None:
    page = _one(chance, folder)
    name = chance.choice((page.relative_to(folder).as_posix(), INDEX, MANIFEST, LOCK, "canary.pdf"))
    _link(folder / name, outside / chance.choice(("canary.pdf", "nowhere")))


def link_in_loop(_chance: random.Random, folder: Path, _outside: Path) -> None:
    _link(folder / "2026" / "loop", folder)
    _link(folder / "itself", folder / "itself")


def _link(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        return
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def pipe(chance: random.Random, folder: Path, _outside: Path) -> None:
    path = folder / chance.choice(("pipe", "2026/pipe.pdf", INDEX, MANIFEST, LOCK))
    if path.is_dir():
        return
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def folder_for_a_file(chance: random.Random, folder: Path, _outside: Path) -> None:
    path = folder / chance.choice((INDEX, MANIFEST, LOCK, "page.pdf"))
    if path.is_dir() and not path.is_symlink():
        return
    path.unlink(missing_ok=True)
    path.mkdir(exist_ok=True)


def hostile_names(chance: random.Random, folder: Path, _outside: Path) -> None:
    names = (
        b"\xff\xfe.pdf",
        b"caf\xe9.pdf",
        b"\x1b[2J.pdf",
        b"a\\..\\b.pdf",
        b"C:x.pdf",
        "e\u0301.pdf".encode(),
    )
    for name in chance.sample(names, 3):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(_canary()[: chance.choice((0, 4_000))])


def deep(_chance: random.Random, folder: Path, _outside: Path) -> None:
    path = folder.joinpath(*["d"] * 60)
    path.mkdir(parents=True, exist_ok=True)
    (path / "page.pdf").write_bytes(b"%PDF-")


def many(chance: random.Random, folder: Path, _outside: Path) -> None:
    (folder / "many").mkdir(exist_ok=True)
    for number in range(chance.choice((50, 1_000))):
        (folder / "many" / f"{number}.txt").touch()


def hostile_lists(chance: random.Random, folder: Path, _outside: Path) -> None:
    lines = (
        b"0" * 64 + b"  ../outside/canary.pdf\n",
        b"0" * 64 + b"  /etc/passwd\n",
        b"0" * 64 + b"  C:\\x\n",
        b"0" * 64 + b"  a\0b\n",
        b"0" * 64 + b"  " + b"x" * 5_000 + b"\n",
        b"\n",
        b"\xff\n",
        b",,,,,,,,,,,,\r\n",
        b'"' * 10_000,
    )
    path = folder / chance.choice((INDEX, MANIFEST))
    if path.is_file() and not path.is_symlink():
        line = chance.choice(lines)
        with path.open("ab") as file:
            file.write(
                line * chance.choice((1, 100, 20 * MEGABYTE // len(line), 100 * MEGABYTE // len(line)))
            )


def no_lists(chance: random.Random, folder: Path, _outside: Path) -> None:
    for name in chance.sample((INDEX, MANIFEST, LOCK), 2):
        if (folder / name).is_file():
            (folder / name).unlink()


def hostile_pages(chance: random.Random, folder: Path, _outside: Path) -> None:
    for number, (_, data) in enumerate(chance.sample(_hostile(), 3)):
        path = _one(chance, folder) if chance.random() < 0.3 else folder / f"hostile {number}.pdf"
        if path.parent.is_dir() and not path.is_symlink():
            path.write_bytes(data)


HURTS: tuple[Callable[[random.Random, Path, Path], None], ...] = (
    missing,
    renamed,
    moved,
    doubled,
    cut_short,
    bits_flipped,
    huge,
    link_out,
    link_to_file,
    link_in_loop,
    pipe,
    folder_for_a_file,
    hostile_names,
    deep,
    many,
    hostile_lists,
    no_lists,
    hostile_pages,
)
