"""Observations to actual: row against parts, each region, completeness; worked by hand."""

import json
from datetime import date
from typing import Any

import pytest
from conftest import Judge

from hytargets import render

FLOW = {"id": "t", "comparison": "at_least", "value": "100", "unit": "km", "measure": "flow"}
EACH = {
    "id": "t",
    "comparison": "at_least",
    "value": "50",
    "unit": "share",
    "measure": "stock",
    "combine": "each",
}
MEAN = {**EACH, "combine": "mean"}
MONTHLY = {**FLOW, "reporting": "per_period"}
JUNE = "2020-06"

ROWS: dict[str, tuple[dict[str, Any], list[tuple[str, ...]], dict[str, Any]]] = {
    "row and parts agree to half a last unit of each": (
        FLOW,
        [
            ("t", JUNE, "10.0"),
            ("t", JUNE, "5", "r1"),
            ("t", JUNE, "4.4", "r2"),
        ],  # (0.1 + 1 + 0.1) ÷ 2 = 0.6
        {"actual": "10", "flags": [], "regions_reported": None},
    ),
    "row and parts differ by more": (
        FLOW,
        [("t", JUNE, "10.0"), ("t", JUNE, "5", "r1"), ("t", JUNE, "4.3", "r2")],
        {"actual": "10", "flags": ["sum_mismatch"]},
    ),
    "the later of two sound ones": (
        FLOW,
        [("t", "2020-05", "60"), ("t", JUNE, "40", "r1"), ("t", JUNE, "30", "r2")],
        {"actual": "70", "period_end": "2020-06-30", "regions_reported": {"reported": 2, "of": 2}},
    ),
    "the row where the parts are partial": (
        FLOW,
        [("t", "2020-05", "60"), ("t", JUNE, "70", "r1")],
        {"actual": "60", "period_end": "2020-05-31", "flags": ["stale"]},
    ),
    "the parts where the row has gaps": (
        MONTHLY,
        [("t", "2020-02", "9"), ("t", "2020-01", "4", "r1"), ("t", "2020-01", "5", "r2")],
        {"actual": "9", "period_end": "2020-01-31", "flags": ["stale"]},
    ),
    "parts of different months are partial, and counted at the latest": (
        FLOW,
        [("t", "2020-05", "20", "r1"), ("t", JUNE, "30", "r2")],
        {
            "actual": "50",
            "flags": ["partial"],
            "regions_reported": {"reported": 1, "of": 2},
            "status": "on_schedule",
        },
    ),
    "a hole between the months": (
        MONTHLY,
        [("t", "2020-01", "10"), ("t", "2020-03", "10")],
        {"actual": "20", "flags": ["gaps", "stale"], "status": "incomplete", "needed": None},
    ),
    "to date, a month less than the one before": (
        FLOW,
        [("t", "2020-05", "60"), ("t", JUNE, "55")],
        {"actual": "55", "flags": ["falling"]},
    ),
    "the worst region is the actual": (
        EACH,
        [("t", JUNE, "60", "r1"), ("t", JUNE, "49", "r2")],
        {"actual": "49", "margin": "-1", "status": "short"},
    ),
    "the worst region's own month": (
        EACH,
        [("t", "2020-03", "49", "r1"), ("t", JUNE, "60", "r2")],
        {
            "actual": "49",
            "period_end": "2020-03-31",
            "flags": ["partial", "stale"],
            "status": "short",
        },
    ),
    "each at the due date, one failing": (
        EACH,
        [("t", "2020-12", "49", "r1")],
        {"status": "missed", "flags": ["partial"], "regions_reported": {"reported": 1, "of": 2}},
    ),
    "each at the due date, one silent": (
        EACH,
        [("t", "2020-12", "51", "r1")],
        {"status": "incomplete"},
    ),
    "the mean of regions": (
        MEAN,
        [("t", JUNE, "50", "r1"), ("t", JUNE, "51", "r2")],
        {"actual": "50.5000000000", "status": "holding"},
    ),
}


@pytest.mark.parametrize(("target", "rows", "expected"), ROWS.values(), ids=ROWS)
def test_reduction(
    judge: Judge, target: dict[str, Any], rows: list[tuple[str, ...]], expected: dict[str, Any]
) -> None:
    report = judge(
        [target], rows, regions=2, as_of=date(2020, 6, 30) if rows[-1][1] < "2020-07" else None
    )
    assessment = json.loads(render(report, "json"))["assessments"][0]
    assert {key: assessment[key] for key in expected} == expected


def test_a_fall_warns_and_names_both_lines(judge: Judge) -> None:
    report = judge([FLOW], [("t", "2020-05", "60"), ("t", JUNE, "55")])
    (problem,) = report.problems
    assert (str(problem.code), problem.place.line, problem.facts["line"]) == ("value.falling", 3, 2)


def test_without_a_list_completeness_is_unknown(judge: Judge) -> None:
    report = judge([FLOW], [("t", JUNE, "30", "甲县"), ("t", JUNE, "25", "乙县")])
    assert [str(problem.code) for problem in report.problems] == ["regions.unlisted"]
    assert json.loads(render(report, "json"))["assessments"][0]["regions_reported"] == {
        "reported": 2,
        "of": 2,
    }
