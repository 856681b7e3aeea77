"""Assignments in words: who should have what, to do what, on what; where it stands, and what kind of text that is."""

from __future__ import annotations

from collections.abc import Iterable

from igov.show.text import clean, joined, quoted, sentence_case
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Norm, Part, Polarity, Quantity, Share, Voice
from igov.terms.base import KnowledgeBase, Status, Vocabulary
from igov.terms.order import Axis

_UNCOUNTED = ("civil society", "enhanced cooperation", "innovation", "business", "industry", "academia")
_PLURAL_KINDS = frozenset({"", "class", "organ", "process", "instrument", "thing", "team"})
_QUANTITIES = {Quantity.MANY: "many", Quantity.SEVERAL: "several", Quantity.ONE: "one of the"}
_HAVE = {Force.WAS: ("has had", "have had"), Force.IS: ("has", "have")}
_COMMANDS = frozenset({"may", "should", "must"})
_BE = {Force.WAS: ("has been", "have been"), Force.IS: ("is", "are")}


def label(vocabulary: Vocabulary, axis: Axis, term: str) -> str:
    """Return the label of a term of any axis; what is not in the vocabulary is its own label."""
    return vocabulary.label(axis, term)


def holder_phrase(vocabulary: Vocabulary, holder: Holder) -> str:
    """Return a holder as a noun: "many States", "the private sector"."""
    name = label(vocabulary, Axis.HOLDER, holder.term)
    if holder.quantity is not Quantity.ALL:
        return f"{_QUANTITIES[holder.quantity]} {name}"
    term = vocabulary.term(Axis.HOLDER, holder.term)
    kind = term.kind if term else ""
    if (
        kind == "organ"
        or (kind == "instrument" and not _plural(vocabulary, holder))
        or (name[:1].islower() and not name.startswith((*_UNCOUNTED, "the ")) and not _plural(vocabulary, holder))
    ):
        return f"the {name}"
    return name


def _plural(vocabulary: Vocabulary, holder: Holder) -> bool:
    if holder.quantity is not Quantity.ALL:
        return holder.quantity is not Quantity.ONE
    term = vocabulary.term(Axis.HOLDER, holder.term)
    if term is None or term.kind not in _PLURAL_KINDS:
        return False
    head = term.label.split(" for ")[0].split(" of ")[0].split(" and ")[0].split(" related ")[0]
    return head.endswith("s") and not head.endswith(("ss", "us"))


def topic_phrase(vocabulary: Vocabulary, topic: Iterable[str]) -> str:
    """Return the subjects of a topic as a noun; several are met at once."""
    names = [label(vocabulary, Axis.TOPIC, term) for term in sorted(topic)]
    return joined(["the Internet" if name == "Internet" else name for name in names])


def part_sentence(vocabulary: Vocabulary, part: Part) -> str:
    """Return what a part says as an English sentence without a full stop."""
    who = joined([holder_phrase(vocabulary, holder) for holder in part.holders])
    plural = len(part.holders) > 1 or any(_plural(vocabulary, holder) for holder in part.holders)
    if part.share is Share.ONLY:
        who = f"only {who}"
    if part.denied is Denies.SHARE:
        who = f"not {who}" if part.share is Share.ONLY else f"not only {who}"
    verb = _verb(vocabulary, part, plural)
    limits = [label(vocabulary, Axis.SCOPE, limit) for limit in part.limits]
    limits += [f"not only {label(vocabulary, Axis.SCOPE, limit)}" for limit in part.denied_limits]
    text = f"{who} {verb}{_over(vocabulary, part.topic)}{_with(vocabulary, part.counterpart)}"
    if limits:
        text += f" ({'; '.join(limits)})"
    if part.voice is Voice.REPORTED:
        text = f"it is reported of some that {text}"
    return sentence_case(text)


def norm_sentence(vocabulary: Vocabulary, norm: Norm) -> str:
    """Return what a norm says as an English sentence without a full stop."""
    return part_sentence(
        vocabulary,
        Part(
            holders=(norm.holder,),
            position=norm.position,
            activity=norm.activity,
            topic=norm.topic,
            force=norm.force,
            limits=tuple(limit.id for limit in norm.limits),
            share=norm.share,
            voice=norm.voice,
            counterpart=norm.counterpart,
            denied=Denies.POSITION if norm.polarity is Polarity.AGAINST else None,
        ),
    )


