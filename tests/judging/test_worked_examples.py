"""Every row of the design's worked examples (D5): literal input, literal output."""

import json
from datetime import date
from typing import Any

import pytest
from conftest import Judge

from hytargets import render

JOBS = {"id": "t", "comparison": "at_least", "value": "5.7万", "unit": "person", "measure": "flow"}
UNEMPLOYMENT = {
    "id": "t",
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}
BLACK_WATER = {
    "id": "t", "comparison": "at_most", "value": "0", "unit": "village", "measure": "stock", "holds": "at_due",
}  # fmt: skip
CLASSES = {
    "id": "t", "comparison": "at_most", "value": "0", "unit": "share", "measure": "stock", "holds": "at_due",
    "tolerance": {"value": "5", "basis": "教育部"},
}  # fmt: skip
KINDERGARTEN = {
    "id": "t",
    "comparison": "at_least",
    "value": "50",
    "unit": "share",
    "measure": "stock",
}
WITH_BASELINE = {**KINDERGARTEN, "baseline": {"value": "40", "date": "2019-12-31"}}
FERTILISER = {
    "id": "t",
    "comparison": "less_than",
    "value": "0",
    "unit": "change",
    "measure": "growth",
}
COMPLAINTS = {
    "id": "t",
    "comparison": "at_least",
    "value": "100",
    "unit": "share",
    "measure": "mean",
}
VILLAGES = {
    "id": "t",
    "comparison": "at_least",
    "value": "355",
    "unit": "village",
    "measure": "flow",
}
ROADS = {
    "id": "t",
    "comparison": "at_least",
    "value": "900",
    "unit": "km",
    "measure": "flow",
    "due": "2020-09-30",
}
ACCIDENTS = {
    "id": "t",
    "comparison": "at_most",
    "value": "100",
    "unit": "village",
    "measure": "flow",
}
MONTHLY = {
    "id": "t", "comparison": "at_least", "value": "5.7", "unit": "km", "measure": "flow", "reporting": "per_period",
}  # fmt: skip


