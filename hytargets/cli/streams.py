"""Standard output: data as UTF-8, text as the terminal can show it, and pipes that close."""

import os
import sys
from typing import Any, TextIO


def put(content: str | bytes, *, for_people: bool = False) -> None:
    """Print on standard output: data as UTF-8, text as the terminal can show it."""
    stream = sys.stdout
    encoded = content.encode() if isinstance(content, str) else content
    if isinstance(content, str) and for_people:
        encoded = _as_shown(content, stream.encoding or "utf-8")
    try:
        stream.flush()
        stream.buffer.write(encoded)
        stream.buffer.flush()
    except BrokenPipeError:
        _silence(stream)


def _as_shown(text: str, encoding: str) -> bytes:
    """The text in the terminal's encoding: GBK has no ░."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.replace("░", "·").encode(encoding, errors="replace")


class _ForgivingStream:
    """A stream that goes on in silence once nobody reads it: `hytargets --help | head -1`."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text, or nothing where nobody reads."""
        try:
            written: int = self._stream.write(text)
        except BrokenPipeError:
            _silence(self._stream)
            return len(text)
        return written

    def flush(self) -> None:
        """Send on what was written, if somebody reads it."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            _silence(self._stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def forgive_closed_pipes() -> None:
    """From now on a closed pipe is no error: the exit code stays the verdict's."""
    sys.stdout = _ForgivingStream(sys.stdout or _nowhere())
    sys.stderr = _ForgivingStream(sys.stderr or _nowhere())


def _nowhere() -> TextIO:
    """What stands for a stream that was closed from the start: `hytargets … >&-`."""
    return open(os.devnull, "w", encoding="utf-8")  # open to the end


def _silence(stream: Any) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
