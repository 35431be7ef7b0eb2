"""A requirement as a question says it: what, not for how many years; a thing, no order.

"This job asks for plan lessons" is no sentence, "for planning lessons" is one.
"""

import re

from .word_set import word_set

_YEARS = re.compile(
    r"^(?:at least |a minimum of |minimum |more than )?(?:\w+|\d+)\+?(?: or more)? "
    r"years?(?:'|’)?(?: of)? (?:\w+ )?(?:experience )?(?:with |in |of |as )?",
    re.I,
)
_VERBS = word_set(
    """
    adapt advise analyse analyze answer arrange assemble assess assist bake believe
    bring engage enjoy
    build calm care check clean coach communicate complete conduct cook coordinate
    counsel create deal debug deliver demonstrate deploy design develop diagnose
    document draw drive engage ensure establish evaluate explain facilitate find fix
    follow handle help identify implement improve inspire install interpret keep know
    lead learn lift listen load look maintain make manage measure meet mentor model
    monitor motivate negotiate operate optimise optimize order organise organize oversee
    own partner pick plan prepare present prioritise prioritize process produce program
    promote provide read repair report represent research respond review run schedule
    sell serve set share ship show smile solve speak spot supervise support take teach
    test think track train translate travel treat troubleshoot understand use walk work
    write
    """
)
_DOUBLED = word_set("plan run set ship spot program get put stop")
_TO = re.compile(r"^(?:able|ability) to ", re.I)
_THIRD = word_set(
    """
    brings builds cares enjoys engages inspires keeps knows leads learns listens makes
    manages plans solves speaks takes teaches thinks understands uses works writes
    """
)
"""Forms that open an item of "someone who ..."; others are mostly plural nouns."""
_ABLE = re.compile(r"^(?:being )?(?:able|ability) to ", re.I)
_LEADS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^committed to ", re.I), "commitment to "),
    (re.compile(r"^willing to ", re.I), "willingness to "),
    (
        re.compile(
            r"^(?=(?:comfortable|good (?:with|at)|able to|available|physically fit"
            r"|confident|flexible|familiar|on call|responsible for)\b)",
            re.I,
        ),
        "being ",
    ),
    (
        re.compile(
            r"^(?=(?:worked|shipped|built|led|managed|used|handled|been)\b)", re.I
        ),
        "having ",
    ),
    (re.compile(r"^(?:an? )?team[- ]player\b", re.I), "being a team player"),
)


def said(text: str) -> str:
    """A requirement as it stands in a spoken question."""
    text = re.sub(r": (?:you|we) .*$| \([^)]*\)", "", _YEARS.sub("", text) or text)
    able = _ABLE.match(text)
    if able:
        rest = text[able.end() :]
        return doing(rest) or f"the ability to {rest}"
    for lead, instead in _LEADS:
        text = lead.sub(instead, text, count=1)
    return text


def doing(text: str) -> str:
    """A text that opens with a verb, as the doing of it; "" if it opens with none.

    "plan lessons and use tests" gives "planning lessons and using tests".
    """
    first, _, rest = text.partition(" ")
    if first.lower() not in _VERBS or not rest:
        return ""
    text = f"{_ing(first.lower())} {rest}"
    return re.sub(
        r"(?<=\band )(\w+)(?= \w)",
        lambda m: _ing(m[1]) if m[1] in _VERBS else m[1],
        text,
        count=1,
    )


def third_person(text: str) -> str:
    """ "uses tests well" as "using tests well"; "" if it opens otherwise."""
    first, _, rest = text.partition(" ")
    return doing(f"{_base(first.lower())} {rest}") if first.lower() in _THIRD else ""


def _base(word: str) -> str:
    short = word.removesuffix("s")
    return short if short in _VERBS else word.removesuffix("es")


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"
