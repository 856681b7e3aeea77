"""A quiz as a file: GIFT for Moodle, text for Anki, CSV, Markdown with an answer key, and one JSON object."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Sequence

from igov.show.judgement import part_object
from igov.show.text import clean
from igov.terms.quiz import Choice, Item, Pair

LETTERS = "abcdefghijklmnopqrstuvwxyz"

_SPECIAL = re.compile(r"([\\~=#{}:])")
_MARKED = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_FORMULA = ("=", "+", "-", "@", "\t")
MOST_CHOICES = 4


def options(item: Item) -> list[str]:
    """Return what can be answered, in the order of the letters: the choices, or the roles to match."""
    return [choice.text for choice in item.choices] or sorted(pair.right for pair in item.pairs)


def key(item: Item) -> str:
    """Return the right answer in letters: "b", or for what is matched "1c 2a 3b"."""
    if item.choices:
        return LETTERS[item.answer]
    order = options(item)
    return " ".join(f"{place}{LETTERS[order.index(pair.right)]}" for place, pair in enumerate(item.pairs, 1))


def numbered(item: Item) -> list[str]:
    """Return the holders to match, each with its number; nothing where there are choices."""
    return [f"{place}. {pair.left}" for place, pair in enumerate(item.pairs, 1)]


def gift(items: Sequence[Item], head: str, texts: str = "") -> str:
    """Return a quiz in Moodle's GIFT: a category, and an item a question with feedback for every choice."""
    blocks = [f"// {clean(head)}\n// {clean(texts)}\n", "$CATEGORY: igov quiz\n"]
    for item in items:
        lines = [f"// {item.kind}, level {item.level}", f"::igov {item.id}::[plain]{gift_escaped(item.prompt)} {{"]
        lines += [_gift_choice(choice, item.explanation) for choice in item.choices]
        lines += [f"={_gift_answer(pair.left)} -> {_gift_answer(pair.right)}" for pair in item.pairs]
        blocks.append("\n".join([*lines, f"####{gift_escaped(item.explanation)}", "}"]) + "\n")
    return "\n".join(blocks)


def _gift_choice(choice: Choice, explanation: str) -> str:
    """Return a choice with its feedback; what is told to everybody is not told twice."""
    feedback = "" if choice.feedback == explanation else f"#{gift_escaped(choice.feedback)}"
    return f"{'=' if choice.right else '~'}{_gift_answer(choice.text)}{feedback}"


def _gift_answer(text: str) -> str:
    """Return an answer that is not taken for a weight or for the name of a format."""
    escaped = gift_escaped(text)
    return f"[plain]{escaped}" if escaped.startswith(("%", "[")) else escaped


def gift_escaped(text: str) -> str:
    r"""Return the text with the marks of GIFT escaped: `~ = # { } :` and the backslash, and a new line as `\n`.

    The arrow of a match has no escape; it is drawn as one letter.
    """
    return "\\n".join(_SPECIAL.sub(r"\\\1", clean(line)) for line in text.replace("->", "→").splitlines())


def anki(items: Sequence[Item]) -> str:
    """Return a quiz as Anki imports it: headers, then a card a line with front, back and tags, in HTML."""
    lines = ["#separator:tab", "#html:true", "#columns:Front\tBack\tTags", "#tags column:3"]
    for item in items:
        asked = [*item.prompt.splitlines(), *numbered(item)]
        asked += [f"{LETTERS[place]}) {text}" for place, text in enumerate(options(item))]
        told = [f"{key(item)}: {item.choices[item.answer].text}"] if item.choices else [key(item)]
        told += [f"{pair.left} {pair.right}" for pair in item.pairs]
        cells = [_html(asked), _html([*told, *item.explanation.splitlines()]), f"igov {item.kind} level-{item.level}"]
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def _html(lines: Sequence[str]) -> str:
    """Return lines as HTML that holds no tab and does not begin like a header or a quotation."""
    text = "<br>".join(html.escape(clean(line)) for line in lines)
    return f"&#35;{text[1:]}" if text.startswith("#") else text


