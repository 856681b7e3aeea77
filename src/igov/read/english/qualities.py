"""The things that clauses say of a body, a process or a text: each construction read by its own marks."""

from __future__ import annotations

from igov.read.english import arrangements, bodies, texts
from igov.read.english.scene import Scene
from igov.read.english.shared import Clause, Parts

_FIRST, *_REST = bodies.CONSTRUCTIONS
_CONSTRUCTIONS = (_FIRST, *arrangements.CONSTRUCTIONS, *_REST, *texts.CONSTRUCTIONS)


def quality(scene: Scene, clause: Clause) -> Parts | None:
    """Return the parts of a clause that speaks of a quality, or None where it does not."""
    told = {m.value for m in clause.marks}
    told.update(scene.traits, clause.stems)
    for construction, needs in _CONSTRUCTIONS:
        if needs.isdisjoint(told):
            continue
        parts = construction(scene, clause)
        if parts:
            return parts
    return None
