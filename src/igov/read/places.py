"""YAML with places: the bytes of a file become light nodes that know where they stand, or faults.

Every scalar is text. Anchors, aliases, tags, several documents, duplicate keys, deep nesting and control characters
are refused. The events of the YAML parser are consumed one by one, so nothing is expanded and nothing recurses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from igov.terms.place import Diagnostic, Label, Span

DEEPEST = 64
"""How many lists and mappings may stand inside each other."""

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What no rules file holds: controls, foreign line ends, marks that turn the direction of writing, lone surrogates."""

_CONTROLS = bytes(code for code in range(128) if UNPRINTABLE.match(chr(code)))
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EVENTS = (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)
_SHORT = 60
"""The length from which a plain scalar may run over several lines, so that its end is looked at."""

_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))


class _Placed:
    """Something that stands where the parser's mark says; line and column are worked out where they are asked for."""

    __slots__ = ("mark",)

    def __init__(self, mark: Any) -> None:
        self.mark = mark

    @property
    def line(self) -> int:
        """The line, from 1."""
        return int(self.mark.line) + 1

    @property
    def column(self) -> int:
        """The column, from 1."""
        return int(self.mark.column) + 1

    @property
    def length(self) -> int:
        """The length, as far as it is on one line."""
        return 1


class Scalar(_Placed):
    """A piece of text, with the place where it stands; what is plain and short needs no mark of its end."""

    __slots__ = ("end", "text")

    def __init__(self, text: str, mark: Any, end: Any = None) -> None:
        self.text = text
        self.mark = mark
        self.end = end

    @property
    def length(self) -> int:
        """The length, as far as it is on one line."""
        return len(self.text) if self.end is None else _between(self.mark, self.end)


class Items(_Placed):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.items: list[Node] = []


class Table(_Placed):
    """A mapping from keys to nodes, each with the key's place: its mark, or the key itself where it is not plain."""

    __slots__ = ("entries",)

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.entries: Entries = {}

    def key(self, name: str) -> Scalar:
        """Return the key of an entry as a node."""
        return _key(self.entries, name)


class Lost(_Placed):
    """What stands where a node was refused; whoever meets it stays silent, for its fault is told already."""

    __slots__ = ("end",)

    def __init__(self, mark: Any, end: Any = None) -> None:
        self.mark = mark
        self.end = end

    @property
    def length(self) -> int:
        """The length of an alias, which stands on one line."""
        return 1 if self.end is None else _between(self.mark, self.end)


Node = Scalar | Items | Table | Lost
Entries = dict[str, tuple[Any, Node]]


def _key(entries: Entries, name: str) -> Scalar:
    place = entries[name][0]
    return place if isinstance(place, Scalar) else Scalar(name, place)


def _between(start: Any, end: Any) -> int:
    """Return how long it is from a mark to another on the same line; at least 1."""
    return max(1, end.column - start.column) if end.line == start.line else 1


def span(file: str, node: Node) -> Span:
    """Give the place of a node."""
    mark = node.mark
    return Span(file, mark.line + 1, mark.column + 1, node.length)


def read_tree(file: str, raw: bytes) -> tuple[Node | None, list[Diagnostic]]:
    """Read the one document of a file; the tree is None where the file cannot be read as YAML at all."""
    text, faults = decode(file, raw)
    if text is None:
        return None, faults
    builder = _Builder(file)
    try:
        builder.build(_PARSER(text).get_event)
    except _Stop:
        builder.root = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file, 1, 1)
        problem = error.problem or ""
        builder.faults.append(
            _too_deep(place)
            if "nesting depth" in problem  # libyaml from 0.2.6 on has a bound of its own, and looks ahead
            else Diagnostic(
                "IG105",
                "not well-formed YAML",
                place,
                label=problem.replace("in this context", "here"),  # the two parsers differ in it
                note=error.context or "",
                help="mend the line; text with `: `, `#` or quotation marks in it goes in quotes or under `>-`",
            )
        )
        builder.root = None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        builder.faults.append(Diagnostic("IG105", "not well-formed YAML", Span(file, 1, 1), note=str(error)))
        builder.root = None
    return builder.root, builder.close()


