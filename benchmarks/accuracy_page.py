"""The tables of docs/accuracy.md, one section a model and a part."""

from collections.abc import Mapping
from pathlib import Path

from . import scoring
from .scoring import Hits
from .tally import Tally

SYSTEMS = ("ours", "plain", "prompted")
TITLES = {
    "ours": "this product",
    "plain": "plain faster-whisper",
    "prompted": "prompted, voice filter",
}
HEAD = """# Accuracy on human speech

Written by `python -m benchmarks.accuracy`; same recordings, same model, one run for
the three systems of each table. 95 % intervals: of precision, recall, F1 and words the
wider of a bootstrap over recordings and the exact one of the events (Clopper-Pearson;
of words Poisson), of false ones a minute the exact Poisson one; "-" where there was
nothing to find or nothing was found. Mixes of one recording with several noises are
one draw. Filled pauses are um, uh, er, erm, eh and their like, counted where they are
sure or probable; "mm" and "hmm" are left out on both sides. The thresholds were chosen
on these recordings: what they are worth elsewhere, only other recordings can tell.
Rounding alone moves the counts: with numpy on one thread instead of two, base found 20
of 24 filled pauses where it finds 22 (none false) and wrote 97 words of the meetings
wrong instead of 95; tiny.en found 19 both times, with 3 false instead of 2.
"""


def section(scores: Mapping[str, Tally], title: str, more: list[str]) -> list[str]:
    """All tables of one run."""
    ours = scores["ours"]
    low, high = ours.leaving_one_out()
    lines = [f"## {title}", "", *_overall(scores), ""]
    for other in scores:
        if other != "ours":
            ahead = scoring.advantage(ours.all_hits, scores[other].all_hits)
            lines.append(f"F1 above {TITLES[other]}: {ahead} (paired).")
    lines.append(f"F1 with any one recording left out: {low:.2f} to {high:.2f}.")
    return [*lines, *more, "", *_fillers(scores), "", *_words(scores), ""]


def _overall(scores: Mapping[str, Tally]) -> list[str]:
    lines = [
        "| | precision | recall | F1 | false, a minute without any "
        "| words in silence and noise | time, to plain |",
        "|---|---|---|---|---|---|---|",
    ]
    for system, score in scores.items():
        ratio = "-"
        if "plain" in scores and scores["plain"].took_s:
            ratio = f"{score.took_s / scores['plain'].took_s:.2f}"
        lines.append(
            f"| {TITLES[system]} "
            f"| {scoring.rate(scoring.precision, score.all_hits)} "
            f"| {scoring.rate(scoring.recall, score.all_hits)} "
            f"| {scoring.rate(scoring.f1, score.all_hits)} "
            f"| {score.false_a_minute_without} | {score.words_in_silence} | {ratio} |"
        )
    return lines


def _fillers(scores: Mapping[str, Tally]) -> list[str]:
    ours = scores["ours"]
    there = {g: scoring.total(ours.hits_of(g)) for g in sorted(ours.groups)}
    some = [group for group, hits in there.items() if hits.hit + hits.missed]
    lines = [
        "Filled pauses by group:",
        "",
        "| group | there | | found | false | precision | recall | F1 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for group in some:
        for system, score in scores.items():
            of = there[group]
            head = f"| {group} | {of.hit + of.missed} | {TITLES[system]} "
            lines.append(head + _found(score.hits_of(group)))
    lines += [
        "",
        "False filled pauses a minute in the groups without any:",
        "",
        "| group | minutes | " + " | ".join(TITLES[s] for s in scores) + " |",
        "|---|---|" + "---|" * len(scores),
    ]
    for group in sorted(set(there) - set(some)):
        minutes = sum(ours.minutes[file] for file in ours.groups[group])
        rates = " | ".join(
            str(score.false_a_minute(group)) for score in scores.values()
        )
        lines.append(f"| {group} | {minutes:.1f} | {rates} |")
    return lines


def _found(hits: list[Hits]) -> str:
    of = scoring.total(hits)
    precision = recall = f1 = "-"
    if of.hit + of.false:
        precision = str(scoring.rate(scoring.precision, hits))
        f1 = str(scoring.rate(scoring.f1, hits))
    if of.hit + of.missed:
        recall = str(scoring.rate(scoring.recall, hits))
    return f"| {of.hit} | {of.false} | {precision} | {recall} | {f1} |"


def _words(scores: Mapping[str, Tally]) -> list[str]:
    lines = [
        "Word error rate without fillers:",
        "",
        "| group | words | " + " | ".join(TITLES[s] for s in scores) + " |",
        "|---|---|" + "---|" * len(scores),
    ]
    ours = scores["ours"]
    for group in sorted(ours.groups):
        rates = " | ".join(_rate(score, group) for score in scores.values())
        lines.append(f"| {group} | {ours.count(group)} | {rates} |")
    return lines


def _rate(score: Tally, group: str) -> str:
    rate = score.wer(group)
    return f"{rate.value:.3f} ({rate.low:.3f} to {rate.high:.3f})"


def write(document: Path, lines: list[str]) -> None:
    """Put a section in its place in the document; the others stay as they are."""
    title = lines[0]
    kept = document.read_text("utf-8").split("\n## ") if document.is_file() else []
    sections = {f"## {text.splitlines()[0]}": text for text in kept[1:]}
    sections[title] = "\n".join(lines)[3:].strip() + "\n"
    document.parent.mkdir(exist_ok=True)
    body = "\n## ".join([HEAD, *(sections[name] for name in sorted(sections))])
    document.write_text(body, "utf-8")
