"""The rules of sense that the entries of a target book must keep; of a target, field by field."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from hytargets.book.entries import (
    BookEntry,
    BookFile,
    MilestoneEntry,
    RegionEntry,
    SectionEntry,
    TargetEntry,
    UnitEntry,
)
from hytargets.book.terms import Basis, Combine, Comparison, Measure, Pacing
from hytargets.files.yaml import Steps
from hytargets.problems import Code, Fact
from hytargets.values.names import folded, nearest

Ids = Mapping[str, frozenset[str]]
_WithNames = RegionEntry | TargetEntry
_WithId = SectionEntry | _WithNames


class Broken(NamedTuple):
    """A rule broken at a path of the book."""

    code: Code
    path: Steps
    facts: Mapping[str, Fact] = MappingProxyType({})
    seen: str | None = None
    target: str | None = None


def broken_rules(book: BookFile, ids: Ids) -> Iterator[Broken]:
    """Every rule that a book breaks.

    `ids` are those that a reference may name, under units, regions and sections.
    """
    yield from _period(book.book)
    yield from _units(book.units)
    yield from _repeated_ids("sections", book.sections)
    yield from _repeated_ids("regions", book.regions)
    yield from _repeated_ids("targets", book.targets)
    yield from _repeated_names("targets", book.targets)
    yield from _repeated_names("regions", book.regions)
    for index, exclusion in enumerate(book.excluded):
        path = ("excluded", index, "section")
        yield from _reference("sections", exclusion.section, ids, path)
    for index, target in enumerate(book.targets):
        subject = _Subject(target, book.book, book.units.get(target.unit), ids)
        yield from _of_target(subject, index)


# The book


def _period(book: BookEntry) -> Iterator[Broken]:
    if book.period.end < book.period.start:
        yield Broken(Code.BOOK_DATES_ORDER, ("book", "period", "end"))


def _units(units: Mapping[str, UnitEntry]) -> Iterator[Broken]:
    for key, unit in units.items():
        if unit.min is None or unit.max is None:
            continue
        if unit.max.value < unit.min.value:
            yield Broken(Code.BOOK_UNIT_RANGE, ("units", key, "max"))


def _repeated_ids(kind: str, entries: Iterable[_WithId]) -> Iterator[Broken]:
    known: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in known:
            facts = {"name": entry.id}
            yield Broken(Code.BOOK_REPEATED, (kind, index, "id"), facts, seen=entry.id)
        known.add(entry.id)


def _repeated_names(kind: str, entries: Sequence[_WithNames]) -> Iterator[Broken]:
    """A name must mean one entry alone, as a row of progress names it; an id is a name too."""
    owners = {folded(entry.id): entry.id for entry in entries}
    for index, entry in enumerate(entries):
        for name in dict.fromkeys((*entry.name, *entry.also)):
            owner = owners.setdefault(folded(name), entry.id)
            if owner != entry.id:
                facts = {"name": name, "other": owner}
                yield Broken(Code.BOOK_NAME_REPEATED, (kind, index, "name"), facts, seen=name)


def _reference(kind: str, name: str | None, ids: Ids, path: Steps) -> Iterator[Broken]:
    if name is not None and name not in ids[kind]:
        facts = {"kind": kind, "name": name, "nearest": nearest(name, sorted(ids[kind]))}
        yield Broken(Code.BOOK_REFERENCE, path, facts, seen=name)


# A target, field by field


class _Subject(NamedTuple):
    """A target with what its fields may refer to; the unit is None where it is unknown."""

    target: TargetEntry
    book: BookEntry
    unit: UnitEntry | None
    ids: Ids

    @property
    def bound(self) -> Decimal:
        """The value; of a range the lower end."""
        return self.target.value[0].value


def _of_target(subject: _Subject, index: int) -> Iterator[Broken]:
    for rule in _RULES_OF_A_TARGET:
        for broken in rule(subject):
            path = ("targets", index, *broken.path)
            yield broken._replace(path=path, target=subject.target.id)


def _section(subject: _Subject) -> Iterator[Broken]:
    yield from _reference("sections", subject.target.section, subject.ids, ("section",))


def _unit(subject: _Subject) -> Iterator[Broken]:
    yield from _reference("units", subject.target.unit, subject.ids, ("unit",))


def _of(subject: _Subject) -> Iterator[Broken]:
    for index, region in enumerate(subject.target.of or ()):
        yield from _reference("regions", region, subject.ids, ("of", index))


def _start_and_due(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    if target.due_in(subject.book) < target.start_in(subject.book):
        field = "start" if target.due is None else "due"
        yield Broken(Code.BOOK_DATES_ORDER, (field,))


def _reporting(subject: _Subject) -> Iterator[Broken]:
    """12 for June may be June's or the half-year's: never guessed."""
    target = subject.target
    if target.measure.covers_time:
        if target.reporting_in(subject.book) is None:
            facts = {"measure": target.measure.value}
            yield Broken(Code.BOOK_REPORTING_MISSING, (), facts)
    elif target.reporting is not None:
        facts = {"measure": target.measure.value}
        yield Broken(Code.BOOK_REPORTING_UNUSED, ("reporting",), facts)


def _comparison(subject: _Subject) -> Iterator[Broken]:
    """What builds up passes every level on its way, so it can only reach or exceed one."""
    target = subject.target
    if target.measure is Measure.FLOW and not target.comparison.is_directed:
        seen = target.comparison.value
        yield Broken(Code.BOOK_COMPARISON_FLOW, ("comparison",), seen=seen)


def _holds(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    is_ceiling_on_stock = target.measure is Measure.STOCK and target.comparison.is_ceiling
    if target.holds is not None and not is_ceiling_on_stock:
        yield Broken(Code.BOOK_HOLDS, ("holds",), seen=target.holds.value)


def _value(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    values = [quantity.value for quantity in target.value]
    if target.comparison is Comparison.BETWEEN:
        if len(values) != 2 or values[1] < values[0]:
            yield Broken(Code.BOOK_VALUE_RANGE, ("value",))
    elif len(values) != 1:
        yield Broken(Code.BOOK_VALUE_SINGLE, ("value",))
    if target.measure is Measure.FLOW and min(values) < 0:
        yield Broken(Code.BOOK_FLOW_NEGATIVE, ("value",))
    yield from _in_unit(subject, values, ("value",))


def _in_unit(subject: _Subject, values: Iterable[Decimal], path: Steps) -> Iterator[Broken]:
    """Of a growth the unit's range says nothing: a share of at most 100 % may grow by 300 %."""
    unit = subject.unit
    if unit is None or subject.target.measure is Measure.GROWTH:
        return
    if not all(map(unit.admits, values)):
        yield Broken(Code.BOOK_VALUE_OUTSIDE_UNIT, path, {"unit": unit.name})


