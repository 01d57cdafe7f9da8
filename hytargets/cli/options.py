"""The options of the commands: their names, their help, and what their texts mean."""

import os
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

from hytargets.assessment import Light
from hytargets.book import Target, TargetBook, shipped_book
from hytargets.gate import FailOn, Policy
from hytargets.language import Language
from hytargets.lookup import Lookup
from hytargets.period import MalformedPeriod, parse_period
from hytargets.progress import Options
from hytargets.selection import Selection
from hytargets.tablefile import Reading
from hytargets.terms import Basis, Commitment


def _help_language() -> Language:
    stated = os.environ.get("HYTARGETS_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Language.ZH if stated.lower().startswith("zh") else Language.EN


_LANGUAGE = _help_language()


def told(zh: str, en: str) -> str:
    """Help in the language of the user's environment; reports follow --lang instead."""
    return zh if _LANGUAGE is Language.ZH else en


def _day(text: str) -> date:
    if text == "today":
        return date.today()
    try:
        return parse_period(text).last
    except MalformedPeriod:
        raise typer.BadParameter(
            told("写成 2020-06-30、2020-06 或 today", "write 2020-06-30, 2020-06 or today")
        ) from None


def _period(text: str) -> str:
    try:
        parse_period(text, 2000)
    except MalformedPeriod:
        raise typer.BadParameter(told("写成 2020-06 或 2020年1-6月", "write 2020-06 or 2020年1-6月")) from None
    return text


def _encoding(text: str) -> str:
    import codecs

    try:
        codecs.lookup(text)
    except LookupError:
        raise typer.BadParameter(told("没有这种编码", "there is no such encoding")) from None
    return text


class Delimiter(StrEnum):
    """The delimiters by name; a shell makes a tab hard to type."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The character itself."""
        return {"comma": ",", "semicolon": ";", "tab": "\t"}[self]


_JUDGED = told("评估哪些目标", "Which targets are judged")
_READING = told("怎样读取", "How files are read")
_SHOWN = told("怎样显示", "What is shown")
_GATE = told("判定", "The gate")

ProgressFiles = Annotated[
    list[str], typer.Argument(metavar="PROGRESS...", help=told("进展文件或文件夹", "progress files or folders"))
]
MaybeProgressFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PROGRESS...]", help=told("进展文件或文件夹", "progress files or folders")),
]


PeriodIs = Annotated[
    str | None,
    typer.Option(
        parser=_period,
        metavar="PERIOD",
        rich_help_panel=_READING,
        help=told("没写期间的行属于何时", "period of rows without one"),
    ),
]
ByRegion = Annotated[
    bool, typer.Option("--by-region", rich_help_panel=_SHOWN, help=told("列出各地区", "show each region"))
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
                "目标清单；默认 targets.yaml、data/targets.yaml，再默认随附的清单",
                "the target book; default targets.yaml, data/targets.yaml, then the one shipped",
            ),
        ),
    ] = None
    lang: Annotated[
        Language | None,
        typer.Option(envvar="HYTARGETS_LANG", help=told("报告语言；默认清单的语言", "language; default the book's")),
    ] = None

    @property
    def path(self) -> str:
        """The book asked for, or the one in this folder, or the one shipped."""
        if self.targets:
            return self.targets
        here = next((path for path in ("targets.yaml", "data/targets.yaml") if Path(path).exists()), None)
        return here or str(shipped_book())


class Judging(NamedTuple):
    """On which day targets are judged, with what was known on another."""

    as_of: Annotated[
        date | None,
        typer.Option(
            parser=_day,
            metavar="DATE|MONTH|today",
            rich_help_panel=_JUDGED,
            help=told(
                "截至日期；默认数据里最后的期末", "judge as of this day; default the last period end in the data"
            ),
        ),
    ] = None
    known_on: Annotated[
        date | None,
        typer.Option(
            parser=_day,
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
            metavar="ID", rich_help_panel=_JUDGED, help=told("章节，连同其下各条", "a section, with its measures")
        ),
    ] = None
    target: Annotated[
        list[str] | None,
        typer.Option(metavar="ID|NAME", rich_help_panel=_JUDGED, help=told("目标编号或名称", "a target's id or name")),
    ] = None
    basis: Annotated[
        Basis | None,
        typer.Option(rich_help_panel=_JUDGED, help=told("原文印出的，或由文字推定的", "printed or implied")),
    ] = None
    commitment: Annotated[
        Commitment | None,
        typer.Option(rich_help_panel=_JUDGED, help=told("确保，或力争", "firm or aspirational")),
    ] = None
    owner: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", rich_help_panel=_JUDGED, help=told("责任单位", "who answers for it")),
    ] = None
    region: Annotated[
        str | None,
        typer.Option(
            metavar="ID|NAME", rich_help_panel=_JUDGED, help=told("涉及该地区的目标", "targets that concern a region")
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
            tuple(self.section or ()), tuple(found), self.basis, self.commitment, tuple(self.owner or ()), region
        )


def _unknown(name: str, near: str, option: str) -> typer.BadParameter:
    hint = told(f"没有“{name}”", f"there is no “{name}”")
    return typer.BadParameter(hint + (told(f"；有：{near}", f"; there is: {near}") if near else ""), param_hint=option)


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
            parser=_encoding, metavar="NAME", rich_help_panel=_READING, help=told("文件编码", "encoding of the files")
        ),
    ] = None
    delimiter: Annotated[
        Delimiter | None, typer.Option(rich_help_panel=_READING, help=told("分隔符", "delimiter of the files"))
    ] = None

    @property
    def options(self) -> Options:
        """As the reader takes them."""
        return Options(self.year, self.period, Reading(self.encoding, self.delimiter and self.delimiter.character))


class Shows(NamedTuple):
    """What is shown of a report, and where it goes."""

    light: Annotated[
        list[Light] | None, typer.Option(rich_help_panel=_SHOWN, help=told("只显示这些颜色", "show only these colours"))
    ] = None
    by_region: ByRegion = False
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", rich_help_panel=_SHOWN, help=told("只要结论一行", "the verdict line only"))
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
            help=told("另写入文件，格式看后缀；可多次", "also write a file, format by its suffix; repeatable"),
        ),
    ] = None


class Gates(NamedTuple):
    """Which verdicts make the exit code 1."""

    fail_on: Annotated[
        FailOn, typer.Option(rich_help_panel=_GATE, help=told("最轻到哪一种算未通过", "the mildest verdict that fails"))
    ] = FailOn.MISSED
    gate_aspirational: Annotated[
        bool,
        typer.Option(
            "--gate-aspirational", rich_help_panel=_GATE, help=told("力争的也判定", "gate aspirational targets too")
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


def flattened(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose groups of options are spread out as Typer wants them: one parameter an option."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: hint for name, hint in hints.items() if hasattr(hint, "_fields")}
    parameters = [
        parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[parameter.name])
        for parameter in signature(command).parameters.values()
        if parameter.name not in groups
    ]
    for group in groups.values():
        types = get_type_hints(group, include_extras=True)
        parameters += [
            Parameter(name, Parameter.KEYWORD_ONLY, default=group._field_defaults[name], annotation=types[name])
            for name in group._fields
        ]

    @wraps(command)
    def run(**values: Any) -> None:
        made = {name: group(*map(values.pop, group._fields)) for name, group in groups.items()}
        command(**values, **made)

    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run
