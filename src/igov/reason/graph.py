"""The role graph as plain data: holders among holders, and what norms give them over which topics."""

from __future__ import annotations

from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.reason.listing import possible, told_once
from igov.terms.assignment import Norm, Polarity
from igov.terms.base import Status
from igov.terms.order import Axis


class Node(NamedTuple):
    """A holder or a topic."""

    id: str
    kind: str
    term: str
    label: str


class Edge(NamedTuple):
    """From a holder to a wider one ("among"), or from a holder to a topic by a norm ("holds", "denied")."""

    source: str
    target: str
    kind: str
    label: str
    cite: str = ""
    norm: str = ""
    draft: bool = False


class RoleGraph(NamedTuple):
    """Nodes and edges; `norms` are those of the edges, `roots` the holders under no other one."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    norms: tuple[Norm, ...]
    roots: tuple[str, ...]
    below: dict[str, tuple[str, ...]]


def role_graph(in_force: InForce, holder: str | None = None) -> RoleGraph:
    """Return the graph of the norms in force, of one holder and those above it where one is named."""
    vocabulary = in_force.base.vocabulary
    kept = in_force.holders.above(holder) if holder else None
    norms = told_once(n for n in possible(in_force) if n.topic and (kept is None or n.holder.term in kept))
    named = dict.fromkeys(norm.holder.term for norm in norms)
    if holder:
        named.setdefault(holder)
    terms = dict.fromkeys(term for name in named for term in (name, *sorted(in_force.holders.above(name))))
    nodes = [Node(f"holder:{term}", "holder", term, vocabulary.label(Axis.HOLDER, term)) for term in terms]
    topics = dict.fromkeys(topic for norm in norms for topic in sorted(norm.topic))
    nodes += [Node(f"topic:{topic}", "topic", topic, vocabulary.label(Axis.TOPIC, topic)) for topic in topics]
    parents = {term: _parents(in_force, term, terms) for term in terms}
    edges = [
        Edge(f"holder:{term}", f"holder:{above}", "among", "is among") for term in terms for above in parents[term]
    ]
    for norm in norms:
        label = vocabulary.label(Axis.POSITION, norm.position)
        kind = "denied" if norm.polarity is Polarity.AGAINST else "holds"
        draft = in_force.status(norm) is Status.DRAFT
        edges += [
            Edge(f"holder:{norm.holder.term}", f"topic:{topic}", kind, label, norm.cite, norm.id, draft)
            for topic in sorted(norm.topic)
        ]
    below = {term: tuple(one for one in terms if term in parents[one]) for term in terms}
    roots = tuple(term for term in terms if not parents[term])
    return RoleGraph(tuple(nodes), tuple(edges), norms, roots, below)


def _parents(in_force: InForce, term: str, among: dict[str, None]) -> tuple[str, ...]:
    known = in_force.holders.terms.get(term)
    steps = known.steps if known else ()
    return tuple(s.above for s in steps if s.above in among and s.above != term and s.reading not in in_force.off)
