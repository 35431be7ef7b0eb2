"""How tasks are told in casual talk, and what sounds like a task and is none.

`task_signs` and `duty_signs` know the wordings of careful answers; here stand those of
ordinary speech ("we had sixty trees to deliver", "I got roped into running the
raffle"), and the sayings that `without_sayings` takes out before any of the three is
asked ("I have to say", "I was brought up in Hull"). As in `lexicon`, patterns run over
the plain text of a clause.
"""

import re

from .lexicon import NUMBER_WORD, any_of

_TO_DO = (
    r"(?:deliver|give|cater|feed|fill|finish|sort|clear|pack|ship|build|write|plan"
    r"|prepare|serve|sell|find|move|plant|set|clean|fix|mend|repair|check|cover|train"
    r"|teach|present|mark|grade|make|meet|hit|pay|ring|call|hand|look after|run|manage"
    r"|organi[sz]e|cook|paint|lay|carry|load|unload|sign|send|test|translate|type|wash"
    r"|wire|read|learn|reach|raise|collect|get|file|close|open|convince|protect|produce"
    r"|process|answer|seat|host|put on|put up|draw|design|cut|save|replace|print|bake)"
)
_THINGS = (
    r"(?!nothing\b|no\b|not\b|never\b|something to eat)"
    r"(?!(?:\w+ ){0,2}(?:time|chance|reason|right|lot|permission|opportunity|courage"
    r"|nerve|money|way|privilege|luck|pleasure|ability|habit|friends?|idea|ideas"
    r"|meetings?|calls?|tools?|systems?|machines?|people|colleagues?|somebody|someone)"
    r" to\b)(?:\w+ ){1,4}"
)
_LOADED = r"(?:roped|dragged|pulled|sucked|drafted|volunteered)"
TALK = any_of(
    rf"(?:i|we) (?:\w+ )?(?:had|have|have got) {_THINGS}to {_TO_DO}",
    r"ended up (?:in charge|responsible|having to|being the one|with (?:the|this|that"
    r"|all the) (?:job|task|whole|lot|\w+ to))",
    r"^(?:and |so |but |well |then )*it was (?:just |only )?me$",
    r"(?:they|she|he|boss|manager|office) (?:\w+ )?had (?:me|us) \w+ing",
    rf"(?:got|was|were|been|am|being) (?:\w+ly |just )?{_LOADED} (?:in to|into|in)\b"
    r"(?! love)|(?:got|was|were|been) (?:\w+ly )?(?:lumbered|landed|saddled|stuck|left"
    r"|charged|tasked|entrusted) with (?:the|this|that|all|it|both|\w+ing)\b"
    r"|(?:landed|lumbered|saddled|left|stuck) (?:me|us) with",
    r"got (?:put|placed|moved|called|brought|drafted) (?:in charge|in to|onto"
    r"|on (?!hold|the phone))",
    r"(?:i|we) (?:was|were) down (?:to (?:do|run|lead|work|cover|play|give|speak"
    r"|present"
    r"|be)|for (?:the|a))\b",
    r"still (?:had|has|have|needed) to (?:go|come|get|be|leave|reach|ship|happen)",
    r"(?:had|needed|has) to (?:ship|go out|go live|go up|be there|get there|be out"
    r"|open|leave|arrive|start|land|work) (?:\w+ )?(?:that|the same|tonight|today"
    r"|tomorrow|the next|first|on|by|before|at|in time)\b",
    r"(?:needed|needs) (?:\w+ )?(?:sorting|doing|fixing|painting|mending|repairing"
    r"|cleaning|clearing|replacing|covering|feeding|finishing|moving|filling|testing"
    r"|checking|rewriting|building|dealing with)\b",
    r"there (?:is|are|was|were) (?!no\b|not\b|nothing|nobody|enough|more|less"
    r"|a lot|plenty|so much|something|anything)(?:\w+ ){1,6}?to (?:go|get|send|deliver"
    r"|ship|give|sign|carry|wash|peel|mark|plant|cook|load|unload|see to|look after"
    r"|wrap|iron|call|ring|answer|print)\b",
    r"(?:i|we) (?:\w+ )?(?:had|have|got) (?:only |just |about |exactly |like |maybe"
    rf" |around |roughly )*(?:an?|{NUMBER_WORD}) (?:\w+ )?(?:minutes?|hours?|days?"
    r"|nights?|weeks?|months?|quarters?|sessions?|lessons?)(?: left| to|$| and)"
    r"(?! (?:of|off|ago|later))",
    rf"(?:gave|given|giving|leaves|left) (?:me|us) (?:just |only |about |like )?(?:an?"
    rf"|{NUMBER_WORD}) (?:\w+ )?(?:quarters?|terms?|semesters?|sprints?|sessions?"
    r"|shifts?|seasons?|minutes?|hours?|days?|weeks?|months?|weekends?)",
    r"(?:had|with|got|under|given|was|were) (?:an?|the|our|my) (?:\w+ ){0,2}(?:ceiling"
    r"|cap|limit|cut off|quota) of",
    r"(?:everyone|everybody|they all|all of them|all eyes|the (?:\w+ )?(?:team|room"
    r"|others|rest)) (?:\w+ ){0,4}?(?:look|looks|looked|turn|turns|turned|stare[sd]?"
    r"|were"
    r"|are|is) (?:\w+ )?(?:at|to|on) (?:me|us)\b",
    r"(?:made|given|gave|make) (?:myself|ourselves|him|her|them|my \w+|the \w+)"
    r" (?:a|that|the|this|one) promise",
    r"(?:idea|plan|deal|rule|point|thing|thinking|aim|goal|agreement) (?:was|is)"
    r" (?:that )?(?:i|we|they|it|everyone|everybody|he|she) (?:would|should|had to"
    r"|must|could)",
    rf"^(?:(?:so|and|just|only|about|basically|that was|that left) )*{NUMBER_WORD}"
    r" (?:\w+ )?(?:minutes?|hours?|days?|nights?|weeks?|months?) to \w+",
    r"there (?:is|are|was|were) (?:\w+ ){1,5}?(?:due|booked|expected) (?:at|by|on"
    r"|in)\b",
    r"(?:made|make|making) (?:it|this|that) (?:mine|ours)\b"
    r"|(?:left|leaves|leaving) (?:me|us) (?:an?|the) (?:\w+ )?(?:note|post it|postit"
    r"|list"
    r"|message|voicemail)\b",
    r"given (?:my|our)sel(?:f|ves) (?:till|until|an?|the|one|two|three|\w+ weeks?)",
    r"supposed to be (?:open|ready|done|there|finished|out|live|up|running|on|back"
    r"|covering|doing|running|leading|looking|getting|giving)\b",
    r"(?:i|we) (?:was|were) (?:\w+ )?(?:aiming|shooting|gunning|pushing|going) for"
    r"|trying and \w+|(?:i|we) (?:was|were) not (?:going|about) to (?:let|stand|allow"
    r"|have|lose|leave|give)",
    r"on the hook (?:for|to)|drew the short straw|(?:my|our) (?:shout|turn|watch"
    r"|problem|patch) to \w+|(?:fell|fallen|came|comes) to (?:me|us)\b",
    r"thought (?:right|well|ok|okay|no) (?:i|we) (?:will|would|am|are|have to|need)",
    r"(?:wanted|needed|want|need|wants|needs) (?:it|them|this|that|everything"
    r"|all of it|the (?:\w+ )?\w+|every \w+|all (?:the )?\w+"
    r"|\w+ \w+s) (?:\w+ ){0,1}?(?:done|fixed"
    r"|finished|ready|out|gone|sorted|open|sent|cleaned|changed|dealt with|delivered"
    r"|rebuilt|repaired|moved|written|built|filled|cleared|found|settled|by|before)\b",
)
"""What falls to the speaker, as people say it who plan no answer."""
_NOT_A_TASK = any_of(
    r"(?:i|we|you) (?:\w+ )?(?:have|got) to say(?! no)\b|(?:i|we|you) (?:\w+ )?(?:have"
    r"|had|has|got) to (?:admit|laugh|smile|confess"
    r"|be honest|mention|cry|tell you|sit down|remember|think about it)",
    r"(?:was|were|am|been) (?:\w+ly |just )?(?:brought up|put (?:off|out|through)"
    r"|told off|hired (?:as|at|in)|promoted|set up|given (?:an?|the|some|my) (?:\w+ )?"
    r"(?:cup|lift|ride|present|card|discount|hug|coffee|tea|drink|seat|look|tour"
    r"|welcome|warning|raise|award|prize|medal|bonus|chance|choice|key|keys|glass)"
    r"|invited to (?:an?|the|my|his|her|their)|asked (?:how|what|why|where|when"
    r"|about|not)|chosen (?:as|by)|put in (?!charge)\w+)",
    r"not (?:\w+ )?(?:my|our|your) (?:job|task|problem|responsibility|turn|place"
    r"|business|call|fault|department)",
    r"(?:my|the|his|her|our|their|first|old) (?:\w+ )?(?:job|role|position|work|post)"
    r" (?:there )?(?:was|is) (?:(?:very|really|so|quite|too|pretty|a bit|not) )*(?:in"
    r"|at|with|as|on|boring|hard|easy|good|bad|fun|great|nice|safe|gone|over|tough"
    r"|difficult|stressful|interesting|fine|busy|different|lost|advertised|open"
    r"|filled|taken|done)\b",
    r"job (?:market|centre|center|interview|offers?|ad|title|description|fair|hunt)"
    r"|target (?:group|audience|market|language|customers?)|role (?:model|play)"
    r"|duty (?:manager|nurse|officer|doctor|station|phone|free)|task (?:force|bar|list)"
    r"|goal ?(?:keeper|kick|posts?)|mission statement|request form|order (?:book|form)"
    r"|promise land|priority (?:seat|mail)",
    r"(?:weather|road|living|traffic|medical|heart|skin|health) conditions?"
    r"|conditions? (?:was|were|is|are) (?:\w+ing|bad|awful|stable|critical|worse"
    r"|terrible|poor|good|serious|great)|instructions? (?:was|were|is) (?:in|wrong"
    r"|clear|missing|bad|old|unclear)",
    r"drive to (?:work|school|town|the|my)|(?:it|this"
    r"|that) was (?:\w+ )?about (?:\w+ )?"
    r"(?:parking|training|something|anything|nothing|everything|building|the \w+ing"
    r"|morning|spelling|timing|housing|pricing|a meeting)\b",
    r"(?:was|were) (?:really )?after (?:an?|the|some|his|her) (?:\w+ )?(?:bargain|fight"
    r"|discount|refund|drink|week|year|month|day|break|holidays?|lunch|meeting)",
    r"(?:was|were|is|been) with (?:me|us)\b|(?:was|were|is|lay|sat) on (?:my|our)"
    r" (?:desk|table)\b",
    r"(?:committed|pledged) (?:the|a|my|our|it)\b|signed up for (?:an?|the|my) \w+",
    r"want(?:ed|s)? to (?:disappear|cry|die|vomit|scream|run away|hide|laugh|sleep"
    r"|quit|sink|punch|kill|go home|throw)\b|wanted (?:an?|another|more|some) (?:\w+ )?"
    r"(?:coffee|tea|drink|break|holiday|different \w+|rest|sandwich)\b",
    r"needed (?:an?|some|the) (?:\w+ )?(?:coffee|tea|break|rest|drink|holiday|hug|loo"
    r"|toilet|minute|wee)\b",
    r"(?:looking|waiting|asking|hoping) for (?:his|her|their|a seat|the bus|a table)\b",
    r"not (?:\w+ly |even |really )?(?:supposed|allowed|meant|required|obliged|asked)"
    r" to|not (?:have|need) to",
    r"nothing to do with|to be (?:honest|fair|frank)"
    r"|(?:had|have|has|got) (?:\w+ )?(?:(?:no |enough |the |any |a |some )?(?:time"
    r"|chance"
    r"|reason|right|opportunity|permission|courage)|something|anything|a lot) to"
    r"(?! (?:cook|prove|sort|finish|do before))",
)


