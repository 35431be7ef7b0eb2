"""How a task is built: the phrases by which somebody is made to do something.

`task_signs` lists wordings; these look at who acts on whom, at what must be and by
when, at nouns of wanting and what fills them. As in `lexicon`, patterns run over the
plain text of a clause; `wanting` says where they count.
"""

import re

from simulator.measure.stems import listed

from .lexicon import any_of

NO_ORDER = listed(
    """
    allowed helped enabled taught let introduced led happened seemed occurred meant
    mattered took for of with by on from about said explained showed forced talked
    spoke listened wrote came went belonged gave got told asked next up cost freed
    """
)
"""Before "me to": what lets, helps or leads one to do something asks for nothing; what
`task_signs` knows better ("told me to", "asked me to") stays its own."""
NO_DUTY = listed(
    """
    lot place hand go work bed school sleep home him her them it this that hospital
    tears court town church lunch dinner breakfast uni university college prison
    """
)
"""After "to": a place or a noun, not what one was to do."""
_WE = (
    r"(?:i|we|(?:two|three|four|five|both|all|some) of us|\w+ and i"
    r"|(?:my|our|the) (?:\w+ )?(?:team|group|squad|shift|unit|crew|department))"
)
CHOSEN = re.compile(
    rf"\b{_WE} (?:was|were|had been|have been|been|got) (?:\w+ly |also |then )?"
    r"(\w+) (?:\w+ ){0,6}?to (\w+)\b"
)
"""The speaker as what somebody did something to, and what for."""
UNCHOSEN = listed(
    """
    used allowed forced tempted scared surprised shocked pleased excited delighted
    relieved tired prepared entitled inclined taught married attached connected
    thrown born amazed thrilled moved embarrassed ashamed frustrated worried
    interested determined transferred relocated exposed introduced close back
    reduced limited stuck left lost invited promoted driven moved referred admitted
    """
)
WHEN = (
    r"(?:the |this |that |next |end |start |then\b|noon|midnight|tonight|tomorrow"
    r"|lunch\w*|easter|christmas|new year|summer|autumn|winter|spring|morning|evening"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|\d\w*|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|mid|late"
    r"|we |they |he |she |it |our |my |her |his |a |an )"
)
DEADLINE = any_of(
    rf"(?:by|before|until|till) {WHEN}",
    r"(?:within|in under|in less than|inside) (?:\w+ ){1,2}(?:minutes?|hours?|days?"
    r"|nights?|weeks?|months?)",
    r"or (?:it|they|we|he|she|i|the \w+) would|in time|on time|otherwise|or else"
    r"|no later than|at the latest",
)
MUST_BE = any_of(
    r"(?:had|needed|has|have|needs) to (?:all |not )?(?:be|have|stay|work|fit|reach"
    r"|run|look"
    r"|match|last|meet|arrive|happen|cover|pass|hold|feel)\b"
    r"|(?<!problem )(?<!difficult )(?<!hard )(?<!nice )(?:was|were) to (?:be|have)\b"
    r"|should have been \w+|must be (?:\w+ed|done|ready|finished|built|in|at|on)\b",
)
"""What a thing must be or do; people who had to be somewhere are `SUFFERERS`."""
MUST_BY = any_of(
    r"(?:had|needed|has|have|needs) to \w+|must \w+|(?:was|were) to (?!blame)\w+"
    r"|should (?:be|have been|go|get)|supposed to \w+"
)
"""What must be done; a task where a time is set for it."""
SUFFERERS = any_of(
    r"(?:people|everyone|everybody|nobody|customers?|clients|guests?|patients?"
    r"|residents?|users?|visitors?|passengers?|parents|families|students|pupils"
    r"|children|kids|nurses|staff|employees|workers|colleagues?|drivers?|tenants?"
    r"|neighbours?|shoppers|members|volunteers|they|he|she|who|it)"
    r" (?:\w+ )?(?:had|needed|has|have) to"
)
_THOSE_ABOVE = (
    r"(?:boss|manager|management|supervisor|director|directors|client|client's|board"
    r"|office"
    r"|headquarters|hq|council|ministry|ceo|cto|cfo|coo|vp|owner|owners|chief|lead"
    r"|leader|leadership|principal|head|professor|dean|mayor|city|town|union|bank"
    r"|regulator|corporate|school|university|hospital|company|firm|foreman|captain"
    r"|chef|matron|consultant|editor|coach|teacher|mentor|inspector|authority"
    r"|authorities|auditors?|legal|finance|sales|marketing|team|department"
    r"|stakeholders?|sponsor|investors?|agency|commander|sergeant|doctor|surgeon"
    r"|landlord|upstairs|partner|partners|insurer|insurance|committee|government"
    r"|business|organisation|organization|plant|buyer|trainer|tutor|trustees?|chair"
    r"|chairman|chairwoman|governors?|gaffer|landlady|vicar|bishop|conductor|producer"
    r"|sister in charge|organi[sz]ers?|bosses|managers)"
)
ABOVE = any_of(_THOSE_ABOVE)
_EXPECT = (
    r"(?:wants?|wanted|needs?|needed|expects?|expected|requires?|required|demands?"
    r"|demanded|requested|ordered|decreed|insisted on|insisted that|called for"
    r"|asked for|asking for|pushing for|pushed for|hoping for|hoped for"
    r"|expecting|demanding|requiring|counting on|relying on|depending on"
    r"|waiting for|waiting on|looking for|looking to|looked to|relied on|counted on)"
)
EXPECTED = re.compile(
    rf"\b(?:{_THOSE_ABOVE} (?:\w+ ){{0,4}}?(?:had |was |were |has |is |are )?"
    r"(?:\w+ly |then |now |also |even |all )?"
    r"|(?:people|ones?|those) (?:upstairs|above) "
    rf"|they (?:\w+ly )?(?:had |was |were )?){_EXPECT} (\w+)"
)
"""Those one works for, expecting something."""
FOR_THEMSELVES = any_of(
    r"(?:wants?|wanted) (?:to (?!see|know|have|hear|get|bring|make|cut|reduce|launch"
    r"|open|show|find)|(?:more )?(?:money|rent|refund|discount|answers?|attention"
    r"|a refund|a discount|his|her|their|out|nothing|me gone))",
    r"(?:expected|expects) (?:his|her|their|the storm|rain)\b|more rent",
    r"(?:money|refunds?|discounts?|rent|a raise|better pay) ?(?:back)?$",
)
WANT_TO = any_of(r"wanted to (?:talk|leave|go|quit|close|stop|speak|complain|sell)")
_NOUN = (
    r"(?:tasks?|goals?|aim|aims|targets?|objectives?|brief|ask|instructions?"
    r"|requirements?|conditions?|mission|assignment|deadline|remit|mandate"
    r"|responsibility|responsibilities|commitment|expectations?|duty|ambition"
    r"|undertaking|promise|deliverable|deal|due date|part of the (?:deal|bargain)|quota"
    r"|intention|priority|request|demand)"
)
_LOOSE_NOUN = (
    r"(?:job|jobs|role|order|orders|question|rule|plan|idea|point|agreement|challenge"
    r"|call|hope|thing|trick|purpose|thought|decision|contract|bet|promise|concern"
    r"|need|proposal|wish|message|word|line|project|homework|exercise|work|topic"
    r"|resolution|dream)"
)
FILLED = any_of(
    rf"(?<!no )(?<!clear ){_NOUN} (?:\w+ ){{0,6}}?(?:was|were|is|are|had been|became)"
    r"(?! (?:hard|difficult|unclear|vague|missed|late|impossible|ridiculous|confusing"
    r"|wrong|not clear|met|approved|rejected|cancelled|denied|over|gone))",
    rf"{_LOOSE_NOUN} (?:\w+ ){{0,4}}?(?:was|were|is|became) (?:simply |just |only"
    rf" |always |very |quite )?(?:to \w+|that (?:i|we|it|the|no|every|nobody|they|she"
    rf"|he)\b|how\b|whether\b|if (?:i|we)\b|simple|clear|could|can you|no \w+"
    r"|(?:who|what|which|where|when) (?:\w+ )?(?:would|should|could|to)|for (?:me|us)"
    r" to)",
    rf"(?:was|were|is|became) (?:\w+ ){{0,2}}?(?:my|our) (?!first|last"
    rf"|old)(?:\w+ )?(?:{_NOUN[3:-1]}|job"
    r"|turn|call|problem|homework|challenge|baby|department|side|half|end)\b",
    rf"(?:that|this|it|which) (?:was|were|is|became) (?:the|our|my|his|her|their)"
    rf" (?:whole |only |main )?(?:{_NOUN[3:-1]}|bar|standard|plan|idea|deal|order"
    rf"|point)"
    r"\b(?! (?:i|we|was|number|of))",
    rf"(?:had|was|were|is|are) (?:\w+ )?(?:one|a|two) (?:\w+ )?(?:{_NOUN[3:-1]}|rule"
    rf"|wish)"
    r"(?: (?:for|in|on|no|never|that|to)\b|$)",
    rf"there (?:was|were|is) (?:\w+ ){{1,2}}?(?:{_NOUN[3:-1]})\b"
    r"|there (?:was|were) (?:only )?(?:one|an|two) orders? (?:from|not|to)",
    rf"{_NOUN} (?:\w+ )?(?:covered|included|said|read|stated|involved|called for|came"
    rf" with)|(?:first|main|only|next) (?:assignment|project|task|job) was",
)
"""A noun of wanting, and what fills it."""
RESTS = any_of(
    r"(?:fell|falls|fall|came down|down|up|left|landed|rested|lay|hung|was|is|be"
    r"|passed)"
    r" (?:up |all |squarely |entirely |then |down )?(?:to|on|with|upon) (?:the (?:two"
    r"|three"
    r"|four) of us|me\b(?! (?:that|for))|us\b|my (?:shoulders|desk|plate|table|team)"
    r"|our (?:shoulders|desks?|plate|table|team))",
    r"(?:somebody|someone|person|one) was (?:me|us)\b|it was (?:me|us) who|(?:mine"
    r"|ours) to \w+"
    r"|(?:i|we) (?:was|were) the (?:only )?ones?"
    r" (?:who(?! (?:\w+ )?not)|to|that(?! (?:\w+ )?not))"
    r"|what (?:i|we) (?:was|were) (?:there|paid|hired|brought in) (?:for|to)",
    r"(?:looking|looked|waiting|waited|counting|counted|relying|relied|turned|turning"
    r"|leaning) (?:at|on|for|to) (?:me|us) (?:\w+ )?(?:to|for) \w+",
    r"(?:everything|it all|all|it|that) (?:\w+ )?(?:hinged|depended|hung|rode|turned"
    r"|rested)"
    r" on (?:me|us|my|our|getting|whether)|(?:my team|our team|we|i) owned the",
    r"(?:i|we) (?:\w+ )?owed (?:it to )?\w+|to (?:me|us) for (?:a|an|the)"
    r" (?:decision|answer|solution|plan|way|help|lead)",
    r"(?:i|we) (?:had|have|got) (?:only |just |about )?(?:the|a|one|two"
    r"|three) (?:weekend"
    r"|morning|afternoon|evening|night|day|week|month)s? to",
    r"(?:everyone|everybody|all eyes|they all) (?:looked|turned|were) (?:at|to|on)"
    r" (?:me|us)\b|(?:gave|handed|passed|left|assigned|delegated|entrusted) (?:it"
    r"|this|that|them"
    r"|everything|all of it|the (?:\w+ )?(?:job|task|project|case|work|account)) to"
    r" (?:me|us)|(?:came|turned|handed|passed) (?:it )?(?:over )?(?:to|back to) (?:me"
    r"|us) (?:with"
    r"|for)",
)
"""What lies on the speaker's shoulders."""
PROMISED = any_of(
    r"(?:i|we|company|firm|sales|boss|manager|director|ceo|management|school|marketing"
    r"|owner|founders?) (?:\w+ ){0,2}?(?:had |have )?(?:\w+ly )?(?:promised|committed"
    r"|pledged|guaranteed|vowed|sworn|swore|signed up|signed us up|undertaken"
    r"|undertook|taken on|agreed to)(?! (?:everyone|everybody) a)\b",
    r"(?:i|we) (?:would |had )?(?:bet|wagered) (?:\w+ ){0,4}(?:i|we|that)\b",
    r"(?:given|gave) (?:\w+ ){1,3}(?:my|our) word|(?:my|our) word that",
    r"(?:i|we) (?:would|had|have) (?:\w+ )?(?:offered|agreed|volunteered|signed up"
    r"|arranged|applied|accepted) to",
    r"(?:i|we) said (?:that )?(?:i|we) would (?!been|had|done|gone|got|\w+ed\b)\w+",
    r"(?:i|we) (?:would|had|have) (?:told|promised|assured|announced) (?:\w+ ){1,4}"
    r"(?:would|by|in|for|on)\b",
)
"""A promise given beforehand."""
OWN_AIM = any_of(
    r"(?:i|we) (?:\w+ )?(?:figured|thought|reckoned|hoped|knew|believed|felt)"
    r" (?:that )?(?:if )?(?:i|we) (?:could|should|must|had to|needed|ought|owed)",
    r"(?:i|we) (?:was|were) (?:\w+ )?going to have to|(?:i|we) would have to"
    r"|(?:i|we) (?:\w+ )?(?:needed|need)"
    r" (?:him|her|them|it|someone|somebody|the|a|an|his|their) (?:\w+ ){0,4}?(?:to|by"
    r"|before|so)",
    r"(?:i|we) (?:\w+ )?(?:wanted|hoped|wished|meant|intended) (?:for )?(?:\w+ ){1,4}"
    r"(?:to|not to)\b|(?:i|we) (?:\w+ )?(?:made up|had made up) (?:my|our) minds?",
    r"(?:i|we) (?:\w+ )?(?:decided|resolved|swore|determined|agreed) (?:that )?(?:i|we)"
    r" (?:would|should|must)|(?:we|people) who could save|last (?:people|ones"
    r"|person) who",
    r"(?:i|we) (?:had |would )?(?:\w+ly )?set (?:my|our)(?:selves|self)? (?:mind"
    r"|sights|heart"
    r"|hearts"
    r"|sight|a|the)",
)
"""An aim of one's own."""
NEEDED = any_of(
    r"(?:what|all|thing) (?:\w+ ){1,5}?(?:needed|wanted|asked|expected|required|told"
    r"|given|after|wants|needs|expects|asking for|looking for|asked for|to produce"
    r"|hoping for) (?:\w+ )?(?:was|were|is)\b",
    r"there (?:was|were) (?!no\b|not\b|nothing|nobody|enough|more|less)(?:\w+ ){1,6}?to"
    r" (?:be (?!honest|sure)\w+|make|feed|write|move|find|fill|pack|clean|prepare|sort"
    r"|finish|deliver|check|sell|fix|build|serve|plan|train|meet|read|test|teach)\b",
    r"(?:it|this) was (?:\w+ )?about (?!the\b|a\b)(?:\w+ )?\w+ing\b",
    r"(?:i|we) (?:\w+ )?told (?:myself|ourselves) (?:that )?(?:i|we) (?:would|must|had"
    r"|should|could)",
    r"(?:i|we|they|he|she|client|company|boss|team) (?:was|were) (?:\w+ )?(?:looking"
    r"|aiming|working|fighting|racing|rushing|pushing|striving|out|eager|desperate"
    r"|under contract) (?:hard )?to (?!the\b|a\b)\w+",
    r"(?:i|we|they|he|she|client|customer|company|boss) (?:was|were) (?:really )?after"
    r" (?:a|an|the|something|someone|somebody|more)",
    r"(?:effort|push|attempt|initiative|campaign) to \w+",
    r"(?:had|have|got) (?:only |just )?one (?:job|task|goal|aim|mission|purpose|order"
    r"|chance|shot)\b|as (?:my|our) (?:job|duty|task|responsibility|role) to",
    r"(?:my|our) (?:part|share|piece|bit|side|half|end) (?:in \w+ |of (?:it |that )?)?"
    r"(?:was|were)",
    r"(?:gave|given|handed|left) (?:me|us) (?!(?:the |a |an |some )?(?:\w+ )?(?:time"
    r"|room"
    r"|permission|strength|courage|reason|confidence|hope|feeling"
    r"|right)\b)(?:\w+ ){1,5}"
    r"to (?!me\b|us\b|the\b|my\b)\w+",
    r"(?:asked|told|wanted|ordered|chose|hired|instructed|sent|needed|expected|begged"
    r"|invited) (?:my|our|the) (?:\w+ )?(?:team|department|class|crew|group|unit|shift"
    r"|club|ward) to \w+|asked (?:whether|if) (?:my|our) (?:\w+ ){1,2}(?:could|would)",
    r"(?:is|has|have|am) got to (?!say|admit|tell|know|understand|be honest)\w+",
    r"order (?:was|is) for \w+|set (?:me|us) (?:an?|the) (?:\w+ )?(?:limit|budget"
    r"|condition|rule)",
    r"only \w+ (?:it |us |me )?(?:if|when) (?:somebody|someone|we|i)\b"
    r"|(?:on (?:the )?condition|as long as|provided) (?:that )?(?:somebody|someone|we"
    r"|i)\b",
    r"(?:i|we) could not (?:have|let|allow|accept|leave) (?:that|it|this|her|him"
    r"|them)\b"
    r"|could not afford (?:to|a|any)|(?:could|can|must) not (?:let|miss|lose|fail) "
    r"|(?:no|any) (?:option|choice|way) but to",
    r"(?:was|were) (?:meant|due|bound|obliged|contracted|scheduled) to (?!be a)\w+",
    r"(?:warned|told|reminded) (?:that |me that |us that )?(?:\w+ ){1,4}?(?:must|had to"
    r"|should|was to|were to|needed to)",
    r"under (?:\w+ )?(?:instructions?|orders?|pressure|contract|obligation)"
    r" (?:not )?to",
    r"(?:had|have|got|faced|against|given|set|under) (?:a|an|the|one|our|two) (?:\w+ )"
    r"{0,2}(?:deadline|target|goal|quota|mandate|mission|brief|cut off)",
    r"(?:the|my|our|hard|tricky|first) (?:challenge|job|trick|idea|plan|point|task|goal"
    r"|aim|part) was (?:\w+ly )?"
    r"(?!going\b|being\b|nothing\b|something\b)\w{2,}ing\b",
    r"(?:i|we) (?:was|were) (?:\w+ )?determined (?:that|to)",
    r"(?<!i )(?<!we )(?:suggested|proposed|recommended|requested|asked|decided"
    r"|decreed|agreed"
    r"|arranged|ordered|preferred|thought|insisted) (?:that )?(?:i|we|my team|our team)"
    r" (?:should |would |might )?(?:take|run|lead|do|give|write|make|go|look|build"
    r"|prepare|present|organi[sz]e|handle|try|join|become|find|cover|teach|train|set"
    r"|help|work|manage|start|be the)\b",
)
"""What was needed, in words of its own."""
HABITUAL = any_of(
    r"always|usually|often|every (?:single )?(?:time|day|week|morning|month|quarter"
    r"|evening|night|year)|each time|again and again|all the time|constantly|twice"
    r"|for (?:months|weeks|years|ages|a (?:whole )?(?:year|month|week))"
)