def counties(period: str, first: int, last: int, total: int) -> list[tuple[str, ...]]:
    """Counties from first to last reporting figures that make up a total."""
    count = last - first + 1
    shares = [total // count + (number < total % count) for number in range(count)]
    return [("t", period, str(share), f"r{first + number}") for number, share in enumerate(shares)]


ROWS: list[tuple[str, dict[str, Any], list[tuple[str, ...]], dict[str, Any]]] = [
    (
        "jobs in June",
        JOBS,
        [("t", "2020-06", "30000")],
        {
            "status": "ahead",
            "completion": "0.5263157895",
            "schedule": "0.5000000000",
            "deviation": "2.6315789474",
            "needed": "4500.0000000000",
            "margin": "-27000",
            "light": "green",
        },
    ),
    (
        "exactly on schedule",
        JOBS,
        [("t", "2020-11", "52250")],
        {"status": "on_schedule", "deviation": "0.0000000000", "completion": "0.9166666667"},
    ),
    (
        "behind",
        JOBS,
        [("t", "2020-06", "24000")],
        {"status": "behind", "deviation": "-7.8947368421", "light": "yellow"},
    ),
    (
        "far behind",
        JOBS,
        [("t", "2020-06", "22000")],
        {"status": "far_behind", "deviation": "-11.4035087719"},
    ),
    (
        "early",
        JOBS,
        [("t", "2020-10", "57000")],
        {"status": "met", "flags": ["early"], "needed": None},
    ),
    (
        "one short",
        JOBS,
        [("t", "2020-12", "56999")],
        {"status": "missed", "margin": "-1", "completion": "0.9999824561"},
    ),
    (
        "inside a month",
        JOBS,
        [("t", "2020-08-20", "30000")],
        {"status": "far_behind", "schedule": "0.6370967742", "period_end": "2020-08-20"},
    ),
    (
        "4.00 within 4",
        UNEMPLOYMENT,
        [("t", "2020-06", "4.00")],
        {"status": "holding", "margin": "0", "completion": None, "actual": "4"},
    ),
    (
        "4.05 in June",
        UNEMPLOYMENT,
        [("t", "2020-06", "4.05")],
        {"status": "breach", "margin": "-0.05", "light": "red"},
    ),
    (
        "4.05 in December",
        UNEMPLOYMENT,
        [("t", "2020-12", "4.05")],
        {"status": "missed", "completion": None},
    ),
    (
        "2 waters in June",
        BLACK_WATER,
        [("t", "2020-06", "2")],
        {"status": "short", "light": "yellow"},
    ),
    ("no waters in December", BLACK_WATER, [("t", "2020-12", "0")], {"status": "met", "flags": []}),
    ("8% of classes", CLASSES, [("t", "2020-06", "8")], {"status": "short"}),
    ("3% of classes", CLASSES, [("t", "2020-06", "3")], {"status": "holding", "flags": []}),
    (
        "3% at due",
        CLASSES,
        [("t", "2020-12", "3")],
        {"status": "met", "flags": ["within_tolerance"], "margin": "-3"},
    ),
    (
        "45 of 50 in June",
        KINDERGARTEN,
        [("t", "2020-06", "45")],
        {"status": "short", "completion": None},
    ),
    ("45 of 50 in December", KINDERGARTEN, [("t", "2020-12", "45")], {"status": "missed"}),
    (
        "45 of 50 from 40",
        WITH_BASELINE,
        [("t", "2020-06", "45")],
        {"status": "on_schedule", "completion": "0.5000000000", "deviation": "0.0000000000"},
    ),
    ("growth 0.3", FERTILISER, [("t", "2020-02", "0.3")], {"status": "short", "margin": "-0.3"}),
    (
        "growth 0.0 at due",
        FERTILISER,
        [("t", "2020-12", "0.0")],
        {"status": "missed", "margin": "0"},
    ),
    (
        "growth -0.1 at due",
        FERTILISER,
        [("t", "2020-12", "-0.1")],
        {"status": "met", "actual": "-0.1"},
    ),
    (
        "a mean out of reach",
        COMPLAINTS,
        [("t", "2020-06", "99")],
        {"status": "missed", "needed": "101.0000000000", "schedule": None},
    ),
    (
        "10 of 12 counties short",
        VILLAGES,
        counties("2020-12", 1, 10, 300),
        {
            "status": "incomplete",
            "flags": ["partial"],
            "regions_reported": {"reported": 10, "of": 12},
            "actual": "300",
        },
    ),
    (
        "10 of 12 counties enough",
        VILLAGES,
        counties("2020-12", 1, 10, 356),
        {"status": "met", "flags": ["partial"], "regions_reported": {"reported": 10, "of": 12}},
    ),
    (
        "4 of 12 in June, 60",
        VILLAGES,
        counties("2020-06", 1, 4, 60),
        {"status": "incomplete", "flags": ["partial"]},
    ),
    (
        "4 of 12 in June, 200",
        VILLAGES,
        counties("2020-06", 1, 4, 200),
        {"status": "ahead", "flags": ["partial"]},
    ),
    (
        "one county further",
        VILLAGES,
        [*counties("2020-06", 1, 12, 180), ("t", "2020-07", "99", "r1")],
        {
            "period_end": "2020-06-30",
            "actual": "180",
            "regions_reported": {"reported": 12, "of": 12},
        },
    ),
    (
        "due in September",
        ROADS,
        [("t", "2020-06", "560")],
        {
            "status": "behind",
            "schedule": "0.6666666667",
            "completion": "0.6222222222",
            "deviation": "-4.4444444444",
        },
    ),
    (
        "accidents in June",
        ACCIDENTS,
        [("t", "2020-06", "60")],
        {"status": "behind", "completion": "0.6000000000", "deviation": "-10.0000000000"},
    ),
    (
        "accidents beyond",
        ACCIDENTS,
        [("t", "2020-10", "101")],
        {"status": "missed", "margin": "-1"},
    ),
    (
        "ten months of 0.57",
        MONTHLY,
        [("t", f"2020-{month:02}", "0.57") for month in range(1, 11)],
        {
            "status": "met",
            "actual": "5.7",
            "margin": "0",
            "completion": "1.0000000000",
            "flags": ["early"],
        },
    ),
]


@pytest.mark.parametrize(
    ("target", "rows", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_worked_example(
    judge: Judge, target: dict[str, Any], rows: list[tuple[str, ...]], expected: dict[str, Any]
) -> None:
    report = judge([target], rows, regions=12)
    assessment = json.loads(render(report, "json"))["assessments"][0]
    assert {key: assessment[key] for key in expected} == expected


def test_needs_4500_a_month_and_shows_99_998_percent(judge: Judge) -> None:
    june = render(judge([JOBS], [("t", "2020-06", "22000")]), "terminal")
    assert "后续每月需完成 5833.33人" in june
    assert "99.998%" in render(judge([JOBS], [("t", "2020-12", "56999")]), "terminal")


def test_a_correction_is_known_from_the_day_it_was_reported(judge: Judge) -> None:
    rows = [("t", "2020-05", "25000"), ("t", "2020-05", "23000", "", "2020-07-20")]
    before = judge([JOBS], rows, known_on=date(2020, 6, 30)).assessments[0]
    now = judge([JOBS], rows).assessments[0]
    assert (before.actual.value, before.flags) == (25000, ())  # type: ignore[union-attr]
    assert (now.actual.value, now.flags) == (23000, ("revised",))  # type: ignore[union-attr]


def test_silence_since_january_is_stale(judge: Judge) -> None:
    one = judge([JOBS], [("t", "2020-01", "5000")], as_of=date(2020, 11, 30)).assessments[0]
    shown = json.loads(
        render(judge([JOBS], [("t", "2020-01", "5000")], as_of=date(2020, 11, 30)), "json")
    )
    assert (one.status, one.flags) == ("ahead", ("stale",))
    assert shown["assessments"][0]["completion"] == "0.0877192982"
    assert shown["assessments"][0]["schedule"] == "0.0833333333"
    assert shown["counts"]["stale"] == 1
