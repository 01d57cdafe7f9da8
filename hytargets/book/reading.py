"""A target book file to a TargetBook."""

from pathlib import Path

from hytargets.book.checking import checked_file
from hytargets.book.resolving import resolve
from hytargets.book.target import TargetBook
from hytargets.files.reading import read_bytes


def load_book(path: str | Path) -> TargetBook:
    """Read a target book. Raises InvalidInput with every problem in the file."""
    return read_book(str(path), read_bytes(path))


def read_book(file: str, content: bytes) -> TargetBook:
    """The book that a file's content makes; `file` is its name in problems.

    Raises InvalidInput with every problem of form and of sense.
    """
    return resolve(checked_file(file, content))
