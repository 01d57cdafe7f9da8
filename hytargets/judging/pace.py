"""What is computed of a target: margin, completion, schedule, deviation, needed; and each step.

Letters as in the formulas: T the target's value, A the actual, B the baseline (0 for a flow),
M the milestone due, N the months in all, m the months that have passed, c completion and
s schedule.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Comparison, Measure, Pacing
from hytargets.judging.reduction import Actual
from hytargets.values.period import months_between


class Formula(StrEnum):
    """The formulas of the design, as they are written."""

    FLOOR_MARGIN = "A − T"
    CEILING_MARGIN = "T − A"
    EXACT_MARGIN = "−|A − T|"
    RANGE_MARGIN = "min(A − low, high − A)"
    ABOUT_MARGIN = "tolerance − |A − T|"
    COMPLETION = "A ÷ T"
    COMPLETION_FROM_BASELINE = "(A − B) ÷ (T − B)"
    SCHEDULE = "m ÷ N"
    SCHEDULE_OF_MILESTONES = "(M − B) ÷ (T − B)"
    DEVIATION = "(c − s) × 100"
    DEVIATION_OF_CEILING = "(s − c) × 100"
    NEEDED = "(T − A) ÷ (N − m)"
    NEEDED_OF_MEAN = "(N·T − m·A) ÷ (N − m)"


_MARGINS = {
    Comparison.AT_LEAST: Formula.FLOOR_MARGIN,
    Comparison.MORE_THAN: Formula.FLOOR_MARGIN,
    Comparison.AT_MOST: Formula.CEILING_MARGIN,
    Comparison.LESS_THAN: Formula.CEILING_MARGIN,
    Comparison.EXACTLY: Formula.EXACT_MARGIN,
    Comparison.BETWEEN: Formula.RANGE_MARGIN,
    Comparison.ABOUT: Formula.ABOUT_MARGIN,
}


class Step(NamedTuple):
    """One formula worked: what each of its letters stands for, and the exact result."""

    formula: Formula
    letters: Mapping[str, Fraction]
    value: Fraction


class Steps(NamedTuple):
    """How each measure was worked out; None where it has no meaning."""

    margin: Step
    completion: Step | None
    schedule: Step | None
    deviation: Step | None
    needed: Step | None


class Measures(NamedTuple):
    """The measures of one target, exact; None where one has no meaning. Deviation is in points."""

    margin: Fraction
    completion: Fraction | None
    schedule: Fraction | None
    deviation: Fraction | None
    needed: Fraction | None
    steps: Steps


def measured(target: Target, actual: Actual) -> Measures:
    """Every measure of a target."""
    completion = _completion(target, actual.value)
    schedule = schedule_of(target, actual.end) if completion else None
    steps = Steps(
        margin=_margin(target, actual.value),
        completion=completion,
        schedule=schedule,
        deviation=_deviation(target, completion, schedule),
        needed=_needed(target, actual),
    )
    return Measures(
        margin=steps.margin.value,
        completion=_value(steps.completion),
        schedule=_value(steps.schedule),
        deviation=_value(steps.deviation),
        needed=_value(steps.needed),
        steps=steps,
    )


def _value(step: Step | None) -> Fraction | None:
    return step.value if step else None


def months_in_all(target: Target) -> Fraction:
    """The N of the formulas: position(due) − position(the day before start)."""
    return months_between(target.start, target.due)


def months_passed(target: Target, end: date) -> Fraction:
    """The m of the formulas: position(P) − position(the day before start), at most N."""
    return min(months_between(target.start, end), months_in_all(target))


def can_be_paced(target: Target) -> bool:
    """Has it a way to go, so that a pace means something? A floor's flow, or a baseline."""
    has_floor_to_reach = target.is_flow and target.comparison.is_floor
    return has_floor_to_reach or target.baseline is not None


def _margin(target: Target, actual: Fraction) -> Step:
    letters = {
        "A": actual,
        "T": target.value,
        "low": target.bounds[0],
        "high": target.bounds[-1],
        "tolerance": target.tolerance,
    }
    return Step(_MARGINS[target.comparison], letters, target.margin(actual))


def _completion(target: Target, actual: Fraction) -> Step | None:
    """The share done; never capped. None of what is neither a flow nor measured from a baseline."""
    if target.baseline is not None:
        way = target.value - target.baseline
        letters = {"A": actual, "B": target.baseline, "T": target.value}
        done = (actual - target.baseline) / way
        return Step(Formula.COMPLETION_FROM_BASELINE, letters, done)
    if target.is_flow and target.value > 0:
        letters = {"A": actual, "T": target.value}
        return Step(Formula.COMPLETION, letters, actual / target.value)
    return None


def schedule_of(target: Target, end: date) -> Step | None:
    """The share of the time that has passed, or of the way that the milestones ask for by then."""
    if target.pacing is Pacing.NONE:
        return None
    if target.milestones:
        return _schedule_of_milestones(target, end)
    passed = months_passed(target, end)
    total = months_in_all(target)
    return Step(Formula.SCHEDULE, {"m": passed, "N": total}, passed / total)


def _schedule_of_milestones(target: Target, end: date) -> Step:
    base = target.baseline or Fraction(0)
    reached = base
    for milestone in target.milestones:  # in the order of their dates
        if milestone.by <= end:
            reached = milestone.value
    letters = {"M": reached, "B": base, "T": target.value}
    share = (reached - base) / (target.value - base)
    return Step(Formula.SCHEDULE_OF_MILESTONES, letters, share)


def _deviation(target: Target, completion: Step | None, schedule: Step | None) -> Step | None:
    """Completion against schedule in points; of what must stay below a ceiling, less is better."""
    if completion is None or schedule is None:
        return None
    letters = {"c": completion.value, "s": schedule.value}
    ahead = (completion.value - schedule.value) * 100
    if target.is_flow and target.comparison.is_ceiling:
        return Step(Formula.DEVIATION_OF_CEILING, letters, -ahead)
    return Step(Formula.DEVIATION, letters, ahead)


def _needed(target: Target, actual: Actual) -> Step | None:
    """What each remaining month must bring, or, of a mean, must average."""
    total = months_in_all(target)
    passed = months_passed(target, actual.end)
    is_open = actual.is_complete and passed < total
    if not is_open or target.is_met(target.margin(actual.value)):
        return None
    letters = {"T": target.value, "A": actual.value, "N": total, "m": passed}
    left = total - passed
    has_one_bound = target.comparison.is_floor or target.comparison.is_ceiling
    if target.measure is Measure.MEAN and has_one_bound:
        level = (total * target.value - passed * actual.value) / left
        return Step(Formula.NEEDED_OF_MEAN, letters, level)
    if can_be_paced(target):
        return Step(Formula.NEEDED, letters, (target.value - actual.value) / left)
    return None
