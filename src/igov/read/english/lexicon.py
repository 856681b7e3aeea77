"""The phrases of the reader and of one vocabulary, compiled once into tries that are matched longest first."""

from __future__ import annotations

import gc
import re
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igov.read.english.phrases import NAME, Tables, kept_parts, plain_to_keep, stems_of, tables
from igov.read.english.rewriting import turns_to_keep
from igov.read.english.things import PROCESSES, READ_ACTS
from igov.read.english.words import IRREGULAR, Word, cut, neighbours, one_slip, stem, two_slips
from igov.read.kept import fetch_parts, is_built_in, keep_parts, pack, unpack
from igov.terms.assignment import APART
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

SKIPPED = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "your", "my", "'s", "this", "these", "those", "such"]
)
"""Words that may stand inside any phrase and change nothing."""

_SLIP = 6
"""The least letters of a word whose slips are mended."""

_LONG = 9
"""The least letters of a stem of which two slips are mended."""

_LONGEST = 30
"""The most of them."""

_SLIPS = "slips"
"""The name by which the slips of the pen are kept beside the rules: only an unknown word asks for them."""

_REMEMBERED = 10_000
"""The most words of which it is remembered how they were mended."""


_KINDS = {
    "quantities": "q",
    "limits": "L",
    "forces": "M",
    "negations": "G",
    "only": "O",
    "acts": "A",
    "positions": "P",
    "equality": "Q",
}
"""The kind of the marks of each table, in the order in which the first of two equal phrases wins."""

_DENIALS = {"not": "N", "no": "X", "nobody": "Z", "neither": "E", "nor": "K"}


class _Node:
    __slots__ = ("below", "found")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.found: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class Mark:
    """A phrase of the sentence: its kind (a letter), what it means, and its first word and the one after its last.

    Nothing in it is changed once it is made; it is not frozen because a frozen one takes three times as long to make.
    """

    kind: str
    value: str
    first: int
    last: int
    count: str = ""
    """The quantity said of a holder."""


_PLAIN = re.compile(r"[a-z0-9 ']+")


def _keys(phrase: str) -> list[str]:
    """Return the stems of a phrase, the words left out that may stand inside any."""
    plain = phrase.lower()
    if _PLAIN.fullmatch(plain) and "'" not in plain:
        return [stem(word) for word in plain.split() if word not in SKIPPED]
    return [word.stem for word in cut(phrase) if word.stem not in SKIPPED and word.text not in ",()"]


_JOINED = ("day-", "multi-", "co-", "non-", "self-", "inter-", "e-")
"""Beginnings of words that are cut otherwise than at their hyphen."""

_ROW = 4_096
"""More than the phrases of any meaning."""


