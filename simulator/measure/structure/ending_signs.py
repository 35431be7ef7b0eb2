"""The phrases that show how a story came out: changes, achievements, reactions, ends.

As in `lexicon`, patterns run over the plain text of a clause; `endings` weighs them
with the clause's subject, tense and place.
"""

from .lexicon import NUMBER_WORD, any_of

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
BAD_END = any_of(
    r"had to (?:cancel|close|stop|give|start|redo|pay|postpone|delay|return)",
    r"lost|missed|failed|cancel(?:l?ed)?|late|rejected|closed|gave up|fell through"
    r"|did not"
    r" (?:work|make|get|reach|happen|pass|go)|only (?:got|made|did|reached)"
    r"|disappointed"
    r"|fired|too late|never (?:got|made|finished)",
)
CHANGE_NUMBER = any_of(
    rf"from (?:\w+ ){{0,4}}[£$€]?{NUMBER_WORD}\w*%?(?: \w+){{0,4}} (?:down |up )?to",
    rf"by (?:\w+ ){{0,3}}[£$€]?{NUMBER_WORD}",
    r"\d[\d.,]*%",
    rf"{NUMBER_WORD} (?:\w+ )?(?:percent|per cent|percentage|times|fold|points)",
    r"doubled|tripled|quadrupled|halved|in half|by half|twice|to zero|down to|up to"
    rf" {NUMBER_WORD}",
    rf"(?:saved|saving|save|saves|earned|raised|brought in|gained|won|cut|recovered"
    rf"|sold"
    rf"|freed)"
    rf" (?:\w+ ){{0,5}}[£$€]?{NUMBER_WORD}",
    r"[£$€]\d",
)
NOW_STATE = any_of(
    r"now|still|no longer|today|since|ever since|any ?more|every (?:day|week|month)"
    r"|again",
)
