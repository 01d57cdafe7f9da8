"""Rows and headers of progress files, as D4 has them: figures, problems, the account of values."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import book_text

import hytargets
from hytargets.book.reading import read_book

TARGETS: list[dict[str, Any]] = [
    {
        "id": "jobs",
        "name": {"zh": "新增就业", "en": "New jobs"},
        "value": "5.7万",
        "unit": "person",
        "measure": "flow",
    },
    {
        "id": "per",
        "name": "当期公里",
        "value": "900",
        "unit": "km",
        "measure": "flow",
        "reporting": "per_period",
    },
    {
        "id": "rate",
        "name": "失业率",
        "value": "4",
        "unit": "share",
        "measure": "stock",
        "comparison": "at_most",
    },
    {
        "id": "each",
        "name": "各县",
        "value": "4",
        "unit": "share",
        "measure": "stock",
        "combine": "each",
        "of": ["r1", "r2"],
    },
    {"id": "grow", "name": "增速", "value": "0", "unit": "change", "measure": "growth"},
]
BOOK = read_book("b", book_text([{"comparison": "at_least", **one} for one in TARGETS], 3).encode())
HEAD = "target,period,value\n"
FULL = "target,period,region,value,reported_on\n"


class Case(NamedTuple):
    """A file, what it holds by (target, period end, value), and its problems by what and where."""

    content: str
    fates: dict[str, int]
    figures: Sequence[tuple[str, str, str]] = ()
    problems: Sequence[tuple[str, int | None, str | int | None, str | None]] = ()


ROWS: dict[str, Case] = {
    "a month to date": Case(
        HEAD + "jobs,2020-06,3万人\n",
        figures=[("jobs", "2020-06-30", "30000")],
        fates={"used": 1},
    ),
    "a span since the start": Case(
        HEAD + "New jobs,2020年1-6月,5\n",
        figures=[("jobs", "2020-06-30", "5")],
        fates={"used": 1},
    ),
    "a span to date that is alone": Case(
        HEAD + "jobs,二季度,5\n",
        problems=[("period.span", 2, "period", "二季度")],
        fates={"rejected": 1},
    ),
    "a day of a per-period target": Case(
        HEAD + "per,2020-06-15,5\nper,2020-06-30,6\n",
        figures=[("per", "2020-06-30", "6")],
        problems=[("period.date", 2, "period", "2020-06-15")],
        fates={"rejected": 1, "used": 1},
    ),
    "missing is never zero": Case(
        HEAD + "jobs,2020-05,-\njobs,2020-06,5\n",
        figures=[("jobs", "2020-06-30", "5")],
        fates={"missing": 1, "used": 1},
    ),
    "the same figure twice": Case(
        HEAD + "jobs,6月,5\njobs,1-6月,5.0\n",
        figures=[("jobs", "2020-06-30", "5")],
        problems=[("value.repeated", 3, "value", None)],
        fates={"used": 1, "repeated": 1},
    ),
    "two values for one figure": Case(
        HEAD + "grow,6月,1\ngrow,1-6月,2\n",
        figures=[("grow", "2020-06-30", "1"), ("grow", "2020-06-30", "2")],
        problems=[("value.conflict", 3, "value", None)],
        fates={"rejected": 2},
    ),
    "spans that overlap": Case(
        HEAD + "per,2020-04,1\nper,2020年二季度,5\n",
        figures=[("per", "2020-04-30", "1"), ("per", "2020-06-30", "5")],
        problems=[("period.overlap", 3, "value", None)],
        fates={"rejected": 2},
    ),
    "a revision": Case(
        FULL + "jobs,2020-06,,5,\njobs,2020-06,,4,2020-07-20\n",
        figures=[("jobs", "2020-06-30", "4"), ("jobs", "2020-06-30", "5")],
        fates={"used": 1, "superseded": 1},
    ),
    "a report date that is no day": Case(
        FULL
        + "jobs,2020-05,,4,2020-06\njobs,2020-06,,5,2020年上半年\njobs,2020-07,,6,2020年8月5日\n",
        figures=[("jobs", "2020-07-31", "6")],
        problems=[
            ("reported_on.malformed", 2, "reported_on", "2020-06"),
            ("reported_on.malformed", 3, "reported_on", "2020年上半年"),
        ],
        fates={"rejected": 2, "used": 1},
    ),
    "outside the target's time": Case(
        HEAD + "jobs,2019-12,5\njobs,2020-06,6\n",
        figures=[("jobs", "2019-12-31", "5"), ("jobs", "2020-06-30", "6")],
        fates={"outside": 1, "used": 1},
    ),
    "totals and subtotals": Case(
        FULL + "jobs,2020-06,合计,5,\njobs,2020-06,小计,3,\njobs,2020-06,1县,2,\n",
        figures=[("jobs", "2020-06-30", "2"), ("jobs", "2020-06-30", "5")],
        problems=[("row.subtotal", 3, None, "小计")],
        fates={"used": 2, "ignored": 1},
    ),
    "rows that do not count for their target": Case(
        FULL + "rate,2020-06,1县,3,\neach,2020-06,,3,\neach,2020-06,3县,3,\neach,2020-06,1县,3,\n",
        figures=[("each", "2020-06-30", "3")],
        problems=[
            ("region.ignored", 2, None, "1县"),
            ("region.whole_ignored", 3, None, ""),
            ("region.ignored", 4, None, "3县"),
        ],
        fates={"ignored": 3, "used": 1},
    ),
    "unknown names": Case(
        FULL + "job,2020-06,,5,\njobs,2020-06,衡阳,5,\n",
        problems=[("target.unknown", 2, "target", "job"), ("region.unknown", 3, "region", "衡阳")],
        fates={"rejected": 2},
    ),
    "beyond the unit": Case(
        HEAD + "rate,2020-06,101\njobs,2020-06,-1\ngrow,2020-06,-150\n",
        figures=[("grow", "2020-06-30", "-150")],
        problems=[("value.outside_unit", 2, "value", "101"), ("value.negative", 3, "value", "-1")],
        fates={"rejected": 2, "used": 1},
    ),
    "every fault of a row": Case(
        FULL + "jobs,2020-13,9县,1..2,soon\n",
        problems=[
            ("region.unknown", 2, "region", "9县"),
            ("period.no_such_date", 2, "period", "2020-13"),
            ("reported_on.malformed", 2, "reported_on", "soon"),
            ("number.malformed", 2, "value", "1..2"),
        ],
        fates={"rejected": 1},
    ),
    "id and name that agree, or not": Case(
        "指标编号,指标名称,期间,数值\njobs,新增就业,2020-06,5\njobs,失业率,2020-05,5\n",
        figures=[("jobs", "2020-06-30", "5")],
        problems=[("target.disagrees", 3, "指标名称", "失业率")],
        fates={"used": 1, "rejected": 1},
    ),
    "units": Case(
        "指标,期间,数值,单位\n新增就业,2020-06,5,万人\n新增就业,2020-05,5万,万人\n新增就业,2020-04,5,万元\n",
        figures=[("jobs", "2020-06-30", "50000"), ("jobs", "2020-05-31", "50000")],
        problems=[("unit.mismatch", 4, "单位", "万元")],
        fates={"used": 2, "rejected": 1},
    ),
    "a value without a target": Case(
        HEAD + ",2020-06,5\n",
        problems=[("target.missing", 2, "target", None)],
        fates={"rejected": 1},
    ),
    "other columns": Case(
        "序号,指标,期间,数值,目标值,完成率\n1,新增就业,2020-06,5,57000,3%\n",
        figures=[("jobs", "2020-06-30", "5")],
        fates={"used": 1},
    ),
    "cells": Case(
        HEAD + "jobs,2020-06,5,9\njobs,2020-05\n,,\n",
        problems=[("row.cells", 2, None, None), ("row.cells", 3, None, None)],
        fates={"rejected": 2},
    ),
    "a blank header over a value": Case(
        "target,period,value,\njobs,2020-06,5,7\n",
        figures=[("jobs", "2020-06-30", "5")],
        problems=[("header.blank", 2, None, "7")],
        fates={"used": 1},
    ),
}


@pytest.mark.parametrize("case", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows(tmp_path: Path, case: Case, delimiter: str) -> None:
    path = tmp_path / "p.csv"
    path.write_text(case.content.replace(",", delimiter), encoding="utf-8")
    progress = hytargets.read_progress([str(path)], BOOK)
    report = hytargets.assess(BOOK, progress)
    found = sorted(
        (observation.target, observation.end.isoformat(), f"{observation.value.normalize():f}")
        for observation in progress.observations
    )
    assert found == sorted(case.figures)
    assert [
        (str(problem.code), problem.place.line, problem.place.column, problem.seen)
        for problem in report.problems
    ] == list(case.problems)
    assert {str(fate): count for fate, count in report.fates.items() if count} == case.fates


@pytest.mark.parametrize(
    ("role", "headers"),
    [
        ("target", "target target_id id 指标 指标编号 指标名称 目标任务 任务名称 项目"),
        ("period", "period date month 日期 时间 期间 截至"),
        ("value", "value actual 数值 实际 实际值 完成数 完成值 完成情况 累计 累计数 累计完成"),
        ("region", "region area 地区 区域 县市区"),
        ("unit", "unit 单位"),
        ("reported_on", "reported_on 报送日期 填报日期"),
        ("note", "note 备注 说明"),
    ],
)
def test_every_header(tmp_path: Path, role: str, headers: str) -> None:
    cells = {
        "target": "jobs",
        "period": "2020-06",
        "region": "r1",
        "unit": "人",
        "reported_on": "2020-07-01",
    }
    cells |= {"value": "5", "note": "好"}
    path = tmp_path / "p.csv"
    for header in headers.split():
        names = [header if name == role else name for name in cells]
        path.write_text(",".join(names) + "\n" + ",".join(cells.values()) + "\n", encoding="utf-8")
        progress = hytargets.read_progress([str(path)], BOOK)
        assert [one.note for one in progress.observations] == ["好"], header


def test_the_file_name_gives_the_period(tmp_path: Path) -> None:
    for name, end in (("2020-06.csv", "2020-06-30"), ("2020年5月.csv", "2020-05-31")):
        (tmp_path / name).write_text("target,value\njobs,5\n", encoding="utf-8")
        (one,) = hytargets.read_progress([str(tmp_path / name)], BOOK).observations
        assert one.end.isoformat() == end
    stated = hytargets.read_progress(
        [str(tmp_path / name)], BOOK, hytargets.Options(period="2020-03")
    )
    assert stated.observations[0].end.isoformat() == "2020-03-31"


def test_the_nearest_name_is_suggested(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(HEAD + "新增就业人数,2020-06,5\n", encoding="utf-8")
    (problem,) = hytargets.read_progress([str(path)], BOOK).problems
    assert problem.facts["nearest"] == "新增就业"
