"""From a question to what it asks for: its kind, the holders it is about, the provisions it names, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from igov.read.english.lexicon import Lexicon, Mark, lexicon_of
from igov.read.english.words import cut, placed
from igov.read.questions.kinds import kind_of, plain
from igov.read.questions.marks import Found, found_in, spread, wording_of
from igov.read.questions.tables import CARE, FRAME, GENERAL, STRANGE
from igov.terms.assignment import APART, Force
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.question import Hint, Kind, Question

LONGEST = 2_000
"""The most characters that a question may have."""

_LEFT_ASIDE = (
    r"(?:besides|apart from|other than|aside from|except(?: for)?|excluding|in addition to|leaving aside|beyond)"
)
_BESIDES = re.compile(
    rf"\b{_LEFT_ASIDE}\s+([^,?.;]+?)"
    r"(?=\s+(?:may|can|could|should|must|might|is|are|do|does|have|has|will|would|hold|take)\b|[,?.;]|$)"
)
_BESIDES_BEFORE = re.compile(rf"^{_LEFT_ASIDE}\s+([^,?.;]+),")
_PARAGRAPH = re.compile(
    r"(?:\bparagraphs?|\bparas?\b\.?|§+|\bclauses?|\bprovisions?|\barticles?|\bpoints?|\bsections?)\s*((?:\(?\d+\)?\s*\(?[a-z]?\)?(?![a-z]))(?:\s*(?:,|and|or|to|&|vs\.?|with)\s*\d+\s*\(?[a-z]?\)?(?![a-z]))*)"
)
_NUMBER = re.compile(r"(\d+)\s*\(?([a-z]?)\)?")
_BARE = re.compile(r"(?<![\w.+-])(\d+[a-z]?)(?![\w-])")
_NEGATIVE = frozenset("NXZEG")
_SUGGESTIONS = (
    'igov ask "Who holds policy authority?"',
    'igov ask "What may civil society do?"',
    'igov ask "May Brazil regulate within its territory?"',
)


def read_question(base: KnowledgeBase, text: str, instruments: tuple[str, ...] | None = None) -> Question:
    """Return the question as it is understood, of some instruments (None: those that answer by default).

    Its `problem` says why where it is not understood.
    """
    if len(text) > LONGEST:
        return Question(text, None, in_field=False, problem=f"the question is longer than {LONGEST} characters")
    line = plain(text)
    if not line:
        return Question(text, None, in_field=False, problem="the question is empty", suggestions=_SUGGESTIONS)
    lexicon = lexicon_of(base.vocabulary)
    provisions, line = _provisions_named(base, line)
    told = _instruments_named(base, text)
    if instruments is None and any(not _is_usual(base, name) for name in told):
        instruments = told
    weights = wording_of(base, instruments).weights
    matter, besides_text = _set_apart(line)
    matter = matter.strip(" ,")
    found = _found(lexicon, matter)
    besides = tuple(_holders(_found(lexicon, besides_text)))
    named = tuple(_holders(found))
    kind = _kind(line, matter, len(named), max(len(told), len(provisions))) or (Kind.CLAUSE if provisions else None)
    if kind is Kind.WHO_HOLDS:
        named = tuple(_holders(f for f in found if not matter[: f.words[-1].end].endswith(("'s", "'"))))
    body, rest = _body_asked_for(kind, found, matter)
    hints = tuple(_merged(_hints(base, weights, rest)))
    force = next(
        (_FORCE[f.mark.value] for f in found if f.mark is not None and f.mark.kind == "M" and f.mark.value in _FORCE),
        None,
    )
    return Question(
        text=text,
        kind=kind,
        subjects=_subjects(kind, rest, matter) if body is None or _leads(rest) else (),
        toward=_TOWARD.search(line) is not None,
        reported=_REPORTED.search(line) is not None,
        named=named,
        besides=besides,
        hints=hints,
        provisions=provisions,
        instruments=told,
        force=force,
        negative=any(f.mark is not None and _denies(f.mark) for f in found) or " not " in f" {line} ",
        body=body,
        in_field=_in_field(found) or bool(provisions) or bool(told),
        problem=None if kind is not None else "it is not plain what is asked for",
        suggestions=() if kind is not None else _SUGGESTIONS,
    )


def _denies(mark: Mark) -> bool:
    """Say whether a mark denies: not, nobody, no role."""
    return mark.kind in _NEGATIVE or (mark.kind == "q" and mark.value == "none") or mark.count == "none"


def statement_of(base: KnowledgeBase, question: Question) -> str | None:
    """Return the sentence that a yes-or-no question asks about: "May X do Y?" asks about "X may do Y"."""
    line = plain(question.text)
    auxiliary, _, rest = line.partition(" ")
    if auxiliary not in _AUXILIARIES:
        return None
    lexicon = lexicon_of(base.vocabulary)
    words = lexicon.mend(cut(rest))
    last = 0
    for mark in lexicon.marks(words):
        if mark.kind == "H":
            last = mark.last
        elif last and not (mark.kind in {"c", ","} and mark.first == last):
            break
    if not last:
        return None
    subject, predicate = (" ".join(w.text for w in part if w.text != "'s") for part in (words[:last], words[last:]))
    verb = "" if auxiliary in {"do", "does", "did"} else f" {auxiliary}"
    if auxiliary in {"is", "are"} and not predicate:
        return None
    if predicate.startswith("not "):
        verb, predicate = f"{verb or ' does'} not", predicate[4:]
    return f"{subject}{verb} {predicate.rstrip(' ?.!')}."


_AUXILIARIES = {
    *("may", "can", "could", "might", "must", "should", "shall", "will", "would", "need", "ought"),
    *("is", "are", "was", "were", "do", "does", "did", "has", "have", "had"),
}
_WHOLE_FIELD = {"internet", "online", "net", "web", "digital", "cyber", "network", "virtual"}
_FORCE = {"may": Force.MAY, "should": Force.SHOULD, "must": Force.MUST}


_ELLIPSIS = re.compile(
    r"\b(intergovernmental|international|regional|private|public|national)"
    r"( (?:and|or|versus|vs\.?|as well as|than) )(?:the )?"
    r"(intergovernmental|international|regional|private|public|national|technical) "
    r"(organi[sz]ations?|bodies|agencies|sectors?|registries)\b"
)
_ROLE_WORDS = {"role", "job", "task", "tasks", "duty", "duties", "part", "place", "function", "functions", "work"}


def _found(lexicon: Lexicon, text: str) -> list[Found]:
    """Return what the lexicon finds in the text; "the role of the ITU" names the ITU, not its mandate."""
    whole = _ELLIPSIS.sub(r"\1 \4\2\3 \4", text)
    found: list[Found] = []
    for one in found_in(lexicon, lexicon.mend(placed(whole))):
        mark = one.mark
        if mark is not None and mark.kind == "T" and _ROLE_WORDS & {word.text for word in one.words}:
            holder = mark.value.partition("-")[0]
            known = lexicon.vocabulary.term(Axis.HOLDER, holder)
            if known is not None and "mandate" not in {word.text for word in one.words}:
                found.append(Found(Mark("H", holder, mark.first, mark.last), one.words, {f"H:{holder}": 1.0}))
                continue
        before = found[-1].mark if found else None
        if mark and before and (mark.kind, before.kind, before.value) == ("A", "A", "support"):
            found.pop()
        found.append(one)
    return found


def _holders(found: Iterable[Found]) -> dict[str, None]:
    """Return the holders named, each once, in order."""
    return dict.fromkeys(f.mark.value.partition("=")[0] for f in found if f.mark is not None and f.mark.kind == "H")


def _subjects(kind: Kind | None, found: list[Found], line: str) -> tuple[str, ...]:
    """Return the holders that the question is about: the first, or all of them where several are set side by side."""
    holders = list(_holders(found))
    if kind is Kind.COMPARE:
        return tuple(_holders(f for f in found if not _WITHIN.search(line[: f.words[0].start]))) or tuple(holders)
    if kind in {Kind.WHY, Kind.LIST, Kind.CLAUSE}:
        return tuple(holders)
    if kind in {Kind.ROLES_OF, Kind.MAY_X}:
        first = next((n for n, f in enumerate(found) if f.mark is not None and f.mark.kind == "H"), None)
        if first is None:
            return ()
        joined = [holders[0]]
        for at in range(first + 1, len(found) - 1):
            one, other = found[at].mark, found[at + 1].mark
            if one is None or other is None or one.kind not in {"c", ","} or other.kind != "H":
                break
            joined.append(other.value.partition("=")[0])
        return tuple(dict.fromkeys(joined))
    return ()


_WITHIN = re.compile(r"\b(?:in|within|inside|into|at) (?:the )?$")


def _kind(line: str, matter: str, holders: int, texts: int) -> Kind | None:
    """Return the kind of the question, told without what it leaves aside; a comparison may stand in that."""
    whole = kind_of(line, holders, texts)
    return whole if whole is Kind.COMPARE else kind_of(_PREPOSITION.sub("", matter), holders, texts) or whole


_PREPOSITION = re.compile(r"^(?:with|to|for|from|by|on|of|in|at|under) (?=which|what)")
_REPORTED = re.compile(r"^(?:who|which \w+|whose) (?:thinks?|considers?|believes?|holds? the view|regards?|view)\b")
_TOWARD = re.compile(r"^(?:to|for|with) (?:whom|who|which)\b|^who(?:m)?\b.*\b(?:open to|with|for)$")


def _leads(found: list[Found]) -> bool:
    """Say whether a holder stands before all that is held or done ("which bodies should the ITU work with")."""
    first = next((f.mark for f in found if f.mark is not None and f.mark.kind in {"H", "A", "P", "T", "Q"}), None)
    return first is not None and first.kind == "H"


def _set_apart(line: str) -> tuple[str, str]:
    """Return the question without what it leaves aside ("besides standards"), and that."""
    for pattern in (_BESIDES_BEFORE, _BESIDES):
        found = pattern.search(line)
        if found and re.search(r"\b(?:sets?|tells?|keeps?)\b", line[: found.start()]) and found[0].startswith("apart"):
            return re.sub(r"\b(?:sets?|tells?|keeps?)\b", "", f"{line[: found.start()]} and {found[1]}"), ""
        if found and not (pattern is _BESIDES and found[0].startswith("beyond") and "mandate" in found[0]):
            return f"{line[: found.start()]} {line[found.end() :]}", found[1]
    return line, ""


def _body_asked_for(kind: Kind | None, found: list[Found], line: str) -> tuple[str | None, list[Found]]:
    """Return the class of holders that is asked for ("which countries ..."), and the rest of the question."""
    if kind not in {Kind.WHO_HOLDS, Kind.LIST}:
        return None, found
    while found and all(word.text in FRAME for word in found[0].words):
        found = found[1:]
    if kind is Kind.LIST and _BODIES.match(line):
        return "all-parties", found
    first = found[0].mark if found else None
    if first is None or first.kind != "H" or not set(line[: found[0].words[0].start].split()) <= _ASKING:
        return None, found
    return first.value.partition("=")[0], found[1:]


_BODIES = re.compile(
    r"(?:list|name|which|what|who|identify)(?: are| the| all| of| kinds? of| other| sorts? of)* "
    r"(?:[a-z-]+ )?(?:groups|agencies|actors|bodies|parties|entities|players|institutions|sectors|people)\b"
)
_ASKING = {
    *("which", "list", "name", "enumerate", "give", "identify", "the", "all", "of", "every", "those", "any"),
    *("with", "to", "for", "from", "by", "on", "in", "at", "under"),
}


def _hints(base: KnowledgeBase, weights: Mapping[str, float], found: list[Found]) -> Iterable[Hint]:
    """Yield what the question says besides its kind: each phrase with what would answer to it."""
    for item in found:
        words = " ".join(word.text for word in item.words)
        if item.mark is not None and item.mark.kind == "F" and item.words[0].text in _WHOLE_FIELD:
            continue
        if not item.marks or all(word.text in FRAME for word in item.words):
            continue
        kind = item.mark.kind if item.mark is not None else "w"
        value = item.mark.value.partition("=")[0] if item.mark is not None else words
        marks = spread(base.vocabulary, {f"{k}:{v}": s for (k, v), s in _clean(item.marks)})
        strange = False
        unmet = {"H": 0.8, "T": 3.0, "A": 1.5, "P": 0.8, "Q": 1.5, "L": 1.5, "J": 1.0}.get(
            kind, 1.6 if kind == "w" else 0.4
        )
        if kind == "T" and not _spoken_of(base, value, marks, weights):
            strange, unmet = True, 4.0
        if (
            kind == "w"
            and (words in STRANGE or words.rstrip("s") in STRANGE)
            and not any(mark in weights for mark in marks)
        ):
            strange, unmet = True, 4.0
        if kind == "F" and not any(mark in weights for mark in marks):
            strange, unmet = True, 4.0
        if kind == "H" and value.startswith(APART):
            unmet = 3.0
        yield Hint(words, marks, unmet, strange, any(mark in GENERAL for mark in item.marks))


def _merged(hints: Iterable[Hint]) -> list[Hint]:
    """Return the hints with all positions as one ("rights or duties"), and without what is said of any task."""
    hints = list(hints)
    hints = [hint for hint in hints if hint.words not in CARE] or hints
    kept: list[Hint] = []
    held: list[Hint] = []
    for hint in hints:
        (held if any(mark[:2] == "P:" and strength == 1.0 for mark, strength in hint.marks.items()) else kept).append(
            hint
        )
    if held:
        telling = [hint for hint in held if not hint.general] or held
        marks: dict[str, float] = {}
        for hint in telling:
            for mark, strength in hint.marks.items():
                marks[mark] = max(strength, marks.get(mark, 0.0))
        kept.append(
            Hint(", ".join(h.words for h in telling), marks, telling[0].unmet, False, all(h.general for h in telling))
        )
    return kept


def _clean(marks: dict[str, float]) -> Iterable[tuple[tuple[str, str], float]]:
    for mark, strength in marks.items():
        kind, _, value = mark.partition(":")
        yield (kind, value.partition("=")[0] if kind == "H" else value), strength


def _spoken_of(base: KnowledgeBase, topic: str, marks: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    """Say whether provisions speak of a topic, of something wider or narrower, or have all of its words."""
    if any(mark[:2] == "T:" and mark in weights and (mark[2:] == topic or _below(base, topic, mark)) for mark in marks):
        return True
    words = [mark for mark, strength in marks.items() if mark[:2] in {"c:", "w:"} and strength >= _TOLD]
    return bool(words) and all(mark in weights for mark in words)


_TOLD = 0.8


def _below(base: KnowledgeBase, topic: str, mark: str) -> bool:
    """Say whether a mark is a topic that has to do with another: wider (but for the widest) or narrower."""
    order = base.vocabulary.order(Axis.TOPIC)
    other = mark[2:]
    if order.at_or_below(other, topic):
        return True
    return order.at_or_below(topic, other) and other not in {
        "world",
        "information-society",
        "internet",
        "telecommunications",
        "governance",
    }


_OF_THE_FIELD = {
    *("website", "websites", "browser", "server", "servers", "router", "provider", "providers", "registry", "platform"),
    *("internet", "online", "web", "net", "domain", "domains", "telecom", "broadband", "email", "cyber", "digital"),
}


def _in_field(found: list[Found]) -> bool:
    """Say whether a question has to do with the field: it names a holder, a topic, a position or a word of it."""
    for item in found:
        if item.mark is not None and item.mark.kind in {"H", "T"} and not item.mark.value.startswith(APART):
            return True
        if item.mark is not None and item.mark.kind in {"F", "P", "D"}:
            return True
        if any(word.text in _OF_THE_FIELD for word in item.words):
            return True
    return False


def _provisions_named(base: KnowledgeBase, line: str) -> tuple[tuple[str, ...], str]:
    """Return the provisions that the question names, and the question without their names."""
    known = {name.casefold(): name for p in base.provisions.values() for name in (p.id, p.reports) if name}
    by_local: dict[str, list[str]] = {}
    for usual in (True, False):
        local: dict[str, list[str]] = {}
        for folded, name in known.items():
            instrument, _, number = name.partition("-")
            if _is_usual(base, instrument) is usual:
                local.setdefault(number.casefold(), []).append(name)
            del folded
        by_local = {**local, **by_local}
    found: dict[str, None] = {}
    rest = line
    for token in re.findall(r"[a-z0-9]+(?:[-.][a-z0-9]+)+", line):
        if token in known:
            found[known[token]] = None
            rest = rest.replace(token, " ")
    for match in _PARAGRAPH.finditer(rest):
        for number, letter in _NUMBER.findall(match[1]):
            for name in by_local.get(number + letter, by_local.get(number, [])):
                found[name] = None
    if found or _PARAGRAPH.search(rest):
        rest = _PARAGRAPH.sub(" ", rest)
    for token in _BARE.findall(rest):
        if token in by_local:
            found.update(dict.fromkeys(by_local[token]))
            rest = re.sub(rf"(?<![\w.-]){token}(?![\w-])", " ", rest)
    if re.search(r"\bfoot-? ?notes?\b", rest):
        found.update({name: None for name in known.values() if name.endswith("-fn")})
        rest = re.sub(r"\bfoot-? ?notes?\b", " ", rest)
    return tuple(found), " ".join(rest.split())


def _is_usual(base: KnowledgeBase, instrument: str) -> bool:
    """Say whether an instrument answers when none is named."""
    known = base.instruments.get(instrument)
    return known is not None and known.default


def _instruments_named(base: KnowledgeBase, text: str) -> tuple[str, ...]:
    """Return the instruments that the question names by id, by a title or by a telling word of a short title."""
    line = f" {re.sub(r'[^a-z0-9()/.-]+', ' ', text.casefold())} "
    telling: dict[str, list[str]] = {}
    for instrument in base.instruments.values():
        for word in instrument.short.casefold().split():
            if len(word) > 4 and word not in {"internet", "governance", "world", "global"}:
                telling.setdefault(word, []).append(instrument.id)
    found: dict[str, None] = {}
    for instrument in base.instruments.values():
        names = (
            instrument.title,
            instrument.short,
            instrument.symbol.partition(" ")[0] if "/" in instrument.symbol else "",
        )
        if any(name and f" {name.casefold()} " in line for name in names) or re.search(
            rf"\b{re.escape(instrument.id)}\b", text
        ):
            found[instrument.id] = None
    for word, owners in telling.items():
        usual = [owner for owner in owners if _is_usual(base, owner)] or owners
        if len(usual) == 1 and f" {word} " in line.replace(".", " "):
            found.setdefault(usual[0])
    return tuple(found)
