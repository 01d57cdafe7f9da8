"""Nothing wrong passes in silence: small files by family, each read exactly or refused."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from conftest import book_text

import hytargets
from hytargets.book.reading import read_book
from hytargets.book.target import TargetBook
from hytargets.progress.choices import FirstOfMonth
from hytargets.progress.reading import Options, read_progress

TARGETS: list[dict[str, Any]] = [
    {"id": "jobs", "name": "新增就业", "value": "5.7万", "unit": "person", "measure": "flow"},
    {"id": "roads", "name": "水泥路", "value": "900", "unit": "km", "measure": "flow"},
    {"id": "rate", "name": "失业率", "value": "4", "unit": "share", "measure": "stock",
     "comparison": "at_most"},
    {"id": "growth", "name": "增速", "value": "0.5", "unit": "change", "measure": "growth"},
    {"id": "crew", "name": "平均人数", "value": "30", "unit": "person", "measure": "mean"},
]  # fmt: skip
Reading = tuple[str, str, str]  # target, period end, value
Refusal = tuple[str, int | None]  # code, line
Row = tuple[str, list[Reading], list[Refusal]]


@pytest.fixture(scope="module")
def book() -> TargetBook:
    text = book_text([{"comparison": "at_least", **target} for target in TARGETS])
    whole = text.replace("    en: persons\n", "    en: persons\n    whole: true\n")
    return read_book("targets.yaml", whole.encode())


def read(
    folder: Path, book: TargetBook, text: str, name: str = "p.csv", options: Options = Options()
) -> tuple[list[Reading], list[Refusal]]:
    """What was read, and what was refused."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    progress = read_progress([str(path)], book, options)
    readings = [
        (one.target, one.end.isoformat(), f"{one.value.normalize():f}")
        for one in progress.observations
    ]
    refusals = [(str(problem.code), problem.place.line) for problem in progress.problems]
    report = hytargets.assess(book, progress)
    assert report.fates.total() == len(readings) + sum(progress.fates.values())
    return readings, refusals


JUNE = "2020-06-30"
JOBS_30500 = [("jobs", JUNE, "30500")]

