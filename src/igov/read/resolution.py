"""A resolution in plain text becomes provisions: numbered paragraphs, lettered items, recitals by their opening words.

    resolution = { heading | paragraph | item | recital | other }
    heading    = an opening alone on its lines ("considering", "instructs the Secretary-General")
    paragraph  = number ( "." | ")" ) text          the numbers rise by one
    item       = [ "(" ] letter ")" text            the letters rise by one, inside a paragraph or under a heading
    recital    = opening text                       without a number
    other      = anything else between blank lines

Nothing is guessed in silence: whatever was not plain is told in a note with its line. What a provision assigns is not
guessed at all.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

PREAMBLE = frozenset(
    {"acknowledging", "affirming", "alarmed", "appreciating", "aware", "bearing", "believing", "cognizant", "concerned"}
    | {
        "confident",
        "conscious",
        "considering",
        "convinced",
        "deeply",
        "desiring",
        "determined",
        "emphasizing",
        "encouraged",
    }
    | {"expressing", "fully", "gravely", "guided", "having", "keeping", "mindful", "noting", "observing", "realizing"}
    | {
        "reaffirming",
        "recalling",
        "recognizing",
        "reiterating",
        "seeking",
        "stressing",
        "taking",
        "underlining",
        "welcoming",
    }
)
"""First words of recitals, in lower case."""

OPERATIVE = frozenset(
    {"acknowledges", "adopts", "affirms", "agrees", "agree", "appeals", "approves", "asks", "ask", "authorizes", "call"}
    | {"calls", "commends", "commit", "commits", "condemns", "confirms", "declares", "decides", "demands", "designates"}
    | {
        "draws",
        "emphasizes",
        "encourage",
        "encourages",
        "endorses",
        "expresses",
        "instructs",
        "invite",
        "invites",
        "notes",
    }
    | {
        "proclaims",
        "reaffirm",
        "reaffirms",
        "recalls",
        "recognize",
        "recognizes",
        "recommends",
        "reiterates",
        "requests",
    }
    | {"resolves", "stresses", "supports", "takes", "underlines", "urge", "urges", "welcome", "welcomes", "is", "we"}
)
"""First words of operative paragraphs and of headings over them, in lower case."""

_MORE = frozenset(
    {
        "upon",
        "also",
        "further",
        "once",
        "again",
        "strongly",
        "deeply",
        "with",
        "note",
        "of",
        "in",
        "mind",
        "account",
        "into",
    }
    | {"the", "view", "considered", "regard", "by", "that", "appreciation", "concern", "attention", "to"}
)
_WITHOUT_TAIL = frozenset({"that", "the", "to", "by", "of", "with", "in"})
_NUMBER = re.compile(r"\s*(?:§\s*)?(\d{1,4})\s*[.)]\s+(?=\S)")
_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d])")
_LETTER = re.compile(r"\s*\(?([a-z])\)\s+(?=\S)")
_ROMAN = re.compile(r"\s*\(?([ivx]{1,5})\)\s+(?=\S)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class Cut:
    """One provision as it was cut: its id without the instrument, its words, how it opens, and its first line."""

    id: str
    text: str
    line: int
    opening: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not plain, and the line it is about."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A text as it was cut: what stands before its first provision, the provisions in order, and what was not plain."""

    head: tuple[str, ...]
    provisions: tuple[Cut, ...]
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class _Piece:
    """A stretch of lines that belong together, with the mark that opens it ("number", "letter", "roman" or none)."""

    line: int
    mark: str
    label: str
    words: list[str]


@dataclass(slots=True)
class _State:
    """Where the cutting stands: under which heading, paragraph and item."""

    provisions: list[Cut] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    heading: str = ""
    part: str = ""
    paragraph: str = ""
    opening: str = ""
    item: str = ""
    operative: bool = False


def cut(text: str) -> Resolution:
    """Cut a text into its provisions; every word of it is in the head, in a provision or in a heading.

    Marks that are not seen and control characters are left out, and told.
    """
    state = _State()
    for piece in _pieces(text, state.remarks):
        _take(piece, state)
    if not state.provisions:
        state.remarks.append(Remark(1, "no provision was found: number the paragraphs, or open each with a verb"))
    return Resolution(tuple(state.head), tuple(state.provisions), tuple(state.remarks))


