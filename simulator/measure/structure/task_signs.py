"""The phrases that show what was wanted from the speaker or the team.

As in `lexicon`, patterns run over the plain text of a clause. Orders, duties, aims and
deadlines each have their wordings; `deeds` and `weights` say where they count.
"""

import re

from simulator.measure.stems import listed

from .lexicon import any_of

TASK = any_of(
    r"(?:i|we) (?:was|were|am|had been|would been) (?:\w+ )?(?:responsible|accountable"
    r"|supposed(?! to (?:be|become))|expected"
    r"|required|tasked|assigned|asked|told to|given|set (?:an?|the|this)|put|chosen"
    r"|brought|hired|appointed"
    r"|nominated|in charge|due|meant(?! to be an?\b)|challenged|invited|handed"
    r"|entrusted|instructed"
    r"|the (?:one|person|only one|lead|owner) (?:who(?! \w+ not)|responsible"
    r"|in charge))",
    r"(?:my|our|the|his|her|their) (?:\w+ ){0,2}(?:job|role|task|tasks|responsibility"
    r"|responsibilities|goal|goals|objective|objectives|mission|aim|assignment|duty"
    r"|brief|target|mandate|remit|quota|priority|focus|ambition|intention) (?:\w+ )"
    r"{0,4}(?:was|were|is)",
    r"(?:my|our|the|his|her|their|one) (?:\w+ ){0,2}(?:thought|concern|worry|hope|wish"
    r"|point|need|purpose|interest|thing) (?:was|were) (?:to|that (?:i|we|it"
    r"|they) (?:had"
    r"|should|must|would)|how|getting|making|keeping|finding|not \w+ing)",
    r"(?:goals?|targets?|aim|objectives?|deadlines?|mandate|brief|quota) of"
    r" (?!the|my|our|his|her|their)\w+|(?:deadlines?|date) (?:\w+ )?(?:approaching"
    r"|looming|coming up|coming closer)",
    r"(?:it|this|that|everything|(?:system|site|app|product|project|report|work|process"
    r"|data|code|building|room|place|event|team|service|page|plan"
    r"|thing)) (?:\w+ )?needed"
    r" to",
    r"(?:there was|was under|under|felt) (?:\w+ )?(?:pressure|a need|the need) to"
    r"|put (?:my|our) hands? up|raised (?:my|our) hands?|took ownership|stepped up to"
    r"|(?:was|were) (?:expecting|waiting for|relying on|looking to) (?:me|us) to",
    r"(?:we|i) needed (?:\w+ ){0,3}(?:way|ways|solution|plan|answer|system|tool|process"
    r"|something|somewhere|someone|somebody)",
    r"(?:i|we) (?:\w+ )?(?:had|needed|have|need) (?:\w+ )?to\b(?! no\b)",
    r"(?:i|we) (?:\w+ )?(?:had|got) (?:\w+ ){1,3}(?:days?|weeks?|months?|hours?|minutes"
    r"|years?)(?: left)? to",
    r"(?:my|our|the|his|her|their) (?:\w+ ){0,2}challenge (?:\w+ )?was (?:to|how)"
    r"|(?:i|we) (?:had|got) (?:the|a) (?:\w+ )?(?:task|job|goal|target|order|assignment"
    r"|responsibility|mission)|(?:i|we) (?:had |would |\w+ly )?promised\b",
    r"(?<!not )(?<!never )asked (?:me|us)(?! (?:again|back|how|what|why|where|who"
    r"|when|about|(?:if|whether) (?:i|we) (?:was|were|had|did|knew|liked|felt)))"
    r"|asked (?:me |us )?(?:if|whether) (?:i|we) (?:could|can|would)"
    r"|told (?:me|us) to|wanted (?:me|us) to|needed (?:me|us) to"
    r"|expected (?:me|us) to|assigned (?:me|us|it to|to) |gave (?:me|us) (?:the"
    r"|a|this|two|three) (?:\w+ )?(?:task|job|project|responsibility|assignment|week"
    r"|weeks|goal|target|challenge)|put me in charge|tasked (?:me|us)"
    r"|made me responsible"
    r"|left me (?:in charge|to)|handed (?:me|us)",
    r"(?:it|that) (?:was|fell|came down|were) (?:up |on |down |left )?(?:to |on )(?:me"
    r"|my)\b|(?:it|that) (?:was|were) my (?:job|task|responsibility|turn|role)",
    r"responsib(?:le|ility) (?:for|of|to|was)|in charge of|charged with|tasked with"
    r"|responsibility for",
    r"(?:deadline|target|goal|requirement|idea|plan|ask|brief|aim|objective) (?:was"
    r"|were)"
    r" (?:to|that|in|on|for|by|only|just|the|two|three|a)",
    r"(?:needed|required|requested) (?:someone|somebody|us|me)\b"
    r"|it was (?:\w+ )?"
    r"(?:important|critical|crucial|essential|vital|necessary) (?:to|that|for us|we)",
    r"(?:had|needed|has) to be (?:\w+ )?\w+(?:ed|en|ne|lt|de|d|t|ready)"
    r"|(?:it|this|that|everything|all of it|they) (?:all )?(?:had|needed) to be",
    r"(?:i|we) (?:\w+ )?(?:wanted|hoped|planned|intended|(?<!was )(?<!were )meant) to"
    r"|(?:i|we) (?:\w+ )?did not want (?!to\b)\w+"
    r"|(?:i|we) (?:was|were) (?:\w+ )?(?:trying|hoping|aiming|determined|keen|asked"
    r"|under instructions) to"
    r"|(?:i|we) (?:\w+ )?(?:decided|resolved|(?:made|had made) up (?:my|our) minds?) to"
    r" (?:make sure|ensure|get (?!rid)(?:\w+ )+(?:to|into|ready|done|out|up|through"
    r"|back"
    r"|before|by)|find (?:out|a way)|bring \w+ (?:\w+ )?(?:down|up|back)|reach|achieve"
    r"|become|win|save|prevent|turn \w+ (?:\w+ )?around)"
    r"|(?:i|we) set out to|(?:i|we) aimed to|with the (?:goal|aim|task) of"
    r"|in order to meet",
    r"gave (?:me|us) (?:\w+ ){0,6}(?:goals?|target|task|job|project|weeks?|months?"
    r"|days?"
    r"|hours?|deadline|responsibility|budget)|got the (?:job|task) of",
    r"(?:was|were) (?:supposed|expected|required) to(?! (?:be|become)\b)",
    r"(?:office|team|squad|department|company|parish|village|club|school|church|council"
    r"|everyone|everybody|group|crew|class)"
    r" (?:all )?(?:had|needed) to",
    r"(?<!what )(?<!all )(?<!things )(?<!whatever )(?<!everything )(?:boss|manager"
    r"|supervisor|client|customer|team|director|professor|teacher|lead"
    r"|ceo"
    r"|owner|board|they|he|she) (?:\w+ )?needed",
    r"(?:that|it|this) (?:was|became) (?:now )?my (?:project|job|task|responsibility)",
)
OWN_DUTY = re.compile(
    r"(?:and |but |so |then |now )*(?:i|we) (?:\w+ )?(?:have|had|need|needed) to\b"
)
"""At the head of a clause it is the clause's own, whatever comes after it."""
HANDED = any_of(
    r"(?:down|up|left|fell|falls|came down) (?:up )?(?:to|on) (?:me|us)\b"
    r"|landed (?:on|with|in) (?:me|us|my|our)",
    r"(?:this|that|it|so this|which) (?:was|is|became) (?:now |then |all )?(?:my|our)"
    r" (?:homework|problem|baby|call|turn|job|challenge|assignment|chance|to do)",
    r"(?:was|were|is|it is) (?:all )?(?:mine|ours)\b",
    r"(?:begged|urged|pushed|encouraged|ordered|instructed|challenged|trusted|invited)"
    r" (?:me|us) to|left (?:me|us) (?:the|with)|insisted (?:on|that)"
    r"|(?:i|we) (?:\w+ )?(?:wanted|did not want) (?!to\b)(?:\w+ ){1,4}to",
    r"(?:this one|this|it|he|she|that|they)(?: is| are|'s) (?:now )?yours"
    r"|(?:^|said |so |and )you are (?:doing|taking|in charge)",
    r"asked (?:if|whether|who) (?:anyone|anybody|someone|somebody|one of us|anyone else"
    r"|could|would|wanted)|asked for (?:volunteers?|ideas|help|someone|somebody)",
    r"set (?:my|our)sel(?:f|ves) (?:\w+ )?(?:target|goal|task|deadline|rule|challenge)"
    r"|gave (?:my|our)sel(?:f|ves)",
    r"(?:was|were|is|are) (?:\w+ )?due (?:on|in|by|at|the|to|for|that|next|friday"
    r"|monday|tuesday|wednesday|thursday|saturday|sunday)",
    r"(?:had|have|has|got|given|gave) (?:only |just |me |us )?(?:until|till)\b"
    r"|(?:deadline|applications?|submissions?|bids?|entries) (?:\w+ )?(?:close[sd]?"
    r"|end(?:s|ed)|was|is)",
    r"(?:gave|given|leaving|left) (?:me|us) (?:just |only |about )?(?:an?|one|two"
    r"|three|four"
    r"|five|six|\d+) (?:\w+ )?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)",
    r"(?:i|we) (?:only |just )?had (?:only |just |about |exactly )?(?:an?|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?(?:minutes?|hours?|days?"
    r"|nights?"
    r"|weeks?|months?)(?! (?:of|off|ago|later))",
    r"(?:agreed|decided) that (?:i|we) (?:would|should|will)|put (?:me|us) (?:on|onto"
    r"|down"
    r"|in)|(?:brought in|sent|sent in|called in|hired|flown in) to (?!the|a|my|our"
    r"|him|her)",
    r"(?:management|boss|manager|company|director|client|owner|board|they|he|she|town"
    r"|city|school) (?:was|were) looking for",
    r"(?:counting|relying|depending) on (?:me|us)|made it (?:my|our) \w+"
    r"|took it (?:up)?on (?:my|our)sel(?:f|ves)|volunteered to|took on the \w+",
    r"the job of \w+ing|set (?:me|us) (?:an?|the) (?:\w+ )?(?:target|goal|task|date"
    r"|deadline|challenge)|gave (?:me|us) (?:an?|the) (?:\w+ )?(?:date|deadline|order"
    r"|list|choice)|trusted (?:me|us) (?:with|to)|under orders|set my heart on"
    r"|there was (?:an?|the) (?:\w+ )?(?:deadline|target|limit|goal|rule|quota)"
    r"|the \w+ request was|(?:needed|wanted) (?:\w+ing) (?:before|by|until)",
    r"if (?:it|we|i|they|that|the \w+) (?:was|were|did|had|could|does|do|is|are) not"
    r" (?:\w+ ){0,6}(?:by|before|until|in time)",
    r"(?:were|was) asking (?:me|us)? ?(?:for|to)",
    r"wanted (?:\w+ ){1,4}(?:halved|doubled|gone|done|fixed|finished|ready"
    r"|running|open|sorted|solved|cut|reduced|up|down)\b",
)
"""What falls to somebody in other words: handed over, due, left to them."""
NOT_MINE = any_of(r"(?:he|she|they|who) (?:was|were|is|are) (?:responsible|in charge)")
"""Somebody else's duty."""
DUTY = any_of(r"responsible for|in charge of|my (?:job|role) was")
PEOPLE = any_of(
    r"(?:responsible for|in charge of) (?!\w+ing)(?:\w+ ){0,3}(?:people|pickers|staff"
    r"|engineers"
    r"|developers|employees|workers|nurses|children|pupils|students|colleagues|persons"
    r"|team|teams|department|shift|crew)"
)
"""Whom one leads describes the post."""
POST = any_of(r"(?:role|position|post|job) as|as (?:a|an|the) \w+")
"""A duty named with the post describes the job, not what this episode asked for."""
WISH = any_of(
    r"(?:asked|called|pushed|hoped|was hoping) for \w+"
    r"|(?:wants?|wanted|needs?|needed|requires?|required|expected|demanded|requested"
    r"|ordered) (?!to\b)\w+"
)
"""What others want, where they are those one works for (see `deeds.wished`)."""
OWN_WISH = any_of(r"(?:money|refund|discount|speak|manager|answer|explanation)")
"""What a guest or customer wants for themselves is the problem, not the task."""
ASKED_FOR = any_of(
    r"asked (?:me|us) for (?:\w+ ){0,3}(?:money|refunds?|discounts?|favou?rs?|loan)"
)
TOLD = any_of(
    r"sa(?:id|ys)|saying|goes|went like|told|tells|was like|is like|wrote|writes"
    r"|calls? and"
)
"""After it, "you do ..." is what somebody wanted."""
NOT_ORDERED = listed(
    """
    know are is see look think mean seem feel have remember can will could would like
    need
    """
)
"""After "you": said about the hearer, not asked of them."""
ORDER = any_of(
    r"(?:i|we) (?:\w+ )?(?:should|must)|(?:can|could) you|(?:i|we) want you to",
    r"you (?:\w+ )?(?:have to|need to|must|should)(?! (?:know|understand|imagine|see))",
    r"you (?:\w+ )?(?:have|have got|get) (?:\w+ ){0,2}(?:until|till|by)\b",
    r"you do (?:it|this|that)",
    r"(?:it|they|this|that|everything|the \w+|our \w+) (?:\w+ ){0,2}(?:should"
    r"|must) (?:be"
    r" )?\w+(?: \w+){0,4} (?:by|before|until|within|in time)",
    r"(?:what (?:mattered|counted|we needed)|the (?:\w+ )?(?:thing|point|idea|question"
    r"|trick|orders?)|(?:my|our|the) orders) (?:\w+ )?(?:was|were) (?:to|that|how"
    r"|simple"
    r"|clear|no|only|just)",
    r"(?:plan|contract|rules?|law|brief|order|policy|agreement|terms|schedule) (?:said"
    r"|says|required|called for|demanded|was that|were that)"
    r"|there (?:was|is) a rule that",
    r"(?:i|we) (?:was|were) to (?!be (?:honest|fair))\w+",
    r"(?<!time )(?<!day )(?<!night )(?:somebody|someone|one of us) (?:had|needed) to",
    r"^(?:and |so )?could (?:i|we) (?:\w+ )?(?:take|have|do|help|look|come|find|make"
    r"|get"
    r"|write|go|fix)",
    r"(?:said|says|goes|told (?:me|us)|like) (?:please |look |just )?(?:fix|get|make|do"
    r"|find|go|take|bring|call|write|sort|keep|sell|finish|solve|show|help|clean|build)"
    r" (?!you)\w+",
    r"(?:it|this|that|everything|all of it|they|the \w+|our \w+|my \w+) (?:\w+ )?(?:had"
    r" to|must|needed to|has to) (?:be )?\w+(?: \w+){0,5} (?:by|before|until|within|in"
    r" time|again)",
)
"""What somebody else said should be done."""
IMPERATIVE = re.compile(
    r"(?:^|\b(?:said|says|goes|told me|tells me|was like) (?:\w+ ){0,4}?)"
    r"(?:and |but |so |please |just |look |listen |now |then )*(?:do not (?:let|come"
    r"|stop"
    r"|touch|leave|tell)|make (?:it|sure|her|him|them|something)|get (?:it|them|him|her"
    r"|me|us|that|this|rid)|keep (?:it|them|him|her|those|an)|find (?:it|them|a|an|out"
    r"|me|somewhere|someone|something)|fix (?:it|this|that|the)|sort (?:it|this|that"
    r"|the)"
    r"|take (?:it|care|over|them|him|her|charge)|bring (?:it|me|them|him|her)|deal with"
    r"|look after|see (?:to|that|what you)|think of|come (?:back|up) with|do (?:it"
    r"|whatever|something|what)|leave (?:it|them|him|her) (?!to\b)|show (?:me|them|him)"
    r"|stay (?:with|here|until|till)|finish (?:it|this|the)|sell (?:it|them|the))\b"
)
"""An order in somebody's quoted words."""
MUST = any_of(
    r"(?:said|says|told|wrote|insisted|decided|ruled|announced)\b.*\b(?:must|should"
    r"|had to|has to|have to|needs? to|needed to|was to|were to) (?:be )?\w+"
)
"""What somebody said must be."""
NOT_ASKED = any_of(r"(?:nobody|no one|never|not) (?:\w+ )?(?:asked|told|ask|tell)")
