"""The vocabulary of rules files becomes terms and steps; unknown steps, cycles and ambiguous names are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from igov.read.pages import Page, shown
from igov.read.places import Items, Node, Scalar, Table
from igov.terms.order import Axis, Step, Term
from igov.terms.place import Label, Span

_AXES = {"holder": Axis.HOLDER, "position": Axis.POSITION, "activity": Axis.ACTIVITY, "topic": Axis.TOPIC}

Written = dict[str, tuple[Page, Node, int]]
"""Where each term of an axis was written, and by which origin."""


def build_terms(
    vocabularies: Iterable[tuple[int, Page, Mapping[str, Any]]], *, strict: bool = False
) -> tuple[dict[Axis, dict[str, Term]], dict[str, Term]]:
    """Return the terms of every axis and the limits; with `strict`, a name that stands for two terms is a fault."""
    tables: dict[str, dict[str, Term]] = {axis: {} for axis in (*_AXES, "limit")}
    written: dict[str, Written] = {axis: {} for axis in tables}
    for origin, page, vocabulary in vocabularies:
        for axis, records in vocabulary.items():
            where = written[axis]
            for values, node in records:
                name = values.get("id")
                if name is None:
                    continue
                before = where.get(name)
                if before is not None and before[2] == origin:
                    page.repeated(
                        f'the {axis} "{name}"',
                        _id_node(node),
                        Label(before[0].span(_id_node(before[1])), "first here"),
                    )
                    continue
                where[name] = (page, node, origin)
                tables[axis][name] = _term(axis, name, values, page, node)
    for axis, terms in tables.items():
        _check_cycles(axis, terms, written[axis])
        if strict:
            _check_names(axis, terms, written[axis])
    return {_AXES[axis]: tables[axis] for axis in _AXES}, tables["limit"]


def _id_node(node: Node) -> Node:
    return node.entries["id"][1] if isinstance(node, Table) else node


def _term(axis: str, name: str, values: dict[str, Any], page: Page, node: Node) -> Term:
    steps = []
    for step, at in values.get("under", ()):
        above = step.get("term")
        if above is None:
            continue
        if above not in page.known.terms[axis]:
            place = at.entries["term"][1] if isinstance(at, Table) else at
            guess = page.known.guess(above, page.known.terms[axis], page.known.names(axis))
            page.fault(
                "IG203",
                f'unknown {axis} "{shown(above)}"',
                place,
                label="no term of this axis has this id",
                remedy=f'did you mean "{guess}"?' if guess else "declare it, or leave the step out",
            )
            continue
        steps.append(Step(above, step.get("basis", "usage"), step.get("cite"), step.get("reading")))
    return Term(
        id=name,
        axis=_AXES.get(axis) or values.get("axis", Axis.SCOPE),
        label=values.get("label", name),
        names=values.get("names", ()),
        steps=tuple(steps),
        kind=values.get("kind", ""),
        placed=values.get("placed", True),
        collective=values.get("collective", False),
        note=values.get("note", ""),
        basis=values.get("basis", "usage"),
        span=Span(page.file, node.line, node.column),
    )


def _check_cycles(axis: str, terms: Mapping[str, Term], written: Written) -> None:
    """Peel off what has nothing above it until only cycles and what hangs below them are left; tell each cycle once."""
    waiting = {name: {step.above for step in term.steps if step.above in terms} for name, term in terms.items()}
    below: dict[str, list[str]] = {}
    for name, above in waiting.items():
        for higher in above:
            below.setdefault(higher, []).append(name)
    free = [name for name, above in waiting.items() if not above]
    for name in free:
        for lower in below.get(name, ()):
            waiting[lower].discard(name)
            if not waiting[lower]:
                free.append(lower)
    left = {name: above for name, above in waiting.items() if above}
    told: set[str] = set()
    for start in sorted(left):
        walked: dict[str, None] = {}
        at = start
        while at not in walked and at not in told:
            walked[at] = None
            at = min(left[at])
        if at not in told:
            chain = list(walked)
            cycle = chain[chain.index(at) :]
            cycle = cycle[cycle.index(min(cycle)) :] + cycle[: cycle.index(min(cycle))]
            page, node, _ = written[cycle[0]]
            others = tuple(
                Label(written[n][0].span(_id_node(written[n][1])), f'"{n}" is part of it') for n in cycle[1:4]
            )
            page.fault(
                "IG304",
                f"a cycle in the order of the {axis} axis",
                _id_node(node),
                label=" under ".join([*cycle[:8], *(["..."] if len(cycle) > 8 else []), cycle[0]]),
                others=others,
                remedy="take one of the steps out: nothing is narrower than itself",
            )
        told.update(walked)


def _check_names(axis: str, terms: Mapping[str, Term], written: Written) -> None:
    """Tell every name that stands for two terms of an axis."""
    owners: dict[str, tuple[str, Span]] = {}
    for name in terms:
        page, node, _ = written[name]
        for scalar in _names(node):
            word = " ".join(scalar.text.casefold().split())
            owner = owners.setdefault(word, (name, page.span(scalar)))
            if owner[0] != name:
                page.fault(
                    "IG212",
                    f'the name "{shown(scalar.text)}" stands for two terms of the {axis} axis',
                    scalar,
                    label=f'here for "{name}"',
                    others=(Label(owner[1], f'here for "{owner[0]}"'),),
                    remedy="keep it for one of them",
                )


def _names(node: Node) -> Iterable[Scalar]:
    if isinstance(node, Table):
        for field in ("id", "label", "names"):
            entry = node.entries.get(field)
            if entry is not None:
                value = entry[1]
                for item in value.items if isinstance(value, Items) else (value,):
                    if isinstance(item, Scalar):
                        yield item
