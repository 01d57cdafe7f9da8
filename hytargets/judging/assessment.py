"""One target judged: its status, light and flags."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Comparison, Measure
from hytargets.judging.pace import Measures, measured
from hytargets.judging.reduction import Actual, reduce
from hytargets.judging.rules import Case, Reason, Rule, deciding_rule
from hytargets.judging.settling import Settled
from hytargets.judging.statuses import Flag, Light, Status
from hytargets.problems import Place
from hytargets.progress.observations import Fate, Observation, Rejection
from hytargets.values.period import month_end, month_start, position


class Assessment(NamedTuple):
    """One target judged.

    `actual`, `measures` and `rule` are None where nothing counts or the data are invalid.
    """

    target: Target
    status: Status
    flags: tuple[Flag, ...] = ()
    actual: Actual | None = None
    measures: Measures | None = None
    rule: Rule | None = None
    rejections: tuple[Rejection, ...] = ()

    @property
    def light(self) -> Light:
        """The colour of its status."""
        return self.status.light

    @property
    def comparison(self) -> Comparison:
        """How the actual must stand to the target's value."""
        return self.target.comparison

    @property
    def measure(self) -> Measure:
        """What kind of figure the target is."""
        return self.target.measure

    @property
    def evidence(self) -> tuple[Place, ...]:
        """Where the figures stand that make the actual; of invalid data, the erroneous rows."""
        if self.actual is None:
            return tuple(row.place for row in self.rejections)
        return tuple(observation.place for observation in self.actual.evidence)

    @property
    def note(self) -> str | None:
        """The latest note of the observations that make the actual."""
        if self.actual is None:
            return None
        noted = [observation for observation in self.actual.evidence if observation.note]
        return max(noted, key=_recency).note if noted else None

    def age(self, as_of: date) -> Fraction | None:
        """Months between its period end and a date; None where nothing counts."""
        if self.actual is None:
            return None
        return position(as_of) - position(self.actual.end)


def _recency(observation: Observation) -> tuple[date, date]:
    return observation.end, observation.reported_on or date.min


class Judged(NamedTuple):
    """An assessment, and what became of the observations it was made from."""

    assessment: Assessment
    fates: Counter[Fate]


def judge(target: Target, settled: Settled, as_of: date | None, red_lag: Fraction) -> Judged:
    """Judge one target on a date by what was reported of it."""
    reduced = reduce(target, settled.of(target), as_of)
    rejections = tuple(row for row in settled.rejections if _spoils(row, target, as_of))
    if rejections:
        assessment = Assessment(target, Status.INVALID, rejections=rejections)
    elif reduced.actual is None or as_of is None:
        assessment = Assessment(target, Status.NO_DATA)
    else:
        assessment = _assessed(target, reduced.actual, as_of, red_lag)
    return Judged(assessment, reduced.fates)


def _spoils(row: Rejection, target: Target, as_of: date | None) -> bool:
    """Does an erroneous row leave a target's data in doubt? One that ends later does not yet."""
    if row.target != target.id:
        return False
    return row.end is None or (as_of is not None and row.end <= as_of)


def _assessed(target: Target, actual: Actual, as_of: date, red_lag: Fraction) -> Assessment:
    case = Case(target, actual, measured(target, actual), as_of, red_lag)
    rule = deciding_rule(case)
    return Assessment(
        target=target,
        status=rule.status,
        flags=tuple(_flags(case, rule)),
        actual=actual,
        measures=case.measures,
        rule=rule,
    )


def _flags(case: Case, rule: Rule) -> Iterator[Flag]:
    """In the order of `Flag`."""
    actual = case.actual
    if rule.reason is Reason.FLOOR_REACHED and actual.end < case.target.due:
        yield Flag.EARLY
    if rule.reason is Reason.DUE_MET and not case.is_met:
        yield Flag.WITHIN_TOLERANCE
    if any(history.is_revised for level in actual.levels for history in level.histories):
        yield Flag.REVISED
    if actual.has_gaps:
        yield Flag.GAPS
    if actual.is_partial:
        yield Flag.PARTIAL
    if any(level.falls for level in actual.levels):
        yield Flag.FALLING
    if actual.sum_mismatch:
        yield Flag.SUM_MISMATCH
    if not rule.status.is_decided and _is_stale(case):
        yield Flag.STALE


def _is_stale(case: Case) -> bool:
    """Has a month ended since its period end, before the due date?"""
    end = case.actual.end
    last_month_ended = _last_month_end(case.as_of)
    return end < case.target.due and month_end(end) < month_start(last_month_ended)


def _last_month_end(day: date) -> date:
    """The last day of the latest month that has ended by a day."""
    if day == month_end(day):
        return day
    return month_start(day) - timedelta(days=1)
