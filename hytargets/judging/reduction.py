"""Observations to actual: revisions, periods and regions reduced to one value a target."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Combine
from hytargets.problems import Code, Problem
from hytargets.progress.observations import Fate, Observation, Progress, Rejection, first_place
from hytargets.values.period import month_end, month_start, months_between


class Figure(NamedTuple):
    """One target, region and period end (of a per_period target: one span): its reports in order; the last counts."""

    reports: tuple[Observation, ...]

    @property
    def counted(self) -> Observation:
        """The latest report."""
        return self.reports[-1]

    @property
    def months(self) -> Fraction:
        """The months its span covers: its weight in an average."""
        return months_between(self.counted.first, self.counted.end)

    @property
    def is_revised(self) -> bool:
        """Did the value change between reports?"""
        return len({report.value for report in self.reports}) > 1


class Settled(NamedTuple):
    """The figures known on a date, in the order of their ends; rows in conflict are rejected."""

    figures: dict[str, list[Figure]]
    rejections: list[Rejection]
    problems: list[Problem]
    fates: Counter[Fate]


def settle(progress: Progress, book: TargetBook, known_on: date | None) -> Settled:
    """Order the reports of each figure known by a date, and find those that contradict each other."""
    known = [one for one in progress.observations if _is_known(one.reported_on, known_on)]
    settled = Settled(
        figures=defaultdict(list),
        rejections=[one for one in progress.rejections if _is_known(one.reported_on, known_on)],
        problems=[],
        fates=Counter({Fate.OUTSIDE: len(progress.observations) - len(known)}),
    )
    targets = {target.id: target for target in book.targets}
    grouped: dict[tuple[str, str, date | None, date], list[Observation]] = defaultdict(list)
    for one in known:
        first = one.first if targets[one.target].is_per_period else None
        grouped[one.target, one.region or "", first, one.end].append(one)
    series: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for (target, region, _, _), reports in grouped.items():
        if figure := _figure(reports, settled):
            series[target, region].append(figure)
    for (target, _), figures in series.items():
        figures.sort(key=lambda figure: (figure.counted.end, figure.counted.first))
        settled.figures[target] += (
            _without_overlaps(figures, settled) if targets[target].is_per_period else figures
        )
    return settled


def _is_known(reported_on: date | None, known_on: date | None) -> bool:
    return reported_on is None or known_on is None or reported_on <= known_on


def _figure(reports: list[Observation], settled: Settled) -> Figure | None:
    """The reports in order, undated first; two values reported on one day cannot be ordered."""
    days: dict[date, list[Observation]] = defaultdict(list)
    for report in reports:
        days[report.reported_on or date.min].append(report)
    ordered = []
    for day in sorted(days):
        same_day = sorted(days[day], key=_by_place)
        if len(same_day) == 1:
            ordered += same_day
        for report in same_day[1:]:
            _reject(settled, Code.VALUE_CONFLICT, same_day[0], report)
        if len(same_day) > 1:
            _reject_rows(settled, same_day)
    return Figure(tuple(ordered)) if ordered else None


def _by_place(one: Observation) -> tuple[str, int, str]:
    return one.place.file or "", one.place.line or 0, str(one.place.column)


def _reject(settled: Settled, code: Code, one: Observation, other: Observation) -> None:
    facts = first_place(one, other.place) | {
        "region": other.region or "",
        "first": other.first,
        "end": other.end,
    }
    facts |= {"one": one.value, "other": other.value}
    settled.problems.append(Problem(code, other.place, facts, target=other.target))


def _reject_rows(settled: Settled, rows: Iterable[Observation]) -> None:
    for row in rows:
        settled.fates[Fate.REJECTED] += 1
        settled.rejections.append(
            Rejection(row.target, row.first, row.end, row.reported_on, row.place)
        )


def _without_overlaps(figures: list[Figure], settled: Settled) -> Iterator[Figure]:
    """The spans that share no day with another; those that do are rejected."""
    cluster: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: (figure.counted.first, figure.counted.end)):
        if cluster and figure.counted.first > max(one.counted.end for one in cluster):
            yield from _sound(cluster, settled)
            cluster = []
        cluster.append(figure)
    yield from _sound(cluster, settled)


def _sound(cluster: list[Figure], settled: Settled) -> list[Figure]:
    if len(cluster) < 2:
        return cluster
    for one, other in pairwise(cluster):
        _reject(settled, Code.PERIOD_OVERLAP, one.counted, other.counted)
    for figure in cluster:
        _reject_rows(settled, figure.reports)
    return []


def in_window(target: Target, first: date, end: date) -> bool:
    """Does a period lie between the target's start and due date, the months of both included?"""
    return month_start(target.start) <= first and end <= month_end(target.due)


def last_period_end(settled: Settled, book: TargetBook) -> date | None:
    """The default as-of date: the last period end that lies inside its target's period, of erroneous rows too."""
    targets = {target.id: target for target in book.targets}
    rows = [
        (figure.counted.target, figure.counted)
        for figures in settled.figures.values()
        for figure in figures
    ]
    ends = [one.end for target, one in rows if in_window(targets[target], one.first, one.end)]
    ends += [
        row.end
        for row in settled.rejections
        if row.first and row.end and in_window(targets[row.target], row.first, row.end)
    ]
    return max(ends, default=None)


class Level(NamedTuple):
    """The whole's row, or one region, reduced over its periods; `figures` are those that make the value."""

    region: str | None
    end: date
    value: Fraction
    is_average: bool
    has_gaps: bool
    figures: tuple[Figure, ...]
    falls: tuple[tuple[Observation, Observation], ...]


