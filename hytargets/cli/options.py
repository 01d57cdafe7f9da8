"""The options of the commands: their names, their help, and what their texts mean."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from hytargets.book.lookup import Lookup
from hytargets.book.selection import Selection
from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Basis, Commitment
from hytargets.cli.values import Delimiter, day, told
from hytargets.cli.values import encoding as parsed_encoding
from hytargets.cli.values import period as parsed_period
from hytargets.files.tables import Reading
from hytargets.judging.gate import Policy
from hytargets.judging.statuses import FailOn, Light
from hytargets.language import Language
from hytargets.progress.reading import Options

_JUDGED = told("评估哪些目标", "Which targets are judged")
_READING = told("怎样读取", "How files are read")
_SHOWN = told("怎样显示", "What is shown")
_GATE = told("判定", "The gate")

ProgressFiles = Annotated[
    list[str],
    typer.Argument(
        metavar="PROGRESS...", help=told("进展文件或文件夹", "progress files or folders")
    ),
]
MaybeProgressFiles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PROGRESS...]", help=told("进展文件或文件夹", "progress files or folders")
    ),
]


PeriodIs = Annotated[
    str | None,
    typer.Option(
        parser=parsed_period,
        metavar="PERIOD",
        rich_help_panel=_READING,
        help=told("没写期间的行属于何时", "period of rows without one"),
    ),
]
ByRegion = Annotated[
    bool,
    typer.Option(
        "--by-region", rich_help_panel=_SHOWN, help=told("列出各地区", "show each region")
    ),
]


def shipped_book() -> Path:
    """Where the book that comes with the tool is: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "data" / "targets.yaml"
    return installed if installed.exists() else package.parent / "data" / "targets.yaml"


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
                "目标清单；默认 targets.yaml、data/targets.yaml，再默认随附的清单",
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

    @property
    def path(self) -> str:
        """The book asked for, or the one in this folder, or the one shipped."""
        if self.targets:
            return self.targets
        here = next(
            (path for path in ("targets.yaml", "data/targets.yaml") if Path(path).exists()), None
        )
        return here or str(shipped_book())


class Judging(NamedTuple):
    """On which day targets are judged, with what was known on another."""

    as_of: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE|MONTH|today",
            rich_help_panel=_JUDGED,
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
            rich_help_panel=_JUDGED,
            help=told("只看这天以前报送的数", "count only what was reported by this day"),
        ),
    ] = None


class Choosing(NamedTuple):
    """Which targets are judged, or listed."""

    section: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            rich_help_panel=_JUDGED,
            help=told("章节，连同其下各条", "a section, with its measures"),
        ),
    ] = None
    target: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID|NAME",
            rich_help_panel=_JUDGED,
            help=told("目标编号或名称", "a target's id or name"),
        ),
    ] = None
    basis: Annotated[
        Basis | None,
        typer.Option(
            rich_help_panel=_JUDGED, help=told("原文印出的，或由文字推定的", "printed or implied")
        ),
    ] = None
    commitment: Annotated[
        Commitment | None,
        typer.Option(rich_help_panel=_JUDGED, help=told("确保，或力争", "firm or aspirational")),
    ] = None
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", rich_help_panel=_JUDGED, help=told("责任单位", "who answers for it")
        ),
    ] = None
    region: Annotated[
        str | None,
        typer.Option(
            metavar="ID|NAME",
            rich_help_panel=_JUDGED,
            help=told("涉及该地区的目标", "targets that concern a region"),
        ),
    ] = None

    def chosen(self, book: TargetBook) -> list[Target]:
        """The book's targets that fit. Raises typer.BadParameter where none does."""
        selection = self.selection(book)
        chosen = [target for target in book.targets if selection.admits(target)]
        if not chosen:
            raise typer.BadParameter(told("没有符合筛选条件的目标", "no target fits the selection"))
        return chosen

    def selection(self, book: TargetBook) -> Selection:
        """Names to ids. Raises typer.BadParameter for a name the book does not know, with the nearest it knows."""
        lookup = Lookup(book)
        sections = [section.id for section in book.sections]
        for section in self.section or ():
            if section not in sections:
                raise _unknown(section, ", ".join(sections), "--section")
        found: list[str] = []
        for name in self.target or ():
            target = lookup.target(name)
            if target is None:
                raise _unknown(name, lookup.nearest_target(name), "--target")
            found.append(target.id)
        region = lookup.region(self.region) if self.region else None
        if self.region and region is None:
            raise _unknown(self.region, lookup.nearest_region(self.region), "--region")
        return Selection(
            tuple(self.section or ()),
            tuple(found),
            self.basis,
            self.commitment,
            tuple(self.owner or ()),
            region,
        )


