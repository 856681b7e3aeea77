"""The role graph on paper: one function a format, each from nodes and edges to text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from igov.show.text import clean


class Node(Protocol):
    """What a format needs to know of a node."""

    @property
    def id(self) -> str:
        """The name of the node in the graph."""

    @property
    def kind(self) -> str:
        """A holder or a topic."""

    @property
    def label(self) -> str:
        """What stands on it."""


class Edge(Protocol):
    """What a format needs to know of an edge."""

    @property
    def source(self) -> str:
        """The id of the node it leaves."""

    @property
    def target(self) -> str:
        """The id of the node it reaches."""

    @property
    def kind(self) -> str:
        """Among, holds or denied."""

    @property
    def label(self) -> str:
        """What stands on it."""

    @property
    def cite(self) -> str:
        """The provision that says so; empty for a step of the vocabulary."""

    @property
    def draft(self) -> bool:
        """Whether only a draft says so."""


def dot(nodes: Sequence[Node], edges: Iterable[Edge]) -> str:
    """Return the graph in the language of Graphviz."""
    lines = ["digraph igov {", "  rankdir=LR;", '  node [fontname="Helvetica"];', '  edge [fontname="Helvetica"];']
    for node in nodes:
        shape = "box" if node.kind == "holder" else "ellipse"
        lines.append(f"  {_dot(node.id)} [label={_dot(node.label)}, shape={shape}];")
    for edge in edges:
        look = {"among": ", style=dotted", "denied": ", color=red, arrowhead=tee"}.get(edge.kind, "")
        dashed = ", style=dashed" if edge.draft else ""
        lines.append(f"  {_dot(edge.source)} -> {_dot(edge.target)} [label={_dot(_told(edge))}{look}{dashed}];")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(nodes: Sequence[Node], edges: Iterable[Edge]) -> str:
    """Return the graph as Mermaid draws it."""
    names = {node.id: f"n{number}" for number, node in enumerate(nodes)}
    lines = ["flowchart LR"]
    for node in nodes:
        opens, closes = ('["', '"]') if node.kind == "holder" else ('(["', '"])')
        lines.append(f"  {names[node.id]}{opens}{_mermaid(node.label)}{closes}")
    for edge in edges:
        arrow = {"among": "-.->", "denied": "--x"}.get(edge.kind, "-->")
        lines.append(f'  {names[edge.source]} {arrow}|"{_mermaid(_told(edge))}"| {names[edge.target]}')
    return "\n".join(lines) + "\n"


def graphml(nodes: Sequence[Node], edges: Iterable[Edge]) -> str:
    """Return the graph as GraphML, which most graph programs open."""
    import networkx  # noqa: PLC0415  no other start pays for it

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes:
        graph.add_node(clean(node.id), kind=node.kind, label=clean(node.label))
    for edge in edges:
        graph.add_edge(
            clean(edge.source),
            clean(edge.target),
            kind=edge.kind,
            label=clean(edge.label),
            cite=clean(edge.cite),
            draft=edge.draft,
        )
    return "\n".join(networkx.generate_graphml(graph)) + "\n"


def as_object(nodes: Sequence[Node], edges: Iterable[Edge]) -> dict[str, object]:
    """Return the graph as one object with stable keys."""
    return {
        "schema": "igov/graph/1",
        "nodes": [{"id": node.id, "kind": node.kind, "label": node.label} for node in nodes],
        "edges": [
            {
                "source": edge.source,
                "target": edge.target,
                "kind": edge.kind,
                "label": edge.label,
                "cite": edge.cite or None,
                "draft": edge.draft,
            }
            for edge in edges
        ],
    }


def as_json(nodes: Sequence[Node], edges: Iterable[Edge]) -> str:
    """Return the graph as JSON."""
    return json.dumps(as_object(nodes, edges), ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Sequence[Node], Iterable[Edge]], str]] = {
    "dot": dot,
    "mermaid": mermaid,
    "graphml": graphml,
    "json": as_json,
}
"""The formats by name; the tree is a screen and not among them."""

SUFFIXES = {
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".graphml": "graphml",
    ".json": "json",
}
"""What the ending of a file's name says of its format."""


def _told(edge: Edge) -> str:
    said = f"not {edge.label}" if edge.kind == "denied" else edge.label
    if not edge.cite:
        return said
    return f"{said} [{edge.cite}{', draft' if edge.draft else ''}]"


def _dot(text: str) -> str:
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _mermaid(text: str) -> str:
    marks = {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "|": "#124;"}
    return "".join(marks.get(letter, letter) for letter in clean(text))
