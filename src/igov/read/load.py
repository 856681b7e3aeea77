"""Rules files become the knowledge base, or a report of every fault of every file.

The built-in rules are read once and kept (see `kept`); what reads YAML is imported only when something is to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from igov.read import kept
from igov.read.files import find
from igov.terms.base import KnowledgeBase
from igov.terms.place import Diagnostic, Report


def load(paths: Sequence[str | Path] = (), *, builtin: bool = True) -> KnowledgeBase:
    """Return the knowledge base of the built-in rules and of those at `paths`, each a file or a folder.

    An instrument, a term or a reading whose id is known already is replaced by the added one.

    Raises:
        Report: with every fault of every file.
    """
    plain = builtin and not paths
    if plain:
        base = kept.fetch()
        if base is not None:
            return base
    base, faults = examine(paths, builtin=builtin)
    if faults:
        raise Report(faults)
    if plain:
        kept.keep(base)
    return base


def examine(
    paths: Sequence[str | Path] = (), *, builtin: bool = True, strict: bool = False
) -> tuple[KnowledgeBase, tuple[Diagnostic, ...]]:
    """Return what could be loaded, and every fault of every file; the base is whole where there is no fault.

    With `strict`, a name that stands for two terms of an axis is a fault too.
    """
    from igov.read.build import build  # noqa: PLC0415  it brings YAML, which a base that was kept does not need

    return build(*find(paths, builtin=builtin), strict=strict)


def schema_of(paths: Sequence[str | Path] = (), *, builtin: bool = True) -> dict[str, Any]:
    """Return the JSON Schema of a rules file, with the terms and readings of the rules for completion."""
    from igov.read.build import known_to  # noqa: PLC0415  as above
    from igov.read.schema import json_schema  # noqa: PLC0415  as above

    return json_schema(known_to(find(paths, builtin=builtin)[0]))
