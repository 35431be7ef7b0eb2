"""How often the judge of answer structure is right, on labelled answers.

Prints, for the answers the rules were built on and for those set aside, precision,
recall, F1 and accuracy of each element beside two baselines: "always present", and the
word lists that rule-based graders commonly use. Then the kinds, the parts of other
shapes, the agreement without punctuation, the follow-up questions, the remarks that
are said aloud, the agreement of two labellers, nonsense, and the time for 300 words;
with --spoken also what is lost when the answers are spoken and transcribed.

The answers were written and labelled for this project (benchmarks/labelled.py). They
are not human interviews.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Mapping, Sequence

from benchmarks import structure_page
from benchmarks.agreement import agreement
from benchmarks.counts import Score, score, wilson
from benchmarks.labelled import (
    BUILDING,
    ELEMENTS,
    OLDER,
    SET_ASIDE,
    STRANGERS,
    Labelled,
    elements,
    guessed,
    load,
    structure,
)
from benchmarks.nonsense import battery
from benchmarks.structure_remarks import denials, probes
from benchmarks.structure_spoken import spoken
from simulator.measure import analyse
from simulator.measure.structure.shapes import EXPECTED
from simulator.records import Answer, Question
from simulator.transcribe.typed import transcript_of

MARKERS = {
    "situation": r"\b(?:situation|when i was|at my (?:last|previous)|last year"
    r"|context|background|there was|we were|problem)\b",
    "task": r"\b(?:task|goal|objective|responsible|my (?:job|role)|needed to|had to"
    r"|challenge|assigned)\b",
    "action": r"\b(?:i (?:did|took|made|created|built|developed|implemented|decided"
    r"|worked|led|started)|action|approach|steps?|first)\b",
    "result": r"\b(?:result|outcome|finally|in the end|improved|increased|reduced"
    r"|achieved|success(?:ful(?:ly)?)?|learned|\d+ ?(?:%|percent))\b",
}
"""Stock words, as keyword graders use them; the baseline to beat."""


def unpunctuated(text: str) -> str:
    return re.sub(r"[.,?!;:]+(?=\s|$)", "", text).lower()


def scores(
    answers: Sequence[Labelled], detect: Callable[[Labelled], frozenset[str]]
) -> dict[str, Score]:
    found = [(a, detect(a)) for a in answers]
    rows = {e: score([(e in a.has, e in f) for a, f in found]) for e in ELEMENTS}
    rows["all"] = score([(e in a.has, e in f) for a, f in found for e in ELEMENTS])
    return rows


def ours(answer: Labelled) -> frozenset[str]:
    return elements(structure(answer.text, answer.question, answer.asked))


def bare(answer: Labelled) -> frozenset[str]:
    text = unpunctuated(answer.text)
    return elements(structure(text, answer.question, answer.asked))


def unasked(answer: Labelled) -> frozenset[str]:
    """Found as `analyze --question` finds it, the question's kind guessed."""
    return elements(guessed(answer))


def always(_: Labelled) -> frozenset[str]:
    return frozenset(ELEMENTS)


def marker_words(answer: Labelled) -> frozenset[str]:
    text = answer.text.lower()
    return frozenset(e for e in ELEMENTS if re.search(MARKERS[e], text))


def table(title: str, rows: dict[str, Score]) -> None:
    print(f"\n{title}\n  element     precision  recall   F1    accuracy (95 %)")
    for name, s in rows.items():
        low, high = wilson(s.tp + s.tn, s.tp + s.tn + s.fp + s.fn)
        print(
            f"  {name:<11} {s.precision:8.2f} {s.recall:8.2f} {s.f1:6.2f}"
            f" {s.accuracy:8.2f} ({low:.2f}-{high:.2f})"
        )


def mistakes(answers: Sequence[Labelled]) -> None:
    for a in answers:
        s = structure(a.text, a.question, a.asked)
        found = elements(s)
        extra, lost = sorted(found - a.has), sorted(a.has - found)
        kind = "" if s.kind == a.kind else f" kind {s.kind} (labelled {a.kind})"
        held = frozenset(s.parts)
        if a.parts is not None and held != a.parts:
            kind += f" parts +{sorted(held - a.parts)} -{sorted(a.parts - held)}"
        if extra or lost or kind:
            print(f"  {a.id}: false {extra} lost {lost}{kind}")


