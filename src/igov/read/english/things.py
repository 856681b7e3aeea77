"""Which holders are processes, and which by themselves show that a sentence speaks of the field."""

from __future__ import annotations

PROCESSES = frozenset(
    {
        "innovation",
        "existing-arrangements",
        "framework-for-government-participation",
        "enhanced-cooperation",
        "multistakeholder-consultations",
        "high-level-principles",
    }
)
"""Holders that are processes or texts, not bodies; their names go before those of topics."""

READ_ACTS = frozenset(
    {
        *("set-policy", "promote-policy", "establish-policy", "implement-policy"),
        *("propose-policy", "regulate", "implement-measures", "coordinate"),
        *("manage", "operate", "develop", "foster-development"),
        *("ensure", "assign", "reclaim", "consult"),
        *("discuss", "facilitate-discussion", "cooperate", "explore-cooperation"),
        *("conclude-agreement", "ensure-cooperation", "ensure-active-role", "support"),
        *("build-capacity", "promote-openness", "develop-principles", "apply-principles"),
        *("organize-national-model", "assist-national-model", "delegate-authority"),
    }
)
"""Acts that the reader finds by its own tables; any other is found by the names that the vocabulary gives it."""

IN_NEED = frozenset({"developing-countries", "least-developed-countries"})
"""Holders whom others are to support."""

FIELD_BODIES = frozenset(
    {
        *("itu", "icann", "rirs", "ripe-ncc", "ietf", "isoc", "w3c", "itu-secretary-general", "itu-secretariat"),
        *("itu-sectors", "internet-service-providers", "operating-agencies", "existing-arrangements"),
        *("framework-for-government-participation", "enhanced-cooperation", "multistakeholder-consultations"),
        *("itu-constitution", "itu-convention", "itu-decisions", "high-level-principles"),
        *("internet-governance-issues", "numbering-resources", "the-internet", "internet-management", "google"),
        *("electronic-frontier-foundation", "association-for-progressive-communications", "all-stakeholders"),
        "other-stakeholders",
    }
)
"""Holders that by themselves make a sentence one of the field."""
