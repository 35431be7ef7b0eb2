"""The wording by which a sentence shows how somebody worked with others, and at what.

A quote that is not what it says is worse than one that is missing. So a pattern asks
for who did it as well as for what was done, and what people say of themselves in
general ("I am always on time") is no moment.
"""

import re

from . import signs_of_effort, signs_of_others
from .sign_words import any_of

SIGNS: dict[str, re.Pattern[str]] = {**signs_of_others.SIGNS, **signs_of_effort.SIGNS}
"""Kind: wording that shows it. `challenge`, `contribution` and `all_parts` come from
how the answer is built instead."""

GENERAL = any_of(
    r"\b(?:usually|normally|generally|typically|in general|tend to|sometimes)\b",
    r"\bwould (?:say|tell|always|describe|try|first|then|never)\b|\bi would\b",
    r"\bi(?:'m| am)\b|\bi always\b|\bi like to\b|\bi try to\b|\bif (?:i|you|we|they)\b"
    r"|\bwhen(?:ever)? (?:you|people|somebody|someone)\b|\bi never push\b",
)
"""What somebody says of themselves at large, or of what they would do."""

GENERAL_IS_NONE = frozenset(
    ["perspective", "adjustment", "initiative", "persistence", "reliability", "credit"]
)
"""Kinds that must have happened: what is said in general shows none."""

TROUBLE = any_of(
    r"\b(?:difficult\w*|hardest|hard part|challeng\w+|obstacle|crisis|collapsed"
    r"|refused|went wrong|missing|complain\w*|conflict|penalty|debt|bankrupt|outage"
    r"|unreachable|emergency|alarm|accident|incomplete|cancelled|leak\w*|storm|flood"
    r"|strike|queue|blamed)\b",
    r"\b(?:had|has|have|was|were|got|we|they|he|she|who) lost\b|\blost (?:the|his|her"
    r"|their|our|my|its)\b",
    r"\b(?:problem|trouble|error|fault|crash\w*|broke|broken|fail(?:ed|ing|s|ure)?"
    r"|the wrong \w+|short of)\b",
    r"\btoo (?:late|few|many|little|small|short|slow|long)\b|\b(?:one|two|three) "
    r"(?:\w+ )?short\b|\b(?:nobody|no one) (?:knew|wanted|could|who can)\b",
    r"\b(?:did(?:n't| not) (?:work|come|fit|believe|speak|want|answer|turn up|show up"
    r"|understand|start|like)|(?:would|could)(?:n't| not) (?=\w)|can't|kept (?:stopping"
    r"|failing|breaking|crashing|falling)|stood still|behind (?:schedule|plan))\b",
    r"\b(?:was|were|is|are) (?:gone|closed|shut|down(?! to)|stuck|ill|sick|off sick"
    r"|drunk"
    r"|late|against|shouting|angry|furious)\b",
    r"\bthere (?:was|were|is) no \w+|\bno (?:hot water|heating|power|parts|english)\b"
    r"|\bon short notice\b|\b(?:had|has) (?:closed|broken|left|crashed|decided to "
    r"close|pulled)\b|\b(?:off by|in the way|falls in one)\b|\bonly (?:half|a third)\b",
)
"""Wording of something that stood in the way."""
NO_TROUBLE = any_of(
    r"\b(?:no|not a|without (?:any |a )?|never a) ?(?:problem|trouble|complaint)\b"
    r"|\bproblem[- ]solving\b"
)
STEP = any_of(
    r"^(?:and |so |but |then )*i(?:'d|'ve)? (?!was|had|have|lost|failed|could|did(?:n't"
    r"| not)|broke|work|kept losing|saw|noticed|found)\w+(?:ed|t|d|k|w|e|n|g)\b"
)
"""A sentence that opens with what the speaker did: "I ranked the complaints"."""
FURTHER_STEP = any_of(
    r"^(?:and|so|then) (?:i|we)\b",
    r"^so (?:she|he|they) (?:could|can)\b",
    r"^because\b",
)
"""A piece of a sentence that goes on telling what was done, or why."""
