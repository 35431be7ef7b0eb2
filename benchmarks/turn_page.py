"""docs/turns.md and its picture."""

from collections.abc import Mapping, Sequence

from .turn_answers import CONTEXTS, PAUSES_S
from .turn_rules import Judged
from .turn_smart import OnPeople

OURS = "this product"

Made = Mapping[str, Sequence[Judged]]
Found = Mapping[str, Mapping[str, float]]


def page(made: Made, found: Found, model: str, conditions: str) -> list[str]:
    """The page, as lines."""
    shown = [name for name in made if "Smart" not in name]
    return [
        "# Being cut off, and being waited for",
        "",
        "`python -m benchmarks.turns --smart-turn FILE`: 120 made answers, one voice,"
        " each with one long pause inside and 14 s of silence behind its last sentence."
        f" Whisper {model} decodes them as it would live, on a virtual clock; every"
        " rule hears the same sound and the same words. A cut-off is an end decided"
        " inside the answer, whether or not speech came soon enough to re-open it.",
        "",
        *_summary(found),
        "",
        "Of the pauses over 4 s after a full sentence the table counts cut-offs apart:"
        " nothing in sound or words says that more will come. There the answer re-opens"
        " if speech comes within 1.5 s of the decision, and the key for more time or"
        " `--patience 2` holds it open.",
        "",
        "![Each pause as a bar; a filled head shows where a rule cut it](turns.svg)",
        "",
        f"Answers cut off, of four each: {', '.join(shown)}.",
        "",
        *_by_context(made, shown),
        "",
        f"{conditions} The voice is synthetic: it breathes and hesitates less than"
        " people do, so the waits are more to be trusted than the share of cut-offs."
        " The early wait and what counts as fresh words were set with these answers in"
        " view.",
        "",
        *_waits(),
    ]


