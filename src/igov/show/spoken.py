"""A claim as a teacher would say it: one plain English sentence, or what is asked of it.

What cannot be said plainly is an empty text, and nobody is asked about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from igov.show.phrases import part_sentence
from igov.show.text import clean, joined, sentence_case
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Part, Quantity, Share, Voice
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

_THE = frozenset({"ITU", "UN", "IETF", "W3C", "OECD", "WTO", "ILO", "IMF", "IAB", "NRO", "GAC", "RIRs", "European"})
_BODIES = re.compile(
    r"\b(Agency|Assembly|Bank|Board|Bureau|Commissions?|Conference|Convention|Council|Forum|Foundation|Group|Nations|"
    r"Organization|Parliament|Secretariat|Secretary-General|Sectors|Summit|Union|groups)$"
)
_UNCOUNTED = frozenset({"civil society", "enhanced cooperation", "academia", "business", "industry", "law enforcement"})
_VAGUE_HOLDERS = frozenset({"organizations", "other stakeholders"})
_VAGUE_LIMITS = re.compile(r"\b(appropriate|respective|necessary|relevant|specific)\b")
_ADVERBS = re.compile(r"(at|conducive|in|on|taking|that|under|whenever|with|within) ")
_COUNTED = re.compile(r"everything$|(every|some|a significant number) ")
_EVERYWHERE = frozenset({"interne", "governa", "public", "policy", "policie", "princip", "shared", "issues", "multist"})

_VERBS = re.compile(r"(\w+(?:, \w+)*(?: and \w+)?)(?: (.+))?")
_DOUBLED = frozenset({"allot", "cut", "get", "let", "put", "run", "set", "shut"})
_WITHOUT_OBJECT = frozenset({"cooperate", "participate", "recommend", "advise", "report"})
_JOINED_BY = {
    "development": "of",
    "role": "in",
    "part": "in",
    "participation": "in",
    "principles": "of",
    "transparency": "in",
}
_TOWARDS = {"support": "", "build-capacity": "to", "assist-national-model": "in", "implement-measures": "through"}
_ABOUT = {"right": "in relation to", "responsibility": "for", "authority": "over", "control": "over"}
_IDLE = {"right": "rights", "responsibility": "responsibilities"}
_TO = frozenset({"right", "responsibility", "authority", "control"})
_GIVES_OUT = re.compile(r"\b(assign|reclaim)\b")
_FIELD = re.compile(r"(governance|society|matters|issues|Internet)$")
_WHOLE = re.compile(r"(society|zone|Forum|segment|framework|divide|Summit|Internet)$")


def plainly(vocabulary: Vocabulary, part: Part) -> str:
    """Return what a part says as a plain sentence without a full stop, or in the words of its axes."""
    return spoken(vocabulary, part) or part_sentence(vocabulary, part)


def spoken(vocabulary: Vocabulary, part: Part) -> str:
    """Return what a part says as a plain sentence without a full stop; empty where that cannot be done."""
    if len(part.holders) != 1 or part.voice is not Voice.OWN or part.denied not in {None, Denies.POSITION}:
        return ""
    holder = part.holders[0]
    who, does = named(vocabulary, holder), _does(vocabulary, part, many=plural(vocabulary, holder))
    if part.share is not Share.SOME:
        if part.share is not Share.ONLY or who.startswith("all "):
            return ""
        who = f"only {who}"
    return sentence_case(f"{who} {does}") if who and does else ""


def asked(vocabulary: Vocabulary, part: Part) -> str:
    """Return what is left of the sentence when it is not said who: "has a role in managing domain names"."""
    return _does(vocabulary, part, many=False) if spoken(vocabulary, part) else ""


def told(vocabulary: Vocabulary, part: Part) -> str:
    """Return what the sentence says of its holder, in the number of the holder: "have a role in ..."."""
    return _does(vocabulary, part, many=plural(vocabulary, part.holders[0])) if spoken(vocabulary, part) else ""


def sayable(vocabulary: Vocabulary, limits: Iterable[str]) -> tuple[str, ...]:
    """Return the limits that a plain sentence states; the others are meant all the same."""
    return tuple(
        limit
        for limit in limits
        if _ADVERBS.match(label := vocabulary.label(Axis.SCOPE, limit)) and not _VAGUE_LIMITS.search(label)
    )


def named(vocabulary: Vocabulary, holder: Holder) -> str:
    """Return a holder with its article: "the private sector", "States"; empty where the name alone says too little."""
    name = clean(vocabulary.label(Axis.HOLDER, holder.term))
    known = vocabulary.term(Axis.HOLDER, holder.term)
    if holder.quantity is not Quantity.ALL or name in _VAGUE_HOLDERS:
        return ""
    first = name.partition(" ")[0]
    lower = name[:1].islower() and known is not None and not plural(vocabulary, holder)
    if first in {"a", "the", "all"} or name in _UNCOUNTED:
        return name
    return f"the {name}" if lower or name in _THE or _BODIES.search(name) or first == "European" else name


def plural(vocabulary: Vocabulary, holder: Holder) -> bool:
    """Say whether a holder takes "have" and not "has"."""
    name = vocabulary.label(Axis.HOLDER, holder.term)
    known = vocabulary.term(Axis.HOLDER, holder.term)
    if known is None or known.kind == "actor" or name.startswith("United "):
        return False
    head = re.split(r" (?:for|of|on|and|related|responsible|with) ", name)[0]
    return (head.endswith(("s", "bureaux")) and not head.endswith(("ss", "us"))) or head == "women"


def _does(vocabulary: Vocabulary, part: Part, *, many: bool) -> str:
    """Return the sentence from its verb on."""
    position = vocabulary.term(Axis.POSITION, part.position)
    topics = [clean(vocabulary.label(Axis.TOPIC, term)) for term in sorted(part.topic)]
    if position is None or position.kind == "quality" or any(_COUNTED.match(topic) for topic in topics):
        return ""
    idle = part.activity == UNSPECIFIED
    act = "" if idle else clean(vocabulary.label(Axis.ACTIVITY, part.activity))
    deed = "" if idle else _deed(vocabulary, part, act, topics)
    if not idle and not deed:
        return ""
    about = joined([noun(topic, alone=idle) for topic in topics])
    no = part.denied is Denies.POSITION
    force = part.force or Force.IS
    if part.position == "act" or (part.position == "participation" and act.startswith("be ")):
        text = _acts(force, deed, many, no)
    elif part.position == "participation":
        text = _has(force, "part", many, no, verb=("take", "takes", "taken"))
        text += (
            f" in {gerund(deed)}" if deed else _after("in", about).replace(" in the membership of ", " as members of ")
        )
    else:
        thing = position.label if not no else re.sub(r"^(an?|the) ", "", position.label)
        thing = thing if deed else _IDLE.get(part.position, thing)
        text = _has(force, clean(thing), many, no)
        if deed:
            text += f" to {deed}" if part.position in _TO else f" in {gerund(deed)}"
        else:
            text += _after(_ABOUT.get(part.position, "in"), about)
    if text and idle and part.counterpart:
        text += f", together with {named(vocabulary, Holder(part.counterpart))}"
    return f"{text}{_within(vocabulary, part, many)}" if text else ""


def _after(preposition: str, about: str) -> str:
    return f" {preposition} {about}" if about else ""


def _acts(force: Force, deed: str, many: bool, no: bool) -> str:
    """Return what is done, in the form that the force gives it: "should manage", "manages"; empty for nothing."""
    if not deed:
        return ""
    if force in {Force.MAY, Force.SHOULD, Force.MUST}:
        return f"{force}{' not' if no else ''} {deed}"
    if force is Force.WAS:
        return f"{'have' if many else 'has'}{' not' if no else ''} been {gerund(deed)}"
    if no:
        return f"{'are' if many else 'is'} not to {deed}"
    return deed if many else _each(deed, _third)


def _has(force: Force, thing: str, many: bool, no: bool, verb: tuple[str, str, str] = ("have", "has", "had")) -> str:
    base, third, past = verb
    held = f"{'no ' if no else ''}{thing}"
    if force in {Force.MAY, Force.SHOULD, Force.MUST}:
        return f"{force} {base} {held}"
    if force is Force.WAS:
        return f"{'have' if many else 'has'} {past} {held}"
    return f"{base if many else third} {held}"


def _within(vocabulary: Vocabulary, part: Part, many: bool) -> str:
    """Return the limits that are stated or denied, as they stand at the end of a sentence."""
    stated = [clean(vocabulary.label(Axis.SCOPE, limit)) for limit in sayable(vocabulary, part.limits)]
    stated = [f"that are {label}" if label.startswith("conducive") else label for label in stated]
    stated = [f", {label}" if label.startswith(("taking ", "whenever ")) else f" {label}" for label in stated]
    text = re.sub(" +", " ", joined(stated))
    for limit in part.denied_limits:
        label = clean(vocabulary.label(Axis.SCOPE, limit))
        which = label.removeprefix("that do not ")
        text += f", whether or not they {which}" if which != label else f", {label} or not"
    return re.sub(r"\bits\b", "their", text) if many else re.sub(r"\btheir\b", "its", text)


def _deed(vocabulary: Vocabulary, part: Part, act: str, topics: list[str]) -> str:
    """Return an act with what it is done to and with whom, in its base form."""
    found = _VERBS.fullmatch(act)
    verbs, thing = (found.group(1), found.group(2) or "") if found else (act, "")
    with_whom = ""
    if part.counterpart:
        whom, towards = named(vocabulary, Holder(part.counterpart)), _TOWARDS.get(part.activity, "with")
        with_whom = f" {towards} {whom}".replace("  ", " ") if whom else ""
    if not topics:
        return f"{act}{with_whom}"
    whole = joined(topics)
    object_ = re.sub(r"^(public|the) ", "", thing)
    if part.activity == "support" and with_whom:
        return f"{act}{with_whom} in {joined([noun(topic) for topic in topics])}"
    if not thing and verbs not in _WITHOUT_OBJECT:
        things = [noun(topic.removeprefix("development of the ") if verbs == "develop" else topic) for topic in topics]
        if not all(_fits(verbs, topic) for topic in topics):
            return ""
        verbs = "handle" if verbs == "operate" and whole.endswith("matters") else verbs
        return f"{verbs} {joined(things)}{with_whom}"
    if object_ and object_.casefold() in whole.casefold():
        whole = whole.removesuffix(" issues") if object_.endswith("policy") else whole
        return f"{verbs} {noun(whole)}{with_whom}"
    if any(topic.casefold() in thing.casefold() for topic in topics) or _stems(thing) & _stems(whole):
        return f"{act}{with_whom}"
    things = [topic.removeprefix("development of the ") if thing.endswith("development") else topic for topic in topics]
    preposition = _JOINED_BY.get(act.rpartition(" ")[2], "on")
    return f"{act}{with_whom} {preposition} {joined([noun(one) for one in things])}"


def _fits(verbs: str, topic: str) -> bool:
    """Say whether a topic can be the object of verbs: one ensures a quality, and assigns no field of work."""
    if verbs == "ensure":
        return " of " in topic or " in " in topic
    if verbs == "develop":
        return "development" not in topic.removeprefix("development of the ")
    return not (_GIVES_OUT.search(verbs) and _FIELD.search(topic))


def _stems(text: str) -> set[str]:
    """Return how the longer words of a text begin: what an act names already need not be said again."""
    return {word[:7] for word in re.findall(r"[a-z]{5,}", text.casefold())} - _EVERYWHERE


def noun(topic: str, *, alone: bool = False) -> str:
    """Return a topic as a noun with its article: "the root zone"; alone, the Internet is what concerns it."""
    if topic == "Internet":
        return "Internet matters" if alone else "the Internet"
    head = topic.partition(" of ")[0]
    definite = " of " in topic and not head.startswith(("shared", "every", "some ", "a ", "the ", "terrorism"))
    return f"the {topic}" if definite or (_WHOLE.search(topic) and not topic.startswith("the ")) else topic


def gerund(deed: str) -> str:
    """Return a deed in its form with -ing, every verb of it: "allotting, assigning and reclaiming names"."""
    return _each(deed, _ing)


def _each(deed: str, change: Callable[[str], str]) -> str:
    found = _VERBS.match(deed)
    if found is None:
        return deed
    verbs = found.group(1)
    first = re.match(r"\w+", verbs)
    several = re.fullmatch(r"\w+(?:, \w+)* and \w+", verbs)
    if several:
        return (
            re.sub(r"\w+", lambda word: word.group() if word.group() == "and" else change(word.group()), verbs)
            + (deed[len(verbs) :])
        )
    end = first.end() if first else 0
    return f"{change(deed[:end])}{deed[end:]}"


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x')) else 's'}"
