"""Files that were found become the knowledge base; every fault of every file is told on the way."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from igov.read.columns import nouns_of_rows
from igov.read.files import Source, read_bytes
from igov.read.norms import MOST, MOST_OF_ALL, build_expectation, build_norms, check_words, limit_of, too_many
from igov.read.pages import Known, Page, shown
from igov.read.places import Items, Node, Scalar, Table, read_tree
from igov.read.schema import FILE
from igov.read.words import build_terms
from igov.terms.assignment import Limit, Norm
from igov.terms.base import Expectation, Fact, Instrument, KnowledgeBase, Provision, Reading, Status, Vocabulary
from igov.terms.place import Diagnostic, Label, Report, Span


@dataclass(slots=True)
class _Sheet:
    """A file that was read: its name, its origin and its tree."""

    source: Source
    root: Table
    page: Page


@dataclass(slots=True)
class _Chapter:
    """The provisions of an instrument as they were read, and the file they stand in."""

    page: Page
    provisions: Sequence[tuple[str, dict[str, Any], Any, Scalar]]


@dataclass(slots=True)
class _Draft:
    """A base under construction."""

    limits: dict[str, Limit]
    instruments: dict[str, Instrument] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    norms: list[Norm] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)


def build(
    sources: list[Source], faults: list[Diagnostic], *, strict: bool = False
) -> tuple[KnowledgeBase, tuple[Diagnostic, ...]]:
    """Return what the files give, and every fault of every file, those given included.

    With `strict`, a name that stands for two terms of an axis is a fault too.
    """
    collecting = gc.isenabled()
    gc.disable()  # a tree of many small nodes without cycles: looking for cycles while it grows doubles the time
    try:
        base = _base(sources, faults, strict=strict)
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()  # what was made counts as old from here on, so that it is not looked through at once
                gc.unfreeze()
            gc.enable()
    return base, Report(faults).diagnostics


def _base(sources: list[Source], faults: list[Diagnostic], *, strict: bool) -> KnowledgeBase:
    known = Known()
    sheets = _read(sources, known, faults)
    _survey(sheets, known)
    return _build(sheets, known, tuple(source.name for source in sources), strict=strict)


def known_to(sources: list[Source]) -> Known:
    """Return what the files name."""
    known = Known()
    _survey(_read(sources, known, []), known)
    return known


def _read(sources: list[Source], known: Known, faults: list[Diagnostic]) -> list[_Sheet]:
    sheets = []
    for source in sources:
        raw, trouble = read_bytes(source)
        root: Node | None = None
        if raw is not None:
            root, trouble = read_tree(source.name, raw)
        faults.extend(trouble)
        page = Page(source.name, known, faults)
        if isinstance(root, Table):
            sheets.append(_Sheet(source, root, page))
        elif root is not None:
            FILE.read(root, page)
        elif not trouble:
            faults.append(
                Diagnostic(
                    "IG113", "nothing in the file", Span(source.name, 1, 1), help="begin with `igov: 1`, or remove it"
                )
            )
    return sheets


def _entry(node: Node | None, name: str) -> Node | None:
    if isinstance(node, Table):
        found = node.entries.get(name)
        return found[1] if found else None
    return None


def _listed(node: Node | None) -> list[Node]:
    if isinstance(node, Items):
        return node.items
    return [] if node is None else [node]


def _text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None


def _survey(sheets: list[_Sheet], known: Known) -> None:
    """Gather what the files name, so that values can be checked whatever the order of the files."""
    owners: dict[str, _Sheet] = {}
    own: dict[str, set[str]] = {}
    for sheet in sheets:
        vocabulary = _entry(sheet.root, "vocabulary")
        if isinstance(vocabulary, Table):
            for axis, (_, terms) in vocabulary.entries.items():
                table = known.terms.setdefault(axis, {})
                for term in _listed(terms):
                    named = _text(_entry(term, "id"))
                    if named is not None:
                        names = [_text(n) for n in _listed(_entry(term, "names"))]
                        names.append(_text(_entry(term, "label")))
                        table[named] = tuple(name.lower() for name in names if name)
        for reading in _listed(_entry(sheet.root, "readings")):
            named = _text(_entry(reading, "id"))
            if named is not None:
                known.readings.add(named)
        for fact in _listed(_entry(sheet.root, "facts")):
            named = _text(_entry(fact, "id"))
            if named is not None:
                known.facts.add(named)
        named = _text(_entry(_entry(sheet.root, "instrument"), "id"))
        if named is not None:
            known.instruments.add(named)
            own[named] = _survey_provisions(named, sheet.root, known)
            before = owners.get(named)
            if before is not None and before.source.origin != sheet.source.origin:
                for replaced in ("instrument", "provisions"):
                    before.root.entries.pop(replaced, None)
            owners[named] = sheet
    known.own.update(*own.values())


def _survey_provisions(instrument: str, root: Table, known: Known) -> set[str]:
    """Gather what may be cited of an instrument, also where it is replaced, and return the provisions of its own."""
    own = set()
    provisions = _entry(root, "provisions")
    if isinstance(provisions, Table):
        for local, (_, provision) in provisions.entries.items():
            own.add(f"{instrument}-{local}")
            reported = _text(_entry(provision, "reports"))
            if reported is not None:
                known.cites.add(reported)
    known.cites |= own
    return own


def _build(sheets: list[_Sheet], known: Known, files: tuple[str, ...], *, strict: bool) -> KnowledgeBase:
    tops = [(sheet, FILE.read(sheet.root, sheet.page)) for sheet in sheets]
    axes, limits = build_terms(
        [(s.source.origin, s.page, top["vocabulary"][0]) for s, top in tops if "vocabulary" in top], strict=strict
    )
    draft = _Draft(limits={name: limit_of(term) for name, term in limits.items()})
    origins: dict[str, tuple[int, Span]] = {}
    for sheet, top in tops:
        _add_readings(draft, sheet, top.get("readings", ()), origins)
    origins = {}
    for sheet, top in tops:
        _add_facts(draft, sheet, top.get("facts", ()), origins)
    origins = {}
    chapters: dict[str, _Chapter] = {}
    for sheet, top in tops:
        _add_instrument(draft, chapters, sheet, top, origins)
    instruments = dict(sorted(draft.instruments.items(), key=lambda item: (item[1].date, item[0])))
    provisions: dict[str, Provision] = {}
    for name in instruments:
        _add_provisions(draft, provisions, name, chapters[name], known)
    if strict:
        _ask_what_is_unknown(chapters.values())
    _check_overrides(draft.norms, chapters.values())
    return KnowledgeBase(
        vocabulary=Vocabulary(axes=axes, limits=limits),
        instruments=instruments,
        provisions=provisions,
        norms=tuple(draft.norms),
        readings=draft.readings,
        expectations=tuple(draft.expectations),
        files=files,
        facts=draft.facts,
    )


def _first_of(page: Page, what: str, name: str, at: Node, *, origin: int, origins: dict[str, tuple[int, Span]]) -> bool:
    """Say whether nothing of the same origin has this id, and write the repetition down where something has."""
    before = origins.get(name)
    if before is not None and before[0] == origin:
        page.repeated(f'the {what} "{name}"', at, Label(before[1], "first here"))
        return False
    origins[name] = (origin, page.span(at))
    return True


def _add_readings(draft: _Draft, sheet: _Sheet, records: Any, origins: dict[str, tuple[int, Span]]) -> None:
    for values, node in records:
        name = values.get("id")
        if name is None or not _first_of(
            sheet.page, "reading", name, node.entries["id"][1], origin=sheet.source.origin, origins=origins
        ):
            continue
        draft.readings[name] = Reading(
            id=name,
            label=values.get("label", name),
            default=values.get("default", False),
            on=values.get("on", ""),
            off=values.get("off", ""),
            who=values.get("who", ""),
            cites=values.get("cites", ()),
            span=Span(sheet.page.file, node.line, node.column),
        )


def _add_facts(draft: _Draft, sheet: _Sheet, records: Any, origins: dict[str, tuple[int, Span]]) -> None:
    for values, node in records:
        name = values.get("id")
        if name is not None and _first_of(
            sheet.page, "fact", name, node.entries["id"][1], origin=sheet.source.origin, origins=origins
        ):
            place = Span(sheet.page.file, node.line, node.column)
            draft.facts[name] = Fact(name, values.get("label", name), values.get("note", ""), place)


def _add_instrument(
    draft: _Draft,
    chapters: dict[str, _Chapter],
    sheet: _Sheet,
    top: dict[str, Any],
    origins: dict[str, tuple[int, Span]],
) -> None:
    page = sheet.page
    if "instrument" not in sheet.root.entries:
        if "provisions" in sheet.root.entries:
            page.fault(
                "IG202",
                "provisions without `instrument`",
                sheet.root.key("provisions"),
                label="of which instrument?",
                remedy="say at the head of the file which instrument they belong to",
            )
        return
    values, node = top.get("instrument", ({}, None))
    name = values.get("id")
    if name is None or not _first_of(
        page, "instrument", name, node.entries["id"][1], origin=sheet.source.origin, origins=origins
    ):
        return
    draft.instruments[name] = Instrument(
        id=name,
        title=values.get("title", name),
        short=values.get("short", name),
        symbol=values.get("symbol", ""),
        body=values.get("body", ""),
        date=values.get("date", datetime.date.min),
        status=values.get("status", Status.DRAFT),
        force=values.get("force", ""),
        note=values.get("note", ""),
        default=values.get("default", True),
        rank=values.get("rank", 0),
        includes=values.get("includes", ()),
        span=Span(page.file, node.line, node.column),
    )
    chapters[name] = _Chapter(page, top.get("provisions", ()))


def _add_provisions(
    draft: _Draft, provisions: dict[str, Provision], instrument: str, chapter: _Chapter, known: Known
) -> None:
    page = chapter.page
    own: list[tuple[Any, ...]] = []  # the fields of each provision, and of each norm, in the order of the noun's
    rows: list[tuple[Any, ...]] = []
    before = len(provisions)
    for local, values, node, at in chapter.provisions:
        name = f"{instrument}-{local}"
        reports = values.get("reports")
        text = " ".join(values.get("text", "").split())
        basis = values.get("basis", "seen")
        own.append(
            (
                name,
                instrument,
                text,
                values.get("opening", ""),
                values.get("part", ""),
                reports,
                values.get("because") if values.get("assigns") == "nothing" else None,
                values.get("paraphrase", False),
                basis,
                values.get("note", ""),
                before + len(own),
                page.span(at),
            )
        )
        _check_provision(values, page, node, at)
        cite, owner = name, instrument
        if reports is not None:
            owner = max((i for i in known.instruments if reports.startswith(f"{i}-")), key=len, default="")
            if not owner:
                owner = reports.partition("-")[0]
                guess = known.guess(owner, known.instruments)
                page.fault(
                    "IG305",
                    f'reports a paragraph of "{shown(owner)}", which is no known instrument',
                    node.entries["reports"][1],
                    label="the part before the hyphen names the instrument",
                    remedy=f'did you mean "{guess}"?' if guess else "load the instrument as well",
                )
                owner = instrument
            elif reports not in known.own:
                cite = reports
        number = 1
        for norm_values, norm_node in values.get("norms", ()):
            made = len(draft.norms) + len(rows)
            if too_many(norm_values, made):
                page.fault(
                    "IG308",
                    "too many norms",
                    norm_node,
                    label=f"its lists make more than {MOST:,}, or all files more than {MOST_OF_ALL:,}",
                    remedy="use a wider term instead of a list, or write several entries",
                )
                continue
            runs = [" ".join(run.split()) for run in norm_values.get("words", ())]
            check_words(runs, text, norm_node, page)
            rows.extend(
                build_norms(
                    name,
                    cite,
                    owner,
                    basis,
                    " … ".join(runs),
                    norm_values,
                    page=page,
                    node=norm_node,
                    limits=draft.limits,
                    number=number,
                    rank=made,
                )
            )
            number += len(draft.norms) + len(rows) - made
            for test, test_node in norm_values.get("expect", ()):
                expectation = build_expectation(test, page, test_node)
                if expectation is not None:
                    draft.expectations.append(expectation)
    provisions.update((provision.id, provision) for provision in nouns_of_rows(Provision, own))
    draft.norms.extend(nouns_of_rows(Norm, rows))


def _check_provision(values: dict[str, Any], page: Page, node: Node, at: Scalar) -> None:
    """See that a provision gives norms, or says that it assigns nothing and why, and not both."""
    if not isinstance(node, Table):
        return
    entries = node.entries
    if "assigns" in entries:
        if "norms" in entries:
            page.fault(
                "IG213",
                f"a provision that gives norms and assigns {values.get('assigns', 'nothing')}",
                node.key("assigns"),
                label=f"assigns {values.get('assigns', 'nothing')}",
                others=(Label(page.span(node.key("norms")), "gives norms"),),
                remedy="keep one of the two",
            )
        if "because" not in entries and values.get("assigns") != "unknown":
            page.fault(
                "IG202",
                "a provision that assigns nothing without `because`",
                node.key("assigns"),
                label="why not?",
                remedy="because: why it assigns nothing",
            )
    elif "because" in entries:
        page.fault(
            "IG213",
            "`because` without `assigns: nothing`",
            node.key("because"),
            label="a reason for what?",
            remedy="add `assigns: nothing`, or leave the reason out",
        )
    elif "norms" not in entries:
        page.fault(
            "IG302",
            "a provision that neither gives norms nor says that it assigns nothing",
            at,
            label="nothing follows from it",
            remedy="write its `norms`, or `assigns: nothing` and `because`",
        )


def _ask_what_is_unknown(chapters: Iterable[_Chapter]) -> None:
    """Write down every provision of which nobody has said yet what it assigns."""
    for chapter in chapters:
        for local, values, node, _ in chapter.provisions:
            if values.get("assigns") == "unknown" and "norms" not in values and isinstance(node, Table):
                chapter.page.fault(
                    "IG309",
                    f'nobody has said yet what "{shown(local)}" assigns',
                    node.key("assigns"),
                    label=f"unknown: {shown(' '.join(values.get('text', '').split()))}",
                    remedy="who holds or does what, over what? Write `norms`, or `assigns: nothing` and `because`",
                )


def _check_overrides(norms: list[Norm], chapters: Iterable[_Chapter]) -> None:
    """See that every norm that is overridden by its number exists."""
    if not any("#" in name for norm in norms for name in norm.overrides):
        return
    last = {norm.provision: norm.id for norm in norms}
    ids = {norm.id for norm in norms}
    for chapter in chapters:
        entries = (node for _, values, _, _ in chapter.provisions for _, node in values.get("norms", ()))
        for item in (item for node in entries for item in _listed(_entry(node, "overrides"))):
            name = _text(item) or ""
            provision, mark, _ = name.partition("#")
            if mark and name not in ids and provision in chapter.page.known.cites:
                chapter.page.fault(
                    "IG303",
                    f'unknown norm to override "{shown(name)}"',
                    item,
                    label="the provision has no norm of this number",
                    remedy=f"its last is {last[provision]}" if provision in last else "",
                )
