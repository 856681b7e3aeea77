"""Where rules files are found, and their bytes: the built-in ones and those that are added."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from igov.terms.place import Diagnostic, Span

LARGEST = 64 * 1024 * 1024
"""The largest rules file that is read, in bytes."""

BUILT_IN = "rules/"
"""What the names of built-in files begin with, wherever they lie."""

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A rules file: the name it goes by, where it lies, and its origin; a later origin replaces earlier ones."""

    name: str
    path: str
    origin: int


def built_in_folder() -> Path:
    """Return the folder of the built-in rules: inside the package, or at the root of a source checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def find(paths: Sequence[str | Path], *, builtin: bool) -> tuple[list[Source], list[Diagnostic]]:
    """Return the rules files of a run, each once, in an order that their names alone give; and what is not there."""
    sources: list[Source] = []
    faults: list[Diagnostic] = []
    if builtin:
        folder = str(built_in_folder())
        start = len(folder) + 1
        folder_files = _below(folder)
        if not folder_files:
            faults.append(Diagnostic("IG112", "no rules in the folder", Span(folder, 1, 1), help="install igov again"))
        sources.extend(Source(BUILT_IN + path[start:].replace(os.sep, "/"), path, 0) for path in folder_files)
    taken = {source.name for source in sources}
    own = {os.path.realpath(source.path): source for source in sources} if paths else {}
    seen: set[tuple[str, int]] = set()
    for origin, given in enumerate(paths, 1):
        place = os.fspath(given)
        found = [place]
        if place and Path(place).is_dir():
            found = _below(place)
            if not found:
                remedy = "a rules file ends in .yaml or .yml"
                faults.append(Diagnostic("IG112", "no rules in the folder", Span(place, 1, 1), help=remedy))
        for path in found:
            real = path if "\0" in path else os.path.realpath(path)
            if (real, origin) in seen:
                continue
            seen.add((real, origin))
            if real in own:  # a built-in file that is named is read once, under the name it was given
                taken.discard(own[real].name)
                sources.remove(own.pop(real))
            name = path.replace(os.sep, "/")
            sources.append(Source(f"./{name}" if name in taken else name, path, origin))
    return sources, faults


def _below(folder: str) -> list[str]:
    """Return the rules files below a folder, hidden ones left out, in the order of their paths."""
    found: list[str] = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        found.extend(f"{at}{os.sep}{name}" for name in names if name.endswith(_SUFFIXES) and not name.startswith("."))
    return sorted(found)


def read_bytes(source: Source) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the bytes of a file, or why they cannot be had."""
    place = Span(source.name, 1, 1)
    path = Path(source.path)
    try:
        if not (source.path and path.is_file()):
            why = "not a plain file" if source.path and path.exists() else "there is no such file"
            return None, [Diagnostic("IG101", "cannot be opened", place, label=why, help="check the path")]
        if path.stat().st_size > LARGEST:
            why = f"more than {LARGEST // (1024 * 1024)} MB"
            return None, [Diagnostic("IG102", "too large", place, label=why, help="spread it over several files")]
        with path.open("rb") as file:
            return file.read(LARGEST), []
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return None, [Diagnostic("IG101", "cannot be opened", place, label=why, help="check the path")]


def source_text(name: str) -> str | None:
    """Return the text of a file that a diagnostic names, or None where it cannot be read as text."""
    from igov.read.places import decode  # noqa: PLC0415  it brings YAML, which a start without faults may not need

    path = name
    if name.startswith(BUILT_IN):
        inside = built_in_folder() / name.removeprefix(BUILT_IN)
        path = str(inside) if inside.is_file() else name
    raw, _ = read_bytes(Source(name, path, 0))
    if raw is None:
        return None
    text, _ = decode(name, raw)
    if text is not None:
        return text
    return raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
