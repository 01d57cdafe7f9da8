"""Which report of each figure counts, as known on a date; rows that contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.problems import Code, Fact, Problem
from hytargets.progress.observations import (
    Fate,
    FigureId,
    Observation,
    Progress,
    Rejection,
    figure_of,
    first_place,
)
from hytargets.values.period import month_end, month_start, months_between


class History(NamedTuple):
    """The reports of one figure in order; the last one counts."""

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
    """What was reported by a date, by target and in the order of period ends.

    Rows in conflict are among the rejections.
    """

    histories: Mapping[str, Sequence[History]]
    rejections: Sequence[Rejection]
    problems: Sequence[Problem]
    fates: Counter[Fate]

    def of(self, target: Target) -> Sequence[History]:
        """What was reported of one target."""
        return self.histories.get(target.id, ())


def settle(progress: Progress, book: TargetBook, known_on: date | None) -> Settled:
    """Order the reports of each figure known by a date; find those that contradict each other."""
    targets = {target.id: target for target in book.targets}
    known = [
        observation
        for observation in progress.observations
        if _is_known(observation.reported_on, known_on)
    ]
    contradictions = _Contradictions()
    histories: dict[str, list[History]] = defaultdict(list)
    for (target_id, _), series in _series(known, targets, contradictions).items():
        series.sort(key=lambda history: (history.counted.end, history.counted.first))
        if targets[target_id].is_per_period:
            series = list(_without_overlaps(series, contradictions))
        histories[target_id] += series
    unknown = len(progress.observations) - len(known)
    return Settled(
        histories=histories,
        rejections=[
            *(row for row in progress.rejections if _is_known(row.reported_on, known_on)),
            *contradictions.rejections,
        ],
        problems=contradictions.problems,
        fates=Counter(
            {Fate.OUTSIDE: unknown, Fate.REJECTED: len(contradictions.rejections)},
        ),
    )


def _is_known(reported_on: date | None, known_on: date | None) -> bool:
    """Was it reported by the day? Undated reports always were."""
    return reported_on is None or known_on is None or reported_on <= known_on


class _Contradictions:
    """What rows were found to contradict each other, and the problems that say so."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.rejections: list[Rejection] = []

    def tell(self, code: Code, one: Observation, other: Observation) -> None:
        """Name both rows, at the place of the later one."""
        facts: dict[str, Fact] = {
            **first_place(one, other.place),
            "region": other.region or "",
            "first": other.first,
            "end": other.end,
            "one": one.value,
            "other": other.value,
        }
        self.problems.append(Problem(code, other.place, facts, target=other.target))

    def reject(self, rows: Iterable[Observation]) -> None:
        """Count rows out: which of them is right cannot be known."""
        for row in rows:
            rejection = Rejection(row.target, row.first, row.end, row.reported_on, row.place)
            self.rejections.append(rejection)


def _series(
    known: Iterable[Observation],
    targets: Mapping[str, Target],
    contradictions: _Contradictions,
) -> dict[tuple[str, str | None], list[History]]:
    """By target and region: every figure that was reported, each with its reports."""
    by_figure: dict[FigureId, list[Observation]] = defaultdict(list)
    for observation in known:
        figure = figure_of(observation, targets[observation.target])
        by_figure[figure].append(observation)
    series: dict[tuple[str, str | None], list[History]] = defaultdict(list)
    for figure, reports in by_figure.items():
        if ordered := _in_order(reports, contradictions):
            series[figure.target, figure.region].append(History(ordered))
    return series


def _in_order(
    reports: Iterable[Observation], contradictions: _Contradictions
) -> tuple[Observation, ...]:
    """The reports by their days, undated ones first; two values of one day cannot be ordered."""
    by_day: dict[date, list[Observation]] = defaultdict(list)
    for report in reports:
        by_day[report.reported_on or date.min].append(report)
    ordered = []
    for day in sorted(by_day):
        first, *others = sorted(by_day[day], key=_by_place)
        if not others:
            ordered.append(first)
            continue
        for other in others:
            contradictions.tell(Code.VALUE_CONFLICT, first, other)
        contradictions.reject([first, *others])
    return tuple(ordered)


def _by_place(observation: Observation) -> tuple[str, int, str]:
    return observation.place.file or "", observation.place.line or 0, str(observation.place.column)


def _without_overlaps(
    series: Iterable[History], contradictions: _Contradictions
) -> Iterator[History]:
    """The spans that share no day with another: those that do would count their days twice."""
    by_first_day = sorted(series, key=lambda history: (history.counted.first, history.counted.end))
    for cluster in _clusters(by_first_day):
        if len(cluster) == 1:
            yield from cluster
            continue
        for earlier, later in pairwise(cluster):
            contradictions.tell(Code.PERIOD_OVERLAP, earlier.counted, later.counted)
        for history in cluster:
            contradictions.reject(history.reports)


def _clusters(by_first_day: Iterable[History]) -> Iterator[list[History]]:
    """Spans that hang together by shared days."""
    cluster: list[History] = []
    covered_to = date.min
    for history in by_first_day:
        if cluster and history.counted.first > covered_to:
            yield cluster
            cluster = []
        cluster.append(history)
        covered_to = max(covered_to, history.counted.end)
    if cluster:
        yield cluster


def in_window(target: Target, first: date, end: date) -> bool:
    """Does a period lie between start and due date, the months of both included?"""
    return month_start(target.start) <= first and end <= month_end(target.due)


def last_period_end(settled: Settled, book: TargetBook) -> date | None:
    """The default as-of date: the last period end inside its target's period.

    Erroneous rows count too, so that one bad cell does not move the date of the report.
    """
    targets = {target.id: target for target in book.targets}
    spans = [
        (history.counted.target, history.counted.first, history.counted.end)
        for series in settled.histories.values()
        for history in series
    ]
    spans += [
        (row.target, row.first, row.end) for row in settled.rejections if row.first and row.end
    ]
    ends = [end for target, first, end in spans if in_window(targets[target], first, end)]
    return max(ends, default=None)