def rules_text(
    resolution: Resolution,
    instrument: str,
    *,
    source: str,
    title: str = "",
    body: str = "",
    date: str = "",
    status: str = "",
) -> str:
    """Return a rules file in which every provision assigns what is still unknown.

    What was not given of the instrument is left out, with a comment in its place, so that `igov lint` asks for it.
    """
    lines = [
        f"# Cut by `igov new` from {_plain(source)}: {len(resolution.provisions)} provisions.",
        "# What each assigns is unknown until its `norms` are written, or `assigns: nothing` and `because`.",
        "# `igov lint` leads through them.",
    ]
    lines += [f"# line {remark.line}: {_plain(remark.text)}" for remark in resolution.remarks]
    lines += ["igov: 1", "instrument:", f"  id: {instrument}"]
    given = {"title": title or "".join(resolution.head[:1])[:200], "body": body, "date": date, "status": status}
    asked = {
        "title": "its title",
        "body": "the body that made it" + "".join(f"; the text has “{_plain(h)}”" for h in resolution.head[1:3]),
        "date": "its date, as 2005-11-18",
        "status": "adopted or draft",
    }
    for name, value in given.items():
        lines.append(f"  {name}: {_scalar(value)}" if value else f"  # {name}: {asked[name]}"[:200])
        if name == "title" and value and not title:
            lines[-1] += "  # taken from the head of the text"
    lines += [
        "  default: no  # answers where it is named: --according-to " + instrument,
        "provisions:" if resolution.provisions else "provisions: {}",
    ]
    for provision in resolution.provisions:
        lines += ["", f"  {_key(provision.id)}:"]
        if provision.opening:
            lines.append(f"    opening: {_scalar(provision.opening)}")
        if provision.part:
            lines.append(f"    part: {provision.part}")
        lines.append("    text: >-")
        lines += textwrap.wrap(
            provision.text,
            110,
            initial_indent="      ",
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines.append("    assigns: unknown")
    return "\n".join(lines) + "\n"


def _pieces(text: str, remarks: list[Remark]) -> Iterator[_Piece]:
    """Join the lines that belong together: a blank line or a mark in its turn begins a new piece."""
    piece: _Piece | None = None
    last = {"number": 0, "letter": 0, "roman": 0}
    for number, raw in enumerate(text.splitlines(), 1):
        line, lost = _seen(raw)
        if lost:
            remarks.append(Remark(number, f"{lost} characters that are not seen were left out"))
        if not line.strip():
            if piece is not None:
                yield piece
            piece = None
            continue
        mark, label, rest = _mark(line, last, fresh=piece is None)
        if mark == "stray":
            remarks.append(Remark(number, f"“{label}” is out of turn and was read as text"))
            mark, rest = "", line
        if mark or piece is None:
            if piece is not None:
                yield piece
            piece = _Piece(number, mark, label if mark else "", rest.split())
        else:
            piece.words += rest.split()
    if piece is not None:
        yield piece


def _mark(line: str, last: dict[str, int], *, fresh: bool) -> tuple[str, str, str]:
    """Return the mark that opens a line, its label and the rest; a mark out of turn inside a paragraph is no mark."""
    found = _NUMBER.match(line) or (_BARE_NUMBER.match(line) if fresh else None)
    if found:
        value = int(found[1])
        follows = value == last["number"] + 1
        if follows or fresh:
            last.update(number=value, letter=0, roman=0)
            return "number", found[1], line[found.end() :]
        return "stray", found[0].strip(), line
    found = _ROMAN.match(line)
    if found and found[1] in _ROMANS and _ROMANS.index(found[1]) == last["roman"] and last["letter"] not in {0, 8}:
        last["roman"] += 1
        return "roman", found[1], line[found.end() :]
    found = _LETTER.match(line)
    if found:
        value = ord(found[1]) - 96
        if value == last["letter"] + 1 or value == 1 or fresh:
            last.update(letter=value, roman=0)
            return "letter", found[1], line[found.end() :]
        return "stray", found[0].strip(), line
    return "", "", line


def _take(piece: _Piece, state: _State) -> None:
    """Make a provision of a piece, or a heading, or a part of the head."""
    words = piece.words
    text = " ".join(words)
    opening = _opening(words)
    if piece.mark == "number":
        state.operative = state.operative or state.part != "preamble"
        if state.heading:
            _add(state, piece, f"{_slug(state.heading)}-{piece.label}", text, state.heading, state.part)
        else:
            state.operative = True
            _add(state, piece, piece.label, text, opening, "operative")
        state.paragraph, state.item, state.opening = state.provisions[-1].id, "", state.provisions[-1].opening
    elif piece.mark == "letter":
        owner = state.paragraph or (_slug(state.heading) if state.heading else "")
        joint = "" if owner[-1:].isdigit() else "-" if owner else ""
        if not owner:
            state.remarks.append(Remark(piece.line, f"item {piece.label}) stands under no paragraph"))
        part = state.part if state.heading else "operative" if state.operative else "preamble"
        _add(
            state, piece, f"{owner}{joint}{piece.label}" if owner else f"item-{piece.label}", text, state.opening, part
        )
        state.item = state.provisions[-1].id
    elif piece.mark == "roman":
        _add(state, piece, f"{state.item}-{piece.label}", text, state.opening, state.provisions[-1].part)
    elif opening and text.rstrip(":,") == text and len(words) <= 9 and text[:1].islower():
        first = words[0].lower()
        state.heading, state.paragraph, state.item, state.opening = text, "", "", text
        state.part = "preamble" if first in PREAMBLE else "operative"
    elif opening:
        first = words[0].lower()
        part = "preamble" if first in PREAMBLE and not state.operative else "operative"
        slug = _slug(opening)
        _add(state, piece, f"{slug}-{_next(state, slug)}", text, opening, part)
        state.heading, state.paragraph, state.item, state.opening = "", state.provisions[-1].id, "", opening
    elif state.heading:
        slug = _slug(state.heading)
        _add(state, piece, f"{slug}-{_next(state, slug)}", text, state.heading, state.part)
    elif not state.provisions:
        state.head.append(text)
    else:
        _add(state, piece, f"text-{_next(state, 'text')}", text, "", state.part)
        state.remarks.append(Remark(piece.line, "neither a number nor a known opening: kept as a provision of its own"))


def _next(state: _State, slug: str) -> int:
    state.counts[slug] = state.counts.get(slug, 0) + 1
    return state.counts[slug]


def _add(state: _State, piece: _Piece, name: str, text: str, opening: str, part: str) -> None:
    unique = name
    while unique in state.known:
        state.known[name] += 1
        unique = f"{name}-{state.known[name]}"
    if unique != name:
        state.remarks.append(Remark(piece.line, f"{name} stands a second time and was called {unique}"))
    state.known[unique] = 1
    state.provisions.append(Cut(unique, text, piece.line, opening, part))


def _opening(words: list[str]) -> str:
    """Return the words with which a provision opens: a known verb, and what goes with it."""
    if not words or words[0].strip(",").lower() not in PREAMBLE | OPERATIVE:
        return ""
    if (
        words[0].lower() in {"is", "we", "taking", "bearing", "having", "deeply", "fully", "gravely", "keeping"}
        and len(words) < 2
    ):
        return ""
    count = 1
    while count < min(len(words), 6):
        word = words[count].strip(",").lower()
        first = count == 1 and words[0].lower() in {"is", "we", "deeply", "fully", "gravely"}
        if not (first or word in _MORE):
            break
        count += 1
        if word.endswith(","):
            break
    kept = words[:count]
    while len(kept) > 1 and kept[-1].strip(",").lower() in _WITHOUT_TAIL:
        kept.pop()
    return " ".join(kept).strip(",").lower()


def _slug(text: str) -> str:
    """Return the first word of an opening as an id can hold it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    small = {"is", "of", "the", "we", "to"}
    return next((word for word in words if word not in small), words[0] if words else "text")


def _seen(line: str) -> tuple[str, int]:
    """Return the line with only characters that are seen, and how many were left out."""
    shown = "".join(
        " " if unicodedata.category(c) == "Zs" or c == "\t" else c
        for c in line
        if c == "\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return shown, len(line) - len(shown)


def _plain(text: str) -> str:
    return " ".join(_seen(" ".join(text.split()))[0].split())


def _scalar(text: str) -> str:
    """Return a text as YAML takes it on one line."""
    folded = _plain(text)
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ,()/-]*[A-Za-z0-9)]|\d{4}-\d\d-\d\d", folded):
        return folded
    return json.dumps(folded, ensure_ascii=False)


def _key(name: str) -> str:
    return f'"{name}"' if name[:1].isdigit() else name
