"""What `check` shows: the verdict line, and a report of which nothing could be read."""

import json
from typing import Any

import pytest
from conftest import Judge, Write, book_text, run

import hytargets
from hytargets import Policy, Report
from hytargets.documents.check import check_document
from hytargets.documents.document import Paragraph
from hytargets.judging.gate import decide
from hytargets.judging.statuses import FailOn
from hytargets.language import Language
from hytargets.wording.voice import Voice

JOBS: dict[str, Any] = {
    "id": "jobs",
    "name": {"zh": "就业", "en": "Jobs"},
    "comparison": "at_least",
    "value": "1200",
    "unit": "person",
    "measure": "flow",
}
RATE: dict[str, Any] = {
    "id": "rate",
    "name": {"zh": "失业率", "en": "Unemployment"},
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}
ROADS: dict[str, Any] = {**JOBS, "id": "roads", "name": {"zh": "公路", "en": "Roads"}}


def verdict_of(report: Report, language: Language, policy: Policy = Policy()) -> str:
    document = check_document(report, decide(report, policy), Voice(language))
    line = document.blocks[-1]
    assert isinstance(line, Paragraph)
    return line.text


def test_errors_and_failing_targets_are_both_named(judge: Judge) -> None:
    rows = [("jobs", "2020-06", "12..5"), ("rate", "2020-06", "4.5"), ("roads", "2020-06", "600")]
    report = judge([JOBS, RATE, ROADS], rows)
    assert verdict_of(report, Language.ZH) == (
        "1 个错误：这些目标未评估 —— 就业。未通过：1 项 —— 失业率（突破控制目标）。退出码 2"
    )
    assert verdict_of(report, Language.EN) == (
        "1 error; not judged: Jobs. Failed: 1 – Unemployment (over the limit). Exit code 2"
    )


def test_quiet_names_every_failing_target(write: Write) -> None:
    book = write("targets.yaml", book_text([JOBS, RATE, ROADS]))
    rows = "target,period,value\njobs,2020-06,1..2\nrate,2020-06,4.5\nroads,2020-06,100\n"
    progress = write("progress.csv", rows)
    done = run("check", progress, "-t", book, "-q", "--fail-on", "far_behind")
    assert done.returncode == 2
    assert done.stdout == (
        "1 个错误：这些目标未评估 —— 就业。"
        "未通过：2 项 —— 失业率（突破控制目标）、公路（严重滞后）。退出码 2\n"
    )


def test_red_that_is_not_gated_is_counted(judge: Judge) -> None:
    report = judge([JOBS, RATE], [("jobs", "2020-06", "10"), ("rate", "2020-06", "4")])
    assert verdict_of(report, Language.ZH) == "通过。另有红灯 1 项不判定。退出码 0"
    assert verdict_of(report, Language.EN) == "Passed. 1 red target not gated. Exit code 0"
    gated = verdict_of(report, Language.EN, Policy(FailOn.FAR_BEHIND))
    assert gated == "Failed: 1 – Jobs (far behind). Exit code 1"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("jobs", "2020-06", "600")], "Passed. 1 target without data. Exit code 0"),
        (
            [("jobs", "2020-06", "6..0")],
            "1 error; not judged: Jobs. 1 target without data. Exit code 2",
        ),
        (
            [("jobs", "2020-06", "6..0"), ("rate", "2020-06", "4..0")],
            "2 errors; not judged: Jobs, Unemployment. Exit code 2",
        ),
        ([("job", "2020-06", "600")], "1 error. 2 targets without data. Exit code 2"),
    ],
)
def test_english_counts_one_as_one(judge: Judge, rows: list[tuple[str, ...]], said: str) -> None:
    assert verdict_of(judge([JOBS, RATE], rows), Language.EN) == said


def test_one_of_everything_in_english(judge: Judge) -> None:
    shown = str(
        hytargets.render(judge([JOBS], [("jobs", "2020-06", "600")]), "terminal", Language.EN)
    )
    assert "1 target: green 1" in shown
    assert "Data: 1 value read, used 1" in shown


def test_a_report_that_gates_nothing_says_so(judge: Judge) -> None:
    report = judge([RATE], [("rate", "2020-06", "4.5")])
    never = Policy(FailOn.NEVER)
    assert verdict_of(report, Language.ZH, never) == "只报告，不判定。退出码 0"


@pytest.mark.parametrize(
    ("format", "lang", "shown"),
    [
        (
            "terminal",
            "zh",
            "错误  nosuch.csv  没有这个文件。请核对路径。  [file.missing]\n\n"
            "没有评估任何目标。退出码 2\n",
        ),
        (
            "terminal",
            "en",
            "error  nosuch.csv  There is no such file. Check the path.  [file.missing]\n\n"
            "No target was judged. Exit code 2\n",
        ),
        (
            "markdown",
            "zh",
            "- 错误  nosuch.csv  没有这个文件。请核对路径。  \\[file.missing\\]\n\n"
            "没有评估任何目标。退出码 2\n",
        ),
    ],
)
def test_where_no_file_could_be_read_only_the_problems_are_shown(
    write: Write, format: str, lang: str, shown: str
) -> None:
    book = write("targets.yaml", book_text([JOBS, RATE]))
    done = run("check", "nosuch.csv", "-t", book, "-f", format, "--lang", lang)
    assert (done.returncode, done.stdout) == (2, shown)


def test_where_no_file_could_be_read_data_files_stay_whole(write: Write) -> None:
    book = write("targets.yaml", book_text([JOBS, RATE]))
    report = json.loads(run("check", "nosuch.csv", "-t", book, "-f", "json").stdout)
    assert [one["target"] for one in report["assessments"]] == ["jobs", "rate"]
    rows = run("check", "nosuch.csv", "-t", book, "-f", "csv").stdout.splitlines()
    assert [row.split(",")[0] for row in rows] == ["编号", "jobs", "rate"]


def test_a_file_that_was_read_shows_the_targets_though_no_row_is_right(
    write: Write,
) -> None:
    book = write("targets.yaml", book_text([JOBS, RATE]))
    progress = write("progress.csv", "target,period,value\njobs,2020-06,1..2\n")
    shown = run("check", progress, "-t", book).stdout
    assert "◆ 数据有误" in shown
    assert "1 个错误：这些目标未评估 —— 就业。未报数据 1 项。退出码 2" in shown
