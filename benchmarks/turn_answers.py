"""120 answers in which somebody stops to think, and how each is spoken.

Twelve stories, each halted in ten places: twice after "and", after "because", after
"um", within a phrase, and after a full sentence of its first half. Every context meets
every length of pause four times, each time in other words. No story ends in "that's my
answer": nothing but its last sentence says that it is finished.

In a story "^" marks where a speaker may say "um" and halt, "/" where the voice may
break off within a phrase; the other places are found by their word.
"""

import re
from dataclasses import dataclass

from audio_fixtures.script import Script, Segment, SoundSettings

CONTEXTS = ("and", "because", "um", "mid-phrase", "full sentence")
PAUSES_S = (0.5, 1.0, 2.0, 3.0, 4.0, 6.0)
EACH = 4

BREATH_S = 0.15
"""Between two clauses of a sentence."""
SENTENCE_S = 0.6
"""Between two sentences (0.4 to 0.8 s in fluent talk)."""
TAIL_S = 14.0
"""Silence after the last word: longer than any rule waits after a full sentence."""
PLACES = 2
"""Places of each context in a story."""

STORIES = (
    "Last autumn I was working in the kitchen of a hospital. Our deliveries came late"
    " and breakfast was late too. It was my job to get it out / on time every morning."
    " So I ^ called each supplier because I wanted to see their routes. I drew a plan"
    " and showed it to my / manager on a Monday. We moved the cold dishes to the"
    " evening because the ovens were free. Then I ^ trained two people on the new plan."
    " By spring breakfast was on time every day.",
    "In my second year as a nurse our ward lost its printer. Nobody could print labels"
    " and the samples piled up. I was asked to find / a way until Friday. I wrote the"
    " labels by hand because the laboratory needed them at once. Then I ^ asked the"
    " pharmacy for a spare machine and carried it up myself. We shared it with / the"
    " other ward because they had the same trouble. I ^ made a list of every sample we"
    " sent. Not one of them was lost that week.",
    "Two years ago I taught a class of thirty children. Half of them were bored and the"
    " other half were lost. I wanted every child / to read one book by summer. I split"
    " the class in three because one pace did not fit. I ^ found an older pupil| for"
    " each group and trained them on Fridays. The parents brought in / their old books"
    " because our shelf was empty. I ^ read aloud for ten minutes a day. In June"
    " twenty eight children had finished a book.",
    "At my last company the payment page broke every weekend. Customers wrote angry"
    " mails and two of them left. My task was to make / the page hold until Christmas."
    " I read the logs for two days because nobody knew the cause. There I ^ saw that"
    " one old server was full and nobody had noticed. I moved the work to / a newer"
    " machine because the old one could not grow. I ^ wrote a small alarm as well."
    " After that the page never broke again.",
    "When I ran a small bakery we threw away too much bread. It cost us money and it"
    " made me sad. I had to cut / the waste by half before winter. I counted what was"
    " left each evening because guesses had not helped. Then I ^ baked less on Mondays"
    " and more on Saturdays. I sold the rest at / half price after six because students"
    " came by then. I ^ put the numbers on the wall. By December the waste had fallen"
    " by sixty percent.",
    "Three summers ago I led a team that built a footbridge. The river rose early and"
    " the site was under water. I had to keep / eleven people safe and busy. I moved"
    " the work to the yard because the ground there was dry. We ^ built the railings"
    " first and painted them inside. I called the city about / the new date because"
    " they had planned a party. They ^ agreed to wait for two weeks. We opened the"
    " bridge on a sunny Sunday.",
    "In my first job I answered phones for an insurance company. The waiting line was"
    " long and people were upset. I was told to keep / every call under five minutes."
    " I kept a list of questions because most of them came again. Then I ^ wrote short"
    " answers for the ten most common and shared them. My colleagues used / the list"
    " as well because it saved them time. I ^ brought it up to date each week. The"
    " waiting time fell from twelve minutes to four.",
    "Last spring our theatre lost its main actor in the final week. The tickets were"
    " sold and nobody knew the part. As the director| I had / six days to find a new"
    " one. I asked the youngest of the group because she knew every line. At first she"
    " ^ was afraid of the stage and wanted to say no. We rehearsed every night in / my"
    " kitchen because the hall was taken. She ^ learned to breathe before each scene."
    " On the first evening the whole house stood up.",
    "I used to manage the stock of a bicycle shop. The list was wrong and we ordered"
    " things twice. My boss wanted a list that / was right by the first of May. I"
    " closed the shop on a Tuesday because we had to count it all. We ^ scanned every"
    " box in the cellar and marked the shelves. I taught the others to scan / each"
    " part because a list is only as good as its users. I ^ checked ten shelves every"
    " Friday. In a year we saved nine thousand euros.",
    "While I studied I worked as a guide in a museum. Groups came late and left before"
    " the end. I was asked to change / the tour so that people stayed. I followed"
    " twenty groups with a watch because I wanted to see where they got tired. They ^"
    " walked out in the third room and I understood why. I moved the best painting to /"
    " the last room because everybody hoped to see it. I ^ cut the tour by a quarter."
    " From then on nine of ten stayed to the end.",
    "Four years ago| I moved our records from paper to a computer. The team was tired"
    " and did not trust the plan. I had to move / forty thousand pages without a"
    " mistake. I began with the oldest year because nobody needed it. There I ^ found"
    " out how long a page takes and told the team. We worked in pairs| with / one"
    " reading aloud because that catches errors. I ^ checked one page in fifty myself."
    " We finished a month early with eleven mistakes in all.",
    "As a young engineer| I had an argument with an older colleague. He wanted steel"
    " and I wanted wood. We had to agree on / a design before the summer. I asked him"
    " to show me his numbers because I might have been wrong. He ^ had counted the"
    " repairs| of thirty years and I had not. We drew a roof of / wood on steel because"
    " it took the best of both. I ^ told the client that it was his idea. We have built"
    " four more of them since.",
)

