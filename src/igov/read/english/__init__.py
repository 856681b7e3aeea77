"""English sentences become claims: deterministic, explained, and honest about what was not understood.

A sentence is cut into words, the words are covered with the phrases of the vocabulary and of the reader, the frame of
the sentence is taken off (who says so, whether it is asked), its clauses are parted, and each clause is read by the
first construction that fits. What could turn a verdict and was not read makes the whole not understood.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from igov.read.english.doubts import (
    denied_words,
    given_words,
    guessed,
    made_up,
    of_the_field,
    other_bodies,
    speaks_of_other_matters,
)
from igov.read.english.framing import unframe
from igov.read.english.lexicon import Mark, lexicon_of
from igov.read.english.patterns import match
from igov.read.english.qualities import quality
from igov.read.english.roles import roles, unqualified
from igov.read.english.scene import NEUTRAL, Framed, Marks, Scene, counted, kinds
from igov.read.english.shared import FORCED, Clause
from igov.read.english.splitting import split
from igov.read.english.words import LONGEST, cut, stem
from igov.terms.assignment import Claim, Denies, Force, Holder, Part, Share
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

__all__ = ["SentenceRead", "read_claim"]

_MOST = 1_000_000
"""The most characters that are looked at."""


class SentenceRead(NamedTuple):
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
    marks = other_bodies(scene, marks)
    unread = tuple(dict.fromkeys([m.value for m in marks if m.kind == "w" and m.value not in NEUTRAL]))
    if not of_the_field(scene, marks):
        return SentenceRead(
            None, "nothing in it speaks of the Internet, telecommunications or the bodies that deal with them", unread
        )
    framed = unframe(scene, marks)
    if framed.problem:
        return SentenceRead(None, f'not understood: "{framed.problem}"', unread, _nearest(scene, marks))
    parts, missed, denials, clear = _clauses(scene, framed)
    if framed.denied:
        parts, clear = [_denied(p) for p in parts], []
    strange = [bool(made_up(part)) for part in parts]
    if missed and parts and all(strange) and speaks_of_other_matters(scene, marks):
        missed = []  # whatever is said of an act that the texts do not know, they are silent on it
    if not any(strange):
        missed += denials
    doubted = guessed(scene, marks, parts) if any(strange) and not missed else []
    if missed or doubted or not parts:
        told = scene.text((missed or doubted)[:12])
        problem = f'not understood: "{told}"' if told else "no role, right or responsibility was found in it"
        return SentenceRead(
            None, problem, unread, _nearest(scene, marks), Claim(tuple(clear), sentence) if clear else None
        )
    return SentenceRead(Claim(tuple(parts), sentence), None, unread)


def _clauses(scene: Scene, framed: Framed) -> tuple[list[Part], list[Mark], list[Mark], list[Part]]:
    """Return the parts of all clauses, the marks that were not read, the unknown words that are denied, clear parts.

    Those parts are clear that come of clauses of which nothing was missed.
    """
    parts: list[Part] = []
    clear: list[Part] = []
    missed: list[Mark] = []
    denials: list[Mark] = []
    before: tuple[Holder, ...] = ()
    topic: frozenset[str] = frozenset()
    force: Force | None = None
    pieces = split(scene, framed.marks)
    for number, piece in enumerate(pieces):
        if number + 1 < len(pieces) and _reason(scene, piece, pieces[number + 1]):
            before = tuple(Holder(m.value.partition("=")[0]) for m in piece if m.kind == "H")[:1] or before
            continue
        if piece[0].kind == "t" and parts:
            whom = [m for m in pieces[number - 1] if m.kind == "H"][:1]
            piece = [*whom, *piece[1:]]  # noqa: PLW2901  what is asked of them as well
            force, topic = parts[-1].force, frozenset()
        clause = Clause(scene, _kept(piece), framed.voice, before, topic, last=tuple(parts), force_before=force)
        if not clause.marks:
            continue
        forced = _force_alone(clause)
        if forced is not None:
            before, force = forced
            continue
        if _confined(scene, clause):
            continue
        unqualified(scene, clause)
        read = quality(scene, clause) or roles(scene, clause)
        if not read:
            if any(m.kind in "HPAMGNX" for m in piece):
                missed.extend(piece)
            continue
        left = [m for m in clause.marks if m.kind in "NXZEGOSn" and m.first not in clause.used]
        left = [m for m in left if not _with_itself(scene, clause.marks, m)]
        strange = denied_words(scene, clause.marks)
        if "gw" in clause.kinds:
            strange += given_words(scene, clause.marks)
        missed.extend(left)
        denials.extend(strange)
        parts.extend(read)
        if not (left or strange):
            clear.extend(part for part in read if not made_up(part))
        before = read[0].holders
        managed = before[0].term == "internet-management"
        topic = frozenset({"internet"}) if managed else read[-1].topic
        force = None
    return parts, missed, denials, clear


def _with_itself(scene: Scene, marks: Marks, mark: Mark) -> bool:
    """More than they do now: a comparison with nobody else turns nothing."""
    if mark.kind != "S" or scene.words[mark.first].text != "than":
        return False
    if scene.texts[max(mark.first - 2, 0) : mark.first] == ["to", "more"]:
        return False  # it extends to more than this: to what more was not said
    after = marks[marks.index(mark) + 1 :]
    return match(r"^[qrw]*H", kinds(after)) is None


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
    string = kinds(piece)
    kept = piece if "j" not in string else piece[: string.index("j")]
    if all(m.value != "organizations" for m in kept):
        return kept
    if any(m.value == "itu-decision-making" or (m.kind == "A" and m.value in {"open", "secret"}) for m in kept):
        return kept  # whose decisions they are is the matter
    head = next((m for m in piece if m.kind == "H"), None)
    return [m for m in kept if m is head or m.kind != "H" or m.value != "organizations" or m.count]


def _force_alone(clause: Clause) -> tuple[tuple[Holder, ...], Force] | None:
    """Member States have no choice here: ..."""
    string = clause.kinds
    if "M" not in string or not match(r"^[zriw]*H[zriwbh]*M[zriw]*$", string):
        return None
    string = "".join(
        m.kind for m in clause.marks if m.kind not in "zri" and (m.kind != "w" or stem(m.value) not in NEUTRAL)
    )
    if string in {"HM", "HbM", "HhM", "HMG"}:
        holder, force = clause.marks[0], next(m for m in clause.marks if m.kind == "M")
        return (Holder(holder.value.partition("=")[0]),), FORCED[force.value]
    return None


def _confined(scene: Scene, clause: Clause) -> bool:
    """... and is not confined to a seat on a delegation, and made it robust: nothing is assigned by it."""
    string = clause.kinds
    if string[:1] == "g" and _ASSIGNING.isdisjoint(string) and scene.stems(clause.marks[:1]) & {"mak"}:
        return True
    if "D" in string and match(r"^[qz]*D[wPAzr]*B?$", string):
        return True
    return bool(match(r"^[cz]*bN", string)) and bool(clause.stems & {"confin", "limit", "restrict"})


_ASSIGNING = frozenset("HPAMNX")
"""Kinds of marks without one of which nothing is assigned."""


def _reason(scene: Scene, piece: Marks, after: Marks) -> bool:
    """Say whether a clause only gives a reason: "WIPO is an intergovernmental organization, so ..."."""
    string = kinds(piece)
    if scene.words[after[0].first].text == "that":
        return False
    so = scene.words[after[0].first - 1].text in {"so", "therefore", "hence", "thus"}
    return bool(match(r"^B?q?H(?:[,cK]+q?H)*b(?:a|q)?H$", string)) or (
        so and not any(m.kind in "TPGMNX" for m in piece)
    )
