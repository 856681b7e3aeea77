"""What the page to explore shows, as one plain object: every answer was found before, the page only looks it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from igov.show.graphs import Edge, Node
from igov.show.phrases import citation, condition_phrase, is_draft, is_paraphrase, norm_sentence, topic_phrase
from igov.show.ribbons import Drawing, laid_out
from igov.show.text import clean, sentence_case
from igov.terms.assignment import Norm, Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.matrix import Cell, Matrix, Rung, Setting, Topic
from igov.terms.order import Axis
from igov.terms.verdict import Verdict

LETTERS = {
    Verdict.SUPPORTED: "S",
    Verdict.OVERSTATED: "O",
    Verdict.CONTRADICTED: "C",
    Verdict.DISPUTED: "D",
    Verdict.SILENT: "-",
}
"""How a verdict is written in the page's own data."""
STANDINGS = {None: "", "adopted": "a", "draft": "d", "both": "b"}
MOST_NAMES = 8
PAUSE = " … "


class Joined(Edge, Protocol):
    """An edge of the role graph with the norm that it stands for."""

    @property
    def norm(self) -> str:
        """The id of the norm; empty for a step among holders."""


class Graph(Protocol):
    """The role graph of one setting."""

    @property
    def nodes(self) -> Sequence[Node]:
        """Holders and topics."""

    @property
    def edges(self) -> Sequence[Joined]:
        """What joins them."""

    @property
    def norms(self) -> Sequence[Norm]:
        """The norms of the edges."""


class Content(NamedTuple):
    """The object that the page carries, and the drawing that stands on it."""

    value: dict[str, object]
    drawing: Drawing


