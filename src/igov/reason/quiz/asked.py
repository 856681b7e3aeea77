"""The judge as a quiz asks it: of one claim once, by all texts, by one clause alone, or with a reading switched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.reason.judge import judge
from igov.terms.assignment import Claim, Denies, Holder, Norm, Part, Polarity
from igov.terms.base import KnowledgeBase, Status
from igov.terms.order import Axis
from igov.terms.verdict import Judgement, Verdict

Found = tuple[Verdict, tuple[Axis, ...], tuple[str, ...]]


class Words(NamedTuple):
    """How claims, holders and reasons are put in words; an empty text is for what cannot be said plainly."""

    sentence: Callable[[Part], str]
    asked: Callable[[Part], str]
    told: Callable[[Part], str]
    holder: Callable[[Holder], str]
    clause: Callable[[Norm], str]
    reason: Callable[[Judgement], str]
    resting: Callable[[Judgement], str]
    limits: Callable[[tuple[str, ...]], tuple[str, ...]]
    read: Callable[[str], Claim | None]
    """The claim that a sentence is read as; None where it is not understood."""


@dataclass(slots=True)
class Asked:
    """What the judge was asked, and what it said."""

    texts: InForce
    say: Words
    judged: dict[tuple[object, ...], Judgement] = field(default_factory=dict)
    found: dict[tuple[object, ...], Found] = field(default_factory=dict)
    same: dict[tuple[object, ...], bool] = field(default_factory=dict)
    sentences: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)
    alone: dict[str, KnowledgeBase] = field(default_factory=dict)
    plain_base: KnowledgeBase = field(init=False)
    """The rules as the readings have them, so that nothing is looked for beyond a verdict."""

    def __post_init__(self) -> None:
        """Take the readings out of the rules, where nothing but norms is read one way or the other."""
        base, texts = self.texts.base, self.texts
        settled = not base.facts and not any(base.vocabulary.steps_of(name) for name in texts.off)
        self.plain_base = replace(base, norms=texts.norms, readings={}) if settled else base

    def judgement(self, part: Part, *, reading: str = "") -> Judgement:
        """Return what the judge says of a claim with its reasons; or with a reading switched."""
        key = (*key_of(part), reading)
        if key not in self.judged:
            options = self.texts.options
            if reading:
                options = options.switched(reading, on=not self.texts.assumed[reading])
            self.judged[key] = judge(self.texts.base, Claim((part,)), options)
        return self.judged[key]

    def verdict(self, part: Part, *, clause: str = "") -> Found:
        """Return verdict, axes and cites of a claim; or what they are where one clause stands alone."""
        key = (*key_of(part), clause)
        if key not in self.found:
            base = self._by_itself(clause) if clause else self.plain_base
            told = judge(base, Claim((part,)), self.texts.options, explain=False)
            self.found[key] = (told.verdict, told.axes, told.cites)
        return self.found[key]

    def sentence(self, part: Part) -> str:
        """Return what a claim says; empty where that cannot be said plainly."""
        return self._said(part)[0]

    def told(self, part: Part) -> str:
        """Return what a claim says of its holder, from the verb on."""
        return self._said(part)[1]

    def _said(self, part: Part) -> tuple[str, str]:
        key = key_of(part)
        if key not in self.sentences:
            self.sentences[key] = (self.say.sentence(part), self.say.told(part))
        return self.sentences[key]

    def says(self, part: Part, verdict: Verdict) -> bool:
        """Say whether a claim gets a verdict, and can be said plainly."""
        return self.verdict(part)[0] is verdict and self.plain(part)

    def plain(self, part: Part) -> bool:
        """Say whether a claim can be said in a sentence that, where it is understood, gets the verdict of the claim."""
        key = key_of(part)
        if key not in self.same:
            sentence = self.sentence(part)
            read = self.say.read(sentence) if sentence else None
            self.same[key] = bool(sentence) and (
                read is None
                or judge(self.plain_base, read, self.texts.options, explain=False).verdict is self.verdict(part)[0]
            )
        return self.same[key]

    def _by_itself(self, clause: str) -> KnowledgeBase:
        """Return the rules with the norms of one clause and no others."""
        if clause not in self.alone:
            norms = tuple(norm for norm in self.plain_base.norms if norm.cite == clause)
            self.alone[clause] = replace(self.plain_base, norms=norms)
        return self.alone[clause]

    def cites(self, part: Part, *, reading: str = "") -> tuple[str, ...]:
        """Return the clauses that answer a claim: those of its verdict, else the nearest."""
        judgement = self.judgement(part, reading=reading)
        near = (bearing.norm.cite for one in judgement.parts for bearing in one.nearest)
        return judgement.cites or tuple(dict.fromkeys(near))[:1]

    def why(self, part: Part) -> str:
        """Return why a claim gets its verdict, and on which reading that rests."""
        judgement = self.judgement(part)
        return f"{self.say.reason(judgement)} {self.say.resting(judgement)}".rstrip()

    def is_adopted(self, cite: str) -> bool:
        """Say whether a clause is of an adopted text, whoever reports it."""
        return all(
            self.texts.status(norm) is Status.ADOPTED for norm in self.texts.base.by_cite[cite] if norm.cite == cite
        )


def part_of(norm: Norm, say: Words) -> Part:
    """Return what a norm says as a claim, with the limits that a plain sentence states."""
    return Part(
        holders=(norm.holder,),
        position=norm.position,
        activity=norm.activity,
        topic=norm.topic,
        force=norm.force,
        limits=say.limits(tuple(limit.id for limit in norm.limits)),
        counterpart=norm.counterpart,
        denied=Denies.POSITION if norm.polarity is Polarity.AGAINST else None,
    )


def key_of(part: Part) -> tuple[object, ...]:
    """Return what tells one claim from another."""
    said = (part.holders, part.position, part.activity, part.topic, part.force, part.limits, part.denied_limits)
    return (*said, part.share, part.counterpart, part.denied)
