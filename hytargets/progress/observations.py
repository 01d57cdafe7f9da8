"""What was reported, as values: observations, rejected rows, the account of every value read."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Self

from hytargets.book.target import Target
from hytargets.problems import Fact, Place, Problem


class Fate(StrEnum):
    """What became of a value that was read.

    The account must balance: what was read is the sum of all of them.
    """

    USED = "used"
    SUPERSEDED = "superseded"
    REPEATED = "repeated"
    MISSING = "missing"
    OUTSIDE = "outside"
    IGNORED = "ignored"
    REJECTED = "rejected"


class Observation(NamedTuple):
    """One figure reported: exact, in the target's unit."""

    target: str
    region: str | None  # None is the whole
    first: date
    end: date  # the period end
    value: Decimal
    resolution: Decimal  # the last printed unit
    reported_on: date | None
    note: str
    place: Place


class FigureId(NamedTuple):
    """What the reports of one figure share."""

    target: str
    region: str | None
    first: date | None
    end: date


def figure_of(observation: Observation, target: Target) -> FigureId:
    """Which figure of its target is reported.

    6月 and 1-6月 are one, unless each value covers its own period alone: to date, the end says it
    all.
    """
    first = observation.first if target.is_per_period else None
    return FigureId(target.id, observation.region, first, observation.end)


class Rejection(NamedTuple):
    """An erroneous row that names a target; what cannot be read of it is None."""

    target: str
    first: date | None
    end: date | None  # the period end
    reported_on: date | None
    place: Place

    @classmethod
    def undated(cls, target: str, place: Place) -> Self:
        """A row of which nothing but the target can be read."""
        return cls(target, first=None, end=None, reported_on=None, place=place)


class Understood(NamedTuple):
    """How a table was read."""

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
    """Everything that was read.

    Observations of one figure and report date stand once; `fates` counts the other values.
    """

    observations: list[Observation] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    fates: Counter[Fate] = field(default_factory=Counter)
    book_id: str | None = None  # of the book it was read for; none of what was read for no book


def first_place(known: Observation, now: Place) -> dict[str, Fact]:
    """Where the other one stands: its line, and its file where that is another."""
    file = known.place.file or ""
    is_same_file = known.place.file == now.file
    return {"line": known.place.line or 0, "file": "" if is_same_file else file}
