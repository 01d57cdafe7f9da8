"""The status table of the design, row by row: the first rule that applies decides."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Combine, Measure
from hytargets.judging.pace import Measures
from hytargets.judging.reduction import Actual
from hytargets.judging.statuses import Status


class Reason(StrEnum):
    """Why a status was given: the name of its rule."""

    CEILING_BROKEN = "ceiling_broken"
    FLOOR_REACHED = "floor_reached"
    DUE_MET = "due_met"
    DUE_MISSED = "due_missed"
    DUE_REGION_FAILS = "due_region_fails"
    OUT_OF_REACH = "out_of_reach"
    DUE_PASSED = "due_passed"
    AHEAD = "ahead"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    DATA_INCOMPLETE = "data_incomplete"
    HOLDING = "holding"
    PENDING = "pending"
    CEILING_BREACHED = "ceiling_breached"
    SHORT = "short"


class Case(NamedTuple):
    """What the rules look at."""

    target: Target
    actual: Actual
    measures: Measures
    as_of: date
    red_lag: Fraction

    @property
    def is_met(self) -> bool:
        """By margin."""
        return self.target.is_met(self.measures.margin)

    @property
    def holds(self) -> bool:
        """Met, or short of it within the tolerance."""
        return self.is_met or self.target.is_tolerated(self.measures.margin)

    @property
    def is_complete(self) -> bool:
        """Neither gaps nor missing regions."""
        return self.actual.is_complete

    @property
    def is_lower_bound(self) -> bool:
        """Flows only grow: is what is known of one at least a lower bound of the whole?"""
        adds_up = self.target.combine not in {Combine.MEAN, Combine.EACH}
        return self.is_complete or (self.target.is_flow and adds_up)

    @property
    def is_at_due(self) -> bool:
        """Does the actual reach to the due date?"""
        return self.actual.end >= self.target.due

    @property
    def due_has_come(self) -> bool:
        """Has the due date come?"""
        return self.as_of >= self.target.due

    @property
    def region_fails(self) -> bool:
        """Of `each`: is the worst region neither met nor within its tolerance?"""
        return self.target.combine is Combine.EACH and not self.holds

    @property
    def is_flow_beyond_ceiling(self) -> bool:
        """No later figure can bring a flow back below its ceiling."""
        has_ceiling = self.target.is_flow and self.target.comparison.is_ceiling
        return has_ceiling and not self.holds and self.is_lower_bound

    @property
    def is_flow_at_floor(self) -> bool:
        """No later figure can take a flow back below its floor."""
        has_floor = self.target.is_flow and self.target.comparison.is_floor
        return has_floor and self.is_met and self.is_lower_bound

    @property
    def is_out_of_reach(self) -> bool:
        """A mean that only figures its unit does not have could still bring to its value."""
        needed = self.measures.needed
        if self.target.measure is not Measure.MEAN or needed is None:
            return False
        unit = self.target.unit
        is_too_low = unit.min is not None and needed < Fraction(unit.min)
        is_too_high = unit.max is not None and needed > Fraction(unit.max)
        return is_too_low or is_too_high

    @property
    def lead(self) -> Fraction | None:
        """The deviation, where missing data could only raise it."""
        can_only_rise = self.is_lower_bound and self.target.comparison.is_floor
        return self.measures.deviation if self.is_complete or can_only_rise else None

    @property
    def lag(self) -> Fraction | None:
        """Minus the deviation, where missing data could only make the lag greater."""
        deviation = self.measures.deviation
        can_only_fall = self.is_lower_bound and self.target.comparison.is_ceiling
        is_sure = self.is_complete or can_only_fall
        return -deviation if deviation is not None and is_sure else None


class Rule(NamedTuple):
    """When a status applies."""

    reason: Reason
    status: Status
    applies: Callable[[Case], bool]


def _is_due_and_met(case: Case) -> bool:
    return case.is_at_due and case.is_complete and case.holds


def _is_due_and_missed(case: Case) -> bool:
    return case.is_at_due and case.is_complete and not case.holds


def _is_due_and_region_fails(case: Case) -> bool:
    return case.is_at_due and case.region_fails


def _is_ahead(case: Case) -> bool:
    return case.lead is not None and case.lead > 0


def _is_on_schedule(case: Case) -> bool:
    return case.lead is not None and case.lead == 0


def _is_behind(case: Case) -> bool:
    return case.lag is not None and 0 < case.lag <= case.red_lag


def _is_far_behind(case: Case) -> bool:
    return case.lag is not None and case.lag > case.red_lag


def _is_incomplete(case: Case) -> bool:
    return not case.is_complete and not case.region_fails


def _is_flow(case: Case) -> bool:
    return case.target.is_flow


def _is_ceiling_breached(case: Case) -> bool:
    return case.target.must_hold_throughout


def _always(case: Case) -> bool:
    return True


RULES = (
    Rule(Reason.CEILING_BROKEN, Status.MISSED, lambda case: case.is_flow_beyond_ceiling),
    Rule(Reason.FLOOR_REACHED, Status.MET, lambda case: case.is_flow_at_floor),
    Rule(Reason.DUE_MET, Status.MET, _is_due_and_met),
    Rule(Reason.DUE_MISSED, Status.MISSED, _is_due_and_missed),
    Rule(Reason.DUE_REGION_FAILS, Status.MISSED, _is_due_and_region_fails),
    Rule(Reason.OUT_OF_REACH, Status.MISSED, lambda case: case.is_out_of_reach),
    Rule(Reason.DUE_PASSED, Status.INCOMPLETE, lambda case: case.due_has_come),
    Rule(Reason.AHEAD, Status.AHEAD, _is_ahead),
    Rule(Reason.ON_SCHEDULE, Status.ON_SCHEDULE, _is_on_schedule),
    Rule(Reason.BEHIND, Status.BEHIND, _is_behind),
    Rule(Reason.FAR_BEHIND, Status.FAR_BEHIND, _is_far_behind),
    Rule(Reason.DATA_INCOMPLETE, Status.INCOMPLETE, _is_incomplete),
    Rule(Reason.HOLDING, Status.HOLDING, lambda case: case.holds),
    Rule(Reason.PENDING, Status.PENDING, _is_flow),
    Rule(Reason.CEILING_BREACHED, Status.BREACH, _is_ceiling_breached),
    Rule(Reason.SHORT, Status.SHORT, _always),
)


def deciding_rule(case: Case) -> Rule:
    """The first rule that applies."""
    return next(rule for rule in RULES if rule.applies(case))