def decode(file: str, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file with plain line ends, or None and the first byte or character that is refused."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        line, column = place_of(before, len(before))
        fault = Diagnostic(
            "IG103",
            "not UTF-8",
            Span(file, line, column),
            label=f"byte 0x{error.object[error.start]:02x}",
            help="save the file as UTF-8",
        )
        return None, [fault]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = raw.isascii() and len(raw.translate(None, _CONTROLS)) == len(raw)
    found = None if plain else UNPRINTABLE.search(text)
    if found:
        line, column = place_of(text, found.start())
        return None, [unprintable(Span(file, line, column), found.group())]
    return text, []


def unprintable(place: Span, character: str) -> Diagnostic:
    """Make the fault of a character that does not belong in a rules file."""
    return Diagnostic(
        "IG104",
        f"control character U+{ord(character):04X}",
        place,
        label="not allowed in a rules file",
        help="take it out",
    )


def _too_deep(place: Span) -> Diagnostic:
    return Diagnostic("IG110", f"nested more than {DEEPEST} deep", place, help="lay it out flatter")


def place_of(text: str, index: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a position in a text."""
    line_start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - line_start + 1


class _Stop(Exception):  # noqa: N818  it ends the reading of one file, and its fault is on the list already
    """Nothing more of the file can be read."""


class _Builder:
    """Builds the tree from the events, with a stack of its own."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self.shared: list[Span] = []
        self.tags: list[Span] = []

    def build(self, next_event: Callable[[], Any]) -> None:  # noqa: PLR0915  the hot loop calls little, so it is long
        """Consume the events of one document.

        The open mapping or list is in `entries` or `items`, and the key that waits for its value in `key`, with its
        place in `at`; what they were outside of it lies on a stack of its own. The loop is the hot one of reading: it
        calls little, and it keeps the parser's marks as they are.
        """
        entries: Entries | None = None
        items: list[Node] | None = None
        key = ""
        at: Any = None
        stack: list[tuple[Entries | None, list[Node] | None, Any]] = []
        scalar_event, table_event, items_event, alias_event = _EVENTS
        documents = 0
        while (event := next_event()) is not None:
            kind = event.__class__
            node: Node
            if kind is scalar_event:
                value = event.value
                if event.implicit[0] and event.anchor is None and 0 < len(value) < _SHORT:
                    if at is None and entries is not None:
                        key, at = value, event.start_mark
                        continue
                    node = Scalar(value, event.start_mark)
                else:
                    node = self._scalar(event)
                    if at is None and entries is not None:
                        key, at = value, node
                        continue
            elif kind in _ENDS:
                entries, items, at = stack.pop()
                continue
            elif kind is table_event or kind is items_event:
                node = (Table if kind is table_event else Items)(event.start_mark)
                if event.anchor is not None or event.tag is not None:
                    self._look(event, node)
                if len(stack) >= DEEPEST:
                    self.faults.append(_too_deep(span(self.file, node)))
                    raise _Stop
            elif kind is alias_event:
                node = Lost(event.start_mark, event.end_mark)
                self.shared.append(span(self.file, node))
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    place = Span(self.file, event.start_mark.line + 1, event.start_mark.column + 1, 3)
                    self._fault("IG108", "more than one document", place, "make it a file of its own")
                    raise _Stop
                continue
            # the node goes to the root, into the open list, or behind the key that waits
            if items is not None:
                items.append(node)
            elif entries is None:
                self.root = node
            elif at is None:
                at = self._no_key(node)
                if kind is alias_event:
                    continue
            else:
                if at.__class__ is not Lost and entries.setdefault(key, (at, node))[1] is not node:
                    self._twice(entries, key, at)
                at = None
            if kind is scalar_event:
                continue
            if isinstance(node, Table):
                stack.append((entries, items, at))
                entries, items, at = node.entries, None, None
            elif isinstance(node, Items):
                stack.append((entries, items, at))
                entries, items, at = None, node.items, None

    def _scalar(self, event: Any) -> Scalar:
        """Make a scalar that is quoted, long, empty, anchored or tagged."""
        scalar = Scalar(event.value, event.start_mark, event.end_mark)
        self._look(event, scalar)
        return scalar

    def _no_key(self, node: Node) -> Lost:
        """Refuse a key that is a list or a mapping, and give what stands for it."""
        if not isinstance(node, Lost):
            self._fault("IG111", "a key that is not plain text", span(self.file, node), "write a word as the key")
        return Lost(node.mark)

    def _twice(self, entries: Entries, key: str, again: Any) -> None:
        """Refuse a key that is there already."""
        self.faults.append(
            Diagnostic(
                "IG109",
                f'the key "{key[:60]}" stands twice',
                span(self.file, again if isinstance(again, Scalar) else Scalar(key, again)),
                label="again here",
                others=(Label(span(self.file, _key(entries, key)), "first here"),),
                help="keep one of the two",
            )
        )

    def _look(self, event: Any, node: Node) -> None:
        """Refuse anchors and tags, and control characters that were written as escapes."""
        if event.anchor is not None:
            self.shared.append(span(self.file, node))
        if event.tag is not None:
            self.tags.append(span(self.file, node))
        if isinstance(node, Scalar):
            found = UNPRINTABLE.search(node.text)
            if found:
                self.faults.append(unprintable(span(self.file, node), found.group()))

    def _fault(self, code: str, title: str, place: Span, remedy: str = "") -> None:
        self.faults.append(Diagnostic(code, title, place, help=remedy))

    def close(self) -> list[Diagnostic]:
        """Return the faults; anchors and tags are told once a file, at their first place, with their number."""
        for code, title, places, remedy in (
            ("IG106", "an anchor or alias", self.shared, "write the value out where it is meant"),
            ("IG107", "a tag", self.tags, "leave the tag out: every value is text, typed by its field"),
        ):
            if places:
                more = f"and {len(places) - 1} more in this file" if len(places) > 1 else ""
                self.faults.append(Diagnostic(code, title, places[0], note=more, help=remedy))
        return self.faults