def content(base: KnowledgeBase, matrix: Matrix, graphs: Mapping[Setting, Graph]) -> Content:
    """Return all that the page shows: names, clauses, norms, and what every cell says in every setting."""
    texts = _Texts(base)
    outcomes: dict[tuple[object, ...], int] = {}
    listed: list[list[object]] = []
    drawing, joined = _drawn(graphs)
    settings: list[list[int] | None] = [None] * (len(matrix.texts) * 2 << len(matrix.readings))
    grids: list[list[object]] = []
    rows: dict[tuple[int, ...], int] = {}
    alive: dict[tuple[int, ...], int] = {}
    bases: dict[int, tuple[int, tuple[int, ...]]] = {}
    order = sorted(matrix.cells, key=lambda s: (s != matrix.opened, s.texts, s.adopted_only, _bits(matrix, s.on)))
    for setting in order:
        row = []
        for at, cell in enumerate(matrix.cells[setting]):
            holder, topic = matrix.holders[at // len(matrix.topics)], matrix.topics[at % len(matrix.topics)]
            if cell is None:
                row.append(0)
                continue
            known = _outcome(texts, matrix.norms[setting], holder, topic, cell)
            key = (known[0], known[1], known[2], known[3], known[4], known[5], str(known[6:]))
            if key not in outcomes:
                outcomes[key] = len(outcomes) + 1
                listed.append(known)
            row.append(outcomes[key])
        told = tuple(row)
        if told not in rows:
            rows[told] = len(grids)
            of, before = bases.get(setting.texts, (-1, (0,) * len(told)))
            changed = [
                n for at, (new, old) in enumerate(zip(told, before, strict=True)) if new != old for n in (at, new)
            ]
            grids.append([of, changed])
        bases.setdefault(setting.texts, (rows[told], told))
        numbers = tuple(texts.norm(norm) for norm in graphs[setting].norms)
        settings[_place(matrix, setting)] = [rows[told], alive.setdefault(numbers, len(alive))]
    value: dict[str, object] = {
        "holders": [_named(base, Axis.HOLDER, (term,)) for term in matrix.holders],
        "topics": [_named(base, Axis.TOPIC, sorted(topic)) for topic in matrix.topics],
        "positions": _positions(base, matrix),
        "texts": [_texts_label(base, names) for names in matrix.texts],
        "readings": [
            {"id": name, "label": reading.label, "on": reading.on, "off": reading.off}
            for name in matrix.readings
            if (reading := base.readings[name])
        ],
        "opened": [matrix.opened.texts, int(matrix.opened.adopted_only), _bits(matrix, matrix.opened.on)],
        "settings": settings,
        "grids": grids,
        "outcomes": listed,
        "alive": [list(numbers) for numbers in alive],
        "ribbons": [
            sorted(
                {
                    texts.numbers[key]
                    for key in texts.numbers
                    if key[0] in joined[ribbon.source, ribbon.target, ribbon.kind]
                }
            )
            for ribbon in drawing.ribbons
        ],
        "boxes": [[box.kind, box.label, _box_place(matrix, box.node)] for box in drawing.boxes],
        "joins": [
            [at for at, ribbon in enumerate(drawing.ribbons) if box.node in {ribbon.source, ribbon.target}]
            for box in drawing.boxes
        ],
        "left": list(matrix.left_out),
        **texts.value(),
    }
    return Content(value, drawing)


def _bits(matrix: Matrix, on: Iterable[str]) -> int:
    return sum(1 << at for at, name in enumerate(matrix.readings) if name in on)


def _place(matrix: Matrix, setting: Setting) -> int:
    """Return where a setting stands in the page's list."""
    return ((setting.texts * 2 + setting.adopted_only) << len(matrix.readings)) + _bits(matrix, setting.on)


def _drawn(graphs: Mapping[Setting, Graph]) -> tuple[Drawing, dict[tuple[str, str, str], set[str]]]:
    """Return the drawing of all graphs laid over one another, and the norms of every ribbon."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str, str], Joined] = {}
    joined: dict[tuple[str, str, str], set[str]] = {}
    for graph in graphs.values():
        for node in graph.nodes:
            nodes.setdefault(node.id, node)
        for edge in graph.edges:
            edges.setdefault((edge.source, edge.target, edge.kind, edge.norm), edge)
            joined.setdefault((edge.source, edge.target, edge.kind), set()).add(edge.norm)
    return laid_out(list(nodes.values()), edges.values()), joined


def _box_place(matrix: Matrix, node: str) -> int:
    """Return the row of a holder or the column of a topic; -1 where it has none."""
    kind, _, term = node.partition(":")
    if kind == "holder":
        return matrix.holders.index(term) if term in matrix.holders else -1
    topic = frozenset((term,))
    return matrix.topics.index(topic) if topic in matrix.topics else -1


def _named(base: KnowledgeBase, axis: Axis, terms: Sequence[str]) -> dict[str, object]:
    """Return how terms are shown, and under which further names they are found."""
    label = topic_phrase(base.vocabulary, terms) if axis is Axis.TOPIC else base.vocabulary.label(axis, terms[0])
    known = [term for name in terms if (term := base.vocabulary.term(axis, name))]
    return {"label": clean(label), "names": [clean(name) for term in known for name in term.names[:MOST_NAMES]]}


def _positions(base: KnowledgeBase, matrix: Matrix) -> list[dict[str, object]]:
    """Return positions, strongest first, each with two letters of its own."""
    told: list[dict[str, object]] = []
    taken: set[str] = set()
    for name, height in matrix.positions:
        label = clean(base.vocabulary.label(Axis.POSITION, name))
        plain = "".join(filter(str.isalpha, label.removeprefix("an ").removeprefix("a ").removeprefix("the "))) or "x"
        options = [plain[:1] + letter for letter in f"{plain[1:]}{plain[:1]}" or plain]
        code = next((one for one in options if one.casefold() not in taken), plain[:2]).capitalize()
        taken.add(code.casefold())
        told.append({"label": label, "code": code, "height": min(height, 5)})
    return told


def _texts_label(base: KnowledgeBase, names: Sequence[str]) -> str:
    titles = [sentence_case(clean(base.instruments[name].short or base.instruments[name].title)) for name in names]
    if len(titles) == 1:
        return f"{titles[0]}{' (never adopted)' if is_draft(base, names[0]) else ''}"
    return "All of them" if len(titles) > 2 else " and ".join([titles[0], titles[1][:1].lower() + titles[1][1:]])


def _outcome(texts: _Texts, norms: Mapping[str, Norm], holder: str, topic: Topic, cell: Cell) -> list[object]:
    """Return what a cell says: its kind, the strongest rung, the same for what is named outright, and every rung."""
    lists: list[list[list[int]]] = []
    which: list[int] = []
    outright = "", -1
    for at, rung in enumerate(cell.rungs):
        pair = [[texts.norm(norms[name]) for name in side] for side in (rung.gives, rung.bars)]
        if pair not in lists:
            lists.append(pair)
        which.append(lists.index(pair))
        plain = _outright(norms, holder, topic, rung)
        if plain and outright[0] != "h" and (not outright[0] or plain == "h"):
            outright = plain, at
    first = cell.held or cell.disputed or cell.barred or cell.rungs[0]
    return [
        cell.kind[:1],
        cell.rungs.index(first),
        *outright,
        STANDINGS[first.standing],
        "".join(LETTERS[rung.verdict] for rung in cell.rungs),
        lists,
        which,
    ]


def _outright(norms: Mapping[str, Norm], holder: str, topic: Topic, rung: Rung) -> str:
    """Say whether a rung is decided by a norm that names this very holder and topic: h, d or b, empty where not."""
    kind = {Verdict.SUPPORTED: "h", Verdict.DISPUTED: "d", Verdict.CONTRADICTED: "b"}.get(rung.verdict, "")
    deciding = [norms[name] for name in (rung.gives if kind == "h" else (*rung.gives, *rung.bars))]
    named = any(norm.holder.term == holder and norm.topic == topic for norm in deciding)
    return kind if kind and named else ""


class _Texts:
    """Instruments, provisions and norms that the page shows, each once, by number."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.numbers: dict[tuple[str, str], int] = {}
        self.norms: list[Norm] = []

    def norm(self, norm: Norm) -> int:
        """Return the number of a norm as the readings of a setting have it."""
        key = (norm.id, norm_sentence(self.base.vocabulary, norm))
        if key not in self.numbers:
            self.numbers[key] = len(self.norms)
            self.norms.append(norm)
        return self.numbers[key]

    def value(self) -> dict[str, object]:
        """Return them as plain lists: clauses in pieces, and of each norm which pieces are its words."""
        base = self.base
        provisions = tuple(dict.fromkeys(norm.provision for norm in self.norms))
        pieces = {
            name: cut(base.provisions[name].text, [n.words for n in self.norms if n.provision == name])
            for name in provisions
        }
        instruments = tuple(dict.fromkeys(norm.instrument for norm in self.norms))
        return {
            "instruments": [
                {
                    "title": clean(base.instruments[name].title),
                    "year": base.instruments[name].date.year,
                    "draft": is_draft(base, name),
                }
                for name in instruments
            ],
            "provisions": [
                {
                    "pieces": [clean(text) for text in pieces[name][0]],
                    "ours": base.provisions[name].paraphrase,
                    "opening": clean(base.provisions[name].opening),
                }
                for name in provisions
            ],
            "norms": [
                [
                    provisions.index(norm.provision),
                    pieces[norm.provision][1][norm.words],
                    instruments.index(norm.instrument),
                    clean(citation(base, norm)),
                    clean(f"{norm_sentence(base.vocabulary, norm)}."),
                    int(norm.polarity is Polarity.AGAINST) + 2 * is_draft(base, norm.instrument),
                    clean(condition_phrase(base, norm)),
                    int(is_paraphrase(base, norm)),
                ]
                for norm in self.norms
            ],
        }


def cut(text: str, words: Sequence[str]) -> tuple[list[str], dict[str, list[int]]]:
    """Cut a clause into pieces, and say of each run of words which pieces it is."""
    folded = " ".join(text.split())
    places: dict[str, list[tuple[int, int]]] = {}
    for run in dict.fromkeys(words):
        at = 0
        for part in run.split(PAUSE):
            wanted = " ".join(part.split())
            found = folded.find(wanted, at)
            found = folded.find(wanted) if found < 0 else found
            if found >= 0 and wanted:
                at = found + len(wanted)
                places.setdefault(run, []).append((found, at))
    borders = sorted({0, len(folded), *(at for spans in places.values() for span in spans for at in span)})
    pieces = [folded[start:end] for start, end in pairwise(borders)]
    marked = {
        run: [
            number
            for number, start in enumerate(borders[:-1])
            if any(first <= start < last for first, last in places.get(run, ()))
        ]
        for run in dict.fromkeys(words)
    }
    return pieces, marked
