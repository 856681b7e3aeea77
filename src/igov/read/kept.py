"""The built-in rules as they were read last, kept so that the next start need not read them again.

What is made of them, such as the lexicon of the reader, may be kept beside them by another name. They lie beside the
rules as byte code lies beside its source, in `__pycache__`, and like it are not written where Python is told to write
none (`PYTHONDONTWRITEBYTECODE`); where that folder is not ours, in the user's cache folder. What is kept begins with
the size and time of every rules file and of every file that reads them: if one of them has changed, it is read no
further. A file of another owner is not opened, and one whose sum is wrong is made anew; what it holds is plain values
in columns (see `columns`), which become nouns and can run nothing.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import sys
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from igov.read.columns import column, values
from igov.read.files import built_in_folder
from igov.terms.base import Expectation, KnowledgeBase, Vocabulary


class _Kept(KnowledgeBase):
    """A base whose tests are read when somebody asks for them: of all the questions only `lint` does."""

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """The tests that the rules carry."""
        return tuple(_loaded(self.__dict__.pop("tests")))


_CODE = ("read", "terms")
_BASE = "base"


def fetch() -> KnowledgeBase | None:
    """Return the base that was kept, or None where there is none or a file has changed since."""
    _fingerprint.cache_clear()  # once a load; what is kept beside the base is of the same files
    parts = fetch_parts(_BASE)
    if parts is None:
        return None
    try:
        base = _Kept(*_loaded(parts[0]))
        base.__dict__.pop("expectations")
        base.__dict__["tests"] = parts[1]
    except Exception:  # noqa: BLE001  whatever is wrong with what was kept, the rules can be read instead
        return None
    _built_in.append(base.vocabulary)
    return base


def keep(base: KnowledgeBase) -> None:
    """Keep the base of the built-in rules for the next start, in the first folder that can be written."""
    _built_in.append(base.vocabulary)
    _fingerprint.cache_clear()
    if not sys.dont_write_bytecode:
        fields = [() if name == "expectations" else getattr(base, name) for name in base.__match_args__]
        keep_parts(_BASE, [pack(column(part)) for part in (fields, base.expectations)])


_built_in: deque[Vocabulary] = deque(maxlen=8)


def is_built_in(vocabulary: Vocabulary) -> bool:
    """Say whether a vocabulary is that of the built-in rules, which what is kept beside them was made of."""
    return any(vocabulary is known for known in _built_in)


def fetch_parts(name: str) -> list[memoryview] | None:
    """Return the parts that were kept by a name, or None where there are none or a file has changed since."""
    for folder in _folders():
        try:
            with open(folder / _file(name), "rb") as file:  # noqa: PTH123  a start counts microseconds
                if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid not in {os.getuid(), 0}:
                    continue
                head = _fingerprint()
                if file.read(len(head)) != head:
                    continue
                total, count = int.from_bytes(file.read(4), "big"), int.from_bytes(file.read(4), "big")
                rest = memoryview(file.read())
                if zlib.crc32(rest) != total:
                    continue
                ends = [int.from_bytes(rest[8 * at : 8 * at + 8], "big") for at in range(count)]
                body = rest[8 * count :]
                return [body[start:end] for start, end in zip((0, *ends), ends, strict=False)]
        except Exception:  # noqa: BLE001, S112  as above
            continue
    return None


def keep_parts(name: str, parts: Sequence[bytes]) -> None:
    """Keep parts by a name for the next start, in the first folder that can be written."""
    if sys.dont_write_bytecode:
        return
    ends = accumulate(len(part) for part in parts)
    body = b"".join([*(end.to_bytes(8, "big") for end in ends), *parts])
    counted = zlib.crc32(body).to_bytes(4, "big") + len(parts).to_bytes(4, "big")
    for folder in _folders():
        temporary = folder / f"{_file(name)}.{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with temporary.open("wb") as file:
                file.writelines((_fingerprint(), counted, body))
            temporary.replace(folder / _file(name))
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
        else:
            return


def pack(plain: Any) -> bytes:
    """Return plain values as a part that can be kept."""
    return marshal.dumps(plain)


def unpack(part: memoryview) -> Any:
    """Return the plain values of a part that was kept."""
    with _at_rest():
        return marshal.loads(part)  # noqa: S302  its sum is right, and of plain values nothing can be run


@contextlib.contextmanager
def _at_rest() -> Iterator[None]:
    """Let the collector of cycles rest: in what was kept there are none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _file(name: str) -> str:
    return f"built-in.{sys.implementation.cache_tag}.{name}"


def _loaded(raw: memoryview) -> list[Any]:
    """Return what was kept as the values that it stands for."""
    with _at_rest():
        return values(unpack(raw))


def _folders() -> Iterator[Path]:
    yield built_in_folder() / "__pycache__"
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with contextlib.suppress(RuntimeError):
        yield (Path(home) if home else Path.home() / ".cache") / "igov"


@cache
def _fingerprint() -> bytes:
    """Return the path, size and time of every rules file and of every file that reads them."""
    package = Path(__file__).parent.parent
    marks: list[str] = []
    todo = [str(built_in_folder()), *(str(package / room) for room in _CODE)]
    while todo:
        with os.scandir(todo.pop()) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__py")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
                elif entry.name.endswith((".yaml", ".yml", ".py", ".txt")):
                    stat = entry.stat()
                    marks.append(f"{entry.path}|{stat.st_size}|{stat.st_mtime_ns}")
    return "\n".join(["igov base", sys.version, *sorted(marks), ""]).encode("utf-8", "surrogateescape")
