"""The phrases that show the parts of answers other than stories, by class.

As in `lexicon`, patterns run over the plain text of a clause; `shapes` and `kind` weigh
them with tense and place.
"""

import re
from typing import Final

from simulator.records import QuestionKind

from .lexicon import any_of

SELF = any_of(
    r"i am (?:a|an|currently|the|also|now|in my|very|really|someone|somebody|passionate"
    r"|organi[sz]ed|good|quite|from|married|originally|hard ?working|the kind|the type"
    r"|looking|motivated|interested|excited|\d+)|i have (?:been|a|an|about|over|around"
    r"|more"
    r"|always|\w+ years|worked|experience|\d+)|my (?:name|background|strengths?"
    r"|weakness"
    r"(?:es)?|experience|passion|hobbies|degree|education) |years of experience"
    r"|people (?:say|describe|tell) |i (?:speak|live|come from|study|work) |i grew up"
    r"|describe myself|consider myself|see myself",
)
OPINION = any_of(
    r"i (?:think|believe|feel|would say|would argue|find|do not think|guess)"
    r"|in my (?:opinion"
    r"|view|experience)|for me|to me|personally|(?:it|that) is (?:\w+ )?(?:important"
    r"|key"
    r"|essential|crucial|about|better|best|good|bad|vital)|important|should"
    r"|the (?:best|most"
    r"|key|main|biggest) |matters?|depends|i (?:prefer|value|agree|disagree|love|admire"
    r"|appreciate|like|want|would like|would prefer|would rather)|definitely|reasons?",
)
FUTURE = any_of(
    r"(?:i|we) (?:would like|want|hope|plan|will|aim|intend)|looking (?:for|to|forward)"
    r"|next (?:step|challenge|role|chapter)|in the future|this (?:role|position|job"
    r"|company"
    r"|opportunity)|why i (?:applied|am here|am interested)|your (?:company|team|school"
    r"|hospital|organi[sz]ation|clinic|firm|store)|excited (?:about|to)|interested in"
    r"|ready (?:to|for)|in (?:five|three|two|\d) years|going to|eager|applied (?:here"
    r"|for"
    r"|to)|move into|grow into|bring to|now i (?:want|would)",
)
EXAMPLE = any_of(
    r"for example|for instance|such as|an example|one example|one time|once"
    r"|last (?:year"
    r"|month|week|summer|semester)|when i (?:was|worked|did|had|started)|in my (?:last"
    r"|previous"
    r"|current|first|old)|at my (?:last|previous|current|first|old)|there was a",
)
REASON = any_of(
    r"because|since|the reason|reasons?|that is why|this is why|due to|so that"
    r"|as (?:it|i|you"
    r"|they|we)|which means|it (?:helps|gives|allows|lets|makes|means)|otherwise"
    r"|if you|if we"
    r"|the more|in order to|that way|cause",
)
OPTION = any_of(
    r"options?|alternatives?|either|one (?:way|approach|possibility|option)"
    r"|another (?:way"
    r"|approach|possibility|option)|(?:two|three|several|different|a few"
    r"|couple of) (?:ways"
    r"|options|approaches|choices|possibilities|things|strategies)"
    r"|(?:i|we|you|they) could(?! not)|rather offer|could (?:\w+ )?(?:use|do"
    r"|go|try|also|either|ask|move|hire|buy|build|cache|add)|on (?:the )?one hand"
    r"|on the other"
    r"(?: hand)?|or (?:i|we|you) (?:could|can|might)|instead of|rather than|versus|vs"
    r"|compare[ds]? (?:to|with)|depending on|alternatively|you can (?:use|either|also)"
    r"|the other (?:is|one|way|option)|plan b",
)
CRITERIA = any_of(
    r"criteri(?:a|on)|trade ?offs?|depends?|depending|important|priorit(?:y|ies|ise"
    r"|ize)"
    r"|pros|cons|cost[s]?|cheaper|cheapest|expensive|faster|fastest|slower|safer"
    r"|safest|safety"
    r"|risks?|risky|riskier|simpler|simplest|scal(?:e|es|able|ing)|maintain(?:able"
    r"|ing)?"
    r"|latency|performance|consisten(?:t|cy)|budget|impact|urgen(?:t|cy)|consider|weigh"
    r"|look at|matters?|complexity|reliab(?:le|ility)|secur(?:e|ity)|advantage"
    r"|disadvantage"
    r"|downside|upside|benefit|deadline|because|memory|accuracy|quality|best for|policy"
    r"|guidelines|evidence|fair(?:ness)?|how much|how many|how long|whether",
)
CHOICE = any_of(
    r"(?:i|we) would (?:\w+ )?(?:choose|pick|go|use|start|prefer|recommend|do|take|opt"
    r"|say"
    r"|talk|ask|tell|call|first|probably|make|speak|report|explain|listen|put|check"
    r"|keep|try"
    r"|stay|escalate|inform|apologi[sz]e|build|begin|move|offer|write|split|add|look"
    r"|set|run"
    r"|propose|suggest|let|raise|stop|roll|find|contact|meet|sit|plan|give|work|cache"
    r"|store"
    r"|not)|i (?:choose|chose|recommend|go with|went with|use|pick|picked|will|decided)"
    r"|my (?:choice|recommendation|preference|first step|answer|decision) (?:is"
    r"|would be|was)"
    r"|so (?:i|we) would|best (?:option|choice|approach|solution)|i will"
    r"|final(?:ly)? i",
)
POINT_AGAIN = any_of(
    r"so that is why|that is why|so (?:yes|yeah|for me|overall|in short|to me)|in short"
    r"|to sum (?:it )?up|overall|in conclusion|that is (?:the reason|how|what)"
    r"|all in all"
    r"|so i (?:think|believe|would say|really)|this is why|so in the end"
    r"|at the end of the day",
)
NEGATIVE_ANSWER = any_of(
    r"i (?:do not|can not|could not) (?:\w+ )?(?:have|think of|remember|recall)"
    r" (?:\w+ ){0,3}(?:examples?|any|anything|one|time|situations?|conflicts?|problems?"
    r"|failures?|mistakes?)",
    r"nothing comes to mind|come back to (?:that|this|it)|say that again"
    r"|not sure i have",
    r"i have (?:not|never) (?:\w+ )?(?:had|experienced|been in|led|managed|done|worked"
    r"|met|made)",
)
NOW = any_of(
    r"currently|now|at the moment|right now|these days|today|i am|i have|i work|i lead"
    r"|i run"
    r"|i study|my (?:current|name|background|main|job|role|work|focus|specialty"
    r"|strength)"
    r"|i live|i enjoy|i like|i manage|i do|i teach|we are",
)
OPEN_QUESTION = any_of(
    r"what|how|why|who|which|where|tell me (?:more )?about"
    r"|hear (?:more )?about|curious about|more about|whether"
)
EXPLAIN = any_of(
    r"explain|what (?:is|are) (?:an? |the )?(?!your)|what does|difference between"
    r"|how (?:does|do) (?:an? |the )?\w+(?: \w+){0,3} work|define|describe how"
)
"""A technical question that asks what something is, not what to choose."""
MEANING = any_of(
    r"(?:is|are) (?:\w+ly |just |like |kind of |sort of )?(?:an?|the|one|when|where"
    r"|what|how|about|used|something|basically|part)|means?|stands for|refers? to"
    r"|called|consists? of|has (?:an?|its|the)|have (?:an?|their)|describes?|share"
)
WORKINGS = any_of(
    r"because|so that|so (?:it|you|they|if|the|when)|which means|this means|that means"
    r"|that way|if (?:you|it|the|one|a)|when (?:you|it|the|one|a)|first|then|after that"
    r"|by \w+ing|in order to|therefore|while the other|without|instead|whereas|but (?:a"
    r"|the|it|in)|unlike|depending|works?"
)
CASE = any_of(
    r"for example|for instance|such as|an example|say|imagine|think of|like (?:an?|the"
    r"|in|when)|in my (?:last|current|old)|at (?:work|my)|we (?:had|used)|i used"
)
OWN_WAY = any_of(
    r"about yourself|who (?:you are|are you)|(?:through|about|describe) your (?:career"
    r"|background|cv|r[eé]sum[eé]|story|path|experience)|brings? you|brought you"
    r"|come from|introduce yourself|your career so far|your background",
    r"what you (?:do|have (?:studied|sold|done))|you have (?:taught|cared for|looked"
    r" after|worked)|come to (?:lead|this)|led you|find out that this"
    r"|what you did before",
    r"(?:see|picture) yourself|in (?:five|ten|a few|\w+) years",
)
"""In a question about oneself: it asks for one's way, from then to now and on. "What do
you find hard?" asks for a point, its reason and an example."""
QUESTION_KINDS: Final[tuple[tuple[re.Pattern[str], QuestionKind], ...]] = (
    (
        any_of(
            r"about yourself|through your|introduce yourself|your background",
            r"who are you",
            r"describe (?:you|yourself)|what you do and what|step in your career",
            r"tell (?:me|us) who you are",
            r"what brought you (?:into|to)|what brings you",
        ),
        "self",
    ),
    (
        any_of(
            r"questions? for (?:me|us)|ask (?:me|us)|anything you (?:would|want)",
            r"what would you like to (?:know|ask)",
        ),
        "asking",
    ),
    (
        any_of(
            r"(?:tell|describe|share|give|talk|walk)\b.*\b(?:time|situation|example"
            r"|occasion|project|moment|experience|mistake|failure|conflict|challenge"
            r"|achievement)",
            r"tell (?:me|us) about (?:an?|some|something|someone|old|the)",
            r"tell (?:me|us) about (?:your (?:last|biggest|most|proudest|greatest)"
            r"|\w+ing\b|somebody|how you|bad|really|two)|tell (?:me|us) how you",
            r"(?:what|which)\b.*\b(?:hardest|biggest|greatest|proudest|toughest|worst"
            r"|trickiest|largest|most \w+)\b.*\b(?:achievements?|accomplishments?"
            r"|mistakes?|failures?|challenges?|projects?|bugs?|problems?|decisions?"
            r"|conflicts?|success\w*|(?:have|did) you|you(?:'ve| have| ever| did))",
            r"describe (?:how|what) you|what (?:\w+ )?(?:impact|difference) did you"
            r"|your (?:proudest|biggest|greatest|hardest"
            r"|toughest) (?:\w+ )?(?:contribut"
            r"ion|achievement|accomplishment|success|failure|mistake|challenge"
            r"|project)",
            r"how have you|how did you (?!come|find|get into|choose|hear|learn (?:of"
            r"|about))",
            r"choose one (?:project|case|piece)",
            r"have you ever|when (?:have|did) you|an example of|the last time|proud of",
            r"did you (?:ever )?(?:handle|deal|face|overcome)",
            r"how do you (?:handle|deal|cope|manage|approach conflict)",
        ),
        "story",
    ),
    (
        any_of(
            r"explain|difference between|how does|how do \w+ work|what is an?|debug",
            r"how would you (?:build|design|implement|test|scale|speed|store|model)",
            r"which (?:database|language|framework|algorithm|model|tool)|algorithm",
            r"talk me through what you do|design (?:a|an|the)",
        ),
        "technical",
    ),
    (
        any_of(
            r"what would you (?!like)|how would you|suppose|imagine",
            r"if (?:a|you|your|one)\b.*\b(?:would|do)|what do you do (?:if|when)",
            r"\w+[.].*(?:what|where) do you (?:do|say|change|tell|begin|start)",
        ),
        "situational",
    ),
    (
        any_of(r"why|what|which|where|how|is there|are there|do you|would you|opinion"),
        "opinion",
    ),
)
"""The first that matches decides; a question that matches none asks for a story."""
