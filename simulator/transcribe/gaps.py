"""Filled pauses that no pass wrote: voiced sound where no word is.

A sound alone must be long, steady, open, voiced, flat in pitch, and stand apart. What
touches the word before it may be that word drawn out, which is no filler; a breath has
no pitch, a laugh no steadiness, a hum no open vowel.

A shorter vowel, or one that leans on a word, counts where the decoder, asked, finds a
filled pause likely there.
"""

import math
from dataclasses import dataclass
from itertools import accumulate

from simulator.records import Word

from .edges import usual_s
from .evidence import Evidence, Stretch
from .heard import Asked, Likely
from .hummed import closing, stands_apart
from .settings import Fillers
from .weighing import opens


@dataclass(frozen=True)
class Site:
    """A sound that may be a filled pause."""

    place: int
    """How many words come before it."""
    stretch: Stretch
    alone: bool
    """Convincing by itself; else the decoder must find it likely."""

    def overlaps(self, other: "Site") -> bool:
        """Whether both are, in part, the same sound."""
        mine, theirs = self.stretch, other.stretch
        return mine.start_s < theirs.end_s and theirs.start_s < mine.end_s


@dataclass(frozen=True)
class Found:
    """A filled pause, and how many words come before it."""

    place: int
    word: Word


def unheard(
    words: list[Word], found: Evidence, likely: Likely, understood: bool
) -> list[Found]:
    """Filled pauses in the gaps between words, none of them written by Whisper."""
    sites: list[Site] = []
    for place in range(len(words) + 1):
        alone = [
            stretch
            for stretch in _between(words, place, found)
            if _convincing(stretch, found)
        ]
        leaning = None if alone else _leaning(words, place, found)
        sites += [Site(place, stretch, True) for stretch in alone]
        # In a piece that was not understood only as long a vowel as if alone counts.
        if leaning and (understood or leaning.vowel_s >= found.settings.alone_steady_s):
            sites += [Site(place, leaning, False)]
    sites = _likeliest(sites, found.settings)
    return _supported(words, sites, found, likely, understood)


def foresee(found: Evidence) -> None:
    """Track the pitch ahead if some sound may be convincing by itself, as `unheard`
    will ask for it then. (Which sounds lie between words is not known yet.)"""
    if any(
        _steady(stretch, found) or stands_apart(stretch, found)
        for stretch in found.runs(0.0, found.duration_s)
    ):
        _ = found.pitch_hz


def _likeliest(sites: list[Site], settings: Fillers) -> list[Site]:
    """Those with most vowel, in order: asking about each takes time."""
    ranked = sorted(sites, key=lambda site: (not site.alone, -site.stretch.vowel_s))
    kept = [
        site
        for rank, site in enumerate(ranked)
        if rank < (settings.sites_most if site.alone else settings.leaning_most)
    ]
    return sorted(kept, key=lambda site: (site.place, site.stretch.start_s))


def _between(words: list[Word], place: int, found: Evidence) -> list[Stretch]:
    """Stretches that touch neither neighbour."""
    start_s = _end(words[place - 1]) if place else 0.0
    end_s = _start(words[place]) if place < len(words) else found.duration_s
    if end_s - start_s < found.settings.alone_steady_s:
        return []
    return [
        stretch
        for stretch in found.runs(start_s, end_s)
        if stretch.start_s > start_s + 0.03 and stretch.end_s < end_s - 0.01
    ]


def _convincing(stretch: Stretch, found: Evidence) -> bool:
    if not _steady(stretch, found):
        return closing(stretch, found)
    return _one_note(stretch, found, found.settings.alone_pitch_spread_st)


def _steady(stretch: Stretch, found: Evidence) -> bool:
    settings = found.settings
    return (
        settings.alone_steady_s <= stretch.vowel_s
        and stretch.duration_s <= settings.alone_longest_s
        and stretch.vowel_s >= settings.alone_share * stretch.duration_s
    )


def _one_note(stretch: Stretch, found: Evidence, spread_most_st: float) -> bool:
    settings = found.settings
    voiced, pitch_spread_st = found.voicing(stretch)
    # A hoarse voice has no pitch in its words either; then more is asked.
    hoarse = (
        found.voiced < settings.hoarse_voiced
        and stretch.vowel_s >= settings.hoarse_steady_s
    )
    flat = pitch_spread_st <= spread_most_st
    return flat and (voiced >= settings.alone_voiced or hoarse)


