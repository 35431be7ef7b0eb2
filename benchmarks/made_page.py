"""docs/made.md."""

from collections.abc import Mapping, Sequence

from benchmarks.counts import Score, score, wilson
from benchmarks.made_scores import FIGURES, Measured, interval
from benchmarks.made_stutters import Told
from benchmarks.marker_uses import Use

CONDITIONS = {
    "clean": "clean",
    "set_aside": "clean, sentences set aside",
    "20_db": "noise at 20 dB",
    "10_db": "noise at 10 dB",
}
ROWS = {
    "pause_f1": ("pauses from 0.25 s found, F1", "at least 0.9"),
    "pause_edge_median_s": ("their edges, median error, s", "at most 0.08"),
    "pause_edges_within_0_2_s": ("edges within 0.2 s", "at least 0.95"),
    "right_places": ("pauses from 0.35 s told inside a clause or after one", ""),
    "speech_rate_error": ("speech rate, median error", "at most 0.03"),
    "speech_rate_error_95": ("speech rate, 95 % stay within", ""),
    "articulation_rate_error": ("articulation rate, median error", "at most 0.05"),
    "articulation_rate_error_95": ("articulation rate, 95 % stay within", ""),
    "latency_error_95_s": ("response latency, 95 % stay within, s", "at most 0.1"),
    "word_edge_median_s": ("words beside silence, median error, s", ""),
    "word_edges_within_0_2_s": ("words beside silence, edges within 0.2 s", ""),
}


def page(
    model: str,
    by_condition: Mapping[str, Sequence[Measured]],
    stutters: Sequence[Told],
    markers: Mapping[str, Sequence[Use]],
) -> list[str]:
    """Its lines."""
    counts = ", ".join(f"{len(t)} {CONDITIONS[c]}" for c, t in by_condition.items())
    return [
        "# On made speech, whose truth is exact",
        "",
        f"`python -m benchmarks.made --model {model}`: talks of about 45 s in two "
        f"paces of the neural voice and five espeak voices ({counts}). Noises are "
        "those recorded in the folder of human speech, or made where there is none. In "
        "brackets 95 % intervals, by bootstrap over talks.",
        "",
        *_talks(by_condition),
        "",
        *_stutters(stutters),
        "",
        *_markers(markers),
    ]


def _talks(by_condition: Mapping[str, Sequence[Measured]]) -> list[str]:
    heads = [CONDITIONS[c] for c in by_condition]
    lines = [f"| | asked | {' | '.join(heads)} |", "|---" * (len(heads) + 2) + "|"]
    for name, (title, asked) in ROWS.items():
        cells = []
        for heard in by_condition.values():
            low, high = interval(FIGURES[name], heard)
            cells.append(f"{FIGURES[name](heard):.3f} ({low:.3f} to {high:.3f})")
        lines.append(f"| {title} | {asked} | {' | '.join(cells)} |")
    return lines


def _stutters(stutters: Sequence[Told]) -> list[str]:
    lines = [
        "Held sounds, silences inside a word, and first parts said again, spliced from "
        "made words. None is a filler (asked: at most 1 in 60). A held sound is told "
        "as a prolongation, a repeated part as a repetition or a cut-off, a silence "
        "inside a word as a pause.",
        "",
        "| | made | counted as a filler | told as what it is |",
        "|---|---|---|---|",
    ]
    for kind in sorted({t.kind for t in stutters}):
        of = [t for t in stutters if t.kind == kind]
        events = sum(t.event for t in of)
        low, high = wilson(events, len(of))
        lines.append(
            f"| {kind} | {len(of)} | {sum(t.fillers > 0 for t in of)} "
            f"| {events / len(of):.2f} ({low:.2f} to {high:.2f}) |"
        )
    wrong = [t for t in stutters if t.fillers]
    return lines + [f"\nCounted: {t.kind}, {t.text}" for t in wrong]


def _markers(markers: Mapping[str, Sequence[Use]]) -> list[str]:
    lines = [
        "Discourse markers by context, on labelled uses (asked: precision at least "
        '0.85, recall at least 0.6). "Set aside" was labelled before any rule saw '
        "it, and no rule was changed after.",
        "",
        "| uses | labelled | precision | recall |",
        "|---|---|---|---|",
    ]
    for name, uses in markers.items():
        found = marker_score(uses)
        precision = wilson(found.tp, found.tp + found.fp)
        recall = wilson(found.tp, found.tp + found.fn)
        lines.append(
            f"| {name} | {len(uses)} "
            f"| {found.precision:.2f} ({precision[0]:.2f} to {precision[1]:.2f}) "
            f"| {found.recall:.2f} ({recall[0]:.2f} to {recall[1]:.2f}) |"
        )
    return lines


def marker_score(uses: Sequence[Use]) -> Score:
    """Counts of markers labelled and counted."""
    return score([(use.marker, use.counted) for use in uses])
