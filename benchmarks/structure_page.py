"""Writes the figures of the last run into docs/structure.md, between two marks.

What is said there about first looks is written by hand and stays.
"""

from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs/structure.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
SETS = {
    "built_on": "older, built on",
    "strangers": "strangers', built on",
    "set_aside": "newcomers', set aside",
}
ELEMENTS = ("situation", "task", "action", "result", "all")


def write(figures: Mapping[str, float]) -> None:
    """Replace the block; sets and parts not measured in this run are left out."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    lines = [*_accuracy(figures), "", *_elements(figures), "", *_others(figures)]
    block = "\n".join(lines).strip()
    PAGE.write_text(f"{before}{BEGIN}\n{block}\n{END}{after}", encoding="utf-8")


def _accuracy(figures: Mapping[str, float]) -> list[str]:
    sets = {key: name for key, name in SETS.items() if f"{key}_accuracy" in figures}
    rows = {
        "this judge": "accuracy",
        "the same without punctuation": "unpunctuated_accuracy",
        "marker words, as keyword graders use": "markers_accuracy",
        "the question's kind guessed, as `analyze` does": "guessed_accuracy",
        '"always present"': "always_accuracy",
        "kind of answer": "kind_accuracy",
    }
    head = " | ".join(f"{n} ({figures[f'{k}_answers']:.0f})" for k, n in sets.items())
    return [
        f"| accuracy over the four elements | {head} |",
        "|---|" + "---|" * len(sets),
        *(
            f"| {title} | "
            + " | ".join(f"{figures[f'{key}_{name}']:.2f}" for key in sets)
            + " |"
            for title, name in rows.items()
        ),
    ]


def _elements(figures: Mapping[str, float]) -> list[str]:
    if "set_aside_accuracy" not in figures:
        return []
    lines = [
        "| newcomers', set aside | precision | recall | accuracy (95 %, Wilson) |",
        "|---|---|---|---|",
    ]
    for element in ELEMENTS:
        key = f"set_aside_{element}"
        low, high = figures[f"{key}_low"], figures[f"{key}_high"]
        lines.append(
            f"| {element} | {figures[f'{key}_precision']:.2f}"
            f" | {figures[f'{key}_recall']:.2f}"
            f" | {figures[f'{key}_accuracy']:.2f} ({low:.2f}-{high:.2f}) |"
        )
    return lines


def _others(figures: Mapping[str, float]) -> list[str]:
    lines = [
        "- Follow-up questions:"
        f" {100 * figures[f'{key}_probes_asking_again_share']:.1f} %"
        f" of {figures[f'{key}_probes']:.0f} ask for something already said ({name})."
        for key, name in SETS.items()
        if f"{key}_probes" in figures
    ]
    lines += [
        "- The gap said aloud:"
        f" {100 * figures[f'{key}_remarks_denying_share']:.1f} % of"
        f" {figures[f'{key}_remarks']:.0f} that deny a part deny what was said;"
        f" {figures[f'{key}_remarks_unsure']:.0f} more are not sure ({name})."
        for key, name in SETS.items()
        if f"{key}_remarks" in figures
    ]
    for key, name in (
        ("strangers", "strangers' and newcomers' answers"),
        ("older", "older answers"),
    ):
        kappas = ", ".join(
            f"{e} {figures[f'kappa_{key}_{e}']:.2f}" for e in ELEMENTS[:4]
        )
        lines.append(
            f"- Cohen's kappa of the two labellers, {name}"
            f" ({figures[f'{key}_labelled_twice']:.0f}): {kappas}."
        )
    lines.append(
        f"- Nonsense: {100 * figures['nonsense_assessable_share']:.1f} % of 240 pieces"
        f" called an answer, {100 * figures['nonsense_with_element_share']:.1f} % with"
        " an element."
    )
    if "spoken_loss_points" in figures:
        lines.append(
            f"- Spoken: {figures['spoken_answers']:.0f} building answers,"
            f" {figures['spoken_text_accuracy']:.3f} on their text,"
            f" {figures['spoken_whisper_accuracy']:.3f} on Whisper's (base): lost"
            f" {figures['spoken_loss_points']:.1f} points."
        )
    lines.append(
        f"- Time: {figures['judge_300_words_ms']:.0f} ms for 300 words;"
        f" eight times the words take {figures['judge_2400_over_300_words']:.1f} times"
        " as long."
    )
    return lines
