"""The rules of sense that the entries of a target book must keep (the field table of the design, row by row)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from hytargets.book.entries import BookFile, TargetEntry, UnitEntry
from hytargets.book.terms import Basis, Combine, Comparison, Measure, Pacing
from hytargets.problems import Code, Fact
from hytargets.values.names import folded, nearest

Ids = Mapping[str, frozenset[str]]


class Broken(NamedTuple):
    """A rule broken at a path of the book."""

    code: Code
    path: tuple[str | int, ...]
    facts: Mapping[str, Fact] = MappingProxyType({})
    seen: str | None = None
    target: str | None = None


def broken_rules(book: BookFile, ids: Ids) -> Iterator[Broken]:
    """Every rule that a book breaks; `ids` are those a reference may name, under units, regions and sections."""
    if book.book.period.end < book.book.period.start:
        yield Broken(Code.BOOK_DATES_ORDER, ("book", "period", "end"))
    for key, unit in book.units.items():
        if unit.min and unit.max and unit.max.value < unit.min.value:
            yield Broken(Code.BOOK_UNIT_RANGE, ("units", key, "max"))
    yield from _repeated(book)
    for index, exclusion in enumerate(book.excluded):
        yield from _reference("sections", exclusion.section, ids, ("excluded", index, "section"))
    for index, target in enumerate(book.targets):
        for broken in _of_target(book, target, ids):
            yield broken._replace(path=("targets", index, *broken.path), target=target.id)


def _repeated(book: BookFile) -> Iterator[Broken]:
    for name, ids in (
        ("sections", [section.id for section in book.sections]),
        ("regions", [region.id for region in book.regions]),
        ("targets", [target.id for target in book.targets]),
    ):
        for index, identifier in enumerate(ids):
            if identifier in ids[:index]:
                yield Broken(
                    Code.BOOK_REPEATED, (name, index, "id"), {"name": identifier}, seen=identifier
                )
    for name, named in (
        ("targets", [(one.id, (*one.name, *one.also)) for one in book.targets]),
        ("regions", [(one.id, (*one.name, *one.also)) for one in book.regions]),
    ):
        owners: dict[str, str] = {folded(identifier): identifier for identifier, _ in named}
        for index, (identifier, names) in enumerate(named):
            for one in dict.fromkeys(names):
                owner = owners.setdefault(folded(one), identifier)
                if owner != identifier:
                    facts = {"name": one, "other": owner}
                    yield Broken(Code.BOOK_NAME_REPEATED, (name, index, "name"), facts, seen=one)


def _reference(
    kind: str, name: str | None, ids: Ids, path: tuple[str | int, ...]
) -> Iterator[Broken]:
    if name is not None and name not in ids[kind]:
        facts = {"kind": kind, "name": name, "nearest": nearest(name, sorted(ids[kind]))}
        yield Broken(Code.BOOK_REFERENCE, path, facts, seen=name)


def _of_target(book: BookFile, target: TargetEntry, ids: Ids) -> Iterator[Broken]:
    yield from _reference("sections", target.section, ids, ("section",))
    yield from _reference("units", target.unit, ids, ("unit",))
    for index, region in enumerate(target.of or ()):
        yield from _reference("regions", region, ids, ("of", index))
    start, due = target.start_in(book.book), target.due_in(book.book)
    if due < start:
        yield Broken(Code.BOOK_DATES_ORDER, ("due",) if target.due else ("start",))
    yield from _of_measure(book, target)
    yield from _of_value(target)
    if unit := book.units.get(target.unit):
        yield from _of_unit(target, unit)
    if target.basis is Basis.IMPLIED and not (target.source and target.source.reading):
        yield Broken(Code.BOOK_READING_MISSING, ("source",))
    yield from _of_baseline(book, target)
    yield from _of_schedule(book, target)


def _of_measure(book: BookFile, target: TargetEntry) -> Iterator[Broken]:
    timed = target.measure in {Measure.FLOW, Measure.MEAN}
    if timed and target.reporting_in(book.book) is None:
        yield Broken(Code.BOOK_REPORTING_MISSING, (), {"measure": target.measure.value})
    if not timed and target.reporting:
        yield Broken(Code.BOOK_REPORTING_UNUSED, ("reporting",), {"measure": target.measure.value})
    comparison = target.comparison
    if target.measure is Measure.FLOW and not (comparison.is_floor or comparison.is_ceiling):
        yield Broken(Code.BOOK_COMPARISON_FLOW, ("comparison",), seen=comparison.value)
    if target.holds and not (comparison.is_ceiling and target.measure is Measure.STOCK):
        yield Broken(Code.BOOK_HOLDS, ("holds",), seen=target.holds.value)


def _of_value(target: TargetEntry) -> Iterator[Broken]:
    values = [quantity.value for quantity in target.value]
    if target.comparison is Comparison.BETWEEN:
        if len(values) != 2 or values[1] < values[0]:
            yield Broken(Code.BOOK_VALUE_RANGE, ("value",))
    elif len(values) != 1:
        yield Broken(Code.BOOK_VALUE_SINGLE, ("value",))
    if target.measure is Measure.FLOW and min(values) < 0:
        yield Broken(Code.BOOK_FLOW_NEGATIVE, ("value",))
    if target.comparison is Comparison.ABOUT and not target.tolerance:
        yield Broken(Code.BOOK_TOLERANCE_MISSING, ())
    if target.tolerance and target.tolerance.value.value < 0:
        yield Broken(Code.BOOK_TOLERANCE_NEGATIVE, ("tolerance", "value"))


def outside_unit(value: Decimal, unit: UnitEntry) -> bool:
    """Does a value lie outside its unit's range?"""
    return bool((unit.min and value < unit.min.value) or (unit.max and value > unit.max.value))


