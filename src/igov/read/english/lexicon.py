"""The phrases of the reader and of one vocabulary, compiled once into tries that are matched longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from igov.read.english import phrases, things
from igov.read.english.words import Word, cut, neighbours, one_slip, stem
from igov.terms.assignment import APART
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

SKIPPED = frozenset("the a an its their his her our your my 's this these those such".split())
"""Words that may stand inside any phrase and change nothing."""

_SLIP = 6
_LONGEST = 30
"""The least letters of a word whose slips are mended."""

_WORDS: dict[tuple[str, str], str] = {
    ("o", "of"): "of",
    ("y", "by"): "by|through|via",
    ("t", "to"): "to",
    ("f", "for"): "for|on behalf of",
    ("v", "with"): "with|alongside|between|among|toward|towards|together with all other",
    ("i", "in"): "according to|in|on|over|at|within|regarding|concerning|about|from|into|under|as regards|as to|with regard to|with respect to|when it comes to|in the field of|in matter of|in the area of|in respect of|pertaining to|relating to|related to|in relation to|across|around|upon|throughout|inside|during|after|before|against|related|pertain to|relate to|as far as|in term of|for the purpose of|in the domain of|in connection with|up|down|off|onto|where|when|whenever|as far as|concern with|per",
    ("a", "as"): "as|like|such as|just like|including|namely|as one of|for example|for instance|in its capacity as|unlike",
    ("c", "and"): "and|or|as well as|along with|together with|and also|plus|and likewise|both|either|alike|alongside of|&|hand in hand with|jointly|between them",
    ("B", "but"): "but|while|whereas|yet|so|therefore|hence|and therefore|and so|but also|thus|although|though|even though|and it is therefore|and yet|and thus|because|since|as opposed to",
    ("S", "if"): "if|unless|except|provided that|so long as|as long as|until|save|except for|except when|apart from|other than|besides|on condition that|despite|in case|lest|in the absence of|once|than|hardly|scarcely|barely|rarely|seldom|little|almost|nearly|mostly|mainly|partly",
    ("b", "be"): "be",
    ("h", "have"): "have|hold|possess|enjoy|exercise|play|wield|retain|fulfil|fill|perform|share|share in|bear|carry|exert|discharge",
    ("d", "do"): "do",
    ("r", "they"): "they|it|he|she|them|him|we|i|you|one another|each other|itself|themselves|us|both of them|others|the other|other",
    ("e", "that"): "that|which|whether|who|whom|whose",
    ("A", "national-model"): "national model|national model of internet governance|own national model|own model of internet governance|national internet governance model|own national model of internet governance|model of internet governance|model of their own|national system of internet governance|national arrangement for internet governance",
    ("l", "will"): "will|would",
    ("g", "give"): "give|grant|entrust|leave|confer on|vest|award|assign to|belong|belong to|lie with|rest with|fall to|be up to|up to|vest in|in the hand of|be for|be the business of|go to|be the job of|be the task of|be a matter for|matter for|the affair of|come under|be incumbent on|incumbent upon|be down to|in hand of|be with|vested|reside with|fall on|fall upon|rest on the shoulder of|sit with|lie in the hand of|make|let|put in charge|empower|authorize|provide|provide with|offer|be the preserve of|see|depend on|pertain|lie|rest|fall|belong with|confine to|confined to|owe",
    ("j", "instead"): phrases.NEGATIONS["instead"],
    ("n", "notonly"): "not only|not just|not merely|not alone|not solely|not exclusively|not simply",
    ("+", "yes"): "yes|yeah|yep|certainly|absolutely|of course|yes of course|yes indeed|sure|indeed yes",
    ("-", "no"): "no way|certainly not|absolutely not|nope|of course not",
    ("=", "answer"): phrases.OTHERS["answer"],
    ("J", "international"): "international|global|worldwide|world|internationally|cross border|transnational",
    ("J", "national"): "national|domestic|nationwide|at home",
    ("J", "economic"): "economic|economical|economy|economically",
    ("J", "broad"): "all sorts of",
    ("D", "doc"): phrases.OTHERS["doc"],
    ("z", "also"): phrases.OTHERS["also"],
    ("k", "continue"): phrases.OTHERS["continue"],
}

COMMON = frozenset(
    stem(word)
    for word in (
        "police polite notion station ration region regime contract contact contest context content contents affect effect adapt assess "
        "compare prevent present percent counter charter charger stating status stating trading training reading leading loading "
        "interest interests intense interim internal international interview section action auction nations options opinions pinion "
        "mission commission omission permission version decision division revision provision vision precision incision domestic domain "
        "remain romain obtain contain maintain retain detain explain complain mountain fountain captain certain curtain address "
        "dressing pressing crossing missing message passage massage village college manager managed damage marriage carriage "
        "prices price practice practise justice notice service novice device advice finance balance chance change charge course source "
        "resource research search church branch bench french trench stretch sketch match catch watch batch porter export import report "
        "deport resort effort comfort desert dessert expert exert invest infest honest forest harvest request conquest bequest "
        "states stakes steaks stacks stocks starts steps stops shops ships shapes grapes drapes tropes troops groups grows brows "
        "minister ministry monster muster master matter batter better letter latter litter bitter butter button cotton mutton "
        "player prayer layer lawyer sawyer power tower lower flower slower shower cover lover over clover plover governor "
        "season reason treason person prison poison lesson listen lesser letter leader reader header heater theater weather whether "
        "feather leather father rather gather bather mother brother other bother another numbers members lumber timber chamber "
        "member remember december november september october summer winter autumn spring morning evening dinner lunch "
        "parent patent potent latent talent tenant pendant attend intend pretend extend expend depend defend offend "
        "doctor actor factor tractor sector vector rector hector lecture picture mixture fixture texture capture culture nature "
        "mature future feature creature measure pleasure treasure leisure closure exposure pressure censure ensure insure assure "
        "secure obscure procure require acquire inquire squire empire umpire expire inspire aspire conspire perspire retire entire "
        "attire desire wire trade grade shade blade glade parade decade facade cascade brigade crusade blockade barricade "
        "company campaign champion companion compassion competition composition computation commutation complication compilation "
        "standing standard stranded started startled stand strand brand grand command demand remand depart department apartment "
        "compartment treatment statement payment movement moment monument document argument instrument implement supplement complement "
        "compliment experiment element cement basement pavement amusement agreement judgment ointment appointment disappointment "
        "tomato potato recipe kitchen football player referee goal match league weather rain forecast tenant landlord buyer seller"
    ).split()
)
"""Common words that lie one letter from a word of the lexicon, and are not slips of it."""


@dataclass(slots=True)
class _Node:
    below: dict[str, _Node] = field(default_factory=dict)
    found: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase of the sentence: its kind (a letter), what it means, and its first word and the one after its last."""

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


