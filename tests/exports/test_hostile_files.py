from __future__ import annotations

from hashlib import sha256
from itertools import islice

from tests.exports.hostile_files import made_by_chance, made_on_purpose

RECORD = b'{"format":1,"entries":[{"id":7,"at":"2026"}]}'


def digests(seed: int) -> list[tuple[str, bytes]]:
    files = islice(made_by_chance(seed, [b"%PDF-1.7 1 0 obj"], [RECORD]), 60)
    return [(name, sha256(data).digest()) for name, data in files]


def test_the_same_seed_gives_the_same_files_and_another_one_others() -> None:
    assert digests(1) == digests(1)
    assert digests(1) != digests(2)


def test_every_name_tells_one_file_from_the_others() -> None:
    names = [name for name, _ in made_on_purpose(RECORD)]
    assert len(names) > 100
    assert len(set(names)) == len(names)