class _Trie:
    """Phrases by their stems; what lies below a first word is built when a sentence first asks for it."""

    __slots__ = ("_heads", "_kept", "_spelled", "_stemmed", "below", "rows")

    def __init__(self) -> None:
        self.rows: list[tuple[tuple[str, str], Sequence[str], bool, bool]] = []
        self._stemmed = False
        self.below: dict[str, _Node | None] = {}
        self._spelled: dict[str, dict[str, list[int]]] = {}
        self._heads: dict[str, list[int]] = {}
        self._kept: dict[str, bytes] = {}

    def add(self, phrases: Sequence[str], meaning: tuple[str, str], *, all_of_them: bool, weak: bool) -> None:
        """Note the phrases of a meaning; of equal phrases the first wins, or all of them stand."""
        number = len(self.rows) * _ROW
        phrases = "\n".join(phrases).lower().split("\n")
        self.rows.append((meaning, phrases, all_of_them, weak))
        spelled = self._spelled
        for at, phrase in enumerate(phrases, number):
            head = phrase.partition(" ")[0]
            if "-" in head and not head.startswith(_JOINED):
                head = head.partition("-")[0]
            if head.isalnum() and head.isascii() and head not in SKIPPED and head not in IRREGULAR:
                bucket = spelled.get(head[:2])
                if bucket is None:
                    bucket = spelled[head[:2]] = {}
                bucket.setdefault(head, []).append(at)
            else:
                keys = _keys(phrase)
                if keys:
                    self._heads.setdefault(keys[0], []).append(at)

    def state(self) -> tuple[Any, Any]:
        """Return what the trie is made of, in plain values, its phrases as their stems."""
        rows = [
            (meaning, "\n".join(" ".join(_keys(p)) for p in phrases), *flags) for meaning, phrases, *flags in self.rows
        ]
        heads: dict[str, list[int]] = {head: list(numbers) for head, numbers in self._heads.items()}
        for bucket in self._spelled.values():
            for head, numbers in bucket.items():
                heads.setdefault(stem(head), []).extend(numbers)
        return rows, {head: array("I", numbers).tobytes() for head, numbers in heads.items()}

    def restore(self, state: tuple[Any, Any]) -> None:
        """Become the trie of which this is the state."""
        self.rows, self._kept = state
        self._stemmed = True

    def begins(self, key: str) -> bool:
        """Say whether a phrase is known to begin with a word; that none is known to is no answer."""
        return key in self._heads or key in self._kept

    def first(self, key: str) -> _Node | None:
        """Return what lies below a first word."""
        if key in self.below:
            return self.below[key]
        for head, numbers in self._spelled.pop(key[:2], {}).items():
            self._heads.setdefault(stem(head), []).extend(numbers)
        if key in self._kept:
            self._heads[key] = array("I", self._kept[key]).tolist()
        self.below[key] = self._grown(key) if key in self._heads else None
        return self.below[key]

    def walk(self, stems: list[str], at: int) -> list[tuple[int, tuple[tuple[str, str], ...]]]:
        """Return where the phrases that begin at a word end, the shortest first, and what each means."""
        found: list[tuple[int, tuple[tuple[str, str], ...]]] = []
        key = stems[at]
        node = self.below[key] if key in self.below else self.first(key)
        while node is not None:
            at += 1
            if node.found:
                found.append((at, node.found))
            below, node = node.below, None
            while below and at < len(stems):
                key = stems[at]
                node = below.get(key)
                if node is not None or key not in SKIPPED:
                    break
                at += 1
        return found

    def _grown(self, key: str) -> _Node:
        root = _Node()
        for number in sorted(self._heads[key]):
            meaning, phrases, all_of_them, weak = self.rows[number // _ROW]
            if isinstance(phrases, str):  # as they were kept
                phrases = phrases.split("\n")
                self.rows[number // _ROW] = (meaning, phrases, all_of_them, weak)
            node = root
            phrase = phrases[number % _ROW]
            for word in (phrase.split(" ") if self._stemmed else _keys(phrase))[1:]:
                node = node.below.setdefault(word, _Node())
            if meaning not in node.found and not (weak and node.found):
                node.found = (*node.found, meaning) if all_of_them or not node.found else node.found
        return root


class Lexicon:
    """The two tries: one parts the sentence into phrases, the other finds the marks of qualities anywhere."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._main = _Trie()
        self._traits = _Trie()
        self._known: set[str] = set()
        self._words: frozenset[str] = frozenset()
        self._slips: dict[str, list[str]] = {}
        self._long: dict[str, list[str]] = {}
        self._mends: dict[str, str] = {}
        self._right: set[str] = set()
        parts = kept_parts() if is_built_in(vocabulary) else None
        self._kept = parts is not None
        if parts:
            main, traits = unpack(parts[1])
            self._main.restore(main)
            self._traits.restore(traits)
            return
        self._compile()
        if is_built_in(vocabulary) and not sys.dont_write_bytecode:
            tries, spelled = pack((self._main.state(), self._traits.state())), pack(self._spelled())
            slips = pack((sorted(self._stems()), self._slips_of(), self._long))
            keep_parts(NAME, [plain_to_keep(), tries, turns_to_keep(), spelled])
            keep_parts(_SLIPS, [slips])

    def _compile(self) -> None:
        """Add the phrases of the reader and of the vocabulary."""
        known = tables()
        self._processes(known["holders"])
        for key, phrases in known["words"].items():
            kind, _, value = key.partition(" ")
            self._add_all(kind, value, phrases)
        for name, kind in _KINDS.items():
            for value, phrases in known[name].items():
                if value != "instead":
                    self._add_all(_DENIALS.get(value, "G") if kind == "G" else kind, value, phrases)
        self._things(known)
        for name in ("qualities", "frames"):
            for value, phrases in known[name].items():
                self._add_all("", value, phrases, self._traits)

    def _processes(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """Add first the names of processes, which hold words that topics hold too."""
        holders = self.vocabulary.axes.get(Axis.HOLDER, {})
        for term, phrases in names.items():
            if term in PROCESSES and term in holders:
                self._add_all("H", term, phrases)

    def _things(self, known: Tables) -> None:
        """Add the names of topics and holders, those of the reader and those of the vocabulary."""
        holders = self.vocabulary.axes.get(Axis.HOLDER, {})
        topics = self.vocabulary.axes.get(Axis.TOPIC, {})
        for name, phrases in known["topics"].items():
            if name in topics:
                self._add_all("T", name, phrases)
        for topic in topics.values():
            if topic.id != "development":
                self._add_all("T", topic.id, (topic.label, *topic.names), weak=True)
        for holder in holders.values():
            if holder.kind not in {"thing", "process"} or holder.id in known["holders"]:
                self._add_all("H", holder.id, (holder.label, *holder.names), weak=True)
        for name, phrases in known["holders"].items():
            if name in holders:
                self._add_all("H", name, phrases, weak=True)
        for act in self.vocabulary.axes.get(Axis.ACTIVITY, {}).values():
            if act.id not in READ_ACTS:
                self._add_all("A", "=" + act.id, act.names, weak=True)
        for name, term in (("firms", "private-sector"), ("groups", "civil-society")):
            self._add_all("H", term + "=one", known["others"][name], weak=True)
        for name in known["others"]["strangers"]:
            self._add_all("H", APART + name, (name,), weak=True)
        self._add_all("F", "", known["field"]["field"], weak=True)

    def _add_all(
        self, kind: str, value: str, phrases: Sequence[str], trie: _Trie | None = None, *, weak: bool = False
    ) -> None:
        if phrases:
            (trie or self._main).add(phrases, (kind, value), all_of_them=trie is not None, weak=weak)

    def _spelled(self) -> frozenset[str]:
        """Return the words of all phrases as they are spelled."""
        parts = kept_parts() if self._kept and not self._words else None
        if parts:
            self._words = unpack(parts[3])
        if not self._words:
            phrases = [" ".join(row[1]) for trie in (self._main, self._traits) for row in trie.rows]
            self._words = frozenset(" ".join(phrases).replace("-", " ").replace("'", " ").split())
        return self._words

    def _is_known(self, word: Word) -> bool:
        """Say whether a word, or another form of it, is one of the lexicon or a common one."""
        text, root = word.text, word.stem
        if root in stems_of("common") or self._main.begins(root):
            return True
        spelled = self._spelled()
        forms = (text, root, root + "e", root[:-1] + "y", text[:-1], root + "s", root + "ed", root + "ing")
        return any(form in spelled for form in forms) or root in self._stems()

    def _stems(self) -> set[str]:
        """Return the stems of the words of all phrases."""
        if not self._known:
            self._slips_of()
        return self._known

    def _slips_of(self) -> dict[str, list[str]]:
        """Return the neighbours of the long words of the lexicon, made when the first unknown word asks for them."""
        parts = fetch_parts(_SLIPS) if not self._slips and self._kept else None
        if parts:
            known, self._slips, self._long = unpack(parts[0])
            self._known = set(known)
        if not self._slips:
            self._known = {stem(known) for known in self._spelled()}
            for word in sorted(self._known):
                if len(word) >= _SLIP - 1 and word.isalpha():
                    if len(word) >= _LONG:
                        self._long.setdefault(word[:2], []).append(word)
                    for near in neighbours(word):
                        self._slips.setdefault(near, []).append(word)
        return self._slips

    def mend(self, words: list[Word]) -> list[Word]:
        """Return the words with single slips of the pen in long unknown words mended."""
        right = self._right
        if not [word for word in words if word.text not in right]:
            return words
        mended = []
        for word in words:
            meant = self._mended(word) if _SLIP <= len(word.text) <= _LONGEST else word
            if meant is word and len(right) < _REMEMBERED:
                right.add(word.text)
            mended.append(meant)
        return mended

    def _mended(self, word: Word) -> Word:
        known = self._mends.get(word.text)
        if known is None:
            known = self._meant(word)
            if len(self._mends) < _REMEMBERED:
                self._mends[word.text] = known
        return word if known == word.stem else Word(word.text, known, word.start, word.end)

    def _meant(self, word: Word) -> str:
        """Return the stem that a long word was meant to have: its own, or the one it is a slip of the pen away from."""
        root = word.stem
        if not word.text.isalpha() or self._is_known(word):
            return root
        for near in neighbours(root):
            for known in self._slips_of().get(near, ()):
                if known[0] == root[0] and one_slip(root, known):
                    return known
        if len(root) < _LONG:
            return root
        twice = [w for w in self._long.get(root[:2], ()) if abs(len(w) - len(root)) < 3 and two_slips(root, w)]
        return twice[0] if len(twice) == 1 else root

    def marks(self, words: list[Word]) -> list[Mark]:
        """Return the phrases of the sentence from left to right, the longest first; unknown words are of kind w."""
        stems = [word.stem for word in words]
        begun: dict[str, Any] = self._main.below
        marks: list[Mark] = []
        at = 0
        while at < len(words):
            found = self._main.walk(stems, at) if begun.get(stems[at], begun) is not None else []
            if found:
                end, meanings = found[-1]
                marks.append(Mark(*meanings[0], at, end))
                at = end
                continue
            key = stems[at]
            kind = "'" if key == "'s" else key if key in ',;:.?!()"' else "w"
            if key not in SKIPPED or kind == "'":
                marks.append(Mark(kind, words[at].text, at, at + 1))
            at += 1
        return marks

    def traits(self, words: list[Word]) -> dict[str, list[tuple[int, int]]]:
        """Return where each mark of a quality stands; they may overlap."""
        stems = [word.stem for word in words]
        begun: dict[str, Any] = self._traits.below
        found: dict[str, list[tuple[int, int]]] = {}
        for at, key in enumerate(stems):
            if begun.get(key, begun) is None:
                continue
            for end, meanings in self._traits.walk(stems, at):
                for _, value in meanings:
                    found.setdefault(value, []).append((at, end))
        return found


_COMPILED: dict[int, tuple[Vocabulary, Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the compiled lexicon of a vocabulary, made once for each."""
    known = _COMPILED.get(id(vocabulary))
    if known is None or known[0] is not vocabulary:
        if len(_COMPILED) > 8:
            _COMPILED.clear()
        collecting = gc.isenabled()
        gc.disable()  # thousands of small lists are made, and nothing is to be collected
        try:
            known = _COMPILED[id(vocabulary)] = (vocabulary, Lexicon(vocabulary))
        finally:
            if collecting:
                gc.enable()
    return known[1]
