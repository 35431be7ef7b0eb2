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
    r"one (?:day|morning|afternoon|evening|night|summer|winter|time|occasion|instance"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    rf"(?:last|this past|that) (?:{_SPAN[3:-1]}|autumn|spring|fall|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning"
    r"|afternoon|evening|night|time|occasion|instance)",
    rf"(?:\w+|a few|a couple of|couple of) {_SPAN} (?:ago|back|before|earlier)",
    r"(?:in|back in|around|since|during|by) (?:19|20)\d\d",
    r"(?:in|during|back in|around) (?:january|february|march|april|june|july|august"
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
    r"|recently|back then|back when|the other day",
    r"(?:previous|former|old|first|last) (?:\w+ )?" + _JOB,
)
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
    r"|overwhelm(?:ed|ing)|manual(?:ly)?|legacy|outdated|duplicate[ds]?|called in sick"
    r"|no one|nobody|(?:was|were|is|went) down|locked|no (?:process|documentation"
    r"|tests?|plan|budget|clear|system)",
)
TASK = any_of(
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
    r"asked (?:me|us)|asked (?:me |us )?(?:if|whether) (?:i|we) (?:could|can|would)"
    r"|told (?:me|us) to|wanted (?:me|us) to|needed (?:me|us) to"
    r"|expected (?:me|us) to|assigned (?:me|us|it to|to) |gave (?:me|us) (?:the"
    r"|a|this|two|three) (?:\w+ )?(?:task|job|project|responsibility|assignment|week"
    r"|weeks|goal|target|challenge)|put me in charge|tasked (?:me|us)"
    r"|made me responsible"
    r"|left me (?:in charge|to)|handed (?:me|us)",
    r"(?:it|that) (?:was|fell|came down|were) (?:up |on |down )?(?:to )?(?:me|my job|my"
    r" (?:task|responsibility|turn|role))",
    r"responsib(?:le|ility) (?:for|of|to|was)|in charge of|charged with|tasked with"
    r"|responsibility for",
    r"(?:deadline|target|goal|requirement|idea|plan|ask|brief|aim|objective) (?:was"
    r"|were)"
    r" (?:to|that|in|on|for|by|only|just|the|two|three|a)",
    r"(?:needed|required|requested) (?:a|an|someone|somebody|us|me|that)"
    r"|it was (?:\w+ )?"
    r"(?:important|critical|crucial|essential|vital|necessary) (?:to|that|for us|we)",
    r"(?:had|needed|has) to be (?:\w+ )?\w+(?:ed|en|ne|lt|de|d|t|ready)",
    r"(?:i|we) (?:really )?wanted to|(?:i|we) (?:was|were) trying to"
    r"|(?:i|we) set out to|(?:i|we) aimed to|with the (?:goal|aim|task) of"
    r"|in order to meet",
    r"gave (?:me|us) (?:\w+ ){0,6}(?:goals?|target|task|job|project|weeks?|months?"
    r"|days?"
    r"|hours?|deadline|responsibility|budget)|got the (?:job|task) of",
    r"(?:was|were) (?:supposed|expected|required) to",
    r"(?:office|team|squad|department|company|everyone|everybody|group|crew|class)"
    r" (?:all )?(?:had|needed) to",
    r"(?:boss|manager|supervisor|client|customer|team|director|professor|teacher|lead"
    r"|ceo"
    r"|owner|board|they|he|she) (?:\w+ )?needed",
    r"(?:that|it|this) (?:was|became) (?:now )?my (?:project|job|task|responsibility)",
)
TASK_WEAK = any_of(
    r"(?:i|we) (?:really )?wanted to|(?:i|we) (?:\w+ )?(?:have|need) (?:\w+ )?to",
)
RESULT_MARKER = any_of(
    r"as a (?:\w+ )?(?:result|consequence|outcome)|in the end|at the end|by the end"
    r"|end(?:ed)? up|(?:the|one|final|end|overall) (?:\w+ )?(?:result|outcome|impact"
    r"|effect|upshot) (?:was|were|is|of)|turned out|the results?|result(?:ed|ing) in"
    r"|(?:which|this|that|it|and) (?:\w+ )?(?:led to|meant|resulted|(?:allowed"
    r"|enabled) (?:us|me|the (?:team|company|business))|saved"
    r"|helped|gave|made|reduced|brought|turned|improved|increased|cut)|since then"
    r"|from then on|ever since|after that (?:the|we|they|it|there|nobody|everyone)"
    r"|thanks to (?:that|this|it)|because of (?:that|this|it)|to this day|so now"
    r"|(?:a|two|three|few|the next|the following) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?)"
    r" (?:later|after)|in total|overall|within (?:\w+ ){1,2}(?:days?|weeks?|months?"
    r"|hours?"
    r"|minutes?)|ultimately|eventually|the feedback|finally|(?:we|i) (?:did it"
    r"|pulled it off"
    r"|got it done)",
)
CHANGE = any_of(
    r"got (?:\w+ ){1,4}(?:up|down) (?:by|to|from)"
    r"|reduc(?:ed|ing)|increas(?:ed|ing)|improv(?:ed|ing)|decreas(?:ed|ing)|lower(?:ed"
    r"|ing)"
    r"|rais(?:ed|ing)|grew|growing|rose|fell|dropped|doubled|tripled|halved|saved"
    r"|saving"
    r"|cut|cutting|shortened|went (?:up|down|from|back to normal|live|well|smoothly"
    r"|great"
    r"|really well"
    r"|viral)|came (?:down|up|back|out)|jumped|climbed|shrank|gained|boosted|eliminated"
    r"|recovered|resolved|prevented|avoided|stopped (?:\w+ing|the|being|coming)"
    r"|sped up|accelerated|strengthened|brought (?:\w+ ){0,4}(?:down|up|back)"
    r"|got (?:\w+ )?"
    r"(?:better|faster|easier|worse|quicker|back on track)|became|disappeared"
    r"|before (?:that )?it was|than before|compared (?:to|with)|worked out"
    r"|paid off|outperformed|exceeded|surpassed|beat|stabili[sz]ed|freed",
)
ACHIEVED = any_of(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?:"
    r"(?:re)?launched|shipped|delivered|released|completed|finished|passed|won|renewed"
    r"|signed|closed|earned|awarded|promoted|graduated|hired me|offered me|approved"
    r"|accepted|adopted|rolled (?:it |this |that |them )?out|published|selected|chosen"
    r"|extended|came back|returned|sold|met (?:the|our|my|every|all)|hit (?:the|our|my)"
    r"|made it|on time|ahead of (?:schedule|time|the deadline)|before the deadline"
    r"|under budget|within budget|in time|managed to|was able to|were able to"
    r"|got (?:promoted|funded|approved|it through|through)|got (?:the|an?|my|our"
    r"|us the) (?:\w+ )?(?:job|offer|contract|grant|approval|promotion|account|deal"
    r"|budget|certificate|degree|grade|grades|role|position|prize|award|bonus"
    r"|green light|go ahead|funding|order|marks?)|succeeded|achieved|reached"
    r"|solved"
    r"|fixed|survived|no longer|never (?:had|happened|came|again|missed)|did not"
    r" happen again|still (?:use|uses|using|in use|works?|working|there|running|runs"
    r"|follow"
    r"|do|does)|agreed (?:to|on|that|with)|ended well|rolled out|settled"
    r"|retained"
    r"|did it|pulled it off|made it work|kept (?:the|our|us|him|her) (?:client"
    r"|customer|account|contract|as))",
)
REACTION = any_of(
    r"happy|happier|the (?:new )?standard|satisfied|pleased|delighted|grateful"
    r"|thankful|impressed|relieved"
    r"|thanked|apologi[sz]ed|praised|complimented|appreciated|congratulated"
    r"|loved (?:it|the"
    r"|what)|liked (?:it|the|what)|positive|great feedback|good feedback|feedback"
    r"|success(?:ful|fully)?|it worked|that worked|this worked|worked (?:well|great"
    r"|perfectly|really well|fine|smoothly)|no (?:more|further|complaints?|major"
    r"|incidents?"
    r"|problems|errors|delays|issues|downtime)|without (?:any|a single|further|losing)"
    r"|smooth(?:ly|er)?|trust(?:ed)?|confident|proud|highest|record|top|best|compliment"
    r"|thank you (?:card|note|letter|email)|recommended (?:me|us)|award|promotion"
    r"|bonus",
)
LEARNED = any_of(
    r"(?:i|we) (?:also |really )?(?:learn(?:ed|t)?|have learn(?:ed|t))|taught (?:me|us)"
    r"|lesson|take ?away|showed me|made me (?:realise|realize|understand|see)"
    r"|i (?:now|always now)|i would (?:now|do it|do things)|next time|since then i"
    r"|looking back|in hindsight|i reali[sz]ed|what i took",
)
HABIT = any_of(
    r"usually|always|often|typically|generally|normally|tend to|whenever|every ?time"
    r"|most of the time|in general|every (?:day|week|morning|month)|as a rule|sometimes"
    r"|regularly|if (?:there is|i have|someone|somebody|a|the|i am|you|we|they)"
    r"|when (?:i have|there is|i am|someone|somebody|a \w+ is|you|i get|i see|i face)"
    r"|my (?:approach|style|way|philosophy) (?:is|would be)|i (?:try|like|make sure"
    r"|believe"
    r"|prefer) ",
)
_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|half|dozen|a third|a quarter|zero)"
)
NUMBER = any_of(_NUMBER, r"[£$€]\d[\d.,]*\w*", r"\d[\d.,]*(?:%|k|x|m|ms|s)")
CHANGE_NUMBER = any_of(
    rf"from (?:\w+ ){{0,4}}[£$€]?{_NUMBER}\w*%?(?: \w+){{0,4}} (?:down |up )?to",
    rf"by (?:\w+ ){{0,3}}[£$€]?{_NUMBER}",
    r"\d[\d.,]*%",
    rf"{_NUMBER} (?:\w+ )?(?:percent|per cent|percentage|times|fold|points)",
    r"doubled|tripled|quadrupled|halved|in half|by half|twice|to zero|down to|up to"
    rf" {_NUMBER}",
    rf"(?:saved|saving|save|saves|earned|raised|brought in|gained|won|cut|recovered"
    rf"|sold"
    rf"|freed)"
    rf" (?:\w+ ){{0,5}}[£$€]?{_NUMBER}",
    r"[£$€]\d",
)
HABIT_PAST = any_of(
    r"usually|always|often|typically|generally|normally|whenever|every (?:time|day|week"
    r"|morning|month)|most of the time",
)
DEED_PHRASE = any_of(
    r"(?:i|we) (?:\w+ )?(?:was|were) able to|(?:i|we) (?:\w+ )?(?:got|went) (?:\w+ing"
    r"|to work"
    r"|through|back|to|over|and)|i had (?:a|an) (?:\w+ )?(?:meeting|conversation|chat"
    r"|call"
    r"|talk|discussion|one on one|word)|(?:i|we) ended up \w+ing|i took"
    r"|i stayed (?:late|up"
    r"|behind|calm|with)|i sat (?:down|with)|i stood (?:up|by)|i tended to",
)
NOT_DOING_NOW = listed(
    """
    am is are have has think know like want need believe feel work live see hear love
    prefer mean hope guess remember understand enjoy hate study come speak consider
    always usually tend try get do agree suppose say look
    """
)
"""Verbs that do not tell a deed when an episode is told in the present."""
ORDER = any_of(
    r"(?:i|we) (?:\w+ )?(?:should|must)|(?:can|could) you|(?:i|we) want you to",
    r"you (?:\w+ )?(?:have to|need to|must|should)(?! (?:know|understand|imagine|see))",
    r"you have until|you do (?:it|this|that)",
)
"""What somebody else said should be done."""
NOT_ASKED = any_of(r"(?:nobody|no one|never|not) (?:\w+ )?(?:asked|told|ask|tell)")
NOW_STATE = any_of(
    r"now|still|no longer|today|since|ever since|any ?more|every (?:day|week|month)"
    r"|again",
)
BAD_END = any_of(
    r"had to (?:cancel|close|stop|give|start|redo|pay|postpone|delay|return)",
    r"lost|missed|failed|cancel(?:l?ed)?|late|rejected|closed|gave up|fell through"
    r"|did not"
    r" (?:work|make|get|reach|happen|pass|go)|only (?:got|made|did|reached)"
    r"|disappointed"
    r"|fired|too late|never (?:got|made|finished)",
)
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
    r"kept \w+ing|used to|could not|would not",
    r"(?:times|hours|minutes) (?:a|per|every) (?:day|week|month|year|night)",
    r"every (?:single )?(?:day|week|morning|month|evening|night|time)",
    r"all the time|constantly|again and again|for (?:months|years|weeks)",
)
"""How things stood, over and over, before anything was done."""
EVERYBODY = any_of(r"everyone|everybody|nobody|no one|each|all")
