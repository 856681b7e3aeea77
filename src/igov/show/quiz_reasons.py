"""Why an answer of a quiz is right or wrong, in plain words, with the words of the clause that says so."""

from __future__ import annotations

from igov.show.phrases import is_draft, is_paraphrase, short_title
from igov.show.spoken import named, spoken
from igov.show.text import clean, joined, quoted, sentence_case
from igov.terms.assignment import Norm, Polarity, Share
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Judgement, PartJudgement, Verdict

POINTS = {
    Axis.HOLDER: "whom it speaks of",
    Axis.POSITION: "what standing it gives",
    Axis.TOPIC: "which matters it covers",
    Axis.FORCE: "how strongly it is put",
    Axis.SCOPE: "the limits that it drops",
    Axis.SHARE: "the word “only”",
    Axis.VOICE: "whose view it is",
    Axis.COUNTERPART: "with or for whom it is",
}


def words_said(base: KnowledgeBase, norm: Norm, says: str = "says") -> str:
    """Return a clause with its words: which text it is of, who reports it, and that it is a draft."""
    text = short_title(base, norm.cite.partition("-")[0] if norm.provision != norm.cite else norm.instrument)
    text += f", as reported in {norm.provision}" if norm.provision != norm.cite else ""
    text += ", never adopted" if is_draft(base, norm.instrument) else ""
    how = " in substance" if is_paraphrase(base, norm) else ""
    return f"{norm.cite} ({clean(text)}) {says}{how}: {quoted(norm.words)}."


def reason(base: KnowledgeBase, judgement: Judgement) -> str:
    """Return why a claim of one part gets its verdict: which clause says so, or denies it, or is only near."""
    part = judgement.parts[0]
    near = (part.bearings or part.nearest)[:1]
    told = [_reason(base, part, bearing) for bearing in near] or ["No clause gives it, and none denies it."]
    if (
        part.verdict is Verdict.OVERSTATED
        and part.wording is not None
        and (fair := spoken(base.vocabulary, part.wording))
    ):
        told.append(f"What the text does bear out: “{fair}.”")
    return " ".join(told)


def resting(base: KnowledgeBase, judgement: Judgement) -> str:
    """Return which readings a verdict rests on, a sentence each; empty where no other reading would change it."""
    known = [base.readings[name] for name in judgement.rests_on if name in base.readings]
    return " ".join(f"So it is where the text is read like this: {clean(reading.on)}" for reading in known)


def _reason(base: KnowledgeBase, part: PartJudgement, bearing: Bearing) -> str:
    norm = bearing.norm
    match part.verdict:
        case Verdict.SUPPORTED:
            return words_said(base, norm, "denies it too" if part.part.denied else "says so")
        case Verdict.OVERSTATED:
            points = joined([POINTS[axis] for axis in part.axes if axis in POINTS])
            return f"It goes further than the text in {points}. {words_said(base, norm)}"
        case Verdict.CONTRADICTED:
            return _opposed(base, part, norm)
        case Verdict.DISPUTED:
            return f"The texts are of two minds on it. {words_said(base, norm)}"
        case Verdict.SILENT:
            return f"No clause gives it, and none denies it. The nearest, {words_said(base, norm)}"


def _opposed(base: KnowledgeBase, part: PartJudgement, norm: Norm) -> str:
    """Return how a clause opposes a claim."""
    if norm.polarity is Polarity.AGAINST:
        return words_said(base, norm, "says the opposite")
    if part.part.denied is not None:
        return words_said(base, norm, "gives what the sentence denies")
    holder = named(base.vocabulary, norm.holder)
    if norm.share is Share.ONLY and part.part.share is Share.SOME:
        return words_said(base, norm, f"gives it to {holder or 'another holder'} alone")
    if part.part.share is not Share.SOME:
        return words_said(base, norm, "gives others a part in it")
    return words_said(base, norm, "says otherwise")


def texts_line(base: KnowledgeBase, instruments: tuple[str, ...]) -> str:
    """Return which texts a quiz rests on: "TA is the Tunis Agenda (2005, adopted)"."""
    told = []
    for name in instruments:
        known = base.instruments[name]
        status = "never adopted" if is_draft(base, name) else "adopted"
        told.append(f"{name} is the {clean(known.short or known.title)} ({known.date.year}, {status})")
    return sentence_case(f"{'; '.join(told)}.")
