r"""A reader of Moodle's GIFT, written from the description of the format, for reading a quiz back.

A file is blocks between blank lines. A line that begins with `//` is a remark, one with `$CATEGORY:` a category. A
question is `::title::[format]text { answers }`; an answer begins with `=` or `~`, may have a weight and feedback
behind `#`, and behind `####` stands what is told to everybody. `\` takes the meaning from the mark behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MARKS = "~=#{}:\\"


class NotGiftError(ValueError):
    """What was read is not GIFT."""


@dataclass
class Reply:
    """One answer: its mark, its text, for a match the other side, its feedback."""

    right: bool
    text: str
    match: str | None = None
    feedback: str = ""


@dataclass
class Question:
    """One question as a Moodle would have it."""

    title: str
    form: str
    text: str
    category: str
    replies: list[Reply] = field(default_factory=list)
    general: str = ""


def read(source: str) -> list[Question]:
    """Return the questions of a file; every block is one, or a category, or remarks."""
    category = ""
    found: list[Question] = []
    for block in re.split(r"\n[ \t]*\n", source.replace("\r\n", "\n")):
        lines = [line for line in block.split("\n") if line.strip() and not line.lstrip().startswith("//")]
        if lines and lines[0].startswith("$CATEGORY:"):
            category = lines.pop(0).removeprefix("$CATEGORY:").strip()
        if lines:
            found.append(_question("\n".join(lines), category))
    return found


def _bare(text: str, mark: str, start: int = 0) -> int:
    """Return where a mark stands that no backslash goes before; -1 where it does not."""
    for found in re.compile(rf"\\.|({re.escape(mark)})", re.DOTALL).finditer(text, start):
        if found.group(1):
            return found.start()
    return -1


def plain(text: str) -> str:
    """Return the text with its escapes taken away; a bare mark in it is a fault."""
    out = []
    place = 0
    while place < len(text):
        one = text[place]
        if one == "\\":
            following = text[place + 1 : place + 2]
            if following != "n" and following not in MARKS:
                raise NotGiftError(f"an escape of {following!r}")
            out.append("\n" if following == "n" else following)
            place += 2
            continue
        if one in MARKS:
            raise NotGiftError(f"a bare {one!r} in {text!r}")
        out.append(one)
        place += 1
    return "".join(out).strip()


def _formatted(text: str) -> tuple[str, str]:
    found = re.match(r"\s*\[(html|moodle|plain|markdown)\]", text)
    return (found.group(1), text[found.end() :]) if found else ("moodle", text)


def _question(block: str, category: str) -> Question:
    title = ""
    if block.startswith("::"):
        end = _bare(block, "::", 2)
        if end < 0:
            raise NotGiftError("a title without an end")
        title, block = plain(block[2:end]), block[end + 2 :]
    opening, closing = _bare(block, "{"), _bare(block, "}")
    if opening < 0 or closing < opening or block[closing + 1 :].strip():
        raise NotGiftError("no answers between braces")
    form, text = _formatted(block[:opening])
    question = Question(title, form, plain(text), category)
    answers = block[opening + 1 : closing]
    general = _bare(answers, "####")
    if general >= 0:
        question.general, answers = plain(answers[general + 4 :]), answers[:general]
    starts = []
    place = 0
    while place < len(answers):
        if answers[place] == "\\":
            place += 2
            continue
        if answers[place] in "=~":
            starts.append(place)
        place += 1
    if not starts or answers[: starts[0]].strip():
        raise NotGiftError("answers that begin with neither = nor ~")
    for start, end in zip(starts, [*starts[1:], len(answers)], strict=True):
        question.replies.append(_reply(answers[start:end]))
    return question


def _reply(answer: str) -> Reply:
    right, body = answer[0] == "=", answer[1:]
    weight = re.match(r"%-?\d{1,3}(\.\d+)?%", body)
    if weight:
        body = body[weight.end() :]
    mark = _bare(body, "#")
    feedback = ""
    if mark >= 0:
        feedback, body = plain(body[mark + 1 :]), body[:mark]
    left, arrow, other = body.partition("->")
    return Reply(right, plain(_formatted(left)[1]), plain(_formatted(other)[1]) if arrow else None, feedback)
