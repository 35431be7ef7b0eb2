"""What telling Whisper the words of a job gains, and what it costs.

Gain: four made-up jobs with ten terms each; forty sentences that speak them, in two
synthetic voices; how many terms are spelled right with and without the bias, and how
many of those heard only with it are marked as uncertain. Cost: thirty minutes of speech
that holds none of the terms, human where there are recordings (MOCK_INTERVIEW_SPEECH)
and made for the rest, with all forty terms expected; how often a term is written that
nobody said, and what becomes of the other words.

Writes docs/terms.md. The voices are synthetic: people mumble terms that they use daily.
"""

import argparse
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr

from benchmarks import scoring, speech
from simulator.ask.synthesis import render
from simulator.measure import sounding
from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript
from simulator.sound import decode
from simulator.transcribe import open_transcriber

PAGE = Path(__file__).resolve().parents[1] / "docs/terms.md"
VOICES = ("neural", "espeak")
MINUTES = 30.0

JOBS: dict[str, tuple[tuple[str, str], ...]] = {
    "platform engineer at Quantelo": (
        ("Kubernetes", "I moved our services to Kubernetes in the spring."),
        ("Terraform", "We described every server in Terraform."),
        ("PostgreSQL", "The orders were kept in PostgreSQL."),
        ("Grafana", "I drew the alarms in Grafana."),
        ("Redis", "We put the sessions into Redis."),
        ("Ansible", "I wrote the first Ansible playbook there."),
        ("Kafka", "Every event went through Kafka."),
        ("GraphQL", "The mobile app asked for data by GraphQL."),
        ("nginx", "I changed the timeouts in nginx."),
        ("Quantelo", "I have read what Quantelo does for small banks."),
    ),
    "ward nurse at Lindgrove Clinic": (
        ("MediTrack", "We noted every dose in MediTrack."),
        ("cannulation", "I was trained in cannulation last year."),
        ("sepsis", "I noticed early signs of sepsis in a patient."),
        ("triage", "I worked in triage for six months."),
        ("Waterlow", "We did a Waterlow score for each patient."),
        ("heparin", "The patient was given heparin by mistake."),
        ("phlebotomy", "I taught phlebotomy to two students."),
        ("catheter", "I changed the catheter twice a week."),
        ("dysphagia", "She had dysphagia after her stroke."),
        ("Lindgrove", "What I like about Lindgrove is its size."),
    ),
    "finance analyst at Norvane": (
        ("EBITDA", "I explained our EBITDA to the board."),
        ("accruals", "I posted the accruals at the end of each month."),
        ("IFRS", "We moved our reports to IFRS."),
        ("Xero", "The invoices were kept in Xero."),
        ("Tableau", "I built the first dashboard in Tableau."),
        ("amortisation", "I checked the amortisation of the software."),
        ("hedging", "I prepared the figures for hedging."),
        ("payroll", "I ran payroll for eighty people."),
        ("reconciliation", "I finished the reconciliation in two days."),
        ("Norvane", "I think that Norvane asks the right questions."),
    ),
    "biology teacher at Ashcombe School": (
        ("Moodle", "I put all the tasks into Moodle."),
        ("SENCO", "I spoke with the SENCO every week."),
        ("phonics", "I took over phonics for the youngest."),
        ("safeguarding", "I led the training on safeguarding."),
        ("Kahoot", "We closed each lesson with Kahoot."),
        ("mitosis", "I taught mitosis with wool and paper."),
        ("dyslexia", "Three of my pupils had dyslexia."),
        ("Ofsted", "We prepared for Ofsted for a month."),
        ("scaffolding", "My lessons were built on scaffolding."),
        ("Ashcombe", "I would like to teach at Ashcombe."),
    ),
}

PLAIN = (
    "When I began at the shop nobody kept a list of what was sold out. I asked the "
    "others what they missed most. Then I wrote a list and hung it beside the door.",
    "My sister and I ran a stall at the summer market. It rained for three weekends. "
    "We moved the tables under a roof and asked the baker to stand next to us.",
    "I had to tell a customer that his order was lost. He was angry, and I understood "
    "him. I called the driver, found the box, and took it to his house after work.",
    "The first thing that I do in the morning is to look at what went wrong at night. "
    "I write it down, and I talk with the person who was there.",
)


@dataclass(frozen=True)
class Said:
    """One spoken sentence."""

    job: str
    term: str
    sound: Samples


