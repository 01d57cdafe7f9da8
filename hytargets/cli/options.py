"""The options that commands share: their names, their help, in groups."""

from datetime import date
from typing import Annotated, NamedTuple

import typer

from hytargets.book.terms import Basis, Commitment
from hytargets.cli.help import told
from hytargets.cli.parsing import Delimiter, day
from hytargets.cli.parsing import encoding as parsed_encoding
from hytargets.cli.parsing import period as parsed_period
from hytargets.judging.statuses import FailOn, Light
from hytargets.language import Language
from hytargets.progress.choices import FirstOfMonth

JUDGED = told("评估哪些目标", "Which targets are judged")
READING = told("怎样读取", "How files are read")
SHOWN = told("怎样显示", "What is shown")
GATE = told("判定", "The gate")

_PROGRESS_HELP = told("进展文件或文件夹", "progress files or folders")
ProgressFiles = Annotated[list[str], typer.Argument(metavar="PROGRESS...", help=_PROGRESS_HELP)]
MaybeProgressFiles = Annotated[
    list[str] | None, typer.Argument(metavar="[PROGRESS...]", help=_PROGRESS_HELP)
]
OneTarget = Annotated[
    str, typer.Argument(metavar="TARGET", help=told("目标编号或名称", "a target's id or name"))
]
ReportText = Annotated[
    str, typer.Argument(metavar="REPORT.txt", help=told("报告文本", "the report's text"))
]
PeriodIs = Annotated[
    str | None,
    typer.Option(
        parser=parsed_period,
        metavar="PERIOD",
        rich_help_panel=READING,
        help=told("没写期间的行属于何时", "period of rows without one"),
    ),
]
ByRegion = Annotated[
    bool,
    typer.Option("--by-region", rich_help_panel=SHOWN, help=told("列出各地区", "show each region")),
]


class Book(NamedTuple):
    """Which book, and which language to answer in."""

    targets: Annotated[
        str | None,
        typer.Option(
            "--targets",
            "-t",
            envvar="HYTARGETS_TARGETS",
            metavar="FILE",
            help=told(
                "目标清单；默认 targets.yaml 或 data/targets.yaml，都没有则用随附的清单",
                "the target book; default targets.yaml, data/targets.yaml, then the one shipped",
            ),
        ),
    ] = None
    lang: Annotated[
        Language | None,
        typer.Option(
            envvar="HYTARGETS_LANG",
            help=told("报告语言；默认清单的语言", "language; default the book's"),
        ),
    ] = None


class Dates(NamedTuple):
    """On which day targets are judged, with what was known on another."""

    as_of: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE|MONTH|today",
            rich_help_panel=JUDGED,
            help=told(
                "截至日期；默认数据里最后的期末",
                "judge as of this day; default the last period end in the data",
            ),
        ),
    ] = None
    known_on: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            rich_help_panel=JUDGED,
            help=told("只看这天以前报送的数", "count only what was reported by this day"),
        ),
    ] = None


class Choosing(NamedTuple):
    """Which targets are judged, or listed."""

    section: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            rich_help_panel=JUDGED,
            help=told("章节，连同其下各条", "a section, with its measures"),
        ),
    ] = None
    target: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID|NAME",
            rich_help_panel=JUDGED,
            help=told("目标编号或名称", "a target's id or name"),
        ),
    ] = None
    basis: Annotated[
        Basis | None,
        typer.Option(
            rich_help_panel=JUDGED,
            help=told("原文印出的，或由文字推定的", "printed or implied"),
        ),
    ] = None
    commitment: Annotated[
        Commitment | None,
        typer.Option(rich_help_panel=JUDGED, help=told("确保，或力争", "firm or aspirational")),
    ] = None
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", rich_help_panel=JUDGED, help=told("责任单位", "who answers for it")
        ),
    ] = None
    region: Annotated[
        str | None,
        typer.Option(
            metavar="ID|NAME",
            rich_help_panel=JUDGED,
            help=told("涉及该地区的目标", "targets that concern a region"),
        ),
    ] = None


class Reads(NamedTuple):
    """How files are read, where detection is overruled."""

    year: Annotated[
        int | None,
        typer.Option(
            min=1900,
            max=2199,
            rich_help_panel=READING,
            help=told("没写年份的期间属于哪年", "year of periods without one"),
        ),
    ] = None
    period: PeriodIs = None
    first_of_month: Annotated[
        FirstOfMonth | None,
        typer.Option(
            rich_help_panel=READING,
            help=told(
                "2020-06-01 指整个月还是那一天", "does 2020-06-01 mean its month or that day?"
            ),
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            parser=parsed_encoding,
            metavar="NAME",
            rich_help_panel=READING,
            help=told("文件编码", "encoding of the files"),
        ),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=READING,
            help=told("工作表名", "the sheet of an Excel file"),
        ),
    ] = None
    skip_rows: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            rich_help_panel=READING,
            help=told("表头上方的行数", "rows above the header"),
        ),
    ] = None
    delimiter: Annotated[
        Delimiter | None,
        typer.Option(rich_help_panel=READING, help=told("分隔符", "delimiter of the files")),
    ] = None


class Shows(NamedTuple):
    """What is shown of a report."""

    light: Annotated[
        list[Light] | None,
        typer.Option(
            metavar="COLOUR",
            rich_help_panel=SHOWN,
            help=told("只显示这些颜色：", "show only these colours: ") + " ".join(Light),
        ),
    ] = None
    by_region: ByRegion = False
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            rich_help_panel=SHOWN,
            help=told("只要结论一行", "the verdict line only"),
        ),
    ] = False


class Goes(NamedTuple):
    """Where a result goes, and in which formats."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            rich_help_panel=SHOWN,
            help=told("标准输出的格式", "format on standard output"),
        ),
    ] = None
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|NAME=FILE",
            rich_help_panel=SHOWN,
            help=told(
                "另写入文件（可多次），格式看后缀",
                "also write a file, format by its suffix; repeatable",
            ),
        ),
    ] = None


class Gates(NamedTuple):
    """Which verdicts make the exit code 1."""

    fail_on: Annotated[
        FailOn,
        typer.Option(
            metavar="VERDICT",
            rich_help_panel=GATE,
            help=told("最轻到哪一种算未通过：", "the mildest verdict that fails: ")
            + " ".join(FailOn),
        ),
    ] = FailOn.MISSED
    gate_aspirational: Annotated[
        bool,
        typer.Option(
            "--gate-aspirational",
            rich_help_panel=GATE,
            help=told("力争的也判定", "gate aspirational targets too"),
        ),
    ] = False
    max_age: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="MONTHS",
            rich_help_panel=GATE,
            help=told("未定目标的数据更旧就算未通过", "undecided targets with older data fail"),
        ),
    ] = None
