"""What stands around a statement: whose view it is, whether it is called true, and questions with their answers."""

from __future__ import annotations

from igov.read.english.asking import answered, asked, fronted, leading, noes
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.read.english.shapes import (
    apposed,
    cleft,
    concessive,
    contrast,
    effected,
    inner_cleft,
    joined,
    nobodys,
    whereas,
    whethers,
)
from igov.read.english.views import attributed, called_good, called_true, reported, seen_so, trailing


def unframe(scene: Scene, marks: Marks) -> Framed:
    """Take a statement out of its frame."""
    framed = Framed(marks)
    if len(marks) > 1 and marks[0].kind == "w" and marks[0].value == "why":
        if "?" not in kinds(marks[1:-1]):
            framed.problem = "why"
            return framed
        framed.marks = marks[1:]
    while framed.marks and framed.marks[-1].kind in ".!?,;:":
        framed.marks.pop()
    for step in (
        noes,
        whethers,
        called_good,
        nobodys,
        contrast,
        seen_so,
        whereas,
        fronted,
        effected,
        joined,
        concessive,
        answered,
        leading,
        asked,
        attributed,
        reported,
        attributed,
        trailing,
        called_true,
        cleft,
        inner_cleft,
        apposed,
    ):
        step(scene, framed)
        while framed.marks and framed.marks[0].kind in ",:;.!":
            framed.marks.pop(0)
    return framed