def _over(vocabulary: Vocabulary, topic: Iterable[str]) -> str:
    named = topic_phrase(vocabulary, topic)
    return f", on {named}" if named else ""


def _with(vocabulary: Vocabulary, counterpart: str | None) -> str:
    return f", with or for {label(vocabulary, Axis.COUNTERPART, counterpart)}" if counterpart else ""


def _verb(vocabulary: Vocabulary, part: Part, plural: bool) -> str:
    """Return the verb of a part with what is held and done: "should have a role to consult", "does not lead"."""
    known = vocabulary.term(Axis.POSITION, part.position)
    name = label(vocabulary, Axis.POSITION, part.position)
    act = "" if part.activity == UNSPECIFIED else label(vocabulary, Axis.ACTIVITY, part.activity)
    force = part.force or Force.IS
    denied = None if part.denied is Denies.SHARE else part.denied
    plain = force in _HAVE
    if part.position == "act" and act:
        if not plain:
            return f"{_negated(str(force), denied)} {act}"
        if denied is not None:
            return f"{'do' if plural else 'does'} not {act}"
        return act if plural else _third(act)
    if part.position == "participation":
        return f"{_takes_part(force, plural, denied)} ({act})" if act else _takes_part(force, plural, denied)
    have = _HAVE.get(force, (f"{force} have",) * 2)[plural]
    quality = known is not None and known.kind == "quality"
    if quality and name.startswith("having "):
        text = f"{_negated(have, denied)} {name.removeprefix('having ')}"
    elif quality and name.split(" ")[0].endswith("ing"):
        be = _BE.get(force, (f"{force} be",) * 2)[plural]
        text = f"{_negated(be, denied)} {name.removeprefix('being ')}"
    elif denied is Denies.POSITION and plain:
        text = f"{have} no {name.removeprefix('an ').removeprefix('a ').removeprefix('the ')}"
    else:
        text = f"{_negated(have, denied)} {name}"
    return f"{text} to {act}" if act else text


def _takes_part(force: Force, plural: bool, denied: Denies | None) -> str:
    if force is Force.WAS:
        return f"{_HAVE[force][plural].removesuffix(' had')} taken {'no ' if denied else ''}part"
    if force is Force.IS:
        return f"{'take' if plural else 'takes'} {'no ' if denied else ''}part"
    return f"{_negated(str(force), denied)} take part"


def _third(act: str) -> str:
    first, space, rest = act.partition(" ")
    if first == "be":
        return f"is{space}{rest}"
    ending = "es" if first.endswith(("s", "sh", "ch", "x")) else "s"
    stem = f"{first[:-1]}ie" if first.endswith("y") and first[-2:-1] not in "aeiou" else first
    return f"{stem}{ending}{space}{rest}"


def _negated(verb: str, denied: Denies | None) -> str:
    """Return the verb as the denial has it: "must not have", "need not have"; as it is where nothing is denied."""
    if denied is None:
        return verb
    first, space, rest = verb.partition(" ")
    return f"need not{space}{rest}" if denied is Denies.FORCE and first in _COMMANDS else f"{first} not{space}{rest}"


def captions(vocabulary: Vocabulary, norms: Iterable[Norm]) -> list[tuple[str, Norm]]:
    """Return what norms assign in few words, without their holders: how many, position, act, topic, force, limits.

    Norms that differ in force alone, or in topic alone, share a line.
    """
    by_force: dict[tuple[str, str, str], tuple[list[str], Norm]] = {}
    for norm in norms:
        key = (_before(vocabulary, norm), topic_phrase(vocabulary, norm.topic), _after(vocabulary, norm))
        forces = by_force.setdefault(key, ([], norm))[0]
        if str(norm.force) not in forces:
            forces.append(str(norm.force))
    by_topic: dict[tuple[str, str, str], tuple[list[str], Norm]] = {}
    for (before, topic, after), (forces, norm) in by_force.items():
        by_topic.setdefault((before, ", ".join(forces), after), ([], norm))[0].append(topic)
    return [
        (" · ".join(text for text in (before, "; ".join(filter(None, topics)), f"{forces}{after}") if text), norm)
        for (before, forces, after), (topics, norm) in by_topic.items()
    ]


