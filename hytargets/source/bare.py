"""A figure by its own words alone, and how the match of a pattern is read as one."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hytargets.book.terms import Comparison
from hytargets.source.patterns.amounts import COUNTED_NOUN, SCALE_EN
from hytargets.source.patterns.comparing import AFTER
from hytargets.source.patterns.implied import COUNTED_ONE, Implied
from hytargets.source.spans import Span
from hytargets.values.number import SCALES, exact
from hytargets.values.numerals import chinese_number


class FigureKind(StrEnum):
    """What a figure is. Amounts, counts, implied numbers read like targets; the rest is none."""

    AMOUNT = "amount"
    CHINESE = "chinese"
    IMPLIED = "implied"
    VAGUE = "vague"
    ELSEWHERE = "elsewhere"
    YEAR = "year"
    DURATION = "duration"
    ORDINAL = "ordinal"
    PLAN = "plan"
    NAME = "name"
    DEFINITION = "definition"
    RATE = "rate"
    BASELINE = "baseline"

    @property
    def reads_like_a_target(self) -> bool:
        """Does it commit to a number?"""
        return self in {FigureKind.AMOUNT, FigureKind.CHINESE, FigureKind.IMPLIED}


class BareFigure(NamedTuple):
    """A figure as its own words tell it, before those around it are read."""

    kind: FigureKind
    span: Span
    core: Span  # the number itself, without its unit
    values: tuple[Decimal, ...] = ()  # in the scale's base; two of a range
    digits: tuple[str, ...] = ()  # the values as a book prints them: 7.5万
    scale: str = ""
    unit: str = ""
    comparison: Comparison | None = None
    said_after: bool = False  # is it said by words after the number, as by 以上?


# ---- amounts ---------------------------------------------------------------------------------


class _Number(NamedTuple):
    value: Decimal
    digits: str


def read_amount(match: re.Match[str]) -> BareFigure:
    """An amount in Arabic digits: 7.5万户, 3-5家, 1.5 million jobs."""
    numbers = _numbers(match)
    suffix = _comparison_of(match["suffix"])
    return BareFigure(
        kind=FigureKind.AMOUNT,
        span=Span.of(match),
        # The end of a group that is not there is -1.
        core=Span(match.start("low"), max(match.end("low"), match.end("high"))),
        values=tuple(number.value for number in numbers),
        digits=tuple(number.digits for number in numbers),
        scale=_scale(match),
        unit=_unit(match),
        comparison=_own_comparison(match, suffix),
        said_after=suffix is not None,
    )


def _numbers(match: re.Match[str]) -> list[_Number]:
    scale = _scale(match)
    # In 3-5万 the first number has the scale of the second; in 3个-5万个 it has none.
    shared_scale = "" if match["low_unit"] else scale
    numbers = [_number(match["low"], match["low_scale"] or shared_scale)]
    if match["high"]:
        numbers.append(_number(match["high"], scale))
    if not match["en_scale"]:
        return numbers
    factor = Decimal(10 ** SCALE_EN[match["en_scale"]])
    return [_written_out(number.value * factor) for number in numbers]


def _scale(match: re.Match[str]) -> str:
    return match["high_scale"] or match["low_scale"] or ""


def _number(printed: str, scale: str) -> _Number:
    value = Decimal(printed.replace(",", ""))
    if scale in SCALES:
        return _Number(value * SCALES[scale], f"{printed}{scale}")
    # A scale that a book does not know: 十万.
    return _written_out(value * (chinese_number(scale) or 1))


def _written_out(value: Decimal) -> _Number:
    return _Number(value, exact(value))


def _unit(match: re.Match[str]) -> str:
    noun_en = (match["en_unit"] or "").rpartition(" ")[2]  # schools of new rural schools
    unit = match["unit"] or noun_en or match["low_unit"] or match["money"]
    if not unit:
        return _counted_noun(match)
    is_percent = unit.casefold() in {"percent", "cent"}
    return "%" if is_percent else unit.strip()


def _counted_noun(match: re.Match[str]) -> str:
    noun = COUNTED_NOUN.match(match.string, match.end())
    if noun is None:
        return ""
    return noun.lastgroup or ""


def _own_comparison(match: re.Match[str], suffix: Comparison | None) -> Comparison | None:
    if match["high"]:
        return Comparison.BETWEEN
    if suffix:
        return suffix
    is_more = match["more"] or match["low_more"]  # 20余座, 5万多人
    return Comparison.MORE_THAN if is_more else None


def _comparison_of(suffix: str | None) -> Comparison | None:
    """The comparison that words after a number make: 以上, or more."""
    if not suffix:
        return None
    for comparison, pattern in AFTER.items():
        if pattern.search(suffix):
            return comparison
    return None


# ---- counts ----------------------------------------------------------------------------------


def read_count(match: re.Match[str], comparison: Comparison | None = None) -> BareFigure:
    """A Chinese numeral that counts something: 三个, 两到三家, 百分之九十五以上."""
    groups = match.groupdict()
    values = _counted_values(groups)
    suffix = _comparison_of(groups.get("suffix"))
    start = match.start("n")
    unit = groups["unit"] or "元"  # 突破千亿 speaks of money
    if unit == "百分之":  # the one unit before its number
        start = match.start()
        unit = "%"
    return BareFigure(
        kind=FigureKind.CHINESE,
        span=Span(start, match.end()),
        core=Span.of(match, "n"),
        values=values,
        digits=tuple(exact(value) for value in values),
        unit=unit,
        comparison=comparison or suffix,
        said_after=suffix is not None,
    )


def _counted_values(groups: dict[str, str | None]) -> tuple[Decimal, ...]:
    value = _counted_value(groups["n"])
    if groups.get("high"):
        return (value, _counted_value(groups["high"]))
    return (value + _decimals(groups.get("decimals") or ""),)


def _counted_value(numeral: str | None) -> Decimal:
    return Decimal(chinese_number(numeral or "") or 0)


def _decimals(numerals: str) -> Decimal:
    """五 of 百分之九十五点五, as 0.5."""
    digits = "".join(str(chinese_number(numeral)) for numeral in numerals)
    return Decimal(f"0.{digits}")


# ---- implied numbers -------------------------------------------------------------------------


def read_implied(match: re.Match[str], words: Implied) -> BareFigure:
    """Words that imply a number: 全覆盖, 不漏一户, “负增长”."""
    quotation_mark = 1 if match[0].startswith("“") else 0
    return BareFigure(
        kind=FigureKind.IMPLIED,
        span=Span.of(match),
        core=Span(match.start() + quotation_mark, match.end() - quotation_mark),
        values=(words.value,),
        digits=(exact(words.value),),
        unit=words.unit or _counted_one(match[0]),
        comparison=words.comparison,
    )


def _counted_one(printed: str) -> str:
    """The unit of 不漏一户."""
    found = COUNTED_ONE.search(printed)
    return found[1] if found else "个"
