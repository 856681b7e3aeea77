"""The records of a rules file, each declared once as fields: checks, suggestions and the JSON Schema come from here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from igov.read.kinds import (
    CONFUSED_FIELDS,
    INSTRUMENT_ID,
    PROVISION_ID,
    TERM_ID,
    YES_NO,
    Choice,
    CiteOf,
    Date,
    Id,
    InstrumentOf,
    Kind,
    Known,
    Many,
    Number,
    Page,
    ReadingOf,
    TermOf,
    Text,
    choice,
    describe,
    shown,
)
from igov.read.places import Lost, Node, Scalar, Table
from igov.terms.assignment import Denies, Force, Polarity, Quantity, Share, Voice
from igov.terms.base import Status
from igov.terms.order import Axis
from igov.terms.place import Label
from igov.terms.verdict import Verdict


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
        meant: set[str | None] = set()
        for name, (at, value) in entries.items():
            kind = kinds.get(name)
            if kind is None:
                meant.add(self._unknown(name, at, page))
                continue
            got = kind.read(value, page)
            if got is not None:
                values[name] = got
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

    def read(self, node: Node, page: Page) -> list[tuple[str, dict[str, Any], Node, Scalar]] | None:
        """Return the records in order, each with its id, its node and the place of its id."""
        if not isinstance(node, Table):
            page.fault(
                "IG204", f"{describe(node)} where {self.expects} is expected", node, label=f"expected {self.expects}"
            )
            return None
        found: list[tuple[str, dict[str, Any], Node, Scalar]] = []
        for name, (at, value) in node.entries.items():
            if self.key.read(at, page) is not None and not isinstance(value, Lost):
                found.append((name, self.record.read(value, page, key=at), value, at))
        return found

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of the mapping."""
        del known
        return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{self.record.name.split()[-1]}"}}


