"""What was known on a day, which report counts, and what stands as evidence."""

from datetime import date

import pytest
from conftest import Judge

from hytargets.judging.statuses import Flag, Status

JOBS = {
    "id": "t", "comparison": "at_least", "value": "57000", "unit": "person", "measure": "flow",
}  # fmt: skip
CORRECTED = [
    ("t", "2020-05", "25000", "", "2020-06-05"),
    ("t", "2020-05", "23000", "", "2020-07-20"),
]


@pytest.mark.parametrize(
    ("known_on", "actual", "flags"),
    [
        (date(2020, 6, 4), None, ()),
        (date(2020, 6, 5), 25000, ()),
        (date(2020, 7, 19), 25000, ()),
        (date(2020, 7, 20), 23000, (Flag.REVISED,)),
        (None, 23000, (Flag.REVISED,)),
    ],
)
def test_a_report_is_known_from_its_own_day_on(
    judge: Judge, known_on: date | None, actual: int | None, flags: tuple[Flag, ...]
) -> None:
    (one,) = judge([JOBS], CORRECTED, as_of=date(2020, 5, 31), known_on=known_on).assessments
    assert (one.actual.value if one.actual else None) == actual
    assert one.flags == flags


def test_an_undated_report_is_the_oldest(judge: Judge) -> None:
    rows = [("t", "2020-05", "23000", "", "2020-06-05"), ("t", "2020-05", "25000")]
    (one,) = judge([JOBS], rows).assessments
    assert one.actual
    assert one.actual.value == 23000


def test_the_latest_note_is_that_of_the_latest_period_end(judge: Judge) -> None:
    per_period = {**JOBS, "reporting": "per_period"}
    rows = [
        ("t", "2020-05", "1", "", "2020-09-01", "May"),
        ("t", "2020-06", "1", "", "2020-07-01", "June"),
        ("t", "2020-07", "1"),
    ]
    (one,) = judge([per_period], rows).assessments
    assert one.note == "June"


def test_a_superseded_note_is_not_shown(judge: Judge) -> None:
    rows = [
        ("t", "2020-05", "25000", "", "2020-06-05", "first"),
        ("t", "2020-05", "23000", "", "2020-07-20", "corrected"),
    ]
    (one,) = judge([JOBS], rows).assessments
    assert one.note == "corrected"


def test_the_evidence_of_an_invalid_target_is_its_erroneous_rows(judge: Judge) -> None:
    rows = [
        ("t", "2020-05", "25000"),
        ("t", "2020-06", "12..5"),
        ("t", "2020-06", "13..5"),
    ]
    (one,) = judge([JOBS], rows).assessments
    assert one.status is Status.INVALID
    assert [(place.line, place.column) for place in one.evidence] == [(3, "value"), (4, "value")]


def test_the_evidence_of_a_sum_is_every_figure_in_it(judge: Judge) -> None:
    rows = [("t", "2020-05", "5"), ("t", "2020-06", "6"), ("t", "2020-06", "7", "", "2020-08-01")]
    (one,) = judge([{**JOBS, "reporting": "per_period"}], rows).assessments
    assert [place.line for place in one.evidence] == [2, 4]
