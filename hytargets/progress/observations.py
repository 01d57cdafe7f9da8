"""What was reported, as values: observations, rejected rows, and the account of every value read."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.problems import Code, Fact, Place, Problem
from hytargets.values.period import (
    Grain,
    MalformedPeriod,
    Period,
    month_end,
    month_start,
    same_month,
)


class Fate(StrEnum):
    """What became of a value that was read. The account must balance: read is the sum of all others."""

    USED = "used"
    SUPERSEDED = "superseded"
    REPEATED = "repeated"
    MISSING = "missing"
    OUTSIDE = "outside"
    IGNORED = "ignored"
    REJECTED = "rejected"


class Observation(NamedTuple):
    """One figure reported: exact, in the target's unit; `end` is its period end, `region` None the whole."""

    target: str
    region: str | None
    first: date
    end: date
    value: Decimal
    resolution: Decimal  # the last printed unit
    reported_on: date | None
    note: str
    place: Place


class Rejection(NamedTuple):
    """An erroneous row that names a target; `end` is its period end, None where that cannot be read."""

    target: str
    first: date | None
    end: date | None
    reported_on: date | None
    place: Place


class Understood(NamedTuple):
    """How a file was read."""

    file: str
    encoding: str
    delimiter: str
    header_line: int
    year: int | None
    columns: dict[str, str]
    ignored_columns: tuple[str, ...]
    skipped_rows: tuple[int, ...] = ()
    sheet: str | None = None


@dataclass(slots=True)
class Progress:
    """Everything that was read. Observations of one figure and report date stand once; `fates` counts the rest."""

    observations: list[Observation] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    fates: Counter[Fate] = field(default_factory=Counter)


def covered(target: Target, period: Period) -> tuple[date, date]:
    """The first day and the period end of an observation of the target.

    Raises MalformedPeriod: period.span (to_date), period.date (per_period).
    """
    first, last = period.first, period.last
    if target.is_to_date and last >= target.start:
        if period.grain is Grain.SPAN and not same_month(first, target.start):
            raise MalformedPeriod(Code.PERIOD_SPAN)
        first = target.start
    if target.is_per_period and period.grain is Grain.DAY:
        if last != month_end(last):
            raise MalformedPeriod(Code.PERIOD_DATE)
        first = month_start(last)
    if first <= target.due <= last and same_month(last, target.due):
        last = target.due
    return first, last


def first_place(known: Observation, now: Place) -> dict[str, Fact]:
    """Where the other one stands: its line, and its file where that is another."""
    return {
        "line": known.place.line or 0,
        "file": known.place.file or "" if known.place.file != now.file else "",
    }
