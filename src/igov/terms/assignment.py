"""The one shape of provisions and of sentences: who holds what, doing what, over what, how strongly, within what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from igov.terms.order import Axis
from igov.terms.place import Span

UNSPECIFIED = "unspecified"
"""The activity of an assignment that names no act ("an important role on Internet matters")."""

APART = "other:"
"""What a term begins with that a sentence names and the vocabulary does not hold: it stands apart from every other."""


class Force(StrEnum):
    """How strongly: three commands, two descriptions; none of them is told apart from unsaid by `None`."""

    WAS = "was"
    IS = "is"
    MAY = "may"
    SHOULD = "should"
    MUST = "must"


class Share(StrEnum):
    """Alone or with others."""

    SOME = "some"
    ONLY = "only"
    ONLY_WITH = "only-with"
    """The word "only" focuses on the counterpart."""


class Voice(StrEnum):
    """Whose view it is."""

    REPORTED = "reported"
    OWN = "own"
    EVERYBODY = "everybody"


class Quantity(StrEnum):
    """How many of a class; a bare plural is all of it, as a class."""

    ALL = "all"
    MANY = "many"
    SEVERAL = "several"
    ONE = "one"


class Polarity(StrEnum):
    """For: gives or says; against: forbids or denies."""

    FOR = "for"
    AGAINST = "against"


class Denies(StrEnum):
    """What a negation denies: the position and all of it, its force ("need not") or its share ("not only")."""

    POSITION = "position"
    FORCE = "force"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Limit:
    """A restriction of a norm, and the axis on which a sentence goes too far that denies it."""

    id: str
    axis: Axis = Axis.SCOPE


@dataclass(frozen=True, slots=True)
class Holder:
    """A term of the holder axis and how many of it."""

    term: str
    quantity: Quantity = Quantity.ALL


@dataclass(frozen=True, slots=True)
class Norm:
    """An assignment that a provision makes, with the words that say so.

    `cite` is the provision that answers for it (TA-69), `provision` the one in whose text the words stand
    (OP-recalling-4). `readings` maps a named reading to the fields that it changes when it is on.
    """

    id: str
    cite: str
    provision: str
    instrument: str
    words: str
    holder: Holder
    position: str
    activity: str = UNSPECIFIED
    topic: frozenset[str] = frozenset()
    force: Force = Force.IS
    limits: tuple[Limit, ...] = ()
    share: Share = Share.SOME
    voice: Voice = Voice.OWN
    counterpart: str | None = None
    polarity: Polarity = Polarity.FOR
    continues: bool = False
    overrides: tuple[str, ...] = ()
    readings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    basis: str = "seen"
    span: Span | None = None
    rank: int = 0
    """Its place in the order of clauses."""
    when: tuple[str, ...] = ()
    """What must hold for it to apply: facts of the case, or provisions whose norms must hold."""
    unless: tuple[str, ...] = ()
    """What keeps it from applying."""
    whole: bool = False
    """Its topic is meant as a whole: what is said of it is not said of its parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of a claim. Several holders share one verb; `force` None is unsaid.

    `limits` are stated by the sentence, `denied_limits` denied by it ("whatever its mandate").
    `denied` is None for an assertion; `words` holds, an axis each, the words of the sentence that said it. Two parts
    that differ in these words alone are equal: they say the same.
    """

    holders: tuple[Holder, ...]
    position: str
    activity: str = UNSPECIFIED
    topic: frozenset[str] = frozenset()
    force: Force | None = None
    limits: tuple[str, ...] = ()
    denied_limits: tuple[str, ...] = ()
    share: Share = Share.SOME
    voice: Voice = Voice.OWN
    counterpart: str | None = None
    denied: Denies | None = None
    words: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, or the axes given without one, as the assignments it makes; a joined sentence makes several."""

    parts: tuple[Part, ...]
    sentence: str = ""
