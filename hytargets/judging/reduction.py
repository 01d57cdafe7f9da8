"""What was reported of a target, reduced over periods and regions to one value: the actual."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Combine
from hytargets.judging.settling import History, in_window
from hytargets.progress.observations import Fate, Observation
from hytargets.values.period import month_start

Fall = tuple[Observation, Observation]  # a figure to date, and a later one that is less


class Level(NamedTuple):
    """The whole's row, or one region, reduced over its periods."""

    region: str | None
    end: date
    value: Fraction
    histories: tuple[History, ...]  # those that make the value
    is_average: bool = False
    has_gaps: bool = False
    falls: tuple[Fall, ...] = ()


class Actual(NamedTuple):
    """The observations of a target reduced to one value; `end` is its period end (P)."""

    value: Fraction
    end: date
    levels: tuple[Level, ...]  # those that make the actual
    is_average: bool = False
    has_gaps: bool = False
    is_partial: bool = False
    regions_reported: tuple[int, int] | None = None  # with a value at the latest end, of all
    parts: tuple[Level, ...] = ()
    waiting: tuple[Observation, ...] = ()  # later values of parts, shown but not judged
    sum_mismatch: bool = False
    completeness_unknown: bool = False

    @property
    def is_complete(self) -> bool:
        """Neither gaps nor missing regions."""
        return not (self.has_gaps or self.is_partial)

    @property
    def evidence(self) -> tuple[Observation, ...]:
        """The observations that make the actual."""
        return tuple(history.counted for level in self.levels for history in level.histories)


class Reduced(NamedTuple):
    """A target's actual, if any observation counts, and what became of its observations."""

    actual: Actual | None
    fates: Counter[Fate]


ByRegion = Mapping[str | None, Sequence[History]]


def reduce(target: Target, histories: Iterable[History], as_of: date | None) -> Reduced:
    """The actual on a date. Nothing is imputed."""
    fates: Counter[Fate] = Counter()
    by_region: dict[str | None, list[History]] = defaultdict(list)
    for history in histories:
        revisions = len(history.reports) - 1
        if not _counts(target, history.counted, as_of):
            fates[Fate.OUTSIDE] += 1 + revisions
            continue
        fates[Fate.USED] += 1
        fates[Fate.SUPERSEDED] += revisions
        if _speaks_of(target, history.counted.region):
            by_region[history.counted.region].append(history)
    whole = by_region.pop(None, None)
    row = _actual_of_row(target, whole) if whole else None
    parts = _actual_of_parts(target, by_region) if by_region else None
    return Reduced(_chosen(target, row, parts), fates)


def _counts(target: Target, observation: Observation, as_of: date | None) -> bool:
    """Does its period lie inside the target's, and end by the as-of date?"""
    if as_of is None or observation.end > as_of:
        return False
    return in_window(target, observation.first, observation.end)


def _speaks_of(target: Target, region: str | None) -> bool:
    """Is it the whole, or one of the target's regions? Without a list every region is one."""
    return region is None or not target.regions or region in target.regions


def _chosen(target: Target, row: Actual | None, parts: Actual | None) -> Actual | None:
    """Of row and parts the sound one; of two the later, the row in a tie; of none the row."""
    if row is None or parts is None:
        return row or parts
    mismatch = _is_mismatch(target, row, parts)
    parts_are_later = not row.is_complete or parts.end > row.end
    if parts.is_complete and parts_are_later:
        return parts._replace(sum_mismatch=mismatch)
    return row._replace(sum_mismatch=mismatch, parts=parts.parts)


def _is_mismatch(target: Target, row: Actual, parts: Actual) -> bool:
    """Do row and sum differ, at one end, by more than rounding allows?

    That is half a last printed unit of every figure together.
    """
    are_comparable = target.combine is Combine.SUM and row.end == parts.end
    if not are_comparable or parts.is_partial:
        return False
    figures = (*row.evidence, *parts.evidence)
    precision = sum(Fraction(figure.resolution) for figure in figures)
    return abs(row.value - parts.value) > precision / 2


