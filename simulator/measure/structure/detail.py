"""How concretely an answer speaks: particulars against words that fit any answer.

Definition: one point for each clause with a number or a time in it, half a point for
each thing told as having happened, for each reason and each condition ("if the first is
down"), less six tenths for each word that fits any answer ("always", "things",
"somehow", "of course"); scaled to 90 words where the answer is longer, so that talking
on earns nothing.

Source: concrete, verifiable detail is what tells the levels of behaviourally anchored
scales apart (US OPM); the weights are the project's, set on the 65 sets of weak, fair
and strong answers of the question banks, which they put in order. No study gives them.
"""

import re
from collections.abc import Sequence

from . import lexicon
from .clauses import Clause
from .lexicon import any_of

USUAL_WORDS = 90
"""About 40 s of talk; a longer answer needs more detail to be as concrete."""
HAPPENED, REASONED, ASIDE = 0.5, 0.5, 0.6
"""Weights beside a number or a time, which counts 1."""
_TIMES = any_of(
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january"
    r"|february|march|april|june|july|august|september|october|november|december"
    r"|mornings?|noon|tonight|tomorrow|minutes?|percent|twice"
    r"|last (?:week|month|year|spring|autumn|summer|winter)|\w+teen|third|quarter",
)
_REASON = any_of(
    r"because|since|so that|therefore|otherwise|which means|that way|costs?|reasons?"
)
_CONDITION = re.compile(r"^(?:and |but |so )*if\b")
_VAGUE = any_of(
    r"always|never|everything|everybody|everyone|anything|anybody|somehow|perhaps"
    r"|maybe|probably|of course|in general|usually|generally|really|quite|very|nice"
    r"|good|things?|something|some|sure|important|try|people|simply|a lot|normally"
    r"|often|sometimes",
)
_COUNTS_ALONE = re.compile(r"\bone\b")


def detail(found: Sequence[Clause]) -> float:
    """The concreteness of an answer; about -2 for general talk, 1 for a fair answer, 3
    and more for one full of particulars."""
    total = 0.0
    for clause in found:
        text = clause.text
        total += bool(_TIMES.search(text) or _numbered(text))
        total += HAPPENED * (clause.predicate.time == "past")
        total += REASONED * bool(_REASON.search(text) or _CONDITION.match(text))
        total -= ASIDE * len(_VAGUE.findall(text))
    words = sum(len(c.tokens) for c in found)
    return total * min(1.0, USUAL_WORDS / max(1, words))


def _numbered(text: str) -> bool:
    """Whether a clause counts something; "one" alone counts nothing."""
    return bool(lexicon.NUMBER.search(_COUNTS_ALONE.sub(" ", text)))
