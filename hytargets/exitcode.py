"""What every command's exit code means."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The five answers of a command to whoever called it."""

    OK = 0
    FAILED = 1
    UNUSABLE = 2
    BUG = 3
    INTERRUPTED = 130
