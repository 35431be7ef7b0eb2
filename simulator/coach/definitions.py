"""What each measure is, in one plain sentence.

A measure that is not in this table is shown all the same, with the note it brings.
"""

DEFINITIONS = {
    "speech_rate": "Words without fillers, over the time from the first word to the "
    "last, pauses included.",
    "articulation_rate": "Syllables a second while sound is coming, pauses left out.",
    "mean_length_of_run": "How many words you say, on average, between two pauses.",
    "pace_variation": "How much the pace rises and falls around your own average.",
    "filled_pause_rate": "Sounds like um or uh, for each minute of speech.",
    "discourse_marker_rate": "Words such as like or you know where they carry no "
    "meaning, for each minute of speech.",
    "mid_clause_pause_rate": "Silences inside a thought, in each hundred words.",
    "longest_pause": "The longest silence inside the answer.",
    "pause_share": "How much of the answer is silence.",
    "response_latency": "From the end of the question to your first word.",
    "answer_length": "From your first word to your last.",
    "answer_words": "Words said that mean something.",
    "pitch_variation": "How far your voice moves up and down around its middle.",
    "pitch_range": "The distance between your usual low and your usual high notes.",
    "fading_share": "Sentences whose last words are much softer than their first.",
    "hedge_rate": "Words that soften, such as maybe or I think.",
    "absolute_rate": "Words that allow no exception, such as always or nobody.",
    "emphasis_rate": "Words that underline, such as really or just.",
    "repeated_words": "Uncommon words you used strikingly often.",
    "repeated_phrases": "Groups of words you used three times or more.",
    "same_opener_share": "Sentences that begin with your commonest first word.",
    "sentence_length": "Words in a sentence: half are shorter, half are longer.",
    "unique_word_share": "How many words in a stretch of talk are different ones.",
    "unexplained_acronyms": "Abbreviations that were not spelled out.",
    "names_given": "Different people, places, firms or things you called by name.",
    "times_given": "How often you said when something was.",
    "numbers_given": "Numbers you gave, in figures or in words.",
}


def definition(name: str) -> str:
    """The plain sentence, or "" for a measure this table does not know."""
    return DEFINITIONS.get(name, "")
