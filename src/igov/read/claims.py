"""Claims that come without English: axes become a claim; a file of text, JSON Lines or CSV becomes claims one by one.

In come mappings or lines; out go claims, or the problem with a line as a value. Nothing is raised.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, TypeVar

from igov.read.names import folded, resolve
from igov.terms.assignment import APART, UNSPECIFIED, Claim, Denies, Force, Holder, Part, Quantity, Share, Voice
from igov.terms.base import Vocabulary
from igov.terms.order import Axis


class Line(NamedTuple):
    """One claim of a file: its id, its sentence, its axes where they are given, or the problem with it."""

    identity: object
    sentence: str
    parts: tuple[Mapping[str, object], ...] = ()
    problem: str | None = None


class UnknownError(ValueError):
    """A name or a value that is not in the vocabulary of its axis; its text says so, with what may have been meant."""


Kind = TypeVar("Kind", bound=StrEnum)

KNOWN = frozenset(
    (
        *("holder", "quantity", "position", "activity", "topic", "force", "scope", "limits", "denied_limits"),
        *("share", "voice", "counterpart", "with", "denied"),
    )
)


def claim_from(vocabulary: Vocabulary, parts: Iterable[Mapping[str, object]], sentence: str = "") -> Claim | str:
    """Return the claim that mappings from axis to term or terms make, or the problem with them in words."""
    try:
        made = tuple(_part(vocabulary, part) for part in parts)
    except UnknownError as problem:
        return str(problem)
    return Claim(made, sentence) if made else "no clause is given"


def _part(vocabulary: Vocabulary, given: Mapping[str, object]) -> Part:
    for name in given:
        if str(name).replace("-", "_") not in {*KNOWN, "words"}:
            raise UnknownError(f'unknown axis "{name}"; the axes are {", ".join(sorted(KNOWN))}')
    said = {str(name).replace("-", "_"): value for name, value in given.items()}
    quantities = _quantities(said)
    names = _terms(said.get("holder"))
    if not names:
        raise UnknownError("no holder is given")
    holders = tuple(
        Holder(_term(vocabulary, Axis.HOLDER, name), quantities[at] if at < len(quantities) else quantities[-1])
        for at, name in enumerate(names)
    )
    activity = _one(vocabulary, Axis.ACTIVITY, said.get("activity"))
    position = _one(vocabulary, Axis.POSITION, said.get("position"))
    if position is None and activity in {None, UNSPECIFIED}:
        raise UnknownError("no position and no activity is given")
    scope = said.get("scope")
    limits, denied = _terms(said.get("limits")), _terms(said.get("denied_limits"))
    if isinstance(scope, Mapping):
        limits, denied = limits + _terms(scope.get("limits")), denied + _terms(scope.get("denied"))
    else:
        limits += _terms(scope)
    force = _first(said.get("force"))
    refused = _first(said.get("denied"))
    return Part(
        holders=holders,
        position=position or "act",
        activity=activity or UNSPECIFIED,
        topic=frozenset(_term(vocabulary, Axis.TOPIC, name) for name in _terms(said.get("topic"))),
        force=_value(Force, "force", force) if force else None,
        limits=tuple(_term(vocabulary, Axis.SCOPE, name) for name in limits),
        denied_limits=tuple(_term(vocabulary, Axis.SCOPE, name) for name in denied),
        share=_value(Share, "share", _first(said.get("share")) or "some"),
        voice=_value(Voice, "voice", _first(said.get("voice")) or "own"),
        counterpart=_one(vocabulary, Axis.COUNTERPART, said.get("counterpart") or said.get("with")),
        denied=_value(Denies, "denied", "position" if refused in {"yes", "true"} else refused) if refused else None,
        words={
            str(name): str(value["words"])
            for name, value in said.items()
            if isinstance(value, Mapping) and value.get("words")
        },
    )


def _quantities(said: Mapping[str, object]) -> list[Quantity]:
    holder = said.get("holder")
    named = _terms(said.get("quantity"))
    if isinstance(holder, Mapping):
        named = named or _terms(holder.get("quantities")) or _terms(holder.get("quantity"))
    return [_value(Quantity, "quantity", name) for name in named] or [Quantity.ALL]


def _terms(value: object) -> list[str]:
    """Return the terms of a value: a string, a list, or a mapping with `term` or `terms`."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        return _terms(value.get("terms")) or _terms(value.get("term"))
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    if value is True:
        return ["yes"]
    return [str(value)] if value is not False else []


