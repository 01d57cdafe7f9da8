"""Several dates: trend, diff, explain."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from conftest import Judge, Write, book_text
from test_cli import run

import hytargets
from hytargets.documents.trend import trend_document
from hytargets.formats import DOCUMENT_FORMATS
from hytargets.formats.json import read_snapshot
from hytargets.judging.changes import ChangeKind, compare, snapshot
from hytargets.judging.trends import trends
from hytargets.language import Language

JOBS = {
    "id": "t",
    "name": "就业",
    "comparison": "at_least",
    "value": "1200",
    "unit": "person",
    "measure": "flow",
}
RATE = {
    "id": "u",
    "name": "失业率",
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}
MONTHS = [
    ("t", "2020-01", "90"),
    ("t", "2020-02", "200"),
    ("t", "2020-04", "440"),
    ("t", "2020-05", "500"),
]


@pytest.fixture
def book(write: Write) -> str:
    return write("targets.yaml", book_text([JOBS, RATE]))


def progress_file(write: Write, rows: Sequence[tuple[str, ...]], name: str = "p.csv") -> str:
    lines = ["target,period,value,reported_on", *(",".join((*row, "")[:4]) for row in rows)]
    return write(name, "\n".join(lines) + "\n")


def test_a_missing_month_is_a_gap_never_interpolated(write: Write, book: str) -> None:
    loaded = hytargets.load_book(book)
    read = hytargets.read_progress([progress_file(write, MONTHS)], loaded)
    (trend,) = trends(loaded, read, as_of=date(2020, 5, 31))
    shown = [
        (point.end.month, point.assessment and str(point.assessment.status))
        for point in trend.points
    ]
    assert shown == [(1, "behind"), (2, "on_schedule"), (3, None), (4, "ahead"), (5, "on_schedule")]
    assert trend.needed == 100  # (1200 − 500) ÷ 7
    assert trend.average == 100  # 500 ÷ 5
    assert trend.forecast
    assert (trend.forecast.since, trend.forecast.until) == (date(2020, 4, 30), date(2020, 5, 31))
    assert trend.forecast.pace == 60
    assert trend.forecast.reached == date(2021, 5, 31)  # 700 ÷ 60 = 11.67 months after May
    text = DOCUMENT_FORMATS["terminal"](trend_document(loaded, [trend], Language.ZH))
    assert "就业  ≥ 1200人  ▁▂ ▃▄  时序 ▁▂▃▃▄" in text
    assert "  2020-03  –" in text


@pytest.mark.parametrize("format", ["terminal", "markdown", "csv", "json"])
def test_trend_in_every_format(write: Write, book: str, format: str) -> None:
    done = run("trend", progress_file(write, MONTHS), "-t", book, "-f", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2020-04" in done.stdout
    if format == "json":
        (table,) = json.loads(done.stdout)["tables"]
        assert [row["actual"] for row in table] == ["90", "200", None, "440", "500"]


def test_an_old_report_is_reproduced(write: Write, book: str) -> None:
    old = progress_file(write, [("t", "2020-04", "440", "2020-05-08")], "2020-04.csv")
    both = write(
        "all.csv",
        "target,period,value,reported_on\nt,2020-04,440,2020-05-08\nt,2020-04,400,2020-07-02\nt,2020-06,600,2020-07-02\n",
    )
    then = run("check", old, "-t", book, "-f", "json").stdout
    now = run(
        "check", both, "-t", book, "--as-of", "2020-04", "--known-on", "2020-05-31", "-f", "json"
    ).stdout
    assert json.loads(now)["assessments"][0] | {"evidence": 0} == json.loads(then)["assessments"][
        0
    ] | {"evidence": 0}
    later = run("check", both, "-t", book, "--as-of", "2020-04", "-f", "json").stdout
    assert (
        json.loads(later)["assessments"][0]["actual"],
        json.loads(later)["assessments"][0]["flags"],
    ) == (
        "400",
        ["revised"],
    )


def test_diff_puts_the_newly_red_first(judge: Judge) -> None:
    rows = [("t", "2020-05", "600"), ("u", "2020-05", "3.9")]
    before = snapshot(judge([JOBS, RATE], rows))
    after = snapshot(judge([JOBS, RATE], [*rows, ("t", "2020-06", "550"), ("u", "2020-06", "4.1")]))
    changes = compare(before, after)
    assert [(change.known.target, change.kinds) for change in changes] == [
        ("u", (ChangeKind.WORSE, ChangeKind.REPORTED)),
        ("t", (ChangeKind.WORSE, ChangeKind.REPORTED)),
    ]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ([("t", "2020-05", "500")], [("t", "2020-05", "500")], None),
        ([("t", "2020-05", "500")], [("t", "2020-05", "510")], (ChangeKind.REVISED,)),
        (
            [("t", "2020-05", "500")],
            [("t", "2020-05", "490")],
            (ChangeKind.WORSE, ChangeKind.REVISED),
        ),
        ([], [("t", "2020-05", "500")], (ChangeKind.BETTER, ChangeKind.REPORTED)),
        ([("t", "2020-05", "500")], [], (ChangeKind.WORSE, ChangeKind.SILENT)),
    ],
)
def test_kinds_of_change(
    judge: Judge,
    before: list[tuple[str, ...]],
    after: list[tuple[str, ...]],
    kinds: tuple[ChangeKind, ...] | None,
) -> None:
    first = snapshot(judge([JOBS], before, as_of=date(2020, 5, 31)))
    second = snapshot(judge([JOBS], after, as_of=date(2020, 5, 31)))
    changes = compare(first, second)
    assert (changes[0].kinds if changes else None) == kinds


def test_a_saved_report_reads_back_as_it_was(judge: Judge) -> None:
    report = judge([JOBS, RATE], [("t", "2020-06", "600"), ("u", "2020-06", "3.9")])
    saved = read_snapshot(str(hytargets.render(report, "json")).encode())
    assert saved == snapshot(report)


def test_the_ratchet(write: Write, book: str, tmp_path: Path) -> None:
    path = progress_file(
        write, [*MONTHS, ("t", "2020-06", "550"), ("u", "2020-05", "3.9"), ("u", "2020-06", "4.1")]
    )
    for month in ("05", "06"):
        output = f"json={tmp_path / month}"
        run("export", path, "-t", book, "--as-of", f"2020-{month}", "-o", output)
    saved = [str(tmp_path / "05"), str(tmp_path / "06")]
    assert run("diff", *saved).returncode == 0
    worse = run("diff", *saved, "--fail-on", "worse")
    assert worse.returncode == 1
    assert "2 项变差 —— 失业率、就业。退出码 1" in worse.stdout
    assert run("diff", *reversed(saved), "--fail-on", "worse").returncode == 0
    dates = run(
        "diff", path, "-t", book, "--from", "2020-05", "--to", "2020-06", "--fail-on", "worse"
    )
    assert dates.returncode == 1
    assert run("diff", path, saved[0]).returncode == 2
    assert run("diff", path).returncode == 2


EXPLAINED = """\
就业  t
清单没有记原文，数字是印出的，确保
目标：≥ 1200人，流量，2020-01-01 至 2020-12-31，报累计数，分地区相加

  期末        数值  报送日期    出处     怎样处理