@dataclass(frozen=True)
class TopicSet(Kind):
    """A topic, or `{all: [a, b]}`: topics that meet; the value read is a set."""

    expects: str = "the id of a topic, or {all: [a, b]}"

    def read(self, node: Node, page: Page) -> frozenset[str] | None:
        """Return the topics that meet."""
        if isinstance(node, Table):
            met = ALL_OF.read(node, page).get("all")
            return None if met is None else frozenset(met)
        one = TOPIC.read(node, page)
        return None if one is None else frozenset((one,))

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a topic or several that meet."""
        return {"anyOf": [TOPIC.json(known), ALL_OF.json(known)]}


HOLDER, POSITION, ACTIVITY, TOPIC, LIMIT = (TermOf(a) for a in ("holder", "position", "activity", "topic", "limit"))
ANY_HOLDER, ANY_POSITION, ANY_ACTIVITY, ANY_TOPIC = (
    TermOf(a, apart=True) for a in ("holder", "position", "activity", "topic")
)
ALL_OF = Record("a set of topics", (Field("all", Many(TOPIC), "the topics that meet", required=True),))
FILLED = Text(filled=True)

CHANGE = Record(
    "a reading's change",
    (
        Field("holder", HOLDER, "who"),
        Field("quantity", choice(Quantity), "how many of the holder"),
        Field("position", POSITION, "what is held"),
        Field("activity", ACTIVITY, "doing what"),
        Field("topic", TopicSet(), "over what"),
        Field("force", choice(Force), "how strongly"),
        Field("limits", Many(LIMIT, some=False), "within what; an empty list takes all limits away"),
        Field("share", choice(Share, "some", "only"), "alone or with others"),
        Field("voice", choice(Voice), "whose view it is"),
        Field("with", HOLDER, "the counterpart"),
        Field("polarity", choice(Polarity), "for or against"),
    ),
)

EXPECTATION = Record(
    "a test",
    (
        Field("says", FILLED, "the claim as a sentence, for people", required=True),
        Field("holder", Many(ANY_HOLDER), "who; a list is joined under one verb", required=True),
        Field("quantity", choice(Quantity), "how many of the holder; all if absent"),
        Field("position", ANY_POSITION, "what is held", required=True),
        Field("activity", ANY_ACTIVITY, "doing what; unspecified if absent"),
        Field("topic", Many(ANY_TOPIC), "over what; a list meets"),
        Field("force", choice(Force), "how strongly; unsaid if absent"),
        Field("limits", Many(LIMIT, some=False), "the limits that the claim states"),
        Field("denied-limits", Many(LIMIT, some=False), "the limits that the claim denies"),
        Field("share", choice(Share), "some, only, or only-with: only with the counterpart"),
        Field("voice", choice(Voice), "whose view the claim gives it as; own if absent"),
        Field("with", ANY_HOLDER, "the counterpart"),
        Field("denied", choice(Denies), "what a negation denies; absent for an assertion"),
        Field("assume", Many(ReadingOf()), "readings that are switched on"),
        Field("without", Many(ReadingOf()), "readings that are switched off"),
        Field("verdict", choice(Verdict), "the verdict it must get", required=True),
        Field("axes", Many(choice(Axis)), "the axes on which it is overstated"),
        Field("cites", Many(CiteOf(), some=False), "the provisions that decide it"),
    ),
)

NORM = Record(
    "a norm",
    (
        Field(
            "words", Many(FILLED), "the words that say so, verbatim; a list of several runs is allowed", required=True
        ),
        Field("holder", Many(HOLDER), "who; a list is one norm each", required=True),
        Field("quantity", choice(Quantity), "how many of the holder; all if absent"),
        Field("position", Many(POSITION), "what is held; a list is one norm each", required=True),
        Field("activity", Many(ACTIVITY), "doing what; a list is one norm each; unspecified if absent"),
        Field("topic", Many(TopicSet()), "over what; {all: [a, b]} meets; a list is one norm each", required=True),
        Field("force", Many(choice(Force)), "how strongly; a list is one norm each; is if absent"),
        Field("continues", YES_NO, "the words say that what is commanded is already so; no if absent"),
        Field("limits", Many(LIMIT, some=False), "within what"),
        Field("share", choice(Share, "some", "only"), "alone or with others; some if absent"),
        Field("voice", choice(Voice), "whose view it is; own if absent"),
        Field("with", Many(HOLDER), "the counterpart; a list is one norm each; anybody if absent"),
        Field("polarity", choice(Polarity), "for or against; for if absent"),
        Field("overrides", Many(CiteOf(norm=True, code="IG303", what="norm to override")), "what it overrides"),
        Field(
            "reading",
            Keyed(ReadingOf(), CHANGE, "a mapping from readings to changes"),
            "what changes when a reading is on",
        ),
        Field("expect", Many(Nested(EXPECTATION)), "tests"),
    ),
)

PROVISION = Record(
    "a provision",
    (
        Field("opening", Text(), "the phrase that opens it"),
        Field("part", Choice({"operative": "operative", "preamble": "preamble"}), "preamble or operative"),
        Field("text", FILLED, "its words", required=True),
        Field("norms", Many(Nested(NORM)), "what its words assign"),
        Field("assigns", Choice({"nothing": "nothing"}), "nothing, instead of norms"),
        Field("because", FILLED, "why it assigns nothing"),
        Field(
            "reports",
            Id(r"[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9.-]+", "the id of a provision, as TA-69"),
            "the provision it reports",
        ),
        Field("paraphrase", YES_NO, "the text is a summary and not the words"),
        Field(
            "basis",
            Choice({v: v for v in ("seen", "partly seen", "recalled")}),
            "what a summary rests on; seen if absent",
        ),
        Field("note", Text(), "a remark"),
    ),
)

INSTRUMENT = Record(
    "an instrument",
    (
        Field("id", INSTRUMENT_ID, "its id, as TA", required=True),
        Field("title", FILLED, "its title", required=True),
        Field("short", FILLED, "its usual name; the id if absent"),
        Field("symbol", Text(), "its document symbol"),
        Field("body", FILLED, "the body that made it", required=True),
        Field("date", Date(), "its date", required=True),
        Field("status", choice(Status), "adopted or draft", required=True),
        Field("force", Text(), "what kind of text it is"),
        Field("default", YES_NO, "whether it answers when no instrument is named; yes if absent"),
        Field("rank", Number(), "its rank among instruments of one body; the higher prevails; 0 if absent"),
        Field("includes", Many(InstrumentOf()), "instruments that answer with it when it is named"),
        Field("note", Text(), "a remark"),
    ),
)

STEP = Record(
    "a step",
    (
        Field("term", TERM_ID, "the wider or stronger term", required=True),
        Field("basis", FILLED, "what the step rests on; usage if absent"),
        Field("cite", CiteOf(), "the provision that says so"),
        Field("reading", ReadingOf(), "the reading without which there is no such step"),
    ),
)

_TERM_FIELDS = (
    Field("id", TERM_ID, "its id, lower-case words joined by hyphens", required=True),
    Field("label", FILLED, "its usual name", required=True),
    Field("names", Many(FILLED, some=False), "further names, in any case"),
    Field("kind", Text(), "what kind of term it is"),
    Field("under", Many(Nested(STEP, plain="term"), some=False), "the wider or stronger terms"),
    Field("placed", YES_NO, "no for an actor that no class covers; yes if absent"),
    Field("collective", YES_NO, "yes where what is said of it is not said of its parts; no if absent"),
    Field("note", Text(), "a remark"),
    Field("basis", FILLED, "what it rests on; usage if absent"),
)

TERM = Record("a term", _TERM_FIELDS)
LIMIT_TERM = Record(
    "a limit",
    (*_TERM_FIELDS, Field("axis", choice(Axis), "the axis on which its denial counts; scope if absent")),
)

VOCABULARY = Record(
    "a vocabulary",
    (
        Field("holder", Many(Nested(TERM), some=False), "who"),
        Field("position", Many(Nested(TERM), some=False), "what is held"),
        Field("activity", Many(Nested(TERM), some=False), "doing what"),
        Field("topic", Many(Nested(TERM), some=False), "over what"),
        Field("limit", Many(Nested(LIMIT_TERM), some=False), "within what"),
    ),
)

READING = Record(
    "a reading",
    (
        Field("id", TERM_ID, "its id", required=True),
        Field("label", FILLED, "its name", required=True),
        Field("default", YES_NO, "on or off when nobody chooses", required=True),
        Field("on", FILLED, "what the words mean with it", required=True),
        Field("off", FILLED, "what the words mean without it", required=True),
        Field("who", Text(), "who reads it so, and why"),
        Field("cites", Many(CiteOf(), some=False), "the provisions it is about"),
    ),
)

FILE = Record(
    "a rules file",
    (
        Field("igov", Choice({"1": 1}), "the version of the format, 1", required=True),
        Field("instrument", Nested(INSTRUMENT), "the instrument of the file"),
        Field(
            "provisions", Keyed(PROVISION_ID, PROVISION, "a mapping from ids to provisions"), "its provisions, in order"
        ),
        Field("vocabulary", Nested(VOCABULARY), "terms"),
        Field("readings", Many(Nested(READING), some=False), "readings"),
    ),
)

RECORDS = (FILE, INSTRUMENT, PROVISION, NORM, CHANGE, EXPECTATION, VOCABULARY, TERM, STEP, LIMIT_TERM, READING)
"""Every record of the format, the file first."""


def fields_table(record: Record) -> str:
    """Return the fields of a record as a table of Markdown, as the page on the format shows them."""
    rows = ["| field | value | meaning |", "| --- | --- | --- |"]
    for field in record.fields:
        several = ", or a list" if isinstance(field.kind, Many) else ""
        must = "; required" if field.required else ""
        rows.append(f"| `{field.name}` | {field.kind.expects}{several} | {field.doc}{must} |")
    return "\n".join(rows)


def repeated(page: Page, what: str, again: Node, first: Label) -> None:
    """Write down that an id is given twice by one origin."""
    page.fault(
        "IG210",
        f"{what} is given twice",
        again,
        label="again here",
        others=(first,),
        remedy="give one of them another id",
    )


def json_schema(known: Known | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a rules file; terms and readings in `known` are offered for completion."""
    known = known or Known()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rules file of igov",
        **FILE.json(known),
        "$defs": {record.name.split()[-1]: record.json(known) for record in RECORDS[1:]},
    }
