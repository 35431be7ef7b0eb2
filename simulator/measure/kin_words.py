"""Words that name the same thing at work, by stem.

A posting says "clients" and an answer "customers". The groups are small and everyday:
each member could stand for any other in a sentence about work.
"""

from .stems import stem

_GROUPS = (
    "customer client guest shopper buyer",
    "team colleague coworker crew",
    "lead manage supervise run head",
    "teach train coach mentor instruct tutor",
    "budget cost spend spending finances",
    "schedule rota roster timetable shift",
    "plan organise organize coordinate arrange",
    "write draft author",
    "check verify inspect",
    "fix repair mend maintain service",
    "sell sale upsell",
    "analyse analyze analysis analytics",
    "report dashboard chart",
    "child pupil student kid learner toddler",
    "patient resident",
    "stock inventory warehouse",
    "negotiate bargain haggle",
    "recruit hire hiring recruitment",
    "present presentation pitch",
    "program code programming coding software develop",
    "database databases query",
    "drive driving driver drove",
    "cook cooking kitchen chef",
    "complaint complain grievance",
    "safety safe hazard accident",
    "parent mother father mum dad",
    "director boss executive",
    "registration registered register",
    "qualification qualified qualify",
    "licence license licensed",
    "certificate certified certification",
    "music instrument violin piano guitar",
    "supplier vendor",
    "deploy deployment release ship",
    "design designed designer",
    "research study survey",
    "translate translation interpret",
    "event conference fair",
    "donor fundraising fundraise donation",
    "invoice billing bill ledger bookkeeping",
    "law legal lawyer solicitor",
    "medicine medication drug dose",
    "clean cleaning hygiene",
    "assess assessment evaluate evaluation marking",
    "improve improvement improving",
    "automate automation automatic script",
    "record records file document documentation",
)
_HEAD: dict[str, str] = {
    stem(word): stem(group.split()[0]) for group in _GROUPS for word in group.split()
}


def kin(one: str) -> str:
    """The stem that stands for all of its kin (itself, where it has none)."""
    return _HEAD.get(one, one)
