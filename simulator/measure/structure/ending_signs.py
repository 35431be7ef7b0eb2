"""The phrases that show how a story came out: changes, achievements, reactions, ends.

As in `lexicon`, patterns run over the plain text of a clause; `endings` weighs them
with the clause's subject, tense and place.
"""

import re

from .lexicon import NUMBER_WORD, any_of

RESULT_MARKER = any_of(
    r"as a (?:\w+ )?(?:result|consequence|outcome)|in the end|at the end|by the end"
    r"|end(?:ed)? up(?! (?!getting|winning|saving|being"
    r"|having|closing|losing|cutting)\w+ing)|(?:the|one|final|end"
    r"|overall) (?:\w+ )?(?:result|outcome|impact"
    r"|effect|upshot) (?:was|were|is|of)|turned out|the results?|result(?:ed|ing) in"
    r"|(?:which|this|that|it|and (?:it|this|that)) (?:\w+ly |also |then |really )?"
    r"(?:led to|meant|resulted|(?:allowed"
    r"|enabled) (?:us|me|the (?:team|company|business))|saved"
    r"|helped|gave|made|reduced|brought|turned|improved|increased|cut)"
    r"|that was the end of|ended (?:(?:the|our|my) \w+ )?(?:with|in)"
    r"|since (?:then|that day|this time|that)"
    r"|from then on|ever since|after that (?:the|we|they|it|there|nobody|everyone)"
    r"|thanks to (?:that|this|it)|because of (?:that|this|it)|to this day|so now"
    r"|(?:a|two|three|few|the next|the following) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?)"
    r" (?:later|after)|in total|overall|within (?:\w+ ){1,2}(?:days?|weeks?|months?"
    r"|hours?"
    r"|minutes?)|ultimately|eventually|the feedback|finally|(?:we"
    r"|i) (?:did it(?! (?:in|with|by|for|again|twice|at|\w+ly))"
    r"|pulled it off"
    r"|got it done)",
)
CHANGE = any_of(
    r"got (?:\w+ ){1,4}(?:up|down) (?:by|to|from)"
    r"|(?:went|is|are|was|were) (?:\w+ ){0,3}(?:lower|higher|shorter|faster|fewer)\b"
    r"|reduc(?:ed|ing)|increas(?:ed|ing)|improv(?:ed|ing)|decreas(?:ed|ing)|lower(?:ed"
    r"|ing)"
    r"|rais(?:ed|ing)|grew|growing|rose|fell|dropped|doubled|tripled|halved|saved"
    r"|saving"
    r"|cut|(?<!the )cutting|shortened|went (?:up|down|from|back to normal|live|well"
    r"|smoothly"
    r"|great"
    r"|really well"
    r"|viral)|came (?:down|up|back|out)|jumped|climbed|shrank|gained|boosted|eliminated"
    r"|recovered|resolved|prevented|avoided|stopped (?:\w+ing|the|being|coming)"
    r"|sped up|accelerated|strengthened|brought (?:\w+ ){0,4}(?:down|up|back)"
    r"|got (?:\w+ )?"
    r"(?:better|faster|easier|worse|quicker|back on track)|became|disappeared"
    r"|before (?:that )?it was|than before|compared (?:to|with)|worked out"
    r"|(?:went|came) (?:down )?to (?:almost |nearly |practically "
    r"|virtually )?(?:nothing"
    r"|zero|none|nil)\b"
    r"|paid off|outperformed|exceeded|surpassed|beat|stabili[sz]ed|freed",
)
ACHIEVED = any_of(
    r"it was (?:all )?(?:done|over|finished|fixed|ready)\b",
    r"(?:i|we|they) (?:was|were) (?:off|over|out|across|done|there) (?:at|in|by)\b",
    r"(?:it|they|everything|\w+s?) (?:was|were) (?:all )?(?:there|in|gone|back|up|out"
    r"|home) (?:by|before|in time|on time|within|again)\b",
    r"(?:was|were|is|are|been) (?:\w+ )?(?:open|up|running|working|live|online|dry|full"
    r"|fine|ready|quiet|normal|on) (?:again|ever since|by|in time)"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )(?:"
    r"(?:re)?launched|shipped|delivered|released|completed|finished|passed|won|renewed"
    r"|signed|(?<!with )closed|earned|awarded|promoted|graduated|hired me|offered me"
    r"|approved"
    r"|accepted|adopted|rolled (?:it |this |that |them )?out|published|selected|chosen"
    r"|extended|came back|returned|sold|met (?:the|our|my|every"
    r"|all)(?! (?:\w+ )?(?:manager|boss|team|director|client"
    r"|customers?|people|staff))|hit (?:the|our|my)"
    r"|made it|on time|ahead of (?:schedule|time|the deadline)|before the deadline"
    r"|under budget|within budget|in time|managed to|was able to|were able to"
    r"|got (?:promoted|funded|approved|it through|through)|got (?:the|an?|my|our"
    r"|us the) (?:\w+ )?(?:job|offer|contract|grant|approval|promotion|account|deal"
    r"|budget|certificate|degree|grade|grades|role|position|prize|award|bonus"
    r"|green light|go ahead|funding|order|marks?)|succeeded|achieved|reached"
    r"|(?:got|was|were|is|are) (?:\w+ )?(?:sorted|resolved|back)|solved"
    r"|said (?:yes|okay|ok|fine)\b|(?:ran|went|passed) (?:off )?without"
    r"|ran (?:smoothly|fine|well|perfectly)"
    r"|(?:was|were|been) (?:appointed|elected|voted|taken on|kept on|asked (?:back"
    r"|again))"
    r"|(?:came|finished) (?:first|second|third|last)|(?:we|i|they) (?:was|were)"
    r" (?:\w+ ){0,2}(?:early|ready|done|finished|ahead|through|safe"
    r"|on air|back (?:up|on|in|online)|live|online|home)"
    r"|(?:was|were|been) (?:offered|invited|asked back|made (?:head|lead|manager))"
    r"|(?:is|are) (?:\w+ )?(?:up|down) (?:by|to|from|again)"
    r"|fixed|survived|no longer|never (?:had|happened|came|again|missed)|did not"
    r" happen again|still (?:use|uses|using|in use|works?|working|there|running|runs"
    r"|follow"
    r"|do|does)|agreed (?:to|on|that|with)|ended well|rolled out|settled"
    r"|retained"
    r"|did it(?! (?:in|with|by|for|again|twice|every|at|like|without|so|one|\w+ly))"
    r"|pulled it off|made it work|kept (?:the|our|us|him|her) (?:client"
    r"|customer|account|contract|as)|kept (?:our|the|all|my|his|her|their) (?:\w+ )?"
    r"(?:stars?|licen[cs]es?|jobs?|places?|title|certificate|status|rating))",
)
ENDED_AT = any_of(
    rf"(?:(?:ended|finished|came in|came out|landed|made it)(?: up)?(?: on| at| with"
    rf"| to"
    r"| by)?|got (?:up )?to)"
    rf" (?:about |around |just |over |under |only )?[£$€]?{NUMBER_WORD}"
)
"""How far it got: "I ended on twenty-three"."""
FOREMOST = any_of(
    r"(?:was|were|are|is) (?:now )?the (?:only|first|fastest|largest|best) \w+"
    r" (?:\w+ )?(?:that|who|to|in|of)"
)
"""Where one stood among others."""
UNHARMED = any_of(
    r"(?:nobody|no one|no \w+|none of (?:\w+ )?\w+|not one \w+|not a single \w+)"
    r" (?:\w+ )?(?:noticed|complained|suffered|lost|missed|left|went|was|were|got|had"
    r"|has|have)",
)
"""The harm that did not come, told at the close."""
REACTION = any_of(
    r"was (?:smiling|laughing|crying|beaming)|happy|happier|the (?:new )?standard"
    r"|satisfied|pleased|delighted|grateful"
    r"|thankful|impressed|relieved"
    r"|thanked|apologi[sz]ed|praised|complimented|appreciated|congratulated"
    r"|loved (?:it|the"
    r"|what)|liked (?:it|the|what)|positive|great feedback|good feedback|feedback"
    r"|success(?:ful|fully)?|it worked|that worked|this worked|worked (?:well|great"
    r"|perfectly|really well|fine|smoothly)|no (?:more|further|complaints?|major"
    r"|incidents?"
    r"|problems|errors|delays|issues|downtime)|without (?:any|a single|further|losing"
    r"|problems?"
    r"|trouble|incidents?|issues?|errors?|a hitch|complaints?|delays?)"
    r"|smooth(?:ly|er)?|trusted|confident|proud|highest|record (?:low|high|number"
    r"|time|sales|year|profit|month)|a new record"
    r"|(?:came|was|were|finished) top|top (?:marks?|scores?|grades?)"
    r"|(?<!our )(?<!my )best(?! to)|compliment"
    r"|thank you (?:card|note|letter|email)|recommended (?:me|us)|award|promotion"
    r"|bonus",
)
BAD_END = any_of(
    r"had to be (?:thrown|scrapped|cancel\w+|closed|redone|repeated|stopped|put down)"
    r"|had to (?:cancel|close|stop|give|start|redo|pay|postpone|delay|return|pull"
    r"|withdraw|scrap|shut|refund|lay)",
    r"shut (?:it |us |them |the \w+ )?down|gave (?:it|the \w+) up"
    r"|lost|missed|failed|cancel(?:l?ed)?|late|rejected|(?<!with )closed|gave up"
    r"|fell through"
    r"|did not"
    r" (?:work|make|get|reach|happen|pass|go)|only (?:got|made|did|reached)"
    r"|disappointed"
    r"|fired|too late|never (?:got|made|finished)",
)
GIVEN_UP = any_of(
    r"shut (?:it |us |them |the \w+ )?down|(?:closed|cancelled|canceled|dropped"
    r"|scrapped"
    r"|abandoned|lost|folded|sold) (?:it|the (?:whole )?(?:\w+))$|gave (?:it )?up"
    r"|called (?:it|the \w+) off|pulled out|walked away|gave (?:\w+ ){1,5}back$",
)
"""What the speaker or the team ended: nothing comes after it."""
CHANGE_NUMBER = any_of(
    rf"from (?!one \w+ to the)(?:\w+ ){{0,4}}[£$€]?{NUMBER_WORD}\w*%?(?: \w+){{0,4}}"
    rf" (?:down |up )?to",
    rf"by (?:\w+ ){{0,3}}[£$€]?{NUMBER_WORD}",
    r"\d[\d.,]*(?=%)",
    rf"{NUMBER_WORD} (?:\w+ )?(?:percent|per cent|percentage|times|fold|points)",
    r"doubled|tripled|quadrupled|halved|in half|by half|twice|to zero|down to|up to"
    rf" {NUMBER_WORD}",
    rf"(?:saved|saving|save|saves|earned|raised|brought in|gained|won|cut|recovered"
    rf"|sold"
    rf"|freed)"
    rf" (?:\w+ ){{0,5}}[£$€]?{NUMBER_WORD}",
    r"(?<=[£$€])\d[\d.,]*\w*",
)
FEELING = any_of(
    r"(?:disappointed|proud|happy|glad|relieved|sad|angry|ashamed|embarrassed|nervous"
    r"|scared|afraid|frustrated|stressed|tired|exhausted|upset|worried|surprised"
    r"|grateful|thankful|pleased|satisfied|confident|lonely|lost)",
    r"i felt|i feel",
)
"""What the speaker felt; of others it is a reaction, of the speaker no outcome."""
FIRM = any_of(
    r"ended (?:up )?(?:(?:the|our|my) \w+ )?(?:with|in)",
    r"in the end|at the end(?! of)|as a result|eventually|ultimately|turned out",
)
"""These announce the outcome by themselves."""
BY_THEN = re.compile(r"^(?:and |so |but )*by (?!the way|doing|myself|hand|\w+ing)")
"""A clause that begins with the time by which something stood so."""
TEAM = any_of(
    r"members?|teammates?|team mates?|(?:my|our) (?:\w+ )?(?:partner|colleagues?|team"
    r"|classmates?)|the other (?:two|three|one|ones|members|people)|the others"
    r"|the rest of (?:us|the team|them)"
)
TOUCHED = any_of(
    r"(?:impressed|surprised|shocked|touched|moved|stayed with|hurt|annoyed) me"
    r"|(?:made|makes) me (?:\w+ )?(?:nervous|tired|sad|angry|sick|cry|laugh|anxious|ill"
    r"|feel|furious|happy|proud|smile|mad|jump|sweat)|gave me (?:an?|the|such an?)"
    r" (?:\w+ )?(?:headache|fright|shock|creeps|migraine|scare|stomach ache)"
    r"|cost me (?:\w+ ){0,3}(?:nerves|sleep|tears|sweat)"
)
HARD = any_of(
    r"(?:hard|difficult|tough|stressful|awful|scary|intense|challenging|interesting"
    r"|busy|crazy|terrible|horrible|exhausting|long|strange|funny|beautiful|good"
    r"|great|nice|special|important) (?:\w+ )?(?:time|experience|period|week|month"
    r"|day|year|moment|situation|thing)",
)
"""What it was like."""
OUTCOME_TIME = any_of(
    r"by (?:the )?(?:end|spring|summer|autumn|fall|winter|christmas|easter|january"
    r"|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|then|that|evening"
    r"|morning|noon|lunch\w*)",
    r"in (?:those|the next|the following|the same) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?|season|hours?)|before (?:the )?(?:winter|summer|spring|autumn|christmas"
    r"|deadline|opening|start|end|holidays|weekend)|(?:after"
    r"|within) (?:\w+ ){1,3}(?:minutes?|hours?|days?"
    r"|weeks?|months?|years?)|(?:minutes?|hours?|days?|weeks?|months?|years?) (?:later"
    r"|after|and)|that (?:same )?(?:day|week|month|year|afternoon|evening|night)"
    r"|at (?:half|quarter|noon|midnight|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|one|two"
    r"|three|four|\d+)\b|the (?:same|next|following) (?:day|week|month|year|evening"
    r"|night|morning)"
    r"|(?:ever )?since|so far|to this day|after (?:that|this)",
)
"""When it came out."""
MEASURED = any_of(
    rf"(?:at|only|just|about|around|down to|up to|was|were|is|are|has|have|had)"
    rf" {NUMBER_WORD}|rather than|instead of|(?:none|zero|nothing|nobody|no) "
)
"""How much there was in the end."""
LATER = re.compile(
    r"^(?:and |so |but |then )*(?:by (?!the way|doing|myself|hand|\w+ing)|within "
    r"|after a"
    r"|after (?:two|three|four|five|six|\d+) |(?:the|that) (?:next|following|same) "
    r"|(?:\w+ ){1,2}(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|after)\b"
    r"|in the (?:following|next) |(?:the )?next (?:summer|spring|winter|season|time|day"
    r"|week|month|year|morning)|in (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|from then|from that day)"
)
"""A clause that begins with a later time: what was so then came of it."""
NONE_SINCE = any_of(
    r"never \w+ (?:\w+ ){0,4}again\b",
    r"did not (?:lose|have|get|see|miss|need) (?:another|any|a single|one more)",
    r"there (?:has|have) (?:not|never) been|there (?:has|have) been no"
    r"|there (?:was|were) (?:no|not) (?:more|further|other|single)"
    r"|(?:has|have) (?:not|never) (?:happened|come|missed|had|been) "
    r"|(?:has|have) (?:not|never) \w+(?: \w+){0,6} since\b",
)
"""What has not happened again."""
SCORED = any_of(rf"{NUMBER_WORD} (?:\w+ )?to (?:{NUMBER_WORD}|nil)(?! \w+ing)")
"""Votes and goals: "it was thirty one to four"."""
AFTERWARDS = any_of(
    r"(?:after|within|in) (?:about |just |only |less than |under )?(?:an?|one|two|three"
    r"|four|five|six|a few|a couple of|\d+|the first) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?|hours?|minutes?)|(?:days?|weeks?|months?|years?|hours?) later|by the end"
    r"|since then|ever since",
)
"""Some time after the deeds: what was so then came of them."""
GAINED = any_of(
    r"(?:had|got|have got|kept|received|earned|passed|won|got back|gave me|gave us)"
    r" (?:the|my|a|an|our|his|her|their|both|all|every|two|three) (?:\w+ )?(?:jobs?"
    r"|certificates?|degree|diploma|licen[cs]e|contracts?|place|offer|permit|visa"
    r"|grade|points?|prize|award|customers?|clients?|account|grant|money|funding"
    r"|permission|marks?|job|title|promotion|raise|budget|approval|medal|exam|test)",
    r"(?:got|scored|had) (?:an? )?\w+ out of|(?:got|received|had) (?:full|top|good"
    r"|better"
    r"|excellent|great|straight) (?:\w+ )?(?:marks?|grades?|reviews?|scores?|ratings?)",
    r"(?:got|received) (?:an?|the) (?:\w+ )?(?:letter|email|mail|card|call|message|note"
    r"|thank you|reply|answer) from|we got (?:\w+ ){0,2}(?:\d+|half|all|most|two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a hundred)",
)
"""What the speaker came to have."""
TALK = any_of(r"(?:said|says|told|tells)\b.*\b(?:once|always|often)|once (?:said|told)")
"""What people say in general is no reaction to this episode."""
SIZED = any_of(
    rf"from (?!one \w+ to the)(?:\w+ ){{0,4}}[£$€]?{NUMBER_WORD}\w*%?(?: \w+){{0,4}}"
    rf" (?:down |up )?to",
    rf"by (?:\w+ ){{0,3}}[£$€]?{NUMBER_WORD}|to zero|percent|per cent|\d[\d.,]*(?=%)",
)
"""A change with its size, even where the speaker is its subject."""
TODAY = any_of(
    r"now|today|these days|nowadays|any ?more|no longer|instead of|rather than|lowest"
    r"|highest|every (?:week|month|year|christmas|spring|summer|season|day)"
)
NOW_STATE = any_of(
    r"now|still|no longer|today|since(?: then| that|$)|ever since|any ?more"
    r"|every (?:day|week|month)"
    r"|again",
)
