"""Nouns kept as columns of plain values: no code can hide in them, and they are read back a column at a time.

A list of nouns of one class is kept field by field, each field as the list of its values, and so on down to text,
numbers and None, which `marshal` writes. Only the nouns named here are ever made, and only of the values that are read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import islice, repeat
from typing import Any, TypeVar

from igov.terms import assignment, base, order, place

Column = tuple[Any, ...]
Noun = TypeVar("Noun")

_PLAIN = frozenset({str, int, bool, type(None)})
_NESTED = frozenset({tuple, frozenset, dict})
_KINDS: dict[str, Any] = {
    name: kind
    for module in (assignment, base, order, place)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and kind.__module__ == module.__name__
}


def column(values: Sequence[Any]) -> Column:
    """Return a list of values as a column; TypeError where one of them is no noun and not plain."""
    kinds = {type(value) for value in values}
    if all(_is_plain(value) for value in values):
        return ("plain", list(values))
    if type(None) in kinds and not any(issubclass(kind, Enum) for kind in kinds):
        return ("some", [value is not None for value in values], column([v for v in values if v is not None]))
    kind = next(iter(kinds - {type(None)}))
    if len(kinds - {type(None)}) > 1:
        return ("each", [column([value]) for value in values])
    if issubclass(kind, Enum):
        _known(kind)
        return ("enum", kind.__name__, [None if value is None else value.value for value in values])
    if kind is date:
        return ("date", [value.toordinal() for value in values])
    if kind is dict:
        keys, held = ([member for value in values for member in part(value)] for part in (dict.keys, dict.values))
        return ("dict", [len(value) for value in values], column(keys), column(held))
    if kind is tuple:
        return ("tuple", [len(value) for value in values], column([member for value in values for member in value]))
    _known(kind)
    return ("noun", kind.__name__, [column([getattr(v, name) for v in values]) for name in kind.__match_args__])


def values(kept: Column) -> list[Any]:
    """Return the values of a column; any exception may come of one that `column` did not make."""
    how = kept[0]
    if how == "plain":
        return list(kept[1])
    if how == "noun":
        return nouns(_KINDS[kept[1]], [values(one) for one in kept[2]])
    if how == "enum":
        return list(map(_members(kept[1]).__getitem__, kept[2]))
    if how == "tuple":
        rest = iter(values(kept[2]))
        return [tuple(islice(rest, length)) for length in kept[1]]
    if how == "dict":
        pairs = zip(values(kept[2]), values(kept[3]), strict=True)
        return [dict(islice(pairs, length)) for length in kept[1]]
    if how == "some":
        rest = iter(values(kept[2]))
        return [next(rest) if there else None for there in kept[1]]
    if how == "date":
        return [date.fromordinal(number) for number in kept[1]]
    return [values(one)[0] for one in kept[1]]


def nouns(kind: Any, fields: Sequence[Sequence[Any]]) -> list[Any]:
    """Return the nouns of a class with these fields, set a field at a time: several times faster than one by one."""
    names = kind.__match_args__
    if "__slots__" not in vars(kind) or len(names) != len(fields):
        return list(map(kind, *fields))
    nouns = list(map(object.__new__, repeat(kind, len(fields[0]))))
    for name, field in zip(names, fields, strict=True):
        if len(field) != len(nouns):
            raise ValueError(f"{kind} with an uneven field {name}")
        deque(map(getattr(kind, name).__set__, nouns, field), maxlen=0)
    return nouns


def nouns_of_rows(kind: type[Noun], rows: Sequence[tuple[Any, ...]]) -> list[Noun]:
    """Return the nouns of a class whose rows hold the values of its fields in their order."""
    return nouns(kind, list(zip(*rows, strict=True))) if rows else []


def _is_plain(value: Any) -> bool:
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind not in _NESTED:
        return False
    members: Iterable[Any] = [*value, *value.values()] if kind is dict else value
    return all(type(member) in _PLAIN for member in members)


def _known(kind: type) -> None:
    if _KINDS.get(kind.__name__) is not kind:
        raise TypeError(f"{kind} cannot be kept")


@cache
def _members(name: str) -> dict[Any, Any]:
    return {None: None} | {member.value: member for member in _KINDS[name]}
