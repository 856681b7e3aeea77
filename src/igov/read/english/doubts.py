"""What is not understood: sentences of other fields, words that would only be guessed, denials of what was not read."""

from __future__ import annotations

from itertools import pairwise

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import search
from igov.read.english.phrases import stems_of, values_of
from igov.read.english.scene import LIGHT, NEUTRAL, Marks, Scene, kinds
from igov.read.english.things import FIELD_BODIES
from igov.read.english.words import cut
from igov.terms.assignment import APART, Part
from igov.terms.order import Axis

_OFFICES = frozenset({"itu-secretary-general", "itu-secretariat", "itu-sectors", "high-level-principles"})
"""Holders whose short names are those of other bodies' too."""


def other_bodies(scene: Scene, marks: Marks) -> Marks:
    """Leave unread what bears the name of one of ours: "the fishing union", "... of the chess club"."""
    out = list(marks)
    for at, mark in enumerate(marks):
        if mark.kind != "H" or not (mark.value == "itu" or mark.value in _OFFICES):
            continue
        told = scene.spelled([mark])
        before, after = marks[at - 1 : at], marks[at + 1 : at + 3]
        union = mark.value == "itu" and told[-1] == "union" and len(told) < 3 and kinds(before) == "w"
        office = mark.value in _OFFICES and "itu" not in told and kinds(after) in {"ow", "fw"}
        union = union or told[-1] == "unions"
        if union or (office and not _light(scene, after[1])):
            out[at] = Mark("w", told[-1], mark.first, mark.last)
    return out


def _light(scene: Scene, mark: Mark) -> bool:
    word = scene.words[mark.first]
    return word.text in NEUTRAL or word.stem in NEUTRAL


_STRANGE = values_of("strange")
_FIELD = stems_of("core")
_LOOSE = values_of("loose")


def of_the_field(scene: Scene, marks: Marks) -> bool:
    """Say whether a sentence speaks of the Internet, telecommunications or the bodies that deal with them."""
    if any(word.stem in _FIELD for word in scene.words):
        return True
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    for mark in marks:
        if mark.kind == "F" or (mark.kind == "T" and mark.value not in _LOOSE):
            return True
        if mark.kind != "H":
            continue
        if mark.value in FIELD_BODIES or "rirs" in order.above(mark.value) or _firm(scene, mark):
            return True
    values = {m.value for m in marks if m.kind in "HTALP"}
    stems = scene.stems(marks)
    placed = [m.value for m in marks if m.kind == "H" and "all-parties" in order.above(m.value)]
    if "numbering" in values and stems & {"critic", "critical"}:
        return True
    if values & {"domain-names", "ip-addresses"} or (
        "cooperate" in values
        and values & {"good-faith", "-good-faith"}
        and ("all-parties" in values or len(placed) > 1)
    ):
        return True
    if not placed:
        return False
    if {"propose", "international-public-policy"} <= values:
        return True
    if "national-model" in values or (
        {"support", "civil-society", "developing-countries"} <= values and "member" in stems
    ):
        return True
    if "capacity" in values and values & {"developing-countries", "least-developed-countries"}:
        return True
    if any(m.kind == "P" and {"policy", "authority"} <= set(scene.spelled([m])) for m in marks):
        return True
    if (
        {"authority", "world"} <= values
        or {"regulate", "within-territory"} <= values
        or {"regulate", "-within-territory"} <= values
    ):
        return True
    if "conducive-to-innovation" in values:
        return True
    if values & {"no-policy-impact", "-no-policy-impact", "standards", "national-delegations"}:
        return True
    if "public" in stems and values & {"public-policy", "international-public-policy", "national-public-policy"}:
        return True
    if "day-to-day" in values | set() and ("lead" in values or stems & {"operational", "technical", "tech"}):
        return True
    if "technical" in values or (bool(stems & {"shar", "adopt"}) and "principles" in values):
        return True
    return bool(values & {"numbering"} and values & {"assign", "reclaim"}) or ("consult-all" in values)


_FOREIGN = stems_of("foreign")
_HARMLESS = values_of("harmless")


_KNOWN_APART = frozenset({APART + "legislate", APART + "takeover"})
"""Acts that have a name in the tables and no place in the texts."""

_OURS = frozenset({"internet", "net", "web", "online", "telecom", "telecommunication", "ip", "domain", "dns"})
"""Stems of the field of which the texts themselves speak."""


def denied_words(scene: Scene, marks: Marks) -> list[Mark]:
    """Return the words that stand right behind a denial and are not known: what is denied was not read."""
    string = kinds(marks)
    if "w" not in string:
        return _undone(scene, marks, string)
    found = []
    pairs = list(pairwise(marks))
    if "y" in string:
        triples = zip(marks, marks[1:], marks[2:], strict=False)
        pairs += [(before, mark) for before, way, mark in triples if way.kind == "y"]
    for before, mark in pairs:
        if mark.kind != "w" or not (before.kind in "NXG" or (before.kind == "q" and before.value == "none")):
            continue
        if _unknown(scene, mark):
            found.append(mark)
    return found + _undone(scene, marks, string)


def _unknown(scene: Scene, mark: Mark) -> bool:
    """Say whether a word is one of those that tell something, and nothing is known of it."""
    word = scene.words[mark.first]
    told = any(first <= mark.first < last for spans in scene.traits.values() for first, last in spans)
    return not (told or _light(scene, mark) or word.stem in LIGHT or word.text.endswith("ly"))


_HELD = stems_of("upheld") | LIGHT


