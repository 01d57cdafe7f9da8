"""The terminal: whole screens as they are shown, in a pipe, narrow and in colour."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from rich.console import Console
from sample_report import sample_report

import hytargets
from hytargets.documents.check import check_document
from hytargets.documents.document import Bar, Cell, Column, Document, Group, Problems, Row, Table
from hytargets.formats import terminal
from hytargets.formats.terminal import bars, colour
from hytargets.formats.terminal.spans import Span, plain
from hytargets.formats.terminal.wrapping import wrapped
from hytargets.judging.gate import decide
from hytargets.language import Language
from hytargets.problems import Code, Place, Problem
from hytargets.wording.voice import Voice


def document(report: hytargets.Report, language: Language = Language.ZH) -> Document:
    return check_document(report, decide(report), Voice(language))


@pytest.mark.parametrize("language", list(Language))
def test_in_a_pipe(
    tmp_path: Path, file_regression: FileRegressionFixture, language: Language
) -> None:
    shown = hytargets.render(sample_report(tmp_path), "terminal", language)
    file_regression.check(shown, encoding="utf-8")


@pytest.mark.parametrize("columns", [44, 80])
def test_on_a_narrow_terminal(
    tmp_path: Path, file_regression: FileRegressionFixture, columns: int
) -> None:
    """Columns go, names and remarks wrap, and the owner of what is in trouble stands below it."""
    shown = terminal.render(document(sample_report(tmp_path)), columns)
    file_regression.check(shown, encoding="utf-8")


def test_blocks_stand_one_line_apart() -> None:
    table = Table((Column("a", "甲"),), (Group("", (Row((Cell("1"),)),)),))
    missing = Problem(Code.FILE_MISSING, Place(file="p.csv"))
    problems = Problems((missing,), Language.EN)
    shown = terminal.render(Document("", (problems, table, problems), Language.EN))
    told = "error  p.csv  There is no such file. Check the path.  [file.missing]"
    assert shown.splitlines() == [told, "", "  甲", "  1", "", told]


def test_where_the_owner_has_room_it_is_a_column(tmp_path: Path) -> None:
    shown = terminal.render(document(sample_report(tmp_path)), 150)
    assert shown.splitlines()[3].endswith("责任单位")
    assert "责任单位 市交通局" not in shown


def test_in_colour(tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    """Each light in its colour; orders to the terminal start with ␛ here."""
    console = Console(width=80, force_terminal=True, color_system="standard", no_color=False)
    report = sample_report(tmp_path, "roads", "sewage", "jobs", "jobless", "trainees")
    shown = colour.render(document(report), console)
    file_regression.check(shown.replace("\x1b", "␛"), encoding="utf-8")


def test_a_table_without_rows_is_not_shown(tmp_path: Path) -> None:
    lines = terminal.render(document(sample_report(tmp_path, "nurseries"))).splitlines()
    assert lines[1] == "1 项目标：灰 1  (未报数据 1)"
    assert lines[2] == "未报数据：普惠幼儿园"


def bar(completion: str, schedule: str | None = None) -> str:
    due = None if schedule is None else Fraction(schedule)
    return bars.drawn(Bar(Fraction(completion), due))


@pytest.mark.parametrize(
    ("completion", "schedule", "drawn"),
    [
        ("0", None, "░░░░░░░░░░░░"),
        ("-1/2", None, "░░░░░░░░░░░░"),
        ("1/2", None, "██████░░░░░░"),
        ("1/2", "1/2", "██████┃░░░░░░"),
        ("1/4", "1/2", "███   ┃░░░░░░"),
        ("3/4", "1/2", "██████┃███░░░"),
        ("0", "0", "┃░░░░░░░░░░░░"),
        ("2", "1", "████████████┃"),
        ("59/100", "60/100", "███████┃░░░░░"),
    ],
)
def test_bars(completion: str, schedule: str | None, drawn: str) -> None:
    assert bar(completion, schedule) == drawn


@pytest.mark.parametrize("schedule", [None, "1/2", "1"])
def test_a_bar_is_full_from_100_percent_on(schedule: str | None) -> None:
    assert bar("1", schedule).count("█") == 12
    assert bar("101/100", schedule).count("█") == 12
    assert bar("99999/100000", schedule).count("█") == 11


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, [""]),
        ("新增城镇就业", 12, ["新增城镇就业"]),
        ("新增城镇就业", 11, ["新增城镇就", "  业"]),
        ("就业，城镇", 6, ["就业，", "  城镇"]),
        ("就业，城镇", 5, ["就", "  业，", "  城", "  镇"]),
        ("two words", 7, ["two ", "  words"]),
        ("two words", 5, ["two ", "  words"]),
        ("unbreakable", 5, ["unbreakable"]),
    ],
)
def test_wrapping(text: str, room: int, lines: list[str]) -> None:
    assert [plain(line) for line in wrapped((Span(text),), room, hanging=2)] == lines


def test_styles_survive_the_break_of_a_line() -> None:
    line = (Span("一二三", "bold"), Span("四五"))
    assert list(wrapped(line, 8)) == [
        (Span(""), Span("一二三", "bold"), Span("四")),
        (Span(""), Span("五")),
    ]


def test_a_pipe_does_not_pay_for_rich() -> None:
    code = "import sys; from hytargets.formats import terminal; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("rich.")}
    assert "rich.cells" in loaded
    assert loaded <= {name for name in loaded if name.startswith(("rich.cells", "rich._"))}
