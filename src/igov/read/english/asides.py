"""What is said by the way, and bounds that stand in another place than they belong to.

Each turn takes the marks and where its pattern was found, and returns new marks, or None where the words are others
than it looked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from igov.read.english.scene import Marks, Scene

Found = re.Match[str]
_MADE = frozenset({"adopt", "agre", "draft", "drawn", "made", "mak", "make", "shar", "shape", "accept", "endors"})


def without(marks: Marks, found: Found, group: int = 0) -> Marks:
    """Leave out what was found."""
    return [*marks[: found.start(group)], *marks[found.end(group) :]]


def besides(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Besides standards: and standards."""
    at = found.start(1)
    if not found.start() or scene.spelled(marks[at : at + 1]) != ["besides"]:
        return None
    return [*marks[: found.start()], replace(marks[at], kind="c"), *marks[found.end() :]]


def besides_at_the_end(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """... and trade besides: the last word adds nothing."""
    return marks[: found.start()] if scene.spelled(marks[found.start() :]) == ["besides"] else None


def aside(_: Scene, marks: Marks, found: Found) -> Marks:
    """Everybody agrees, without dissent, that ...; the organizations that develop standards: said by the way."""
    return without(marks, found, 1)


def confined(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Not confined to community level: the limit does not count."""
    if not scene.stems(marks[found.start(1) : found.end(1)]) & {"confin", "limit", "restrict"}:
        return None
    return [*marks[: found.start()], *marks[found.end() + 1 :]]


def not_just(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """..., not just on some, ..., and not merely should: what goes beyond was said already."""
    if found.start() < 3 or any(m.kind == "B" for m in marks[found.start() : found.end()]):
        return None  # not just on this side, but on that one too
    return [*marks[: found.start()], *marks[found.end() + (found.end() < len(marks)) :]]


def without_excuse(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """..., without excuse or exception: a denial of words that deny nothing of the rest."""
    told = scene.spelled(marks[found.start() : found.end()])
    return without(marks, found) if "without" in told else None


def of_each(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """Of Member States and of companies: the second preposition goes."""
    if marks[found.start() - 1].kind != found.group(1):
        return None
    return without(marks, found, 1)


def cut(_: Scene, marks: Marks, found: Found) -> Marks:
    """Leave out what was found, whatever its words."""
    return without(marks, found)


def alone(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """..., and they alone."""
    if "O" not in found.group(1) or found.start() < 3:
        return None
    only = next(m for m in marks[found.start(1) :] if m.kind == "O")
    return [only, *marks[: found.start()]]


def adopted_by(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """The principles which several countries have adopted: by whom is said by the way."""
    return without(marks, found, 1) if scene.stems(marks[found.end(1) - 1 : found.end(1)]) & _MADE else None


def never_as(_: Scene, marks: Marks, found: Found) -> Marks:
    """Only as part of a delegation and never as a member: the second is denied by itself."""
    holders, verb = marks[: found.end(1)], marks[found.start(2) : found.end(2)]
    stop = replace(marks[found.start(3)], kind=";", value=";")
    taking = replace(marks[found.start(3)], kind="P", value="participation")
    return [*marks[: found.start(3)], stop, *holders, *verb, marks[found.start(4)], taking, *marks[found.start(5) :]]


def bounds_between(_: Scene, marks: Marks, found: Found) -> Marks:
    """The ITU, within its mandate, must: the bounds stand behind."""
    return [
        *marks[: found.start(1)],
        *marks[found.end(1) :],
        *(m for m in marks[found.start(1) :][:3] if m.kind == "L"),
    ]


def footing_between(_: Scene, marks: Marks, found: Found) -> Marks:
    """To carry out, on an equal footing, their roles: the footing stands behind."""
    at = found.start()
    return [*marks[:at], *marks[at + 3 :], marks[at + 1]]


def outside(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Outside researchers: those from outside."""
    return without(marks, found, 1) if scene.spelled(marks[found.start() : found.end()]) == ["outside"] else None


def no_more(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """The ITU must keep clear of ICANN, no teaming up: said again."""
    again = marks[found.start(1)].value == "none" and any(m.kind in "GN" for m in marks[: found.start()])
    return marks[: found.start()] if again else None


def not_without(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """..., though not without consulting all stakeholders: in consultation with them."""
    if scene.spelled(marks[found.start(1) : found.end(1)]) != ["without"]:
        return None
    return without(marks, found)


def has_been_to(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Its role has been to facilitate it; its role is to facilitate it: that is its role."""
    at = found.start(1)
    if scene.spelled(marks[at : at + 1])[0] not in {"been", "is", "was"}:
        return None
    return [*marks[:at], replace(marks[at], kind="b", value="be"), *marks[at + 1 :]]


def that_ensure(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """The operations that ensure its stability: those of ensuring it."""
    if marks[found.end(1)].value != "ensure":
        return None
    return [*marks[: found.start(1)], replace(marks[found.end(1) - 1], kind="o", value="of"), *marks[found.end(1) :]]


def consulting_all(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """They should consult all stakeholders on policy: that is what they do, and no bound on it."""
    at = found.start(1)
    bound = marks[at]
    if bound.value != "consult-all" or scene.spelled([bound])[0] != "consult":
        return None
    act = replace(bound, kind="A", value="consult", last=bound.first + 1)
    return [*marks[:at], act, replace(bound, kind="H", value="all-stakeholders", first=act.last), *marks[at + 1 :]]
