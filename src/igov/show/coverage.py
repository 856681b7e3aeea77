"""How much the rules cover, as lines and as an object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from igov.show.diagnostics import counted
from igov.show.page import GAP, Page, Piece, heading
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis

WORDS = {
    Axis.HOLDER: "holder",
    Axis.POSITION: "position",
    Axis.ACTIVITY: "act",
    Axis.TOPIC: "topic",
    Axis.SCOPE: "limit",
    Axis.COUNTERPART: "counterpart",
}


class Encoded(Protocol):
    """What is told of an instrument."""

    @property
    def verbatim(self) -> int:
        """Provisions that give norms in the instrument's own words."""

    @property
    def paraphrased(self) -> Mapping[str, int]:
        """Provisions that give norms in ours, by what they rest on."""

    @property
    def nothing(self) -> int:
        """Provisions that assign nothing."""

    @property
    def unknown(self) -> int:
        """Provisions of which nobody has said it yet."""


class Spoken(Protocol):
    """What is told of a holder."""

    @property
    def norms(self) -> int:
        """How many norms it has."""

    @property
    def against(self) -> int:
        """How many of them shut it out."""

    @property
    def terms(self) -> Mapping[Axis, int]:
        """How many different terms they use, by axis."""


class Coverage(Protocol):
    """What is told of the rules."""

    @property
    def instruments(self) -> Mapping[str, Encoded]:
        """Each instrument."""

    @property
    def holders(self) -> Mapping[str, Spoken]:
        """Each holder of a norm."""

    @property
    def unused(self) -> Mapping[Axis, tuple[str, ...]]:
        """Terms that nothing uses, by axis."""

    @property
    def unused_names(self) -> int:
        """How many more are there to be named in sentences only."""


def coverage_page(base: KnowledgeBase, found: Coverage, idle: Sequence[str]) -> Page:
    """Return the screen: provisions by instrument, norms by holder and axis, terms never used, norms without a test."""
    page: Page = [heading("Provisions")]
    for name, encoded in found.instruments.items():
        told = [f"{encoded.verbatim} verbatim"] if encoded.verbatim else []
        told += [f"{count} paraphrased, {basis}" for basis, count in encoded.paraphrased.items()]
        told += [f"{encoded.nothing} assigning nothing"] if encoded.nothing else []
        told += [f"{encoded.unknown} unknown"] if encoded.unknown else []
        page.append(Piece(((f"{name}: ", "strong"), "; ".join(told) or "no provisions"), 2, 4))
    page += [GAP, heading("Norms by holder and axis")]
    for term, spoken in found.holders.items():
        told = [counted(spoken.norms, "norm")] + ([f"{spoken.against} against"] if spoken.against else [])
        told += [counted(count, WORDS[axis]) for axis, count in spoken.terms.items() if count]
        label = base.vocabulary.label(Axis.HOLDER, term)
        page.append(Piece(((f"{label}: ", "strong"), ", ".join(told)), 2, 4))
    page += [GAP, heading("Terms never used")]
    page += _listed((f"{WORDS[axis]}s", terms) for axis, terms in found.unused.items())
    page.append(Piece(f"and {found.unused_names} that are there to be named in sentences", 2, 4))
    page += [GAP, heading("Norms that no test exercises"), Piece(", ".join(idle) or "none", 2, 4)]
    return page


def _listed(rows: Iterable[tuple[str, Sequence[str]]]) -> Page:
    return [Piece(((f"{name}: ", "strong"), ", ".join(terms)), 2, 4) for name, terms in rows]


def coverage_object(found: Coverage, idle: Sequence[str]) -> dict[str, object]:
    """Return the coverage as an object with stable keys."""
    return {
        "instruments": [
            {
                "id": name,
                "verbatim": encoded.verbatim,
                "paraphrased": dict(encoded.paraphrased),
                "nothing": encoded.nothing,
                "unknown": encoded.unknown,
            }
            for name, encoded in found.instruments.items()
        ],
        "holders": [
            {
                "term": term,
                "norms": spoken.norms,
                "against": spoken.against,
                "terms": {str(axis): count for axis, count in spoken.terms.items()},
            }
            for term, spoken in found.holders.items()
        ],
        "unused": {str(axis): list(terms) for axis, terms in found.unused.items()},
        "unused_names": found.unused_names,
        "idle": list(idle),
    }
