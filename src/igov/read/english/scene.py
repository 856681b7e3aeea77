"""A sentence as marks: a list of phrases, and the same as a string of kinds on which constructions are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from igov.read.english.lexicon import Lexicon, Mark
from igov.read.english.words import Word, stem

Marks = list[Mark]

LIGHT = frozenset(
    stem(w) for w in "take get come go do make keep put bring become serve act try start begin seem appear happen tend proceed fall play use work set "
    "look see exist mean call know find given put remain rely count turn pursue connect concern depend draw want feel".split()
)
"""Verbs that say nothing by themselves."""

NEUTRAL = frozenset(
    stem(w) for w in "matter matters issue issues question questions field area areas side thing things way ways level world kind sort sorts part range "
    "number case fact time times place point role sense end term terms basis form subject subjects order view aspect aspects "
    "everything anything something anybody anyone somebody someone it them process processes body bodies group groups organization "
    "organisation organizations organisations organisations agency agencies entity entities institution institutions "
    "people future present past today any own other others another else same such so very own various different specific concrete "
    "open inclusive free full fully broad broader wide wider large small good better best great greater clear close closer near new old "
    "current existing modern respective relevant possible available useful certain particular special main common shared whole entire "
    "total general overall ordinary normal regular proper due real true mere big little long short high low first last next only "
    "how why what there here when then now not too as up down out off on away back together along both either each one two three "
    "us me you i we he she going let lets yes no oh well hey okay ok please sure maybe perhaps "
    "means mean manner respect regard concern concerned concerning involved about around throughout whole set sets "
    "official officially legal legally public publicly private formal informal local regional multilateral bilateral "
    "internet-related community communities human society social political economic technical "
    "turn turns business affairs affair task tasks job jobs work works working effort efforts interest interests purpose purposes "
    "framework frameworks system systems rule rules arrangement arrangements meeting meetings forum fora talks "
    "related linked connected pertaining relating regarding having doing being getting making taking giving running seeing "
    "themselves itself himself ourselves one's ones critics critic world's country's their his her its our my your "
    "continuing continuous continued ongoing further furthermore increasingly increasing more most much many less least "
    "reliable reliably dependable dependably robust stable secure safe efficient effective smooth smoothly correct correctly "
    "built build builds thing stuff tech things bit lot lots "
    "decision decisions measure measures step steps action actions activity activities effort programme program programmes programs "
    "framework programme evolution nature extent share shares equal equals opportunity opportunities included whatsoever talk critics halls chance possibility "
    "necessary needed need necessity appropriate appropriately suitable "
    "hereby plain simple easy hard difficult basic basics fundamental core central key major minor "
    "dear friends ladies gentlemen chairman mr madam honourable distinguished delegates colleagues".split()
)
"""Words on which no verdict turns."""


@dataclass(slots=True)
class Scene:
    """One sentence while it is being read."""

    lexicon: Lexicon
    words: list[Word]
    traits: dict[str, list[tuple[int, int]]]

    def text(self, marks: Sequence[Mark]) -> str:
        """Return the words of the sentence that some marks cover."""
        return " ".join(" ".join(w.text for w in self.words[m.first : m.last]) for m in marks).replace(" 's", "'s")

    def has(self, trait: str, marks: Sequence[Mark]) -> bool:
        """Say whether a mark of a quality stands among the words from the first to the last of some marks."""
        return bool(marks) and any(marks[0].first <= a and b <= marks[-1].last for a, b in self.traits.get(trait, ()))

    def stems(self, marks: Iterable[Mark]) -> set[str]:
        """Return the stems of the words that some marks cover."""
        return {w.stem for m in marks for w in self.words[m.first : m.last]}


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
        after = marks[at + 1] if at + 1 < len(marks) else None
        if mark.kind in "qX" and after is not None:
            if after.kind == "o" and at + 2 < len(marks) and marks[at + 2].kind == "H":
                after, at = marks[at + 2], at + 1
            if after.kind == "H":
                count = "none" if mark.kind == "X" else mark.value
                out.append(replace(after, first=mark.first, count=count))
                at += 2
                continue
        if mark.kind == "H" and not mark.count and mark.last - mark.first > 1 and words[mark.first].text in _COUNTS:
            mark = replace(mark, count=_COUNTS[words[mark.first].text])
        out.append(mark)
        at += 1
    return out
