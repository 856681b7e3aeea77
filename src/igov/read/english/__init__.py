"""English sentences become claims: deterministic, explained, and honest about what was not understood.

A sentence is cut into words, the words are covered with the phrases of the vocabulary and of the reader, the frame of
the sentence is taken off (who says so, whether it is asked), its clauses are parted, and each clause is read by the
first construction that fits. What could turn a verdict and was not read makes the whole not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from igov.read.english.framing import unframe
from igov.read.english.lexicon import Mark, lexicon_of
from igov.read.english.phrases import stems_of, values_of
from igov.read.english.qualities import quality
from igov.read.english.roles import roles
from igov.read.english.scene import LIGHT, NEUTRAL, Marks, Scene, counted, kinds
from igov.read.english.shared import FORCED, Clause
from igov.read.english.splitting import split
from igov.read.english.things import FIELD_BODIES
from igov.read.english.words import LONGEST, cut, stem
from igov.terms.assignment import APART, Claim, Denies, Force, Holder, Part, Share
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

__all__ = ["SentenceRead", "read_claim"]

_MOST = 1_000_000
"""The most characters that are looked at."""


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What a sentence was taken to claim; where it was not understood, `claim` is None and `problem` says why.

    `unread` are words that were not read, `suggestions` wordings near the sentence that would be, and `certain` is the
    half that was understood of a joined sentence of which the other was not.
    """

    claim: Claim | None
    problem: str | None = None
    unread: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    certain: Claim | None = None


def read_claim(sentence: str, vocabulary: Vocabulary) -> SentenceRead:
    """Read one English sentence as a claim about who holds which role; never raises, whatever the characters."""
    if len(sentence) > _MOST:
        return SentenceRead(None, "the sentence is too long to be read")
    lexicon = lexicon_of(vocabulary)
    words = cut(sentence)
    if len(words) > LONGEST:
        return SentenceRead(None, "the sentence is too long to be read")
    if not words:
        return SentenceRead(None, "there are no words in it")
    words = lexicon.mend(words)
    scene = Scene(lexicon, words, lexicon.traits(words))
    marks = counted([m for m in lexicon.marks(words) if m.kind not in '"()z'], words)
    marks = _other_bodies(scene, marks)
    unread = tuple(dict.fromkeys(m.value for m in marks if m.kind == "w" and m.value not in NEUTRAL))
    if not _of_the_field(scene, marks):
        return SentenceRead(
            None, "nothing in it speaks of the Internet, telecommunications or the bodies that deal with them", unread
        )
    framed = unframe(scene, marks)
    if framed.problem:
        return SentenceRead(None, f'not understood: "{framed.problem}"', unread, _nearest(scene, marks))
    parts: list[Part] = []
    before: tuple[Holder, ...] = ()
    topic: frozenset[str] = frozenset()
    missed: list[Mark] = []
    denied_words: list[Mark] = []
    force: Force | None = None
    pieces = split(framed.marks)
    for number, piece in enumerate(pieces):
        if number + 1 < len(pieces) and _reason(scene, piece, pieces[number + 1]):
            before = tuple(Holder(m.value.partition("=")[0]) for m in piece if m.kind == "H")[:1] or before
            continue
        clause = Clause(scene, _kept(piece), framed.voice, before, topic, last=tuple(parts), force_before=force)
        forced = _force_alone(clause)
        if forced is not None:
            before, force = forced
            continue
        if _confined(scene, clause.marks):
            continue
        read = quality(scene, clause) or roles(scene, clause)
        if not read:
            if any(m.kind in "HPAMGNX" for m in piece):
                missed.extend(piece)
            continue
        missed.extend(m for m in clause.marks if m.kind in "NXZEGOSn" and m.first not in clause.used)
        denied_words.extend(_denied_words(scene, clause.marks))
        parts.extend(read)
        before = read[0].holders
        topic = read[-1].topic
        force = None
    if framed.denied:
        parts = [_denied(p) for p in parts]
    if missed and parts and all(map(_made_up, parts)) and _speaks_of_other_matters(scene, marks):
        missed = []  # whatever is said of an act that the texts do not know, they are silent on it
    if denied_words and not any(map(_made_up, parts)):
        missed = [*missed, *denied_words]
    guessed = [] if missed else _guessed(scene, marks, parts)
    if missed or guessed or not parts:
        told = scene.text((missed or guessed)[:12])
        problem = f'not understood: "{told}"' if told else "no role, right or responsibility was found in it"
        known = tuple(part for part in parts if not _made_up(part)) if guessed else ()
        return SentenceRead(None, problem, unread, _nearest(scene, marks), Claim(known, sentence) if known else None)
    return SentenceRead(Claim(tuple(parts), sentence), None, unread)


