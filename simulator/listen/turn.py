"""When an answer has ended: pure code over voice, words and time.

Being cut off is the worst fault of every such tool (Lea et al., CHI 2023: 61 % of
people who stutter name it; a stock endpointer cut 23.8 % of their utterances). So
silence alone never ends an answer before 2.5 s, and takes much longer where the words
show that more is to come. Before the first word silence is thinking, and is only ever
asked about.
"""

from dataclasses import dataclass
from enum import Enum

from .asking_again import asks_again, asks_back
from .wording import Tail, has_begun, tail_of, takes_back


class Decision(Enum):
    """What the silence so far means."""

    WAIT = "wait"
    END = "end"
    """The answer is complete."""
    ENCOURAGE = "encourage"
    """Nothing said for 12 s: a gentle word ("take your time")."""
    OFFER_REPEAT = "offer_repeat"
    """Nothing said for 25 s: offer to repeat or rephrase the question."""
    NOTHING_HEARD = "nothing_heard"
    """Nothing said for 45 s: ask what to do; the answer is "not answered"."""
    SAY_AGAIN = "say_again"
    """All that was said asks to hear the question again."""
    REASSURE = "reassure"
    """All that was said asks how it is meant ("can I use one from school?")."""


ENTER = 0.5
"""Probability from which a chunk is speech (Silero's default)."""
LEAVE = 0.35
"""...and stays speech down to this one."""
FIRST_SPEECH_S = 0.2
"""Speech that makes a first word: a cough or a chair is over sooner."""

MUTTERED_S = 1.5
"""Speech of which no word is understood and that may be an "um": no answer yet."""
BRIEF_S = 10.0
"""Longer speech is an answer, however little of it is understood."""

SHORTEST_S = 2.5
"""Silence alone never ends an answer sooner, whatever the patience."""

FINISHED_S = 3.2
"""After a full sentence: no pause up to 3 s is ever cut, and who has finished waits
little more. Recognisers close half a sentence with a full stop too ("We rebuilt the
payment."), so less would cut people in mid-phrase."""
EARLY_S = 6.6
"""After a full sentence early in an answer: stories begin with one and a long look at
the ceiling, and the recogniser closes "The river rose early and" as if it were one. As
long as after an unfinished clause (4.6 s cut 10 of 24 pauses of 6 s in docs/turns.md's
answers)."""
EARLY_UNTIL_S = 20.0
""""Early": less than this since the first word. The middle of a short answer."""
FRESH_AFTER_S = 0.3
"""Words hold for a silence that was this long when they came: those that come sooner
were decoded from sound before its last word."""
UNKNOWN_S = 4.0
"""Words not there, or older than the last speech: nothing shows that it is finished."""
UNFINISHED_S = 6.6
"""After a filler, a conjunction or an open clause: people search for a word up to 6
s."""
HOLD_S = 15.0
"""After "let me think": a person asked for time and gets it."""
CLOSING_S = 1.5
"""After "that's my answer". Not silence alone: it was said."""
ASKED_S = 1.5
"""After "could you repeat the question?": it waits for us. Long enough to go on."""
OWN_SHARE = 1.25
"""Of the second longest pause that this person has made in this answer, so long is
waited after a full sentence (6.6 s at most): who has paused twice for 5 s and gone on
will do so again. Once may have been the one thing to be remembered."""
CUT_FACTOR = 1.5
"""On every wait of the rest of an answer, for each time it was cut off."""
EXTENDED_S = 10.0
"""What the key for more time adds to the silence that is running."""

PROMPTS = (
    (12.0, Decision.ENCOURAGE),
    (25.0, Decision.OFFER_REPEAT),
    (45.0, Decision.NOTHING_HEARD),
)
"""Seconds before the first word. 8 to 15 s of thinking are ordinary for a question
about the past (Bangerter et al.); nobody is skipped without being asked."""

LEAST_PATIENCE = 0.5
MOST_PATIENCE = 3.0


