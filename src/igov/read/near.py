"""The nearest known word to one that is not known: usual confusions first, then the spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def nearest(word: str, known: Iterable[str], confusions: Mapping[str, str] | None = None) -> str | None:
    """Return the known word that was probably meant, or None.

    `confusions` maps lower-case words to the known word that people mean by them.
    """
    folded = " ".join(word.lower().replace("_", " ").replace("-", " ").split())
    words = list(known)
    if confusions:
        meant = confusions.get(word.lower()) or confusions.get(folded)
        if meant is not None:
            return meant
    by_fold = {candidate.lower().replace("_", " ").replace("-", " "): candidate for candidate in words}
    if folded in by_fold:
        return by_fold[folded]
    if len(word) > 80 or len(by_fold) > 5000:
        return None
    import difflib  # noqa: PLC0415  only trouble needs it, and every start would pay for it

    close = difflib.get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