BREATHS = r"(?<=\.) |\|| (?=because |and )"
"""Where a phrase of one breath ends: after a sentence, at "|" (where the voice would
halt by itself) and before a clause that "and" or "because" begins."""

_WORD_PLACES = {"and": r"\band\b", "because": r"\bbecause\b"}
_MARKS = {"um": r"\^", "mid-phrase": r"/"}


@dataclass(frozen=True)
class ThinkingAnswer:
    """One of the 120: where it halts, for how long, and its script."""

    name: str
    context: str
    pause_s: float
    script: Script


def answers() -> tuple[ThinkingAnswer, ...]:
    """All of them, in order of context and length.

    Story k halts in its first place for even, in its second for odd turns; the lengths
    are dealt round, shifted from context to context, so that no story has always the
    same one.
    """
    made = []
    for shift, context in enumerate(CONTEXTS):
        for turn in range(len(PAUSES_S) * EACH):
            story, place = turn % len(STORIES), turn // len(STORIES)
            pause_s = PAUSES_S[(turn + shift + place) % len(PAUSES_S)]
            made.append(_answer(story, context, place, pause_s))
    return tuple(sorted(made, key=lambda a: (CONTEXTS.index(a.context), a.pause_s)))


def _answer(story: int, context: str, place: int, pause_s: float) -> ThinkingAnswer:
    before, after = _halves(STORIES[story], context, place)
    halt = (Segment(pause_s=pause_s),)
    if context == "um":
        halt = (Segment(filler="um", length_s=0.45), *halt)
    name = f"{context.replace(' ', '_')}_{pause_s:g}s_{story + 1}_{place + 1}"
    script = Script(
        about=f"A pause of {pause_s:g} s: {context}.",
        speed=(0.85, 0.95)[story % 2],
        seed=story,
        tail_s=TAIL_S,
        stored=False,
        sound=SoundSettings(noise="room", snr_db=30.0),
        segments=(*_spoken(before), *halt, *_spoken(after)),
    )
    return ThinkingAnswer(name, context, pause_s, script)


def _halves(story: str, context: str, place: int) -> tuple[str, str]:
    """The story before and after the place where it halts."""
    if context == "full sentence":
        ends = [m.end() for m in re.finditer(r"\. ", story)]
        within = [end for end in ends if end < len(story) / 2]
        cut = within[0] if place == 0 else within[-1]
    else:
        pattern = {**_WORD_PLACES, **_MARKS}[context]
        cut = [m.end() for m in re.finditer(pattern, story)][place]
    return story[:cut], story[cut:]


def _spoken(text: str) -> tuple[Segment, ...]:
    """Phrases of one breath with the ordinary pauses between them."""
    plain = re.sub(r"\s+", " ", re.sub(r"[/^]", " ", text)).strip()
    phrases = [p for p in re.split(BREATHS, plain) if p.strip()]
    segments: list[Segment] = []
    for number, phrase in enumerate(phrases):
        segments.append(Segment(say=phrase.strip()))
        if number + 1 < len(phrases):
            ended = phrase.endswith(".")
            segments.append(Segment(pause_s=SENTENCE_S if ended else BREATH_S))
    return tuple(segments)
