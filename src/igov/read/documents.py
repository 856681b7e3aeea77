"""Documents become text with sentences: plain text, Markdown, HTML, and by way of an extra DOCX and PDF.

Offsets count characters of the document's text: of the file itself for text and Markdown, of the text taken out of it
for HTML, DOCX and PDF. Whatever letters it is coded in, text comes out; bytes that are no text are told, and so is a
library that is missing, with the line that installs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from igov.terms.document import Document, Sentence

INSTALL = 'pip install "igov[documents]"'

KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The kinds of documents by the ending of the name; any other is plain text."""


class UnreadableDocument(Exception):  # noqa: N818  it is the document that is unreadable
    """A document that cannot be taken apart, with what to do about it."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        super().__init__(f"{name}: {why}")
        self.remedy = remedy


def read_document(path: Path) -> Document:
    """Return the document at a path.

    Raises:
        OSError: where the file cannot be opened.
        UnreadableDocument: where a library is missing, or the file is not what its name says.
    """
    return document_of(path.name, path.read_bytes(), KINDS.get(path.suffix.lower(), "text"))


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_LOOKED_AT = 4_096
"""The characters of a document by which it is told whether it is text."""
_MOST_CONTROLS = 0.05
"""The largest share of them that may be controls, or bytes that are no character."""


def document_of(name: str, raw: bytes, kind: str = "text") -> Document:
    """Return the document that some bytes make, read as text, markdown, html, docx or pdf.

    Raises:
        UnreadableDocument: where a library is missing, or the bytes are not of that kind, or no text at all.
    """
    title = ""
    if kind == "docx":
        text = _docx(name, raw)
    elif kind == "pdf":
        text = _pdf(name, raw)
    elif kind == "html":
        title, text = _html(_decoded(raw, html=True))
    else:
        text = _decoded(raw)
    if len(_CONTROL.findall(text, 0, _LOOKED_AT)) > len(text[:_LOOKED_AT]) * _MOST_CONTROLS:
        raise UnreadableDocument(name, "it is not text", "give text, Markdown, HTML, DOCX or PDF")
    found = sentences(text, markdown=kind == "markdown")
    return Document(name, text, tuple(found), title)


def _decoded(raw: bytes, *, html: bool = False) -> str:
    """Return bytes as text: as their mark or their page says, else UTF-8, else Latin letters of Windows."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    named = re.search(rb"charset=[\"']?([A-Za-z0-9_-]{1,40})", raw[:2048]) if html else None
    for encoding in (*((named[1].decode("ascii"),) if named else ()), "utf-8"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


_BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "body", "html", "address"),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
    ),
    *("blockquote", "pre", "br", "hr", "form", "fieldset", "figure", "figcaption", "details", "summary", "option"),
}
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "math", "select", "textarea", "head"))
_VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source", "track", "area", "base", "embed")
)