def _unknown(name: str, near: str, option: str) -> typer.BadParameter:
    hint = told(f"没有“{name}”", f"there is no “{name}”")
    return typer.BadParameter(
        hint + (told(f"；有：{near}", f"; there is: {near}") if near else ""), param_hint=option
    )


class Reads(NamedTuple):
    """How files are read, where detection is overruled."""

    year: Annotated[
        int | None,
        typer.Option(
            min=1900,
            max=2199,
            rich_help_panel=_READING,
            help=told("没写年份的期间属于哪年", "year of periods without one"),
        ),
    ] = None
    period: PeriodIs = None
    encoding: Annotated[
        str | None,
        typer.Option(
            parser=parsed_encoding,
            metavar="NAME",
            rich_help_panel=_READING,
            help=told("文件编码", "encoding of the files"),
        ),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=_READING,
            help=told("工作表名", "the sheet of an Excel file"),
        ),
    ] = None
    skip_rows: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            rich_help_panel=_READING,
            help=told("表头上方的行数", "rows above the header"),
        ),
    ] = None
    delimiter: Annotated[
        Delimiter | None,
        typer.Option(rich_help_panel=_READING, help=told("分隔符", "delimiter of the files")),
    ] = None

    @property
    def options(self) -> Options:
        """As the reader takes them."""
        delimiter = self.delimiter.character if self.delimiter else None
        reading = Reading(self.encoding, delimiter, self.sheet, self.skip_rows)
        return Options(self.year, self.period, reading)


class Shows(NamedTuple):
    """What is shown of a report, and where it goes."""

    light: Annotated[
        list[Light] | None,
        typer.Option(
            rich_help_panel=_SHOWN, help=told("只显示这些颜色", "show only these colours")
        ),
    ] = None
    by_region: ByRegion = False
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            rich_help_panel=_SHOWN,
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
            rich_help_panel=_SHOWN,
            help=told("标准输出的格式", "format on standard output"),
        ),
    ] = None
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|NAME=FILE",
            rich_help_panel=_SHOWN,
            help=told(
                "另写入文件，格式看后缀；可多次",
                "also write a file, format by its suffix; repeatable",
            ),
        ),
    ] = None


class Gates(NamedTuple):
    """Which verdicts make the exit code 1."""

    fail_on: Annotated[
        FailOn,
        typer.Option(
            rich_help_panel=_GATE,
            help=told("最轻到哪一种算未通过", "the mildest verdict that fails"),
        ),
    ] = FailOn.MISSED
    gate_aspirational: Annotated[
        bool,
        typer.Option(
            "--gate-aspirational",
            rich_help_panel=_GATE,
            help=told("力争的也判定", "gate aspirational targets too"),
        ),
    ] = False
    max_age: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="MONTHS",
            rich_help_panel=_GATE,
            help=told("未定目标的数据更旧就算未通过", "undecided targets with older data fail"),
        ),
    ] = None

    @property
    def policy(self) -> Policy:
        """As the gate takes them."""
        return Policy(self.fail_on, self.gate_aspirational, self.max_age)


class DiffFailOn(StrEnum):
    """What of a comparison makes the exit code 1."""

    WORSE = "worse"
    NEVER = "never"


class Dates(NamedTuple):
    """The two dates compared; none where two saved reports are."""

    from_date: Annotated[
        date | None,
        typer.Option(
            "--from", parser=day, metavar="DATE", help=told("从哪天的情况", "as of this day")
        ),
    ] = None
    to_date: Annotated[
        date | None,
        typer.Option(
            "--to", parser=day, metavar="DATE", help=told("到哪天的情况", "as of this later day")
        ),
    ] = None
    known_from: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help=told("前者只看这天以前报送的", "the former as known on this day"),
        ),
    ] = None
    known_to: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help=told("后者只看这天以前报送的", "the latter as known on this day"),
        ),
    ] = None
    fail_on: Annotated[
        DiffFailOn,
        typer.Option(
            rich_help_panel=_GATE, help=told("什么算未通过", "what makes the exit code 1")
        ),
    ] = DiffFailOn.NEVER

    @property
    def are_given(self) -> bool:
        """Are dates compared, or saved reports?"""
        return any((self.from_date, self.to_date, self.known_from, self.known_to))

    @property
    def pairs(self) -> tuple[tuple[date | None, date | None], tuple[date | None, date | None]]:
        """As-of and known-on date, before and after."""
        return (self.from_date, self.known_from), (self.to_date, self.known_to)


OneTarget = Annotated[
    str, typer.Argument(metavar="TARGET", help=told("目标编号或名称", "a target's id or name"))
]


ReportText = Annotated[
    str, typer.Argument(metavar="REPORT.txt", help=told("报告文本", "the report's text"))
]
