"""The record of a debate: a file of JSON Lines to which events are added, and in which nothing is ever changed.

An event is on the disk before it is confirmed to anybody. What a crash tears is the end of the file: a last line that
cannot be read is told, and set aside by an event that names it when the record is next written. In come bytes or an
event; out go a Record, or a Report with what is wrong.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from igov.terms.debate import Event, Opening, Record, Ruling, Sitting
from igov.terms.place import Diagnostic, Report, Span
from igov.terms.verdict import Verdict

SCHEMA = "igov/debate-record/1"
LARGEST = 64 * 1024 * 1024
"""The largest file that is read as a record, in bytes."""

_HEAD = f'{{"schema": "{SCHEMA}"'.encode()
_ANY_MAKE = "igov/debate-record/"


class Writer:
    """A record that is open for this judge alone: no other can open it for writing until it is closed."""

    def __init__(self, path: str) -> None:
        """Open the file, or make it, and read what it holds; raises a Report where that cannot be."""
        self.path = path
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _flag("O_CLOEXEC") | _flag("O_NONBLOCK") | _flag("O_BINARY")
        try:
            self._file = os.open(path, flags, 0o666)
        except (OSError, ValueError) as trouble:
            raise _cannot(path, trouble) from trouble
        try:
            _plain(path, self._file)
            _lock(path, self._file)
            content = _content(path, self._file)
            self.opening_torn = bool(content) and b"\n" not in content and _torn_opening(content)
            if self.opening_torn:
                os.ftruncate(self._file, 0)
                content = b""
            self.record = parse_record(content, path) if content else Record()
            self._joint = "\n" if content and not content.endswith(b"\n") else ""
        except BaseException:
            os.close(self._file)
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        """Close the file, which gives it free."""
        os.close(self._file)

    def add(self, made: Callable[[int, str], Event]) -> Event:
        """Add the event that is made from its number and the time, and return it when it is on the disk.

        Raises a Report where it cannot be written; then the file is as it was.
        """
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        if self.record.torn:
            self._write(Event(len(self.record.events) + 1, now, aside=self.record.torn))
        event = made(len(self.record.events) + 1, now)
        self._write(event)
        return event

    def _write(self, event: Event) -> None:
        line = self._joint + json.dumps(event_object(event), ensure_ascii=False) + "\n"
        rest = memoryview(line.encode("utf-8", "replace"))
        before = os.fstat(self._file).st_size
        try:
            _still_there(self.path, self._file)
            while rest:
                rest = rest[os.write(self._file, rest) :]
            os.fsync(self._file)
            if not before:
                _sync_folder(self.path)
        except OSError as trouble:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, before)
            raise _cannot(self.path, trouble) from trouble
        self._joint = ""
        self.record = self.record.then(event)


def read_record(path: str) -> Record:
    """Return the record that a file holds, without locking or changing it; raises a Report."""
    try:
        file = os.open(path, os.O_RDONLY | _flag("O_CLOEXEC") | _flag("O_NONBLOCK") | _flag("O_BINARY"))
    except (OSError, ValueError) as trouble:
        raise _cannot(path, trouble) from trouble
    try:
        _plain(path, file)
        content = _content(path, file)
    finally:
        os.close(file)
    return Record() if _torn_opening(content) else parse_record(content, path)


def parse_record(content: bytes, name: str) -> Record:
    """Return the record that bytes hold; raises a Report where they are no record or a line of them cannot be read.

    Lines at the end that cannot be read are torn: a crash may leave them, and they were never confirmed.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
    lines = content.split(b"\n")
    if not lines[-1]:
        lines.pop()
    found = [_object(line) for line in lines]
    first = found[0] if found else None
    make = first.get("schema") if first else None
    if first is None or not isinstance(make, str) or not make.startswith(_ANY_MAKE):
        raise _report("IG702", "the file is not the record of a debate", name, help_="name another file.")
    if make != SCHEMA:
        raise _report("IG703", f'the record is of the make "{make}"', name, help_=f"this igov reads {SCHEMA}.")
    last = max(place for place, one in enumerate(found, 1) if one is not None)
    events: list[Event] = []
    faults: list[Diagnostic] = []
    unread: list[int] = []
    for place, one in enumerate(found[:last], 1):
        if one is None:
            unread.append(place)
            continue
        event = _event(one, events)
        if isinstance(event, str):
            faults.append(_line_fault(name, place, lines[place - 1], event))
            break
        events.append(event)
    aside = {line for event in events for line in event.aside}
    faults += [
        _line_fault(name, place, lines[place - 1], "not an object of JSON") for place in unread if place not in aside
    ]
    if faults:
        raise Report(faults)
    return Record(tuple(events), tuple(range(last + 1, len(lines) + 1)))


def torn_note(path: str, line: int) -> Diagnostic:
    """Return what is to be told of a torn line."""
    return Diagnostic(
        "IG705",
        "the last line of the record is torn",
        Span(path, line, 1),
        "not read: it was not confirmed",
        note="it stays in the file, set aside, and every claim before it counts.",
        help="if a claim is missing from the score, let it be spoken again.",
    )


