"""What every construction asks of a clause: its denials, limits, share and tense, and the part that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from igov.read.english.lexicon import Mark
from igov.read.english.scene import Marks, Scene, kinds
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Part, Quantity, Share, Voice
from igov.terms.order import Axis

FORCED = {"must": Force.MUST, "should": Force.SHOULD, "may": Force.MAY}


class Clause:
    """A clause being read, and the kinds of marks in it that some construction has taken account of.

    `kinds` are those of its marks as a string, `stems` the stems of their words, `terms` what the marks of each kind
    mean; `before` are the holders of the clause before, `topic_before` and `force_before` what it was about and how
    strongly it was said, `last` the parts that came of the clauses so far.
    """

    __slots__ = (
        "before",
        "force_before",
        "kinds",
        "last",
        "marks",
        "scene",
        "stems",
        "terms",
        "topic_before",
        "used",
        "voice",
    )

    def __init__(
        self,
        scene: Scene,
        marks: Marks,
        voice: Voice = Voice.OWN,
        before: tuple[Holder, ...] = (),
        topic_before: frozenset[str] = frozenset(),
        *,
        last: tuple[Part, ...] = (),
        force_before: Force | None = None,
    ) -> None:
        """Begin with nothing taken account of."""
        self.scene, self.voice, self.before, self.topic_before = scene, voice, before, topic_before
        self.last, self.force_before = last, force_before
        self.used: set[int] = set()
        self.put(marks)

    def put(self, marks: Marks) -> None:
        """Put the clause otherwise; no list of marks is ever changed."""
        self.marks = marks
        self.kinds = kinds(marks)
        self.stems: AbstractSet[str] = self.scene.stems(marks)
        self.terms: dict[str, set[str]] = {}
        for mark in marks:
            known = self.terms.get(mark.kind)
            if known is None:
                self.terms[mark.kind] = {mark.value}
            else:
                known.add(mark.value)

    def use(self, letters: str) -> None:
        """Note that all marks of some kinds are taken account of."""
        self.used.update(m.first for m in self.marks if m.kind in letters)

    def take(self, mark: Mark) -> None:
        """Note that one mark is taken account of."""
        self.used.add(mark.first)

    def order_above(self, narrow: str, wide: str) -> bool:
        """Say whether one holder lies at or below another."""
        return self.scene.lexicon.vocabulary.order(Axis.HOLDER).at_or_below(narrow, wide)


def denials(clause: Clause, *, but: str = "") -> int:
    """Count what denies, and note that it was counted; denials add up, and two of them assert."""
    count = 0
    for mark in clause.marks:
        if mark.kind in but:
            continue
        if mark.kind in "NXZEG" or (mark.kind == "q" and mark.value == "none"):
            count += 1
            clause.take(mark)
        elif mark.kind == "K":
            clause.take(mark)
        if mark.kind == "H" and mark.count == "none":
            count += 1
    return count


def limits_of(clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the limits that a clause states and those that it denies."""
    if "L" not in clause.kinds:
        return (), ()
    stated: list[str] = []
    denied: list[str] = []
    for mark in clause.marks:
        if mark.kind == "L":
            clause.take(mark)
            (denied if mark.value.startswith("-") else stated).append(mark.value.removeprefix("-"))
    return tuple(dict.fromkeys(stated)), tuple(dict.fromkeys(denied))


def only_of(clause: Clause) -> Share:
    """Return ONLY where a word says so."""
    if "O" not in clause.kinds:
        return Share.SOME
    clause.use("O")
    return Share.ONLY


_PERFECT = frozenset(
    ["had", "been", "played", "led", "taken", "held", "given", "done", "made", "shown", "kept", "been", "had"]
)


def tense_of(scene: Scene, marks: Marks) -> Force | None:
    """Return WAS for a perfect or a past, IS for a present of to be or to have, None for a bare verb."""
    words = [w for m in marks for w in scene.words[m.first : m.last]]
    for at, word in enumerate(words):
        if word.text in {"was", "were", "had", "did", "used"}:
            return Force.WAS
        if word.text in {"has", "have", "having"}:
            for after in words[at + 1 : at + 4]:
                if after.text in {"to", "got"}:
                    break
                if after.text in _PERFECT or (
                    after.text.endswith("ed")
                    and after.text not in {"need", "unlimited", "limited", "shared", "enhanced", "increased", "related"}
                ):
                    return Force.WAS
                if after.text not in {
                    "not",
                    "never",
                    "also",
                    "always",
                    "already",
                    "long",
                    "only",
                    "ever",
                    "so",
                    "far",
                    "yet",
                    "no",
                }:
                    break
        if word.text in {"played", "led", "helped", "took", "worked", "held", "gave", "fostered"} and (
            at == 0 or words[at - 1].text not in {"is", "are", "be", "been", "was", "were", "and"}
        ):
            return Force.WAS
        if word.text in {"is", "are", "has", "have", "does", "do"}:
            return Force.IS
    return None


