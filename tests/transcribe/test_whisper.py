"""Real weights on real sound: fillers stay, silence stays silent, no sentence is lost.

The sound is the neural voice's, joined from phrases made apart, so that these run
without the human recordings; one test also takes human speech where it is at hand.
Made sound proves the plumbing; how good it is on people is told by
`python -m benchmarks.accuracy`.
"""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from simulator.errors import ModelError
from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript
from simulator.seams import Transcriber
from simulator.sound import decode
from simulator.transcribe import loading, open_transcriber, weights
from simulator.transcribe.engine import Engine
from simulator.transcribe.heard import Asked
from simulator.transcribe.settings import Decoder

pytestmark = pytest.mark.model

SENTENCES = (
    "Last year our newsletter lost a third of its readers.",
    "I asked twenty of them what they wanted to read.",
    "Then I rewrote the opening of every issue.",
    "After three months most of them had come back.",
)


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Transcriber]:
    """tiny.en, loaded once."""
    patch = pytest.MonkeyPatch()
    patch.setenv("MOCK_INTERVIEW_HOME", str(tmp_path_factory.mktemp("home")))
    try:
        yield open_transcriber("tiny.en")
    finally:
        patch.undo()


@pytest.fixture(scope="module")
def voice() -> "Voice":
    """The neural voice; skips where the extra `voice` is not installed."""
    pytest.importorskip("hibari")
    return Voice()


class Voice:
    """Renders phrases and drawn-out vowels, 16 kHz, trimmed."""

    def __init__(self) -> None:
        from hibari import Hibari

        self._voice = Hibari()
        self._made: dict[str, Samples] = {}

    def say(self, text: str) -> Samples:
        if text not in self._made:
            self._made[text] = self._render(text)
        return self._made[text]

    def _render(self, text: str) -> Samples:
        import soxr

        from simulator.ask import synthesis

        samples, rate_hz = synthesis.render(text, voice="neural")
        at_16k = soxr.resample(samples, rate_hz, SAMPLE_RATE_HZ).astype(np.float32)
        loud = np.flatnonzero(np.abs(at_16k) > 0.01)
        return at_16k[loud[0] : loud[-1] + 1]


def room(seconds: float) -> Samples:
    generator = np.random.default_rng(7)
    noise = generator.standard_normal(round(seconds * SAMPLE_RATE_HZ))
    return (3e-4 * noise).astype(np.float32)


def answer(voice: Voice, *parts: str | float) -> Samples:
    return np.concatenate(
        [voice.say(p) if isinstance(p, str) else room(p) for p in parts]
    )


def fillers(transcript: Transcript) -> list[tuple[float, float]]:
    return [
        (word.start_s or 0.0, word.end_s or 0.0)
        for word in transcript.words
        if word.kind == "filled_pause" and word.certainty != "possible"
    ]


def plain(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() or c == " " else " " for c in text.lower())
    number = {"20": "twenty", "3": "three"}
    return [number.get(word, word) for word in kept.split()]


def test_fillers_are_kept(transcriber: Transcriber, voice: Voice) -> None:
    """Two of three spoken "um" at least are found where they are, and nothing else."""
    parts: list[str | float] = [0.5]
    truth = []
    for sentence in SENTENCES[:3]:
        begin_s = len(answer(voice, *parts)) / SAMPLE_RATE_HZ
        parts += ["Ummm.", 0.25, sentence, 0.6]
        truth.append((begin_s, begin_s + len(voice.say("Ummm.")) / SAMPLE_RATE_HZ))
    found = fillers(transcriber.transcribe(answer(voice, *parts)))

    hits = [t for t in truth if any(f[0] < t[1] and t[0] < f[1] for f in found)]
    assert len(hits) >= 2
    assert len(found) <= len(truth)


@pytest.mark.parametrize("kind", ["silence", "hiss", "loud hiss", "hum", "clicks"])
def test_nothing_is_heard_where_nobody_speaks(
    transcriber: Transcriber, kind: str
) -> None:
    """Silence and noises give neither words nor fillers."""
    n = 12 * SAMPLE_RATE_HZ
    t = np.arange(n) / SAMPLE_RATE_HZ
    clicks = np.zeros(n)
    clicks[::4000] = 0.8
    made = {
        "silence": np.zeros(n),
        "hiss": room(12.0),
        "loud hiss": room(12.0) * 300,
        "hum": 0.1 * np.sin(2 * np.pi * 50 * t),
        "clicks": clicks,
    }[kind]

    assert transcriber.transcribe(made.astype(np.float32)).words == ()


def test_the_prompt_loses_no_sentence(transcriber: Transcriber, voice: Voice) -> None:
    """Of four sentences with pauses, one of them of 4 s, no sentence is lost."""
    parts: list[str | float] = [3.0]
    for sentence, pause in zip(SENTENCES, (0.5, 4.0, 0.7, 1.0), strict=True):
        parts += [sentence, pause]
    transcript = transcriber.transcribe(answer(voice, *parts))
    said = plain(transcript.text)

    for sentence in SENTENCES:
        words = plain(sentence)
        assert sum(word in said for word in words) >= 0.7 * len(words), sentence
    assert len(said) <= 1.15 * len(plain(" ".join(SENTENCES)))
    assert fillers(transcript) == []


