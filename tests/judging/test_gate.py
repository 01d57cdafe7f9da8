"""Which verdicts fail: the gate's table, row by row."""

from datetime import date
from typing import Any

import pytest
from conftest import Judge

from hytargets.judging.gate import Policy, decide
from hytargets.judging.statuses import FailOn

JOBS = {
    "id": "t", "comparison": "at_least", "value": "57000", "unit": "person", "measure": "flow",
}  # fmt: skip
RATE = {"id": "t", "comparison": "at_most", "value": "4", "unit": "share", "measure": "stock"}
HOPED = {**JOBS, "commitment": "aspirational"}

MISSED, FAR, BEHIND, NEVER = FailOn.MISSED, FailOn.FAR_BEHIND, FailOn.BEHIND, FailOn.NEVER
YEAR_END = date(2020, 12, 31)

ROWS: list[tuple[dict[str, Any], tuple[str, str] | None, date | None, Policy, int]] = [
    # target, observation, as of, policy, exit code
    (JOBS, ("2020-12", "56999"), None, Policy(MISSED), 1),
    (JOBS, ("2020-12", "56999"), None, Policy(NEVER), 0),
    (JOBS, ("2020-12", "57000"), None, Policy(MISSED), 0),
    (JOBS, ("2020-12", "57000"), None, Policy(BEHIND, max_age=0), 0),
    (JOBS, ("2020-06", "22000"), None, Policy(MISSED), 0),
    (JOBS, ("2020-06", "22000"), None, Policy(FAR), 1),
    (JOBS, ("2020-06", "24000"), None, Policy(FAR), 0),
    (JOBS, ("2020-06", "24000"), None, Policy(BEHIND), 1),
    (JOBS, ("2020-06", "28500"), None, Policy(BEHIND), 0),
    (RATE, ("2020-06", "4.05"), None, Policy(MISSED), 1),
    (RATE, ("2020-06", "4.05"), None, Policy(NEVER), 0),
    ({**RATE, "holds": "at_due"}, ("2020-06", "4.05"), None, Policy(FAR), 0),
    ({**RATE, "holds": "at_due"}, ("2020-06", "4.05"), None, Policy(BEHIND), 1),
    # an aspirational miss passes, unless asked for
    (HOPED, ("2020-12", "56999"), None, Policy(MISSED), 0),
    (HOPED, ("2020-12", "56999"), None, Policy(BEHIND), 0),
    (HOPED, ("2020-12", "56999"), None, Policy(MISSED, aspirational=True), 1),
    # once due, incomplete data and silence fail
    (JOBS, ("2020-06", "30000"), YEAR_END, Policy(MISSED), 1),
    (JOBS, ("2020-06", "30000"), date(2020, 12, 30), Policy(MISSED), 0),
    (JOBS, ("2020-06", "30000"), YEAR_END, Policy(NEVER), 0),
    # old data of what is undecided; a target that is met has no more to report
    (JOBS, ("2020-06", "30000"), date(2020, 9, 30), Policy(MISSED, max_age=2), 1),
    (JOBS, ("2020-06", "30000"), date(2020, 9, 30), Policy(MISSED, max_age=3), 0),
    (JOBS, ("2020-06", "57000"), date(2020, 9, 30), Policy(MISSED, max_age=0), 0),
]


@pytest.mark.parametrize(("target", "observation", "as_of", "policy", "exit_code"), ROWS)
def test_the_gate(
    judge: Judge,
    target: dict[str, Any],
    observation: tuple[str, str],
    as_of: date | None,
    policy: Policy,
    exit_code: int,
) -> None:
    verdict = decide(judge([target], [("t", *observation)], as_of=as_of), policy)
    assert verdict.exit_code == exit_code
    assert [one.target.id for one in verdict.failing] == ["t"] * exit_code
    assert verdict.passed is (exit_code == 0)


@pytest.mark.parametrize(("as_of", "exit_code"), [(date(2020, 12, 30), 0), (YEAR_END, 1)])
def test_silence_fails_once_due(judge: Judge, as_of: date, exit_code: int) -> None:
    silent = {**JOBS, "id": "silent"}
    report = judge([JOBS, silent], [("t", "2020-06", "57000")], as_of=as_of)
    verdict = decide(report)
    assert verdict.exit_code == exit_code
    assert [one.target.id for one in verdict.failing] == ["silent"] * exit_code


def test_an_error_beats_a_miss(judge: Judge) -> None:
    rows = [("t", "2020-12", "56999"), ("other", "2020-12", "5")]
    verdict = decide(judge([JOBS], rows))
    assert verdict.exit_code == 2
    assert [one.target.id for one in verdict.failing] == ["t"]


def test_the_book_sets_the_age_and_the_policy_overrules_it(judge: Judge) -> None:
    rows = [("t", "2020-06", "30000")]
    report = judge([JOBS], rows, as_of=date(2020, 9, 30), pace={"max_age": 2})
    assert decide(report).exit_code == 1
    assert decide(report, Policy(max_age=3)).exit_code == 0
