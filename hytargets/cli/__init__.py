"""The command line: what is asked becomes a Report or a Document, and an exit code."""

import gc
import os
import sys
from typing import NoReturn

from hytargets.exitcode import ExitCode

# No plugin is ours, and looking for some reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


def main() -> NoReturn:
    """Run the command that was called, and leave with its exit code."""
    # A command makes no cycles worth collecting; walking all its objects, again and again and
    # once more at the end, takes longer than the small ones take altogether.
    gc.disable()
    with_traceback = "--traceback" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--traceback"]
    try:
        code = _run()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except OSError as error:
        _say(str(error))
        code = ExitCode.UNUSABLE
    except Exception as error:
        if with_traceback:
            raise
        code = _told(error)
    if code == ExitCode.INTERRUPTED:
        _say("interrupted")
    gc.freeze()
    sys.exit(code)


def _told(error: Exception) -> ExitCode:
    """Say what happened: an input that cannot be used, or a bug, in one line."""
    from hytargets.problems import InvalidInput

    if isinstance(error, InvalidInput):
        from hytargets.cli.output import tell

        tell(error.problems)
        return ExitCode.UNUSABLE
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    _say(f"a bug, please report it (CONTRIBUTING.md) with --traceback: {what}")
    return ExitCode.BUG


def _run() -> int:
    """The exit code of the command."""
    from hytargets.cli.streams import forgive_closed_pipes

    forgive_closed_pipes()
    if sys.argv[1:] == ["--version"]:
        _print_version()
        return ExitCode.OK
    from hytargets.cli.app import app

    try:
        app()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else ExitCode.OK
    return ExitCode.OK


def _print_version() -> None:
    """Scripts ask for the version often: it waits for no library."""
    from hytargets.version import VERSION

    print(f"hytargets {VERSION}", flush=True)


def _say(what: str) -> None:
    print(f"hytargets: {what}", file=sys.stderr)
