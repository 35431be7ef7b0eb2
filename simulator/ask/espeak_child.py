"""The process in which pyttsx3 speaks: JSON lines in, sound files out.

`python espeak_child.py VOICE WORDS_PER_MIN PITCH` reads one request a line from its
standard input, `{"text", "path", "limit_s"}`, writes the sound to `path` and answers
one line, `{"ok": true}` or `{"error": "..."}`. Text is data, never part of a command.
It is started by its path and imports nothing of ours, which makes it quick to start.

Voice and pace belong to the process and are set once, and espeak-ng's own thread has
taken them before an utterance begins: pyttsx3 cancels whatever that thread still holds
when a loop starts, and with it the new pace (seen in 5 of 16 utterances).

It is a process of its own because pyttsx3's drivers can hang or crash (issues #126,
#131, #403 of its repository: "run loop already started", a second utterance that never
ends), and because espeak-ng is GPL-3 and the product is not. Requests go through
`save_to_file`: the drivers' own playback needs `aplay` and is what hangs.
"""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any, TextIO

HARDER = 1.5
"""If the parent died before it could end us, the kernel does, this much later."""


def main() -> None:
    """Answer requests until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # pyttsx3 prints "Audio saved to ..." on standard output
    try:
        engine = _engine(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    except Exception as error:  # whatever a driver raises while it loads
        _answer(answers, {"error": str(error) or type(error).__name__})
        return
    for line in sys.stdin.buffer:
        try:
            request = json.loads(line)
            _end_ourselves_after(request["limit_s"] * HARDER)
            _save(engine, request)
        except Exception as error:  # whatever a driver raises while it speaks
            _answer(answers, {"error": str(error) or type(error).__name__})
        else:
            _answer(answers, {"ok": True})
        _end_ourselves_after(0.0)


def _engine(voice: str, words_per_min: int, pitch: int) -> Any:
    if sys.platform == "linux":
        _lend_espeak()
    import pyttsx3

    engine = pyttsx3.init()
    with _errors_of(engine):
        if voice:
            engine.setProperty("voice", voice)
        engine.setProperty("rate", words_per_min)
        if sys.platform == "linux":  # the other drivers have no pitch
            engine.setProperty("pitch", pitch)
            engine.proxy.setBusy(False)  # hands over what was set, before a loop runs
    return engine


@contextlib.contextmanager
def _errors_of(engine: Any) -> Iterator[list[str]]:
    """Drivers tell their errors to listeners; here they are raised."""
    errors: list[str] = []
    token = engine.connect(
        "error", lambda exception, **_: errors.append(str(exception))
    )
    try:
        yield errors
    finally:
        engine.disconnect(token)
    if errors:
        unknown = errors[0].startswith("SetVoiceByName")
        raise RuntimeError("it has no voice of that name" if unknown else errors[0])


def _lend_espeak() -> None:
    """Let pyttsx3 find the library that espeakng-loader brings (no apt needed).

    Its driver opens `libespeak-ng.so.1`; a library of that name which is already in the
    process with global symbols answers.
    """
    import ctypes

    try:
        import espeakng_loader
    except ImportError:
        return  # the system's own library, if there is one
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def _settle() -> None:
    """Wait until espeak-ng's own thread is idle."""
    if sys.platform == "linux":
        from pyttsx3.drivers import _espeak

        _espeak.Synchronize()


def _save(engine: Any, request: dict[str, Any]) -> None:
    ended: list[bool] = []
    token = engine.connect("finished-utterance", lambda **_: ended.append(True))
    try:
        with _errors_of(engine) as errors:
            _settle()
            engine.save_to_file(request["text"], request["path"])
            engine.runAndWait()
            while sys.platform == "linux" and not ended and not errors:
                time.sleep(0.01)  # espeak-ng's thread may still be writing
    finally:
        engine.disconnect(token)


def _end_ourselves_after(seconds: float) -> None:
    """SIGALRM keeps its default action, so it ends even a call stuck in C."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