def table(items: Sequence[Item]) -> str:
    """Return a quiz as CSV with a head line; a cell that a spreadsheet would reckon gets an apostrophe before it."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    widest = max([MOST_CHOICES, *(len(options(item)) for item in items)])
    letters = LETTERS[:widest]
    reasons = [f"why_{letter}" for letter in LETTERS[:MOST_CHOICES]]
    rows.writerow(["id", "kind", "level", "question", *letters, "answer", "explanation", *reasons, "cites"])
    for item in items:
        asked = " ".join([item.prompt, *numbered(item)])
        choices = options(item) + [""] * (widest - len(options(item)))
        why = [choice.feedback for choice in item.choices] + [""] * (MOST_CHOICES - len(item.choices))
        cells = [item.id, item.kind, item.level, asked, *choices, key(item), item.explanation, *why]
        cells.append(" ".join(item.cites))
        rows.writerow([_cell(str(cell)) for cell in cells])
    return written.getvalue()


def _cell(text: str) -> str:
    cleaned = clean(text)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA) else cleaned


def marked(items: Sequence[Item], head: str, texts: str = "") -> str:
    """Return a quiz as Markdown: the questions, and behind a rule the answer key with the reasons."""
    lines = [f"# {_plain(head)}", "", *([_plain(texts), ""] if texts else [])]
    for number, item in enumerate(items, 1):
        lines += [f"**{number}.** {_lines(item.prompt)}", ""]
        lines += [f"- {_plain(line)}" for line in numbered(item)]
        lines += [""] if item.pairs else []
        lines += [f"- {LETTERS[place]}) {_plain(text)}" for place, text in enumerate(options(item))]
        lines.append("")
    lines += ["---", "", "## Answers", ""]
    for number, item in enumerate(items, 1):
        lines += [f"**{number}.** {key(item)}: {_lines(item.explanation)}", "", *_why_not(item)]
    return "\n".join(lines).rstrip() + "\n"


def _why_not(item: Item) -> list[str]:
    """Return why each wrong choice is wrong, as a list in Markdown; nothing where it is the same for all."""
    wrong = [(LETTERS[place], choice.feedback) for place, choice in enumerate(item.choices) if not choice.right]
    told = [f"- {letter}) {_plain(feedback)}" for letter, feedback in wrong]
    return [*told, ""] if len({feedback for _, feedback in wrong}) > 1 else []


def _lines(text: str) -> str:
    """Return text whose lines Markdown keeps."""
    return "\\\n".join(_plain(line) for line in text.splitlines())


def _plain(text: str) -> str:
    """Return text with the marks of Markdown escaped, and the point of a number that would begin a list."""
    escaped = _MARKED.sub(r"\\\1", clean(text))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)


def item_object(item: Item) -> dict[str, object]:
    """Return an item with its choices or pairs, what each rests on, and the claims that the judge was asked about."""
    return {
        "id": item.id,
        "kind": str(item.kind),
        "level": item.level,
        "question": item.prompt,
        "choices": [_choice_object(choice) for choice in item.choices],
        "pairs": [_pair_object(pair) for pair in item.pairs],
        "answer": key(item),
        "explanation": item.explanation,
        "cites": list(item.cites),
        "claim": part_object(item.part) if item.part else None,
        "sought": str(item.sought) if item.sought else None,
        "reading": item.reading,
    }


def _choice_object(choice: Choice) -> dict[str, object]:
    return {
        "text": choice.text,
        "right": choice.right,
        "feedback": choice.feedback,
        "cites": list(choice.cites),
        "claim": part_object(choice.part) if choice.part else None,
        "verdict": str(choice.verdict) if choice.verdict else None,
        "before": str(choice.before) if choice.before else None,
        "axis": str(choice.axis) if choice.axis else None,
        "clause": choice.clause,
    }


def _pair_object(pair: Pair) -> dict[str, object]:
    return {
        "holder": pair.left,
        "role": pair.right,
        "feedback": pair.feedback,
        "cites": list(pair.cites),
        "claim": part_object(pair.part),
    }
