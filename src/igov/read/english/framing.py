"""What stands around a statement: whose view it is, whether it is called true, and questions with their answers."""

from __future__ import annotations

from collections.abc import Callable

from igov.read.english.asking import answered, asked, fronted, leading, noes
from igov.read.english.fronting import (
    acts_first,
    both,
    chosen,
    doubled,
    errands,
    eyed,
    far_from,
    nowhere,
    offered,
    praised,
    supported,
    whose,
)
from igov.read.english.mending import mended
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.read.english.shapes import (
    apposed,
    cleft,
    concessive,
    contrast,
    effected,
    inner_cleft,
    joined,
    nobodys,
    one_and_not_the_other,
    there_are,
    whereas,
    whethers,
)
from igov.read.english.views import attributed, called_good, called_true, reported, seen_so, trailing

_STEPS: tuple[tuple[Callable[[Scene, Framed], None], frozenset[str], frozenset[str], str], ...] = tuple(
    (step, frozenset(needed), frozenset(some), begins)
    for step, needed, some, begins in (
        (mended, "", "", ""),
        (far_from, "NH", "", "N"),
        (nowhere, "NH", "", "N"),
        (offered, "H", "", "fWMl"),
        (supported, "AH", "iy", ""),
        (whose, "e", "", "e"),
        (praised, "bH", ":,", ""),
        (errands, "Ht", "bM", "MwPA"),
        (eyed, "ieH", "", "W"),
        (doubled, "eN", "", ""),
        (acts_first, "bH", "", "tAPT"),
        (acts_first, "AvH", "", "D"),
        (acts_first, "AT", "bPk", "A"),
        (acts_first, "MfH", "", "AP"),
        (both, "nT", ";.:,", ""),
        (chosen, "rbN", "ef", "r"),
        (noes, "", "qZ", ""),
        (whethers, "LN", "", ""),
        (called_good, "H", "efo", "rbNMGPwL"),
        (called_good, "T", "t", "r"),
        (nobodys, "H", "ZXq", ""),
        (nobodys, "bH'", "", ""),
        (there_are, "He", "", "W"),
        (one_and_not_the_other, "HN", "", "rgMdqHN"),
        (contrast, "", "avcw,", ""),
        (seen_so, "yH", "", ""),
        (whereas, "ib", "", ""),
        (fronted, ",", "", "iaS"),
        (effected, "HT", "evG", ""),
        (joined, "", "nZB", ""),
        (concessive, ",", "", ""),
        (answered, "", ",:?;.=", ""),
        (leading, "", "", "+-=Xq"),
        (asked, "", "", "BMbdhl,"),
        (reported, "HDo", "", "i"),
        (attributed, "H,", "", "i"),
        (attributed, "D", "", ""),
        (reported, "H", "wAPhgi", ""),
        (attributed, "D", "", ""),
        (acts_first, "bMH", "", "tAPT"),
        (trailing, "", "Dr", ""),
        (called_true, "", "er", ""),
        (called_true, "b", "", "zb"),
        (cleft, "", "", "r"),
        (inner_cleft, "re", "", ""),
        (apposed, ",H", "", ""),
    )
)
"""The steps in their order, each with the kinds that all, that some and that at the beginning it asks for."""


def unframe(scene: Scene, marks: Marks) -> Framed:
    """Take a statement out of its frame."""
    framed = Framed(marks)
    if len(marks) > 1 and marks[0].kind == "w" and marks[0].value == "why":
        if "?" not in kinds(marks[1:-1]):
            framed.problem = "why"
            return framed
        framed.marks = marks[1:]
    string = _trimmed(framed, ".!?,;:")
    first, letters = string[:1], set(string)
    for step, needed, some, begins in _STEPS:
        if (begins and first not in begins) or not needed <= letters or (some and letters.isdisjoint(some)):
            continue
        step(scene, framed)
        if framed.kinds() is not string:
            string = _trimmed(framed)
            first, letters = string[:1], set(string)
    return framed


def _trimmed(framed: Framed, end: str = "") -> str:
    """Leave out the punctuation that a statement begins with, and what of `end` it ends with; return its kinds."""
    string = framed.kinds()
    begun = string.lstrip(",:;.!")
    ended = begun.rstrip(end) if end else begun
    if ended != string:
        start = len(string) - len(begun)
        framed.marks = framed.marks[start : start + len(ended)]
    return framed.kinds()
