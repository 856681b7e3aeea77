"""The tables of phrases, as `phrases.txt` beside this file holds them: a heading, a meaning, its phrases."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from igov.read.english.words import stem
from igov.read.kept import fetch_parts, pack, unpack

_FILE = Path(__file__).with_name("phrases.txt")

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]


NAME = "english"
"""The name by which what is made of the tables is kept beside the rules."""


@cache
def kept_parts() -> list[memoryview] | None:
    """Return what was kept of the reader: the plain lists, and the tries; None where there is nothing."""
    return fetch_parts(NAME)


@cache
def _kept() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the plain lists that were kept, each as its words and as their stems."""
    parts = kept_parts()
    return unpack(parts[0]) if parts else {}


def plain_to_keep() -> bytes:
    """Return the plain lists as they are kept."""
    return pack({name: (values_of(name), stems_of(name)) for name in tables()["plain"]})


@cache
def tables() -> Tables:
    """Return the tables by their headings; each maps a meaning to its phrases."""
    found: dict[str, dict[str, list[str]]] = {}
    table: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            lines.append(line.strip())
            continue
        _close(table, lines)
        lines = []
        if line.startswith("== "):
            table = found.setdefault(line[3:], {})
        elif line and not line.startswith("#"):
            lines = [line]
    _close(table, lines)
    return {name: {key: tuple(phrases) for key, phrases in rows.items()} for name, rows in found.items()}


def _close(table: dict[str, list[str]], lines: list[str]) -> None:
    if lines:
        key, _, text = " ".join(lines).partition(": ")
        table.setdefault(key, []).extend(phrase.strip() for phrase in text.split("|"))


@cache
def stems_of(name: str) -> frozenset[str]:
    """Return the stems of the words of a plain list."""
    kept = _kept().get(name)
    return kept[1] if kept else frozenset(stem(word) for word in tables()["plain"][name])


def values_of(name: str) -> frozenset[str]:
    """Return the words of a plain list as they stand."""
    kept = _kept().get(name)
    return kept[0] if kept else frozenset(tables()["plain"][name])
