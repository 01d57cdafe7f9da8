"""A whole file as bytes, or the problem that prevents it."""

import sys
from pathlib import Path

from hytargets.problems import Code, InvalidInput, Place, Problem

STDIN = "-"


def read_bytes(path: str | Path) -> bytes:
    """The content of a file, or of standard input for `-`.

    Raises InvalidInput: file.missing, file.unreadable.
    """
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except FileNotFoundError:
        raise InvalidInput([Problem(Code.FILE_MISSING, Place(file=str(path)))]) from None
    except OSError as error:
        raise InvalidInput([unreadable(error, Place(file=str(path)))]) from None


def unreadable(error: Exception, place: Place) -> Problem:
    """Why something cannot be read: as the system says it, or else the library."""
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(Code.FILE_UNREADABLE, place, {"reason": reason})
