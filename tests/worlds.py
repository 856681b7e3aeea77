"""Small bases for the laws of the judge, claims near their norms, any base under other names; the same for a seed."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from igov.terms.assignment import (
    UNSPECIFIED,
    Claim,
    Denies,
    Force,
    Holder,
    Limit,
    Norm,
    Part,
    Polarity,
    Quantity,
    Share,
    Voice,
)
from igov.terms.base import Instrument, KnowledgeBase, Provision, Reading, Status, Vocabulary
from igov.terms.order import Axis, Step, Term


def terms(axis: Axis, table: Mapping[str, str]) -> dict[str, Term]:
    """Return terms from a table of names and what they are under."""
    return {
        name: Term(name, axis, name, steps=tuple(Step(up) for up in above.split())) for name, above in table.items()
    }


HOLDERS = terms(
    Axis.HOLDER,
    {
        "all": "",
        "a": "all",
        "a1": "a",
        "a2": "a",
        "b": "all",
        "b1": "b",
        "ab": "a b",
        "c": "",
        "c1": "c",
        "fellow": "club",
    },
)
HOLDERS["club"] = Term("club", Axis.HOLDER, "club", collective=True)
HOLDERS["stranger"] = Term("stranger", Axis.HOLDER, "stranger", placed=False)
POSITIONS = terms(
    Axis.POSITION,
    {
        "authority": "",
        "lead": "authority",
        "important-role": "lead",
        "right": "authority",
        "responsibility": "authority",
        "act": "authority",
        "role": "important-role right responsibility act",
        "participation": "role",
    },
)
POSITIONS["fit"] = Term("fit", Axis.POSITION, "fit", kind="quality")
POSITIONS["fair"] = Term("fair", Axis.POSITION, "fair", kind="quality", steps=(Step("fit"),))
ACTIVITIES = terms(Axis.ACTIVITY, {"set-policy": "", "run": "", "run-fast": "run", "run-slow": "run", "consult": ""})
TOPICS = terms(
    Axis.TOPIC,
    {
        "internet": "",
        "public-policy": "internet",
        "international-public-policy": "public-policy",
        "names": "internet",
        "idn": "names",
        "numbers": "internet",
        "part-of-net": "net",
        "gardens": "",
    },
)
TOPICS["net"] = Term("net", Axis.TOPIC, "net", collective=True)
TOPICS["daily"] = Term("daily", Axis.TOPIC, "daily", kind="aspect")
LIMITS = (Limit("within-mandate"), Limit("no-impact", Axis.TOPIC))
VOCABULARY = Vocabulary(
    {Axis.HOLDER: HOLDERS, Axis.POSITION: POSITIONS, Axis.ACTIVITY: ACTIVITIES, Axis.TOPIC: TOPICS},
    {limit.id: Term(limit.id, Axis.SCOPE, limit.id) for limit in LIMITS},
)


def _instrument(name: str, body: str, year: int, status: Status = Status.ADOPTED, rank: int = 0) -> Instrument:
    return Instrument(name, name, name, "", body, datetime.date(year, 1, 1), status, "", rank=rank)


INSTRUMENTS = {
    one.id: one
    for one in (
        _instrument("I", "X", 2000),
        _instrument("H", "X", 2001, rank=1),
        _instrument("O", "Y", 2005),
        _instrument("L", "X", 2010),
        _instrument("D", "X", 2013, Status.DRAFT),
    )
}


def random_topic(rng: random.Random) -> frozenset[str]:
    """Return one subject, often, or two that meet."""
    return frozenset(rng.choices(list(TOPICS), k=rng.choice((1, 1, 1, 2))))


def random_holder(rng: random.Random) -> Holder:
    """Return a holder, all of it as a rule."""
    return Holder(rng.choice(list(HOLDERS)), rng.choice((*[Quantity.ALL] * 12, Quantity.MANY, Quantity.ONE)))


def random_activity(rng: random.Random) -> str:
    """Return an act, or that none is named."""
    return rng.choice((*ACTIVITIES, "run", UNSPECIFIED))


def random_norm(rng: random.Random, name: str) -> Norm:
    """Return a norm with something on every axis."""
    return Norm(
        id=name,
        cite=f"cite {name}",
        provision=f"cite {name}",
        instrument=rng.choice((*INSTRUMENTS, "I")),
        words=name,
        holder=random_holder(rng),
        position=rng.choice((*POSITIONS, "act", "act")),
        activity=random_activity(rng),
        topic=random_topic(rng),
        force=rng.choice(list(Force)),
        limits=tuple(rng.sample(LIMITS, rng.choice((0, 0, 0, 0, 1, 2)))),
        share=rng.choice((*[Share.SOME] * 7, Share.ONLY)),
        voice=rng.choice((*[Voice.OWN] * 8, Voice.REPORTED, Voice.EVERYBODY)),
        counterpart=rng.choice((*[None] * 8, "a", "b1")),
        polarity=rng.choice((Polarity.FOR, Polarity.FOR, Polarity.AGAINST)),
        continues=rng.random() < 0.2,
        whole=rng.random() < 0.1,
        rank=int(name[1:]),
    )


def random_world(rng: random.Random) -> KnowledgeBase:
    """Return a base of norms near each other: each after the first is often another one changed on some axes."""
    norms: list[Norm] = []
    for number in range(rng.randint(1, 14)):
        made = random_norm(rng, f"n{number}")
        if norms and rng.random() < 0.8:
            made = _like(rng, made, rng.choice(norms))
        contrary = [norm.id for norm in norms if norm.polarity is not made.polarity]
        if contrary and rng.random() < 0.3:
            made = replace(made, overrides=(rng.choice(contrary),))
        norms.append(made)
    provisions = {norm.provision: Provision(norm.provision, norm.instrument, norm.words) for norm in norms}
    readings = {"r": Reading("r", "r", True, "", "")}
    return KnowledgeBase(VOCABULARY, INSTRUMENTS, provisions, tuple(norms), readings)


_AXES = ("holder", "position", "activity", "topic", "force", "share", "voice", "counterpart", "limits", "whole")


def _like(rng: random.Random, made: Norm, model: Norm) -> Norm:
    """Return a norm that has most of its axes from another."""
    kept = {name: getattr(model, name) for name in _AXES if rng.random() < 0.75}
    return replace(made, **kept)


def random_claim(rng: random.Random, base: KnowledgeBase) -> Claim:
    """Return a claim, as a rule near a norm of the base, of one part or two."""
    parts = [_part(rng, base) for _ in range(rng.choice((1, 1, 1, 2)))]
    return Claim(tuple(parts))


def _part(rng: random.Random, base: KnowledgeBase) -> Part:
    model = rng.choice(base.norms)
    near = 0.8

    def axis(name: str, other: Any) -> Any:
        return getattr(model, name) if rng.random() < near else other

    holders = [axis("holder", random_holder(rng)), *(random_holder(rng) for _ in range(rng.choice((0, 0, 0, 1, 2))))]
    limits = rng.sample([limit.id for limit in LIMITS], 2)
    stated = rng.choice((0, 0, 0, 0, 1, 2))
    denied = rng.choice((None, None, None, None, Denies.POSITION, Denies.POSITION, Denies.FORCE, Denies.SHARE))
    share = Share.ONLY if denied is Denies.SHARE else rng.choice((*[Share.SOME] * 6, Share.ONLY, Share.ONLY_WITH))
    return Part(
        holders=tuple(dict.fromkeys(holders)),
        position=axis("position", rng.choice(list(POSITIONS))),
        activity=axis("activity", random_activity(rng)),
        topic=axis("topic", random_topic(rng)),
        force=rng.choice((model.force, None, *Force)),
        limits=tuple(limits[:stated]),
        denied_limits=tuple(limits[stated:]) if rng.random() < 0.15 else (),
        share=share,
        voice=rng.choice((*[Voice.OWN] * 8, *Voice)),
        counterpart=axis("counterpart", rng.choice((None, "a", "all"))),
        denied=denied,
    )


# --- other names ------------------------------------------------------------------------------------------------------

KNOWN = frozenset({"internet", "public-policy", "international-public-policy", "national-public-policy"})
"""Topics that the meaning of policy authority names, and which keep their names."""


def renamed(base: KnowledgeBase, seed: int) -> tuple[KnowledgeBase, Callable[[Claim], Claim], Mapping[str, str]]:
    """Return a base with other ids for holders, topics, norms and provisions, its claims, and what cites became."""
    rng = random.Random(seed)  # noqa: S311  chance, not secrets
    numbers = count()

    def others(names: Iterable[str]) -> dict[str, str]:
        names = sorted({name for name in names if name not in KNOWN})
        made = [f"x{next(numbers):05}" for _ in names]
        rng.shuffle(made)
        return dict(zip(names, made, strict=True))

    axes = base.vocabulary.axes
    holders, topics = others(axes[Axis.HOLDER]), others(axes[Axis.TOPIC])
    norms = others(norm.id for norm in base.norms)
    cites = others([*base.provisions, *(norm.cite for norm in base.norms)])

    def names(given: Iterable[str]) -> tuple[str, ...]:
        return tuple(norms.get(name, cites.get(name, name)) for name in given)

    def axis(which: Axis, table: Mapping[str, str]) -> dict[str, Term]:
        made = [
            replace(
                term,
                id=table.get(term.id, term.id),
                steps=tuple(replace(step, above=table.get(step.above, step.above)) for step in term.steps),
            )
            for term in axes[which].values()
        ]
        return {term.id: term for term in sorted(made, key=lambda term: term.id)}

    def fields(given: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields of a norm or of a part, as far as they are given, under their other names."""
        made = dict(given)
        if "holder" in made:
            made["holder"] = replace(made["holder"], term=holders.get(made["holder"].term, made["holder"].term))
        if "holders" in made:
            made["holders"] = tuple(replace(one, term=holders.get(one.term, one.term)) for one in made["holders"])
        if "topic" in made:
            made["topic"] = frozenset(topics.get(name, name) for name in made["topic"])
        if made.get("counterpart"):
            made["counterpart"] = holders.get(made["counterpart"], made["counterpart"])
        return made

    def norm_of(norm: Norm) -> Norm:
        changes = fields({"holder": norm.holder, "topic": norm.topic, "counterpart": norm.counterpart})
        return replace(
            norm,
            id=norms[norm.id],
            cite=cites[norm.cite],
            provision=cites[norm.provision],
            overrides=names(norm.overrides),
            when=names(norm.when),
            unless=names(norm.unless),
            readings={reading: fields(change) for reading, change in norm.readings.items()},
            **changes,
        )

    def claim_of(claim: Claim) -> Claim:
        return Claim(
            tuple(
                replace(part, **fields({name: getattr(part, name) for name in ("holders", "topic", "counterpart")}))
                for part in claim.parts
            )
        )

    provisions = {
        cites[name]: replace(provision, id=cites[name], reports=cites.get(provision.reports or "", provision.reports))
        for name, provision in base.provisions.items()
    }
    vocabulary = Vocabulary(
        {**axes, Axis.HOLDER: axis(Axis.HOLDER, holders), Axis.TOPIC: axis(Axis.TOPIC, topics)}, base.vocabulary.limits
    )
    made = replace(base, vocabulary=vocabulary, norms=tuple(map(norm_of, base.norms)), provisions=provisions)
    return made, claim_of, cites
