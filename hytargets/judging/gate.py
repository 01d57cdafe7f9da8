"""Which assessments fail, and the exit code."""

from enum import StrEnum
from typing import NamedTuple

from hytargets.book.terms import Commitment
from hytargets.exitcode import ExitCode
from hytargets.judging.assessment import Assessment, Report, Status
from hytargets.problems import Severity


class FailOn(StrEnum):
    """The mildest verdict that fails the gate."""

    MISSED = "missed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    NEVER = "never"


_MISSED = frozenset({Status.MISSED, Status.BREACH})
_FAILING = {
    FailOn.MISSED: _MISSED,
    FailOn.FAR_BEHIND: _MISSED | {Status.FAR_BEHIND},
    FailOn.BEHIND: _MISSED | {Status.FAR_BEHIND, Status.BEHIND, Status.SHORT},
    FailOn.NEVER: frozenset[Status](),
}
_FAILING_ONCE_DUE = frozenset({Status.NO_DATA, Status.INCOMPLETE})


class Policy(NamedTuple):
    """Which verdicts make the exit code 1; `max_age` is in months."""

    fail_on: FailOn = FailOn.MISSED
    aspirational: bool = False
    max_age: int | None = None


class Verdict(NamedTuple):
    """The gate's answer on a report."""

    policy: Policy
    max_age: int | None
    failing: tuple[Assessment, ...]
    exit_code: ExitCode

    @property
    def passed(self) -> bool:
        """Judged, and nothing fails."""
        return self.exit_code is ExitCode.OK


def decide(report: Report, policy: Policy = Policy()) -> Verdict:
    """Apply the gate: 2 where an input has an error, else 1 where a target fails, else 0."""
    max_age = (
        policy.max_age if policy.max_age is not None or report.book is None else report.book.max_age
    )
    failing = tuple(one for one in report.assessments if _fails(one, report, policy, max_age))
    if any(problem.severity is Severity.ERROR for problem in report.problems):
        code = ExitCode.UNUSABLE
    else:
        code = ExitCode.FAILED if failing else ExitCode.OK
    return Verdict(policy, max_age, failing, code)


def _fails(one: Assessment, report: Report, policy: Policy, max_age: int | None) -> bool:
    if policy.fail_on is FailOn.NEVER or report.as_of is None:
        return False
    if one.target.commitment is Commitment.ASPIRATIONAL and not policy.aspirational:
        return False
    if one.status in _FAILING[policy.fail_on]:
        return True
    if one.status in _FAILING_ONCE_DUE and report.as_of >= one.target.due:
        return True
    return max_age is not None and not one.status.is_decided and one.age(report.as_of) > max_age
