"""Documents of the JSON contract, made by hand."""

from typing import Any


def document(**changes: Any) -> dict[str, Any]:
    """A short assessable answer with one "um" and one pause."""
    words = [
        ("We", 0.5, 0.7, "word"),
        ("um", 0.8, 1.2, "filled_pause"),
        ("sold", 1.3, 1.6, "word"),
        ("bread.", 2.4, 2.8, "word"),
    ]
    made = {
        "verdict": "assessable",
        "why": "",
        "transcript": {
            "words": [
                {"text": t, "start_s": a, "end_s": b, "kind": kind}
                for t, a, b, kind in words
            ]
        },
        "fillers": [filler(0.8, 1.2)],
        "pauses": [{"start_s": 1.6, "end_s": 2.4, "place": "mid_clause"}],
        "structure": {
            "kind": "story",
            "shape": "star",
            "level": 3,
            "missing": ["result"],
            "uncertain": [],
        },
        "events": [{"kind": "repetition", "text": "we we"}],
        "content": {"concepts": [{"name": "bread", "found": True}]},
        "measurements": [
            {"name": "speech_rate", "value": 100.0},
            {"name": "pace_variation", "value": None},
        ],
        "feedback": {
            "strength": {"about": "action"},
            "advice": [{"about": "result"}, {"about": "speech_rate"}],
        },
    }
    return {**made, **changes}


def filler(start_s: float, end_s: float, **changes: Any) -> dict[str, Any]:
    """A sure "um"."""
    return {
        "text": "um",
        "start_s": start_s,
        "end_s": end_s,
        "kind": "filled_pause",
        "certainty": "sure",
        **changes,
    }
