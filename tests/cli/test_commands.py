"""The command line as its users meet it: what it prints, where, and its exit code."""

import json
from functools import partial
from pathlib import Path

import pytest
from conftest import BOOK, H1, Write, book_text, run

COMMANDS = [
    "check",
    "export",
    "validate",
    "trend",
    "diff",
    "explain",
    "targets",
    "audit",
    "draft",
    "init",
    "template",
    "schema",
]
JOBS = {
    "id": "jobs",
    "name": "新增城镇就业",
    "comparison": "at_least",
    "value": "5.7万",
    "unit": "person",
    "measure": "flow",
}
RATE = {
    "id": "rate",
    "name": "失业率",
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}


@pytest.fixture
def book(write: Write) -> str:
    return write("targets.yaml", book_text([JOBS, RATE]))


@pytest.mark.parametrize(
    ("value", "options", "code"),
    [
        ("30000", (), 0),
        ("22000", (), 0),
        ("22000", ("--fail-on", "far_behind"), 1),
        ("24000", ("--fail-on", "far_behind"), 0),
        ("24000", ("--fail-on", "behind"), 1),
        ("24000", ("--fail-on", "never"), 0),
        ("30000", ("--as-of", "2020-12-31"), 1),
        ("30000", ("--as-of", "2020-09", "--max-age", "2"), 1),
        ("30000", ("--as-of", "2020-09", "--max-age", "3"), 0),
        ("12..5", (), 2),
        ("12..5", ("--fail-on", "never"), 2),
        ("-", (), 2),
    ],
)
def test_exit_codes(
    write: Write, book: str, value: str, options: tuple[str, ...], code: int
) -> None:
    progress = write("progress.csv", f"target,period,value\njobs,2020-06,{value}\n")
    done = run("check", progress, "-t", book, *options)
    assert (done.returncode, done.stderr) == (code, "")
    assert f"退出码 {code}" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file.empty"),
        ("\n\n", "file.empty"),
        ("1,2,3\n", "header.missing"),
        ("target,period\njobs,2020-06\n", "column.missing"),
        ("target,value\njobs,5\n", "column.missing"),
        ("target,period,value,value\njobs,2020-06,5,5\n", "header.repeated"),
        ("target,period,value\njobs,2020-06,12..5\n", "number.malformed"),
        ("target,period,value\njob,2020-06,5\n", "target.unknown"),
        ("target,period,value\njobs,2020-13,5\n", "period.no_such_date"),
        ("target,period,value\njobs,2020-06\n", "row.cells"),
        ('target,period,value\njobs,2020-06,"5\n', "quote.malformed"),
        ("target,period,value\n", "progress.none"),
    ],
)
def test_what_is_wrong_with_progress_is_said_in_one_line(
    write: Write, book: str, text: str, code: str
) -> None:
    done = run("check", write("progress.csv", text), "-t", book)
    assert done.returncode == 2
    assert f"[{code}]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_what_could_be_judged_is_still_shown(write: Write, book: str) -> None:
    progress = write("progress.csv", "target,period,value\njobs,2020-06,30000\nrate,2020-06,4..1\n")
    done = run("check", progress, "-t", book)
    assert done.returncode == 2
    assert "快于时序进度" in done.stdout
    assert "1 个错误：这些目标未评估 —— 失业率" in done.stdout


def test_a_typo_in_the_book(write: Write) -> None:
    path = write("targets.yaml", book_text([{**JOBS, "valeu": "5"}]))
    done = run("check", H1, "-t", path)
    assert done.returncode == 2
    assert "没有 valeu 这个字段。是不是“value”？  [book.field.unknown]" in done.stdout
    assert "没有评估任何目标。退出码 2" in done.stdout


