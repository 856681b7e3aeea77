"""What people type becomes a term: an id, a label or an everyday name, in any case, with a guess at a near miss.

In comes a vocabulary, an axis and some letters; out goes the term they name, or what they may have meant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from igov.terms.base import KnowledgeBase, Vocabulary
from igov.terms.order import Axis, Term


class Named(NamedTuple):
    """The term that was named, or None with the labels of what may have been meant."""

    term: str | None
    near: tuple[str, ...] = ()


def folded(text: str) -> str:
    """Return the text as names are compared: no case, no accents, no article, hyphens as spaces.

    >>> folded("The  Civil-Society")
    'civil society'
    """
    letters = text.casefold() if text.isascii() else _unaccented(text)
    words = letters.replace("-", " ").replace("_", " ").replace("’", "'").split()
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        del words[0]
    return " ".join(words).strip(" .,;:!?\"'")


def _unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Cf"}).casefold()


def resolve(vocabulary: Vocabulary, axis: Axis, text: str) -> Named:
    """Return the term of the axis that the text names; the scope axis holds the limits."""
    table = terms_of(vocabulary, axis)
    if text in table:
        return Named(text)
    index = _index(vocabulary, axis)
    return _look_up(index, text, lambda term: table[term].label)


def terms_of(vocabulary: Vocabulary, axis: Axis) -> Mapping[str, Term]:
    """Return the terms of an axis by id: limits for scope, holders for the counterpart."""
    if axis is Axis.SCOPE:
        return vocabulary.limits
    return vocabulary.axes.get(Axis.HOLDER if axis is Axis.COUNTERPART else axis, {})


def resolve_instrument(base: KnowledgeBase, text: str) -> Named:
    """Return the id of the instrument that the text names by id, short title, title or symbol."""
    names = {
        i.id: tuple(name for name in (i.id, i.short, i.title, i.symbol) if name) for i in base.instruments.values()
    }
    return _look_up(_names_index(names), text, lambda term: term)


def resolve_reading(base: KnowledgeBase, text: str) -> Named:
    """Return the id of the reading, or of the fact of the case, that the text names by id or label."""
    names = {reading.id: (reading.id, reading.label) for reading in base.readings.values()}
    names.update((fact.id, (fact.id, fact.label)) for fact in base.facts.values())
    return _look_up(_names_index(names), text, lambda term: term)


def resolve_cite(base: KnowledgeBase, text: str) -> Named:
    """Return the id of the provision that the text names, in any case; the instrument may be left out.

    Without it a number is that of an instrument that answers by default, where one has it.
    """
    names: dict[str, tuple[str, ...]] = {}
    for provision in sorted(base.provisions.values(), key=lambda p: not base.instruments[p.instrument].default):
        names[provision.id] = (provision.id, provision.id.removeprefix(f"{provision.instrument}-"))
        if provision.reports:
            instrument, _, number = provision.reports.partition("-")
            names[provision.reports] = (provision.reports, number or instrument)
    return _look_up(_names_index(names), text, lambda term: term)


@lru_cache(maxsize=32)
def _index(vocabulary: Vocabulary, axis: Axis) -> Mapping[str, str]:
    table = terms_of(vocabulary, axis)
    return _names_index({term.id: (term.id, term.label, *term.names) for term in table.values()})


def _names_index(names: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    index: dict[str, str] = {}
    for term, others in names.items():
        for name in others:
            index.setdefault(folded(name), term)
    for term in names:
        index[folded(term)] = term
    index.pop("", None)
    return index


def _look_up(index: Mapping[str, str], text: str, label: Callable[[str], str]) -> Named:
    wanted = folded(text)
    for form in (wanted, f"{wanted}s", wanted.removesuffix("s"), f"{wanted.removesuffix('y')}ies"):
        if form in index:
            return Named(index[form])
    return Named(None, _near(index, wanted, label))


def _near(index: Mapping[str, str], wanted: str, label: Callable[[str], str]) -> tuple[str, ...]:
    if not wanted:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415  needed only where something was mistyped

    close = get_close_matches(wanted[:80], index, n=6, cutoff=0.72)
    parts = [name for name in index if len(wanted) > 3 and wanted in name] if not close else []
    found = dict.fromkeys(label(index[name]) for name in [*close, *parts])
    return tuple(found)[:3]
