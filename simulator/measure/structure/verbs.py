"""English verb forms, told by their shape and by lists of the irregular ones.

The judge needs to know who did what in the past, not what a word means. Past tense is
a closed list (irregular verbs) plus "-ed"; what kind of verb it is (being, knowing,
doing) is a closed list too, and everything outside it is doing. Lists this broad do
not depend on a profession's vocabulary.
"""

from collections.abc import Mapping
from functools import lru_cache

from simulator.measure.stems import listed

IRREGULAR_PAST = listed(
    """
    arose ate awoke beat became began bent bet bit bled blew bought bound bred
    broadcast broke brought built burnt burst came cast caught chose clung cost
    crept cut dealt did dove dreamt drew drove dug dwelt fed fell felt fled flew
    flung forbade forecast foresaw foretold forgave forgot fought found froze gave
    got grew ground had heard held hid hit hung hurt kept knelt knew laid lay leant
    leapt learnt led left lent let lit lost made meant met misled misread mistook
    misunderstood offset outdid outgrew outran outsold overcame overheard overpaid
    overran oversaw overslept oversold overspent overtook paid proofread put quit
    ran rang read rebuilt redid redrew relearnt repaid resent reset resold retaught
    rethought retook rewrote rode rose said sang sank sat saw sent set shone shook
    shot showed shrank shut slept slid slit slung smelt snuck sold sought spat sped
    spelt spent spilt split spoilt spoke sprang spread spun stank stole stood strode
    strove struck stuck stung swam swept swore swung taught thought threw told took
    tore undercut undersold understood undertook underwent undid unwound upheld
    upset went wept withdrew withheld withstood woke won wore wound wrote wrung
    """
)
PARTICIPLES = listed(
    """
    been become begun bitten blown broken chosen come done drawn driven eaten
    fallen flown forgiven forgotten frozen given gone grown hidden known lain
    overcome overseen proven ridden risen run seen shaken shown sung sunk spoken
    stolen sworn swollen taken thrown torn undertaken withdrawn woken worn
    written rewritten gotten redone undone used rung swum sprung strung drunk
    """
)
SAME_AS_BASE = listed(
    """
    beat bet burst cast come cost cut forecast hit hurt let put quit read reset
    run set shut split spread upset become offset lay found left felt saw ground
    wound bound bore lent
    """
)
"""Past forms that are also something else: they need a subject right before them."""
NOT_ED = listed(
    """
    need feed speed seed bed red hundred indeed embed exceed proceed succeed
    shed weed bleed breed greed heed reed wed kindred sacred naked wicked
    rugged biased used skilled experienced interested unexpected unprecedented
    limited advanced detailed complicated supposed dedicated motivated
    talented united ahmed mohammed mohamed muhammed hamed saeed waleed khaled alfred
    fred ned jared winifred wilfred mildred
    """
)
ALSO_ED = frozenset(["limited", "advanced", "detailed", "dedicated", "motivated"])
"""Of those, what is a verb right after a pronoun: "I motivated the night shift"."""
BE_PAST = frozenset(["was", "were"])
BE_PRESENT = frozenset(["am", "is", "are"])
HAVE = frozenset(["have", "has"])
MODALS = listed("would could should can will might may must shall")
PAST_MODALS = frozenset(["could", "would", "should", "must"])
ADVERBS = listed(
    """
    also just then really actually even never always first basically still now
    soon ever already almost simply honestly literally finally eventually
    personally myself only both all once again often usually kind of sort not
    rather quite later next therefore thus maybe probably definitely obviously
    sometimes instead together ourselves very so too well as part
    """
)
"""Words that may stand between a subject and its verb (besides those in -ly)."""
STATIVE = listed(
    """
    was were been become had knew thought felt liked loved wanted needed
    believed understood hoped remembered forgot saw heard noticed realised
    realized got received learned learnt became enjoyed hated worried expected
    preferred seemed meant mattered appeared belonged consisted contained cost
    existed involved lacked owed owned depended deserved doubted feared remained
    resembled wished cared struggled stayed fell lost happened came experienced
    encountered faced graduated lived grew used recognised recognized considered
    assumed suspected admired missed failed regretted gained recalled recall
    ended tended turned survived suffered wondered agreed disagreed stood sat
    slept
    """
)
"""Being, having, knowing, feeling, undergoing: not something the speaker did."""
_AT = listed("at as for in there")
BACKGROUND: Mapping[str, frozenset[str]] = {
    "worked": _AT,
    "served": _AT,
    "volunteered": _AT,
    "trained": _AT,
    "started": _AT | listed("working my out on together"),
    "began": _AT | listed("working my"),
    "went": frozenset(["home"]),
    "moved": listed("to into there from abroad back"),
    "joined": frozenset(),
    "studied": frozenset(),
    "lived": frozenset(),
    "interned": frozenset(),
    "graduated": frozenset(),
    "majored": frozenset(),
}
"""Verbs that say where one was, and the words after which they do (none given: always);
else they are deeds ("worked with", "moved the meeting")."""


@lru_cache(maxsize=4096)
def is_past(word: str) -> bool:
    """Whether the form can be a simple past (it may be a participle too)."""
    return word in IRREGULAR_PAST or is_ed(word)


@lru_cache(maxsize=4096)
def is_ed(word: str) -> bool:
    """Whether the form is a regular past: "-ed" and not one of the look-alikes."""
    return (
        len(word) > 3 and word.endswith("ed") and word not in NOT_ED and word.isalpha()
    )


@lru_cache(maxsize=4096)
def is_participle(word: str) -> bool:
    """Whether the form can follow "was" in a passive or "had" in a perfect."""
    return word in PARTICIPLES or is_past(word)


def is_adverb(word: str) -> bool:
    """Whether the word may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in {"only", "reply"})


def is_doing(verb: str) -> bool:
    """Whether a past form tells of something done, not undergone or felt."""
    return (is_participle(verb) or verb in ALSO_ED) and verb not in STATIVE
