"""Time in judging: milestones, other starts and dues, years, months cut short; worked by hand."""

import json
from datetime import date
from typing import Any

import pytest
from conftest import Judge

from hytargets import render

ROADS = {"id": "t", "comparison": "at_least", "value": "900", "unit": "km", "measure": "flow"}
PLAN = {
    "id": "t", "comparison": "at_least", "value": "62", "unit": "share", "measure": "stock",
    "baseline": {"value": "50", "date": "2015-12-31"}, "due": "2020-12-31",
}  # fmt: skip
STONES = [{"by": "2020-03-31", "value": "100"}, {"by": "2020-06-30", "value": "400"}]
MEAN = {"id": "t", "comparison": "at_least", "value": "90", "unit": "share", "measure": "mean"}
LOW_MEAN = {**MEAN, "comparison": "at_most", "value": "10"}
LIMIT = {"id": "t", "comparison": "at_most", "value": "100", "unit": "village", "measure": "flow"}
FEBRUARY = {**ROADS, "value": "29", "start": "2020-02-01", "due": "2020-02-29"}

ROWS: list[tuple[dict[str, Any], list[tuple[str, ...]], dict[str, Any]]] = [
    # milestones: the last one due by P; before the first, nothing is due
    ({**ROADS, "schedule": STONES}, [("t", "2020-02", "10")], {"schedule": "0.0000000000", "status": "ahead"}),
    ({**ROADS, "schedule": STONES}, [("t", "2020-05", "100")], {"schedule": "0.1111111111", "status": "on_schedule"}),
    ({**ROADS, "schedule": STONES}, [("t", "2020-06", "300")], {"schedule": "0.4444444444", "status": "far_behind"}),
    ({**ROADS, "schedule": "none"}, [("t", "2020-06", "1")], {"schedule": None, "status": "pending"}),
    # from March to November: nine months
    (
        {**ROADS, "start": "2020-03-01", "due": "2020-11-30"},
        [("t", "2020-06", "400")],
        {"schedule": "0.4444444444", "status": "on_schedule", "needed": "100.0000000000"},
    ),
    # a start inside a month: 16 of 31 days of March are left, and nine months
    ({**ROADS, "start": "2020-03-16"}, [("t", "2020-03", "48")], {"schedule": "0.0542372881", "status": "behind"}),
    # a due date inside a month: that month counts as ending on it
    (
        {**ROADS, "due": "2020-09-15"},
        [("t", "2020-09", "900")],
        {"period_end": "2020-09-15", "schedule": "1.0000000000", "status": "met", "flags": []},
    ),
    ({**ROADS, "due": "2020-09-15"}, [("t", "2020-09", "899")], {"status": "missed", "needed": None}),
    ({**ROADS, "due": "2020-09-15"}, [("t", "2020-10", "900")], {"status": "no_data", "period_end": None}),
    # a five-year plan from a baseline: 60 months
    (
        PLAN,
        [("t", "2018-06", "56")],
        {"start": "2016-01-01", "completion": "0.5000000000", "schedule": "0.5000000000", "status": "on_schedule"},
    ),
    (PLAN, [("t", "2018-06", "54")], {"deviation": "-16.6666666667", "status": "far_behind", "needed": "0.2666666667"}),
    (PLAN, [("t", "2019-12", "62")], {"status": "ahead", "completion": "1.0000000000", "needed": None}),
    (PLAN, [("t", "2020-12", "62")], {"status": "met"}),
    (PLAN, [("t", "2020年", "61.9")], {"status": "missed", "margin": "-0.1"}),
    # means: within reach, at the limit, out of reach
    (MEAN, [("t", "2020-06", "80")], {"status": "short", "needed": "100.0000000000"}),
    (MEAN, [("t", "2020-06", "79.9")], {"status": "missed", "needed": "100.1000000000"}),
    (LOW_MEAN, [("t", "2020-06", "20")], {"status": "short", "needed": "0.0000000000"}),
    (LOW_MEAN, [("t", "2020-06", "21")], {"status": "missed", "needed": "-1.0000000000"}),
    (
        {**MEAN, "reporting": "per_period"},
        [("t", "2020年一季度", "88"), ("t", "2020-04", "96")],
        {"actual": "90.0000000000", "margin": "0.0000000000", "status": "holding"},
    ),
    # a flow with a ceiling is ahead when it has used less than its time
    (LIMIT, [("t", "2020-06", "40")], {"deviation": "10.0000000000", "status": "ahead"}),
    (LIMIT, [("t", "2020-06", "61")], {"deviation": "-11.0000000000", "status": "far_behind"}),
    (LIMIT, [("t", "2020-12", "100")], {"status": "met"}),
    # the last day of a leap February is included
    (FEBRUARY, [("t", "2020-02-28", "28")], {"schedule": "0.9655172414", "status": "on_schedule"}),
    (FEBRUARY, [("t", "2020-02-29", "29")], {"schedule": "1.0000000000", "status": "met", "flags": []}),
]  # fmt: skip


@pytest.mark.parametrize(("target", "rows", "expected"), ROWS)
def test_time(
    judge: Judge, target: dict[str, Any], rows: list[tuple[str, ...]], expected: dict[str, Any]
) -> None:
    assessment = json.loads(render(judge([target], rows), "json"))["assessments"][0]
    assert {key: assessment[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("as_of", "stale"),
    [("2020-06-30", False), ("2020-07-30", False), ("2020-07-31", True), ("2020-12-31", True)],
)
def test_stale_once_another_month_has_ended(judge: Judge, as_of: str, stale: bool) -> None:
    report = judge([ROADS], [("t", "2020-06", "300")], as_of=date.fromisoformat(as_of))
    assert ("stale" in report.assessments[0].flags) is stale