def _before(vocabulary: Vocabulary, norm: Norm) -> str:
    name = label(vocabulary, Axis.POSITION, norm.position)
    against = norm.polarity is Polarity.AGAINST
    words = [f"not {name}" if against else name]
    if norm.activity != UNSPECIFIED:
        act = label(vocabulary, Axis.ACTIVITY, norm.activity)
        words = [act] if norm.position == "act" and not against else [*words, act]
    several = "" if norm.holder.quantity is Quantity.ALL else f"{norm.holder.quantity} of them: "
    return several + " · ".join(words)


def _after(vocabulary: Vocabulary, norm: Norm) -> str:
    text = f" · with or for {label(vocabulary, Axis.COUNTERPART, norm.counterpart)}" if norm.counterpart else ""
    if norm.share is not Share.SOME:
        text += " · alone" if norm.share is Share.ONLY else " · with or for them alone"
    if norm.voice is Voice.REPORTED:
        text += " · a view reported of some"
    if norm.limits:
        text += f" ({limits_phrase(vocabulary, [limit.id for limit in norm.limits])})"
    return text


def condition_phrase(base: KnowledgeBase, norm: Norm) -> str:
    """Return what a norm is conditional on, in words; empty where it is not."""
    told = [f"where {_condition(base, name)}" for name in norm.when]
    told += [f"unless {_condition(base, name)}" for name in norm.unless]
    return "; ".join(told)


def _condition(base: KnowledgeBase, name: str) -> str:
    """Return a condition in words: a fact of the case, or that what a provision gives holds."""
    known = base.facts.get(name)
    return known.label if known else f"what {name} gives holds"


def limits_phrase(vocabulary: Vocabulary, limits: Iterable[str]) -> str:
    """Return limits as a list of words."""
    return "; ".join(label(vocabulary, Axis.SCOPE, limit) for limit in limits)


def is_draft(base: KnowledgeBase, instrument: str) -> bool:
    """Say whether an instrument was never adopted."""
    known = base.instruments.get(instrument)
    return known is not None and known.status is Status.DRAFT


def _is_report(base: KnowledgeBase, instrument: str) -> bool:
    """Say whether an instrument that was never adopted was no draft of anything, but a report."""
    known = base.instruments[instrument]
    return known.status is Status.DRAFT and "report" in known.short.casefold()


def citation(base: KnowledgeBase, norm: Norm) -> str:
    """Return the cite of a norm, with the place that reports it, and the marks of a draft and of our own words."""
    cite = norm.cite
    if norm.provision != norm.cite:
        cite = f"{cite}, as reported in {norm.provision}"
    elif not norm.cite.startswith(f"{norm.instrument}-"):
        known = base.provisions.get(norm.provision)
        cite = f"{known.reports}, as reported in {cite}" if known and known.reports else cite
    marks = []
    if is_draft(base, norm.instrument):
        marks.append("never adopted" if _is_report(base, norm.instrument) else "draft")
    if is_paraphrase(base, norm):
        marks.append("paraphrase" if norm.basis == "seen" else f"paraphrase, {norm.basis}")
    return f"{cite} ({', '.join(marks)})" if marks else cite


def is_paraphrase(base: KnowledgeBase, norm: Norm) -> bool:
    """Say whether the words of a norm are our own summary and not those of the instrument."""
    known = base.provisions.get(norm.provision)
    return known is not None and known.paraphrase


def words_of(base: KnowledgeBase, norm: Norm) -> str:
    """Return the words that a norm rests on: between quotation marks where they are the instrument's own."""
    return clean(norm.words).strip() if is_paraphrase(base, norm) else quoted(norm.words)


def instrument_line(base: KnowledgeBase, instrument: str) -> str:
    """Return what an instrument is: title, symbol, body, year and status."""
    known = base.instruments[instrument]
    status = "draft, never adopted" if known.status is Status.DRAFT else "adopted"
    if _is_report(base, instrument):
        status = "never adopted"
    return f"{known.id}: {known.title}, {known.date.year}, {status}"


def short_title(base: KnowledgeBase, instrument: str) -> str:
    """Return the short title of an instrument, its id where it has none."""
    known = base.instruments.get(instrument)
    return (known.short or known.title or known.id) if known else instrument
