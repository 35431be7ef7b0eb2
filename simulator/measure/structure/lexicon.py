"""The phrases that show an element, by class, as compiled patterns over plain words.

Each list holds a class of wording, not stock answers: where or when an episode was,
what went wrong, what was expected of the speaker, what changed. Patterns run over the
text of a clause as `clauses` makes it (lower case, contractions undone, no
punctuation). They are weak alone; `star` weighs them with subject, tense and place.
"""

import re
from typing import Final

from simulator.records import QuestionKind


def _any(*lines: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(lines) + r")\b")


_SPAN = r"(?:years?|months?|weeks?|days?|summers?|semesters?|terms?|quarters?|winters?)"
_JOB = (
    r"(?:jobs?|roles?|positions?|company|companies|employers?|internships?|placements?"
    r"|project|team|school|college|university|startup|workplace|clinic|ward|hospital"
    r"|store|shop|restaurant|studies|degree|master'?s|bachelor'?s|thesis|apprenticeship"
    r"|probation|shift|department|firm|organi[sz]ation|agency)"
)

TIME_ANCHOR = _any(
    rf"(?:last|this past|that|one) (?:{_SPAN[3:-1]}|autumn|spring|fall|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning"
    r"|afternoon|evening|night|time|occasion|instance)",
    rf"(?:\w+|a few|a couple of|couple of) {_SPAN} (?:ago|back|before|earlier)",
    r"(?:in|back in|around|since|during|by) (?:19|20)\d\d",
    r"(?:in|during|back in|around) (?:january|february|march|april|june|july|august"
    r"|september|october|november|december|the summer|the winter|the pandemic|covid"
    r"|lockdown)",
    rf"(?:in|during|at|for|on) (?:my|our) (?:\w+ ){{0,3}}{_JOB}",
    rf"during (?:my|our|the|a|an|one) (?:\w+ ){{0,3}}\w+",
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
    r"early in my|earlier (?:this|in my)|once when|one time|a while (?:ago|back)|recently|back then|back when|the other day",
    r"(?:previous|former|old|first|last) (?:\w+ )?" + _JOB,
)
PROBLEM = _any(
    r"problems?|issues?|outages?|incidents?|bugs?|crash(?:ed|es|ing)?|errors?|mistakes?"
    r"|complain(?:ed|ing|ts?)|conflicts?|disagree(?:d|ment|ments)?|argu(?:ed|ing|ments?)"
    r"|delay(?:ed|s)?|late|behind schedule|overdue|deadlines?|short[ -]staffed"
    r"|understaffed|backlogs?|queues?|crisis|emergency|trouble|struggl(?:ed|ing|es?)"
    r"|fail(?:ed|ing|s|ure|ures)|broke(?:n)? ?(?:down)?|went (?:down|wrong|off sick)"
    r"|going (?:down|wrong)|upset|angry|frustrat(?:ed|ing|ion)|unhappy|annoyed|confus(?:ed"
    r"|ing|ion)|worried|stress(?:ed|ful)?|chaos|chaotic|messy?|slow|losing|lost|missing"
    r"|quit|resigned|left the (?:company|team)|refused|threaten(?:ed|ing)|tension"
    r"|challeng(?:e|es|ing)|difficult(?:y|ies)?|hard time|not work(?:ing)?|turnover"
    r"|churn(?:ing)?|pressure|tight|wrong|leak(?:ed|ing)?|damaged?|poor(?:ly)?|low|cut"
    r"|dropp(?:ed|ing)|falling|fell|ran out|running out|shortage|overload(?:ed)?"
    r"|overwhelm(?:ed|ing)|manual(?:ly)?|legacy|outdated|duplicate[ds]?|called in sick"
    r"|no one|nobody|(?:was|were|is|went) down|locked|no (?:process|documentation|tests?|plan|budget|clear|system)",
)
TASK = _any(
    r"(?:i|we) (?:was|were|am) (?:\w+ )?(?:responsible|accountable|supposed|expected"
    r"|required|tasked|assigned|asked|told|given|put|chosen|brought|hired|appointed"
    r"|nominated|in charge|due|meant|challenged|invited|handed|entrusted|instructed"
    r"|the (?:one|person|only one|lead|owner) (?:who|responsible|in charge))",
    r"(?:my|our|the|his|her|their) (?:\w+ ){0,2}(?:job|role|task|tasks|responsibility"
    r"|responsibilities|goal|goals|objective|objectives|mission|aim|assignment|duty"
    r"|brief|target|mandate|remit|part) (?:\w+ ){0,2}(?:was|were|is)",
    r"(?:i|we) (?:\w+ )?(?:had|needed|have|need) (?:\w+ )?to",
    r"(?:i|we) (?:\w+ )?(?:had|got) (?:\w+ ){1,3}(?:days?|weeks?|months?|hours?|minutes"
    r"|years?)(?: left)? to",
    r"(?:my|our|the|his|her|their) (?:\w+ ){0,2}challenge (?:\w+ )?was (?:to|how)"
    r"|(?:i|we) (?:had|got) (?:the|a) (?:\w+ )?(?:task|job|goal|target|order|assignment"
    r"|responsibility|mission)|(?:had )?promised",
    r"asked (?:me|us)|asked (?:me |us )?(?:if|whether) (?:i|we) (?:could|can|would)|told (?:me|us) to|wanted (?:me|us) to|needed (?:me|us) to"
    r"|expected (?:me|us) to|assigned (?:me|us|it to|to) |gave (?:me|us) (?:the"
    r"|a|this|two|three) (?:\w+ )?(?:task|job|project|responsibility|assignment|week"
    r"|weeks|goal|target|challenge)|put me in charge|tasked (?:me|us)|made me responsible"
    r"|left me (?:in charge|to)|handed (?:me|us)",
    r"(?:it|that) (?:was|fell|came down|were) (?:up |on |down )?(?:to )?(?:me|my job|my"
    r" (?:task|responsibility|turn|role))",
    r"responsib(?:le|ility) (?:for|of|to|was)|in charge of|charged with|tasked with"
    r"|responsibility for",
    r"(?:deadline|target|goal|requirement|idea|plan|ask|brief|aim|objective) (?:was|were)"
    r" (?:to|that|in|on|for|by|only|just|the|two|three|a)",
    r"(?:needed|required|requested) (?:a|an|someone|somebody|us|me|that)|it was (?:\w+ )?"
    r"(?:important|critical|crucial|essential|vital|necessary) (?:to|that|for us|we)",
    r"(?:had|needed|has) to be (?:\w+ )?\w+(?:ed|en|ne|lt|de|d|t|ready)",
    r"(?:i|we) (?:really )?wanted to|(?:i|we) (?:was|were) trying to"
    r"|(?:i|we) set out to|(?:i|we) aimed to|with the (?:goal|aim|task) of|in order to meet",
)
TASK_WEAK = _any(
    r"(?:i|we) (?:really )?wanted to|(?:i|we) (?:\w+ )?(?:have|need) (?:\w+ )?to",
)
RESULT_MARKER = _any(
    r"as a (?:\w+ )?(?:result|consequence|outcome)|in the end|at the end|by the end"
    r"|end(?:ed)? up|(?:the|one|final|end|overall) (?:\w+ )?(?:result|outcome|impact"
    r"|effect|upshot) (?:was|were|is|of)|turned out|the results?|result(?:ed|ing) in"
    r"|(?:which|this|that|it|and) (?:\w+ )?(?:led to|meant|resulted|(?:allowed|enabled) (?:us|me|the (?:team|company|business))|saved"
    r"|helped|gave|made|reduced|brought|turned|improved|increased|cut)|since then"
    r"|from then on|ever since|after that (?:the|we|they|it|there|nobody|everyone)"
    r"|thanks to (?:that|this|it)|because of (?:that|this|it)|to this day|so now"
    r"|(?:a|two|three|few|the next|the following) (?:\w+ )?(?:days?|weeks?|months?|years?)"
    r" (?:later|after)|in total|overall|within (?:\w+ ){1,2}(?:days?|weeks?|months?|hours?"
    r"|minutes?)|ultimately|the feedback|finally",
)
CHANGE = _any(
    r"reduc(?:ed|ing)|increas(?:ed|ing)|improv(?:ed|ing)|decreas(?:ed|ing)|lower(?:ed|ing)"
    r"|rais(?:ed|ing)|grew|growing|rose|fell|dropped|doubled|tripled|halved|saved|saving"
    r"|cut|cutting|shortened|went (?:up|down|from|back|live|well|smoothly|great|really well"
    r"|viral)|came (?:down|up|back|out)|jumped|climbed|shrank|gained|boosted|eliminated"
    r"|recovered|resolved|prevented|avoided|stopped (?:\w+ing|the|being|coming)"
    r"|sped up|accelerated|strengthened|brought (?:\w+ ){0,4}(?:down|up|back)|got (?:\w+ )?"
    r"(?:better|faster|easier|worse|quicker|back on track)|became|disappeared|before (?:that )?it was|than before|compared (?:to|with)|worked out"
    r"|paid off|outperformed|exceeded|surpassed|beat|stabili[sz]ed|freed",
)
ACHIEVED = _any(
    r"(?:re)?launched|shipped|delivered|released|completed|finished|passed|won|renewed"
    r"|signed|closed|earned|awarded|promoted|graduated|hired me|offered me|approved"
    r"|accepted|adopted|rolled (?:it |this |that |them )?out|published|selected|chosen"
    r"|extended|came back|returned|sold|met (?:the|our|my|every|all)|hit (?:the|our|my)"
    r"|made it|on time|ahead of (?:schedule|time|the deadline)|before the deadline"
    r"|under budget|within budget|in time|managed to|was able to|were able to|got (?:the"
    r"|an?|my|our|it|promoted|funded|approved|through)|succeeded|achieved|reached|solved"
    r"|fixed|survived|no longer|never (?:had|happened|came|again|missed)|did not"
    r" happen again|still (?:use|uses|using|in use|works?|working|there|running|runs|follow"
    r"|do|does)|standard|agreed to|ended well|rolled out|went through|settled|retained"
    r"|kept (?:the|our|us|him|her) (?:client|customer|account|contract|as)",
)
REACTION = _any(
    r"happy|happier|satisfied|pleased|delighted|grateful|thankful|impressed|relieved"
    r"|thanked|apologi[sz]ed|praised|complimented|appreciated|congratulated|loved (?:it|the"
    r"|what)|liked (?:it|the|what)|positive|great feedback|good feedback|feedback"
    r"|success(?:ful|fully)?|it worked|that worked|this worked|worked (?:well|great"
    r"|perfectly|really well|fine|smoothly)|no (?:more|further|complaints?|major|incidents?"
    r"|problems|errors|delays|issues|downtime)|without (?:any|a single|further|losing)"
    r"|smooth(?:ly|er)?|trust(?:ed)?|confident|proud|highest|record|top|best|compliment"
    r"|thank you (?:card|note|letter|email)|recommended (?:me|us)|award|promotion|bonus",
)
LEARNED = _any(
    r"(?:i|we) (?:also |really )?(?:learn(?:ed|t)?|have learn(?:ed|t))|taught (?:me|us)"
    r"|lesson|take ?away|showed me|made me (?:realise|realize|understand|see)"
    r"|i (?:now|always now)|i would (?:now|do it|do things)|next time|since then i"
    r"|looking back|in hindsight|i reali[sz]ed|what i took",
)
HABIT = _any(
    r"usually|always|often|typically|generally|normally|tend to|whenever|every ?time"
    r"|most of the time|in general|every (?:day|week|morning|month)|as a rule|sometimes"
    r"|regularly|if (?:there is|i have|someone|somebody|a|the|i am|you|we|they)"
    r"|when (?:i have|there is|i am|someone|somebody|a \w+ is|you|i get|i see|i face)"
    r"|my (?:approach|style|way|philosophy) (?:is|would be)|i (?:try|like|make sure|believe"
    r"|prefer) ",
)
SELF = _any(
    r"i am (?:a|an|currently|the|also|now|in my|very|really|someone|somebody|passionate"
    r"|organi[sz]ed|good|quite|from|married|originally|hard ?working|the kind|the type"
    r"|looking|motivated|interested|excited|\d+)|i have (?:been|a|an|about|over|around|more"
    r"|always|\w+ years|worked|experience|\d+)|my (?:name|background|strengths?|weakness"
    r"(?:es)?|experience|passion|hobbies|degree|education) |years of experience"
    r"|people (?:say|describe|tell) |i (?:speak|live|come from|study|work) |i grew up"
    r"|describe myself|consider myself|see myself",
)
OPINION = _any(
    r"i (?:think|believe|feel|would say|would argue|find|do not think|guess)|in my (?:opinion"
    r"|view|experience)|for me|to me|personally|(?:it|that) is (?:\w+ )?(?:important|key"
    r"|essential|crucial|about|better|best|good|bad|vital)|important|should|the (?:best|most"
    r"|key|main|biggest) |matters?|depends|i (?:prefer|value|agree|disagree|love|admire"
    r"|appreciate|like|want|would like|would prefer|would rather)|definitely|reasons?",
)
FIRST_STEPS = _any(
    r"first|firstly|to start|started by|began by|then|next|after that|second|secondly|step"
    r"|so i|the first thing|what i did",
)
PART_OF_TEAM = _any(r"together with|along with|with my|with the|with a")

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|half|dozen|a third|a quarter|zero)"
)
NUMBER = _any(_NUMBER, r"[£$€]\d[\d.,]*\w*", r"\d[\d.,]*(?:%|k|x|m|ms|s)")
CHANGE_NUMBER = _any(
    rf"from (?:\w+ ){{0,4}}[£$€]?{_NUMBER}\w*%?(?: \w+){{0,4}} (?:down |up )?to",
    rf"by (?:\w+ ){{0,3}}[£$€]?{_NUMBER}",
    r"\d[\d.,]*%",
    rf"{_NUMBER} (?:\w+ )?(?:percent|per cent|percentage|times|fold|points)",
    r"doubled|tripled|quadrupled|halved|in half|by half|twice|to zero|down to|up to"
    rf" {_NUMBER}",
    rf"(?:saved|saving|save|saves|earned|raised|brought in|gained|won|cut|recovered|sold"
    rf"|freed)"
    rf" (?:\w+ ){{0,5}}[£$€]?{_NUMBER}",
    r"[£$€]\d",
)
FUTURE = _any(
    r"(?:i|we) (?:would like|want|hope|plan|will|aim|intend)|looking (?:for|to|forward)"
    r"|next (?:step|challenge|role|chapter)|in the future|this (?:role|position|job|company"
    r"|opportunity)|why i (?:applied|am here|am interested)|your (?:company|team|school"
    r"|hospital|organi[sz]ation|clinic|firm|store)|excited (?:about|to)|interested in"
    r"|ready (?:to|for)|in (?:five|three|two|\d) years|going to|eager|applied (?:here|for"
    r"|to)|move into|grow into|bring to|now i (?:want|would)",
)
EXAMPLE = _any(
    r"for example|for instance|such as|an example|one example|one time|once|last (?:year"
    r"|month|week|summer|semester)|when i (?:was|worked|did|had|started)|in my (?:last|previous"
    r"|current|first|old)|at my (?:last|previous|current|first|old)|there was a",
)
REASON = _any(
    r"because|since|the reason|reasons?|that is why|this is why|due to|so that|as (?:it|i|you"
    r"|they|we)|which means|it (?:helps|gives|allows|lets|makes|means)|otherwise|if you|if we"
    r"|the more|in order to|that way|cause",
)
OPTION = _any(
    r"options?|alternatives?|either|one (?:way|approach|possibility|option)|another (?:way"
    r"|approach|possibility|option)|(?:two|three|several|different|a few|couple of) (?:ways"
    r"|options|approaches|choices|possibilities|things|strategies)|could (?:\w+ )?(?:use|do"
    r"|go|try|also|either|ask|move|hire|buy|build|cache|add)|on (?:the )?one hand|on the other"
    r"(?: hand)?|or (?:i|we|you) (?:could|can|might)|instead of|rather than|versus|vs"
    r"|compare[ds]? (?:to|with)|depending on|alternatively|you can (?:use|either|also)"
    r"|the other (?:is|one|way|option)|plan b",
)
CRITERIA = _any(
    r"criteri(?:a|on)|trade ?offs?|depends?|depending|important|priorit(?:y|ies|ise|ize)"
    r"|pros|cons|cost[s]?|cheaper|cheapest|expensive|faster|fastest|slower|safer|safest|safety"
    r"|risks?|risky|riskier|simpler|simplest|scal(?:e|es|able|ing)|maintain(?:able|ing)?"
    r"|latency|performance|consisten(?:t|cy)|budget|impact|urgen(?:t|cy)|consider|weigh"
    r"|look at|matters?|complexity|reliab(?:le|ility)|secur(?:e|ity)|advantage|disadvantage"
    r"|downside|upside|benefit|deadline|because|memory|accuracy|quality|best for|policy"
    r"|guidelines|evidence|fair(?:ness)?|how much|how many|how long|whether",
)
CHOICE = _any(
    r"(?:i|we) would (?:\w+ )?(?:choose|pick|go|use|start|prefer|recommend|do|take|opt|say"
    r"|talk|ask|tell|call|first|probably|make|speak|report|explain|listen|put|check|keep|try"
    r"|stay|escalate|inform|apologi[sz]e|build|begin|move|offer|write|split|add|look|set|run"
    r"|propose|suggest|let|raise|stop|roll|find|contact|meet|sit|plan|give|work|cache|store"
    r"|not)|i (?:choose|chose|recommend|go with|went with|use|pick|picked|will|decided)"
    r"|my (?:choice|recommendation|preference|first step|answer|decision) (?:is|would be|was)"
    r"|so (?:i|we) would|best (?:option|choice|approach|solution)|i will|final(?:ly)? i",
)
POINT_AGAIN = _any(
    r"so that is why|that is why|so (?:yes|yeah|for me|overall|in short|to me)|in short"
    r"|to sum (?:it )?up|overall|in conclusion|that is (?:the reason|how|what)|all in all"
    r"|so i (?:think|believe|would say|really)|this is why|so in the end|at the end of the day",
)
NEGATIVE_ANSWER = _any(
    r"i (?:do not|can not|could not) (?:really )?(?:have|think of|remember|recall|know)"
    r" (?:\w+ ){0,3}(?:example|any|one|anything|time|situation|it|answer)?"
    r"|nothing comes to mind|i have (?:not|never) (?:really )?(?:had|experienced|been|done)",
)
HABIT_PAST = _any(
    r"usually|always|often|typically|generally|normally|whenever|every (?:time|day|week"
    r"|morning|month)|most of the time",
)
DEED_PHRASE = _any(
    r"(?:i|we) (?:\w+ )?(?:was|were) able to|(?:i|we) (?:\w+ )?(?:got|went) (?:\w+ing|to work"
    r"|through|back|to|over|and)|i had (?:a|an) (?:\w+ )?(?:meeting|conversation|chat|call"
    r"|talk|discussion|one on one|word)|(?:i|we) ended up \w+ing|i took|i stayed (?:late|up"
    r"|behind|calm|with)|i sat (?:down|with)|i stood (?:up|by)|i tended to",
)
DOING_NOW = frozenset(
    """
    ask tell call go make take talk speak write build explain check start create help
    fix give bring show send organise organize plan prepare decide find meet propose
    suggest change add move set put work analyse analyze design develop contact listen
    discuss present offer teach train divide split test run schedule apologise apologize
    come say open close stop solve try use do
    """.split()  # noqa: SIM905
)
NOW = _any(
    r"currently|now|at the moment|right now|these days|today|i am|i have|i work|i lead|i run"
    r"|i study|my (?:current|name|background|main|job|role|work|focus|specialty|strength)"
    r"|i live|i enjoy|i like|i manage|i do|i teach|we are",
)
OPEN_QUESTION = _any(r"what|how|why|who|which|where|tell me (?:more )?about")
QUESTION_KINDS: Final[tuple[tuple[re.Pattern[str], QuestionKind], ...]] = (
    (
        _any(
            r"tell (?:me|us) about yourself|walk (?:me|us) through your"
            r"|introduce yourself|about your background|who are you"
        ),
        "self",
    ),
    (
        _any(
            r"questions? for (?:me|us)|anything (?:you|else you) (?:would|want|\w+ like)"
            r"|ask (?:me|us)"
        ),
        "asking",
    ),
    (
        _any(
            r"(?:tell|describe|share|give|talk|walk)\b.*\b(?:time|situation|example|occasion"
            r"|project|moment|experience|mistake|failure|conflict|challenge|achievement)"
            r"|have you ever|when (?:have|did) you|an example of|the last time"
            r"|(?:did|have) you (?:ever )?(?:handle|deal|face|had to|overcome)"
        ),
        "story",
    ),
    (
        _any(
            r"what would you|how would you|suppose|imagine|if (?:a|you|your|one)\b.*"
            r"\b(?:would|do)|what do you do (?:if|when)"
        ),
        "situational",
    ),
    (
        _any(
            r"explain (?:how|the|what)|difference between|how does|how do(?:es)? \w+ work"
            r"|design (?:a|an|the)|what is an?|debug|optimi[sz]e|algorithm"
        ),
        "technical",
    ),
    (
        _any(
            r"why|what is your|what are your|what do you think|what makes|which|where do you"
            r"|what motivates|do you (?:think|prefer|believe)|opinion|how do you (?:feel|define)"
            r"|what does"
        ),
        "opinion",
    ),
)
NOT_ASKED = _any(r"(?:nobody|no one|never|not) (?:\w+ )?(?:asked|told|ask|tell)")
NOW_STATE = _any(
    r"now|still|no longer|today|since|ever since|any ?more|every (?:day|week|month)|again",
)
BAD_END = _any(
    r"lost|missed|failed|cancel(?:l?ed)?|late|rejected|closed|gave up|fell through|did not"
    r" (?:work|make|get|reach|happen|pass|go)|only (?:got|made|did|reached)|disappointed"
    r"|fired|too late|never (?:got|made|finished)",
)
HAD_DONE = _any(
    r"had (?:\w+ )?(?:\w+(?:ed|en|wn|ne)|been|gone|left|made|put|said|told|had)"
)
OWN_WAY = _any(
    r"my (?:\w+ )?(?:approach|solution|step|idea|strategy|answer|response|move|plan) was"
    r"(?: to| simply to)?|what i did (?:was|is|were)|the first thing i did",
)
HAD_TO = _any(r"i (?:\w+ )?had to (?:\w+ly )?(?!be\b|have\b|wait\b)\w+")
