"""`python -m simulator` and the command `mock-interview`.

The only place where errors are printed and turned into exit codes: one line that says
what to do next (exit 2). A bug of ours keeps its traceback, in a log file.
"""

import sys

from .errors import SimulatorError

FAILED = 2
INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A locale without our letters shows "?" instead of ending the program.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        from .cli import app, with_optional_values

        app(with_optional_values(arguments), prog_name="mock-interview")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except SimulatorError as error:
        return _say(str(error))
    except KeyboardInterrupt:
        _say("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our pipe left (`| head`): nothing more to say to anybody.
        sys.stderr.close()
        return 0
    except Exception:
        return _say(
            f"Something broke that should not have. The details are in {_log()}. "
            "A session that was kept goes on with `mock-interview rehearse --resume`."
        )
    return 0


def _say(line: str) -> int:
    # An error names what it found: a file's own words, which a terminal would obey.
    from .show.words import clean

    print(f"mock-interview: {clean(' '.join(line.split()))}", file=sys.stderr)
    return FAILED


def _log() -> str:
    import traceback

    from . import resources

    try:
        folder = resources.cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "last-error.log"
        # Where it broke, without the values: they may be what somebody said.
        kind, _, trace = sys.exc_info()
        lines = traceback.format_tb(trace)
        log.write_text("".join([*lines, kind.__name__ if kind else ""]), "utf-8")
    except (OSError, SimulatorError):
        return "no file (the cache folder cannot be written)"
    return str(log)


if __name__ == "__main__":
    main()
