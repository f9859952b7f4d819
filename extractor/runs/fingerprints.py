"""What an article says, small enough to keep for a whole corpus, so that it is known when it comes again."""

from __future__ import annotations

import struct
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

import regex
from msgspec import Struct

from extractor.model.records import Article

if TYPE_CHECKING:
    from datasketch import MinHash

SYLLABLES = 4  # in a shingle: two to three words of Vietnamese, so that set phrases alone make no two articles alike
HASHES = 128  # of a signature: similarity is told to within 0.04 (a standard error at 0.5)
ROWS = 4  # hashes in a band: 32 bands find 99 of 100 pairs that share 0.6 of their shingles, 87 that share half
ALIKE = 0.4  # of all shingles of both: below that the bands find too few pairs to be relied on
CONTAINED = 0.75  # of the shorter's shingles: in the tests copies keep 0.9, reports of one template 0.6
CHANGED = 0.05  # of the numbers that stand between the same words: a dateline or a slip mended, not next year's report
AROUND = 2  # syllables on each side that say which number it is
LONGEST = 50_000  # syllables that are compared: several times as many as an article has, and no page fills the memory
BATCH = 4096  # shingles hashed at a time: 2 MB of memory
PIECE = 1 << 17  # characters that are read at a time
MASK = "#"  # stands for a number among the words around another

_TOKEN = regex.compile(r"\d+(?:[.,]\d+)*|\p{L}+")


class Fingerprint(Struct, frozen=True):
    """The digest of an article's words, how many shingles it has, their MinHash, and its numbers with their places."""

    digest: bytes
    size: int
    signature: bytes
    numbers: bytes


def fingerprint(article: Article) -> Fingerprint:
    """The fingerprint of an article's text without its title and boilerplate."""
    words, digest = _words(_body(article))
    shingles = {" ".join(words[at : at + SYLLABLES]) for at in range(max(1, len(words) - SYLLABLES + 1))}
    numbers = sorted((crc32(where.encode()), crc32(number.encode())) for where, number in _numbers(words))
    return Fingerprint(
        digest=digest,
        size=len(shingles),
        signature=_signature(shingles),
        numbers=struct.pack(f"<{2 * len(numbers)}I", *(part for pair in numbers for part in pair)),
    )


def is_duplicate(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one is the other again: the same words, or nearly, and the same numbers in them."""
    if one.digest == other.digest:
        return True
    shared = sum(a == b for a, b in zip(_integers(one.signature), _integers(other.signature), strict=True)) / HASHES
    common = shared / (1 + shared) * (one.size + other.size)
    if shared < ALIKE or common < CONTAINED * min(one.size, other.size):
        return False
    return _changed(_by_place(one), _by_place(other)) <= CHANGED


def lsh_bands(of: Fingerprint) -> tuple[int, ...]:
    """The keys under which a fingerprint is found again: two that are alike share at least one, but for a few."""
    width = 4 * ROWS
    parts = (of.signature[at : at + width] for at in range(0, len(of.signature), width))
    digests = (blake2b(bytes([at]) + part, digest_size=8).digest() for at, part in enumerate(parts))
    return tuple(int.from_bytes(digest, "little", signed=True) for digest in digests)


def _body(article: Article) -> str:
    """The text without title and boilerplate; all of it where nothing else is there."""
    left: list[str] = []
    start = 0
    for span in sorted((*article.furniture, *((article.title_span,) if article.title_span else ()))):
        left.append(article.text[start : span[0]])
        start = max(start, span[1])
    body = "\n".join((*left, article.text[start:]))
    return body if _TOKEN.search(body) else article.text


def _words(text: str) -> tuple[list[str], bytes]:
    """The first words of a text, and the digest of all; a long text is read piece by piece, or they fill the memory."""
    words: list[str] = []
    digest = blake2b(digest_size=16)
    for piece in _pieces(text):
        found = _TOKEN.findall(unicodedata.normalize("NFC", piece).lower())
        if found:
            digest.update(f"{' ' if words else ''}{' '.join(found)}".encode())
            words += found[: max(LONGEST - len(words), 0)]
    return words, digest.digest()


def _pieces(text: str) -> Iterator[str]:
    """A text in whole lines: no word goes on over the end of one."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE)
        yield text[start : end if end >= 0 else len(text)]
        start = end if end >= 0 else len(text)


def _numbers(words: list[str]) -> Iterator[tuple[str, str]]:
    """Each number, after the words that it stands between, other numbers masked."""
    masked = [MASK if word[0].isdigit() else word for word in words]
    for at, word in enumerate(words):
        if masked[at] is MASK:
            yield " ".join((*masked[max(0, at - AROUND) : at], MASK, *masked[at + 1 : at + 1 + AROUND])), word


def _changed(one: dict[int, Counter[int]], other: dict[int, Counter[int]]) -> float:
    """The share of numbers that stand between the same words in both and are not the same."""
    compared = same = 0
    for place in one.keys() & other.keys():
        compared += min(one[place].total(), other[place].total())
        same += (one[place] & other[place]).total()
    return (compared - same) / compared if compared else 0.0


def _by_place(of: Fingerprint) -> dict[int, Counter[int]]:
    pairs = iter(_integers(of.numbers))
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for place, number in zip(pairs, pairs, strict=True):
        places[place][number] += 1
    return places


def _integers(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _signature(shingles: set[str]) -> bytes:
    again = _empty().copy()
    hashed = (shingle.encode() for shingle in shingles)
    while batch := list(islice(hashed, BATCH)):
        again.update_batch(batch)
    return bytes(again.hashvalues.astype("<u4").tobytes())


@cache
def _empty() -> MinHash:
    """A MinHash of nothing, whose permutations all others share."""
    from datasketch import MinHash  # brings numpy and scipy along: only where fingerprints are made

    return MinHash(HASHES, hashfunc=crc32)  # which it mixes: a cryptographic hash would only take longer
