"""Each target month by month, and what follows if its latest pace goes on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from hytargets.book.selection import Selection
from hytargets.book.target import Target
from hytargets.judging.assessment import Assessment, judge
from hytargets.judging.pace import can_be_paced, months_in_all, months_passed
from hytargets.judging.reduction import Actual
from hytargets.judging.report import Report
from hytargets.judging.settling import Settled
from hytargets.judging.statuses import Status
from hytargets.values.period import month_end, months_between, same_month

_FORECAST_AT_MOST = 10  # times the target's own time: beyond it a pace tells nothing


class Point(NamedTuple):
    """One target at a month's end.

    `assessment` is None where no observation of that month makes it: a gap.
    """

    end: date
    assessment: Assessment | None


class Forecast(NamedTuple):
    """What follows if the pace between the last two figures goes on: information, never gated."""

    since: date
    until: date
    pace: Fraction  # a month
    reached: date | None  # None where it would not be reached


class Trend(NamedTuple):
    """One target month by month, from its first month to the as-of date."""

    target: Target
    points: tuple[Point, ...]
    needed: Fraction | None
    average: Fraction | None  # a month, since the start
    forecast: Forecast | None

    @property
    def known(self) -> tuple[Assessment, ...]:
        """The points that are no gap."""
        return tuple(point.assessment for point in self.points if point.assessment)


def trends(report: Report, selection: Selection = Selection()) -> tuple[Trend, ...]:
    """The report's targets at every month's end up to its date, by what was known then.

    `selection` is the report's own: where it names one region of `each`, that is followed.
    Targets without data have no trend.
    """
    book, settled, last = report.book, report.settled, report.as_of
    if book is None or settled is None or last is None:
        return ()
    found = []
    for target in filter(selection.admits, book.targets):
        points = _points(selection.narrowed(target), settled, last, book.red_lag)
        if any(point.assessment for point in points):
            found.append(_trend(target, points))
    return tuple(found)


def _points(target: Target, settled: Settled, last: date, red_lag: Fraction) -> list[Point]:
    points = []
    for end in _month_ends(target.start, last):
        assessment = judge(target, settled, end, red_lag).assessment
        points.append(Point(end, assessment if _is_of_month(assessment, end) else None))
    return points


def _month_ends(first: date, last: date) -> list[date]:
    """Every month's end from one day to another, which itself is the last."""
    ends = []
    end = month_end(first)
    while end < last:
        ends.append(end)
        end = month_end(end + timedelta(days=1))
    return [*ends, last]


def _is_of_month(assessment: Assessment, end: date) -> bool:
    return assessment.actual is not None and same_month(assessment.actual.end, end)


def _trend(target: Target, points: Sequence[Point]) -> Trend:
    known = [point.assessment for point in points if point.assessment]
    latest = known[-1]
    return Trend(
        target=target,
        points=tuple(points),
        needed=latest.measures.needed if latest.measures else None,
        average=_average(target, latest.actual),
        forecast=_forecast(target, known),
    )


def _average(target: Target, actual: Actual | None) -> Fraction | None:
    """(A − B) ÷ m, where B = 0 for a flow."""
    if actual is None or not can_be_paced(target):
        return None
    passed = months_passed(target, actual.end)
    way = actual.value - (target.baseline or 0)
    return way / passed if passed > 0 else None


def _forecast(target: Target, known: Sequence[Assessment]) -> Forecast | None:
    """The pace between the last two complete figures, and the month it would reach the target."""
    if not can_be_paced(target) or known[-1].status is Status.MET:
        return None
    complete = _complete_actuals(known)
    if len(complete) < 2:
        return None
    before, now = complete[-2:]
    months = months_between(before.end + timedelta(days=1), now.end)
    pace = (now.value - before.value) / months
    return Forecast(before.end, now.end, pace, _reached(target, now, pace))


def _complete_actuals(known: Iterable[Assessment]) -> list[Actual]:
    actuals = (assessment.actual for assessment in known)
    return [actual for actual in actuals if actual and actual.is_complete]


def _reached(target: Target, now: Actual, pace: Fraction) -> date | None:
    """The end of the month in which T is reached, (T − A) ÷ pace months from now."""
    if pace == 0:
        return None
    months = (target.value - now.value) / pace
    if not 0 < months <= _FORECAST_AT_MOST * months_in_all(target):
        return None
    return _month_end_after(now.end, ceil(months))


def _month_end_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return month_end(date(day.year + years, month + 1, 1))
