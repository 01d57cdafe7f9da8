"""Completion, schedule, deviation, needed: where a target stands against the time that has passed."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Measure, Pacing
from hytargets.judging.reduction import Actual
from hytargets.values.period import months_between


class Figures(NamedTuple):
    """The figures of one target, as exact quotients; None where a figure has no meaning. Deviation is in points."""

    margin: Fraction
    completion: Fraction | None
    schedule: Fraction | None
    deviation: Fraction | None
    needed: Fraction | None


def months_in_all(target: Target) -> Fraction:
    """N = position(due) − position(the day before start)."""
    return months_between(target.start, target.due)


def months_passed(target: Target, end: date) -> Fraction:
    """M = position(P) − position(the day before start), at most N."""
    return min(months_between(target.start, end), months_in_all(target))


def completion(target: Target, actual: Fraction) -> Fraction | None:
    """C = A ÷ T of a flow with T > 0; (A − B) ÷ (T − B) of a stock with a baseline B; never capped."""
    if target.baseline is not None:
        return (actual - target.baseline) / (target.value - target.baseline)
    return actual / target.value if target.is_flow and target.value > 0 else None


def schedule(target: Target, end: date) -> Fraction | None:
    """S = m ÷ N; with milestones ((value of the last one due by P, else B) − B) ÷ (T − B), where B = 0 for a flow."""
    if target.pacing is Pacing.NONE:
        return None
    if not target.milestones:
        return months_passed(target, end) / months_in_all(target)
    base = target.baseline or Fraction(0)
    level = max(
        (stone for stone in target.milestones if stone.by <= end),
        key=lambda stone: stone.by,
        default=None,
    )
    return ((level.value if level else base) - base) / (target.value - base)


def needed(target: Target, actual: Actual) -> Fraction | None:
    """(T − A) ÷ (N − m); of a mean (N·T − m·A) ÷ (N − m): what each remaining month must bring."""
    total, passed = months_in_all(target), months_passed(target, actual.end)
    if not actual.is_complete or target.is_met(target.margin(actual.value)) or passed >= total:
        return None
    comparison = target.comparison
    if target.measure is Measure.MEAN and (comparison.is_floor or comparison.is_ceiling):
        return (total * target.value - passed * actual.value) / (total - passed)
    if target.baseline is not None or (target.is_flow and comparison.is_floor):
        return (target.value - actual.value) / (total - passed)
    return None


def figures(target: Target, actual: Actual) -> Figures:
    """Every figure of a target; deviation is (c − s) × 100, of a flow with a ceiling (s − c) × 100."""
    done = completion(target, actual.value)
    due = schedule(target, actual.end) if done is not None else None
    deviation = None
    if done is not None and due is not None:
        backwards = target.is_flow and target.comparison.is_ceiling
        deviation = ((due - done) if backwards else (done - due)) * 100
    return Figures(target.margin(actual.value), done, due, deviation, needed(target, actual))