报来的数
  2020-01-31    90              p.csv:2  未用于实际值
  2020-02-29   200              p.csv:3  未用于实际值
  2020-04-30   440              p.csv:4  未用于实际值
  2020-05-31   500              p.csv:5  被 p.csv:6 的报数替代
  2020-05-31   490  2020-06-20  p.csv:6  采用

实际值 A = 490（2020-05-31）
超/欠 = A − T = 490 − 1200 = -710
时间：2020-01-01 至 2020-12-31 共 N = 12 个月，到 2020-05-31 过了 m = 5 个月
后续每月 = (T − A) ÷ (N − m) = (1200 − 490) ÷ (12 − 5) = 101.43
完成率 c = A ÷ T = 490 ÷ 1200 = 40.83%
时序 s = m ÷ N = 5 ÷ 12 = 41.67%
进度偏差 = (c − s) × 100 = -0.83 个百分点
  × 不适用：流量已突破上限
  × 不适用：流量已达到下限
  × 不适用：到期，数据完整，达到目标（或在容差内）
  × 不适用：到期，数据完整，没有达到
  × 不适用：到期，有地区没有达到
  × 不适用：余下月份要的平均值超出单位的范围
  × 不适用：期限已过，数据还不能定论
  × 不适用：进度偏差大于 0，且数据完整或只会更多
  × 不适用：进度偏差等于 0，且数据完整或只会更多
→ 结论：滞后于时序进度 —— 落后不超过 10 个百分点，且数据足以定论
标记：数据有修订
判定（--fail-on missed）：通过
"""


def test_explain_can_be_checked_with_pencil_and_paper(
    write: Write, book: str, tmp_path: Path
) -> None:
    progress_file(write, [*MONTHS, ("t", "2020-05", "490", "2020-06-20")])
    done = run("explain", "就业", "p.csv", "-t", book, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, EXPLAINED)


def test_explain_without_progress_shows_the_clause() -> None:
    shown = run("explain", "large-classes", "--lang", "en").stdout
    assert (
        "Source: 基本消除55人以上大班额, printed “基本消除”, the number is implied by words"
        in shown
    )
    assert "≤ 0%, stock, 2020-01-01 to 2020-12-31" in shown
    assert "judged at the due date only, tolerance 5" in shown


def test_every_rule_is_explained_in_both_languages() -> None:
    from hytargets.judging.rules import RULES
    from hytargets.wording import explain

    assert list(explain.RULES) == [rule.reason for rule in RULES]
