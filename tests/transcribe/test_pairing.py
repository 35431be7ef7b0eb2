"""Which words of two decodings are taken for one word."""

from hypothesis import given
from hypothesis import strategies as st
from made_passes import Said, decoding

from simulator.transcribe.heard import HeardWord
from simulator.transcribe.merging import merge
from simulator.transcribe.pairing import changes

SO_YEAH = (("So", 0.6, 0.7), ("yeah.", 0.7, 1.1))
THE_ONE = (("That's", 2.2, 2.6), ("the", 2.6, 2.7), ("one.", 2.7, 3.2))


def both_have(ours: tuple[Said, ...], theirs: tuple[Said, ...]) -> list[HeardWord]:
    heard = decoding(*ours).words, decoding(*theirs).words
    return [
        word
        for tag, _, _, k, n in changes(*heard)
        if tag == "equal"
        for word in heard[1][k:n]
    ]


def test_a_word_that_was_written_twice_is_the_one_at_its_time() -> None:
    """The second "yeah" is an "uh" that was written so: it does not move the first."""
    twice = (*SO_YEAH, ("Yeah.", 1.4, 1.9), *THE_ONE)
    words = both_have((*SO_YEAH, *THE_ONE), twice)

    assert [word.start_s for word in words] == [0.6, 0.7, 2.2, 2.6, 2.7]


def test_the_last_of_two_is_meant_where_it_is_nearer() -> None:
    """The same the other way round: the extra word may stand in front."""
    late = (("Yeah.", 1.4, 1.9), *THE_ONE)
    words = both_have(late, (("Yeah.", 0.7, 1.1), *late))

    assert [word.start_s for word in words] == [1.4, 2.2, 2.6, 2.7]


def test_a_sentence_that_was_written_twice_has_its_first_times() -> None:
    """However many words repeat, and with nothing that both have in front of them."""
    again = tuple((text, start + 3, end + 3) for text, start, end in THE_ONE)
    more = (("I", 6.5, 6.6), ("think.", 6.6, 7.0))
    words = both_have((*THE_ONE, *more), (*THE_ONE, *again, *more))

    assert [word.start_s for word in words] == [2.2, 2.6, 2.7, 6.5, 6.6]


def test_a_repeat_that_only_the_clean_pass_has_keeps_its_own_time() -> None:
    """Both are kept, each where it was heard."""
    once = (("yeah.", 1.4, 1.9), *THE_ONE)
    merged = merge(
        decoding(("Yeah,", 0.7, 1.1), *once), decoding(("Yeah.", 0.7, 1.1), *THE_ONE)
    )

    assert [one.word.start_s for one in merged] == [0.7, 1.4, 2.2, 2.6, 2.7]
    assert [one.both for one in merged] == [True, False, True, True, True]


def test_a_word_that_was_aligned_over_a_filled_pause_is_the_one_behind_it() -> None:
    """ "the, um, the" here, one "the" over most of it there: it ends with the last."""
    words = both_have(
        (("and", 0.0, 0.5), ("the", 0.5, 1.0), ("scales", 1.0, 1.4)),
        (
            *(("and", 0.0, 0.2), ("the,", 0.2, 0.4), ("um,", 0.4, 0.76)),
            *(("the", 0.98, 1.06), ("scales", 1.06, 1.4)),
        ),
    )

    assert [word.start_s for word in words] == [0.0, 0.98, 1.06]


def test_a_difference_within_the_aligners_error_moves_nothing() -> None:
    """Of two that are equally far from it, letters decide as ever."""
    twice = (("thanks.", 1.0, 1.2), ("thanks.", 1.55, 1.55))

    assert both_have((("thanks.", 1.3, 1.5),), twice)[0].start_s == 1.0


heard = st.lists(
    st.tuples(st.sampled_from(["a", "b", "um"]), st.floats(0.05, 1.0)), max_size=9
)


@given(heard, heard)
def test_no_word_is_lost_or_doubled(
    ours: list[tuple[str, float]], theirs: list[tuple[str, float]]
) -> None:
    """Whatever was heard, the account covers both decodings once and in order."""
    a, b = _placed(ours), _placed(theirs)
    done = (0, 0)
    for tag, i, j, k, n in changes(a, b):
        assert (i, k) == done
        assert i <= j
        assert k <= n
        if tag == "equal":
            assert [w.plain for w in a[i:j]] == [w.plain for w in b[k:n]]
        done = (j, n)
    assert done == (len(a), len(b))


def _placed(words: list[tuple[str, float]]) -> tuple[HeardWord, ...]:
    said, at = [], 0.0
    for text, lasts_s in words:
        said.append((text, at, at + lasts_s))
        at += lasts_s
    return decoding(*said).words
