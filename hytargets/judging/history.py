"""Several dates compared: each target month by month, and two reports against each other."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from hytargets.book.selection import Selection
from hytargets.book.target import Target, TargetBook
from hytargets.judging.assessment import Assessment, Flag, Light, Report, Status, judged
from hytargets.judging.pace import months_in_all, months_passed
from hytargets.judging.reduction import last_period_end, settle
from hytargets.progress.observations import Progress
from hytargets.values.period import month_end, months_between, same_month


class Point(NamedTuple):
    """One target at a month's end; `assessment` is None where no figure of that month makes it: a gap."""

    end: date
    assessment: Assessment | None


class Forecast(NamedTuple):
    """What follows if the latest pace goes on: information, never gated. The window is the last two figures."""

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


def trends(
    book: TargetBook,
    progress: Progress,
    as_of: date | None = None,
    known_on: date | None = None,
    selection: Selection = Selection(),
) -> tuple[Trend, ...]:
    """The selected targets at every month's end up to a date (default: the last period end in the data)."""
    settled = settle(progress, book, known_on)
    last = as_of or last_period_end(settled, book)
    if last is None:
        return ()
    first = min(target.start for target in book.targets)
    ends = _month_ends(first, last)
    at_ends = [judged(book, settled, end, selection) for end in ends]
    return tuple(
        _trend([Point(end, _of_month(one, end)) for end, one in zip(ends, ones, strict=True)])
        for ones in zip(*at_ends, strict=True)
        if any(one.actual for one in ones)
    )


def _month_ends(first: date, last: date) -> list[date]:
    """Every month's end from one day to another, which itself is the last."""
    ends = []
    end = month_end(first)
    while end < last:
        ends.append(end)
        end = month_end(end + timedelta(days=1))
    return [*ends, last]


def _of_month(one: Assessment, end: date) -> Assessment | None:
    return one if one.actual and same_month(one.actual.end, end) else None


def _trend(points: list[Point]) -> Trend:
    known = [point.assessment for point in points if point.assessment]
    last = known[-1]
    target = last.target
    first = next(number for number, point in enumerate(points) if point.end >= target.start)
    needed = last.figures.needed if last.figures else None
    return Trend(target, tuple(points[first:]), needed, _average(last), _forecast(known))


def _builds_up(target: Target) -> bool:
    """Has it a way to go, so that a pace means something? A flow with a floor, or a stock with a baseline."""
    return target.baseline is not None or (target.is_flow and target.comparison.is_floor)


def _average(last: Assessment) -> Fraction | None:
    """(A − B) ÷ m, where B = 0 for a flow."""
    if last.actual is None or not _builds_up(last.target):
        return None
    passed = months_passed(last.target, last.actual.end)
    return (last.actual.value - (last.target.baseline or 0)) / passed if passed > 0 else None


def _forecast(known: list[Assessment]) -> Forecast | None:
    """The pace between the last two figures, and the month in which it would reach the target: (T − A) ÷ pace ahead."""
    sound = [one.actual for one in known if one.actual and one.actual.is_complete]
    if len(sound) < 2 or not _builds_up(known[-1].target) or known[-1].status is Status.MET:
        return None
    target, before, now = known[-1].target, sound[-2], sound[-1]
    pace = (now.value - before.value) / months_between(before.end + timedelta(days=1), now.end)
    ahead = (target.value - now.value) / pace if pace else Fraction(-1)
    reached = (
        _months_later(now.end, ceil(ahead)) if 0 < ahead <= 10 * months_in_all(target) else None
    )
    return Forecast(before.end, now.end, pace, reached)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return month_end(date(day.year + years, month + 1, 1))


class Standing(NamedTuple):
    """What a report says of one target, from the report itself or read back from its JSON."""

    target: str
    name: Mapping[str, str]
    is_firm: bool
    status: Status
    light: Light
    period_end: date | None
    actual: Fraction | None
    completion: Fraction | None
    deviation: Fraction | None
    is_stale: bool


class Snapshot(NamedTuple):
    """A report, as far as two of them are compared."""

    book: str
    as_of: date | None
    known_on: date | None
    standings: tuple[Standing, ...]


class Kind(StrEnum):
    """How a target changed."""

    WORSE = "worse"
    BETTER = "better"
    REVISED = "revised"
    REPORTED = "reported"
    SILENT = "silent"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


class Change(NamedTuple):
    """One target in both reports; `before` or `after` is None where a report does not have it."""

    before: Standing | None
    after: Standing | None
    kinds: tuple[Kind, ...]

    @property
    def known(self) -> Standing:
        """The later of the two that is there."""
        standing = self.after or self.before
        assert standing
        return standing


_SEVERITY = {Light.GREEN: 0, Light.GREY: 1, Light.YELLOW: 2, Light.RED: 3, Light.MAGENTA: 4}


def snapshot(report: Report) -> Snapshot:
    """What of a report is compared."""
    standings = (
        Standing(
            target=one.target.id,
            name={"zh": one.target.name.zh, "en": one.target.name.en},
            is_firm=one.target.commitment == "firm",
            status=one.status,
            light=one.light,
            period_end=one.actual.end if one.actual else None,
            actual=one.actual.value if one.actual else None,
            completion=one.figures.completion if one.figures else None,
            deviation=one.figures.deviation if one.figures else None,
            is_stale=Flag.STALE in one.flags,
        )
        for one in report.assessments
    )
    return Snapshot(
        report.book.id if report.book else "", report.as_of, report.known_on, tuple(standings)
    )


def compare(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """The targets that changed: newly red first, then worse, silent, revised, better, the rest; else in book order."""
    earlier = {one.target: one for one in before.standings}
    later = {one.target: one for one in after.standings}
    changes = [
        Change(earlier.get(target), later.get(target), kinds)
        for target in [*later, *(target for target in earlier if target not in later)]
        if (kinds := tuple(_kinds(earlier.get(target), later.get(target))))
    ]
    return tuple(sorted(changes, key=_urgency))


def is_worse(change: Change) -> bool:
    """Did a firm target's light get worse?"""
    return Kind.WORSE in change.kinds and change.known.is_firm


def _urgency(change: Change) -> int:
    newly_red = Kind.WORSE in change.kinds and change.known.light is Light.RED
    order = (Kind.WORSE, Kind.SILENT, Kind.REVISED, Kind.BETTER)
    return (
        -1
        if newly_red
        else next((order.index(kind) for kind in change.kinds if kind in order), len(order))
    )


def _kinds(before: Standing | None, after: Standing | None) -> list[Kind]:
    if before is None or after is None:
        return [Kind.ADDED if before is None else Kind.REMOVED]
    kinds = []
    if _SEVERITY[after.light] != _SEVERITY[before.light]:
        kinds.append(
            Kind.WORSE if _SEVERITY[after.light] > _SEVERITY[before.light] else Kind.BETTER
        )
    if after.actual is not None and (before.period_end is None or _later(after, before)):
        kinds.append(Kind.REPORTED)
    elif after.actual != before.actual and after.period_end == before.period_end:
        kinds.append(Kind.REVISED)
    if (before.actual is not None and after.actual is None) or (
        after.is_stale and not before.is_stale
    ):
        kinds.append(Kind.SILENT)
    if not kinds and (after.status, after.deviation) != (before.status, before.deviation):
        kinds.append(Kind.MOVED)
    return kinds


def _later(after: Standing, before: Standing) -> bool:
    return (
        after.period_end is not None
        and before.period_end is not None
        and after.period_end > before.period_end
    )
