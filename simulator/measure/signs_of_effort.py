"""How answers word a change of plan, a thing unasked, keeping at it, a promise kept."""

from .sign_words import AND_DID, DID, LARGE_NUMBERS, SMALL_NUMBERS, WHILE, any_of

SIGNS = {
    "adjustment": any_of(
        rf"{DID}(?:pivoted|changed (?:course|tack|direction)|went back to the drawing"
        r"|had to (?:rethink|change|adapt|adjust|improvise)|improvised)\b",
        rf"{AND_DID}(?:changed|rearranged|replanned|rethought|adapted|adjusted|reworked"
        r"|rewrote|shortened|simplified|cut|shifted|moved|swapped|split) "
        r"(?:the|my|our|it|them|everything)(?: \w+)? ?(?:plan|way|order|format|menu"
        r"|question|rota|approach|schedule|timetable|route|design|lessons?|layout|date"
        r"|time|times|wording|recipe|meeting|handover|shifts?|start|template|report"
        r"|programme|program|agenda|presentation|text|opening|deliver(?:y|ies)"
        r"|strategy|process|procedure|style|tone)\b",
        rf"{DID}(?:adapted|adjusted|switched to|changed my|rethought)\b",
        rf"{DID}(?:changed|moved|shifted|swapped|postponed) [^.]{{3,50}}\bbecause\b",
        rf"{DID}(?:binned|dropped|scrapped|gave up|threw away) (?:the|my|our) "
        r"(?:\w+ )?(?:plan|idea|version|draft|approach|design)\b",
        r"\bplan b\b|\bstarted (?:over|again|from scratch)\b",
        rf"{DID}(?:tried|took|found|chose) (?:something (?:else|different|new)|(?:it "
        r")?differently|(?:another|a different|a new) (?:way|approach|method|route))\b",
        r"\binstead of \w+ing\b[^.]*\b(?:i|we)\b"
        r"|\b(?:i|we) (?:\w+ )+instead(?=[.,;]|$)|\bso instead,? (?:i|we)\b",
        r"\b(?:from (?:then|that day|that moment) on|since then),? (?:i|we)"
        r"(?!(?:'ve| have)? (?:had|not|never|been|lost)\b)(?:'ve| have)? \w+",
        r"\b(?:what i do now is|these days i|now i always|i now|we now)\b",
        r"\b(?:i|we) (?:\w+ )?took (?:it|(?:her|his|their|that) \w+) over\b"
        r"|\b(?:the|that) was better than (?:ours|mine), so\b"
        r"|\bbetter than (?:ours|mine), so (?:i|we)\b",
        rf"{DID}did (?:the|another) (?:\w+ )?(?:work|part|jobs?) that (?:was|were) "
        r"meant for\b",
    ),
    "initiative": any_of(
        r"\b(?:no one|nobody) (?:had )?asked (?:me|for it|us)\b|\boff my own bat\b"
        r"|\btook it upon"
        r" myself\b"
        rf"|{DID}took (?:ownership|the lead)\b|\bi went ahead and\b",
        r"\bnobody (?:had )?(?:asked|told) me\b(?! any ?more| again)|\bwithout"
        r" being (?:asked|told)\b"
        r"|\bon my own initiative\b|\btook the initiative\b|\bunasked\b",
        rf"{DID}(?:suggested|proposed|offered to|offered that|volunteered|pitched"
        r"|spoke up|came up with|stepped in|took it (?:on|upon) (?:me|myself)?"
        r"|put myself forward)\b",
        r"\bi\b[^.]*(?:,| and) (?:suggested|proposed|offered|volunteered) "
        r"(?:to|that)\b",
        r"\bi (?:\w+ )?offered (?:her|him|them) (?!an? (?:water|coffee|tea|drink"
        r"|seat|chair"
        r"|hand|lift)\b)",
        r"\bi decided to [^.]*\bmyself\b|\bit was my (?:own )?idea\b|\bmy own idea\b",
        r"\bi (?:\w+ )?asked (?:\w+ )?(?:if|whether) i could\b|\bi set myself\b",
        r"\bi\b(?! was| am|'m)[^.]*\b(?:on my day off|in my (?:own|free|spare) time"
        r"|in my lunch break|at my own expense|after my shift)\b",
        r"\bi\b[^.]*\b(?:no one|nobody) (?:else )?(?:had|was|would)\b[^.]*\bso i\b"
        r"|\bi asked [^.]*\bsince no one had\b",
        r"\bi told (?:her|him|them) so\b",
    ),
    "persistence": any_of(
        r"\brefused to give up\b|\btake no for an answer\b|\bi persisted\b|\b(?:kept"
        r" pushing|pushed through|stuck at it)\b",
        rf"\bafter (?:{SMALL_NUMBERS}|{LARGE_NUMBERS}) (?:\w+ )?(?:attempts|tries"
        rf"|drafts"
        r"|versions|rejections|refusals)\b",
        r"\b(?:i|we) (?:just )?kept (?:trying|going(?! back)|at it|asking|calling"
        r"|practising"
        r"|practicing|looking|searching|writing|working on|on \w+ing)\b",
        rf"{DID}tried (?:it |that )?again\b|\bdid(?: not|n't) give up\b",
        rf"{DID}(?:\w+ )?(?:it |them |him |her )?a (?:second|third|fourth|fifth|sixth) "
        r"time\b|\b(?:my|our|the) (?:second|third|fourth|fifth|sixth) "
        r"(?:attempt|try)\b",
        rf"{DID}(?:sent|wrote|called|rang|phoned|asked|applied|went)"
        r"(?: it| them| him| her| there| to \w+)? again\b",
        r"\b(?:i|we)\b[^.]*\bevery (?:single |second |other )?(?:day|night|morning"
        r"|evening|week"
        rf"|\w+day) for {WHILE}",
        rf"{DID}(?:practised|practiced|did|studied|trained|worked on|repeated|searched"
        rf"|looked)\b(?! (?:an? |my )?(?:apprenticeship|degree|internship))[^.]*\bfor "
        rf"{WHILE}",
        rf"{DID}(?:called|rang|knocked|phoned|asked|wrote|pushed|practised|tried"
        r"|searched|repeated|stood|looked|went)\b[^.]*\buntil\b",
        rf"{DID}(?:called|rang|phoned|tried|asked|knocked on|visited) "
        rf"(?:\w+ )?{LARGE_NUMBERS} \w+|{DID}made (?:\w+ )?{LARGE_NUMBERS} "
        r"(?:attempts|tries|batches|versions|drafts|trials)\b",
        rf"{DID}(?:called|rang|phoned|wrote|went|asked|tried)\b[^.]* {SMALL_NUMBERS} "
        r"times\b",
        r"\bi tried\b[^.]*\btried\b|\b(\w{3,}ed), [^.]*\b\1 again\b",
        r"\b(?:stuck (?:with|to|at) it|again and again i|took me (?:\w+ ){1,3}"
        r"(?:days|weeks|months|nights|evenings))\b",
        rf"{DID}stayed (?:behind|late|on) (?:\w+ )?(?:{SMALL_NUMBERS}|every)\b",
    ),
    "reliability": any_of(
        rf"{DID}(?:met|kept) (?:the|every|each|all|our|my) (?:\w+ )?(?:deadlines?"
        rf"|dates?)\b"
        r"|\bwithin (?:the )?budget\b|\bas (?:we had |i had )?agreed\b",
        r"\b(?:delivered|finished|shipped|ready|went out|handed in|sent|submitted"
        r"|opened|arrived|done)\b[^.]*\b(?:on time|(?:before|by) the deadline)\b",
        r"\b(?:days?|weeks?|hours?|minutes) (?:early|(?:before|ahead of) (?:the "
        r"(?:deadline|renewal|launch|date|time)|schedule|time))\b|\bwith \w+ minutes "
        r"left\b|\bahead of (?:time|schedule)\b",
        r"\bon the (?:planned|agreed|promised) (?:day|date)\b",
        r"\bas (?:i|we)(?:'d| had)? ?promised\b|\bkept (?:my|our) (?:word|promise)\b"
        r"|\b(?:i|we|and) promised\b|\bi(?:'d| had)? told (?:\w+ ){1,3}that i(?:'d"
        r"| would)\b",
        rf"{DID}(?:double-?checked|checked(?! in\b| out\b| with\b| into\b)"
        r"|proofread|made sure|followed up|kept (?:them|him|her) (?:informed"
        r"|posted|updated))\b",
        rf"{DID}counted\b[^.]*\b(?:twice|again|each|every|three times)\b",
        rf"{AND_DID}tested (?:it|them|everything|each|the \w+)"
        r"\b[^.]*\b(?:before|with|on|again|twice|first)\b"
        r"|\btried it (?:out )?before\b|\bgot \w+ to check\b",
        rf"{DID}(?:called|rang|phoned) (?:\w+ ){{1,2}}back\b"
        r"|\b(?:i|we) let (?:\w+ ){1,2}know\b",
        rf"{DID}(?:went|looked|read) through (?:every|each|all|the \w+ (?:line by line"
        r"|one by one|page by page|twice))\b|\bline by line\b",
        r"\bi(?:'ve| have)? (?:\w+ )?never (?:missed|been late|forgot)"
        r"|\bdid(?:n't| not) miss (?:one|a single|any)\b",
    ),
}