class Actual(NamedTuple):
    """The observations of a target reduced to one value; `end` is its period end (P)."""

    value: Fraction
    end: date
    is_average: bool
    has_gaps: bool = False
    is_partial: bool = False
    reported: tuple[int, int] | None = None  # regions with a value at the latest end, of all
    levels: tuple[Level, ...] = ()  # those that make the actual
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
        return tuple(figure.counted for level in self.levels for figure in level.figures)


class Reduced(NamedTuple):
    """A target's actual, if any figure counts, and what became of its observations."""

    actual: Actual | None
    fates: Counter[Fate]


def reduce(target: Target, figures: Sequence[Figure], as_of: date | None) -> Reduced:
    """The actual on a date. Nothing is imputed."""
    fates: Counter[Fate] = Counter()
    by_region: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        one = figure.counted
        counts = as_of is not None and one.end <= as_of and in_window(target, one.first, one.end)
        fates[Fate.USED if counts else Fate.OUTSIDE] += 1
        fates[Fate.SUPERSEDED if counts else Fate.OUTSIDE] += len(figure.reports) - 1
        if counts and (one.region is None or not target.regions or one.region in target.regions):
            by_region[one.region].append(figure)
    whole = by_region.pop(None, None)
    row = _of_row(target, whole) if whole else None
    parts = _of_parts(target, by_region) if by_region else None
    return Reduced(_chosen(target, row, parts), fates)


def _chosen(target: Target, row: Actual | None, parts: Actual | None) -> Actual | None:
    """The sound one of row and parts; of two the later, the row in a tie; of none the row."""
    if row is None or parts is None:
        return row or parts
    mismatch = _is_mismatch(target, row, parts)
    if parts.is_complete and (not row.is_complete or parts.end > row.end):
        return parts._replace(sum_mismatch=mismatch)
    return row._replace(sum_mismatch=mismatch, parts=parts.parts)


def _is_mismatch(target: Target, row: Actual, parts: Actual) -> bool:
    """Do row and sum differ, at one end, by more than half a last printed unit of every figure together?"""
    if target.combine is not Combine.SUM or parts.is_partial or row.end != parts.end:
        return False
    precision = sum(Fraction(one.resolution) for one in (*row.evidence, *parts.evidence))
    return abs(row.value - parts.value) > precision / 2


def _of_row(target: Target, figures: list[Figure]) -> Actual:
    level = _level(target, None, figures)
    return Actual(
        level.value, level.end, level.is_average, has_gaps=level.has_gaps, levels=(level,)
    )


def _of_parts(target: Target, by_region: dict[str | None, list[Figure]]) -> Actual:
    """The parts at the latest end for which every region has a value; if there is none, each region's latest."""
    expected = target.regions or tuple(sorted(region for region in by_region if region))
    ends = [{figure.counted.end for figure in by_region.get(region, ())} for region in expected]
    common = set.intersection(*ends)
    at = (
        max(common)
        if common
        else max(figure.counted.end for figures in by_region.values() for figure in figures)
    )
    levels = tuple(
        _level(target, region, [figure for figure in by_region[region] if figure.counted.end <= at])
        for region in expected
        if region in by_region
    )
    parts = Actual(
        value=sum((level.value for level in levels), Fraction(0)),
        end=at,
        is_average=any(level.is_average for level in levels),
        has_gaps=any(level.has_gaps for level in levels),
        is_partial=not common,
        reported=(sum(level.end == at for level in levels), len(expected)),
        levels=levels,
        parts=levels,
        waiting=tuple(
            figure.counted
            for figures in by_region.values()
            for figure in figures
            if figure.counted.end > at
        ),
        completeness_unknown=not target.regions,
    )
    match target.combine:
        case Combine.MEAN:
            return parts._replace(value=parts.value / len(levels), is_average=True)
        case Combine.EACH:
            worst = min(levels, key=lambda level: target.margin(level.value))
            return parts._replace(value=worst.value, end=worst.end, levels=(worst,))
        case _:
            return parts


def _level(target: Target, region: str | None, figures: list[Figure]) -> Level:
    """To_date, stock, growth: the latest value. Per_period: the sum, or of a mean the average by months covered."""
    last = figures[-1]
    end = last.counted.end
    if not target.is_per_period:
        falls = _falls(figures) if target.is_flow else ()
        return Level(region, end, Fraction(last.counted.value), False, False, (last,), falls)
    if target.is_flow:
        value = sum((Fraction(figure.counted.value) for figure in figures), Fraction(0))
    else:
        weighted = (Fraction(figure.counted.value) * figure.months for figure in figures)
        value = sum(weighted, Fraction(0)) / sum(figure.months for figure in figures)
    return Level(
        region, end, value, not target.is_flow, _has_hole(target, figures), tuple(figures), ()
    )


def _falls(figures: list[Figure]) -> tuple[tuple[Observation, Observation], ...]:
    pairs = pairwise(figure.counted for figure in figures)
    return tuple((earlier, later) for earlier, later in pairs if later.value < earlier.value)


def _has_hole(target: Target, figures: list[Figure]) -> bool:
    """Do the spans leave a day between the start's month and their end uncovered?"""
    uncovered = month_start(target.start)
    for figure in figures:
        if figure.counted.first > uncovered:
            return True
        uncovered = figure.counted.end + timedelta(days=1)
    return False