class Lexicon:
    """The two tries: one parts the sentence into phrases, the other finds the marks of qualities anywhere."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._main = _Node()
        self._traits = _Node()
        self._known: set[str] = set(COMMON)
        self._processes()
        for (kind, value), text in _WORDS.items():
            self._add_all(kind, value, text)
        for table, kind in ((phrases.QUANTITIES, "q"), (phrases.LIMITS, "L"), (phrases.FORCES, "M")):
            for value, text in table.items():
                self._add_all(kind, value, text)
        for value, text in phrases.NEGATIONS.items():
            if value == "instead":
                continue
            kind = {"not": "N", "no": "X", "nobody": "Z", "neither": "E", "nor": "K"}.get(value, "G")
            self._add_all(kind, value, text)
        self._add_all("O", "only", phrases.ONLY)
        for value, text in phrases.ACTS.items():
            self._add_all("A", value, text)
        for value, text in phrases.POSITIONS.items():
            self._add_all("P", value, text)
        self._add_all("Q", "equal", phrases.EQUAL)
        self._add_all("Q", "unequal", phrases.UNEQUAL)
        self._things()
        for value, text in phrases.QUALITIES.items():
            self._add_all("", value, text, self._traits)
        for value in ("say", "true", "false", "according"):
            self._add_all("", value, phrases.OTHERS[value], self._traits)
        self._slips: dict[str, list[str]] = {}

    def _processes(self) -> None:
        """Add first the names of processes, which hold words that topics hold too."""
        holders = self.vocabulary.axes.get(Axis.HOLDER, {})
        for term, text in things.HOLDERS.items():
            if term in things.PROCESSES and term in holders:
                self._add_all("H", term, text)

    def _things(self) -> None:
        holders = self.vocabulary.axes.get(Axis.HOLDER, {})
        topics = self.vocabulary.axes.get(Axis.TOPIC, {})
        for term, text in things.TOPICS.items():
            if term in topics:
                self._add_all("T", term, text)
        for term in topics.values():
            if term.id == "development":
                continue
            self._add_all("T", term.id, "|".join((term.label, *term.names)), weak=True)
        for term in holders.values():
            if term.kind not in {"thing", "process"} or term.id in things.HOLDERS:
                self._add_all("H", term.id, "|".join((term.label, *term.names)), weak=True)
        for term, text in things.HOLDERS.items():
            if term in holders:
                self._add_all("H", term, text, weak=True)
        for text, term in ((things.FIRMS, "private-sector"), (things.GROUPS, "civil-society")):
            self._add_all("H", term + "=one", text, weak=True)
        for name in things.STRANGERS.split("|"):
            self._add_all("H", APART + name, name, weak=True)
        self._add_all("F", "", things.FIELD, weak=True)

    def _add_all(self, kind: str, value: str, text: str, root: _Node | None = None, *, weak: bool = False) -> None:
        for phrase in text.split("|"):
            keys = _keys(phrase)
            node = root or self._main
            for key in keys:
                node = node.below.setdefault(key, _Node())
            if keys and not (weak and node.found) and (kind, value) not in node.found:
                node.found = (*node.found, (kind, value)) if root else node.found or ((kind, value),)
            self._known.update(keys)

    def _slips_of(self) -> dict[str, list[str]]:
        """Return the neighbours of the long words of the lexicon, made when the first unknown word asks for them."""
        if not self._slips:
            for word in sorted(self._known - COMMON):
                if len(word) >= _SLIP - 1 and word.isalpha():
                    for near in neighbours(word):
                        self._slips.setdefault(near, []).append(word)
        return self._slips

    def mend(self, words: list[Word]) -> list[Word]:
        """Return the words with single slips of the pen in long unknown words mended."""
        return [self._mended(word) for word in words]

    def _mended(self, word: Word) -> Word:
        if not _SLIP <= len(word.text) <= _LONGEST or word.stem in self._known or not word.text.isalpha():
            return word
        for near in neighbours(word.stem):
            for known in self._slips_of().get(near, ()):
                if known[0] == word.stem[0] and one_slip(word.stem, known):
                    return Word(word.text, known, word.start, word.end)
        return word

    def marks(self, words: list[Word]) -> Iterator[Mark]:
        """Yield the phrases of the sentence from left to right, the longest first; unknown words are of kind w."""
        at = 0
        while at < len(words):
            longest, found = _walk(self._main, words, at)
            if found:
                yield Mark(*found[0], at, longest)
                at = longest
                continue
            word = words[at]
            kind = "'" if word.stem == "'s" else word.stem if word.stem in ',;:.?!()"' else "w"
            if word.stem not in SKIPPED or kind == "'":
                yield Mark(kind, word.text, at, at + 1)
            at += 1

    def traits(self, words: list[Word]) -> dict[str, list[tuple[int, int]]]:
        """Return where each mark of a quality stands; they may overlap."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at in range(len(words)):
            node = self._traits
            here = at
            steps = 0
            while here < len(words) and steps < 12:  # noqa: PLR2004  no phrase is longer
                below = node.below.get(words[here].stem)
                if below is None:
                    if here == at or words[here].stem not in SKIPPED:
                        break
                else:
                    node = below
                    for _, value in node.found:
                        found.setdefault(value, []).append((at, here + 1))
                here += 1
                steps += 1
        return found


def _walk(node: _Node, words: list[Word], at: int) -> tuple[int, tuple[tuple[str, str], ...]]:
    longest, found = at, ()
    here = at
    while here < len(words):
        below = node.below.get(words[here].stem)
        if below is None:
            if here == at or words[here].stem not in SKIPPED:
                break
        else:
            node = below
            if node.found:
                longest, found = here + 1, node.found
        here += 1
    return longest, found


_COMPILED: dict[int, tuple[Vocabulary, Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the compiled lexicon of a vocabulary, made once for each."""
    known = _COMPILED.get(id(vocabulary))
    if known is None or known[0] is not vocabulary:
        if len(_COMPILED) > 8:  # noqa: PLR2004  a handful of vocabularies at most live side by side
            _COMPILED.clear()
        known = _COMPILED[id(vocabulary)] = (vocabulary, Lexicon(vocabulary))
    return known[1]