def _undone(scene: Scene, marks: Marks, string: str) -> list[Mark]:
    """Return what is said of a role, or how it is told, where that is not known.

    "Their role is a fiction", "their role outweighs that of others", "States disagree that they have one".
    """
    letters = set(string)
    for needed, pattern in _TOLD:
        found = search(pattern, string) if needed <= letters else None
        if found:
            last = marks[found.end(1) - 1]
            if not (scene.words[last.first].stem in _HELD or _light(scene, last)):
                return [last]
    return []


_TOLD = tuple(
    (frozenset(needed), pattern)
    for needed, pattern in (
        ("Pw", r"P[^bMdhGHe]*(?:Mk?b|hb*|b)[qO]*(w+)(?:$|[,;.])"),
        ("PTwH", r"^(?:[qX]*H')?P[^bMdhGHe]*T(w)(?:[qX]*H|e?oH)"),
        ("PTQoH", r"^(?:[qX]*H')?P[^bMdhGHe]*T(Q)e?oH"),
        ("Hwe", r"^(?:[qX]*H[,cK]*)+[dlM]?N?(w)e(?!$)"),
        ("AoHMb", r"^A[^bMdhGHe]*o(?:q?H[,cK]*)+[^bMdhGHe]*Mk?N?b([w=])"),
    )
)


_GIVING = frozenset({"give", "giv", "given", "provide", "provid", "offer", "supply", "suppli", "hand", "grant"})


def given_words(scene: Scene, marks: Marks) -> list[Mark]:
    """Return the unknown words for what is given: travel money to attend is no chance to, an interpreter no support."""
    found = []
    for before, mark, after, what in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if (before.kind, mark.kind) != ("g", "w") or after.kind not in "fgt" or what.kind not in "AP":
            continue
        if not scene.stems([before]) & _GIVING:
            continue
        if _unknown(scene, mark):
            found.append(mark)
    return found


def guessed(scene: Scene, marks: Marks, parts: list[Part]) -> list[Mark]:
    """Return the words that were taken for an act or a matter of their own though nothing shows that they are one.

    What is said of such an act would be SILENT; only words known to speak of other matters than the texts bear that.
    """
    terms = [term for part in parts for term in made_up(part)]
    empty = [part.holders[0].term == part.activity for part in parts]
    asked = any(part.holders[0].term == APART + "what" for part in parts)
    if asked or any(empty) is not all(empty):
        return list(marks)  # what leads up to a statement was taken for one
    if _lost(scene, marks, parts) or any(_of_nothing(part) or _of_ours(scene, part) for part in parts):
        return list(marks)
    if not terms or speaks_of_other_matters(scene, marks):
        return []
    told = {word for term in terms for word in term.removeprefix(APART).split()}
    return [m for m in marks if told.intersection(scene.spelled([m]))] or list(marks)


def _of_nothing(part: Part) -> bool:
    """Say whether something is denied on a matter of which there is no word."""
    return APART in part.topic and part.denied is not None


def _of_ours(scene: Scene, part: Part) -> bool:
    """Say whether a right or a role of ours was taken for who holds it."""
    named = [holder.term.removeprefix(APART) for holder in part.holders if holder.term.startswith(APART)]
    return any(kinds(scene.lexicon.marks(cut(name))) == "P" for name in named)


def _lost(scene: Scene, marks: Marks, parts: list[Part]) -> bool:
    """Say whether words were taken for who holds it, though a party is named that has no place in any part."""
    named = {mark.value.partition("=")[0] for mark in marks if mark.kind == "H"}
    held = {holder.term for part in parts for holder in part.holders}
    sure = {holder.term for part in parts for holder in part.holders if part.position not in {"act", "participation"}}
    if not any(term.startswith(APART) and term not in named for term in sure):
        return False
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    placed = held | {part.counterpart for part in parts}
    return any("all-parties" in order.above(name) for name in named - placed)


def made_up(part: Part) -> list[str]:
    """Return the terms of a part that are words of the sentence for want of one of the vocabulary."""
    terms = (part.activity, *part.topic, *(holder.term for holder in part.holders))
    return [
        term
        for term in terms
        if term.startswith(APART) and term not in _KNOWN_APART and not term.startswith(APART + "affairs of ")
    ]


def speaks_of_other_matters(scene: Scene, marks: Marks) -> bool:
    """Say whether a sentence has a word of a matter, or names an actor, of which the texts know nothing."""
    vocabulary = scene.lexicon.vocabulary
    for mark in marks:
        if mark.kind == "H":
            term = mark.value.partition("=")[0]
            known = vocabulary.term(Axis.HOLDER, term)
            placed = known is None or known.kind in {"thing", "process"}
            if term.startswith(APART) or not (placed or "all-parties" in vocabulary.order(Axis.HOLDER).above(term)):
                return True
            continue
        if mark.kind == "T":
            topic = vocabulary.term(Axis.TOPIC, mark.value)
            if topic is not None and topic.kind == "subject":
                return True
            continue
        words = scene.words[mark.first : mark.last]
        if mark.kind == "F" and words[0].text not in _HARMLESS and words[0].stem not in _OURS:
            return True
        if mark.kind == "w" and words[0].stem in _FOREIGN:
            return True
    return False


def _firm(scene: Scene, mark: Mark) -> bool:
    term = scene.lexicon.vocabulary.term(Axis.HOLDER, mark.value)
    if term is not None and term.kind == "actor":
        return "private-sector" in scene.lexicon.vocabulary.order(Axis.HOLDER).above(mark.value)
    return mark.value.endswith("=one") or bool(set(mark.value.removeprefix(APART).replace("-", " ").split()) & _STRANGE)
