"""The phrases that show an element, by class, as compiled patterns over plain words.

Each list holds a class of wording, not stock answers: where or when an episode was,
what went wrong, what was expected of the speaker, what changed. Patterns run over the
text of a clause as `clauses` makes it (lower case, contractions undone, no
punctuation). They are weak alone; `star` weighs them with subject, tense and place.
"""

import re

from simulator.measure.stems import listed


def any_of(*lines: str) -> re.Pattern[str]:
    """One pattern for whole words or phrases, any of the alternatives."""
    return re.compile(r"\b(?:" + "|".join(lines) + r")\b")


_SPAN = r"(?:years?|months?|weeks?|days?|summers?|semesters?|terms?|quarters?|winters?)"
_JOB = (
    r"(?:jobs?|roles?|positions?|company|companies|employers?|internships?|placements?"
    r"|project|team|school|college|university|startup|workplace|clinic|ward|hospital"
    r"|store|shop|restaurant|studies|degree|master'?s|bachelor'?s|thesis|apprenticeship"
    r"|probation|shift|department|firm|organi[sz]ation|agency)"
)

TIME_ANCHOR = any_of(
    r"my (?:first|second|third|fourth|last|very first) (?:week|month|year|day|shift"
    r"|term"
    r"|semester)",
    r"(?:half ?way|mid ?way|part ?way) (?:through|into)|in the middle of"
    r"|\w+ (?:days?|weeks?|months?|hours?) (?:into|before|after) (?:the|our|my|a|that"
    r"|we|i)",
    r"one (?:day|morning|afternoon|evening|night|summer|winter|time|occasion|instance"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    rf"(?:last|this past|that) (?:{_SPAN[3:-1]}|autumn|spring|fall|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning"
    r"|afternoon|evening|night|time|occasion|instance)",
    rf"(?:\w+|a few|a couple of|couple of) {_SPAN} (?:ago|back|before|earlier)",
    r"(?:in|back in|around|since|during|by) (?:19|20)\d\d",
    r"(?:in|by|during|back in|around) (?:january|february|march|april|june|july|august"
    r"|september|october|november|december|the summer|the winter|the pandemic|covid"
    r"|lockdown)",
    rf"(?:in|during|at|for|on) (?:my|our) (?:\w+ ){{0,3}}{_JOB}",
    r"during (?:my|our|the|a|an|one) (?:\w+ ){0,3}\w+",
    rf"(?:first|second|third|final|last|1st|2nd|3rd) {_SPAN} (?:of|at|in)",
    r"when i (?:was|worked|joined|started|had|did|interned|first)",
    r"while (?:i was|working|studying|i worked|we were|interning|volunteering)",
    r"when we (?:were|had|started|first)",
    r"(?:i was|we were) (?:working|studying|interning|doing my|on (?:a|the)) ",
    r"i (?:worked|was employed|interned|volunteered) (?:at|as|for|in)",
    r"there was (?:a|an|this|one) (?:time|occasion|situation|day|moment|case|patient"
    r"|customer|client|student|project|instance)",
    r"(?:at|by) (?:that|the) (?:time|point)",
    r"(?:one|an) (?:example|time|situation|occasion|instance)",
    r"early in my|earlier (?:this|in my)|once when|one time|a while (?:ago|back)"
    r"|recently|back then|back when|the (?:other|next|same) day",
    r"(?:previous|former|old|first|last) (?:\w+ )?" + _JOB,
)
SOMEBODY_NOW = any_of(
    r"this (?:\w+ )?(?:man|woman|guy|lady|girl|boy|kid|bloke|couple|person|customer"
    r"|client|patient|colleague|driver|guest|family) (?:just |suddenly |then )?(?:is"
    r"|has|\w+(?<!s)s)\b(?! (?:was|were|had|who)\b)"
)
"""Some one person whom the telling brings in: "this woman walks in"."""
PROBLEM = any_of(
    r"problems?|issues?|outages?|incidents?|bugs?|crash(?:ed|es|ing)?|errors?|mistakes?"
    r"|complain(?:ed|ing|ts?)|conflicts?|disagree(?:d|ment|ments)?|fight(?:s|ing)?"
    r"|fought|argu(?:ed|ing"
    r"|ments?)"
    r"|delay(?:ed|s)?|late|behind schedule|overdue|deadlines?|short[ -]staffed"
    r"|understaffed|backlogs?|queues?|crisis|emergency|trouble|struggl(?:ed|ing|es?)"
    r"|fail(?:ed|ing|s|ure|ures)|broke(?:n)? ?(?:down)?|went (?:down|wrong|off sick)"
    r"|going (?:down|wrong)|upset|angry|frustrat(?:ed|ing|ion)|unhappy|annoyed"
    r"|confus(?:ed"
    r"|ing|ion)|worried|stress(?:ed|ful)?|chaos|chaotic|messy?|slow|losing|lost|missing"
    r"|quit|resigned|left the (?:company|team)|refused|threaten(?:ed|ing)|tension"
    r"|challeng(?:e|es|ing)|difficult(?:y|ies)?|hard time|not work(?:ing)?|turnover"
    r"|churn(?:ing)?|pressure|tight|wrong|leak(?:ed|ing)?|damaged?|poor(?:ly)?|low|cut"
    r"|dropp(?:ed|ing)|falling|fell|ran out|running out|shortage|overload(?:ed)?"
    r"|about to (?:close|leave|quit|lose|fail|miss|collapse|run|go|walk)|stuck|burn(?:t"
    r"|ed)|strike|closing down|off sick|nothing worked|overwhelm(?:ed|ing)"
    r"|not (?:speaking|talking)|stopped (?:speaking|talking)"
    r"|manual(?:ly)?|legacy|outdated|duplicate[ds]?|called in sick"
    r"|defects?|defective|faulty|flaws?|breach(?:es)?|shortfall|flood(?:ed|ing)?|stolen"
    r"|overcharged|mixed up|forgot(?:ten)?|deleted|misread|overlooked|spilled|misheard"
    r"|double booked|accidents?|injur(?:y|ed|ies)|vulnerab\w+|wasted?|expired"
    r"|(?:power|heating) cut"
    r"|(?:was|were|is|went) down|locked|no (?:process|documentation"
    r"|tests?|plan|budget|clear|system)",
)
CALLED = any_of(
    r"(?:got|had|received|came) (?:a|an|this|one|the) (?:\w+ )?(?:call|email|mail"
    r"|message"
    r"|complaint|letter|ticket|visit|report|alarm|alert|text"
    r"|order|request|booking|delivery)",
    r"(?:i|we) (?:had|have|got) (?:a|an|this|one|two|three|some) (?:\w+ ){1,3}(?:who"
    r"|that"
    r"|which|where)",
    r"there was (?:a|an|this|one|some) \w+",
)
"""What reached one, or was there, once: a circumstance."""
LEARNED = any_of(
    r"(?:i|we) (?:also |really )?(?:learn(?:ed|t)?|have learn(?:ed|t))|taught (?:me|us)"
    r"|lesson|take ?away|showed me|made me (?:realise|realize|understand|see)"
    r"|i (?:now|always now)|i would (?:now|do it|do things)|next time|since then i"
    r"|looking back|in hindsight|i reali[sz]ed|what i took",
)
LESSON = any_of(
    r"(?:i|we) (?:also |really |have )?learn(?:ed|t) (?:that|to|how|from|a lot|the"
    r" importance|never|not|you|about|was|is|my lesson)|what (?:i|we) (?:learned|learnt"
    r"|took|take)|taught me|lessons?|take ?away|in hindsight|looking back"
    r"|(?:formed|shaped|changed) me|made me (?:who|stronger|a better)|next time i",
)
"""What was drawn from it, as against a thing learned on the way."""
NOBODY = any_of(r"nobody|no one")
"""Before anything was done, what nobody did is the problem; later it is a remark."""
BLUNDER = any_of(
    r"mistakes?|fail(?:ed|ure|ures|ing)?|errors?|(?:went|go|gone) wrong|setback|regret"
    r"|screwed|messed"
)
"""In a question: the story asked for begins with what the speaker did wrong."""
HABIT = any_of(
    r"usually|always|often|typically|generally|normally|tend to|whenever|every ?time"
    r"|most of the time|in general|every (?:day|week|morning|month)|as a rule|sometimes"
    r"|regularly|if (?:there is|i have|someone|somebody|a|the|i am|you|we|they)"
    r"|when (?:i have|there is|i am|someone|somebody|a \w+ is|you|i get|i see|i face)"
    r"|my (?:approach|style|way|philosophy) (?:is|would be)|i (?:try|like|make sure"
    r"|believe"
    r"|prefer) ",
)
NUMBER_WORD = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|half|dozen|a third|a quarter|zero)"
)
NUMBER = any_of(NUMBER_WORD, r"\d[\d.,]*(?:k|x|m|ms|s)")
HABIT_PAST = any_of(
    r"usually|always|often|typically|generally|normally|whenever|every (?:time|day|week"
    r"|morning|month)|most of the time",
)
RATE = any_of(
    rf"{NUMBER_WORD} (?:\w+ ){{1,3}}(?:a|per|every|each) (?:day|night|week|month|year"
    r"|shift)"
)
"""How much of a thing there was in a time, over and over."""
HABIT_OF_OLD = any_of(
    r"usually|always|often|typically|generally|normally|whenever|most of the time"
)
"""What is told as a habit; "every morning" also tells a step repeated in an episode."""
_PERSON = r"(?:him|her|them|it|us|everyone|everybody|people|somebody|someone|both|all)"
_THING = r"(?:the|my|our|a|an|two|three) (?:\w+ )?\w+"
DEED_PHRASE = any_of(
    r"(?:i|we) (?:\w+ )?(?:was|were) able to|(?:i|we) (?:\w+ )?went (?:\w+ing|to"
    r"|through|back|over|and)|(?:i|we) (?:\w+ )?got (?:\w+ing|through|back|over|and"
    r"|to(?! (?:know|see|be|have|do|go|meet)\b))|i had (?:a|an) (?:\w+ )?(?:meeting"
    r"|conversation|chat|call|talk|discussion|one on one|word)|(?:i|we) ended up"
    r" \w+ing|i took|i stayed (?:late|up|behind|calm|with)|i sat (?:down|with|him|her"
    r"|them|everyone|everybody|the \w+)|i stood (?:up|by|in for|my ground)"
    r"|i tended to",
    r"(?:i|we) (?:\w+ )?(?:came up with|got hold of|got in touch|got rid|got on (?:to"
    r"|the phone)|came (?:in|back) (?:early|on (?:my|a)))",
    rf"(?:i|we) (?:\w+ )?got {_PERSON} (?:\w+ ){{0,2}}?(?:to|round|around|into"
    r"|together|on|onto|out|off|in|over|up|down|talking|working|fixed|sorted|started"
    r"|moved|changed)\b",
    rf"(?:i|we) (?:\w+ )?got {_THING} (?:to|round|around|into|together|onto|talking"
    r"|working|fixed|sorted|started|moved|changed)\b",
    rf"(?:i|we) (?:\w+ )?turned (?:{_PERSON}|{_THING}) (?:off|on|down|around|round"
    r"|over|up|back|into|away)|(?:i|we) (?:\w+ )?turned (?:off|on|down|to) \w+"
    r"|(?:i|we) (?:\w+ )?ended (?:the|that|our) (?:call|meeting|conversation|chat"
    r"|contract|lesson|session|interview|argument)",
)
"""Deeds told with a verb that mostly tells none ("got everybody round one table")."""
NOT_DOING_NOW = listed(
    """
    am is are have has think know like want need believe feel work live see hear love
    prefer mean hope guess remember understand enjoy hate study come speak consider
    always usually tend try get do agree suppose say look
    """
)
"""Verbs that do not tell a deed when an episode is told in the present."""
HAD_DONE = any_of(
    r"had (?:\w+ )?(?:\w+(?:ed|en|wn|ne)|been|gone|left|made|put|said|told|had)"
)
OWN_WAY = any_of(
    r"my (?:\w+ )?(?:approach|solution|step|idea|strategy|answer|response|move"
    r"|plan) was"
    r"(?: to| simply to)?|what i did (?:was|is|were)|the first thing i did",
)
HAD_TO = any_of(r"i (?:\w+ )?had to (?:\w+ly )?(?!be\b|have\b|wait\b)\w+")
EXPERIENCE = any_of(
    r"for (?:\w+ ){0,3}(?:years|months)|many|several|various|a lot of|lots of|different"
    r"|all kinds of|since|always|extensively",
)
"""After "I have built": a record of what one has done, not an episode."""
STATE_OF_THINGS = any_of(
    r"kept \w+ing|used to|(?:it|which|that|this) meant|could not|would not",
    r"(?:times|hours|minutes) (?:a|per|every) (?:day|week|month|year|night)",
    r"every (?:single )?(?:day|week|morning|month|evening|night|time)",
    r"all the time|constantly|again and again|for (?:months|years|weeks)",
)
"""How things stood, over and over, before anything was done."""
EVERYBODY = any_of(r"everyone|everybody|nobody|no one|each|all")
