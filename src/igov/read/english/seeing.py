"""What the words of a predicate say, axis by axis, before anything is made of it."""

from __future__ import annotations

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.phrases import stems_of, values_of
from igov.read.english.scene import LIGHT, NEUTRAL, Marks, Scene, kinds
from igov.read.english.shared import (
    FORCED,
    Clause,
)
from igov.read.english.subject import Found
from igov.terms.assignment import Force

_HARMLESS_FIELD = values_of("harmless")


_BANS = stems_of("bans")


class Seen:
    """What the words of a predicate say, axis by axis."""

    __slots__ = (
        *("acts", "adjectives", "denied", "everybody", "fields", "first", "focus", "force", "given", "helped"),
        *("needless", "not_only", "nothing", "only", "others", "out", "positions", "quality", "sovereign"),
        *("stop", "strange", "topics", "verb"),
    )

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.positions: list[str] = []
        self.acts: list[str] = []
        self.topics: set[str] = set()
        self.adjectives: set[str] = set()
        self.fields: list[str] = []
        self.verb = ""
        self.force: Force | None = None
        self.denied = 0
        self.needless = False
        self.out = False
        self.stop = False
        self.only = False
        self.not_only = False
        self.others: list[tuple[str, Mark]] = []
        self.sovereign = False
        self.given = False
        self.first = ""
        self.quality = ""
        self.nothing = False
        self.focus = False
        self.helped = False
        self.everybody = False
        self.strange: list[str] = []


_MAKING = frozenset({"make", "makes", "making", "made"})
_TELLING = frozenset("MNXZEGqKOnSAHgwPQTJiF")
"""The kinds of marks that say anything here."""


def see(scene: Scene, clause: Clause, found: Found) -> Seen:
    """Return what the words say that are left when the holders are taken out."""
    seen = Seen()
    marks = found.rest
    string = kinds(marks)
    subject_end = found.holders[-1].last if found.holders and not found.passive else -1
    for at, mark in enumerate(marks):
        if mark.kind not in _TELLING:
            continue
        after = string[at + 1 : at + 2]
        before = string[at - 1 : at] if at else ""
        words = scene.texts[mark.first : mark.last] or [""]
        if mark.kind == "M":
            _forced(seen, mark, words[0], string, at)
        elif mark.kind in "NXZEGqK":
            seen.everybody |= (
                mark.kind == "Z" and [h.value for h in found.holders] == ["all-parties"] and words[0] != "nothing"
            )
            _deny(scene, clause, seen, mark, marks, at)
        elif (
            mark.kind == "O"
            and words == ["only"]
            and at
            and before != "H"
            and (after in {"i", "L", "T", "J"} or (before == "w" and not after))
        ):
            continue  # only on one side: what it leaves out is not read
        elif mark.kind == "n" and after == "A":
            continue  # not only this act: which others is not read
        elif mark.kind in "nO" or (mark.kind == "S" and words[0] == "than" and seen.quality):
            clause.take(mark)
            seen.not_only |= mark.kind == "n"
            seen.only |= mark.kind == "O"
            placed = (before in {"M", "b"} and after in {"A", "v"}) or (before in {"A", "T"} and after == "v")
            focused = placed and words[0] in {"only", "exclusively", "solely"}
            listed = bool(search(r"v(?:q?H[,cK]*)+$", string[:at])) and not after
            seen.focus |= mark.kind == "O" and (focused or listed or before == "v")
            seen.focus |= mark.kind == "n" and after == "v"
        elif mark.kind == "A" and before == "e" and (seen.strange or seen.fields) and not seen.acts:
            seen.strange.extend(words)  # what somebody does of whom only a relative clause speaks
        elif mark.kind == "A":
            _act(seen, mark, before, after)
        elif mark.kind == "H":
            seen.others.append((before, mark))
            if before == "f" and any(mark.value == h.value for h in found.holders):  # policy of Brazil for Brazil
                seen.adjectives.add("national")
        elif mark.kind == "g" and words[0] in _MAKING and match(r"w?[TJ]", string[at + 1 :]):
            seen.acts.append("create")
            seen.first = seen.first or "A"
        elif mark.kind == "w":
            _unknown(scene, seen, mark, before, at, marks, subject_end)
        else:
            _named(seen, mark, words)
    return seen


def _forced(seen: Seen, mark: Mark, word: str, string: str, at: int) -> None:
    """Take a word of force; "need not" and "not obliged" deny it."""
    nay = string[max(at - 1, 0) : at] == "N" or string[max(at - 2, 0) : at] in {"Nb", "Nd"}
    if nay and mark.value != "may":
        seen.needless = True
        seen.force = seen.force or Force.MUST
    elif string[at + 1 : at + 2] == "N" and word == "need":
        seen.needless = True
        seen.force = Force.MUST
    elif seen.force is None:
        seen.force = FORCED[mark.value]


