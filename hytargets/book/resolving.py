"""Entries to the book as it is judged: defaults filled in, quantities made exact fractions."""

from collections.abc import Mapping
from fractions import Fraction

from hytargets.book.entries import (
    BookFile,
    ExclusionEntry,
    MilestoneEntry,
    RegionEntry,
    SourceEntry,
    TargetEntry,
    UnitEntry,
)
from hytargets.book.target import (
    Exclusion,
    Milestone,
    Region,
    Section,
    Source,
    Target,
    TargetBook,
    Unit,
)
from hytargets.book.terms import Holds, Pacing


def resolve(file: BookFile) -> TargetBook:
    """The book of a file that has no problem."""
    book = file.book
    units = {key: _unit(key, entry) for key, entry in file.units.items()}
    return TargetBook(
        id=book.id,
        title=book.title,
        jurisdiction=book.jurisdiction,
        language=book.language,
        start=book.period.start,
        due=book.period.end,
        red_lag=Fraction(book.pace.red_lag.value),
        max_age=book.pace.max_age,
        units=units,
        regions=tuple(map(_region, file.regions)),
        sections=tuple(Section(entry.id, entry.title) for entry in file.sections),
        targets=tuple(_target(entry, file, units) for entry in file.targets),
        excluded=tuple(map(_exclusion, file.excluded)),
    )


def _unit(key: str, entry: UnitEntry) -> Unit:
    return Unit(
        id=key,
        name=entry.name,
        names=entry.names,
        min=entry.min.value if entry.min else None,
        max=entry.max.value if entry.max else None,
        is_whole=entry.whole,
    )


def _region(entry: RegionEntry) -> Region:
    return Region(entry.id, entry.name, entry.also)


def _exclusion(entry: ExclusionEntry) -> Exclusion:
    return Exclusion(entry.section, entry.printed, entry.context, entry.why)


def _target(entry: TargetEntry, file: BookFile, units: Mapping[str, Unit]) -> Target:
    unit = units[entry.unit]
    pacing, milestones = _schedule(entry.schedule)
    return Target(
        id=entry.id,
        name=entry.name,
        also=entry.also,
        section=entry.section,
        comparison=entry.comparison,
        bounds=tuple(Fraction(quantity.value) for quantity in entry.value),
        scale=entry.value[0].scale,
        unit=unit,
        measure=entry.measure,
        reporting=entry.reporting_in(file.book),
        combine=entry.combine_in(file.units[entry.unit]),
        regions=_regions(entry, file),
        holds=entry.holds or Holds.THROUGHOUT,
        basis=entry.basis,
        commitment=entry.commitment,
        start=entry.start_in(file.book),
        due=entry.due_in(file.book),
        baseline=Fraction(entry.baseline.value.value) if entry.baseline else None,
        pacing=pacing,
        milestones=milestones,
        tolerance=Fraction(entry.tolerance.value.value) if entry.tolerance else Fraction(0),
        owner=entry.owner,
        source=_source(entry.source),
    )


def _schedule(
    schedule: Pacing | tuple[MilestoneEntry, ...] | None,
) -> tuple[Pacing, tuple[Milestone, ...]]:
    if schedule is None:
        return Pacing.EVEN, ()
    if isinstance(schedule, Pacing):
        return schedule, ()
    return Pacing.EVEN, tuple(Milestone(one.by, Fraction(one.value.value)) for one in schedule)


def _regions(entry: TargetEntry, file: BookFile) -> tuple[str, ...]:
    """The ids of the regions it applies to, in the order of the book."""
    listed = [region.id for region in file.regions]
    return tuple(region for region in listed if entry.of is None or region in entry.of)


def _source(entry: SourceEntry | None) -> Source:
    if entry is None:
        return Source()
    return Source(entry.quote, entry.printed, entry.reading)