def made(text: str, voice: str) -> Samples:
    """A sentence in a synthetic voice, at 16 kHz, with silence around it."""
    samples, rate_hz = render(text, voice=voice)
    level = soxr.resample(samples, rate_hz, SAMPLE_RATE_HZ)
    edge = np.zeros(SAMPLE_RATE_HZ // 2, np.float32)
    return np.concatenate([edge, level.astype(np.float32), edge])


def sentences() -> Iterator[Said]:
    """All terms, each said by each voice."""
    for voice in VOICES:
        for job, rows in JOBS.items():
            for term, text in rows:
                yield Said(job, term, made(text, voice))


def terms_of(job: str) -> tuple[str, ...]:
    """The terms of a job, as its posting would give them."""
    return tuple(term for term, _ in JOBS[job])


def every_term() -> tuple[str, ...]:
    """All forty: as many as a long posting with notes and a CV may give."""
    return tuple(term for job in JOBS for term in terms_of(job))


def heard(term: str, transcript: Transcript) -> tuple[bool, bool]:
    """(whether the term is spelled right, whether without a doubt)."""
    found = [w for w in transcript.words if _plain(w.text) == _plain(term)]
    return bool(found), any(not w.doubtful for w in found)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", re.sub(r"['’]s$", "", text.strip(".,?!").lower()))


def told_apart(term: str, transcript: Transcript) -> bool:
    """Whether coverage would know the term where it is not spelled right."""
    words = transcript.words
    return sounding.spelled(term, words) is not None or (
        sounding.alike(term, words) is not None
    )


def without_terms() -> Iterator[tuple[str, Samples]]:
    """At least half an hour of speech that holds no term: (words said, sound)."""
    known = {_plain(t) for job in JOBS for t in terms_of(job)}
    total_s = 0.0
    try:
        place = speech.folder()
        rows = speech.recordings(place)
    except SystemExit as missing:
        print(missing)
        rows = []
    for row in rows:
        if not row.text or {_plain(w) for w in row.text.split()} & known:
            continue
        sound = decode.read(place / row.file)
        total_s += len(sound) / SAMPLE_RATE_HZ
        yield row.text, sound
    plain = [(text, made(text, voice)) for text in PLAIN for voice in VOICES]
    while total_s < MINUTES * 60:
        for text, sound in plain:
            total_s += len(sound) / SAMPLE_RATE_HZ
            yield text, sound


def gain(model: str) -> dict[str, float]:
    """How the terms are spelled, without and with the bias."""
    spoken = list(sentences())
    spoken.sort(key=lambda s: list(JOBS).index(s.job))
    plain = open_transcriber(model)
    before = [heard(s.term, plain.transcribe(s.sound)) for s in spoken]
    after: list[tuple[bool, bool]] = []
    alike = 0
    for job in JOBS:
        biased = open_transcriber(model, terms=terms_of(job))
        for one in (s for s in spoken if s.job == job):
            found = biased.transcribe(one.sound)
            after.append(heard(one.term, found))
            alike += not after[-1][0] and told_apart(one.term, found)
    all_of_them = open_transcriber(model, terms=every_term())
    with_all = [heard(s.term, all_of_them.transcribe(s.sound))[0] for s in spoken]
    only = [
        now for was, now in zip(before, after, strict=True) if now[0] and not was[0]
    ]
    return {
        "terms_spoken": len(spoken),
        "right_without_bias": sum(right for right, _ in before),
        "right_with_bias": sum(right for right, _ in after),
        "right_with_all_forty_expected": sum(with_all),
        "not_right_with_bias_but_known_by_sound": alike,
        "only_with_bias": len(only),
        "only_with_bias_marked_uncertain": sum(not sure for _, sure in only),
    }


def cost(model: str, most_minutes: float = math.inf) -> dict[str, float]:
    """Terms written where nobody said them, and what becomes of the other words.

    Args:
        model: its name.
        most_minutes: of speech to look at, for a shorter run.
    """
    sounds, total_s = [], 0.0
    for text, sound in without_terms():
        if total_s < most_minutes * 60:
            sounds.append((text, sound))
            total_s += len(sound) / SAMPLE_RATE_HZ
    expecting = open_transcriber(model, terms=every_term())
    plain = open_transcriber(model)
    known = {_plain(t) for t in every_term()}
    inserted = sure = 0
    texts: list[tuple[str, str, str]] = []
    for text, sound in sounds:
        found = expecting.transcribe(sound)
        wrong = [w for w in found.words if _plain(w.text) in known]
        inserted += len(wrong)
        sure += sum(not w.doubtful for w in wrong)
        for word in wrong:
            print(f"inserted {word.text!r} (doubtful: {word.doubtful}) in: {text}")
        texts.append((text, plain.transcribe(sound).text, found.text))
    said = [text for text, _, _ in texts]
    return {
        "minutes_without_terms": round(total_s / 60, 1),
        "terms_inserted": inserted,
        "terms_inserted_without_doubt": sure,
        "word_errors_without_bias": _errors(said, [t for _, t, _ in texts]),
        "word_errors_with_bias": _errors(said, [t for _, _, t in texts]),
    }


def _errors(said: list[str], found: list[str]) -> float:
    """Share of the words written wrong, of all recordings together."""
    pairs = [
        (scoring.spoken(one), scoring.spoken(other))
        for one, other in zip(said, found, strict=True)
    ]
    wrong = sum(scoring.errors(one, other) for one, other in pairs)
    return round(wrong / max(1, sum(len(one) for one, _ in pairs)), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="*", default=["tiny.en", "base"])
    parser.add_argument("--minutes", type=float, default=math.inf)
    given = parser.parse_args()
    models = given.models
    by_model: dict[str, dict[str, float]] = {model: gain(model) for model in models}
    print(_table(by_model), flush=True)
    for model in reversed(models):
        by_model[model] |= cost(model, given.minutes)
    print(_table(by_model))
    figures = {
        f"{m}_{n}": value for m, found in by_model.items() for n, value in found.items()
    }
    targets = {key: ["<=", 0] for key in figures if key.endswith("terms_inserted")}
    met = all(figures[key] <= most for key, (_, most) in targets.items())
    result = {"benchmark": "terms", "figures": figures, "targets": targets, "met": met}
    _write(figures)
    print(json.dumps(result))


def _table(by_model: dict[str, dict[str, float]]) -> str:
    lines = ["| | " + " | ".join(by_model) + " |", "|---|" + "---:|" * len(by_model)]
    for name in next(iter(by_model.values())):
        row = " | ".join(f"{found[name]:g}" for found in by_model.values())
        lines.append(f"| {name.replace('_', ' ')} | {row} |")
    return "\n".join(lines)


def _write(figures: dict[str, float]) -> None:
    by_model: dict[str, dict[str, float]] = {}
    for key, value in figures.items():
        model, _, name = key.partition("_")
        by_model.setdefault(model, {})[name] = value
    before, mark, _ = PAGE.read_text(encoding="utf-8").partition("<!-- figures -->")
    PAGE.write_text(f"{before}{mark}\n\n{_table(by_model)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
