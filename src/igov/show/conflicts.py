"""Conflicts of norms, both provisions side by side, and what settles them; as a screen and as an object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from igov.show.diagnostics import counted
from igov.show.judgement import part_object
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Row, heading
from igov.show.phrases import (
    citation,
    holder_phrase,
    limits_phrase,
    norm_sentence,
    part_sentence,
    topic_phrase,
    words_of,
)
from igov.show.text import joined
from igov.terms.assignment import Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.conflict import Conflict
from igov.terms.verdict import Ground

GROUNDS = {
    Ground.EXPLICIT: "its words override the other's",
    Ground.SUPERIOR: "it is the higher of one body's texts",
    Ground.SPECIALIS: "it is the more special",
    Ground.POSTERIOR: "it is the later of one body's texts",
}
"""What each ground says, in a clause."""

_HEAD_ON = "Head-on: the matter of one lies within the other's"
_IN_PART = "In part: only where a matter is of both kinds"


def conflicts_page(base: KnowledgeBase, conflicts: Iterable[Conflict]) -> Page:
    """Return the screen: a count, then the pairs inside each instrument and between two, those head-on first.

    Norms of the same two provisions, of which the same prevails or none does, are one pair.
    """
    groups: dict[tuple[str, ...], dict[tuple[str, ...], list[Conflict]]] = {}
    for one in conflicts:
        place = tuple(sorted({one.gives.instrument, one.forbids.instrument}))
        pair = (one.gives.cite, one.forbids.cite, settled_by(one), str(one.head_on))
        groups.setdefault(place, {}).setdefault(pair, []).append(one)
    if not groups:
        return [Piece("No two norms of these instruments can meet on a claim, one giving and one barring it.")]
    ordered = sorted(groups.items(), key=lambda group: len(group[0]))
    page = _counts([(_where(place), list(pairs.values())) for place, pairs in ordered])
    for place, pairs in ordered:
        page += [GAP, heading(f"{_where(place)}: {counted(len(pairs), 'conflict')}")]
        for name, head_on in ((_HEAD_ON, True), (_IN_PART, False)):
            told = [members for members in pairs.values() if members[0].head_on is head_on]
            page += [GAP, Piece(((f"{name} ({len(told)})", "strong"),), 2, 2)] if told else []
            for members in told:
                page += _one(base, members)
    return page


def _where(place: Sequence[str]) -> str:
    return f"Inside {place[0]}" if len(place) == 1 else f"Between {place[0]} and {place[1]}"


def _counts(groups: Sequence[tuple[str, Sequence[Sequence[Conflict]]]]) -> Page:
    """Return how many pairs there are, how many meet head-on, how many are settled, and how many open by a draft."""
    every = sum(len(pairs) for _, pairs in groups)
    page: Page = [
        Piece(f"{counted(every, 'pair')} of provisions can meet on a claim, one giving and one barring it."),
        GAP,
        Row(("", "pairs", "head-on", "settled", "open", "by draft"), 2, 24),
    ]
    for where, pairs in groups:
        firsts = [members[0] for members in pairs]
        numbers = (
            len(pairs),
            sum(one.head_on for one in firsts),
            sum(one.winner is not None for one in firsts),
            sum(one.winner is None for one in firsts),
            sum(one.drafted for one in firsts),
        )
        page.append(Row((where, *map(str, numbers)), 2, 24))
    return page


def _one(base: KnowledgeBase, members: Sequence[Conflict]) -> Page:
    """Return a pair: both provisions side by side, what they give and bar, where they meet, what settles it."""
    first = members[0]
    page: Page = [GAP, Row(("", *(((citation(base, one), "strong"),) for one in (first.gives, first.forbids))), 4, 9)]
    given: dict[str, dict[str, None]] = {}
    barred: dict[str, dict[str, None]] = {}
    for one in members:
        for norm, told in ((one.gives, given), (one.forbids, barred)):
            told.setdefault(words_of(base, norm), {}).setdefault(norm_sentence(base.vocabulary, norm))
    nothing: tuple[str, dict[str, None]] = ("", {})
    for mine, theirs in zip_longest(given.items(), barred.items(), fillvalue=nothing):
        page.append(Row(((("words", "axis"),), *(((words, "quote"),) for words, _ in (mine, theirs))), 4, 9))
        page.append(Row(((("says", "axis"),), *("; ".join(said) for _, said in (mine, theirs))), 4, 9))
    met = dict.fromkeys(_met(base, one) for one in members)
    page.append(Row(((("meet", "axis"),), "; ".join(met)), 4, 9))
    limits = dict.fromkeys(limit.id for one in members for norm in (one.gives, one.forbids) for limit in norm.limits)
    if limits:
        page.append(Row(((("within", "axis"),), limits_phrase(base.vocabulary, limits)), 4, 9))
    page.append(Row(((("settled", "axis"),), ((settled_by(first), "warn" if first.winner is None else "good"),)), 4, 9))
    return page


def _met(base: KnowledgeBase, one: Conflict) -> str:
    """Return for whom and on what two norms meet."""
    who = joined([holder_phrase(base.vocabulary, holder) for holder in one.meeting.holders])
    return f"for {who}, on {topic_phrase(base.vocabulary, one.meeting.topic)}"


def settled_by(one: Conflict) -> str:
    """Return which of the two prevails and on what ground, or that nothing settles it and, for a draft, why."""
    if one.winner is not None and one.ground is not None:
        return f"{one.winner.cite} prevails: {one.ground}, {GROUNDS[one.ground]}"
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
        "head_on": one.head_on,
        "ground": None if one.ground is None else str(one.ground),
        "prevails": None if one.winner is None else one.winner.id,
        "settled_by": settled_by(one),
    }
