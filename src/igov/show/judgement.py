"""A judgement as one JSON object, with its derivation, and as a claim that can be said again by axes."""

from __future__ import annotations

from igov.show.norms import norm_object, step_object
from igov.show.phrases import norm_sentence, part_sentence
from igov.show.spoken import plainly
from igov.show.text import joined, sentence_case
from igov.terms.assignment import Claim, Denies, Part, Polarity, Quantity, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Judgement, PartJudgement, Ready, Standing, Verdict


def claim_object(
    base: KnowledgeBase,
    judgement: Judgement | None,
    *,
    claim: str,
    identity: object = None,
    problem: str | None = None,
    read: Claim | None = None,
) -> dict[str, object]:
    """Return the answer to a claim; without a judgement it has no verdict and says why in `problem`."""
    if judgement is None:
        return {
            "schema": "igov/claim/1",
            "id": identity,
            "claim": claim,
            "verdict": None,
            "axes": [],
            "cites": [],
            "standing": None,
            "reading": [part_object(part) for part in read.parts] if read else [],
            "rests_on": [],
            "without": {},
            "holds_if": [],
            "otherwise": None,
            "limits": [],
            "instead": None,
            "nearest": [],
            "because": problem,
            "derivation": None,
            "problem": problem,
        }
    return {
        "schema": "igov/claim/1",
        "id": identity,
        "claim": claim,
        "verdict": str(judgement.verdict),
        "axes": [str(axis) for axis in judgement.axes],
        "cites": list(judgement.cites),
        "standing": judgement.standing,
        "reading": [part_object(part) for part in judgement.claim.parts],
        "rests_on": list(judgement.rests_on),
        "without": {name: str(verdict) for name, verdict in (judgement.without or {}).items()},
        "holds_if": [list(facts) for facts in judgement.holds_if],
        "otherwise": str(judgement.otherwise) if judgement.otherwise else None,
        "limits": list(judgement.limits),
        "instead": instead(base, judgement),
        "nearest": nearest(judgement),
        "because": because(base, judgement),
        "derivation": derivation_object(base, judgement),
        "problem": problem,
    }


def part_object(part: Part) -> dict[str, object]:
    """Return one clause of a claim, axis by axis, with the words that said each."""
    words = part.words

    def said(axis: Axis, **terms: object) -> dict[str, object]:
        return {**terms, "words": words.get(str(axis))}

    quantities = [str(holder.quantity) for holder in part.holders]
    return {
        "holder": said(Axis.HOLDER, terms=[holder.term for holder in part.holders], quantities=quantities),
        "position": said(Axis.POSITION, term=part.position),
        "activity": said(Axis.ACTIVITY, term=part.activity),
        "topic": said(Axis.TOPIC, terms=sorted(part.topic)),
        "force": said(Axis.FORCE, term=str(part.force) if part.force else None),
        "scope": said(Axis.SCOPE, limits=list(part.limits), denied=list(part.denied_limits)),
        "share": said(Axis.SHARE, term=str(part.share)),
        "voice": said(Axis.VOICE, term=str(part.voice)),
        "counterpart": said(Axis.COUNTERPART, term=part.counterpart),
        "denied": str(part.denied) if part.denied else None,
    }


def misses(bearing: Bearing) -> list[str]:
    """Return the axes on which a norm misses the claim."""
    return [str(axis) for axis in Axis if bearing.standings.get(axis, Standing.WITHIN) is not Standing.WITHIN]


def nearest(judgement: Judgement) -> list[dict[str, object]]:
    """Return the norms that come nearest to a claim on which the texts are silent, and the axes each misses."""
    if judgement.verdict is not Verdict.SILENT:
        return []
    seen: dict[str, list[str]] = {}
    for part in judgement.parts:
        if part.verdict is Verdict.SILENT:
            for bearing in part.nearest:
                seen.setdefault(bearing.norm.cite, misses(bearing))
    return [{"cite": cite, "misses": axes} for cite, axes in seen.items()]


def instead(base: KnowledgeBase, judgement: Judgement) -> str | None:
    """Return what the texts do bear out in the place of a claim that is overstated or contradicted."""
    told = [text for part in judgement.parts if (text := part_instead(base, part))]
    return " ".join(dict.fromkeys(told)) or None


