"""How answers word another's side, credit to others, and the interviewer's words."""

from .sign_words import DID, FEELING, NAME, OTHER, THEM, any_of

SIGNS = {
    "perspective": any_of(
        r"\b(?:put myself|imagined myself) in (?:her|his|their)\b|\bi could tell"
        r" (?:that )?"
        r"(?:she|he|they)\b|\bmust have been (?:\w+ ){1,2}for (?:her|him|them)\b",
        rf"{DID}(?:wanted|tried|needed|took (?:the )?time) to (?:really |first )?"
        r"(?:understand|find out|hear|see) (?:what|why|how) (?:she|he|they|her|his"
        r"|their"
        r"|it)\b",
        rf"\b(?:she|he|they|each|both|somebody|(?:the|my|our|one) (?:\w+ )?\w+) "
        rf"(?:was|were|felt|seemed|looked|got|must have been) (?:\w+ )?{FEELING}\b",
        r"\b(?:angry|furious|upset|frustrated) because (?:she|he|they|her|his|their)\b",
        r"\b(?:she|he|they|each)(?: of them)? (?:thought|feared|worried|hoped) "
        r"(?:that )?(?:\w+ ){3}",
        rf"{DID}(?:understood|realised|realized|could see|imagine[d]?) "
        r"(?:that |why |what |how )(?:(?:at|in|on) [^.]{0,25})?(?:\w+ ){0,2}"
        r"(?:she|he|they|her|him|them)\b",
        r"\bin (?:her|his|their) (?:shoes|place)\b",
        r"\b(?:saw|see|look at|looked at|understood|understand)(?: \w+)? (?:from )?"
        r"(?:her|his|their) (?:side|point of view|perspective|position|reasons?"
        r"|worr(?:y|ies)|fears?)\b",
        rf"{DID}(?:saw|noticed|knew|found out) (?:that )?(?:she|he|they) "
        r"(?:was|were|had|felt|needed|wanted|could|couldn't|did|didn't)\b",
        rf"{DID}listened (?:to (?:{THEM}|what|the|my|people)|until|for|and)\b",
        rf"{DID}tried to imagine\b|\bsat down with (?:each|both)\b",
        rf"{DID}let (?:{THEM}|the \w+|my \w+) (?:talk|speak|finish|tell|vent)\b",
        rf"{DID}asked (?:{THEM} |people |the \w+ |my \w+ |{NAME} )?"
        r"(?:what|why|how|where|whether)\b(?![^.]*\b(?:to eat|to"
        r" drink)\b)[^.]*\b(?:she|he|they|her|his|their|them"
        r"|worried|mattered|hurt)\b",
        rf"{DID}asked (?:{THEM}|the \w+|my \w+|{NAME}) to (?:tell me|explain"
        r"|describe)\b",
        r"(?<!had )(?<!have )(?<!got )(?<!get )\bwhat (?:it was like for|mattered to"
        r"|worried|annoyed|bothered|hurt|(?:she|he|they|each of them|people) "
        r"(?:really |actually |was |were )?(?:needed|wanted|feared|missed|worried"
        r"|afraid))\b",
    ),
    "credit": any_of(
        r"\b(?:team|joint|group) effort\b|\bthe (?:whole )?team did (?:a|an|the"
        r"|most)\b",
        rf"\bthanks to (?:her|him|them|{NAME}|my|our|everybody|everyone)\b",
        r"\b(?:credit (?:goes|belongs|is due)|gave \w+ (?:the )?credit"
        r"|credit (?:to|for that to))\b",
        r"\bdeserves?d? (?:\w+ ){0,3}(?:thanks|credit|praise)\b"
        r"|\bdid (?:most|half|all) of (?:it|the work)\b|\bdid the hard (?:part|work)\b",
        r"\bwith (?:the |a lot of |some )?help (?:of|from)\b",
        r"\b(?:her|his|their|[a-z]+'s) (?:own )?idea\b(?! of)",
        r"\bidea\b[^.]{0,40}\bcame from (?!me\b)",
        rf"\b{OTHER} (?:\w+ )?(?:came up with|had the (?:idea|best idea))\b",
        r"\bwithout (?:her|him|them|my \w+|our \w+|the (?:team|others|\w+ in the "
        r"\w+))\b[^.]*\b(?:i|we)(?:'d| would| could|'d have| had)\b"
        r"|\b(?:couldn't|could not|would never|'d never|wouldn't) have \w+[^.]*"
        r"\bwithout (?:her|him|them|my|our|the|" + NAME + r")\b",
        rf"\b{OTHER} (?:also |then |kindly )?(?:taught|helped|lent"
        r"|covered for|showed(?= (?:me|us) (?:how|what|where|around|a way|three)\b)) "
        r"(?:me|us)\b|\b(?:she|he|they) (?:corrected|checked|read) my\b",
        r"\b(?:was|is)(?:n't| not) (?:just |only )?me(?: alone)?\b(?=[.,;]|$)"
        r"|\bnot (?:just|only) me\b|\bdo(?:n't| not) want to take that from\b",
        r"\bi (?:always )?(?:thanked|mention|mentioned|named|praised) (?:her|him|them) "
        r"(?:when|for|in front|to)\b",
    ),
    "refers_back": any_of(
        r"\b(?:as|like) you (?:\w+ )?(?:said|mentioned|asked|put it|described|told)\b",
        r"\byou (?:just |also )?(?:asked|spoke) (?:about|of|for|me about)\b",
        r"\bwhat (?:you (?:told me|said|mentioned|described|asked)|i said earlier)\b",
        r"\b(?:when|since) you (?:asked|said|mentioned|spoke)\b",
        r"\b(?:back to|to answer) your (?:question|point)\b|\byou're right to ask\b",
        r"\byour (?:first|second|other|last) question\b",
        r"\b(?:the|that) \w+ (?:that )?you (?:just )?(?:mentioned|described|spoke of)"
        r"\b",
    ),
}
