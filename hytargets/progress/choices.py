"""What a caller decides where a table does not say; loaded by help, so it loads nothing itself."""

from enum import StrEnum


class FirstOfMonth(StrEnum):
    """What the first day of a month, written in figures, stands for."""

    MONTH = "month"
    DAY = "day"
