"""Text from rules, sentences and files made fit to be shown: no control sequence in it ever reaches a console."""

from __future__ import annotations

import unicodedata

_DROPPED = frozenset("\u200b\u200e\u200f\u061c\u2060\ufeff\u00ad")
"""Marks that are not seen: directional marks, zero-width spaces, soft hyphens."""

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "·": "-",
        "✓": "+",
        "✗": "x",
        "≈": "~",
        "≠": "!",
        "∅": "o",
        "→": "->",
        "├": "|",
        "└": "`",
        "│": "|",
        "─": "-",
        "\u00a0": " ",
    }
)


def clean(text: str) -> str:
    """Return the text with every control character, override and lone surrogate told in plain letters, on one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, text))


def _seen(character: str) -> str:
    if character in "\n\r\t\v\f\u2028\u2029":
        return " "
    if character in _DROPPED:
        return ""
    kind = unicodedata.category(character)
    if kind == "Cs":
        return "\ufffd"
    if kind == "Cc" or (kind == "Cf" and character not in "\u200c\u200d"):
        number = ord(character)
        return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
    return character


def cells(text: str) -> int:
    """Return how many columns of a console the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(c) in {"W", "F"}
        else 1
        for c in text
    )


def quoted(text: str) -> str:
    """Return the text between quotation marks; a sentence's own trailing comma or semicolon is left out."""
    return f"“{clean(text).strip().rstrip(',;')}”"


def sentence_case(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def fit(text: str, encoding: str | None) -> str:
    """Return the text in letters that the encoding has: typographic marks become plain ones, the rest is escaped."""
    name = encoding or "utf-8"
    try:
        text.encode(name)
    except (UnicodeEncodeError, LookupError):
        plain = text.translate(_PLAIN)
        try:
            return plain.encode(name, "backslashreplace").decode(name)
        except LookupError:
            return plain.encode("ascii", "backslashreplace").decode("ascii")
    return text


def joined(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Return the words as English lists them: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
