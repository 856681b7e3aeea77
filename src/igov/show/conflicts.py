"""Conflicts of norms, both provisions side by side, and what settles them; as a screen and as an object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from igov.show.diagnostics import counted
from igov.show.judgement import part_object
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Row, heading
from igov.show.phrases import citation, norm_sentence, part_sentence, words_of
from igov.terms.assignment import Norm, Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.conflict import Conflict


def conflicts_page(base: KnowledgeBase, conflicts: Iterable[Conflict]) -> Page:
    """Return the screen: first the conflicts inside each instrument, then those between two."""
    groups: dict[tuple[str, str], dict[tuple[str, str, str], list[Conflict]]] = {}
    for one in conflicts:
        place = (one.gives.instrument, one.forbids.instrument)
        words = (one.gives.cite + one.gives.words, one.forbids.cite + one.forbids.words, settled_by(one))
        groups.setdefault(place, {}).setdefault(words, []).append(one)
    if not groups:
        return [Piece("No two norms of these instruments can meet on a claim, one giving and one barring it.")]
    page: Page = []
    for (mine, theirs), runs in sorted(groups.items(), key=lambda group: group[0][0] != group[0][1]):
        where = f"Inside {mine}" if mine == theirs else f"Between {mine} and {theirs}"
        page += [GAP, heading(f"{where}: {counted(len(runs), 'conflict')}")]
        for members in runs.values():
            page += _one(base, members)
    return page[1:]


def _one(base: KnowledgeBase, members: Sequence[Conflict]) -> Page:
    first = members[0]
    page: Page = [GAP, Row(("", _head(base, first.gives), _head(base, first.forbids)), 2, 9)]
    quotes = [((words_of(base, norm), "quote"),) for norm in (first.gives, first.forbids)]
    page.append(Row(((("words", "axis"),), *quotes), 2, 9))
    sides = [list(dict.fromkeys(_said(base, norm) for norm in norms)) for norms in _sides(members)]
    page.append(Row(((("says", "axis"),), "; ".join(sides[0]), "; ".join(sides[1])), 2, 9))
    for met in dict.fromkeys(part_sentence(base.vocabulary, one.meeting) for one in members):
        page.append(Piece((("they meet on: ", "dim"), met), 2, 4))
    page.append(Piece(((settled_by(first), "warn" if first.winner is None else "good"),), 2, 4))
    return page


def _sides(members: Sequence[Conflict]) -> tuple[list[Norm], list[Norm]]:
    return [one.gives for one in members], [one.forbids for one in members]


def _head(base: KnowledgeBase, norm: Norm) -> tuple[tuple[str, str], ...]:
    return ((citation(base, norm), "strong"),)


def _said(base: KnowledgeBase, norm: Norm) -> str:
    return norm_sentence(base.vocabulary, norm)


def settled_by(one: Conflict) -> str:
    """Return which of the two prevails and on what ground, or that nothing settles it and, for a draft, why."""
    if one.winner is not None:
        return f"{one.winner.cite} prevails: {one.ground}"
    if one.drafted:
        return "nothing settles it: one is a draft, the other was adopted"
    return "nothing settles it"


def conflict_object(base: KnowledgeBase, one: Conflict) -> dict[str, object]:
    """Return a conflict: both norms, a claim on which they meet, and what settles it."""
    return {
        "inside": one.gives.instrument == one.forbids.instrument,
        "gives": norm_object(base, one.gives),
        "forbids": norm_object(base, one.forbids),
        "by_exclusion": one.forbids.polarity is Polarity.FOR,
        "meeting": part_object(one.meeting),
        "meets_on": part_sentence(base.vocabulary, one.meeting),
        "ground": None if one.ground is None else str(one.ground),
        "prevails": None if one.winner is None else one.winner.id,
        "settled_by": settled_by(one),
    }
