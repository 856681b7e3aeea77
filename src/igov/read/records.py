"""Records: mappings with declared fields; they check what is read, suggest what was meant, and give a JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from igov.read.kinds import Kind, Many
from igov.read.pages import Known, Page, describe, shown
from igov.read.places import Lost, Node, Scalar, Table

CONFUSED_FIELDS = {
    "name": "label", "alias": "names", "aliases": "names", "synonyms": "names", "parent": "under", "parents": "under",
    "above": "under", "broader": "under", "quote": "words", "quotation": "words", "actor": "holder", "who": "holder",
    "stakeholder": "holder", "role": "position", "action": "activity", "act": "activity", "subject": "topic",
    "over": "topic", "about": "topic", "modality": "force", "limit": "limits", "scope": "limits", "counterpart": "with",
    "readings": "reading", "tests": "expect", "expects": "expect", "expected": "expect",
    "cite": "cites", "on_by_default": "default",
    "cites": "cite", "reason": "because", "sentence": "says", "claim": "says",
}  # fmt: skip
"""What people write for the name of a field, where the fields of the record hold the other."""


@dataclass(frozen=True)
class Field:
    """A field of a record: its name, the kind of its value, whether it must be there, and what it means."""

    name: str
    kind: Kind
    doc: str
    required: bool = False


@dataclass(frozen=True)
class Record:
    """A mapping with declared fields; `plain` names the field that a bare text stands for."""

    name: str
    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Return the fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Return the kinds of the fields by name."""
        return {field.name: field.kind for field in self.fields}

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """Return the names of the fields that must be there."""
        return tuple(field.name for field in self.fields if field.required)

    def read(self, node: Node, page: Page, *, key: Node | None = None) -> dict[str, Any]:
        """Return the values that could be read, by field; what is wrong is written down on the page."""
        if not isinstance(node, Table):
            page.fault(
                "IG204",
                f"{describe(node)} where {self.name} is expected",
                node,
                label="expected a mapping with " + ", ".join(self.needed or tuple(self.by_name)[:4]),
            )
            return {}
        entries = node.entries
        values: dict[str, Any] = {}
        kinds = self.kinds
        seen = page.known.seen.setdefault(self.name, {})
        meant: set[str | None] = set()
        for name, (_, value) in entries.items():
            text = value.text if isinstance(value, Scalar) else None
            if text is not None and name in seen:
                got = seen[name].get(text)
                if got is not None:
                    values[name] = got
                    continue
            kind = kinds.get(name)
            if kind is None:
                meant.add(self._unknown(name, node.key(name), page))
                continue
            got = kind.read(value, page)
            if got is not None:
                values[name] = got
                if text is not None and kind.recurs:
                    seen.setdefault(name, {})[text] = got
        for name in self.needed:
            if name not in entries and name not in meant:
                page.fault(
                    "IG202",
                    f"{self.name} without `{name}`",
                    key or node,
                    label=f"`{name}` is missing",
                    remedy=f"{name}: {self.by_name[name].doc}",
                )
        return values

    def _unknown(self, name: str, at: Scalar, page: Page) -> str | None:
        """Tell an unknown field, and return the one that was probably meant."""
        confusions = {k: v for k, v in CONFUSED_FIELDS.items() if v in self.kinds and k not in self.kinds}
        guess = page.known.guess(name, self.kinds, confusions)
        page.fault(
            "IG201",
            f'unknown field "{shown(name)}" in {self.name}',
            at,
            label="not a field of it",
            remedy=f'did you mean "{guess}"?' if guess else "its fields are " + ", ".join(self.kinds),
        )
        return guess

    def json(self, known: Known) -> dict[str, Any]:
        """Return the JSON Schema of the record."""
        return {
            "type": "object",
            "properties": {f.name: {**f.kind.json(known), "description": f.doc} for f in self.fields},
            "required": list(self.needed),
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class Nested(Kind):
    """A record; where `plain` names a field, a bare text stands for that field alone."""

    record: Record
    plain: str = ""
    recurs: bool = False

    @cached_property
    def expects(self) -> str:
        """Name the record."""
        return self.record.name

    def read(self, node: Node, page: Page) -> tuple[dict[str, Any], Node] | None:
        """Return the values of the record with the node they were read from."""
        if isinstance(node, Lost):
            return None
        if self.plain and isinstance(node, Scalar):
            value = self.record.kinds[self.plain].read(node, page)
            return None if value is None else ({self.plain: value}, node)
        return self.record.read(node, page), node

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of the record, or of the bare text that stands for it."""
        whole = {"$ref": f"#/$defs/{self.record.name.split()[-1]}"}
        return {"anyOf": [self.record.kinds[self.plain].json(known), whole]} if self.plain else whole


@dataclass(frozen=True)
class Keyed(Kind):
    """A mapping from ids to records."""

    key: Kind
    record: Record
    expects: str = "a mapping"
    recurs: bool = False

    def read(self, node: Node, page: Page) -> list[tuple[str, dict[str, Any], Node, Scalar]] | None:
        """Return the records in order, each with its id, its node and the place of its id."""
        if not isinstance(node, Table):
            page.fault(
                "IG204", f"{describe(node)} where {self.expects} is expected", node, label=f"expected {self.expects}"
            )
            return None
        found: list[tuple[str, dict[str, Any], Node, Scalar]] = []
        for name, (_, value) in node.entries.items():
            at = node.key(name)
            if self.key.read(at, page) is not None and not isinstance(value, Lost):
                found.append((name, self.record.read(value, page, key=at), value, at))
        return found

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of the mapping."""
        del known
        return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{self.record.name.split()[-1]}"}}


def fields_table(record: Record) -> str:
    """Return the fields of a record as a table of Markdown, as the page on the format shows them."""
    rows = ["| field | value | meaning |", "| --- | --- | --- |"]
    for field in record.fields:
        several = ", or a list" if isinstance(field.kind, Many) else ""
        must = "; required" if field.required else ""
        rows.append(f"| `{field.name}` | {field.kind.expects}{several} | {field.doc}{must} |")
    return "\n".join(rows)
