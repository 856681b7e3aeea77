"""A large base compiled into one file that is read in place: a question opens it and reads only what covers it.

The file is a table of records found by the hash of their key. In go the entries of an index with the orders of their
terms; out come, for a term, the terms above it, and for an act and a topic, their entries. Beside them it keeps notes:
plain values under names of the writer's choice.

Nothing in the file is trusted. Its head, every slot of the table and every record carry a sum, so that whatever is read
is either what was written or a `Damaged`; records are JSON, which can run nothing, and are checked for their shape. The
head holds the digest of the rules files and of igov itself, and a base whose rules have changed since is `Stale`.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import igov
from igov.terms.entry import Entry, Ordering

MAGIC = b"igov compiled base 1\n"
Made = TypeVar("Made")
AXES = ("holder", "activity", "topic")

_HEAD = struct.Struct(">32sII")
_SLOT = struct.Struct(">QII")


class Damaged(Exception):  # noqa: N818  it is the base that is damaged
    """The file is no compiled base, or not as it was written."""


class Stale(Exception):  # noqa: N818  it is the base that is stale
    """The file was compiled from other rules, or by another igov."""


def digest(paths: Iterable[str | Path]) -> bytes:
    """Return the digest of the contents of rules files, in order, and of the version of igov."""
    import hashlib  # noqa: PLC0415  a base whose files have the size and time they had needs no digest

    found = hashlib.blake2b(igov.__version__.encode(), digest_size=32)
    for path in paths:
        with Path(path).open("rb") as file:
            content = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32))
        found.update(content.digest())
    return found.digest()


def compile_base(
    entries: Sequence[Entry],
    orders: Mapping[str, Ordering],
    path: str | Path,
    *,
    key: bytes = b"",
    names: Mapping[tuple[str, str], str] | None = None,
    words: Mapping[str, tuple[str, str]] | None = None,
    notes: Mapping[str, object] | None = None,
) -> None:
    """Write entries and the orders of their axes into a file, whole or not at all.

    `key` is the digest of the rules; `names` gives the term that an axis and a name stand for; `words` the cite and the
    words of an entry; `notes` are kept as they are.

    Raises:
        OSError: where the file cannot be written.
    """
    file = Path(path)
    records = dict(_records(entries, orders, names or {}, words or {}))
    records |= {_key("note", name): note for name, note in (notes or {}).items()}
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with temporary.open("xb") as stream:
            stream.writelines(_written(records, key))
        temporary.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _records(
    entries: Sequence[Entry],
    orders: Mapping[str, Ordering],
    names: Mapping[tuple[str, str], str],
    words: Mapping[str, tuple[str, str]],
) -> Iterator[tuple[str, object]]:
    """Yield every record with its key."""
    for axis in AXES:
        order = orders[axis]
        for term in order.terms:
            yield _key("above", axis, term), {above: sorted(order.above(above)) for above in sorted(order.above(term))}
    place = {term: number for number, term in enumerate(orders["holder"].terms)}
    yield (
        _key("holders"),
        [list(place), [sorted(place[a] for a in orders["holder"].above(t) if a in place) for t in place]],
    )
    cells: dict[tuple[str, str], dict[str, list[list[object]]]] = {}
    for number, e in enumerate(entries):
        row = [number, e.id, e.against, e.body, e.draft, e.rank, e.date, list(e.overrides)]
        cells.setdefault((e.activity, e.topic), {}).setdefault(e.holder, []).append(row)
    for (activity, topic), cell in cells.items():
        yield _key("entries", activity, topic), cell
    for (axis, name), term in names.items():
        yield _key("name", axis, name), term
    for entry, told in words.items():
        yield _key("words", entry), list(told)


def _key(*parts: str) -> str:
    return "\0".join(parts)


def _written(records: Mapping[str, object], key: bytes) -> Iterator[bytes]:
    """Yield the head, the slots and the buckets, each bucket the records whose keys have its hash."""
    size = max(1, len(records))
    buckets: list[dict[str, object]] = [{} for _ in range(size)]
    for name, value in records.items():
        buckets[_bucket(name, size)][name] = value
    head = _HEAD.pack(key.ljust(32, b"\0"), size, 0)[:-4]
    yield MAGIC + head + zlib.crc32(head).to_bytes(4, "big")
    at = len(MAGIC) + _HEAD.size + size * _SLOT.size
    slots: list[bytes] = []
    contents: list[bytes] = []
    for number, bucket in enumerate(buckets):
        raw = json.dumps(bucket, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        slots.append(_SLOT.pack(at, len(raw), zlib.crc32(raw, number)))
        contents.append(raw)
        at += len(raw)
    yield from slots
    yield from contents


def _bucket(name: str, size: int) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % size


class Compiled:
    """A compiled base, open for reading; what is asked is read when it is asked."""

    __slots__ = ("_file", "_length", "_size", "key")

    def __init__(self, path: str | Path, key: bytes | None = None) -> None:
        """Open a compiled base; with `key`, the digest of the rules, only one that was compiled from them.

        Raises:
            Damaged: where it is no compiled base.
            Stale: where it was compiled from other rules.
            OSError: where it cannot be opened.
        """
        self._file = Path(path).open("rb", buffering=0)  # noqa: SIM115  it stays open; `close` ends it
        try:
            self.key, self._size = self._head()
            if key is not None:
                self.check(key)
        except BaseException:
            self._file.close()
            raise

    def _head(self) -> tuple[bytes, int]:
        """Return the digest of the rules and the number of slots."""
        stat = os.fstat(self._file.fileno())
        self._length = stat.st_size
        if hasattr(os, "getuid") and stat.st_uid not in {os.getuid(), 0}:
            raise Damaged("it is another user's")
        raw = self._file.read(len(MAGIC) + _HEAD.size)
        head = raw[len(MAGIC) :]
        if not raw.startswith(MAGIC) or len(head) != _HEAD.size:
            raise Damaged("it is no compiled base")
        key, size, total = _HEAD.unpack(head)
        if zlib.crc32(head[:-4]) != total or not size:
            raise Damaged("its head is damaged")
        return key, size

    def check(self, key: bytes) -> None:
        """Raise Stale where the base was not compiled from the rules with this digest."""
        if key.ljust(32, b"\0") != self.key:
            raise Stale("its rules have changed")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def above(self, axis: str, term: str) -> dict[str, frozenset[str]]:
        """Return the terms at or above a term, each with those at or above it; none above one that is not known."""
        found = self._record(_key("above", axis, term))
        if found is None:
            return {term: frozenset((term,))}
        return {name: frozenset(_texts(above)) for name, above in _table(found).items()}

    def holders(self) -> dict[str, frozenset[str]]:
        """Return all holders, in the order of their bits, each with those at or above it."""
        found = self._record(_key("holders"))
        return _checked(lambda: {n: frozenset([found[0][a] for a in above]) for n, above in zip(*found, strict=True)})

    def entries(self, activity: str, topic: str, holders: Iterable[str] | None = None) -> list[tuple[int, Entry]]:
        """Return the entries of just this act and topic, each with its place; of these holders, or of all."""
        cell = self._record(_key("entries", activity, topic))
        if cell is None:
            return []
        table = _table(cell)
        named = table if holders is None else [holder for holder in holders if holder in table]
        return _checked(lambda: [_entry(row, holder, activity, topic) for holder in named for row in table[holder]])

    def named(self, axis: str, name: str) -> str | None:
        """Return the term that a name stands for, or None."""
        found = self._record(_key("name", axis, name))
        return None if found is None else _text(found)

    def words(self, entry: str) -> tuple[str, str]:
        """Return the cite and the words of an entry; empty where none were given."""
        cite, told = _texts(self._record(_key("words", entry)) or ["", ""])
        return cite, told

    def note(self, name: str) -> Any:
        """Return a note, or None where there is none of that name."""
        return self._record(_key("note", name))

    def _record(self, key: str) -> Any:
        """Return the record of a key, or None where there is none; Damaged where it cannot be told."""
        number = _bucket(key, self._size)
        slot = self._read(len(MAGIC) + _HEAD.size + number * _SLOT.size, _SLOT.size)
        at, length, total = _SLOT.unpack(slot)
        raw = self._read(at, length)
        if zlib.crc32(raw, number) != total:
            raise Damaged("a record is damaged")
        return _table(_checked(lambda: json.loads(raw))).get(key)

    def _read(self, at: int, length: int) -> bytes:
        if at + length > self._length:
            raise Damaged("the file is cut short")
        self._file.seek(at)
        raw = self._file.read(length)
        if len(raw) != length:
            raise Damaged("the file is cut short")
        return raw


def _checked(made: Callable[[], Made]) -> Made:
    """Return what is made of a record; Damaged where the record is not of the shape it should be."""
    try:
        return made()
    except (ValueError, TypeError, LookupError, RecursionError) as trouble:
        raise Damaged("a record is of another shape") from trouble


def _table(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise Damaged("a record is of another shape")
    return found


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise Damaged("a record is of another shape")
    return found


def _texts(found: object) -> list[str]:
    if not isinstance(found, list):
        raise Damaged("a record is of another shape")
    return [_text(member) for member in found]


def _entry(row: Any, holder: str, activity: str, topic: str) -> tuple[int, Entry]:
    number, name, against, body, draft, rank, date, overrides = row
    if not all(type(each) is int for each in (number, body, rank, date)):
        raise ValueError("a number is none")
    over = tuple(_texts(overrides))
    return number, Entry(_text(name), holder, activity, topic, bool(against), body, bool(draft), rank, date, over)