def part_instead(base: KnowledgeBase, part: PartJudgement) -> str | None:
    """Return the wording that the text does bear, or what it gives that holder instead; None where the claim stands."""
    if part.verdict is Verdict.OVERSTATED and part.wording is not None:
        return f"{plainly(base.vocabulary, part.wording)}."
    if part.verdict is Verdict.CONTRADICTED and part.instead is not None:
        norm = part.instead.norm
        return f"{norm_sentence(base.vocabulary, norm)} ({norm.cite})."
    return None


def because(base: KnowledgeBase, judgement: Judgement) -> str:
    """Return why, in legal words: one sentence for each clause of the claim that decides."""
    deciding = [part for part in judgement.parts if part.verdict is judgement.verdict]
    return " ".join(dict.fromkeys(part_because(base, part) for part in deciding))


def part_because(base: KnowledgeBase, part: PartJudgement) -> str:
    """Return why one clause of a claim gets its verdict."""
    named = list(dict.fromkeys(bearing.norm.cite for bearing in part.bearings))
    cites = joined(named)
    match part.verdict:
        case Verdict.SUPPORTED:
            said = "denies it too" if part.part.denied is Denies.POSITION else "says so"
            text = f"{cites} {said}" if len(named) == 1 else f"{cites} say so"
            return sentence_case(f"{text}{_defeated(part)}.")
        case Verdict.OVERSTATED:
            return f"The sentence goes further than {cites} on {joined([str(axis) for axis in part.axes])}."
        case Verdict.CONTRADICTED:
            told = [_opposed(base, part, bearing) for bearing in part.bearings]
            return sentence_case(f"{'; '.join(dict.fromkeys(told))}{_defeated(part)}.")
        case Verdict.DISPUTED:
            return _disputed(part)
        case Verdict.SILENT:
            if part.unplaced:
                names = joined([base.vocabulary.label(Axis.HOLDER, term) for term in part.unplaced])
                return f"No provision speaks of it, and no class of the texts covers {names}."
            return "No provision gives it or denies it."


def _disputed(part: PartJudgement) -> str:
    if part.hangs_on:
        apply = "applies" if len(set(part.hangs_on)) == 1 else "apply"
        return f"It hangs on whether {joined(list(dict.fromkeys(part.hangs_on)))} {apply}, and nothing settles that."
    ours = list(dict.fromkeys(b.norm.cite for b in part.bearings if b.side != "opposes"))
    theirs = list(dict.fromkeys(b.norm.cite for b in part.bearings if b.side == "opposes"))
    bear = "bears" if len(ours) == 1 else "bear"
    say = "says" if len(theirs) == 1 else "say"
    return f"{joined(ours)} {bear} it out, {joined(theirs)} {say} the opposite, and neither prevails."


def _opposed(base: KnowledgeBase, part: PartJudgement, bearing: Bearing) -> str:
    """Return how a provision opposes a clause of a claim."""
    norm, vocabulary = bearing.norm, base.vocabulary
    holder = vocabulary.label(Axis.HOLDER, norm.holder.term)
    if norm.polarity is Polarity.AGAINST:
        return f"{norm.cite} says the opposite: {norm_sentence(vocabulary, norm)}"
    if part.part.denied is not None:
        return f"{norm.cite} gives what the sentence denies: {norm_sentence(vocabulary, norm)}"
    if norm.share is Share.ONLY and part.part.share is Share.SOME:
        return f"{norm.cite} gives it to {holder} alone"
    if part.part.share is not Share.SOME:
        return f"{norm.cite} gives others a part in it: {norm_sentence(vocabulary, norm)}"
    return f"{norm.cite} says otherwise: {norm_sentence(vocabulary, norm)}"


def _defeated(part: PartJudgement) -> str:
    told = dict.fromkeys(f"{d.winner.cite} prevails over {d.loser.cite} ({d.ground})" for d in part.defeats)
    return f"; {'; '.join(told)}" if told else ""


def ready_object(base: KnowledgeBase, ready: Ready) -> dict[str, object]:
    """Return a ready-made claim with its verdict, axes and cites, and why."""
    return {
        "claim": plainly(base.vocabulary, ready.part),
        "verdict": str(ready.judgement.verdict),
        "axes": [str(axis) for axis in ready.judgement.axes],
        "cites": list(ready.judgement.cites),
        "because": because(base, ready.judgement),
    }


