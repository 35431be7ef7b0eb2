"""What is worded like an outcome and is none: steps, errands, and what goes on.

"I raised it with my manager" raises nothing, "we went down to the cellar" is no
decrease, and "she looked at me" came of nothing. As in `lexicon`, patterns run over the
plain text of a clause; `deeds.told_as_end` and `closings` ask them.
"""

from . import ending_signs
from .clauses import Clause
from .lexicon import NUMBER_WORD, any_of

_OWN_STEP = any_of(
    r"rais(?:ed|ing) (?:it|this|that|my|an?|the (?:issue|matter|point|problem|question"
    r"|topic|subject|blinds?)|concerns?)\b",
    r"reach(?:ed|ing) (?:out|for|over|into|up|across|the (?:door|office|house|site))\b",
    r"dropp?(?:ed|ing) (?:\w+ ){0,3}?(?:an?|off|by|in|round|the (?:keys|box|phone|bag)"
    r"|my)\b",
    r"clos(?:ed|ing) (?:the|my|that|a|his|her) (?:\w+ )?(?:cabinet|door|doors|ticket"
    r"|lid|till|window|laptop|file|drawer|book|gate|curtains?|eyes|tab|call)",
    r"met (?:with )?(?:my|the|our|his|her|every|all) (?:\w+ )?(?:manager|boss|team"
    r"|director|client|customer|supplier|head|lead|owner|parents?|people|staff"
    r"|colleagues?|him|her|them)",
    r"sav(?:ed|ing) (?:the|a|it|my|this|that|every|all the) ?(?:\w+ )?(?:files?|list"
    r"|documents?|copy|number|photos?|draft|sheet|version|as|to|on|in)\b",
    r"(?:returned|came back|went back|got back) to|came (?:back )?(?:in|home|over)\b",
    r"(?:complet|finish)(?:ed|ing) (?:the|a|my|that|this|his|her) (?:\w+ )?(?:form"
    r"|forms|coffee|tea|lunch|dinner|call|round|sheet|page|paperwork|sentence|cup"
    r"|sandwich|note|list|email)",
    r"cut(?:ting)? (?:the|a|some|up|out|off|my|his|her|it|them) ?(?:\w+ )?(?:tape|bread"
    r"|cake|paper|card|rope|wood|grass|hair|cloth|open|wire|string|ribbon|cable|up"
    r"|into|pieces|sheets?)\b",
    r"(?:went|came|got|gone) (?:straight |right |back |all the way )?(?:up|down|out"
    r"|back)\b",
    r"deliver(?:ed|ing) (?:the|a|my|that|his|her|it) ?(?:\w+ )?(?:letter|message|note"
    r"|speech|news|parcel|talk|flyers|leaflets)\b",
    r"sign(?:ed|ing) (?:the|a|my|that|his|her|for) (?:\w+ )?(?:form|forms|note|sheet"
    r"|paper|papers|book|letter|register|delivery|it|receipt)",
    r"fix(?:ed|ing) (?:the|a|it|them) ?(?:\w+ )?(?:to|onto|on) (?:the|a)\b"
    r"|fixed (?:an?|the) (?:appointment|date|time|meeting|bayonet)",
    r"pass(?:ed|ing) (?:him|her|them|it|that|this|me|us) (?:on|to|over"
    r"|the|a|an|my|back)\b|passed (?:the|a) (?:phone|note|message|word|ball|bag)",
    r"(?:stopped|stopping) (?:the car|the van|the bus|at|by|for|and|to)\b",
    r"accepted (?:the|a) call|returned (?:the|a|his|her) call|selected (?:the|a) \w+",
)
"""What the speaker or the team does on the way, in the words of a change."""
_MOVES = any_of(
    r"(?:went|came|got) (?:straight |right |back |all the way )?(?:up|down|out)"
    r" (?:to|into|in|on|onto|with|and|the|for|there|here|again)\b",
)
"""How somebody moved, not what rose or fell."""
ERRAND = any_of(
    r"(?:worked|stayed|working|stay|was up|up|open) (?:\w+ )?late",
    r"missed (?:my|the|our|his|her) (?:\w+ )?(?:train|bus|tram|flight|lunch|stop|break"
    r"|dinner|plane|lift|call|family|mum|home|bed)",
    r"lost (?:my|our|his|her) (?:keys|phone|way|temper|voice|patience|bag|glasses"
    r"|balance|place)",
    r"got (?:an?|the|my|our|back) (?:\w+ )?(?:taxi|train|bus|tram|cab|lift|keys|drink"
    r"|bite|headache|ladder|tea|ticket|seat|table|torch|bucket|box|phone|coat|jacket"
    r"|shock|fright)\b",
)
"""Ends of a working day, not of a story."""
PASSING = any_of(
    r"(?:looked|stared|glanced|smiled|nodded|pointed|shouted) (?:\w+ )?(?:at|up|over"
    r"|round|around|down|away|back)\b",
    r"(?:phone|bell|doorbell|alarm) (?:\w+ )?(?:rang|went)",
    r"(?:came|walked|ran|went|drove|rushed|stepped|popped|stormed) (?:over|in|home"
    r"|along|past|by|upstairs|downstairs|inside|outside|up to|off to|in to|into)"
    r"(?: (?:the|his|her|my))?(?: \w+)?$",
    r"(?:sat|stood|waited|leaned|knelt|lay) (?:down|there|at|by|in|on|outside|next"
    r"|behind|up|around|for)\b",
    r"asked (?:(?:me|us|him|her|them) )?(?:something|about|if|whether|what|how|why"
    r"|where)\b",
    r"(?:was|were) (?:in|at|on|with|by|there|here)\b.*\b(?:(?:entire|whole"
    r"|all) (?:the )?"
    r"(?:day|night|time|evening|morning|week)|all (?:day|night|week))",
    r"(?:was|were) (?:\w+ly )?full of (?:people|customers|guests|visitors|noise)$",
    r"did (?:the|a|an|their|his|her|some) (?!trick\b|job\b|world\b)\w+",
)
"""What others do in passing, or do all the while."""
_STILL_THERE = any_of(
    r"(?:manager|boss|colleague|supervisor|director) is still (?:there|here)\b"
)
"""Who was there before is there still."""
SPAN = any_of(
    rf"(?:for|over) (?:an?|the (?:whole|entire|next)|{NUMBER_WORD}) (?:\w+ )?(?:days?"
    r"|weeks?|months?|years?|terms?|semesters?|hours?)"
)
"""How long something was done."""
UNSURE = any_of(r"still (?:not|think|do not|feel|remember|wonder|love|hate|proud|sure)")


def is_step(clause: Clause) -> bool:
    """Whether a clause worded like a change only tells a step or an errand of the
    speaker, the team or a person."""
    if ending_signs.SIZED.search(clause.text):
        return False
    if _STILL_THERE.search(clause.text):
        return True
    subject = clause.predicate.subject
    if subject in {"i", "we"}:
        return bool(_OWN_STEP.search(clause.text) or ERRAND.search(clause.text))
    return subject == "they" and bool(_MOVES.search(clause.text))
