"""A check that has seen no figure does not pass."""

from datetime import date

import pytest
from conftest import Judge

from hytargets.judging.gate import decide

JOBS = {
    "id": "t", "comparison": "at_least", "value": "57000", "unit": "person", "measure": "flow",
}  # fmt: skip
JUNE = [("t", "2020-06", "30000", "", "2020-07-05")]


@pytest.mark.parametrize(
    ("rows", "as_of", "known_on", "exit_code"),
    [
        (JUNE, None, None, 0),
        (JUNE, date(2020, 6, 30), None, 0),
        (JUNE, date(2020, 5, 31), None, 2),
        (JUNE, None, date(2020, 7, 5), 0),
        (JUNE, None, date(2020, 7, 4), 2),
        (JUNE, date(2020, 6, 30), date(2020, 7, 4), 2),
        ([("t", "2019-06", "30000")], date(2020, 6, 30), None, 2),
        ([], date(2020, 6, 30), None, 2),
    ],
)
def test_nothing_seen_is_nothing_judged(
    judge: Judge,
    rows: list[tuple[str, ...]],
    as_of: date | None,
    known_on: date | None,
    exit_code: int,
) -> None:
    report = judge([JOBS], rows, as_of=as_of, known_on=known_on)
    assert decide(report).exit_code == exit_code
    told = [str(problem.code) for problem in report.problems]
    assert told == ["progress.none"] * (exit_code == 2)