def _first(value: object) -> str | None:
    terms = _terms(value)
    return terms[0] if terms else None


def _one(vocabulary: Vocabulary, axis: Axis, value: object) -> str | None:
    name = _first(value)
    return None if name is None else _term(vocabulary, axis, name)


def _term(vocabulary: Vocabulary, axis: Axis, name: str) -> str:
    if (axis is Axis.ACTIVITY and folded(name) == UNSPECIFIED) or (name.startswith(APART) and len(name) > len(APART)):
        return name
    named = resolve(vocabulary, axis, name)
    if named.term is not None:
        return named.term
    word = {Axis.SCOPE: "limit", Axis.COUNTERPART: "holder"}.get(axis, str(axis))
    guess = "did you mean " + " or ".join(f'"{near}"' for near in named.near) + "?" if named.near else ""
    listed = "activities" if word == "activity" else f"{word}s"
    raise UnknownError(f'unknown {word} "{name}"; {guess or f"igov terms {listed} lists them"}')


def _value(kind: type[Kind], name: str, text: str) -> Kind:
    try:
        return kind(text.strip().casefold())
    except ValueError:
        raise UnknownError(f'unknown {name} "{text}"; it is one of {", ".join(kind)}') from None


def lines_of(lines: Iterable[str], kind: str | None = None) -> Iterator[Line]:
    """Yield the claims of a file, one a line; `kind` is "text", "jsonl" or "csv", or found out from the first line."""
    rest = iter(lines)
    head: list[str] = []
    for line in rest:
        head.append(line.removeprefix("\ufeff"))
        if line.strip():
            break
    if not head:
        return
    kind = kind or _kind_of(head[-1])
    every = chain(head, rest)
    if kind == "csv":
        yield from _csv(every)
    elif kind == "jsonl":
        yield from (_json(line) for line in every if line.strip())
    else:
        yield from (Line(None, line.strip()) for line in every if line.strip())


def _kind_of(first: str) -> str:
    if first.lstrip().startswith("{"):
        return "jsonl"
    columns = [column.strip().strip('"').casefold() for column in first.split(",")]
    return "csv" if "claim" in columns else "text"


def _csv(lines: Iterable[str]) -> Iterator[Line]:
    csv.field_size_limit(1 << 24)
    rows = csv.reader(lines)
    try:
        columns = [column.strip().casefold() for column in next(rows)]
        while not any(columns):
            columns = [column.strip().casefold() for column in next(rows)]
    except (StopIteration, csv.Error):
        return
    if "claim" not in columns:
        yield Line(None, "", problem='the first line names no column "claim"')
        return
    at, named = columns.index("claim"), columns.index("id") if "id" in columns else None
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Line(None, "", problem=f"not a row of CSV: {fault}")
            continue
        if row:
            identity = row[named] if named is not None and named < len(row) else None
            yield Line(identity, row[at].strip() if at < len(row) else "")


def _json(line: str) -> Line:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return Line(None, line.strip(), problem=f"not a JSON object: {fault}")
    if not isinstance(found, dict):
        return Line(None, line.strip(), problem="not a JSON object")
    identity, sentence = found.get("id"), found.get("claim")
    if sentence is not None and not isinstance(sentence, str):
        return Line(identity, "", problem='"claim" is not a text')
    reading = found.get("reading", found.get("parts"))
    if reading is None and "holder" in found:
        reading = [{name: value for name, value in found.items() if name not in {"id", "claim", "schema"}}]
    if isinstance(reading, dict):
        reading = [reading]
    if reading and not (isinstance(reading, list) and all(isinstance(part, dict) for part in reading)):
        return Line(identity, sentence or "", problem='"reading" is not a list of objects')
    if not reading and not sentence:
        return Line(identity, "", problem='there is neither a "claim" nor a "reading"')
    return Line(identity, sentence or "", tuple(reading or ()))
