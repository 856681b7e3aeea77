"""English sentences become claims: deterministic, explained, and honest about what was not understood.

A sentence is cut into words, the words are covered with the phrases of the vocabulary and of the reader, the frame of
the sentence is taken off (who says so, whether it is asked), its clauses are parted, and each clause is read by the
first construction that fits. What could turn a verdict and was not read makes the whole not understood.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from igov.read.english.framing import unframe
from igov.read.english.lexicon import Mark, lexicon_of
from igov.read.english.qualities import quality
from igov.read.english.roles import roles
from igov.read.english.scene import NEUTRAL, Marks, Scene, counted
from igov.read.english.shared import Clause
from igov.read.english.splitting import split
from igov.read.english.things import FIELD_BODIES
from igov.read.english.words import LONGEST, cut
from igov.terms.assignment import APART, Claim, Denies, Holder, Part
from igov.terms.base import Vocabulary

__all__ = ["SentenceRead", "read_claim"]

_MOST = 1_000_000
"""The most characters that are looked at."""


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What a sentence was taken to claim; where it was not understood, `claim` is None and `problem` says why.

    `unread` are words that were not read, `suggestions` wordings near the sentence that would be.
    """

    claim: Claim | None
    problem: str | None = None
    unread: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


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
    marks = counted([m for m in lexicon.marks(words) if m.kind not in '"()z'])
    unread = tuple(dict.fromkeys(m.value for m in marks if m.kind == "w" and m.value not in NEUTRAL))
    if not _of_the_field(marks):
        return SentenceRead(None, "nothing in it speaks of the Internet, telecommunications or the bodies that deal with them", unread)
    framed = unframe(scene, marks)
    parts: list[Part] = []
    before: tuple[Holder, ...] = ()
    topic: frozenset[str] = frozenset()
    missed: list[Mark] = []
    for piece in split(framed.marks):
        clause = Clause(scene, piece, framed.voice, before, topic)
        read = quality(scene, clause) or roles(scene, clause)
        if not read:
            if any(m.kind in "HPAMGNX" for m in piece):
                missed.extend(piece)
            continue
        missed.extend(m for m in piece if m.kind in "NXZEGOS" and m.first not in clause.used)
        parts.extend(read)
        before = read[0].holders
        topic = read[-1].topic
    if missed or not parts:
        told = scene.text(missed[:12])
        return SentenceRead(None, f'not understood: "{told}"' if told else "no role, right or responsibility was found in it", unread)
    if framed.denied:
        parts = [replace(p, denied=None if p.denied is Denies.POSITION else Denies.POSITION) for p in parts]
    return SentenceRead(Claim(tuple(parts), sentence), None, unread)


def _of_the_field(marks: Marks) -> bool:
    for mark in marks:
        if mark.kind == "F" or (mark.kind == "T" and mark.value not in {"public-policy", "day-to-day", "stability", "technical", "standards", "principles", "numbering", "ip-addresses"}):
            return True
        if mark.kind == "H" and (mark.value in FIELD_BODIES):
            return True
    values = {m.value for m in marks if m.kind in "HTAL"}
    return bool(values & {"public-policy", "all-parties"}) and bool(values & {"states", "all-stakeholders", "good-faith", "private-sector", "civil-society", "consult"})


def _unused() -> str:
    return APART