def _of_unit(target: TargetEntry, unit: UnitEntry) -> Iterator[Broken]:
    if target.combine is Combine.SUM and unit.is_percent:
        yield Broken(Code.BOOK_COMBINE_PERCENT, ("combine",))
    if target.measure is not Measure.GROWTH:
        if any(outside_unit(quantity.value, unit) for quantity in target.value):
            yield Broken(Code.BOOK_VALUE_OUTSIDE_UNIT, ("value",), {"unit": unit.name})
        if target.baseline and outside_unit(target.baseline.value.value, unit):
            yield Broken(Code.BOOK_VALUE_OUTSIDE_UNIT, ("baseline", "value"), {"unit": unit.name})


def _of_baseline(book: BookFile, target: TargetEntry) -> Iterator[Broken]:
    baseline, comparison = target.baseline, target.comparison
    if baseline is None:
        return
    directed = comparison.is_floor or comparison.is_ceiling or comparison is Comparison.EXACTLY
    if target.measure is not Measure.STOCK or not directed or target.combine is Combine.EACH:
        yield Broken(Code.BOOK_BASELINE_MEASURE, ("baseline",))
        return
    start, value = baseline.value.value, target.value[0].value
    reached = start == value or (
        start > value if comparison.is_floor else comparison.is_ceiling and start < value
    )
    if reached:
        yield Broken(Code.BOOK_BASELINE_MET, ("baseline", "value"))
    if baseline.date >= target.due_in(book.book) or (
        target.start and baseline.date >= target.start
    ):
        yield Broken(Code.BOOK_BASELINE_DATE, ("baseline", "date"))


def _of_schedule(book: BookFile, target: TargetEntry) -> Iterator[Broken]:
    schedule = target.schedule
    if schedule is None:
        return
    paced = target.measure is Measure.FLOW or (
        target.measure is Measure.STOCK and target.baseline is not None
    )
    if not paced or (not isinstance(schedule, Pacing) and not target.comparison.is_floor):
        yield Broken(Code.BOOK_SCHEDULE, ("schedule",))
        return
    if isinstance(schedule, Pacing):
        return
    if not schedule:
        yield Broken(Code.BOOK_SCHEDULE, ("schedule",))
    start, due = target.start_in(book.book), target.due_in(book.book)
    level = target.baseline.value.value if target.baseline else Decimal(0)
    before = None
    for index, milestone in enumerate(schedule):
        if not start <= milestone.by <= due or (before and milestone.by <= before):
            yield Broken(Code.BOOK_MILESTONE_DATE, ("schedule", index, "by"))
        if (
            not level <= milestone.value.value <= target.value[0].value
            or target.value[0].value <= 0
        ):
            yield Broken(Code.BOOK_MILESTONES_ORDER, ("schedule", index, "value"))
        before, level = milestone.by, milestone.value.value
