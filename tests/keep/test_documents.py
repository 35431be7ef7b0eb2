"""Numbers and texts that JSON does not like."""

import json
import math
from pathlib import Path

from kept_examples import session_of, turn_of

from simulator.keep import FolderStore
from simulator.keep.documents import SessionHead, TurnHead
from simulator.records import Measurement, Session, Turn


def kept(tmp_path: Path, turn: Turn) -> Turn:
    store = FolderStore(tmp_path / "sessions")
    session = session_of(turns=(turn,))
    store.create(session)
    text = (store.folder(session.id) / f"{turn.stem}.analysis.json").read_text("utf-8")
    json.loads(text, parse_constant=lambda name: 1 / 0)
    return store.load(session.id).turns[0]


def test_what_is_not_a_number_is_kept_as_unknown(tmp_path: Path) -> None:
    """NaN is not JSON: a value becomes null, a point of a curve is left out."""
    broken = Measurement(
        name="pitch",
        title="Pitch",
        value=math.nan,
        unit="Hz",
        series=((0.0, 1.0), (1.0, math.inf)),
    )
    turn = turn_of()
    analysis = turn.analysis.model_copy(update={"measurements": (broken,)})

    back = kept(tmp_path, turn.model_copy(update={"analysis": analysis}))

    assert back.analysis.measurements[0].value is None
    assert back.analysis.measurements[0].series == ((0.0, 1.0),)


def test_any_text_that_can_be_said_is_kept(tmp_path: Path) -> None:
    """Emoji, right-to-left marks, escapes and quotes come back unchanged."""
    turn = turn_of()
    text = 'Ünï "quoted" \x1b[31m \u202e 🎤 </script>'
    transcript = turn.transcript.model_copy(update={"text": text})

    back = kept(tmp_path, turn.model_copy(update={"transcript": transcript}))

    assert back.transcript.text == text


def test_what_is_kept_of_a_turn_is_all_of_it() -> None:
    """A field that reading forgets would be lost at the next save."""
    beside = {"transcript", "analysis", "feedback"}
    assert set(TurnHead.model_fields) | beside == set(Turn.model_fields)
    assert set(SessionHead.model_fields) == set(Session.model_fields)