def test_fast_speech_keeps_its_end(transcriber: Transcriber) -> None:
    """At 300 words a minute every word of a long piece is written."""
    path = Path(__file__).parents[2] / "audio_fixtures" / "pace_fast.flac"
    sound = decode.read(path)
    # Played faster, as a tape would be.
    faster = np.interp(np.arange(0, len(sound), 1.25), np.arange(len(sound)), sound)

    heard = transcriber.transcribe(faster.astype(np.float32))

    assert plain(heard.text)[-3:] == ["guide", "for", "them"]
    assert len(plain(heard.text)) >= 49, "of 51"


def test_streamed_is_whole(transcriber: Transcriber, voice: Voice) -> None:
    """An answer heard live has the very words and times of the recording."""
    samples = answer(voice, 0.7, SENTENCES[0], 0.8, "Uhh.", 0.3, SENTENCES[1], 1.0)
    hearing = transcriber.listen()
    for start in range(0, len(samples), 1234):
        hearing.accept(samples[start : start + 1234])

    assert hearing.finish() == transcriber.transcribe(samples)


def test_pauses_stay_between_words(transcriber: Transcriber, voice: Voice) -> None:
    """Across a pause of 2 s the word before ends and the word after begins at it."""
    first, second = voice.say(SENTENCES[1]), voice.say(SENTENCES[2])
    samples = np.concatenate([room(0.5), first, room(2.0), second, room(0.5)])
    words = transcriber.transcribe(samples).words
    gaps = [
        ((b.start_s or 0.0) - (a.end_s or 0.0), a.end_s, b.start_s)
        for a, b in itertools.pairwise(words)
    ]
    gap_s, end_s, start_s = max(gaps)

    assert gap_s == pytest.approx(2.0, abs=0.2)
    assert end_s == pytest.approx(0.5 + len(first) / SAMPLE_RATE_HZ, abs=0.15)
    assert start_s == pytest.approx(2.5 + len(first) / SAMPLE_RATE_HZ, abs=0.15)


def test_human_fillers(transcriber: Transcriber, speech: Path) -> None:
    """On human speech tiny.en finds most timed filled pauses, and few false ones."""
    from simulator.sound import decode

    manifest = json.loads((speech / "manifest.json").read_text("utf-8"))
    there = found_count = hit = 0
    for row in manifest:
        if not row["file"].startswith("ami/") or not row["filled_pauses"]:
            continue
        found = fillers(transcriber.transcribe(decode.read(speech / row["file"])))
        truth = [(p["start_s"], p["end_s"]) for p in row["filled_pauses"]]
        hit += sum(any(f[0] < t[1] and t[0] < f[1] for f in found) for t in truth)
        there += len(truth)
        found_count += len(found)

    assert hit >= 0.5 * there
    assert found_count - hit <= 3


def test_passes_side_by_side_are_those_of_one_thread() -> None:
    """To the last bit: how many threads decode is not heard in the words."""
    path = Path(__file__).parents[2] / "audio_fixtures" / "fillers_embedded.flac"
    sound = decode.read(path)[: 8 * SAMPLE_RATE_HZ]
    folder = weights.find("tiny.en")
    alone, abreast = (
        Engine(folder, decoder=Decoder(threads=threads)).passes(sound)
        for threads in (1, 2)
    )

    assert (alone.clean, alone.prompted) == (abreast.clean, abreast.prompted)
    texts = [word.text for word in alone.clean.words]
    asked = [Asked(place, least=-100.0) for place in (0, 3, 5)]
    assert alone.likely(texts, asked) == abreast.likely(texts, asked)


def test_a_piece_that_was_prepared_is_decoded_as_if_it_were_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And is not encoded twice; another sound is."""
    path = Path(__file__).parents[2] / "audio_fixtures" / "fillers_embedded.flac"
    sound = decode.read(path)[: 5 * SAMPLE_RATE_HZ]
    engine = Engine(weights.find("tiny.en"))
    usual = engine.passes(sound)
    encoded: list[int] = []
    encode = engine._whole.encode
    monkeypatch.setattr(
        engine._whole, "encode", lambda f: (encoded.append(len(f)), encode(f))[1]
    )

    engine.prepare(sound)
    ahead = engine.passes(sound.copy())
    assert (ahead.clean, ahead.prompted) == (usual.clean, usual.prompted)
    assert len(encoded) == 1

    engine.passes(sound[: 4 * SAMPLE_RATE_HZ])
    assert len(encoded) == 2


def test_large_weights_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both passes then take turns on them, and are what they would be."""
    path = Path(__file__).parents[2] / "audio_fixtures" / "fillers_embedded.flac"
    sound = decode.read(path)[: 4 * SAMPLE_RATE_HZ]
    folder = weights.find("tiny.en")
    usual = Engine(folder)
    assert usual._halves is not usual._whole

    monkeypatch.setattr(loading, "TWICE_MOST_BYTES", 1_000_000)
    large = Engine(folder)

    assert large._halves is large._whole
    assert large.passes(sound).clean == usual.passes(sound).clean


def test_a_language_the_model_does_not_know() -> None:
    """tiny.en asked for French is an error that names a model that can."""
    with pytest.raises(ModelError, match="English only"):
        open_transcriber("tiny.en", language="fr")