def event_object(event: Event) -> dict[str, object]:
    """Return an event as the object that its line holds."""
    kind = next(
        word
        for word, there in (
            ("opened", event.opening is not None),
            ("judged", event.ruling is not None),
            ("undone", event.undoes is not None),
            ("rules", event.sitting is not None),
            ("set-aside", True),
        )
        if there
    )
    made: dict[str, object] = {"schema": SCHEMA, "event": kind, "number": event.number, "at": event.at}
    if event.opening is not None:
        made |= {"motion": event.opening.motion, "seats": list(event.opening.seats)}
    if event.sitting is not None:
        made["rules"] = {name: _plain_value(value) for name, value in event.sitting._asdict().items()}
    if event.ruling is not None:
        made |= {name: _plain_value(value) for name, value in event.ruling._asdict().items()}
    if event.undoes is not None:
        made["undoes"] = event.undoes
    if event.aside:
        made["lines"] = list(event.aside)
    return made


def _plain_value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Verdict) else value


def _object(line: bytes) -> dict[str, Any] | None:
    """Return the object that a line holds, or None where it holds none."""
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _event(found: Mapping[str, Any], before: list[Event]) -> Event | str:
    """Return the event that an object is, or what is wrong with it."""
    number, at, kind = found.get("number"), found.get("at"), found.get("event")
    if type(number) is not int or number != len(before) + 1:
        return f"event {len(before) + 1} is expected here"
    if not isinstance(at, str) or found.get("schema") != SCHEMA or (kind == "opened") is not (not before):
        return "not an event of a debate"
    try:
        match kind:
            case "opened":
                opening = Opening(_text_or_none(found["motion"]), _texts(found["seats"]))
                return Event(number, at, opening=opening, sitting=_sitting(found["rules"]))
            case "judged":
                return Event(number, at, ruling=_ruling(found))
            case "rules":
                return Event(number, at, sitting=_sitting(found["rules"]))
            case "set-aside":
                return Event(number, at, aside=tuple(int(line) for line in found["lines"]))
            case "undone":
                undoes = found["undoes"]
                if undoes in {number for number, _ in Record(tuple(before)).standing}:
                    return Event(number, at, undoes=undoes)
                return "there is no such claim to undo"
    except (KeyError, TypeError, ValueError):
        pass
    return "not an event of a debate"


def _ruling(found: Mapping[str, Any]) -> Ruling:
    verdict = _text_or_none(found["verdict"])
    return Ruling(
        speaker=_text(found["speaker"]),
        delegation=_text_or_none(found["delegation"]),
        claim=_text(found["claim"]),
        verdict=None if verdict is None else Verdict(verdict),
        axes=_texts(found["axes"]),
        cites=_texts(found["cites"]),
        draft=found["draft"] is True,
        because=_text(found["because"]),
        read_as=_text_or_none(found["read_as"]),
    )


def _sitting(found: Mapping[str, Any]) -> Sitting:
    return Sitting(
        igov=_text(found["igov"]),
        digest=_text(found["digest"]),
        instruments=_texts(found["instruments"]),
        assume=_texts(found["assume"]),
        without=_texts(found["without"]),
        adopted_only=found["adopted_only"] is True,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(one) for one in value)


def _torn_opening(content: bytes) -> bool:
    """Say whether bytes are less than the first line of a record, as a crash leaves it that has only begun."""
    return b"\n" not in content and (_HEAD.startswith(content) or content.startswith(_HEAD)) and not _object(content)


def _content(path: str, file: int) -> bytes:
    size = os.fstat(file).st_size
    if size > LARGEST:
        title = f"the file {path} is not the record of a debate"
        raise Report([Diagnostic("IG702", title, note="it is larger than 64 MB.", help="name another file.")])
    os.lseek(file, 0, os.SEEK_SET)
    pieces: list[bytes] = []
    while piece := os.read(file, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _plain(path: str, file: int) -> None:
    if not stat.S_ISREG(os.fstat(file).st_mode):
        raise _cannot(path, OSError("not a plain file"))


def _still_there(path: str, file: int) -> None:
    """Raise where the path names another file than the one that is open: what is written there would be lost."""
    try:
        same = os.path.samestat(Path(path).stat(), os.fstat(file))
    except FileNotFoundError:
        same = False
    if not same:
        raise OSError("the file was taken away while it was open")


def _sync_folder(path: str) -> None:
    """Have the folder's entry of a new file on the disk, where a folder can be opened; on Windows it cannot."""
    with contextlib.suppress(OSError):
        folder = os.open(Path(path).resolve().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _lock(path: str, file: int) -> None:
    """Lock an open file for this process; the lock goes with the process. Raises where another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  there is none elsewhere

            os.lseek(file, 1 << 40, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  there is none on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as trouble:
        title = f"another judge has the record {path} open"
        help_ = "end the other one first, or name another file."
        raise Report([Diagnostic("IG706", title, help=help_)]) from trouble


def _flag(name: str) -> int:
    found = getattr(os, name, 0)
    return found if isinstance(found, int) else 0


def _line_fault(name: str, place: int, line: bytes, label: str) -> Diagnostic:
    return Diagnostic(
        "IG704",
        "a line of the record cannot be read",
        Span(name, place, 1, max(1, len(line.decode("utf-8", "replace")))),
        label,
        help="records are only added to: take back what was changed, or begin another record.",
    )


def _report(code: str, title: str, path: str, *, help_: str = "") -> Report:
    return Report([Diagnostic(code, title, Span(path, 1, 1), help=help_)])


def _cannot(path: str, trouble: OSError | ValueError) -> Report:
    why = (trouble.strerror if isinstance(trouble, OSError) else None) or str(trouble)
    return Report([Diagnostic("IG701", f"the record {path} cannot be opened or written: {why}")])
