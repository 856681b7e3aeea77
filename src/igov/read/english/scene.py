"""A sentence as marks: a list of phrases, and the same as a string of kinds on which constructions are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from igov.read.english.lexicon import Lexicon, Mark
from igov.read.english.phrases import stems_of
from igov.read.english.words import Word
from igov.terms.assignment import Voice

Marks = list[Mark]

LIGHT = stems_of("light")
"""Verbs that say nothing by themselves."""

NEUTRAL = stems_of("neutral")
"""Words on which no verdict turns."""


class Scene:
    """One sentence while it is being read."""

    __slots__ = ("lexicon", "roots", "texts", "traits", "words")

    def __init__(self, lexicon: Lexicon, words: list[Word], traits: dict[str, list[tuple[int, int]]]) -> None:
        """Take the words, and where the marks of qualities stand among them."""
        self.lexicon, self.words, self.traits = lexicon, words, traits
        self.texts = [word.text for word in words]
        self.roots = [word.stem for word in words]

    def text(self, marks: Sequence[Mark]) -> str:
        """Return the words of the sentence that some marks cover."""
        return " ".join(self.spelled(marks)).replace(" 's", "'s").replace("daytoday", "day-to-day")

    def written(self, mark: Mark) -> str:
        """Return the words of the sentence that a mark covers."""
        told = " ".join(self.texts[mark.first : mark.last])
        return self.text([mark]) if "'" in told or "daytoday" in told else told

    def has(self, trait: str, marks: Sequence[Mark]) -> bool:
        """Say whether a mark of a quality stands among the words from the first to the last of some marks."""
        spans = self.traits.get(trait)
        if not spans or not marks:
            return False
        first, last = min(m.first for m in marks), max(m.last for m in marks)
        return any(first <= a and b <= last for a, b in spans)

    def spelled(self, marks: Iterable[Mark]) -> list[str]:
        """Return the words that some marks cover, one by one."""
        return [text for m in marks for text in self.texts[m.first : m.last]]

    def stems(self, marks: Iterable[Mark]) -> set[str]:
        """Return the stems of the words that some marks cover."""
        roots: set[str] = set()
        for mark in marks:
            roots.update(self.roots[mark.first : mark.last])
        return roots


def kinds(marks: Sequence[Mark]) -> str:
    """Return the kinds of marks as a string, one letter a mark."""
    return "".join([m.kind for m in marks])


_COUNTS = {"all": "all", "every": "all", "each": "all", "many": "many", "several": "several", "some": "several"}


def counted(marks: Marks, words: Sequence[Word]) -> Marks:
    """Fold quantities into the holders that follow them; a quantity before anything else is kept where it matters."""
    out: Marks = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        if mark.kind not in "HqX":
            out.append(mark)
            at += 1
            continue
        after = marks[at + 1] if at + 1 < len(marks) else None
        if (
            mark.kind == "q"
            and words[mark.first].text == "few"
            and (mark.first == 0 or words[mark.first - 1].text != "a")
        ):
            mark = replace(mark, kind="S")  # few are not a few
        if mark.kind in "qX" and after is not None:
            if after.kind == "o" and at + 2 < len(marks) and marks[at + 2].kind == "H":
                after, at = marks[at + 2], at + 1
            if after.kind == "H":
                count = "none" if mark.kind == "X" else mark.value
                out.append(Mark(after.kind, after.value, mark.first, after.last, count))
                at += 2
                continue
        sorts = words[mark.first + 1 : mark.first + 2]  # all sorts of them are not all of them
        named = mark.kind == "H" and not mark.count and mark.last - mark.first > 1
        if named and words[mark.first].text in _COUNTS and sorts[0].text not in {"sorts", "kinds", "manner"}:
            mark = replace(mark, count=_COUNTS[words[mark.first].text])
        out.append(mark)
        at += 1
    return out


class Framed:
    """A statement out of its frame: whose view it is, whether it is denied, and what of it was not understood."""

    __slots__ = ("_kinds", "_marks", "denied", "problem", "voice")

    def __init__(self, marks: Marks) -> None:
        """Begin with the text's own statement."""
        self.marks = marks
        self.voice = Voice.OWN
        self.denied = False
        self.problem: str | None = None

    @property
    def marks(self) -> Marks:
        """The statement; it is put otherwise as a whole, and no list of marks is ever changed."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        self._marks = marks
        self._kinds: str | None = None

    def kinds(self) -> str:
        """Return the kinds of the marks as a string."""
        if self._kinds is None:
            self._kinds = kinds(self._marks)
        return self._kinds
