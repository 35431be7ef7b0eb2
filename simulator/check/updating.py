"""What was measured, written down as what is expected from now on.

Only what stands below a fixed line of `NAME.expected.toml` is written; above it is the
author's, byte for byte, with all comments. What the truth already speaks of is left
out below, so that an update can never hide that the product misses it.
"""

import difflib
from collections.abc import Sequence
from pathlib import Path

from .. import atomic
from ..errors import ExpectationError
from .agreed import agreed
from .contract import (
    Document,
    concepts,
    discourse_markers,
    events,
    plain_words,
    strength,
)
from .expectation import (
    Built,
    Expectation,
    Expected,
    Fillers,
    Pauses,
    Silence,
    Spot,
    Value,
    Words,
    parse,
)
from .matching import Span
from .writing import key, significant, table, time

LINE = "# ---- Below: as measured, written by `mock-interview check --update` ----"

BOM = "\ufeff"
"""What some editors put before a text; it stays."""

RELATIVE = 0.05
"""Of a measurement that nothing else is said of: less is not heard as a change."""

RATES = ("speech_rate", "filled_pause_rate", "discourse_marker_rate")
RATE_RELATIVE = 0.03
"""What is promised of rates (a filler more or less is always outside)."""


def updated(text: str, documents: Sequence[Document], model: str, name: str) -> str:
    """The whole file, with that model's part written anew.

    Args:
        text: the file as it is; empty where there is none.
        documents: what was measured, a document for each way in which Whisper was run;
            of several only what they agree in is expected.
        model: with which model.
        name: of the file, for errors.

    Raises:
        ExpectationError: the file has a mistake, or models stand above the line.
    """
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    above, _, _ = text.partition(LINE)
    ending = "\r\n" if "\r\n" in above else "\n"
    if parse(above, name).model:
        raise ExpectationError(
            f"{name}: [model...] stands where --update does not write",
            f"Put this line above it: {LINE}",
        )
    expectation = parse(text, name)
    if len(documents) > 1:
        expectation = _without_intervals(expectation, model)
    found = [measured(document, expectation, model) for document in documents]
    parts = {**expectation.model, model: agreed(found)}
    below = "\n".join([LINE, "", *(_block(*part) for part in sorted(parts.items()))])
    head = above.rstrip("\r\n") + 2 * ending if above.strip() else ""
    return mark + head + below.replace("\n", ending)


def _without_intervals(expectation: Expectation, model: str) -> Expectation:
    """Intervals are measured anew, or they would only ever grow."""
    part = expectation.model.get(model, Expected())
    values = {k: v for k, v in part.values.items() if v.value is not None}
    part = part.model_copy(update={"values": values})
    models = {**expectation.model, model: part}
    return expectation.model_copy(update={"model": models})


def _block(model: str, part: Expected) -> str:
    body = part.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    for name in ("fillers", "markers", "pauses"):
        found = getattr(part, name)
        if found is not None:  # an empty list says that nothing is expected
            body[name] = {"at": [], **body.get(name, {})}
    if part.words is not None:
        body["words"] = {"text": part.words.text, "wer_at_most": part.words.wer_at_most}
    return table(f"model.{key(model)}", body)


def measured(document: Document, expectation: Expectation, model: str) -> Expected:
    """All that was measured and that the truth does not speak of."""
    truth, old = expectation.truth, expectation.model.get(model, Expected())
    structure = document["structure"]
    built = Built(
        kind=structure["kind"],
        shape=structure["shape"],
        level=structure["level"],
        missing=tuple(structure["missing"]),
        uncertain=tuple(structure["uncertain"]),
    ).model_dump()
    for name, _ in truth.structure or Built():
        if truth.structure and getattr(truth.structure, name) is not None:
            built[name] = None
    values = {
        m["name"]: _value(m["name"], m["value"], old.values.get(m["name"]))
        for m in document["measurements"]
        if m["name"] not in truth.values
    }
    whole = Expected(
        verdict=document["verdict"],
        why=document["why"],
        words=Words(text=plain_words(document)),
        fillers=_fillers(document, "filled_pause"),
        markers=Fillers(at=_spots(document, discourse_markers(document))),
        pauses=Pauses(
            at=tuple(
                Silence(
                    start_s=time(p["start_s"]), end_s=time(p["end_s"]), place=p["place"]
                )
                for p in document["pauses"]
            )
        ),
        events=events(document),
        structure=Built.model_validate(built),
        found=concepts(document) if expectation.concepts else None,
        strength=strength(document),
        advice=tuple(advice["about"] for advice in document["feedback"]["advice"]),
        values=values,
    )
    spoken_of = {k for k, v in truth if v is not None} - {"structure", "values"}
    return whole.model_copy(update=dict.fromkeys(spoken_of))


def _fillers(document: Document, kind: str) -> Fillers:
    counted = [
        (f["start_s"], f["end_s"])
        for f in document["fillers"]
        if f["kind"] == kind and f["certainty"] != "possible"
    ]
    return Fillers(at=_spots(document, counted))


def _spots(document: Document, spans: list[Span]) -> tuple[Spot, ...]:
    texts = {(f["start_s"], f["end_s"]): f["text"] for f in document["fillers"]}
    return tuple(
        Spot(text=texts[span], start_s=time(span[0]), end_s=time(span[1]))
        for span in spans
    )


def _value(name: str, found: float | None, old: Value | None) -> Value:
    """The new value; a tolerance that was chosen before stays.

    That nothing can be known is written down too: a number where there was none moved.
    """
    if found is None:
        return Value(unknown=True)
    if old is not None and old.value is None and not old.unknown:
        low, high = old.bounds
        if low <= found <= high:
            return old
    number = significant(found)
    if old is not None and old.absolute is not None:
        return Value(value=number, absolute=old.absolute)
    usual = RATE_RELATIVE if name in RATES else RELATIVE
    relative = old.relative if old and old.relative is not None else usual
    return Value(value=number, relative=relative)


def read(path: Path) -> str:
    """The file as it is, with its line endings; empty where there is none.

    Raises:
        ExpectationError: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ExpectationError(f"{path} cannot be read ({error})") from error


def difference(path: Path, text: str) -> str:
    """What would change in the file, as a unified diff; empty where nothing does."""
    lines = difflib.unified_diff(
        read(path).splitlines(), text.splitlines(), str(path), str(path), "", "", 1, ""
    )
    return "\n".join(lines)


def write(path: Path, text: str) -> None:
    """Put the file there, whole or not at all; others may read it, as all of a project.

    Raises:
        ExpectationError: it cannot be written.
    """
    try:
        atomic.put(path, text.encode(), mode=0o666)
    except (OSError, UnicodeEncodeError) as error:  # a name may be no text
        raise ExpectationError(f"{path} cannot be written ({error})") from error
