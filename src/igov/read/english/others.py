"""Persons and matters of which the texts know nothing, beside those of which they speak."""

from __future__ import annotations

import re

from igov.read.english.drafting import Draft
from igov.read.english.lexicon import Mark
from igov.read.english.phrases import stems_of
from igov.read.english.scene import Scene, kinds
from igov.read.english.seeing import strange
from igov.terms.order import Axis

_FOREIGN = stems_of("foreign")


def foreign(scene: Scene, mark: Mark) -> bool:
    """Say whether a mark is a word known to speak of other matters than the texts."""
    return scene.words[mark.first].stem in _FOREIGN


def of_strangers(draft: Draft) -> bool:
    """Ask the neighbours: somebody is asked of whom nothing is known."""
    rest, scene = draft.found.rest, draft.scene
    asked = [at for at, mark in enumerate(rest) if mark.kind == "A" and mark.value == "consult"]
    return any(mark.kind == "w" and strange(scene, mark) for at in asked for mark in rest[at + 1 : at + 2])


def and_more(draft: Draft) -> bool:
    """Say whether a topic is joined with one of which the texts know nothing: the Internet and broadcasting too."""
    marks = draft.found.rest
    string = kinds(marks)
    if "c" not in string:
        return False
    vocabulary = draft.scene.lexicon.vocabulary

    def known(mark: Mark) -> bool:
        topic = vocabulary.term(Axis.TOPIC, mark.value) if mark.kind == "T" else None
        return topic is not None and topic.kind != "subject"

    def unknown(mark: Mark) -> bool:
        return not known(mark) and (mark.kind == "T" or (mark.kind == "w" and foreign(draft.scene, mark)))

    joined = [(marks[m.start()], marks[m.end(1) - 1]) for m in re.finditer(r"[Tw](?=(c[oifv]?[Tw]))", string)]
    return any((known(a) and unknown(b)) or (unknown(a) and known(b)) for a, b in joined)


def of_other_matters(draft: Draft) -> set[str]:
    """Members of the ITU should have a vote: the matter is not that they are members."""
    if "itu-membership" not in draft.seen.topics:
        return set()
    vocabulary = draft.scene.lexicon.vocabulary
    known = {topic: vocabulary.term(Axis.TOPIC, topic) for topic in draft.seen.topics}
    return {topic for topic, term in known.items() if term is not None and term.kind == "subject"}