def test_choices_are_named_in_every_language(write: Write) -> None:
    path = write("targets.yaml", book_text([{**JOBS, "measure": "flux"}]))
    done = run("check", H1, "-t", path)
    assert "只能是：flow, stock, growth, mean。是不是“flow”？" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", H1, "--as-of", "soon"),
        ("check", H1, "--section", "9"),
        ("check", H1, "--target", "就业"),
        ("check", H1, "--region", "长沙"),
        ("check", H1, "-f", "docx"),
        ("check", H1, "-o", "report.docx"),
        ("check", H1, "--encoding", "nope"),
        ("check", H1, "--fail-on", "always"),
        ("nonsense",),
    ],
)
def test_usage_errors(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_validate_tells_its_problems_whatever_the_format(
    write: Write, book: str, tmp_path: Path
) -> None:
    progress = write("progress.csv", "target,period,value\njobs,2020-06,12..5\n")
    for options in ("-f", "json"), ("-f", "csv"), ("-o", str(tmp_path / "v.md")):
        done = run("validate", progress, "-t", book, *options)
        assert done.returncode == 2
        assert "[number.malformed]" in done.stderr


def test_validate_counts_a_file_that_cannot_be_written(book: str, tmp_path: Path) -> None:
    lost = str(tmp_path / "none" / "v.md")
    done = run("validate", "-t", book, "-o", lost, "-f", "terminal")
    assert done.stdout.splitlines()[-1] == "1 个错误。退出码 2"


def test_what_is_not_there_is_not_told_of(book: str, tmp_path: Path) -> None:
    """No period ends where no figure is, no delimiter and no line of an empty sheet."""
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "full.xlsx") as workbook:
        sheet = workbook.add_worksheet("甲")
        sheet.write_row(0, 0, ["指标", "期间", "数值"])
        sheet.write_row(1, 0, ["失业率", "2020-06", "4%"])
    with xlsxwriter.Workbook(tmp_path / "empty.xlsx") as workbook:
        workbook.add_worksheet("甲")
    full = run("validate", "full.xlsx", "-t", book, cwd=tmp_path)
    assert "full.xlsx 甲  EXCEL  表头在第 1 行" in full.stdout
    empty = run("validate", "empty.xlsx", "-t", book, cwd=tmp_path)
    assert "没有读到数\n\n错误  empty.xlsx 甲  文件是空的。" in empty.stdout


def test_a_missing_file_and_one_that_is_there(write: Write, book: str) -> None:
    progress = write("progress.csv", "target,period,value\njobs,2020-06,30000\n")
    done = run("check", "none.csv", progress, "-t", book)
    assert done.returncode == 2
    assert "none.csv" in done.stdout
    assert "快于时序进度" in done.stdout


def test_quiet_is_one_line(write: Write, book: str) -> None:
    progress = write("progress.csv", "target,period,value\njobs,2020-06,30000\n")
    assert run("check", progress, "-t", book, "-q").stdout == "通过。未报数据 1 项。退出码 0\n"
    assert (
        run("check", progress, "-t", book, "-q", "--lang", "en").stdout
        == "Passed. 1 target without data. Exit code 0\n"
    )


def test_the_owner_stands_beside_or_below(write: Write) -> None:
    book = write("targets.yaml", book_text([{**JOBS, "owner": "市人社局"}]))
    progress = write("progress.csv", "target,period,value\njobs,2020-06,22000\n")
    wide = run("check", progress, "-t", book, COLUMNS="140").stdout.splitlines()
    assert any(line.endswith("市人社局") and "严重滞后" in line for line in wide)
    narrow = run("check", progress, "-t", book, COLUMNS="80").stdout
    assert "后续每月需完成 5833.33人 · 责任单位 市人社局" in narrow


def test_selections_are_judged_and_lights_are_shown() -> None:
    by_section = json.loads(run("check", H1, "--section", "4", "-f", "json").stdout)
    assert {one["section"] for one in by_section["assessments"]} == {"4.1", "4.2", "4.4", "4.5"}
    red = run("check", H1, "--light", "red").stdout
    assert "培育新型职业农民" in red
    assert "新改建卫生厕所" not in red
    assert (
        len(json.loads(run("check", H1, "--light", "red", "-f", "json").stdout)["assessments"])
        == 34
    )
    one = json.loads(run("check", H1, "--target", "新增城镇就业", "-f", "json").stdout)
    assert [one["target"] for one in one["assessments"]] == ["urban-jobs"]
    implied = json.loads(run("check", H1, "--basis", "implied", "-f", "json").stdout)
    assert len(implied["assessments"]) == 10


