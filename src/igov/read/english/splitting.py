"""A joined sentence is several clauses; a clause without a subject of its own has that of the one before."""

from __future__ import annotations

from itertools import pairwise

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search, sub
from igov.read.english.scene import Marks, Scene, kinds

_LEADING = frozenset(
    f"{verb}{ending}" for verb in ("lead", "head", "guide", "direct", "steer", "spearhead") for ending in ("", "s")
)
_PLAYING = frozenset({"play", "plays", "take", "takes", "hold", "holds", "share", "shares"})
_FINITE = r"[MbdhlgG]|H[N]?[APwk]|A"
_OWN = r"^[zkN]*(?:O?[qXEZ]*(?:H|r|e)|T|P|A|O(?=[Mbdhl]))[^,;:]*?[MbdhlgGAwk]"
_HEADED = r"^[zkN]*(?:O?[qXEZ]*(?:q?[HrTPA][,cK]*)+)(?:o(?:q?H)+)?[iofyv]?[TJ]*N?[MbdhlgGAPwkN]"
_BREAKS = frozenset(";.:?!,cB")
_BARE = r"^[z]*(?:N?[Mldh]|[GN]|b)"


def split(scene: Scene, marks: Marks) -> list[Marks]:
    """Split marks into clauses."""
    string = kinds(marks)
    if marks and _BREAKS.isdisjoint(string):
        return [marks]
    if "P" in string or "w" in string:
        string = _with_verbs(scene, marks, string)
    clauses: list[Marks] = []
    forced: Marks = []
    start = at = 0
    while at < len(marks):
        kind = string[at]
        resumed = kind in ",c" and _resumes(scene, marks, string, start, at)
        if resumed or kind in ";.:?!" or (kind in ",cB" and _parts(string, start, at)):
            if at > start:
                clauses.append([*forced, *marks[start:at]])
            before = marks[start:at]
            start = at + 1
            while start < len(marks) and string[start] in ",cB;.:?!":
                start += 1
            own = string[start : start + 1] == "M"  # should lead them and may regulate it
            forced = [m for m in before if m.kind == "M"][:1] if resumed and not own else []
            at = start
            continue
        at += 1
    if start < len(marks):
        clauses.append([*forced, *marks[start:]])
    return [c for c in clauses if c]


_OWNING = frozenset(
    f"{verb}{ending}" for verb in ("own", "pay", "tax", "buy", "sell", "study", "fund", "train") for ending in ("", "s")
)
"""Verbs of other matters, which begin a clause of their own."""

_SAID = r"^[zkqN]*(?:q?H[,cK]*)+(?:Mk?|d)?(?:A|h[qQX]?P)[^Mhbdte;:]*[TLJPA]$"
"""A subject with a verb and what it is about."""

_NOUNS = ("ing", "ion", "ions", "ment", "ments", "ance", "matters")


def _resumes(scene: Scene, marks: Marks, string: str, start: int, at: int) -> bool:
    """Say whether a second verb with an object of its own follows: companies lead operations and have authority."""
    after = at + 1 + (string[at : at + 2] == ",c")
    if string[after - 1] != "c" or after == len(string):
        return False
    left, right = string[start:at], string[after:]
    if marks[at - 1].value == "facilitate-discussion":
        left += "T"  # an act with what it is about
    if not match(_SAID, left):
        return False
    if match(r"^(?:h[qQX]?P|M|dN|G)", right):
        return True
    return bool(match(r"^A[^HMbdhe]*T", right)) and not scene.words[marks[after].first].text.endswith(_NOUNS)


def _with_verbs(scene: Scene, marks: Marks, string: str) -> str:
    """Return the kinds with that of an act for what is a verb where it stands: companies lead, it owns, and pays."""
    verbs = [
        mark.kind in "HrcB" and ((after.kind == "P" and _leads(scene, after)) or _owns(scene, after))
        for mark, after in pairwise(marks)
    ]
    return string[:1] + "".join("A" if verb else kind for verb, kind in zip(verbs, string[1:], strict=True))


def _leads(scene: Scene, mark: Mark) -> bool:
    texts = scene.texts[mark.first : mark.last]
    return texts[0] in _PLAYING or (texts[0] in _LEADING and texts[1:] in ([], ["in"], ["on"]))


def _owns(scene: Scene, mark: Mark) -> bool:
    return mark.kind == "w" and scene.words[mark.first].text in _OWNING


def _parts(string: str, start: int, at: int) -> bool:
    left = string[start:at]
    right = string[at + 1 :]
    linked = string[at]
    while right[:1] and right[0] in ",cB":
        linked = "B" if right[0] == "B" or linked == "B" else right[0] if linked == "," else linked
        right = right[1:]
    if not right or not search(_FINITE, left) or not search(r"[HTrAP]", left):
        return False
    if search(r"[ayv]$|E[^K]*$", left):
        return False
    if linked == "c" and search(r"[Aiofvy]e(?:q?H,?)+$", left):
        return False  # to ensure that A and B do it, in which A and B do it
    again = r"^tk?[AhP]" if linked == "c" else r"^tk?[AP]"
    if string[at] == "," and linked != "B" and match(again, right) and search(r"M.*A", left):
        return True  # invited to do this, and also to do that
    if linked == "B" or string[at] == ",":  # but in the management of it neither these nor those should
        right = sub(r"^i[ATJowq]*[ATJ],?w?(?=[EOq]*[Hr])", "", right)
    own = match(_OWN, right)
    if linked == "B":
        return bool(own or match(_BARE, right) or match(r"^[PA]", right))
    if linked == "c":
        if own and match(r"^[zkN]*(?:O?[qXEZ]*(?:H|r)|[TPA][TPAoiyfH]*[Mbdhl])", right):
            return bool(match(_HEADED, right)) and not _list_of_holders(left, right)
        return bool(match(r"^(?:N?M|[bdhl]N|h[qX]P|Nl|g|G)", right)) and bool(search(r"[Mbdhl]", left))
    conceded = left[:1] == "B" or string[:start][-1:] == "B"
    if linked == "," and conceded and own and right[:1] != "r" and search(_FINITE, right):
        return True  # while this is so, that is so
    if linked == ",":
        if left[:1] == "B" and "," not in left and match(r"^(?:q?H[cK]?)+[APGgk]", right):
            return True  # whereas these hold it, those do that
        return bool(match(r"^(?:O?[qXEZ]*(?:q?H[c]?)+|r)N?[Mbdhl]", right)) and not search(r"^[iS]", left)
    return False


def _list_of_holders(left: str, right: str) -> bool:
    """Governments, companies and civil society develop: the last of a list, before the only verb."""
    if search(r"^[zc]*(?:g|w|k)q?H(?:,q?H)*$", left):
        return True
    return not search(r"[Mbdhlg]|H[APGwk]", left) or (
        not search(r"[Mbdhl]", right) and bool(search(r"[HT],?$", left)) and not match(r"^[qO]*(?:H|r)[APG]", right)
    )
