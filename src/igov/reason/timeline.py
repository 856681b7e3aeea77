"""What one holder has had, instrument by instrument in the order of their dates, and what each changed.

Every norm is set beside the one that came closest among those of earlier instruments that touch the holder; where there
is none it is new. Whether it names the holder or a wider class is no change of its own: what the holder has counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igov.reason.compare import chief, latest, quotation
from igov.reason.inforce import InForce, Options, in_force
from igov.reason.roles import Held, roles_of
from igov.terms.assignment import Norm
from igov.terms.base import Instrument, KnowledgeBase
from igov.terms.difference import Change, Quotation, Shift
from igov.terms.order import Axis


@dataclass(frozen=True, slots=True)
class Entry:
    """What one run of words gives the holder: itself, with a wider class (`shared`), or against it.

    `change` is ADDED where no earlier instrument gave anything like it, RESTATED where one gave the same; `since` is
    the cite that it is set beside.
    """

    quotation: Quotation
    change: Change
    shared: str | None = None
    against: bool = False
    since: str | None = None
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One instrument, and what it gives the holder; own first, then shared, then what shuts it out."""

    instrument: Instrument
    entries: tuple[Entry, ...]


def timeline(base: KnowledgeBase, holder: str, options: Options | None = None) -> tuple[Chapter, ...]:
    """Return the chapters in the order of dates; every instrument of the base unless `options` names some.

    An instrument that another one includes is told in that one's chapter. Instruments that give the holder nothing
    have a chapter without entries.
    """
    options = options or Options()
    named = options.instruments if options.instruments is not None else tuple(base.instruments)
    texts = in_force(base, Options(options.assume, options.without, named, options.adopted_only))
    roles = roles_of(texts, holder)
    told_in = {inner: name for name in named for inner in base.instruments[name].includes}
    answering = {norm.instrument for norm in texts.norms}
    chapters: list[Chapter] = []
    before: tuple[list[Norm], list[Norm]] = ([], [])
    asked = (instrument for name, instrument in base.instruments.items() if name in answering and name not in told_in)
    for instrument in sorted(asked, key=lambda one: one.date):
        inside = {instrument.id, *(inner for inner, name in told_in.items() if name == instrument.id)}
        lists = ((roles.own, False), (roles.shared, True), (roles.excluded, False))
        entries: list[Entry] = []
        for held, shared in lists:
            told = {(entry.quotation.cite, entry.quotation.words) for entry in entries}
            mine = [
                one for one in held if one.norm.instrument in inside and (one.norm.cite, one.norm.words) not in told
            ]
            against = held is roles.excluded
            entries += _entries(texts, mine, before[against], shared=shared, against=against)
        chapters.append(Chapter(instrument, tuple(entries)))
        for entry in entries:
            before[entry.against].extend(entry.quotation.norms)
    return tuple(chapters)


def _entries(
    texts: InForce, held: Sequence[Held], earlier: Sequence[Norm], *, shared: bool, against: bool
) -> list[Entry]:
    groups: dict[tuple[str, str, str], list[Norm]] = {}
    for one in held:
        groups.setdefault((one.norm.cite, one.norm.words, one.norm.holder.term), []).append(one.norm)
    return [_entry(texts, members, earlier, shared=shared, against=against) for members in groups.values()]


def _entry(texts: InForce, members: Sequence[Norm], earlier: Sequence[Norm], *, shared: bool, against: bool) -> Entry:
    beside = [found for norm in members if (found := latest(texts, norm, earlier))]
    alike = [every for other, every in beside if other.cite == beside[0][0].cite]
    shifts = tuple(dict.fromkeys(shift for every in alike for shift in every if shift.axis is not Axis.HOLDER))
    return Entry(
        quotation=quotation(texts.base, members),
        change=chief(shifts) if beside else Change.ADDED,
        shared=members[0].holder.term if shared else None,
        against=against,
        since=beside[0][0].cite if beside else None,
        shifts=shifts,
    )
