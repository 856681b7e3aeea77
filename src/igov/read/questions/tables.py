"""Words of questions that the vocabulary of sentences does not need: what to pass over, and what comes near what."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PASSED_OVER = _words(
    """
    a an the this that these those it its they them their he she his her we us our you your i me my one ones
    who whom whose what which when where why how whether there here be is are was were been being am do does
    did done have has had having get gets got can may could might must should shall will would ought need
    needs of to in on at by for from with without within into over under about as than then and or but so if
    nor not no yes also just only even still yet ever never too very much many more most less least few any
    some all each every both say says said tell tells told text texts clause clauses provision provisions
    paragraph paragraphs agenda tunis opinion draft document documents source sources according article
    instrument footnote recital recitals question questions matter matters thing things issue issues topic
    topics subject point points case mean means meant suppose supposed expect expected think thought consider
    considered regard regarded deem deemed see seen go goes going come comes make makes made take takes taken
    give gives given put set let keep kept please actually really exactly properly simply truly ever anyway at
    all way ways kind kinds sort sorts part parts place job task tasks role roles play plays know want like
    look looking asked ask answer answers speak speaks mention mentioned mentions person people somebody
    someone anybody anyone everybody nobody else other others another name names list describe explain compare
    difference differ different differences treat treated bring brought become hold held holds have carry
    possible power powers respect respects regard able allowed supposed meant entitled free body bodies actor actors
    group groups party organization organizations institution institutions entity entities
    """
)
"""Words that tell nothing of the matter; their stems are passed over too."""

FRAME = _words(
    """
    say says said saying state states stated provide provides mention mentions mentioned name names named list
    lists count speak speaks deal deals address addresses treat treats cover covers touch touches refer refers
    tell tells told contain contains read reads write written give gives given show shows on about with as
    before whatever like likes it
    """
)
"""Words that frame a question; a phrase of nothing else tells nothing of the matter."""

CARE = frozenset(
    (
        *("look after", "looks after", "take care", "takes care", "take care of", "takes care of", "see to", "sees to"),
        *("handle", "handles", "keep", "keeps", "keeping", "deal with", "deals with", "make sure", "makes sure"),
    )
)
"""What is said of any task; it tells little of which."""

GENERAL = frozenset({"P:role", "P:participation", "P:act"})
"""What "role", "part" and "do" are taken for, which ask for all that a holder has."""

NEAR: dict[str, dict[str, float]] = {
    "A:create": {"A:set": 0.9, "P:authority": 0.85, "A:develop": 0.6, "A:propose": 0.3, "w:establish": 0.8},
    "A:set": {"A:create": 0.9, "A:regulate": 0.6, "w:establish": 1.0, "P:authority": 0.5, "A:develop": 0.5},
    "A:develop": {"A:create": 0.6, "A:foster": 0.8, "A:set": 0.4},
    "A:foster": {"A:develop": 0.7, "A:encourage": 0.6},
    "A:manage": {"A:operate": 0.8, "A:regulate": 0.3, "T:governance": 0.4},
    "A:operate": {"A:manage": 0.6, "T:day-to-day": 0.7},
    "A:regulate": {"A:set": 0.4, "w:regulatory": 1.0},
    "A:assign": {"A:reclaim": 0.9, "T:numbering": 0.3},
    "A:reclaim": {"A:assign": 0.9},
    "A:support": {"A:capacity": 0.6, "w:assist": 0.9, "w:support": 1.0},
    "A:capacity": {"A:support": 0.6},
    "A:discuss": {"A:facilitate-discussion": 0.9, "A:consult": 0.3},
    "A:facilitate-discussion": {"A:discuss": 0.8, "P:facilitating-role": 0.4},
    "A:cooperate": {"A:explore": 0.8, "A:agree": 0.7, "w:collaboration": 1.0, "w:cooperation": 1.0},
    "A:explore": {"A:cooperate": 0.8, "A:agree": 0.7},
    "A:agree": {"A:explore": 0.8, "A:cooperate": 0.7},
    "A:encourage": {"A:open": 0.3, "A:foster": 0.5, "A:support": 0.4},
    "A:open": {"P:open-to": 0.6},
    "A:secret": {"A:open": 1.0},
    "A:implement": {"A:operate": 0.2},
    "A:consult": {"L:consult-all": 0.95, "H:multistakeholder-consultations": 0.9, "A:discuss": 0.3},
    "A:coordinate": {"A:cooperate": 0.4},
    "A:ensure": {"A:support": 0.1},
    "A:contribute": {"P:participation": 0.4, "Y:valuable": 0.6, "P:constructive-role": 0.3},
    "A:organize": {"A:national-model": 0.9},
    "A:delegate": {"P:authority": 0.5},
    "P:authority": {"A:create": 0.3, "P:right": 0.5},
    "P:right": {"P:authority": 0.5},
    "P:lead": {"P:authority": 0.2, "P:active-role": 0.2},
    "P:responsibility": {"Q:equal": 0.3},
    "P:participation": {
        "L:consult-all": 0.6,
        "A:contribute": 0.5,
        "w:member": 0.6,
        "H:framework-for-government-participation": 0.5,
    },
    "P:facilitating-role": {"A:facilitate-discussion": 0.7},
    "P:constructive-role": {"A:contribute": 0.3},
    "G:out": {"P:participation": 0.8},
    "Q:unequal": {"Q:equal": 1.0},
    "T:stability": {
        "T:national-segment-security": 0.6,
        "T:telecommunication-services-security": 0.5,
        "w:security": 0.9,
    },
    "T:day-to-day": {"A:operate": 0.7, "T:technical": 0.2},
    "T:governance": {"T:multistakeholder-governance": 0.6, "T:international-governance": 0.7, "T:internet": 0.5},
    "T:multistakeholder-governance": {"w:multistakeholder": 0.6},
    "T:multistakeholder-fora": {"w:multistakeholder": 0.6},
    "T:multistakeholder-processes": {"w:multistakeholder": 0.6},
    "H:multistakeholder-consultations": {"A:consult": 0.6, "w:multistakeholder": 0.5},
    "L:national-level": {"L:within-territory": 0.7, "J:national": 0.7},
    "L:within-territory": {"L:national-level": 0.4},
    "L:-within-territory": {"L:within-territory": 1.0},
    "L:-within-mandate": {"L:within-mandate": 1.0, "T:itu-mandate": 0.8},
    "L:within-mandate": {"T:itu-mandate": 0.8},
    "L:-good-faith": {"L:good-faith": 1.0},
    "L:-respective-roles": {"L:respective-roles": 1.0},
    "L:-no-policy-impact": {"L:no-policy-impact": 1.0, "T:day-to-day": 0.5},
    "L:-necessary": {"L:necessary": 1.0},
    "L:-community-level": {"L:community-level": 1.0},
    "L:-when-deemed-necessary": {"L:when-deemed-necessary": 1.0},
    "L:-relevant": {"L:relevant": 1.0},
    "J:national": {"L:national-level": 0.8, "T:national-public-policy": 0.7},
    "J:international": {"T:international-public-policy": 0.7, "T:international-governance": 0.7},
}
"""How well another mark answers to a mark of a question."""

TURNS: dict[str, str] = {
    "c:invit": "invite invited invitation invitations invites ask asked urge urged",
    "c:instruct": ("instruct instructed instructs instruction instructions told ordered task tasked tasks"),
    "c:recogn": "recognize recognizes recognized acknowledge acknowledged accept accepts",
    "c:recal": "recall recalls recalled recalling",
    "c:right": "right rights entitled entitlement entitled",
    "c:polici": "policy policies policymaking",
    "c:securiti": "security secure safe safety protect protection defend defence confidence trust",
    "c:equal": "equal equally unequally equality inequality same alike parity rich poor small large big",
    "c:talk": "talk talks discussion discussions debate debates dialogue dialogues conversation conversations",
    "c:measur": "measure measures step steps action actions impose imposed",
    "c:territori": "territory border borders soil frontier frontiers abroad jurisdiction",
    "c:delegat": "delegation delegations",
    "c:innov": "innovation innovate innovative invention inventive technologies creative new novel startups",
    "c:divers": "robust dynamic diverse geographically",
    "c:train": "capacity training trainings skills teach",
    "c:poor": "developing poor poorer poorest least developed",
    "c:transpar": "transparency transparent openness open secrecy secret closed doors",
    "c:manag": (
        "manage manages managed managing management administer administration run runs running handle handling"
    ),
    "c:open": "open opened opens openness welcome welcomes welcomed closed close closes shut",
    "c:mandat": "mandate remit competence powers constitution convention",
    "c:qualifi": "qualified suited suitable fit placed competent best qualification",
    "c:represent": "represented representation represent",
    "c:edg": "edge edges",
    "c:languag": "multilingual internationalized language languages script scripts",
    "c:faith": "faith honest honestly honesty",
    "c:footing": "footing par",
    "c:govern": "governance governing governed",
    "c:continu": "continue continues continuing still remain",
    "c:telecommun": "telecom telecommunication telecommunications telecoms operators carriers ict",
    "c:benefit": "benefit benefits community global",
    "c:exclud": "excluded exclude excludes excluding drop left leave dropped",
    "c:decid": (
        "decide decides decided deciding decision decisions authority final last word charge sovereign sovereignty"
    ),
    "c:futur": "future",
    "c:member": "member members membership sit join joined",
    "c:model": "model models",
    "c:principl": (
        "principle principles norm norms rule rules programme programmes program programs procedure procedures"
    ),
    "c:meet": "meeting meetings preparatory",
    "c:trend": "trend trends",
    "c:resourc": "resource resources identifier identifiers address addresses number numbers",
    "c:assist": "help helps helped helping assist assistance aid support",
    "c:involv": "involve involves involved involvement include included inclusive drop exclude",
    "c:busi": "routine daily everyday operational operations operation run runs running day",
    "c:promot": "promote promotes promoting encourage foster",
    "c:organ": "organization organizations organisation body bodies",
    "c:cooper": "cooperate cooperation collaborate collaboration together jointly work working works",
    "c:develop": "develop develops developing development grow growth evolve evolution build building built",
    "c:econom": "economic economically economy",
    "c:techn": "technical technically",
    "c:communiti": "community communities grassroots local locally",
    "c:coordin": "coordinate coordinates coordinating coordination",
    "c:reciproc": "reciprocity reciprocal mutual mutually",
    "c:opportun": "opportunity opportunities chance chances",
    "c:wsis": "wsis review",
    "c:critic": "critical crucial vital",
    "c:respons": "responsibility responsibilities responsible duty duties accountable obligation obligations",
    "c:respect": "respective",
    "c:consult": "consult consults consulted consultation consultations consulting heard hear listen",
    "c:impact": "impact impacts bearing effect effects affect affects affecting influence",
    "c:implement": "implement implements implemented implementation apply applies application execute enforce",
}
"""Words that turn up for one another, in questions and in provisions, under one mark."""

STRANGE = _words(
    """
    privacy private data personal storage store stored localization localisation filter filtering filtered
    censor censorship content copyright tax taxes taxation spam encryption encrypt intelligence crime criminal
    cybercrime child children hate speech terrorism neutrality price prices commerce freedom expression
    rights-of-man gender environment climate satellite spectrum cable 5g block blocking blocked shutdown
    surveillance election elections disinformation fine fines punish sanction sanctions budget fund funding
    court courts liability patent trademark gambling pornography labour labor wage wages subsidy subsidies
    health education school human rights-of-users age minor minors weather football cooking recipe bread war
    weapon weapons army music film
    """
)
"""Matters that people ask about and that make a question strange where no provision has the word."""