def _tolerance(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    if target.tolerance is None:
        if target.comparison is Comparison.ABOUT:
            yield Broken(Code.BOOK_TOLERANCE_MISSING, ())
    elif target.tolerance.value.value < 0:
        yield Broken(Code.BOOK_TOLERANCE_NEGATIVE, ("tolerance", "value"))


def _combine(subject: _Subject) -> Iterator[Broken]:
    """Percentages of several regions add up to nothing."""
    unit = subject.unit
    if subject.target.combine is not Combine.SUM or unit is None:
        return
    if unit.is_percent:
        yield Broken(Code.BOOK_COMBINE_PERCENT, ("combine",))


def _basis(subject: _Subject) -> Iterator[Broken]:
    """A number that is not printed must say how it was read: 全覆盖 as 100 %."""
    target = subject.target
    has_reading = target.source is not None and target.source.reading is not None
    if target.basis is Basis.IMPLIED and not has_reading:
        yield Broken(Code.BOOK_READING_MISSING, ("source",))


def _baseline(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    if target.baseline is None:
        return
    level = target.baseline.value.value
    yield from _in_unit(subject, [level], ("baseline", "value"))
    if not _may_have_baseline(target):
        yield Broken(Code.BOOK_BASELINE_MEASURE, ("baseline",))
        return
    if _is_met_by(level, subject):
        yield Broken(Code.BOOK_BASELINE_MET, ("baseline", "value"))
    is_after_due = target.baseline.date >= target.due_in(subject.book)
    is_after_start = target.start is not None and target.baseline.date >= target.start
    if is_after_due or is_after_start:
        yield Broken(Code.BOOK_BASELINE_DATE, ("baseline", "date"))


def _may_have_baseline(target: TargetEntry) -> bool:
    """Only a level has a way to go from where it stood, to one number, for all regions at once."""
    has_one_number = target.comparison.is_directed or target.comparison is Comparison.EXACTLY
    is_judged_as_one = target.combine is not Combine.EACH
    return target.measure is Measure.STOCK and has_one_number and is_judged_as_one


def _is_met_by(level: Decimal, subject: _Subject) -> bool:
    """Is there no way to go from this level? One that equals the value leaves none to measure."""
    if subject.target.comparison.is_floor:
        return level >= subject.bound
    if subject.target.comparison.is_ceiling:
        return level <= subject.bound
    return level == subject.bound


def _schedule(subject: _Subject) -> Iterator[Broken]:
    target = subject.target
    if target.schedule is None:
        return
    if not _may_have_schedule(target):
        yield Broken(Code.BOOK_SCHEDULE, ("schedule",))
    elif not isinstance(target.schedule, Pacing):
        yield from _milestones(subject, target.schedule)


def _may_have_schedule(target: TargetEntry) -> bool:
    """Only what builds up, or moves on from a baseline, can be on time; milestones rise."""
    is_flow = target.measure is Measure.FLOW
    is_stock_under_way = target.measure is Measure.STOCK and target.baseline is not None
    is_form_allowed = isinstance(target.schedule, Pacing) or target.comparison.is_floor
    return (is_flow or is_stock_under_way) and is_form_allowed


def _milestones(subject: _Subject, milestones: tuple[MilestoneEntry, ...]) -> Iterator[Broken]:
    """Each later than the one before, in the target's time; rising from the start to the value."""
    if not milestones:
        yield Broken(Code.BOOK_SCHEDULE, ("schedule",))
    target = subject.target
    start = target.start_in(subject.book)
    due = target.due_in(subject.book)
    day_before = None
    level_before = Decimal(0) if target.baseline is None else target.baseline.value.value
    for index, milestone in enumerate(milestones):
        is_in_time = start <= milestone.by <= due
        is_later = day_before is None or milestone.by > day_before
        if not (is_in_time and is_later):
            yield Broken(Code.BOOK_MILESTONE_DATE, ("schedule", index, "by"))
        level = milestone.value.value
        if not level_before <= level <= subject.bound or subject.bound <= 0:
            yield Broken(Code.BOOK_MILESTONES_ORDER, ("schedule", index, "value"))
        day_before = milestone.by
        level_before = level


_RULES_OF_A_TARGET: tuple[Callable[[_Subject], Iterator[Broken]], ...] = (
    _section,
    _unit,
    _of,
    _start_and_due,
    _reporting,
    _comparison,
    _holds,
    _value,
    _tolerance,
    _combine,
    _basis,
    _baseline,
    _schedule,
)
