"""Several dates at the command line: trend, diff, explain."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Write, book_text, run

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


def test_saved_reports_are_compared_whole(write: Write, book: str, tmp_path: Path) -> None:
    path, saved = progress_file(write, MONTHS), str(tmp_path / "saved.json")
    run("export", path, "-t", book, "-o", saved)
    done = run("diff", saved, saved, "--target", "t")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--from" in done.stderr


def test_no_change_is_claimed_of_what_could_not_be_read(write: Write, book: str) -> None:
    done = run("diff", "none.csv", "-t", book, "--from", "2020-05")
    assert done.returncode == 2
    assert "没有变化" not in done.stdout
    assert "有错误，比较可能不全。退出码 2" in done.stdout


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
距目标 = A − T = 490 − 1200 = -710（欠 710人）
时间：2020-01-01 至 2020-12-31 共 N = 12 个月，到 2020-05-31 过了 m = 5 个月
后续每月需完成 = (T − A) ÷ (N − m) = (1200 − 490) ÷ (12 − 5) = 101.43人
完成率 c = A ÷ T = 490 ÷ 1200 = 40.83%
时序 s = m ÷ N = 5 ÷ 12 = 41.67%
进度偏差 = (c − s) × 100 = (0.408333 − 0.416667) × 100 = -0.83 个百分点
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


def test_explain_says_what_is_wrong_and_gates_nothing(write: Write, book: str) -> None:
    lost = run("explain", "就业", "none.csv", "-t", book)
    assert lost.returncode == 2
    assert "[file.missing]" in lost.stdout
    assert "判定（--fail-on missed）：有错误，不能算通过" in lost.stdout
    piped = run("explain", "就业", "none.csv", "-t", book, "-f", "json")
    assert "[file.missing]" in piped.stderr
    broken = run("explain", "失业率", progress_file(write, [("u", "2020-06", "4.1")]), "-t", book)
    assert broken.returncode == 0
    assert "判定（--fail-on missed）：未通过" in broken.stdout


def test_explain_without_progress_shows_the_clause() -> None:
    shown = run("explain", "large-classes", "--lang", "en").stdout
    assert (
        "Source: 基本消除55人以上大班额, printed “基本消除”, the number is implied by words"
        in shown
    )
    assert "≤ 0%, stock, 2020-01-01 to 2020-12-31" in shown
    assert "judged at the due date only, tolerance 5" in shown
