"""Documents with the verdicts on their sentences: a screen, one self-contained page, and objects for JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from igov.show.page import GAP, Page, Piece, heading, title
from igov.show.text import clean, joined
from igov.terms.base import KnowledgeBase
from igov.terms.document import Document, Remark
from igov.terms.verdict import Verdict

SIGNS = {
    str(Verdict.SUPPORTED): ("✓", "good"),
    str(Verdict.OVERSTATED): ("≈", "warn"),
    str(Verdict.CONTRADICTED): ("✗", "bad"),
    str(Verdict.DISPUTED): ("≠", "warn"),
    str(Verdict.SILENT): ("∅", "strong"),
}
"""A sign and a style for every verdict; the word always stands beside them."""

UNREAD = ("?", "dim")

_NOT_TOLD = frozenset({"schema", "id", "derivation"})


def tally(counts: Mapping[str, int]) -> str:
    """Return how many sentences got which verdict, as a sentence without a full stop."""
    names = [*(str(verdict) for verdict in Verdict), "not understood"]
    told = [f"{counts[name]} {name}" for name in names if counts.get(name)]
    return ", ".join(told) or "no sentence says who holds which role"


def annotated_screen(
    documents: Sequence[Document],
    remarks: Sequence[Sequence[Remark]],
    counts: Mapping[str, int],
    *,
    whole: bool = True,
) -> Page:
    """Return the screen: each document with the sentences that were judged, and why."""
    page: Page = []
    for document, found in zip(documents, remarks, strict=True):
        if page:
            page.append(GAP)
        page.append(title(document.title or document.name))
        size = len(document.sentences)
        page.append(Piece(((f"{len(found)} of {size} sentence{'' if size == 1 else 's'} judged", "dim"),)))
        line, at = 1, 0
        for remark in found:
            line += document.text.count("\n", at, remark.sentence.start)
            at = remark.sentence.start
            page += [GAP, *_remark(remark, line)]
    if not whole:
        page += [GAP, Piece((("Interrupted: what follows was not looked at.", "warn"),))]
    return [*page, GAP, heading(f"{tally(counts)}.")]


def _remark(remark: Remark, line: int) -> Page:
    sign, style = SIGNS.get(remark.verdict or "", UNREAD)
    cites = ", ".join(remark.cites)
    draft = " (draft)" if cites and remark.standing == "draft" else ""
    page: Page = [
        Piece(
            ((f"{sign} {_head(remark)}", style), (f"  line {line}", "dim")),
            hang=2,
            right=f"{cites}{draft}",
        ),
        Piece(f"“{remark.sentence.text}”", 2, 1),
    ]
    page += [Piece(((text, "dim"),), 2, 2) for text in _why(remark)]
    return page


def _head(remark: Remark) -> str:
    if remark.verdict is None:
        return "not understood"
    return f"{remark.verdict} on {joined(list(remark.axes))}" if remark.axes else remark.verdict


def _why(remark: Remark) -> list[str]:
    if remark.verdict is None:
        return [remark.problem] if remark.problem else []
    told = [remark.because] if remark.because else []
    if remark.instead:
        told.append(f"The texts bear: {remark.instead}")
    return told


def remark_object(document: Document, remark: Remark) -> dict[str, object]:
    """Return a remark as one object: document, place, and the answer to the claim."""
    return {
        "schema": "igov/scan/1",
        "document": document.name,
        "start": remark.sentence.start,
        "end": remark.sentence.end,
        **{key: value for key, value in remark.claim.items() if key not in _NOT_TOLD},
    }


_STYLE = """
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1d1d1b; --soft: #6b6b66; --line: #d9d8d2;
  --good: #1f7a3d; --warn: #9a6200; --bad: #b3261e; --quiet: #56606b; --wash: 14%; }
