"""The answer to a question in words: a sentence or two that say who, what and where, with the provisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from igov.show.phrases import is_draft, norm_sentence
from igov.show.text import joined, quoted, sentence_case
from igov.terms.assignment import Norm, Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.question import Kind
from igov.terms.verdict import Verdict

_YES = {
    Verdict.SUPPORTED: "Yes",
    Verdict.CONTRADICTED: "No",
    Verdict.OVERSTATED: "Not as far as that",
    Verdict.DISPUTED: "The texts disagree",
    Verdict.SILENT: "The clauses do not settle it",
}


def holder_label(base: KnowledgeBase, term: str, norms: Iterable[Norm] = ()) -> str:
    """Return the usual name of a holder, as the provisions have it where a class goes by several names."""
    known = base.vocabulary.term(Axis.HOLDER, term)
    label = base.vocabulary.label(Axis.HOLDER, term)
    if known is None or known.kind != "class":
        return label
    for norm in norms:
        provision = base.provisions.get(norm.provision)
        if norm.holder.term != term or provision is None:
            continue
        head = base.provisions.get(norm.provision[:-1])
        text = f"{provision.opening} {head.text if head else ''} {provision.text}".casefold()
        if label.casefold() in text and f"member {label.casefold()}" not in text:
            return label
        said = [
            name
            for name in known.names
            if name.endswith("s") and name.casefold() in text and not name.startswith("all ")
        ]
        name = max(said, key=len, default=label)
        return " ".join(word.capitalize() for word in name.split()) if name.endswith(f" {label.casefold()}") else name
    return label


def answer_sentence(
    base: KnowledgeBase,
    kind: Kind,
    norms: Sequence[Norm],
    cites: Sequence[str],
    sides: Sequence[tuple[str, str]],
    *,
    silent: bool,
    nearest: Sequence[Norm] = (),
    verdict: Verdict | None = None,
    more: int = 0,
) -> str:
    """Return the answer as plain text; `sides` are its holders, id and usual name."""
    labels = [label for _, label in sides]
    if silent or not norms:
        if cites:
            return f"{joined(list(cites))}: nothing is assigned there."
        near = f" Nearest is {nearest[0].cite}: {norm_sentence(base.vocabulary, nearest[0])}." if nearest else ""
        return f"The clauses do not speak of it.{near}"
    told = "; ".join(_told(base, cite, norms, whole=kind in {Kind.CLAUSE, Kind.WHY}) for cite in cites[:4])
    lead = ""
    if kind is Kind.WHO_HOLDS and labels:
        lead = f"{joined(list(labels))}. "
    elif kind is Kind.MAY_X:
        lead = f"{_YES[verdict]}. " if verdict in _YES else "No. " if _shut(norms) else ""
    elif kind is Kind.WHY:
        lead = "Because the texts say so: "
    elif kind is Kind.LIST and labels and len(labels) <= 8:
        lead = f"{joined(list(labels))}. "
    text = f"{sentence_case(lead)}{sentence_case(told)}."
    if kind is Kind.COMPARE:
        given = {norm.holder.term for norm in norms}
        text += "".join(f" Of {label} no clause speaks here." for term, label in sides if term not in given)
    if len(cites) > 4 or more:
        text += (
            f" Further: {', '.join(cites[4:])}{f' and {more} more' if more else ''}."
            if cites[4:]
            else f" Further provisions: {more}."
        )
    if all(is_draft(base, norm.instrument) for norm in norms):
        text += " All of it stands in a draft that was never adopted."
    return text


def _shut(norms: Sequence[Norm]) -> bool:
    return norms[0].polarity is Polarity.AGAINST


def _told(base: KnowledgeBase, cite: str, norms: Sequence[Norm], *, whole: bool) -> str:
    """Return what a provision says: its words, or what its norms assign."""
    here = [norm for norm in norms if norm.cite == cite]
    if not here:
        return cite
    if whole:
        words = tuple(dict.fromkeys(norm.words for norm in here))[:2]
        return f"{' … '.join(quoted(text) for text in words)} ({cite})"
    sentences = tuple(dict.fromkeys(norm_sentence(base.vocabulary, norm) for norm in here))[:2]
    return f"{'; '.join(sentences)} ({cite})"
