from __future__ import annotations

from hashlib import md5
from itertools import islice

import pytest

from exports.page.pdf import draw_page
from exports.record_file import MOST_FILE, MOST_RECORD, record_in
from scoring.errors import SecondChairError
from tests.conftest import Amount
from tests.exports.hostile_files import hostile_files
from tests.exports.page.samples import CREATED, usual
from tests.exports.raw_pdf import Objects, empty_page, holding, packed, stream, with_stream, with_table
from tests.exports.watched import MEGABYTES, SECONDS, Outcome, watch

RECORD = (
    '{"format":1,"app":{"name":"Second Chair"},"rep":{"name":"Zoë"},"offset":0,"entries":[7,8,9]}'.encode()
)
OURS = draw_page(usual(), paper="a4", created=CREATED, record=RECORD).pdf
CHECKSUM = b"/Params << /CheckSum <%b> >>" % md5(RECORD).hexdigest().encode()
RESAVED = (
    with_table(holding(stream(RECORD, CHECKSUM))),
    with_table(holding(packed(RECORD, b"/Params << /Size 1 >>"))),
    with_stream(holding(packed(RECORD)), {30: b"null"}, predictor=True),
    with_stream({10: packed(RECORD)}, {k: v for k, v in holding(b"").items() if k != 10}),
)


def refusal(data: bytes) -> str:
    with pytest.raises(SecondChairError) as raised:
        record_in(data)
    return raised.value.title


def test_the_record_comes_out_of_a_page_as_it_went_in() -> None:
    assert record_in(OURS) == RECORD


@pytest.mark.parametrize("pdf", RESAVED)
def test_the_record_comes_out_of_a_page_that_another_program_saved_again(pdf: bytes) -> None:
    assert record_in(pdf) == RECORD


def test_a_record_needs_no_checksum() -> None:
    assert record_in(with_table(holding(stream(RECORD)))) == RECORD


def test_a_record_may_come_by_itself() -> None:
    assert record_in(RECORD) == RECORD


def test_an_editor_may_have_put_its_mark_before_the_record() -> None:
    assert record_in(b"\xef\xbb\xbf" + RECORD) == RECORD


def test_the_record_is_found_among_other_files() -> None:
    assert record_in(with_table(holding(packed(b"<xml/>"), packed(RECORD), names=["invoice.xml"]))) == RECORD


def test_the_record_is_found_in_the_branches_of_a_tree() -> None:
    tree = {
        40: b"<< /Kids [41 0 R 42 0 R] >>",
        41: b"<< /Names [(a) null] >>",
        42: b"<< /Names [(r) 11 0 R] >>",
    }
    catalog: Objects = {1: b"<< /Type /Catalog /Names << /EmbeddedFiles 40 0 R >> >>"}
    assert record_in(with_table({**holding(packed(RECORD)), **tree, **catalog})) == RECORD


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"PK\x03\x04", b"[]", b"Dear Sir", RECORD.decode().encode("utf-16")]
)
def test_another_file_is_said_to_be_neither(data: bytes) -> None:
    assert refusal(data) == "This is neither a page nor a record"


@pytest.mark.parametrize("objects", [empty_page(b""), holding(packed(RECORD), names=["invoice.xml"])])
def test_a_pdf_without_a_record_is_said_to_have_none(objects: Objects) -> None:
    assert refusal(with_table(objects)) == "There is no record in this PDF"


def test_a_pdf_with_two_records_is_not_chosen_from() -> None:
    two = with_table(holding(packed(RECORD), packed(RECORD)))
    assert refusal(two) == "There are several records in this PDF"


def test_an_encrypted_pdf_is_said_to_be_locked() -> None:
    locked = with_table(holding(packed(RECORD)), b"/Root 1 0 R /Encrypt << /Filter /Standard >>")
    assert refusal(locked) == "This PDF is locked"


def test_half_a_page_is_said_to_be_damaged() -> None:
    assert refusal(OURS[: len(OURS) // 2]) == "This PDF is damaged"


def test_a_record_that_was_changed_by_hand_is_said_to_be_damaged() -> None:
    """A checksum beside it says what it was."""
    checksum = b"/Params << /CheckSum <%b> >>" % (b"00" * 16)
    assert refusal(with_table(holding(packed(RECORD, checksum)))) == "This PDF is damaged"


@pytest.mark.parametrize(
    "data",
    [
        b" " * (MOST_FILE + 1),
        b'{"a":"%b"}' % (b"x" * MOST_RECORD),
        b'{"a":[%b0]}' % (b"{}," * 500_000),
        with_table(holding(packed(b'{"a":"%b"}' % (b"x" * MOST_RECORD)))),
    ],
)
def test_what_is_larger_than_any_record_is_refused(data: bytes) -> None:
    assert refusal(data) == "This file is too large"


@pytest.mark.timeout(3600)
def test_no_file_takes_long_or_much_and_none_is_taken_in_part(amount: Amount) -> None:
    files = islice(hostile_files(4, [OURS, *RESAVED], [RECORD]), amount(300, 2_000))
    outcomes = list(watch("exports.record_file.record_in", files))
    assert [one for one in outcomes if not _is_refused(one) and not _is_whole(one)] == []
    assert [one for one in outcomes if one.seconds > SECONDS or one.megabytes > MEGABYTES] == []
    assert any(_is_refused(one) for one in outcomes)
    assert any(_is_whole(one) for one in outcomes)


def _is_refused(outcome: Outcome) -> bool:
    return outcome.error == "SecondChairError"


def _is_whole(outcome: Outcome) -> bool:
    """Where only chance was at work, a record inside a PDF is what was attached: packing or a checksum tells."""
    if outcome.name.startswith("damaged pdf"):
        return outcome.value == RECORD
    return isinstance(outcome.value, bytes) and outcome.value.lstrip().startswith(b"{")