def _summary(found: Found) -> list[str]:
    rows = [
        "| rule | cut off | pauses up to 3 s | re-opened | over 4 s after a sentence "
        "| median wait at the end, s | 90th percentile, s |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        over = "cut_off_over_4_s_after_a_sentence"
        rows.append(
            f"| {name} | {one['cut_off']} of {one['of']}"
            f" ({100 * one['cut_off_share']:.1f} %) | {one['cut_off_up_to_3_s']}"
            f" | {one['reopened']} | {one[over]} of {one[f'of_{over[8:]}']}"
            f" | {one['wait_p50_s']:.1f} | {one['wait_p90_s']:.1f} |"
        )
    return rows


def _by_context(made: Made, shown: Sequence[str]) -> list[str]:
    lengths = " | ".join(f"{s:g} s" for s in PAUSES_S)
    rows = [f"| pause after | {lengths} |", "|---|" + "---|" * len(PAUSES_S)]
    for context in CONTEXTS:
        cells = [
            " / ".join(str(_cut(made[name], context, s)) for name in shown)
            for s in PAUSES_S
        ]
        rows.append(f"| {context} | {' | '.join(cells)} |")
    return rows


def _cut(judged: Sequence[Judged], context: str, pause_s: float) -> int:
    return sum(
        j.cut_after_s is not None
        for j in judged
        if j.answer.context == context and j.answer.pause_s == pause_s
    )


def smart(found: Found, people: OnPeople | None) -> list[str]:
    """What Smart Turn would change, and why it is left out."""
    names = [name for name in found if "Smart" in name]
    if not names:
        return []
    ours, both = found[OURS], found[names[-1]]
    saved = ours["wait_p50_s"] - both["wait_p50_s"]
    more = both["cut_off"] - ours["cut_off"]
    lines = [
        "",
        "## Smart Turn v3",
        "",
        "An end-of-turn model that listens to the last 8 s of sound (`pipecat-ai`,"
        " BSD-2, an ONNX file of 8.7 MB; asked 0.3 s into each silence). Joined to the"
        " rule here it shortens the wait to 2.5 s where it is sure that a turn is"
        " complete (0.8) and stretches it to 6.6 s where it is not (0.5); unfinished"
        f" words are waited for whatever it says. Against this product alone: {more:+d}"
        f" cut-offs of {ours['of']}, and a median wait {abs(saved):.1f} s"
        f" {'shorter' if saved > 0 else 'longer'}.",
        "",
        "It is not part of the product. All it wins it wins late in an answer, after a"
        " full sentence, and there these answers have no long pause: a pause of 3 s,"
        " which is never cut now, would be.",
    ]
    if people is not None:
        lines[-1] += (
            f" In human recordings it called {people.complete} of {people.pauses}"
            " pauses inside complete (0.7 s and more, from 0.8 on): it hears the end of"
            " a sentence, and that one is not the last cannot be heard. Worth another"
            " look with long human answers."
        )
    return lines


def _waits() -> list[str]:
    from simulator.listen import turn

    prompts = ", ".join(f"{after_s:g}" for after_s, _ in turn.PROMPTS)
    rows = [
        ("a full sentence", turn.FINISHED_S, "pauses up to 3 s there are ordinary"),
        (
            f"the same, in the first {turn.EARLY_UNTIL_S:g} s of speech",
            turn.EARLY_S,
            "a story's first sentence is often followed by a long look at the ceiling",
        ),
        (
            "words that are not understood yet",
            turn.UNKNOWN_S,
            "nothing shows that it is over",
        ),
        (
            'a filler, a conjunction, an unfinished clause, a mere beginning ("In the'
            ' end.", "Let me give you an example.")',
            turn.UNFINISHED_S,
            "people search for a word up to 6 s",
        ),
        (
            '"let me think", "my mind\'s gone blank"',
            turn.HOLD_S,
            "a person asked for time",
        ),
        ('"that\'s my answer"', turn.CLOSING_S, "it was said"),
        (
            '"that was it", a sentence of its own, after 20 s of speech',
            turn.CLOSING_S,
            "earlier it is part of the story",
        ),
    ]
    begun = (
        'An "um", "okay, so" or "let me think" with nothing before it begins no answer:'
        f" until a word does, silence is asked about ({prompts} s) and ends nothing."
    )
    own = (
        "Who has paused in this answer twice for longer than that is waited for a"
        " quarter longer than the second longest of these pauses"
        f" ({turn.UNFINISHED_S:g} s at most), and who was cut off for"
        f" {turn.CUT_FACTOR:g} times as long, to the end of the answer."
    )
    asked = (
        'Where "could you repeat the question?" is all that was said, silence ends'
        f" nothing: after {turn.ASKED_S:g} s the question comes again (not under"
        ' `--manual`). A question back ("can I use one from university?") gets a word,'
        " and then the time there is before the first word."
    )
    return [
        "## How long it waits",
        "",
        f"Silence alone never ends an answer before {turn.SHORTEST_S:g} s. `--patience`"
        " multiplies every wait (0.5 to 3); `--manual` leaves the end to the key. The"
        " price of not being cut early: whose whole answer lasts less than 20 s waits"
        " 6.6 s behind it, says that it is over, or presses the key. Behind the key for"
        " a pause every wait begins anew. An end is taken back by"
        f" {turn.FIRST_SPEECH_S:g} s of speech that begin within 1.5 s, as long as"
        " makes a first word: not by a click or a breath.",
        "",
        "| after | silence that ends it, s | why |",
        "|---|---|---|",
        *(f"| {after} | {wait_s:g} | {why} |" for after, wait_s, why in rows),
        "",
        begun,
        "",
        own,
        "",
        asked,
    ]


LABELS = {"mid-phrase": "within a phrase", "full sentence": "after a sentence"}
BAR, GAP, SCALE, ROW, LEFT, TOP = 12, 3, 9.0, 76, 150, 46
"""Pixels: a bar's width and the gap behind it, a second, a row, and the margins."""


def picture(made: Made) -> str:
    """A strip for each context and rule: bars as long as the pauses, cuts filled."""
    shown = [name for name in made if "Smart" not in name]
    count = sum(j.answer.context == CONTEXTS[0] for j in made[OURS])
    strip = count * (BAR + GAP) + 26
    width, height = LEFT + strip * len(shown), TOP + ROW * len(CONTEXTS) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        ' font-family="system-ui, sans-serif" font-size="13" role="img">',
        "<title>Which pauses each rule cut</title>",
        '<rect width="100%" height="100%" fill="#fbf8f1"/>',
    ]
    for column, name in enumerate(shown):
        x = LEFT + column * strip
        parts.append(f'<text x="{x}" y="24" font-weight="600">{name}</text>')
        for row, context in enumerate(CONTEXTS):
            base = TOP + row * ROW + 58
            if column == 0:
                label = LABELS.get(context, f"after {context}")
                parts.append(f'<text x="12" y="{base - 4}">{label}</text>')
            mine = [j for j in made[name] if j.answer.context == context]
            parts += _strip(mine, x, base)
    parts.append(
        f'<text x="{LEFT}" y="{height - 10}" fill="#5c564b">A bar is a pause, 0.5 to'
        " 6 s high. Filled: from here on the speaker had been cut off.</text></svg>"
    )
    return "\n".join(parts) + "\n"


def _strip(judged: Sequence[Judged], x: float, base: float) -> list[str]:
    parts = []
    for number, one in enumerate(sorted(judged, key=lambda j: j.answer.pause_s)):
        left, high = x + number * (BAR + GAP), one.answer.pause_s * SCALE
        parts.append(
            f'<rect x="{left}" y="{base - high:.1f}" width="{BAR}" height="{high:.1f}"'
            ' fill="none" stroke="#5c564b" stroke-width="0.8"/>'
        )
        if one.cut_after_s is not None:
            lost = max(3.0, high - one.cut_after_s * SCALE)
            parts.append(
                f'<rect x="{left}" y="{base - high:.1f}" width="{BAR}"'
                f' height="{lost:.1f}" fill="#9a3b26"/>'
            )
    return parts