UNITS: list[Row] = [
    # a unit column by its other names, or with what nobody sees in it
    ("指标,期间,数值,计量单位\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("指标,期间,数值,数量单位\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("指标,期间,数值,单位名称\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("指标,期间,数值,单\u200b位\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("\ufeff指标,期间,数\u00ad值,单位\u200e\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    # units in several places agree, and a scale counts once
    ("指标,期间,数值(万人)\njobs,2020-06,3.05万人\n", JOBS_30500, []),
    ("指标,期间,数值(万人),单位\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("单位：万人\n指标,期间,数值,单位\njobs,2020-06,3.05,万人\n", JOBS_30500, []),
    ("指标,期间,数值,单位\njobs,2020-06,3.05万,人\n", JOBS_30500, []),
    ("指标,期间,数值(万人)\njobs,2020-06,30500人\n", [], [("unit.disagrees", 2)]),
    ("指标,期间,数值(万人),单位\njobs,2020-06,3.05,人\n", [], [("unit.disagrees", 2)]),
    ("单位：万人\n指标,期间,数值,单位\njobs,2020-06,30500,人\n", [], [("unit.disagrees", 3)]),
    ("指标,期间,数值,单位\njobs,2020-06,3千,万人\n", [], [("unit.disagrees", 2)]),
    # a unit that is missing falls back to the header, then to the title
    ("单位：万人\n指标,期间,数值,单位\njobs,2020-06,3.05,/\n", JOBS_30500, []),
    ("指标,期间,数值(万人),单位\njobs,2020-06,3.05,-\n", JOBS_30500, []),
    # a title may stand in brackets
    ("（单位：万人）\n指标,期间,数值\njobs,2020-06,3.05\n", JOBS_30500, []),
    ("(单位：万人)\n指标,期间,数值,单位\njobs,2020-06,3.05,/\n", JOBS_30500, []),
    ("指标：新增就业(万人)\n期间,数值\n2020-06,3.05\n", JOBS_30500, []),
    # a title of several units is no unit of the rows that have their own
    (
        "单位：公里、万人\n指标,期间,数值,单位\njobs,2020-06,3.05,万人\nroads,2020-06,310,公里\n",
        [*JOBS_30500, ("roads", JUNE, "310")],
        [],
    ),
]

FIGURES: list[Row] = [
    # a fraction of whole things has lost its scale
    ("指标,期间,数值\njobs,2020-06,3.05\n", [], [("value.fraction", 2)]),
    ("指标,期间,数值\njobs,2020-06,3.05万\n", JOBS_30500, []),
    ("指标,期间,数值\njobs,2020-06,30500.0\n", JOBS_30500, []),
    ("指标,期间,数值\nroads,2020-06,310.5\n", [("roads", JUNE, "310.5")], []),
    ("指标,期间,数值\ncrew,2020-06,29.5\n", [("crew", JUNE, "29.5")], []),
    # a share that may be a hundredth of what is meant
    ("指标,期间,数值\nrate,2020-06,0.0405\n", [], [("value.share", 2)]),
    ("指标,期间,数值\nrate,2020-06,1\n", [], [("value.share", 2)]),
    ("指标,期间,数值\nrate,2020-06,-1\n", [], [("value.outside_unit", 2), ("value.share", 2)]),
    ("指标,期间,数值\nrate,2020-06,0\n", [("rate", JUNE, "0")], []),
    ("指标,期间,数值\nrate,2020-06,1.01\n", [("rate", JUNE, "1.01")], []),
    ("指标,期间,数值\nrate,2020-06,0.9%\n", [("rate", JUNE, "0.9")], []),
    ("指标,期间,数值(％)\nrate,2020-06,0.9\n", [("rate", JUNE, "0.9")], []),
    ("指标,期间,数值,单位\nrate,2020-06,0.9,%\n", [("rate", JUNE, "0.9")], []),
    ("单位：%\n指标,期间,数值\nrate,2020-06,0.9\n", [("rate", JUNE, "0.9")], []),
    ("指标,期间,数值\ngrowth,2020-06,0.4\n", [("growth", JUNE, "0.4")], []),
    # what offices write where there is no figure
    *(
        (f"指标,期间,数值\njobs,2020-05,100\njobs,2020-06,{nothing}\n",
         [("jobs", "2020-05-31", "100")], [])
        for nothing in ("暂缺", "缺", "未公布", "暂未公布", "未上报", "未报", "待报", "N/A")
    ),
]  # fmt: skip

HEADERS: list[Row] = [
    (f"指标,{period},{value}\njobs,2020-06,30500\n", JOBS_30500, [])
    for period, value in [
        ("截止", "实绩"),
        ("截止日期", "完成"),
        ("月份", "完成量"),
        ("年月", "实际完成"),
        ("报告期", "实际完成数"),
        ("统计时间", "累计完成数"),
        ("期 间", "累计值"),
        ("期间", "年累计"),
    ]
]

HEAD = "指标,期间,数值\njobs,2020-05,100\n"
MAY = [("jobs", "2020-05-31", "100")]

FELL_INTO_ONE_CELL: list[Row] = [
    (f"{HEAD}jobs{mark}2020-06{mark}30000\n", MAY, [("row.cells", 3)]) for mark in "；;\t ，|、"
]

ROWS: list[Row] = [
    (f'{HEAD}"jobs,2020-06,30000"\n', MAY, [("row.cells", 3)]),
    (f"{HEAD}jobz;2020-06;30000\n", MAY, [("row.cells", 3)]),
    (f"{HEAD}jobz|2020-06\n", MAY, []),  # two of three: a heading as well as a row
    # one that begins like a footnote and holds a figure
    (f"{HEAD}说明：外贸影响,2020-06,30000\n", MAY, [("target.unknown", 3)]),
    # rows that tell of the table
    (f"{HEAD}注：jobs 的 2020-06 未报,,\n", MAY, []),
    (f"{HEAD}数据来源：统计局，2020年6月30日；第2稿\n", MAY, []),
    (f"{HEAD}一、民生\n", MAY, []),
    (f"{HEAD}二、城乡,,\n", MAY, []),
    # too many cells, and too few
    (f"{HEAD}jobs,2020-06,30000,\n", MAY, [("row.cells", 3)]),
    (f"{HEAD},jobs,2020-06,\n", MAY, [("row.cells", 3)]),
    (f"{HEAD}jobs,2020-06\n", MAY, [("row.cells", 3)]),
    ("指标,期间,数值,\njobs,2020-05,100,\n", MAY, []),
]

PERIODS: list[Row] = [
    ("指标,期间,数值\njobs,2020/6/1,100\n", [], [("period.first_of_month", 2)]),
    ("指标,期间,数值\njobs,2020-06-01,100\n", [], [("period.first_of_month", 2)]),
    ("指标,期间,数值\njobs,2020.6.1,100\n", [], [("period.first_of_month", 2)]),
    ("指标,期间,数值\njobs,2020-06-01 00:00:00,100\n", [], [("period.first_of_month", 2)]),
    ("指标,期间,数值\njobs,2020年6月1日,100\n", [("jobs", "2020-06-01", "100")], []),
    ("指标,期间,数值\njobs,2020/6/30,100\n", [("jobs", JUNE, "100")], []),
    (
        "指标,期间,数值,报送日期\njobs,2020-06,100,2020-07-01\n",
        [("jobs", JUNE, "100")],
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "readings", "refusals"),
    [*UNITS, *FIGURES, *HEADERS, *FELL_INTO_ONE_CELL, *ROWS, *PERIODS],
)
def test_read_as_written_or_refused(
    tmp_path: Path,
    book: TargetBook,
    text: str,
    readings: list[Reading],
    refusals: list[Refusal],
) -> None:
    assert read(tmp_path, book, text) == (readings, refusals)


@pytest.mark.parametrize(
    ("choice", "end"), [(FirstOfMonth.MONTH, JUNE), (FirstOfMonth.DAY, "2020-06-01")]
)
def test_who_knows_may_say_what_the_first_of_a_month_means(
    tmp_path: Path, book: TargetBook, choice: FirstOfMonth, end: str
) -> None:
    options = Options(first_of_month=choice)
    found = read(tmp_path, book, "指标,期间,数值\njobs,2020/6/1,100\n", options=options)
    assert found == ([("jobs", end, "100")], [])


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("2020.06.csv", JUNE),
        ("2020-06.csv", JUNE),
        ("2020年6月.csv", JUNE),
        ("2020.csv", "2020-12-31"),
        ("2020.10.csv", "2020-10-31"),
    ],
)
def test_a_file_is_of_the_period_in_its_name(
    tmp_path: Path, book: TargetBook, name: str, end: str
) -> None:
    found = read(tmp_path, book, "指标,数值\njobs,100\n", name)
    assert found == ([("jobs", end, "100")], [])


def workbook(path: Path, rows: list[list[Any]], errors: dict[str, str]) -> Path:
    """A sheet; `errors` are formulas by cell, each with the error that Excel shows for it."""
    with xlsxwriter.Workbook(str(path)) as file:
        sheet = file.add_worksheet("六月")
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
        for cell, error in errors.items():
            sheet.write_formula(cell, "=1/0", None, error)
    return path


@pytest.mark.parametrize(
    ("cell", "error", "code"),
    [
        ("C2", "#N/A", "number.malformed"),
        ("C2", "#REF!", "number.malformed"),
        ("C2", "#DIV/0!", "number.malformed"),
        ("D2", "#N/A", "unit.mismatch"),
        ("B2", "#VALUE!", "period.malformed"),
    ],
)
def test_an_error_of_a_workbook_is_no_blank(
    tmp_path: Path, book: TargetBook, cell: str, error: str, code: str
) -> None:
    rows: list[list[Any]] = [["指标", "期间", "数值", "单位"], ["jobs", "2020-06", 3.05, "万人"]]
    path = workbook(tmp_path / "p.xlsx", rows, {cell: error})
    progress = read_progress([str(path)], book)
    (problem,) = progress.problems
    assert (str(problem.code), problem.place.sheet, problem.place.cell) == (code, "六月", cell)
    assert problem.seen == error
    assert progress.observations == []