@media (prefers-color-scheme: dark) { :root { --paper: #191a1c; --ink: #e6e4df; --soft: #a09e97; --line: #3a3b3e;
  --good: #6cc58a; --warn: #e0ae55; --bad: #f28b82; --quiet: #a9b4c0; --wash: 22%; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 74rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 3rem 0 .25rem; }
.tally, footer { color: var(--soft); font: .9rem/1.5 system-ui, sans-serif; }
.block { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 0 2rem; align-items: start; }
.block > p { margin: .5rem 0; white-space: pre-line; overflow-wrap: anywhere; }
.margin { font: .82rem/1.45 system-ui, sans-serif; }
details { border-left: .2rem solid var(--c); padding: .1rem 0 .1rem .6rem; margin: .55rem 0; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--c); font-weight: 600; } summary small { color: var(--soft); font-weight: 400; }
details p { margin: .3rem 0; } blockquote { margin: .4rem 0; padding: 0 0 0 .6rem; border-left: 1px solid var(--line); }
cite { font-style: normal; font-weight: 600; display: block; }
mark { color: inherit; background: color-mix(in srgb, var(--c) var(--wash), transparent);
  border-bottom: .12rem solid var(--c); }
mark a { color: inherit; text-decoration: underline dotted; }
mark sup { color: var(--c); font: 600 .7em system-ui, sans-serif; }
.SUPPORTED { --c: var(--good); } .OVERSTATED, .DISPUTED { --c: var(--warn); } .CONTRADICTED { --c: var(--bad); }
.SILENT, .unread { --c: var(--quiet); }
:target { outline: .15rem solid var(--c); }
@media (max-width: 50rem) { .block { grid-template-columns: 1fr; } }
@media print { main { max-width: none; padding: 0; } .block { grid-template-columns: minmax(0, 1fr) 15rem; }
  details { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; } }
"""


def annotated_page(
    base: KnowledgeBase,
    documents: Sequence[Document],
    remarks: Sequence[Sequence[Remark]],
    counts: Mapping[str, int],
    *,
    whole: bool = True,
) -> str:
    """Return one self-contained page: the documents, verdicts in the margin, the clause behind each."""
    names = ", ".join(document.title or document.name for document in documents) or "no document"
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_safe(names)}: who holds which role</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>Who holds which role</h1>\n<p class="tally">{_safe(tally(counts))}.</p>\n'
    )
    parts = [head]
    number = 0
    for document, found in zip(documents, remarks, strict=True):
        parts.append(f"<article>\n<h2>{_safe(document.title or document.name)}</h2>\n")
        for start, end, inside in _blocks(document, found):
            parts.append(_block(base, document.text, start, end, inside, number))
            number += len(inside)
        parts.append("</article>\n")
    if not whole:
        parts.append('<p class="tally"><strong>Interrupted: what follows was not looked at.</strong></p>\n')
    parts.append(_foot(base, remarks))
    return "".join(parts)


def _safe(text: str) -> str:
    """Return text as a page may hold it: escaped, control characters told in plain letters."""
    return escape(clean(text))


def _safe_lines(text: str) -> str:
    return "\n".join(_safe(line) for line in text.splitlines())


def _blocks(document: Document, remarks: Sequence[Remark]) -> Iterable[tuple[int, int, list[Remark]]]:
    """Yield the paragraphs of a document with the remarks that begin in each."""
    at, text = 0, document.text
    next_remark = 0
    while at < len(text):
        end = text.find("\n\n", at)
        end = len(text) if end < 0 else end
        inside: list[Remark] = []
        while next_remark < len(remarks) and remarks[next_remark].sentence.start < end:
            inside.append(remarks[next_remark])
            next_remark += 1
        if inside:
            end = max(end, inside[-1].sentence.end)
        if text[at:end].strip():
            yield at, end, inside
        at = end
        while at < len(text) and text[at] == "\n":
            at += 1


def _block(base: KnowledgeBase, text: str, start: int, end: int, remarks: Sequence[Remark], number: int) -> str:
    parts: list[str] = ['<div class="block"><p>']
    at = start
    for place, remark in enumerate(remarks, number + 1):
        sentence = remark.sentence
        name = remark.verdict or "unread"
        parts.append(_safe_lines_kept(text[at : sentence.start]))
        parts.append(
            f'<mark class="{_safe(name)}" title="{_safe(_head(remark))}"><a href="#r{place}">'
            f"{_safe_lines(text[sentence.start : sentence.end])}</a><sup>{place}</sup></mark>"
        )
        at = sentence.end
    parts.append(f'{_safe_lines_kept(text[at:end])}</p><div class="margin">')
    parts += [_note(base, remark, place) for place, remark in enumerate(remarks, number + 1)]
    parts.append("</div></div>\n")
    return "".join(parts)


def _safe_lines_kept(text: str) -> str:
    """Return text with its blanks at both ends, which part it from the sentences beside it."""
    body = _safe_lines(text)
    return f"{body}\n" if text.endswith("\n") else body


def _note(base: KnowledgeBase, remark: Remark, place: int) -> str:
    """Return the note in the margin: the verdict, and behind it why and the clauses themselves."""
    sign, _ = SIGNS.get(remark.verdict or "", UNREAD)
    cites = ", ".join(remark.cites)
    where = f" <small>{_safe(cites)}</small>" if cites else ""
    name = _safe(remark.verdict or "unread")
    parts = [f'<details class="{name}"><summary>{place} {sign} {_safe(_head(remark))}{where}</summary>']
    told = "</p><p>".join(_safe(text) for text in _why(remark))
    parts.append(f'<p id="r{place}">{told}</p>')
    if remark.standing == "draft":
        parts.append("<p>It rests on a draft that was never adopted.</p>")
    for name in remark.cites:
        provision = base.text_of(name)
        if provision is not None:
            where = f"{name}, as reported in {provision.id}" if provision.id != name else name
            words = _safe(provision.text.strip())
            text = f"{words} <em>(in our words)</em>" if provision.paraphrase else words
            parts.append(f"<blockquote><cite>{_safe(where)}</cite>{text}</blockquote>")
    parts.append("</details>")
    return "".join(parts)


def _foot(base: KnowledgeBase, remarks: Sequence[Sequence[Remark]]) -> str:
    cited = dict.fromkeys(name.partition("-")[0] for found in remarks for remark in found for name in remark.cites)
    lines = [
        f"<li>{_safe(known.id)}: {_safe(known.title)}, {known.date.year}, "
        f"{'draft, never adopted' if str(known.status) == 'draft' else 'adopted'}</li>"
        for name in cited
        if (known := base.instruments.get(name))
    ]
    inner = f"<ul>{''.join(lines)}</ul>" if lines else ""
    told = "<p>Judged by igov against these texts and nothing else.</p>"
    return f"<footer>{inner}{told}</footer>\n</main>\n</body>\n</html>\n"