_OFFICES = frozenset({"itu-secretary-general", "itu-secretariat", "itu-sectors", "high-level-principles"})
"""Holders whose short names are those of other bodies' too."""


def _other_bodies(scene: Scene, marks: Marks) -> Marks:
    """Leave unread what bears the name of one of ours and is another's: "the fishing union", "... of the chess club"."""
    out: Marks = []
    for at, mark in enumerate(marks):
        told = [w.text for w in scene.words[mark.first : mark.last]]
        before, after = marks[at - 1 : at], marks[at + 1 : at + 3]
        union = mark.value == "itu" and told[-1] == "union" and len(told) < 3 and kinds(before) == "w"
        office = mark.value in _OFFICES and "itu" not in told and kinds(after) in {"ow", "fw"}
        if mark.kind == "H" and (union or (office and not _light(scene, after[1]))):
            mark = Mark("w", told[-1], mark.first, mark.last)
        out.append(mark)
    return out


def _light(scene: Scene, mark: Mark) -> bool:
    word = scene.words[mark.first]
    return word.text in NEUTRAL or word.stem in NEUTRAL


_STRANGE = values_of("strange")
_FIELD = stems_of("core")
_LOOSE = values_of("loose")


def _of_the_field(scene: Scene, marks: Marks) -> bool:
    if any(word.stem in _FIELD for word in scene.words):
        return True
    for mark in marks:
        if mark.kind == "F" or (mark.kind == "T" and mark.value not in _LOOSE):
            return True
        if mark.kind == "H" and (mark.value in FIELD_BODIES or _firm(scene, mark)):
            return True
    values = {m.value for m in marks if m.kind in "HTALP"}
    stems = scene.stems(marks)
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    placed = [m.value for m in marks if m.kind == "H" and "all-parties" in order.above(m.value)]
    if values & {"domain-names", "ip-addresses"} or (
        "cooperate" in values and "good-faith" in values and ("all-parties" in values or len(placed) > 1)
    ):
        return True
    if not placed:
        return False
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
    if "technical" in values or ("shar" in stems and "principles" in values):
        return True
    return bool(values & {"numbering"} and values & {"assign", "reclaim"}) or ("consult-all" in values)


_FOREIGN = stems_of("foreign")
_HARMLESS = values_of("harmless")


_KNOWN_APART = frozenset({APART + "legislate", APART + "takeover"})
"""Acts that have a name in the tables and no place in the texts."""

_OURS = frozenset({"internet", "net", "web", "online", "telecom", "telecommunication", "ip", "domain", "dns"})
"""Stems of the field of which the texts themselves speak."""


def _denied_words(scene: Scene, marks: Marks) -> list[Mark]:
    """Return the words that stand right behind a denial and are not known: what is denied was not read."""
    found = []
    told = {at for spans in scene.traits.values() for first, last in spans for at in range(first, last)}
    for before, mark in pairwise(marks):
        denial = before.kind in "NXG" or (before.kind == "q" and before.value == "none")
        word = scene.words[mark.first]
        if (
            denial
            and mark.kind == "w"
            and mark.first not in told
            and not (_light(scene, mark) or word.stem in LIGHT or word.text.endswith("ly"))
        ):
            found.append(mark)
    return found


