"""Names that open a sentence, where every word has a capital.

"Sarah told me about Leeds" names somebody, "Hearing about Leeds was good" nobody. A
first word is taken for a name where it is no word that opens sentences, has no ending
that names do not have, and somebody or something is told of it: it does, it is, it has.
"""

import re

from . import note_words as words

_OPENS = re.compile(
    r"(?:^|(?<=[.!?:] ))(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?P<own>['’]s)?"
    r"(?P<after>,? (?:\w+ly )?\w+)?"
)
_EVERYDAY = frozenset(
    re.findall(
        r"\S+",
        """
    i i'm i've i'd i'll you we he she it they this that these those there here what
    when where who whose which why how if as after before during while since because
    although though once until unless in on at for from with without by about over
    under to of and but so or yet also then now today yesterday tomorrow tonight again
    please everything everyone everybody nothing nobody none something somebody someone
    anything anyone each every both all most many some any few much more less another
    other others our my mine your yours his her hers its their the a an no not yes do
    does did can could may might will would should must have has had is are was were be
    first second third finally last next later still just only even one two three four
    five six seven eight nine ten half such same either neither nor per instead perhaps
    maybe above below between through within across around near behind beyond like
    given despite unlike toward towards off up out down plus via upon let whatever
    whenever wherever whoever whether people time things work
    growth health strength success progress business feedback respect trust care pride
    joy change support focus research stress pressure money advice knowledge attitude
    detail training quality culture software technology data music food travel language
    learning teaching nursing cooking team job life family school college university
    attached enclosed based experience patience confidence independence performance
    guidance balance maintenance excellence evidence science finance insurance
    assistance
    """,
    )
)
_ENDING = re.compile(
    r"(?:ing|[a-z]{4}(?:ly|ty|ive)|tion|sion|ness|ment|ship|work|ures?|ers|ions|ments"
    r"|ful|ous|able|ible|less|ism|hood|dom)$"
)
"""Endings of words that are seldom names: "Working", "Honesty", "Teamwork"; not
"Emily", "Betty", "Clive"."""
_TELLS = re.compile(
    r",? (?:\w+ly )?(?:and|is|was|has|had|will|would|can|could|told|said|says"
    r"|tells|asked|asks|mentioned|explained|showed|shows|described|introduced|spoke"
    r"|talked|thinks|thought|knows|knew|agreed|suggested|gave|gives|helped|helps|led"
    r"|leads|runs|ran|works|worked|seemed|seems|made|makes|came|comes|went|goes|did"
    r"|does|liked|likes|wanted|wants|needs|needed|offered|offers|promised|called|wrote"
    r"|taught|trained|let|kept|keeps|took|takes|hired|won|uses|used)$"
)


def names(text: str) -> tuple[str, ...]:
    """The names that open a sentence of a text."""
    frame = words.frame_words()
    return tuple(
        name
        for found in _OPENS.finditer(text)
        for name in _named(found)
        if name.lower() not in _EVERYDAY | frame and not _ENDING.search(name)
    )


def _named(found: re.Match[str]) -> tuple[str, ...]:
    """The first word of a sentence, where it is used as a name is.

    Further words with a capital are names anyway, and are found as such.
    """
    first, *more = found["name"].split()
    told_of = bool(more or found["own"] or _TELLS.match(found["after"] or ""))
    return (first,) if told_of else ()