def _actual_of_row(target: Target, whole: Sequence[History]) -> Actual:
    level = _level(target, None, whole)
    return Actual(
        value=level.value,
        end=level.end,
        levels=(level,),
        is_average=level.is_average,
        has_gaps=level.has_gaps,
    )


def _actual_of_parts(target: Target, by_region: ByRegion) -> Actual:
    """The parts at their common end; if there is none, each region's latest value."""
    expected = target.regions or tuple(sorted(region for region in by_region if region))
    common = _common_end(expected, by_region)
    everything = [history.counted for series in by_region.values() for history in series]
    end = common or max(observation.end for observation in everything)
    levels = _levels_at(target, expected, by_region, end)
    parts = Actual(
        value=sum((level.value for level in levels), Fraction(0)),
        end=end,
        levels=levels,
        is_average=any(level.is_average for level in levels),
        has_gaps=any(level.has_gaps for level in levels),
        is_partial=common is None,
        regions_reported=(sum(level.end == end for level in levels), len(expected)),
        parts=levels,
        waiting=tuple(observation for observation in everything if observation.end > end),
        completeness_unknown=not target.regions,
    )
    return _combined(target, parts)


def _common_end(regions: Iterable[str], by_region: ByRegion) -> date | None:
    """The latest period end for which every region has a value."""
    ends = [{history.counted.end for history in by_region.get(region, ())} for region in regions]
    return max(set.intersection(*ends), default=None)


def _levels_at(
    target: Target, regions: Iterable[str], by_region: ByRegion, end: date
) -> tuple[Level, ...]:
    """Each region that has reported, by what it has up to an end."""
    levels = []
    for region in regions:
        if series := by_region.get(region):
            until = [history for history in series if history.counted.end <= end]
            levels.append(_level(target, region, until))
    return tuple(levels)


def _combined(target: Target, parts: Actual) -> Actual:
    """The sum of the parts, or their mean, or the worst of them."""
    match target.combine:
        case Combine.MEAN:
            return parts._replace(value=parts.value / len(parts.levels), is_average=True)
        case Combine.EACH:
            worst = min(parts.levels, key=lambda level: target.margin(level.value))
            return parts._replace(value=worst.value, end=worst.end, levels=(worst,))
        case _:
            return parts


def _level(target: Target, region: str | None, series: Sequence[History]) -> Level:
    """One region, or the whole's row: `series` is in the order of period ends.

    to_date, stock, growth: the value with the latest end; a per_period flow: the sum;
    a per_period mean: the average weighted by months covered.
    """
    last = series[-1]
    end = last.counted.end
    if not target.is_per_period:
        falls = _falls(series) if target.is_flow else ()
        return Level(region, end, Fraction(last.counted.value), (last,), falls=falls)
    value = _sum(series) if target.is_flow else _average(series)
    return Level(
        region=region,
        end=end,
        value=value,
        histories=tuple(series),
        is_average=not target.is_flow,
        has_gaps=_has_hole(target, series),
    )


def _sum(series: Iterable[History]) -> Fraction:
    return sum((Fraction(history.counted.value) for history in series), Fraction(0))


def _average(series: Sequence[History]) -> Fraction:
    weighted = sum(
        (Fraction(history.counted.value) * history.months for history in series), Fraction(0)
    )
    return weighted / sum(history.months for history in series)


def _falls(series: Iterable[History]) -> tuple[Fall, ...]:
    pairs = pairwise(history.counted for history in series)
    return tuple((earlier, later) for earlier, later in pairs if later.value < earlier.value)


def _has_hole(target: Target, series: Iterable[History]) -> bool:
    """Do the spans leave a day between the start's month and their end uncovered?"""
    uncovered = month_start(target.start)
    for history in series:
        if history.counted.first > uncovered:
            return True
        uncovered = history.counted.end + timedelta(days=1)
    return False