def _guessed(scene: Scene, marks: Marks, parts: list[Part]) -> list[Mark]:
    """Return the words that were taken for an act or a matter of their own though nothing shows that they are one.

    What is said of such an act would be SILENT; only words known to speak of other matters than the texts bear that.
    """
    made_up = [term for part in parts for term in _made_up(part)]
    if not made_up or _speaks_of_other_matters(scene, marks):
        return []
    told = {word for term in made_up for word in term.removeprefix(APART).split()}
    return [m for m in marks if told & {w.text for w in scene.words[m.first : m.last]}] or list(marks)


def _made_up(part: Part) -> list[str]:
    """Return the terms of a part that are words of the sentence for want of one of the vocabulary."""
    terms = (part.activity, *part.topic, *(holder.term for holder in part.holders))
    return [
        term
        for term in terms
        if term.startswith(APART) and term not in _KNOWN_APART and not term.startswith(APART + "affairs of ")
    ]


def _speaks_of_other_matters(scene: Scene, marks: Marks) -> bool:
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


def _nearest(scene: Scene, marks: Marks) -> tuple[str, ...]:
    """Return plain wordings about the same holder and topic that would be read."""
    vocabulary = scene.lexicon.vocabulary
    holder = next((m.value for m in marks if m.kind == "H" and vocabulary.term(Axis.HOLDER, m.value)), None)
    topic = next((m.value for m in marks if m.kind == "T"), None)
    if holder is None or topic is None:
        return ()
    who, what = vocabulary.label(Axis.HOLDER, holder), vocabulary.label(Axis.TOPIC, topic)
    who = who[:1].upper() + who[1:]
    return (f"{who} should have a role in {what}", f"{who} must not have a role in {what}")


def _denied(part: Part) -> Part:
    """Return a part with its statement turned round; what is said of one alone is denied of that alone."""
    if part.denied is not None:
        return replace(part, denied=None)
    return replace(part, denied=Denies.SHARE if part.share is Share.ONLY else Denies.POSITION)


def _kept(piece: Marks) -> Marks:
    """Leave out what stands in the place of something else: "instead of ..."."""
    at = next((i for i, m in enumerate(piece) if m.kind == "j"), None)
    head = next((m for m in piece if m.kind == "H"), None)
    kept = piece if at is None else piece[:at]
    return [m for m in kept if m is head or m.kind != "H" or m.value != "organizations" or m.count]


def _force_alone(clause: Clause) -> tuple[tuple[Holder, ...], Force] | None:
    """Member States have no choice here: ..."""
    string = "".join(
        m.kind for m in clause.marks if m.kind not in "zri" and (m.kind != "w" or stem(m.value) not in NEUTRAL)
    )
    if string in {"HM", "HbM", "HhM"}:
        holder, force = clause.marks[0], next(m for m in clause.marks if m.kind == "M")
        return (Holder(holder.value.partition("=")[0]),), FORCED[force.value]
    return None


def _confined(scene: Scene, piece: Marks) -> bool:
    """... and is not confined to a seat on a delegation, and made it robust: nothing is assigned by it."""
    if kinds(piece)[:1] == "g" and not any(m.kind in "HPAMNX" for m in piece) and scene.stems(piece[:1]) & {"mak"}:
        return True
    if re.match(r"^[qz]*D[wPAzr]*B?$", kinds(piece)):
        return True
    return bool(re.match(r"^[cz]*bN", kinds(piece))) and bool(scene.stems(piece) & {"confin", "limit", "restrict"})


def _reason(scene: Scene, piece: Marks, after: Marks) -> bool:
    """Say whether a clause only gives a reason: "WIPO is an intergovernmental organization, so ..."."""
    string = kinds(piece)
    if scene.words[after[0].first].text == "that":
        return False
    so = scene.words[after[0].first - 1].text in {"so", "therefore", "hence", "thus"}
    return bool(re.match(r"^q?Hb(?:a|q)?H$", string)) or (so and not any(m.kind in "TPGMNX" for m in piece))