class _Page(HTMLParser):
    """Takes the text out of a page: blocks stand apart, what is not seen is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.title: list[str] = []
        self._unseen = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "title":
            self._in_title = True
        elif tag in _UNSEEN:
            self._unseen += 1
        if tag == "body":
            self._unseen = 0
        if tag in _BLOCKS:
            self.pieces.append("\n" if tag == "br" else "\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BLOCKS:
            self.pieces.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS and tag not in _VOID:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _html(page: str) -> tuple[str, str]:
    parser = _Page()
    parser.feed(page)
    parser.close()
    text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(parser.pieces)))
    return " ".join("".join(parser.title).split()), re.sub(r"\n{3,}", "\n\n", text).strip()


def _docx(name: str, raw: bytes) -> str:
    try:
        import docx  # noqa: PLC0415  an extra, needed for this kind alone
    except ImportError:
        raise UnreadableDocument(name, "reading DOCX needs python-docx", INSTALL) from None
    try:
        opened = docx.Document(BytesIO(raw))
        paragraphs = [paragraph.text for paragraph in opened.paragraphs]
        paragraphs += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    except Exception as fault:  # the library raises what the archive's and the markup's readers raise
        raise UnreadableDocument(name, f"is not a DOCX that can be read ({type(fault).__name__})") from fault
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _pdf(name: str, raw: bytes) -> str:
    try:
        import pypdf  # noqa: PLC0415  an extra, needed for this kind alone
    except ImportError:
        raise UnreadableDocument(name, "reading PDF needs pypdf", INSTALL) from None
    try:
        pages = [page.extract_text() or "" for page in pypdf.PdfReader(BytesIO(raw)).pages]
    except Exception as fault:  # the library raises what the file's parts make it raise
        raise UnreadableDocument(name, f"is not a PDF that can be read ({type(fault).__name__})") from fault
    text = "\n\n".join(pages)
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)


_ABBREVIATED = {
    *("mr", "mrs", "ms", "dr", "prof", "st", "hon", "sen", "rep", "gen", "gov", "amb", "al", "ed", "eds", "vs", "cf"),
    *(
        "no",
        "nos",
        "para",
        "paras",
        "art",
        "arts",
        "sec",
        "fig",
        "vol",
        "p",
        "pp",
        "res",
        "rev",
        "ca",
        "approx",
        "incl",
    ),
    *("e.g", "i.e", "etc", "u.s", "u.k", "u.n", "inc", "ltd", "co", "corp", "dept", "resp"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
}
_END = re.compile(r"(?<![.!?])[.!?]+[\"'”’)\]»]*(?=\s|$)")
_BREAK = re.compile(
    r"\n[ \t]*\n\s*|\r\n[ \t]*\r\n\s*|\n(?=[ \t]*#{1,6} )"
    r"|\n(?=[ \t]*(?:[-*+•‣·–—]|\d{1,3}[.)]|\(?[a-z0-9]{1,3}\))[ \t])"
)
_SPEAKER = re.compile(
    r"\s*(?:[A-Z][A-Z.,'’() -]{2,60}|\[?\d{1,2}:\d{2}(?::\d{2})?\]?(?: [A-Z][A-Za-z .]{1,40})?):[ \t]+"
)
_LEAD = re.compile(r"[ \t]*(?:(?:[-*+•‣·–—>]|#{1,6}|\d{1,3}[.)]|\(?[a-z0-9]{1,3}\))[ \t]+)+")
_FENCE = re.compile(r"^(?:```|~~~)")


def sentences(text: str, *, markdown: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of a text in order, in time linear in its length."""
    for start, end in (
        _without_headings(text, _blocks(text, markdown=markdown)) if markdown else _blocks(text, markdown=markdown)
    ):
        yield from _sentences(text, start, end, markdown=markdown)


def _blocks(text: str, *, markdown: bool) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs and the items of lists stand; in Markdown without what is fenced off as code."""
    fenced = _fenced(text) if markdown else []
    at = 0
    for found in _BREAK.finditer(text):
        yield from _outside(fenced, at, found.start())
        at = found.end()
    yield from _outside(fenced, at, len(text))


_HEADING = re.compile(r"\s*#{1,6} [^\n]*")


def _without_headings(text: str, blocks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks with the headings that begin them as blocks of their own."""
    for start, end in blocks:
        head = _HEADING.match(text, start, end)
        if head and head.end() < end:
            yield start, head.end()
            yield head.end(), end
        else:
            yield start, end


def _fenced(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line.lstrip(" ")):
            if opened is None:
                opened = at
            else:
                spans.append((opened, at + len(line)))
                opened = None
        at += len(line)
    return spans if opened is None else [*spans, (opened, len(text))]


def _outside(fenced: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for opened, closed in fenced:
        if opened >= end:
            break
        if closed <= start:
            continue
        if opened > start:
            yield start, opened
        start = closed
    if start < end:
        yield start, end


def _sentences(text: str, start: int, end: int, *, markdown: bool) -> Iterator[Sentence]:
    at = start
    for found in _END.finditer(text, start, end):
        if not _ends(text, found.start(), found.end(), end):
            continue
        yield from _one(text, at, found.end(), markdown=markdown)
        at = found.end()
    yield from _one(text, at, end, markdown=markdown)


def _ends(text: str, mark: int, after: int, end: int) -> bool:
    """Say whether a full stop ends a sentence: not after an abbreviation or an initial, nor before a small letter."""
    following = text[after : min(after + 40, end)].lstrip()
    if following and (following[0].islower() or following[0] in ",;:"):
        return False
    if text[mark] != "." or not following:
        return True
    before = re.search(r"[\w.]+$", text[max(0, mark - 20) : mark])
    word = before[0].casefold() if before else ""
    return not (word in _ABBREVIATED or (len(word) == 1 and word.isalpha() and word != "i"))


def _one(text: str, start: int, end: int, *, markdown: bool) -> Iterator[Sentence]:
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    speaker = _SPEAKER.match(text, at, end)
    at = speaker.end() if speaker else at
    while at < end and text[at].isspace():
        at += 1
    while end > at and text[end - 1].isspace():
        end -= 1
    if at >= end:
        return
    words = " ".join(_plain(text[at:end]).split() if markdown else text[at:end].split())
    if any(letter.isalpha() for letter in words):
        yield Sentence(at, end, words)


_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`")


def _plain(text: str) -> str:
    """Return a sentence of Markdown without its marks: links give their words, emphasis and code their letters."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", text))