def _act(seen: Seen, mark: Mark, before: str, after: str) -> None:
    """Take a verb; to carry out a role is to have it, to help to do something is to take part in it."""
    if mark.value == "implement" and after == "P":
        return
    helping = seen.acts == ["support"] and before in {"t", "A", "v", "i", "T", "k"} and after != "v" and not seen.others
    if helping and mark.value != "capacity":
        seen.acts.clear()
        seen.helped = True
    seen.acts.append(mark.value)
    if before != "i":  # "in the development of": what is done there is yet to come
        seen.first = seen.first or "A"


def _named(seen: Seen, mark: Mark, words: list[str]) -> None:
    """Take a position, a quality, a topic or what qualifies one."""
    match mark.kind:
        case "P":
            seen.positions.append(mark.value)
            seen.first = seen.first or "P"
            seen.sovereign |= "sovereign" in words
        case "Q":
            seen.quality = seen.quality or mark.value
        case "T":
            seen.topics.add(mark.value)
            if mark.value == "day-to-day" and {"operation", "operations", "running"} & set(words) and not seen.acts:
                seen.acts.append("operate")
            if "national" in words:
                seen.adjectives.add("national")
        case "J":
            seen.adjectives.add(mark.value)
        case "i" if words[0].startswith(("relat", "pertain", "connect")):
            seen.adjectives.add("related")
        case "F" if words[0] not in _HARMLESS_FIELD:
            seen.fields.append(" ".join(words))
        case "g":
            seen.given = True
        case _:
            pass


def strange(scene: Scene, mark: Mark) -> bool:
    """Say whether an unknown word could turn a verdict."""
    word = scene.words[mark.first]
    return not (word.text in NEUTRAL or word.stem in LIGHT or word.stem in NEUTRAL)


def _unknown(scene: Scene, seen: Seen, mark: Mark, before: str, at: int, marks: Marks, subject_end: int) -> None:
    word = scene.words[mark.first]
    if word.stem == "sovereign":
        seen.sovereign = True
    if not strange(scene, mark):
        return
    seen.strange.append(word.text)
    verbish = (
        (before and before in "MNldktbOh")
        or mark.first == subject_end
        or (before == "r" and at < 4)
        or (before == "" and subject_end < 0)
    )
    if verbish and not seen.verb and not seen.first and not word.text.endswith("ly"):
        seen.verb = word.text
    elif (before and before in "ioftv") or (before == "A" and at + 1 == len(marks)) or (before == "w" and seen.fields):
        seen.fields.append(word.text)


def _deny(scene: Scene, clause: Clause, seen: Seen, mark: Mark, marks: Marks, at: int) -> None:
    after = marks[at + 1] if at + 1 < len(marks) else None
    duty = after is not None and after.kind == "M" and after.value == "must"
    if duty and (mark.kind == "X" or (mark.kind == "q" and mark.value == "none")):  # under no obligation to
        clause.take(mark)
        seen.needless, seen.force = True, seen.force or Force.MUST
        return
    if mark.kind == "q":
        if mark.value == "none":
            seen.denied += 1
            clause.take(mark)
        elif mark.value in {"all", "one"} or (after is not None and after.kind in "TwPAFJL"):
            clause.take(mark)
        return
    if mark.kind == "N" and after is not None and after.kind == "t" and at and marks[at - 1].value == "right":
        return  # a right not to do it
    if mark.kind == "N" and at and marks[at - 1].kind == "c" and (after is None or after.kind in ",;"):
        return  # or not: a bound that was not read
    if mark.kind == "N" and at > 1 and scene.spelled(marks[at - 2 : at]) == ["whether", "or"]:
        return  # whether or not this or that: likewise
    clause.take(mark)
    if mark.kind == "K" or (mark.kind == "E" and seen.denied):
        return
    if mark.kind == "N":
        if after is not None and after.kind == "O":
            seen.not_only = True
            return
        if after is not None and after.kind == "L" and seen.denied:
            return
        if (after is not None and after.kind == "M" and after.value != "may") or (
            at and marks[at - 1].kind == "M" and scene.words[marks[at - 1].first].text == "need"
        ):
            return
        if (
            after is not None
            and after.kind in "bd"
            and at + 2 < len(marks)
            and marks[at + 2].kind == "M"
            and marks[at + 2].value != "may"
        ):
            return
        seen.denied += 1
        return
    if mark.kind == "Z" and at and scene.words[mark.first].text == "nothing":
        seen.nothing = True
    if (
        mark.kind == "G"
        and at
        and marks[at - 1].kind in "MH"
        and after is not None
        and after.kind in "wF"
        and scene.words[mark.first].stem in _BANS
    ):
        seen.verb = seen.verb or scene.words[mark.first].text
        return
    if mark.kind == "G":
        seen.denied += 1
        if mark.value == "out":
            seen.out = True
        seen.nothing |= "no" in scene.spelled([mark]) and mark.value == "lack"
        if mark.value == "stop":
            seen.stop = True
            seen.nothing |= bool(
                scene.stems([mark])
                & {"hinder", "imped", "obstruct", "hamper", "oppos", "withdraw", "retir", "pul", "pull"}
            )
        return
    seen.denied += 1
