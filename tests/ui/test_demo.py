"""The demo leaves a picture of every screen and the page, and never mixes with other data."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import ui.demo
from exports.arguments import make_parser
from scoring.errors import KnownError, SecondChairError
from tests.ui.conftest import AFTERNOON, Demo
from ui.demo import Shown, before_two, demo, run
from ui.demo_walk import SCREENS

pytestmark = pytest.mark.timeout(240)


def test_there_is_a_picture_of_every_screen_of_the_window_s_size(walked: Demo) -> None:
    assert [path.stem for path in walked.shown.pictures] == list(SCREENS)
    for path in walked.shown.pictures:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1180, 720)


def test_no_two_pictures_show_the_same(walked: Demo) -> None:
    assert len({path.read_bytes() for path in walked.shown.pictures}) == len(SCREENS)


def test_the_page_is_one_page_with_the_change_in_the_reps_words(walked: Demo) -> None:
    pdf = pypdfium2.PdfDocument(walked.shown.pdf)
    assert len(pdf) == 1
    words = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    pdf.close()
    assert "Coaching summary for Priya Nair" in words
    assert "ask what it's costing them today before I answer" in words


def test_the_pictures_are_the_same_on_every_run(walked: Demo, tmp_path: Path) -> None:
    again = demo(tmp_path / "data", tmp_path / "out", AFTERNOON)
    differing = [
        path.name
        for path, other in zip(again.pictures, walked.shown.pictures, strict=True)
        # Settings names the data folder, which is another one.
        if path.stem != "settings" and path.read_bytes() != other.read_bytes()
    ]
    assert differing == []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The demo without its walk: the data folders it was to be given in."""
    folders: list[Path] = []

    def show(folder: Path, out: Path, _now: object) -> Shown:
        folders.append(folder)
        return Shown(UUID(int=7), [out / "home.png"], out / "page.pdf")

    monkeypatch.setattr(ui.demo, "demo", show)
    return folders


def shown_by(*arguments: str) -> int:
    return run(make_parser().parse_args(["demo", *arguments]))


def test_it_prints_what_it_wrote(
    qapp: QApplication, quick: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown_by("--out", "here") == 0
    assert capsys.readouterr().out.splitlines() == [
        str(Path("here", "home.png")),
        str(Path("here", "page.pdf")),
    ]


def test_it_prints_json_where_asked(
    qapp: QApplication, quick: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown_by("--json", "--out", "here") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["call"] == str(UUID(int=7))
    assert printed["pictures"] == [str(Path("here", "home.png"))]
    assert printed["pdf"] == str(Path("here", "page.pdf"))


def test_its_own_folder_is_gone_afterwards(qapp: QApplication, quick: list[Path]) -> None:
    shown_by()
    (folder,) = quick
    assert not folder.exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_an_empty_or_missing_folder_may_be_named(
    qapp: QApplication, quick: list[Path], tmp_path: Path, *, is_there: bool
) -> None:
    wanted = tmp_path / "data"
    if is_there:
        wanted.mkdir()
    assert shown_by("--data-dir", str(wanted)) == 0
    assert quick == [wanted]


@pytest.mark.parametrize("name", ["", "notes.txt"])
def test_a_folder_that_holds_anything_and_a_file_are_refused(
    qapp: QApplication, quick: list[Path], tmp_path: Path, name: str
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(SecondChairError, match="not an empty folder"):
        shown_by("--data-dir", str(tmp_path / name))
    assert quick == []
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_place_that_cannot_be_written_to_is_refused_before_anything_begins(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, not a folder", "utf-8")
    with pytest.raises(KnownError):
        demo(tmp_path / "data", tmp_path / "out", AFTERNOON)
    assert not (tmp_path / "data").exists()


def test_it_begins_before_the_next_sample_call() -> None:
    assert before_two(AFTERNOON.replace(hour=23, second=5)) == AFTERNOON