def time_ms(words: int) -> float:
    """Median processor time to judge an answer of about that many words."""
    answers = load(BUILDING)
    text = " ".join(a.text for a in answers if a.kind == "story").split()[:words]
    spent = []
    for _ in range(15):
        begin = time.process_time()
        structure(" ".join(text), "Tell me about a time.", "story")
        spent.append((time.process_time() - begin) * 1000)
    return sorted(spent)[len(spent) // 2]


def report(name: str, answers: Sequence[Labelled], verbose: bool) -> dict[str, float]:
    rows = scores(answers, ours)
    table(f"{name}: this judge ({len(answers)} answers)", rows)
    table(f"{name}: the same without punctuation", scores(answers, bare))
    table(f"{name}: always present", scores(answers, always))
    table(f"{name}: marker words", scores(answers, marker_words))
    kinds = [structure(a.text, a.question, a.asked).kind == a.kind for a in answers]
    found = {a.id: structure(a.text, a.question, a.asked) for a in answers}
    # Two questions about oneself were labelled for a shape they no longer ask for.
    shaped = [
        a
        for a in answers
        if a.parts is not None and a.parts <= set(EXPECTED[found[a.id].shape])
    ]
    names = sorted({p for a in shaped for p in a.parts or ()})
    held = {a.id: found[a.id].parts for a in shaped}
    parts = score(
        [(p in (a.parts or ()), p in held[a.id]) for a in shaped for p in names]
    )
    agree = sum(ours(a) == bare(a) for a in answers) / len(answers)
    print(
        f"\n{name}: kind right {sum(kinds)}/{len(kinds)}; parts of other shapes"
        f" precision {parts.precision:.2f}, recall {parts.recall:.2f};"
        f" same elements without punctuation {agree:.2f}"
    )
    if verbose:
        mistakes(answers)
    figures = {
        f"{element}_{measure}": getattr(row, measure)
        for element, row in rows.items()
        for measure in ("accuracy", "precision", "recall")
    }
    for element, row in rows.items():
        right, n = row.tp + row.tn, row.tp + row.tn + row.fp + row.fn
        figures[f"{element}_low"], figures[f"{element}_high"] = wilson(right, n)
    return {
        **figures,
        "answers": float(len(answers)),
        "accuracy": rows["all"].accuracy,
        "f1": rows["all"].f1,
        "unpunctuated_accuracy": scores(answers, bare)["all"].accuracy,
        "guessed_accuracy": scores(answers, unasked)["all"].accuracy,
        "always_accuracy": scores(answers, always)["all"].accuracy,
        "markers_accuracy": scores(answers, marker_words)["all"].accuracy,
        "kind_accuracy": sum(kinds) / len(kinds),
        "parts_precision": parts.precision,
        "parts_recall": parts.recall,
    }


def nonsense() -> dict[str, float]:
    """Shares of generated nonsense in which an element is found, and called an
    answer."""
    rows = battery(random.Random(7))
    asked = Question(
        id="q",
        text="Tell me about a time you solved a problem at work and what happened.",
    )
    bad = [t for t in rows if elements(structure(t, asked.text, "story"))]
    taken = [
        text
        for text in rows
        if analyse(Answer(asked, transcript_of(text), None)).verdict == "assessable"
    ]
    print(f"\nnonsense: an element found in {len(bad)} of {len(rows)}")
    print(f"nonsense: called an answer {len(taken)} of {len(rows)}")
    for text in (*bad[:5], *taken[:5]):
        print("  ", text[:100])
    return {
        "nonsense_with_element_share": len(bad) / len(rows),
        "nonsense_assessable_share": len(taken) / len(rows),
    }


TARGETS: Mapping[str, tuple[str, float]] = {
    "set_aside_accuracy": (">=", 0.85),
    **{
        f"set_aside_{element}_{measure}": (">=", 0.80)
        for element in (*ELEMENTS, "all")
        for measure in ("precision", "recall")
    },
    "set_aside_probes_asking_again_share": ("<=", 0.05),
    "nonsense_with_element_share": ("<=", 0.0),
    "nonsense_assessable_share": ("<=", 0.01),
    "judge_300_words_ms": ("<=", 50.0),
    "spoken_loss_points": ("<=", 5.0),
}
"""What must be shown; a figure that was not measured in this run is not judged."""


def options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--building", action="store_true", help="leave others aside")
    reader.add_argument("--mistakes", action="store_true", help="name each mistake")
    reader.add_argument("--spoken", action="store_true", help="also spoken aloud")
    reader.add_argument("--write", action="store_true", help="into docs/structure.md")
    return reader.parse_args()


def main() -> None:
    asked = options()
    figures: dict[str, float] = {}

    def judged(name: str, files: Sequence[str]) -> None:
        answers = load(files)
        key = name.replace(" ", "_")
        found = report(name, answers, asked.mistakes)
        found |= {**probes(answers), **denials(answers)}
        figures.update({f"{key}_{k}": v for k, v in found.items()})

    judged("built on", OLDER)
    judged("strangers", STRANGERS)
    if not asked.building:
        judged("set aside", SET_ASIDE)
    figures.update(agreement(aside=not asked.building))
    figures.update(nonsense())
    if asked.spoken:
        figures.update(spoken())
    figures["judge_300_words_ms"] = time_ms(300)
    figures["judge_2400_over_300_words"] = time_ms(2400) / figures["judge_300_words_ms"]
    print(f"\n300 words judged in {figures['judge_300_words_ms']:.1f} ms")
    met = all(
        figures[name] >= limit if sign == ">=" else figures[name] <= limit
        for name, (sign, limit) in TARGETS.items()
        if name in figures
    )
    result = {
        "benchmark": "structure",
        "figures": {k: round(v, 3) for k, v in figures.items()},
        "targets": TARGETS,
        "met": met,
    }
    if asked.write:
        structure_page.write(figures)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
