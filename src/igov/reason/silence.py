"""Which silences are not to be believed of a sentence: those on a holder, an act and subjects of which texts speak.

Where a text gives a holder just that act on subjects that it knows, and a sentence read as English still bears on none
of its norms, the sentence was more likely misread than thought of by nobody. What is said by axes is taken as it is
said. A denial of more than a text gives is of course one of which it says nothing.
"""

from __future__ import annotations

from igov.reason.inforce import InForce
from igov.reason.standing import is_quality, settled
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Norm, Part, Polarity
from igov.terms.verdict import Judgement, Verdict

MOST = ("lead", "authority")
"""The positions that are often denied of somebody who is given less."""


def doubtful(texts: InForce, judgement: Judgement) -> Part | None:
    """Return the part on which a judgement of SILENT rests though the texts give its holder just its act, or None."""
    if judgement.verdict is not Verdict.SILENT:
        return None
    for judged in judgement.parts:
        part = settled(texts, judged.part)
        if judged.verdict is Verdict.SILENT and _of_the_texts(texts, part):
            near = (norm for norm in texts.norms if norm.polarity is Polarity.FOR and _same_act(texts, norm, part))
            if any(_of_the_holder(texts, norm, holder) for norm in near for holder in part.holders):
                return judged.part
    return None


def _of_the_texts(texts: InForce, part: Part) -> bool:
    """Say whether every subject of a part is one of which the texts speak, or lies inside or around one."""
    spoken = {term for norm in texts.norms for term in norm.topic}
    return all(any(texts.topics.comparable(term, other) for other in spoken) for term in part.topic)


def _same_act(texts: InForce, norm: Norm, part: Part) -> bool:
    """Say whether a norm gives the act of a part, or the quality where there is none, with or for the same others."""
    if part.counterpart and norm.counterpart and not texts.holders.comparable(part.counterpart, norm.counterpart):
        return False
    if part.denied is Denies.FORCE or (part.force is Force.WAS) is not (norm.force is Force.WAS):
        return False
    if part.denied and any(texts.positions.at_or_below(most, part.position) for most in MOST):
        return False
    if part.activity != UNSPECIFIED:
        return norm.activity == part.activity
    return norm.position == part.position and is_quality(texts, part.position)


def _of_the_holder(texts: InForce, norm: Norm, holder: Holder) -> bool:
    """Say whether a norm is about a holder, a class of it or one of its kind."""
    return texts.holders.comparable(norm.holder.term, holder.term)
