"""Which assessments fail, and the exit code."""

from typing import NamedTuple

from hytargets.exitcode import ExitCode
from hytargets.judging.assessment import Assessment
from hytargets.judging.report import Report
from hytargets.judging.statuses import FailOn, Status

_MISSED = frozenset({Status.MISSED, Status.BREACH})
_FAILING = {
    FailOn.MISSED: _MISSED,
    FailOn.FAR_BEHIND: _MISSED | {Status.FAR_BEHIND},
    FailOn.BEHIND: _MISSED | {Status.FAR_BEHIND, Status.BEHIND, Status.SHORT},
    FailOn.NEVER: frozenset[Status](),
}
# Once the due date has come, silence fails as well.
_FAILING_ONCE_DUE = frozenset({Status.NO_DATA, Status.INCOMPLETE})


class Policy(NamedTuple):
    """Which verdicts make the exit code 1; `max_age` is in months, default the book's."""

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
    max_age = policy.max_age
    if max_age is None and report.book is not None:
        max_age = report.book.max_age
    failing = tuple(
        assessment
        for assessment in report.assessments
        if _fails(assessment, report, policy, max_age)
    )
    return Verdict(policy, max_age, failing, _exit_code(report, failing))


def _exit_code(report: Report, failing: tuple[Assessment, ...]) -> ExitCode:
    if report.has_errors:
        return ExitCode.UNUSABLE
    return ExitCode.FAILED if failing else ExitCode.OK


def _fails(assessment: Assessment, report: Report, policy: Policy, max_age: int | None) -> bool:
    if policy.fail_on is FailOn.NEVER or report.as_of is None:
        return False
    if not (assessment.target.is_firm or policy.aspirational):
        return False
    if assessment.status in _FAILING[policy.fail_on]:
        return True
    if assessment.status in _FAILING_ONCE_DUE and report.as_of >= assessment.target.due:
        return True
    if max_age is None or assessment.status.is_decided:
        return False
    age = assessment.age(report.as_of)
    return age is not None and age > max_age