def test_regions_one_by_one() -> None:
    shown = run("check", H1, "--target", "village-roads", "--by-region").stdout
    assert "· 衡阳县" in shown
    assert "62" in shown


def test_init_makes_what_works_together_and_overwrites_nothing(tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        folder = tmp_path / lang
        assert run("init", str(folder), "--lang", lang).returncode == 0
        done = run("check", str(folder / "progress"), "-t", str(folder / "targets.yaml"))
        assert (done.returncode, done.stderr) == (0, "")
        (folder / "targets.yaml").write_text("mine")
        (folder / "progress" / "2026-01.csv").unlink()
        again = run("init", str(folder), "--lang", lang)
        assert (again.returncode, "[file.there]" in again.stderr) == (2, True)
        assert (folder / "targets.yaml").read_text() == "mine"
        assert not (folder / "progress" / "2026-01.csv").exists()


@pytest.mark.parametrize("lang", [("--lang", "zh"), ("--lang=zh",)])
def test_what_is_said_is_in_the_language_asked_for(tmp_path: Path, lang: tuple[str, ...]) -> None:
    english = partial(run, LC_ALL="C", HYTARGETS_LANG="")
    assert "已新建" in english("init", str(tmp_path / "new"), *lang).stdout
    assert "没有这个文件" in english("trend", H1, "-t", "none.yaml", *lang).stderr
    assert "没有“x”" in english("check", H1, "--target", "x", *lang).stderr
    assert "评估进展" in english("check", *lang, "--help").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    for lang, word in (("en", "Usage"), ("zh", "显示" if command == "check" else "Usage")):
        done = run(command, "--help", HYTARGETS_LANG=lang)
        assert done.returncode == 0
        assert word in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_help_is_whole_at_80_columns(command: str, lang: str) -> None:
    assert "…" not in run(command, "--help", COLUMNS="80", HYTARGETS_LANG=lang).stdout


def test_the_template_is_read_back(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert (
        run(
            "template", "--period", "2020-06", "--by-region", "-o", str(sheet), "-t", BOOK
        ).returncode
        == 0
    )
    rows = sheet.read_text(encoding="utf-8-sig").splitlines()
    filled = [rows[0]] + [row.replace(",2020-06,,", ",2020-06,1,") for row in rows[1:]]
    sheet.write_text("\n".join(filled), encoding="utf-8")
    report = json.loads(run("check", str(sheet), "-t", BOOK, "-f", "json").stdout)
    assert report["problems"] == []
    assert report["values"]["used"] == len(rows) - 1 > 34


def test_the_book_is_found(tmp_path: Path, write: Write) -> None:
    progress = write("progress.csv", "target,period,value\n新增城镇就业,2020-06,30000\n")
    assert "衡阳市" in run("check", progress, cwd=tmp_path / "..").stdout
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "targets.yaml").write_text(book_text([JOBS]), encoding="utf-8")
    assert run("check", progress, cwd=tmp_path).stdout.startswith("测试")
    assert "衡阳市" in run("check", progress, cwd=tmp_path, HYTARGETS_TARGETS=BOOK).stdout


def test_same_input_same_bytes() -> None:
    first = run("check", H1, "-t", BOOK, "-f", "json", PYTHONHASHSEED="1", TZ="UTC").stdout
    assert (
        first
        == run(
            "check",
            H1,
            "-t",
            BOOK,
            "-f",
            "json",
            PYTHONHASHSEED="2",
            TZ="Asia/Shanghai",
            LC_ALL="C",
        ).stdout
    )
    assert str(Path.home()) not in first.replace(H1, "")
