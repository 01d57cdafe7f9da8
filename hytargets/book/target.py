"""The target book as it is judged: every default filled in, every reference resolved."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, assert_never

from hytargets.book.terms import (
    Basis,
    Combine,
    Commitment,
    Comparison,
    Holds,
    Measure,
    Pacing,
    Reporting,
    Why,
)
from hytargets.language import Language, Text


class Unit(NamedTuple):
    """A base unit, and the range its figures must lie in. Scales (万, 亿) belong to figures."""

    id: str
    name: Text
    names: frozenset[str]  # every name, as `number.scale_of` compares them
    min: Decimal | None
    max: Decimal | None
    is_whole: bool  # counts whole things: 3.2 households cannot be

    @property
    def is_percent(self) -> bool:
        """Is the unit printed %, so that no sum over regions has a meaning?"""
        return "%" in self.names

    def admits(self, value: Decimal) -> bool:
        """Can a figure in this unit have the value?"""
        is_too_low = self.min is not None and value < self.min
        is_too_high = self.max is not None and value > self.max
        return not (is_too_low or is_too_high)


class Region(NamedTuple):
    """One of the parts that make up the jurisdiction."""

    id: str
    name: Text
    also: tuple[str, ...]


class Section(NamedTuple):
    """A heading of the report."""

    id: str
    title: Text


class Source(NamedTuple):
    """The evidence: the short clause that carries the figure, and the figure as printed in it."""

    quote: str | None = None
    printed: str | None = None
    reading: Text | None = None  # of an implied number: how it was read from the words


class Exclusion(NamedTuple):
    """A figure printed in the source that is no target."""

    section: str | None
    printed: str
    context: str
    why: Why


class Milestone(NamedTuple):
    """A level to be reached by a day."""

    by: date
    value: Fraction


class Target(NamedTuple):
    """One number a report commits to. Values are exact, in the unit; dates are inclusive."""

    id: str
    name: Text
    also: tuple[str, ...]
    section: str | None
    comparison: Comparison
    bounds: tuple[Fraction, ...]  # the value; of `between`: low, high
    scale: str  # the scale it was printed in: 万
    unit: Unit
    measure: Measure
    reporting: Reporting | None
    combine: Combine
    regions: tuple[str, ...]  # ids of the parts; empty where the book lists none
    holds: Holds
    basis: Basis
    commitment: Commitment
    start: date
    due: date
    baseline: Fraction | None
    pacing: Pacing
    milestones: tuple[Milestone, ...]
    tolerance: Fraction
    owner: Text | None
    source: Source

    @property
    def value(self) -> Fraction:
        """The value, of every comparison but `between`."""
        return self.bounds[0]

    def margin(self, actual: Fraction) -> Fraction:
        """How far the actual is on the right side, in the unit; negative: short of it.

        floor: A − T; ceiling: T − A; exactly: −|A − T|; between: min(A − low, high − A);
        about: tolerance − |A − T|.
        """
        match self.comparison:
            case Comparison.AT_LEAST | Comparison.MORE_THAN:
                return actual - self.value
            case Comparison.AT_MOST | Comparison.LESS_THAN:
                return self.value - actual
            case Comparison.EXACTLY:
                return -abs(actual - self.value)
            case Comparison.BETWEEN:
                low, high = self.bounds
                return min(actual - low, high - actual)
            case Comparison.ABOUT:
                return self.tolerance - abs(actual - self.value)
        assert_never(self.comparison)

    def is_met(self, margin: Fraction) -> bool:
        """Margin ≥ 0; of more_than and less_than: > 0."""
        return margin > 0 if self.comparison.is_strict else margin >= 0

    def is_tolerated(self, margin: Fraction) -> bool:
        """Is a shortfall within the tolerance?

        Of `about` the tolerance is in the margin already, and not applied again.
        """
        if self.comparison is Comparison.ABOUT:
            return False
        return 0 < self.tolerance >= -margin

    @property
    def is_flow(self) -> bool:
        """Does it build up over the period?"""
        return self.measure is Measure.FLOW

    @property
    def is_firm(self) -> bool:
        """Is it promised, and not only striven for?"""
        return self.commitment is Commitment.FIRM

    @property
    def is_to_date(self) -> bool:
        """Does each value cover everything since the start?"""
        return self.reporting is Reporting.TO_DATE

    @property
    def is_per_period(self) -> bool:
        """Does each value cover its own period alone?"""
        return self.reporting is Reporting.PER_PERIOD

    @property
    def must_hold_throughout(self) -> bool:
        """Is it a ceiling on a stock that no later figure can mend?"""
        is_ceiling_on_stock = self.measure is Measure.STOCK and self.comparison.is_ceiling
        return is_ceiling_on_stock and self.holds is Holds.THROUGHOUT


class TargetBook(NamedTuple):
    """All targets of one report."""

    id: str
    title: Text
    jurisdiction: Text | None
    language: Language
    start: date
    due: date
    red_lag: Fraction  # percentage points behind schedule beyond which a lag is red
    max_age: int | None  # months
    units: Mapping[str, Unit]
    regions: tuple[Region, ...]
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    excluded: tuple[Exclusion, ...]

    @property
    def single_year(self) -> int | None:
        """The year the book's period lies in, where it is one."""
        return self.start.year if self.start.year == self.due.year else None

    @property
    def whole_names(self) -> tuple[str, ...]:
        """What a region column may call the whole."""
        return ("", "全市", "合计", "总计", *(self.jurisdiction or ()))
