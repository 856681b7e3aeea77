"""A reader's own copy of an instrument's text: its paragraphs found by number, and pinpoints checked against it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from igov.read.files import LARGEST
from igov.read.resolution import Cut, cut
from igov.terms.base import KnowledgeBase, Provision
from igov.terms.place import Diagnostic, Report, Span

_SEVERAL = re.compile(r"(\d+)-(\d+)")
_NUMBERED = re.compile(r"\d+[a-z]?(?:-[ivx]+)?")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of an instrument as a reader has it, cut into paragraphs by their numbers."""

    name: str
    text: str
    paragraphs: Mapping[str, Cut]


def read_copy(path: str) -> Copy:
    """Return the copy in a file, or in standard input for "-".

    Raises:
        Report: where it is too large or not UTF-8.
        OSError: where it cannot be opened.
    """
    text = read_text(path)
    found = cut(text)
    return Copy(path, text, {provision.id: provision for provision in found.provisions})


def read_text(path: str) -> str:
    """Return the text of a file, or of standard input for "-".

    Raises:
        Report: where it is too large or not UTF-8.
        OSError: where it cannot be opened.
    """
    if path == "-":
        raw = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with Path(path).open("rb") as file:
            raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise Report([Diagnostic("IG102", "a file that is too large", Span(path, 1, 1), label="more than 64 MB")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = raw.count(b"\n", 0, trouble.start) + 1
        raise Report(
            [Diagnostic("IG103", "not UTF-8", Span(path, line, 1), label="here", help="save the file as UTF-8")]
        ) from None


def local_number(provision: Provision) -> str:
    """Return the number of a provision without its instrument."""
    return provision.id.removeprefix(f"{provision.instrument}-")


def words_in(copy: Copy, local: str) -> tuple[Cut, ...] | None:
    """Return the paragraphs of a copy that a number means, empty where they are wanting, None where it is no number.

    "32-33" means both; a paragraph with lettered items means itself with them.
    """
    several = _SEVERAL.fullmatch(local)
    if several:
        numbers = [str(number) for number in range(int(several[1]), int(several[2]) + 1)]
        found = [words_in(copy, number) or () for number in numbers]
        return tuple(one for each in found for one in each) if all(found) else ()
    if not _NUMBERED.fullmatch(local):
        return None
    if local not in copy.paragraphs:
        return ()
    items = [
        one for name, one in copy.paragraphs.items() if re.fullmatch(rf"{re.escape(local)}[a-z](?:-[ivx]+)?", name)
    ]
    return (copy.paragraphs[local], *items)


def check_pinpoints(base: KnowledgeBase, instrument: str, copy: Copy) -> tuple[Diagnostic, ...]:
    """Return what in the provisions of an instrument does not agree with a copy of its text.

    A paraphrase must have its paragraph there; what is given verbatim must stand there, white space and the shape of
    quotation marks aside. Provisions that have no number are not looked for unless they are verbatim.
    """
    whole = _folded(copy.text)
    faults = []
    for provision in base.provisions.values():
        if provision.instrument != instrument:
            continue
        local = local_number(provision)
        if words_in(copy, local) == ():
            faults.append(
                Diagnostic(
                    "IG601",
                    f'no paragraph "{local}" in the text',
                    provision.span,
                    label=f"not found in {copy.name}",
                    note=_has(copy.paragraphs),
                    help="mend the number, or see how the text was cut: igov new",
                )
            )
        elif not provision.paraphrase and _folded(provision.text).rstrip(" ;:,.") not in whole:
            faults.append(
                Diagnostic(
                    "IG602",
                    f'the words of "{local}" are not those of the text',
                    provision.span,
                    label=f"not found in {copy.name}",
                    help="compare the two, and copy the words from the text",
                )
            )
    return tuple(faults)


def _has(paragraphs: Iterable[str]) -> str:
    numbers = [name for name in paragraphs if name.isdigit()]
    return f"it has paragraphs {numbers[0]} to {numbers[-1]}" if numbers else "it has no numbered paragraphs"


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())