def without_sayings(text: str) -> str:
    """The text of a clause with what only sounds like a task taken out."""
    return re.sub(r" {2,}", " ", _NOT_A_TASK.sub("-", text)).strip()


RESOLVES = re.compile(
    r"^(?:(?:right|ok|okay|well|so|no|and|but|now|look) )*(?:i|we) (?:am|are|will)"
    r" (?:going to |gonna )?(?!not\b)\w+"
)
"""In the words of one's own thought: "I thought right", "I am going to count them"."""
THOUGHT = re.compile(
    r"^(?:(?:so|and|but|then|well) )*(?:i|we) (?:\w+ )?(?:thought|said to myself"
    r"|decided"
    r"|told myself|was like|figured|reckoned|swore)\b(?: (?:right|ok|okay|well|no"
    r"|you know"
    r"|what|fine|enough|that|to myself))*$"
)
SET_HARD = re.compile(
    r"^(?:.* )?(?:it|this|that) (?:was|is) (?:\w+ly |very |so |really )?(?:important"
    r"|crucial|vital|essential|critical|urgent|key|clear|agreed|decided)$"
)
"""What follows with "that" must be: "it was important", "that we sign off by June"."""
FOLLOWS = re.compile(r"^(?:that|to|we|i|for)\b")
UNLESS = re.compile(
    r"^(?:and |but |so |because |now )*(?:unless\b|(?:if|when) (?:\w+ ){1,4}?(?:not"
    r"|nobody|failed|missed)\b|if (?:nobody|no one|nothing)\b)"
)
THREAT = re.compile(
    r"\b(?:i|we|they|it|he|she|everyone|everybody|(?:the|our|my) \w+) (?:would|could"
    r"|will"
    r"|might) (?:\w+ )?(?:lose|have to|close|be (?:fined|out|sacked|fired|charged|late"
    r"|stuck|over|closed|gone|dead|finished)|go (?:under|bust|home|elsewhere|to)|miss"
    r"|walk|shut|cancel|fail|sack|leave|collapse|break)\b"
)
"""What would come of it if it were not done."""
