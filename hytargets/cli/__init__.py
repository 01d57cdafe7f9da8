"""The command line: what is asked becomes a Report or a Document, and an exit code."""

import gc
import os
import sys

# No plugin is ours, and looking for some reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


def main() -> None:
    """Run a command; whatever is not foreseen is a bug, and says so in one line."""
    with_traceback = "--traceback" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--traceback"]
    try:
        gc.disable()  # nearly all that is allocated while modules load stays
        from hytargets.cli import judging, making  # noqa: F401 - commands register as their module loads
        from hytargets.cli.base import app

        gc.freeze()
        gc.enable()
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        print(f"hytargets: {error}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if with_traceback:
            raise
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        print(
            f"hytargets: a bug, please report it (CONTRIBUTING.md) with --traceback: {what}",
            file=sys.stderr,
        )
        sys.exit(3)