_AXES = {
    "H": "holder",
    "P": "position",
    "Q": "position",
    "A": "activity",
    "T": "topic",
    "F": "topic",
    "J": "topic",
    "M": "force",
    "L": "scope",
    "O": "share",
    "n": "share",
    **dict.fromkeys("NXZEKG", "polarity"),
}


class _Told(Mapping[str, str]):
    """The words of a clause that gave each axis, put together when a page shows them."""

    __slots__ = ("_marks", "_scene", "_told")

    def __init__(self, scene: Scene, marks: Marks) -> None:
        self._scene, self._marks = scene, marks
        self._told: dict[str, str] | None = None

    def _words(self) -> dict[str, str]:
        if self._told is None:
            self._told = {}
            for mark in self._marks:
                axis = _AXES.get(mark.kind)
                if axis is not None:
                    told = self._scene.written(mark)
                    self._told[axis] = f"{self._told[axis]} {told}" if axis in self._told else told
        return self._told

    def __getitem__(self, axis: str) -> str:
        return self._words()[axis]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words())

    def __len__(self) -> int:
        return len(self._words())

    def __repr__(self) -> str:
        return repr(self._words())

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        """Go to another process as the words alone."""
        return dict, (self._words(),)


def part_of(
    scene: Scene,
    clause: Clause,
    holders: tuple[Holder, ...],
    position: str,
    topic: frozenset[str],
    *,
    activity: str = UNSPECIFIED,
    force: Force | None = None,
    limits: tuple[str, ...] = (),
    denied_limits: tuple[str, ...] = (),
    share: Share = Share.SOME,
    counterpart: str | None = None,
    denied: Denies | None = None,
) -> Part:
    """Return the part, with the words of the clause that gave each axis."""
    words = _Told(scene, clause.marks)
    voice = clause.voice
    return Part(
        holders, position, activity, topic, force, limits, denied_limits, share, voice, counterpart, denied, words
    )


def holder_of(mark: Mark) -> Holder:
    """Return the holder that a mark names, with its quantity."""
    term, _, _single = mark.value.partition("=")
    if mark.count in {"all", "many", "several", "one"}:
        return Holder(term, Quantity(mark.count))
    return Holder(term, Quantity.ONE if mark.count == "none" else Quantity.ALL)


Parts = tuple[Part, ...]

Construction = tuple[Callable[[Scene, Clause], Parts | None], frozenset[str]]
"""What reads a clause of some sort, and what of such a clause it cannot do without."""


_NONE: frozenset[str] = frozenset()


def terms(clause: Clause, kind: str) -> AbstractSet[str]:
    """Return what the marks of one kind mean."""
    return clause.terms.get(kind, _NONE)


def said(
    scene: Scene,
    clause: Clause,
    holder: str,
    position: str,
    topic: str,
    *,
    flip: bool = False,
    count: Quantity = Quantity.ALL,
    counterpart: str | None = None,
    activity: str = "unspecified",
    force: Force | None = Force.IS,
    share: Share | None = None,
) -> Part:
    """Return a part that says a quality of a holder, or denies it where the clause does."""
    denied = denials(clause) % 2 == 1
    if flip:
        denied = not denied
    limits, against = limits_of(clause)
    only = share if share is not None else only_of(clause)
    return part_of(
        scene,
        clause,
        (Holder(holder, count),),
        position,
        frozenset({topic}),
        activity=activity,
        force=force,
        limits=limits,
        denied_limits=against,
        share=only,
        counterpart=counterpart,
        denied=(Denies.SHARE if only is Share.ONLY else Denies.POSITION) if denied else None,
    )


def plain(
    scene: Scene,
    clause: Clause,
    holder: str,
    position: str,
    topic: str,
    *,
    denied: bool,
    count: Quantity = Quantity.ALL,
) -> Part:
    """Return a part that says a quality of a holder, or denies it as told."""
    limits, against = limits_of(clause)
    return part_of(
        scene,
        clause,
        (Holder(holder, count),),
        position,
        frozenset({topic}),
        force=Force.IS,
        limits=limits,
        denied_limits=against,
        denied=Denies.POSITION if denied else None,
    )


def said_without_stops(
    scene: Scene, clause: Clause, holder: str, position: str, topic: str, *, flip: bool, count: Quantity = Quantity.ALL
) -> Part:
    """Return a part that says a quality, where verbs like "stop" and "lack" are no denials of it."""
    denied = (denials(clause, but="G") % 2 == 1) ^ flip
    return plain(scene, clause, holder, position, topic, denied=denied, count=count)


def than(scene: Scene, clause: Clause) -> None:
    """Note that a comparison was taken account of."""
    for mark in clause.marks:
        if mark.kind == "S" and scene.words[mark.first].text == "than":
            clause.take(mark)
