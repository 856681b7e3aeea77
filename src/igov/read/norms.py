"""A provision's norms and tests: what was read becomes the nouns, and the words are held against the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from igov.read.pages import Page, shown
from igov.read.places import Items, Node, Scalar, Table
from igov.terms.assignment import UNSPECIFIED, Claim, Force, Holder, Limit, Part, Polarity, Quantity, Share, Voice
from igov.terms.base import Expectation
from igov.terms.order import Term
from igov.terms.place import Span

MOST = 1000
"""How many norms one entry may make."""

MOST_OF_ALL = 1_000_000
"""How many norms all files together may make."""

_LISTS = ("holder", "position", "activity", "topic", "force", "with")
_LOOKED_AT = 200
"""How many words of a quotation are compared one by one to tell where it leaves the text."""

_ALL, _SOME, _OWN, _FOR = Quantity.ALL, Share.SOME, Voice.OWN, Polarity.FOR
_ANY: tuple[None] = (None,)
_IS = (Force.IS,)
_NO_ACT = (UNSPECIFIED,)


def build_norms(
    provision: str,
    cite: str,
    owner: str,
    basis: str,
    words: str,
    values: Mapping[str, Any],
    *,
    page: Page,
    node: Node,
    limits: Mapping[str, Limit],
    number: int,
    rank: int,
) -> Iterator[tuple[Any, ...]]:
    """Give the norms of one entry, the product of its lists, numbered on from `number`.

    Each is given as the values of a norm's fields in their order: thousands of norms are made a field at a time.
    """
    quantity = values.get("quantity", _ALL)
    bounds = tuple([limits.get(name) or Limit(name) for name in values["limits"]]) if "limits" in values else ()
    changes = values.get("reading")
    share = values.get("share", _SOME)
    voice = values.get("voice", _OWN)
    polarity = values.get("polarity", _FOR)
    continues = values.get("continues", False)
    whole = values.get("whole", False)
    overrides = values.get("overrides", ())
    when, unless = values.get("when", ()), values.get("unless", ())
    span = Span(page.file, node.mark.line + 1, node.mark.column + 1)
    for term, position, activity, topic, force, counterpart in product(
        values.get("holder", ()),
        values.get("position", ()),
        values.get("activity", _NO_ACT),
        values.get("topic", ()),
        values.get("force", _IS),
        values.get("with", _ANY),
    ):
        holder = Holder(term, quantity)
        yield (
            f"{provision}#{number}",
            cite,
            provision,
            owner,
            words,
            holder,
            position,
            activity,
            topic,
            force,
            bounds,
            share,
            voice,
            counterpart,
            polarity,
            continues,
            overrides,
            {reading: changed(change, holder, limits) for reading, change, _, _ in changes} if changes else {},
            basis,
            span,
            rank,
            when,
            unless,
            whole,
        )
        number += 1
        rank += 1


def too_many(values: Mapping[str, Any], made: int) -> bool:
    """Say whether the product of an entry's lists is more than one entry, or than all together, may make."""
    count = 1
    for name in _LISTS:
        if name in values:
            count *= len(values[name])
    return count > MOST or made + count > MOST_OF_ALL


def limit_of(term: Term) -> Limit:
    """Return the limit that a term of the vocabulary of limits stands for."""
    return Limit(term.id, term.axis)


def changed(change: Mapping[str, Any], holder: Holder, limits: Mapping[str, Limit]) -> dict[str, object]:
    """Return what a reading changes of a norm with that holder, by the norm's own field names and types."""
    fields: dict[str, object] = {}
    if "holder" in change or "quantity" in change:
        fields["holder"] = Holder(change.get("holder", holder.term), change.get("quantity", holder.quantity))
    for name, value in change.items():
        if name in {"holder", "quantity"}:
            continue
        if name == "limits":
            fields[name] = tuple(limits.get(limit) or Limit(limit) for limit in value)
        else:
            fields["counterpart" if name == "with" else name] = value
    return fields


def build_expectation(values: Mapping[str, Any], page: Page, node: Node) -> Expectation | None:
    """Return the test that was read, or None where too little of it could be."""
    if not {"holder", "position", "verdict"} <= values.keys():
        return None
    quantity = values.get("quantity", Quantity.ALL)
    part = Part(
        holders=tuple(Holder(term, quantity) for term in values["holder"]),
        position=values["position"],
        activity=values.get("activity", UNSPECIFIED),
        topic=frozenset(values.get("topic", ())),
        force=values.get("force"),
        limits=values.get("limits", ()),
        denied_limits=values.get("denied-limits", ()),
        share=values.get("share", Share.SOME),
        voice=values.get("voice", Voice.OWN),
        counterpart=values.get("with"),
        denied=values.get("denied"),
    )
    says = values.get("says", "")
    verdict = str(values["verdict"])
    axes = tuple(str(axis) for axis in values.get("axes", ()))
    if axes and verdict != "OVERSTATED" and isinstance(node, Table):
        page.fault(
            "IG307",
            f"axes for a test that expects {verdict}",
            node.key("axes"),
            label="only what is OVERSTATED has axes",
            remedy="leave `axes` out, or expect OVERSTATED",
        )
    return Expectation(
        claim=Claim((part,), says),
        verdict=verdict,
        cites=values.get("cites", ()),
        says=says,
        axes=axes,
        assume=values.get("assume", ()),
        without=values.get("without", ()),
        span=Span(page.file, node.line, node.column),
    )


def check_words(runs: Iterable[str], text: str, node: Node, page: Page) -> None:
    """Hold the words of a norm against the text of its provision; in both, white space is folded already."""
    if all(quoted(run, text) for run in runs):
        return
    entry = node.entries.get("words") if isinstance(node, Table) else None
    if entry is None:
        return
    for run in entry[1].items if isinstance(entry[1], Items) else [entry[1]]:
        if isinstance(run, Scalar) and run.text.strip() and not quoted(" ".join(run.text.split()), text):
            page.fault(
                "IG301",
                "the words do not occur in the text of the provision",
                run,
                label=_where_it_parts(run.text, text),
                remedy="quote the text as it stands, or mend the text",
            )


def quoted(run: str, text: str) -> bool:
    """Say whether a run of words occurs in the text as whole words; in both, white space is folded already."""
    start = text.find(run)
    while start >= 0:
        end = start + len(run)
        whole_start = start == 0 or not (run[0].isalnum() and text[start - 1].isalnum())
        if whole_start and (end == len(text) or not (run[-1].isalnum() and text[end].isalnum())):
            return True
        start = text.find(run, start + 1)
    return False


def _where_it_parts(words: str, text: str) -> str:
    """Say how far the words agree with the text."""
    run = words.split()
    agreed = 0
    while agreed < min(len(run), _LOOKED_AT) and quoted(" ".join(run[: agreed + 1]), text):
        agreed += 1
    if agreed == 0:
        return "not in the text"
    return f'agrees up to "{shown(" ".join(run[max(0, agreed - 3) : agreed]))}"'