def derivation_object(base: KnowledgeBase, judgement: Judgement) -> dict[str, object]:
    """Return the whole derivation: for every clause what bears on it, which steps were taken, who prevails and why."""
    return {
        "verdict": str(judgement.verdict),
        "assumed": dict(judgement.assumed or {}),
        "instruments": list(judgement.instruments),
        "adopted_only": str(judgement.adopted_only) if judgement.adopted_only else None,
        "parts": [_part_derivation(base, part) for part in judgement.parts],
    }


def _part_derivation(base: KnowledgeBase, part: PartJudgement) -> dict[str, object]:
    return {
        "says": part_sentence(base.vocabulary, part.part),
        "verdict": str(part.verdict),
        "axes": [str(axis) for axis in part.axes],
        "because": part_because(base, part),
        "bearings": [_bearing_object(base, bearing) for bearing in part.bearings],
        "others": list(dict.fromkeys(bearing.norm.id for bearing in part.others)),
        "defeats": [
            {"winner": defeat.winner.id, "loser": defeat.loser.id, "ground": str(defeat.ground)}
            for defeat in part.defeats
        ],
        "nearest": [_bearing_object(base, bearing) for bearing in part.nearest],
        "wording": plainly(base.vocabulary, part.wording) if part.wording else None,
        "unplaced": list(part.unplaced),
    }


def _bearing_object(base: KnowledgeBase, bearing: Bearing) -> dict[str, object]:
    return {
        **norm_object(base, bearing.norm),
        "side": bearing.side,
        "standings": {str(axis): str(standing) for axis, standing in bearing.standings.items()},
        "steps": [step_object(base, step.axis, step.narrow, step.step) for step in bearing.steps],
        "rests_on": {"readings": list(bearing.readings), "limits": list(bearing.limits)},
        "beyond": [str(axis) for axis in bearing.axes],
    }


def axes_command(part: Part) -> str:
    """Return the command that says a clause by axes."""
    words = ["igov check-claim"]
    words += [f"--holder {_shell(holder.term)}" for holder in part.holders]
    quantities = {holder.quantity for holder in part.holders}
    if quantities != {Quantity.ALL}:
        words.append(f"--quantity {next(iter(quantities - {Quantity.ALL}))}")
    words.append(f"--position {_shell(part.position)}")
    if part.activity != "unspecified":
        words.append(f"--activity {_shell(part.activity)}")
    words += [f"--topic {_shell(topic)}" for topic in sorted(part.topic)]
    if part.force:
        words.append(f"--force {part.force}")
    words += [f"--limit {_shell(limit)}" for limit in part.limits]
    words += [f"--deny-limit {_shell(limit)}" for limit in part.denied_limits]
    if part.share is not Share.SOME:
        words.append(f"--share {part.share}")
    if part.voice is not Voice.OWN:
        words.append(f"--voice {part.voice}")
    if part.counterpart:
        words.append(f"--with {_shell(part.counterpart)}")
    if part.denied:
        words.append(f"--denied {part.denied}")
    return " ".join(words)


def _shell(text: str) -> str:
    if text.replace("-", "").isalnum():
        return text
    return "'" + text.replace("'", "'\\''") + "'"


def verdict_head(judgement: Judgement) -> str:
    """Return what stands behind the verdict in the first line: by which texts, and of what kind."""
    if not judgement.cites:
        return "the texts neither give it nor deny it"
    norms = [bearing.norm for part in judgement.parts for bearing in part.bearings]
    reported = {norm.cite: norm.provision for norm in norms if norm.provision != norm.cite}
    by = {Verdict.OVERSTATED: "beyond", Verdict.DISPUTED: "between"}.get(judgement.verdict, "by")
    if set(judgement.cites) <= set(reported):
        places = joined(sorted({reported[cite] for cite in judgement.cites}))
        text = f"{by} {joined(list(judgement.cites))}, as reported in {places}"
    else:
        told = [f"{cite} (as reported in {reported[cite]})" if cite in reported else cite for cite in judgement.cites]
        text = f"{by} {joined(told)}"
    if judgement.standing == "draft":
        text += "; it rests on a draft alone, never adopted"
    elif judgement.standing == "both":
        text += "; an adopted text and a draft, never adopted"
    return text
