"""The target book as it is judged: every default filled in, every reference resolved."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, assert_never

from hytargets.book.entries import BookFile, Exclusion, Region, Section, TargetSource, Unit
from hytargets.book.reading import parse_book
from hytargets.book.terms import (
    Basis,
    Combine,
    Commitment,
    Comparison,
    Holds,
    Measure,
    Pacing,
    Reporting,
)
from hytargets.language import Language, Text
from hytargets.problems import Code, InvalidInput, Place, Problem


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
    unit_id: str
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
    source: TargetSource

    @property
    def value(self) -> Fraction:
        """The value, of every comparison but `between`."""
        return self.bounds[0]

    def margin(self, actual: Fraction) -> Fraction:
        """How far the actual is on the right side, in the unit; negative: short of it.

        floor: A − T; ceiling: T − A; exactly: −|A − T|; between: min(A − low, high − A); about: tolerance − |A − T|.
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
        """Is a shortfall within the tolerance? Of `about` the tolerance is in the margin, and not applied again."""
        return self.comparison is not Comparison.ABOUT and 0 < self.tolerance >= -margin

    @property
    def is_flow(self) -> bool:
        """Does it build up over the period?"""
        return self.measure is Measure.FLOW

    @property
    def is_to_date(self) -> bool:
        """Does each value cover everything since the start?"""
        return self.reporting is Reporting.TO_DATE

    @property
    def is_per_period(self) -> bool:
        """Does each value cover its own period alone?"""
        return self.reporting is Reporting.PER_PERIOD


class TargetBook(NamedTuple):
    """All targets of one report."""

    id: str
    title: Text
    jurisdiction: Text | None
    language: Language
    start: date
    due: date
    red_lag: Fraction
    max_age: int | None
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


def shipped_book() -> Path:
    """Where the book that comes with the tool is: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "data" / "targets.yaml"
    return installed if installed.exists() else package.parent / "data" / "targets.yaml"


def load_book(path: str | Path) -> TargetBook:
    """Read a target book. Raises InvalidInput with every problem in the file."""
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        raise InvalidInput([Problem(Code.FILE_MISSING, Place(file=str(path)))]) from None
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise InvalidInput([Problem(Code.FILE_UNREADABLE, Place(file=str(path)), facts)]) from None
    return resolve(parse_book(str(path), content))


def resolve(entry: BookFile) -> TargetBook:
    """Fill in the defaults of a book that has no problem."""
    book = entry.book
    return TargetBook(
        id=book.id,
        title=book.title,
        jurisdiction=book.jurisdiction,
        language=book.language,
        start=book.period.start,
        due=book.period.end,
        red_lag=Fraction(book.pace.red_lag.value),
        max_age=book.pace.max_age,
        units=entry.units,
        regions=entry.regions,
        sections=entry.sections,
        targets=tuple(_resolved_targets(entry)),
        excluded=entry.excluded,
    )


def _resolved_targets(entry: BookFile) -> Iterator[Target]:
    all_regions = tuple(region.id for region in entry.regions)
    for target in entry.targets:
        unit = entry.units[target.unit]
        baseline, schedule, tolerance = target.baseline, target.schedule, target.tolerance
        of = target.of or all_regions
        yield Target(
            id=target.id,
            name=target.name,
            also=target.also,
            section=target.section,
            comparison=target.comparison,
            bounds=tuple(Fraction(quantity.value) for quantity in target.value),
            scale=target.value[0].scale,
            unit_id=target.unit,
            unit=unit,
            measure=target.measure,
            reporting=target.reporting_in(entry.book),
            combine=target.combine_in(unit),
            regions=tuple(region for region in all_regions if region in of),
            holds=target.holds or Holds.THROUGHOUT,
            basis=target.basis,
            commitment=target.commitment,
            start=target.start_in(entry.book),
            due=target.due_in(entry.book),
            baseline=Fraction(baseline.value.value) if baseline else None,
            pacing=schedule if isinstance(schedule, Pacing) else Pacing.EVEN,
            milestones=tuple(Milestone(stone.by, Fraction(stone.value.value)) for stone in schedule)
            if isinstance(schedule, tuple)
            else (),
            tolerance=Fraction(tolerance.value.value) if tolerance else Fraction(0),
            owner=target.owner,
            source=target.source or TargetSource(),
        )
