"""Sections that several screens share: norms under the words that say so, and the texts that an answer stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from igov.show.page import GAP, Page, Piece, heading
from igov.show.phrases import captions, citation, condition_phrase, instrument_line, norm_sentence, words_of
from igov.terms.assignment import Norm
from igov.terms.base import KnowledgeBase, Status


def norms_by_words(
    base: KnowledgeBase,
    norms: Iterable[Norm],
    *,
    indent: int = 2,
    notes: Callable[[Norm], Iterable[str]] = lambda _: (),
    whole: bool = False,
) -> Page:
    """Return norms grouped by the words that give them: the quotation, its cite, and what each gives in few words.

    `notes` adds lines that hold for the whole group; `whole` tells each norm as a sentence, with its holder.
    """
    groups: dict[tuple[str, str], list[Norm]] = {}
    for norm in norms:
        groups.setdefault((norm.cite, norm.words), []).append(norm)
    page: Page = []
    for members in groups.values():
        first = members[0]
        page.append(Piece(((words_of(base, first), "quote"),), indent, 1, right=citation(base, first)))
        if whole:
            lines = list(dict.fromkeys(f"{norm_sentence(base.vocabulary, norm)}." for norm in members))
        else:
            lines = [line for line, _ in captions(base.vocabulary, members)]
        page.extend(Piece(((line, "dim"),), indent + 2, 2) for line in lines)
        told = dict.fromkeys(condition_phrase(base, norm) for norm in members)
        page.extend(Piece((("only ", "dim"), condition), indent + 2, 2) for condition in told if condition)
        noted = dict.fromkeys(note for norm in members for note in notes(norm))
        page.extend(Piece(((note, "dim"),), indent + 2, 2) for note in noted)
    return page


def standing_lines(base: KnowledgeBase, norms: Iterable[Norm], asked: Iterable[str] | None = None) -> Page:
    """Return what the texts are that an answer stands on, drafts marked as never adopted, paraphrases as ours.

    `asked` are the instruments that were asked; they are named where they are others than those that answer by default.
    """
    held = tuple(norms)
    names = dict.fromkeys(norm.instrument for norm in held)
    page: Page = []
    chosen = None if asked is None else tuple(asked)
    if chosen is not None and set(chosen) != {name for name, known in base.instruments.items() if known.default}:
        page.append(Piece((f"Asked: {', '.join(chosen) or 'no instrument'}.",), 0, 4))
    for name in names:
        style = "warn" if base.instruments[name].status is Status.DRAFT else "dim"
        page.append(Piece(((instrument_line(base, name), style if style == "warn" else "dim"),), 0, 4))
    reported = sorted({f"{n.cite} in {n.provision}" for n in held if n.provision != n.cite})
    if reported:
        page.append(Piece(((f"Known here only as reported: {'; '.join(reported)}.", "dim"),), 0, 4))
    ours: dict[str, set[str]] = {}
    for norm in held:
        known = base.provisions.get(norm.provision)
        if known is not None and known.paraphrase:
            ours.setdefault(known.basis, set()).add(norm.cite)
    for basis, cites in sorted(ours.items()):
        line = f"Paraphrase, {basis}: check against the text: {', '.join(sorted(cites))}."
        page.append(Piece(((line, "warn"),), 0, 4))
    return page


def section(name: str, body: Page, note: str = "") -> Page:
    """Return a section with its heading; nothing where the body is empty."""
    if not body:
        return []
    head = [heading(name)]
    if note:
        head.append(Piece(((note, "dim"),), 2, 0))
    return [GAP, *head, *body]