@dataclass
class TurnTaker:
    """Decides, step by step, whether an answer has ended.

    Args:
        patience: factor on every wait, 0.5 to 3.
        manual: only a key ends the answer; nothing is prompted.
        understands: whether words come at all; without, any speech is an answer.
        replies: whether a question is answered; not where the candidate is to ask.

    Raises:
        ValueError: a patience outside 0.5 to 3.
    """

    patience: float = 1.0
    manual: bool = False
    understands: bool = True
    replies: bool = True
    first_speech_s: float | None = None
    """When the first word began, or None."""
    last_speech_s: float = 0.0
    """When the last speech ended."""

    def __post_init__(self) -> None:
        if not LEAST_PATIENCE <= self.patience <= MOST_PATIENCE:
            raise ValueError(f"patience {self.patience} is outside 0.5 to 3")
        self._now_s = 0.0
        self._waits_from_s = 0.0
        self._speaking = False
        self._run_s = 0.0
        self._extra_s = 0.0
        self._prompted = 0
        self._words = ""
        self._words_at_s = 0.0
        self._voiced_s = 0.0
        self._reassured = False
        self._pause_s = 0.0
        """The silence before what is being said."""
        self._pauses_s: list[float] = [0.0, 0.0]
        """The two longest inside the answer, the shorter first."""
        self._cut = 1.0
        self._lost = False
        """Whether the last words took back what a sketch of the same had heard."""

    @property
    def speaking(self) -> bool:
        """Whether somebody speaks right now."""
        return self._speaking

    @property
    def silence_s(self) -> float:
        """Seconds since the last speech (or since the start, or a pause)."""
        return self._now_s - max(self.last_speech_s, self._waits_from_s)

    def step(self, probability: float, elapsed_s: float, words: str = "") -> Decision:
        """Take the next chunk's voice probability and say what follows.

        Args:
            probability: highest probability of speech in the chunk.
            elapsed_s: end of the chunk, seconds since the answer's first sample.
            words: all that is understood so far, tentative words too; "" if unknown.
        """
        length_s = max(0.0, elapsed_s - self._now_s)
        if not self._speaking:
            self._pause_s = self.silence_s
        self._now_s = max(self._now_s, elapsed_s)
        self._speaking = probability >= (LEAVE if self._speaking else ENTER)
        if words != self._words:
            self._lost = not self._speaking and takes_back(words, self._words)
            self._words, self._words_at_s = words, elapsed_s
        self._run_s = self._run_s + length_s if self._speaking else 0.0
        self._voiced_s += length_s if self._speaking else 0.0
        if self._speaking:
            self._spoke()
        if self.manual or self._speaking:
            return Decision.WAIT
        if self.first_speech_s is None:
            return self._before_the_first_word()
        if (reply := self._reply()) is not None:
            return reply
        if self._only_muttered:
            return self._before_the_first_word()
        done = self.silence_s >= self.needed_s()
        return Decision.END if done else Decision.WAIT

    def _reply(self) -> Decision | None:
        """What follows from being asked something; None where nothing was asked."""
        if not self.replies or not self._fresh or self._voiced_s > BRIEF_S:
            return None
        again = asks_again(self._words)
        if not again and (self._reassured or not asks_back(self._words)):
            return None
        if self.silence_s < ASKED_S * max(1.0, self.patience):
            return Decision.WAIT
        self._reassured = self._reassured or not again
        return Decision.SAY_AGAIN if again else Decision.REASSURE

    def needed_s(self) -> float:
        """Silence that ends the answer, as things stand, seconds."""
        tail = tail_of(self._words)
        if self._over(tail):
            return CLOSING_S * max(1.0, self.patience) + self._extra_s
        base = self._base_s(tail)
        return max(SHORTEST_S, base * self.patience * self._cut) + self._extra_s

    def cut_off(self) -> None:
        """An end that silence had decided was none: be slower with the next."""
        self._cut = min(MOST_PATIENCE, self._cut * CUT_FACTOR)

    def extend(self) -> None:
        """The person asked for more time: this silence may last 10 s longer."""
        self._extra_s += EXTENDED_S

    def begin_waiting(self) -> None:
        """The person paused: silence begins anew, as if they had just spoken."""
        self._waits_from_s = self._now_s
        self._speaking, self._run_s = False, 0.0

    def _spoke(self) -> None:
        if self.first_speech_s is None:
            if self._run_s < FIRST_SPEECH_S:
                return
            self.first_speech_s = self._now_s - self._run_s
            self._pause_s = 0.0
        self.last_speech_s = self._now_s
        if round(self._run_s, 6) >= FIRST_SPEECH_S:  # a breath takes back no key
            self._extra_s = 0.0
            self._pauses_s = sorted([*self._pauses_s, self._pause_s])[-2:]
            self._pause_s = 0.0

    @property
    def _only_muttered(self) -> bool:
        """Whether all so far is an "um", "let me think" or a question: still before the
        answer."""
        most_s = BRIEF_S if self._fresh else MUTTERED_S
        if not self.understands or self._voiced_s >= most_s:
            return False
        asked = self.replies and asks_back(self._words)
        return asked or not has_begun(self._words)

    def _before_the_first_word(self) -> Decision:
        if self._prompted == len(PROMPTS):
            return Decision.WAIT
        if self._prompted == 0 and tail_of(self._words) is Tail.HOLD:
            self._prompted = 1  # who has asked for time is told no more to take it
        after_s, decision = PROMPTS[self._prompted]
        if self.silence_s < after_s * self.patience + self._extra_s:
            return Decision.WAIT
        self._prompted += 1
        return decision

    def _over(self, tail: Tail) -> bool:
        """Whether it was said that the answer is over, and nothing tells against it."""
        if not self._fresh or self._waits_from_s > self.last_speech_s:
            return False
        return tail is Tail.CLOSING or (
            tail is Tail.PERHAPS_CLOSING and not self._early
        )

    def _base_s(self, tail: Tail) -> float:
        if tail is Tail.HOLD:
            # Even if older than the last sound: a breath after "let me think".
            return HOLD_S
        if tail is Tail.UNFINISHED or self._lost:
            return UNFINISHED_S
        if not self._fresh:
            return max(UNKNOWN_S, EARLY_S if self._early else self._own_s)
        return EARLY_S if self._early else max(FINISHED_S, self._own_s)

    @property
    def _own_s(self) -> float:
        """What this person's own pauses ask for."""
        return min(UNFINISHED_S, OWN_SHARE * self._pauses_s[0])

    @property
    def _early(self) -> bool:
        return self.last_speech_s - (self.first_speech_s or 0.0) < EARLY_UNTIL_S

    @property
    def _fresh(self) -> bool:
        """Whether the words were understood after the last speech had ended."""
        since_s = self.last_speech_s + FRESH_AFTER_S
        return bool(self._words.strip()) and self._words_at_s >= since_s
