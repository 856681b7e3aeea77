"""Norms and vocabulary steps as JSON objects, the same in every answer."""

from __future__ import annotations

from collections.abc import Iterable

from igov.show.phrases import holder_phrase, is_paraphrase, norm_sentence, topic_phrase
from igov.terms.assignment import Holder, Norm
from igov.terms.base import KnowledgeBase, Status
from igov.terms.order import Axis, Step


def norm_object(base: KnowledgeBase, norm: Norm) -> dict[str, object]:
    """Return a norm: its cite, its words, its axes by id, what it says, and what kind of text it stands in."""
    instrument = base.instruments.get(norm.instrument)
    return {
        "norm": norm.id,
        "cite": norm.cite,
        "provision": norm.provision,
        "reported_in": norm.provision if norm.provision != norm.cite else None,
        "instrument": norm.instrument,
        "standing": "draft" if instrument and instrument.status is Status.DRAFT else "adopted",
        "words": norm.words,
        "paraphrase": is_paraphrase(base, norm),
        "says": norm_sentence(base.vocabulary, norm),
        "holder": {
            "term": norm.holder.term,
            "label": base.vocabulary.label(Axis.HOLDER, norm.holder.term),
            "quantity": str(norm.holder.quantity),
        },
        "position": norm.position,
        "activity": norm.activity,
        "topic": sorted(norm.topic),
        "force": str(norm.force),
        "limits": [limit.id for limit in norm.limits],
        "share": str(norm.share),
        "voice": str(norm.voice),
        "with": norm.counterpart,
        "polarity": str(norm.polarity),
        "when": list(norm.when),
        "unless": list(norm.unless),
        "basis": norm.basis,
    }


def step_object(base: KnowledgeBase, axis: Axis, narrow: str, step: Step) -> dict[str, object]:
    """Return a step of the vocabulary: from what to what, on what basis."""
    return {
        "axis": str(axis),
        "narrow": narrow,
        "above": step.above,
        "says": step_sentence(base, axis, narrow, step),
        "basis": step.basis,
        "cite": step.cite,
        "reading": step.reading,
    }


def step_sentence(base: KnowledgeBase, axis: Axis, narrow: str, step: Step) -> str:
    """Return a step in words: "civil society is among all stakeholders", "domain names are part of numbering"."""
    one, other = (base.vocabulary.label(axis, term) for term in (narrow, step.above))
    verb = "are" if one.endswith("s") and not one.endswith("ss") and not one[:2].isupper() else "is"
    if axis is Axis.POSITION:
        return f"{other} includes {one}"
    if axis is Axis.HOLDER or axis is Axis.COUNTERPART:
        if other.endswith("s"):
            return f"{one} {verb} among {other}"
        return f"{one} {verb} part of {holder_phrase(base.vocabulary, Holder(step.above))}"
    if axis is Axis.ACTIVITY:
        return f"“{one}” is part of “{other}”"
    return f"{one} {verb} part of {topic_phrase(base.vocabulary, [step.above])}"


def basis_phrase(step: Step) -> str:
    """Return what a step rests on, with its citation or reading."""
    rest = [step.basis] if step.basis else []
    if step.cite and step.cite not in step.basis:
        rest.append(step.cite)
    if step.reading:
        rest.append(f"reading {step.reading}")
    return ", ".join(rest)


def holder_objects(base: KnowledgeBase, holders: Iterable[str]) -> list[dict[str, str]]:
    """Return holders by id and label."""
    return [{"term": term, "label": base.vocabulary.label(Axis.HOLDER, term)} for term in holders]