def _leaning(words: list[Word], place: int, found: Evidence) -> Stretch | None:
    """The steadiest vowel that the two words around a place can spare, if any.

    None after the last: words are drawn out before a pause, and no next word is there
    to speak against it.
    """
    beside = words[max(0, place - 1) : place + 1]
    if place == len(words) or any(word.kind == "filled_pause" for word in beside):
        return None
    settings = found.settings
    start_s, end_s = room(words, place, found)

    def worth(run: Stretch) -> float:
        return run.vowel_s + settings.whole_worth_s * _whole(run, start_s, end_s)

    fitting = [
        run
        for run in found.runs(start_s, end_s)
        if run.duration_s <= settings.alone_longest_s
        and run.vowel_s
        >= (
            settings.steady_least_s
            if _whole(run, start_s, end_s)
            else settings.vowel_least_s
        )
    ]
    return max(fitting, key=worth, default=None)


def room(words: list[Word], place: int, found: Evidence) -> tuple[float, float]:
    """(from, to) in s: what the words around a place can spare.

    A filled pause spares nothing: it lies where its sound is.
    """
    return _room_from(words, place, found), _room_to(words, place, found)


def _room_from(words: list[Word], place: int, found: Evidence) -> float:
    if not place:
        return 0.0
    before = words[place - 1]
    if before.kind == "filled_pause":
        return _end(before)
    sounded_s = _start(before) + usual_s(before.text)
    return min(_end(before) - found.settings.late_s, sounded_s)


def _room_to(words: list[Word], place: int, found: Evidence) -> float:
    settings, after = found.settings, words[place]
    if after.kind == "filled_pause":
        return _start(after)
    end_s = max(_start(after) + settings.late_s, _end(after) - usual_s(after.text))
    spoken = [word.text for word in words[:place] if word.kind == "word"]
    if opens(spoken, len(spoken)) and place + 1 < len(words):
        # The aligner begins a sentence at its first sound, be that a filled pause.
        next_s = _start(words[place + 1]) - settings.word_silence_s
        end_s = next_s if next_s > _end(after) else end_s
    return end_s


def _whole(run: Stretch, start_s: float, end_s: float) -> bool:
    # What a border cuts is the end of one word, or the beginning of the other.
    return run.start_s > start_s + 0.01 and run.end_s < end_s - 0.01


def _supported(
    words: list[Word],
    sites: list[Site],
    found: Evidence,
    likely: Likely,
    understood: bool,
) -> list[Found]:
    """Those of the sites that the decoder bears out, in order."""
    # Filled pauses among the words would make more of them likely everywhere.
    spoken = [word.text for word in words if word.kind == "word"]
    before = [0, *accumulate(word.kind == "word" for word in words)]
    ratios = likely(
        spoken,
        [
            Asked(before[site.place], *_limits(site, found.settings, understood))
            for site in sites
        ],
    )
    kept: list[Site] = []
    for ratio, site in sorted(
        zip(ratios, sites, strict=True), key=lambda pair: -pair[0]
    ):
        enough = _is_enough(site, ratio, found, understood)
        # Two places may share one sound: the likelier has it.
        if enough and not any(site.overlaps(other) for other in kept):
            kept.append(site)
    kept.sort(key=lambda site: (site.place, site.stretch.start_s))
    return [Found(site.place, _word(site)) for site in kept]


def _is_enough(site: Site, ratio: float, found: Evidence, understood: bool) -> bool:
    """Whether sound and decoder together make a filled pause."""
    least, enough = _limits(site, found.settings, understood)
    if ratio < least or ratio >= enough:
        return ratio >= least
    # Against even odds the decoder may be wrong: a word drawn out moves its pitch.
    return _one_note(site.stretch, found, found.settings.leaning_pitch_spread_st)


def _limits(site: Site, settings: Fillers, understood: bool) -> tuple[float, float]:
    """(the ratio that a site needs, that from which on its pitch does not matter)."""
    even = settings.ratio_even
    if site.alone:
        # Nonsense with one filler is nonsense with another: only one is tried.
        return settings.ratio_least_alone, -math.inf
    if not understood:
        return settings.ratio_least_doubtful, even
    long = site.stretch.vowel_s >= settings.vowel_least_s
    return (settings.ratio_least if long else even), even


def _word(site: Site) -> Word:
    where = "between two words" if site.alone else "where the decoder finds one likely"
    return written_down(site.stretch, where)


def written_down(stretch: Stretch, where: str) -> Word:
    """A stretch of sound as a filled pause that no pass wrote."""
    return Word(
        text="um" if stretch.ends_closed else "uh",
        start_s=round(stretch.start_s, 3),
        end_s=round(stretch.end_s, 3),
        probability=0.5,
        kind="filled_pause",
        certainty="probable",
        why=f"a steady voiced sound of {stretch.duration_s:.2f} s {where}",
    )


def _start(word: Word) -> float:
    return word.start_s or 0.0


def _end(word: Word) -> float:
    return word.end_s or 0.0
