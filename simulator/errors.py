"""Errors shown to a person: each says what, where, and what to do next.

Only the command line prints them (one line, exit 2). Anything that is not a
`SimulatorError` is a bug and keeps its traceback in the log.
"""


class SimulatorError(Exception):
    """Something the user can act on.

    Args:
        what: what happened, with the offending value, without a full stop.
        next_step: what to do about it, a whole sentence.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        self.what = what
        self.next_step = next_step
        super().__init__(f"{what}. {next_step}".strip() if next_step else what)


class DeviceError(SimulatorError):
    """A microphone, a loudspeaker or the audio library does not answer."""


class VoiceError(SimulatorError):
    """The interviewer's voice could not be rendered."""


class ModelError(SimulatorError):
    """Whisper's weights are missing, damaged or cannot be loaded."""


class RecordingError(SimulatorError):
    """A recording cannot be read, or holds no sound."""


class BankError(SimulatorError):
    """A question bank has a mistake; `what` names file, line and key."""


class SessionError(SimulatorError):
    """A session folder is missing, locked, damaged or too new."""


class SettingsError(SimulatorError):
    """A setting, flag or profile has a value that does not fit."""


class ExpectationError(SimulatorError):
    """What is expected of a recording is missing, or has a mistake."""


class DocumentError(SimulatorError):
    """A posting, company notes or a CV cannot be used."""
