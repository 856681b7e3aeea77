"""The records of a rules file, each declared once as fields: checks, suggestions and the JSON Schema come from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from igov.read.kinds import (
    INSTRUMENT_ID,
    PROVISION_ID,
    TERM_ID,
    YES_NO,
    Choice,
    Date,
    Id,
    Kind,
    Many,
    Number,
    Text,
    choice,
)
from igov.read.pages import Known, Page
from igov.read.places import Node, Table
from igov.read.records import Field, Keyed, Nested, Record
from igov.read.references import CiteOf, ConditionOf, InstrumentOf, ReadingOf, ReadingOrFactOf, TermOf
from igov.terms.assignment import Denies, Force, Polarity, Quantity, Share, Voice
from igov.terms.base import Status
from igov.terms.order import Axis
from igov.terms.verdict import Verdict


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
        Field("assume", Many(ReadingOrFactOf()), "readings that are switched on, facts that are so"),
        Field("without", Many(ReadingOrFactOf()), "readings that are switched off, facts that are not so"),
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
        Field("whole", YES_NO, "the topic is meant as a whole, and nothing is said of its parts; no if absent"),
        Field("limits", Many(LIMIT, some=False), "within what"),
        Field("share", choice(Share, "some", "only"), "alone or with others; some if absent"),
        Field("voice", choice(Voice), "whose view it is; own if absent"),
        Field("with", Many(HOLDER), "the counterpart; a list is one norm each; anybody if absent"),
        Field("polarity", choice(Polarity), "for or against; for if absent"),
        Field("when", Many(ConditionOf()), "what must hold for it to apply: facts, provisions"),
        Field("unless", Many(ConditionOf()), "what keeps it from applying: facts, provisions"),
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
        Field(
            "assigns",
            Choice({"nothing": "nothing", "unknown": "unknown"}),
            "nothing, instead of norms; unknown until somebody says what, which `igov lint` asks for",
        ),
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

FACT = Record(
    "a fact",
    (
        Field("id", TERM_ID, "its id", required=True),
        Field("label", FILLED, "the fact as a short sentence", required=True),
        Field("note", Text(), "a remark"),
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
        Field("facts", Many(Nested(FACT), some=False), "facts of the case that norms are conditional on"),
    ),
)

RECORDS = (FILE, INSTRUMENT, PROVISION, NORM, CHANGE, EXPECTATION, VOCABULARY, TERM, STEP, LIMIT_TERM, READING, FACT)
"""Every record of the format, the file first."""


def json_schema(known: Known | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a rules file; terms and readings in `known` are offered for completion."""
    known = known or Known()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rules file of igov",
        **FILE.json(known),
        "$defs": {record.name.split()[-1]: record.json(known) for record in RECORDS[1:]},
    }
