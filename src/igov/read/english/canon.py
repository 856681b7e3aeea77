"""From the verbs and topics that were found to the acts and topics of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from igov.terms.assignment import APART, UNSPECIFIED
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

POLICY = frozenset(
    {
        "public-policy",
        "international-public-policy",
        "national-public-policy",
        "access-and-use",
        "policies-for-standards",
    }
)
_RIGHTS = frozenset({"authority", "right"})
_MAKING = frozenset(
    {
        "create",
        "set",
        "develop",
        "propose",
        "implement",
        "apply",
        "ensure",
        "encourage",
        "foster",
        "contribute",
        "manage",
        "open",
    }
)
_ITU = frozenset({"itu", "itu-members", "itu-secretary-general", "itu-secretariat", "itu-sectors"})
_KEPT_UP = frozenset({"stability", "internet-stability", "internet-security", "internet-continuity"})
_GOVERNED = frozenset(
    {
        "cooperate",
        "explore-cooperation",
        "discuss",
        "facilitate-discussion",
        "conclude-agreement",
        "organize-national-model",
        "assist-national-model",
        "support",
        "build-capacity",
        "regulate",
    }
)
_GENERAL = frozenset({"coordinate", "develop", "foster-development", "manage", "operate"})
"""Acts that are done to much besides the Internet."""

_TOPIC_OF_ACT = {
    "set-policy": "public-policy",
    "establish-policy": "national-public-policy",
    "propose-policy": "public-policy",
    "implement-policy": "public-policy",
    "implement-measures": "telecommunication-services-security",
    "promote-openness": "itu-decision-making",
    "develop-principles": "principles",
    "apply-principles": "principles",
    "consult": "public-policy",
    "delegate-authority": "public-policy",
    "coordinate": "governance",
    "develop": "internet",
    "foster-development": "internet",
    "manage": "internet",
    "operate": "day-to-day",
}


def act_of(raws: Sequence[str], topics: set[str], position: str, holders: set[str], others: set[str]) -> str:
    """Return the act that verbs, topic and position come to."""
    own = next((raw[1:] for raw in raws if raw[:1] == "="), "")
    if own:
        return own
    if "adopt" in raws:
        raws = ["encourage" if "conducive" in raws else "set", *(raw for raw in raws if raw != "adopt")]
    has = set(raws)
    if "legislate" in has:
        return APART + "legislate"
    if "multistakeholder-processes" in topics:
        has.discard("develop")
        raws = [raw for raw in raws if raw != "develop"]
    policy = topics & POLICY
    ours = bool(holders & _ITU)
    if "delegate" in has and ("authority" in has or policy):
        return "delegate-authority"
    if "capacity" in has and (ours or "developing-countries" in others or "states" in holders):
        return "build-capacity"
    if "national-model" in has:
        return "assist-national-model" if ours else "organize-national-model"
    if "facilitate-discussion" in has:
        return "facilitate-discussion"
    if has & {"open", "secret"} and (ours or topics & {"itu-decision-making", "itu-affairs"}):
        return "promote-openness"
    if "agree" in has and (ours or others & _ITU) and raws[0] != "explore":
        return "conclude-agreement"
    if "reclaim" in has and "assign" not in has:
        return "reclaim"
    if has & {"assign", "reclaim"}:
        return "assign"
    if (
        "cooperate" in has
        and "operating-agencies" in others
        and (position == "act" or "ensure" in has)
        and "states" not in others
    ):
        return "ensure-cooperation"
    if "ensure" in has and "support" in has and ours:
        return "support"
    if "ensure" in has and "cooperate" in has:
        return "cooperate" if holders & {"operating-agencies", "administrations"} else "ensure-cooperation"
    if "explore" in has and (has & {"cooperate", "agree"} or ours or others):
        return "explore-cooperation"
    first = next(
        (r for r in raws if r not in {"contribute", "explore", "boost"}),
        "contribute" if "contribute" in has else "explore" if "explore" in has else "",
    )
    if first in {"facilitate-discussion", "discuss"}:
        return "discuss"
    if (
        first == "implement"
        and "regulate" in has
        and topics & {"telecommunications", "telecommunication-services-security"}
    ):
        return "implement-measures"
    if "regulate" in has and first in {"regulate", "set", "create", "implement", "propose"}:
        return "regulate"
    if "principles" in topics and first in _MAKING:
        return (
            "apply-principles"
            if first == "implement" and not has & {"develop", "create", "set"}
            else "develop-principles"
        )
    if first in {"manage", "operate"} and "national-segment" in topics and not policy:
        return "ensure"  # to keep it running
    if first == "manage" and topics & (_KEPT_UP | {"national-segment-security"}) and not policy:
        return "ensure"  # to look after its security
    if first == "operate" and topics & _KEPT_UP and "day-to-day" in topics:
        return "ensure"  # in the operation of it
    if first in {"implement", "manage", "create", "set"} and "day-to-day" in topics and not policy:
        return "operate"
    if first == "support":
        return "support"
    if ours and first == "develop" and not topics - {"internet", "development"}:
        return "foster-development"
    if "foster" in has and not policy:
        return "foster-development"
    if policy and first in _MAKING:
        return _policy_act(first, has, policy, topics)
    if "standards" in topics and (first in _MAKING or (not first and position in _RIGHTS)):
        return "develop"
    if first in {"create", "set"} and not policy:
        return "promote-policy" if "conducive" in has else UNSPECIFIED if position != "act" else APART + first
    if first == "contribute" and topics & {"technical-development", "economic-development", "standards"}:
        return "develop"
    if first == "contribute":
        return "discuss" if "discuss" in has else UNSPECIFIED
    if first in {"coordinate", "manage", "operate", "develop", "ensure", "consult", "cooperate", "regulate"}:
        return first
    if first:
        return APART + first if position == "act" else UNSPECIFIED
    return _without_verb(position, topics)


def _policy_act(first: str, has: set[str], policy: set[str], topics: set[str]) -> str:
    if first == "propose":
        return "propose-policy"
    if first == "implement":
        return "implement-policy"
    if first == "manage" and not has & {"create", "set", "develop"}:
        return "manage"
    if first == "ensure":
        return "ensure"
    if first in {"encourage", "foster"}:
        return "promote-policy"
    if policy & {"national-public-policy", "access-and-use"}:
        return "establish-policy"
    if "policies-for-standards" in policy or "standards" in topics:
        return "develop"
    return "set-policy"


def _without_verb(position: str, topics: set[str]) -> str:
    if position == "authority":
        if topics & {"standards", "technical-development", "economic-development"}:
            return "develop"
        return "set-policy"
    if position == "lead" and "day-to-day" in topics and not topics & {"ip-addresses", "domain-names", "numbering"}:
        return "operate"
    if position == "sovereign":
        return "set-policy"
    if topics & {"technical-development", "economic-development"}:
        return "develop"
    if topics & {"standards", "policies-for-standards"} and position != "right":
        return "develop"
    return UNSPECIFIED


_OF_A_MODEL = frozenset({"national-public-policy", "principles", "telecommunications", "technical"})
_NOT_OF_THE_ACT = {
    **dict.fromkeys(("organize-national-model", "assist-national-model", "build-capacity"), _OF_A_MODEL),
    **dict.fromkeys(("assign", "reclaim"), frozenset({"stability"})),
    "conclude-agreement": frozenset({"ip-based-networks"}),  # said of those with whom it is concluded
}
"""Topics that are named with an act and are not what is done to."""


def topic_of(
    found: set[str], adjectives: set[str], act: str, position: str, vocabulary: Vocabulary, *, whole: bool = True
) -> frozenset[str]:
    """Return the topics that meet: combined with their adjectives, what another already lies below left out.

    Where none is named, and `whole` says that all words were read, it is what the act is usually done to.
    """
    topics = set(found)
    if {"international", "national"} <= adjectives:  # both, and so neither alone
        adjectives = adjectives - {"international", "national"}
    if "related" in adjectives and topics & {"telecommunications"}:
        topics = (topics - {"telecommunications"}) | {"telecommunication-issues"}
    if adjectives & {"international"}:
        _swap(topics, "public-policy", "international-public-policy")
        _swap(topics, "governance", "international-governance")
    if "national" in adjectives:
        _swap(topics, "public-policy", "national-public-policy")
    if "stability" in topics:
        if topics & {"national-segment"}:
            topics = {"national-segment-security"}
        elif topics & {"telecommunications"}:
            topics = {"telecommunication-services-security"}
    if "telecommunications" in topics and act in {"regulate", "implement-measures"}:
        _swap(topics, "telecommunications", "telecommunication-services-security")
    if "economic" in adjectives and act == "develop":
        topics = (topics - {"internet"}) | {"economic-development"}
    if act == "develop" and "technical" in topics and not topics & {"standards", "day-to-day"}:
        topics = (topics - {"internet", "technical"}) | {"technical-development"}
    if "access-and-use" in topics:
        topics -= {"public-policy", "national-public-policy", "international-public-policy"}
    if act in {"develop-principles", "apply-principles"}:
        topics = {"principles"} if "principles" in topics else topics
    if "policies-for-standards" in topics or ("standards" in topics and act == "develop"):
        topics -= {"public-policy", "international-public-policy"}
    if "national-segment-security" in topics:
        topics -= {"stability", "national-public-policy", "public-policy"}
    topics -= _NOT_OF_THE_ACT.get(act, frozenset())
    if (
        position == "authority"
        and act == "set-policy"
        and not topics & POLICY
        and not any(t.startswith(APART) for t in topics)
    ) and not topics & {
        "information-society",
        "world",
        "day-to-day",
        "standards",
        "telecommunications",
        "itu-affairs",
    }:
        topics = (topics - {"internet", "governance"}) | {"public-policy"}
    if position == "authority" and "information-society" in topics:
        topics = {"information-society"}
    if "world" in topics and "technical" not in topics:
        topics = {"world"}  # whatever else is named with it, it is more
    if act in {"organize-national-model", "assist-national-model"}:
        topics = {"governance"}
    order = vocabulary.order(Axis.TOPIC)
    lowest = {t for t in topics if not any(o != t and order.at_or_below(o, t) for o in topics)}
    lowest = _as_governed(act, lowest)
    if not lowest and act in _TOPIC_OF_ACT and (whole or act not in _GENERAL):
        lowest = {_TOPIC_OF_ACT[act]}
    return frozenset(lowest)


def _as_governed(act: str, topics: set[str]) -> set[str]:
    """Return the topics of an act that is one of governance whatever it is said of, or of the Internet as a whole."""
    if act == "cooperate" and topics == {"governance"}:
        return {"internet"}
    over_networks = act == "regulate" and "telecommunications" in topics
    if act in _GOVERNED and topics <= {"internet", "governance", "telecommunications"} and not over_networks:
        return {"governance"}
    return topics


def _swap(topics: set[str], old: str, new: str) -> None:
    if old in topics:
        topics.discard(old)
        topics.add(new)
