"""What entry of a target book a figure would become: everything that can be read, and what a human must look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from hytargets.book.terms import Basis, Commitment, Comparison, Holds, Measure, Why
from hytargets.language import Language, Text
from hytargets.source.figures import Figure, Kind
from hytargets.values.number import exact

_WHY = {
    Kind.VAGUE: Why.NO_MEASURE,
    Kind.ELSEWHERE: Why.SET_ELSEWHERE,
    Kind.YEAR: Why.YEAR,
    Kind.DURATION: Why.DEFINITION,
    Kind.ORDINAL: Why.ORDINAL,
    Kind.PLAN: Why.PLAN_NAME,
    Kind.NAME: Why.NAME,
    Kind.DEFINITION: Why.DEFINITION,
    Kind.RATE: Why.NO_MEASURE,
    Kind.BASELINE: Why.DEFINITION,
}

REVIEWS = {
    "measure": Text("按字面猜的类型，请核对", "guessed from the words"),
    "no_flow": Text(
        "像是流量，但流量只能不低于或不超过",
        "reads like a flow, but a flow takes only floors and ceilings",
    ),
    "unit": Text("原文没有单位", "the text gives no unit"),
    "implied": Text(
        "由文字推出的数，请核对读法和单位", "implied by words: check the reading and the unit"
    ),
    "count": Text("汉字数字，是目标还是名称？", "a number in words: a target, or a name?"),
    "tolerance": Text("“左右”允许差多少？请填写", "how near is near? fill in"),
    "basically": Text("“基本”允许差多少？", "“basically”: how near is near?"),
    "baseline": Text(
        "起点数，可作目标的 baseline", "where it starts from: may be a target's baseline"
    ),
    "looked_back": Text("回顾部分的数，不是目标", "looks back: no target"),
    "definition": Text("限定范围的数，不是目标？", "says which ones are meant: no target?"),
}

_GROWTH = re.compile(
    r"增长|增速|涨幅|上涨|下降|降低|提高|提升|减少|上升|回落|增幅|growth|inflation|reduc|increas|declin"
)
_LEVEL = re.compile(
    r"(?:达到?|(?:稳定|保持|维持)在|突破|(?:提高|提升|增加|增长|上升|扩大|恢复|下降|降低|减少|压缩|压减|缩短|缩小)(?:到|至)|[升增降]至|reach\w*|to|below|within)"
    r"[^,。;]{0,4}$"
)
_LEVEL_UNITS = re.compile(
    r"岁|周岁|天|小时|个工作日|工作日|分钟|年|倍|:1|.*/.*|成|weeks?|days?|hours?"
)
_LEVEL_NAMES = re.compile(
    r"人均|(?:标准|水平|总数|总量|总规模|保有量|拥有量|比重|占比|率|浓度|面积|床位数|收入比|寿命|天数)$"
)
_PERCENT = frozenset({"%", "‰", "个百分点", "百分点", "个点", "points", "point"})
_DEEDS = re.compile(
    r"新建|建成|建设|完成|创建|打造|培育|引进|实施|新增|改造|办好|推进|开工|启动|建好|组建|改建|扩建|整治|争取|发展|盘活|培训|示范"
)
_ADMIN_UNIT = re.compile(r"县.*|区|市|镇|乡.*|村.*|社区|街道|户|校|企|园")
_AROUND = 30  # characters of context on each side
_BOTH = {"农药化肥": ("农药", "化肥"), "化肥农药": ("化肥", "农药")}


@dataclass(frozen=True, slots=True)
class TargetProposal:
    """A target as far as its clause tells it; `reviews` says of which fields a human must be sure, and why."""

    name: str
    comparison: Comparison
    values: tuple[str, ...]  # as printed: 7.5万
    unit: str  # the word printed
    measure: Measure
    quote: str
    printed: str
    basis: Basis = Basis.STATED
    commitment: Commitment = Commitment.FIRM
    holds: Holds | None = None
    reading: str | None = None
    reviews: dict[str, str] = field(default_factory=dict)  # field -> key of REVIEWS


@dataclass(frozen=True, slots=True)
class ExclusionProposal:
    """A figure that reads like no target."""

    printed: str
    context: str
    why: Why
    review: str | None = None  # key of REVIEWS


Proposal: TypeAlias = TargetProposal | ExclusionProposal


def language_of(text: str) -> Language:
    """Chinese where there is a Chinese character, else English."""
    return Language.ZH if re.search(r"[\u4e00-\u9fff]", text) else Language.EN


def propose(figure: Figure, *, looks_back: bool = False) -> tuple[Proposal, ...]:
    """The entries a figure would become: one, or one for each of 农药化肥 in 农药化肥“负增长”."""
    if not figure.kind.reads_like_a_target or not figure.values:
        return (_exclusion(figure, _WHY.get(figure.kind, Why.DEFINITION), None),)
    if looks_back:
        return (_exclusion(figure, Why.NO_MEASURE, "looked_back"),)
    if figure.kind is Kind.CHINESE and not _is_deed(figure):
        return (_exclusion(figure, Why.DEFINITION, "count"),)
    return tuple(_target(figure, name, printed) for name, printed in _named(figure))


def _exclusion(figure: Figure, why: Why, review: str | None) -> ExclusionProposal:
    at = figure.start - figure.clause_start
    first = max(at - _AROUND, 0)
    context = figure.clause[first : at + len(figure.printed) + _AROUND].strip()
    if figure.kind is Kind.BASELINE:
        review = "baseline"
    elif figure.kind is Kind.DEFINITION:
        review = "definition"
    return ExclusionProposal(figure.printed, context, why, review)


def _is_deed(figure: Figure) -> bool:
    """Is 三个 a number of things to be done, and not the parts of something?"""
    measured = figure.comparison != "at_least" or figure.unit in _PERCENT | {
        "元",
        "成",
        "亩",
        "公里",
    }
    named = _ADMIN_UNIT.fullmatch(figure.unit) is not None and _DEEDS.search(figure.clause)
    return measured or bool(named or _DEEDS.search(_before(figure)))


def _before(figure: Figure) -> str:
    return figure.clause[: figure.start - figure.clause_start]


def _named(figure: Figure) -> Iterator[tuple[str, str]]:
    """Each target with what it prints; one 负增长 may speak of several things, each with its own stretch."""
    if "增长" not in figure.printed or figure.kind is not Kind.IMPLIED:
        yield figure.name, figure.printed
        return
    word, before = figure.printed.strip("“”"), _before(figure)
    parts = _BOTH.get(figure.name) or tuple(
        part for part in re.split("[、和与及]", figure.name) if len(part) > 1
    )
    if len(parts) < 2 or figure.name not in before:
        yield f"{figure.name}{word}", figure.printed
        return
    for part in parts:
        yield (
            f"{part}{word}",
            figure.clause[before.rindex(part) : len(before) + len(figure.printed)],
        )


def _target(figure: Figure, name: str, printed: str) -> TargetProposal:
    measure, why = _measure(figure, name)
    reviews = {"measure": why}
    comparison = Comparison(figure.comparison)
    implied = figure.kind is Kind.IMPLIED
    if not figure.unit:
        reviews["unit"] = "unit"
    if figure.kind is Kind.CHINESE:
        reviews["value"] = "count"
    if implied:
        reviews["value"] = "implied"
    if comparison is Comparison.ABOUT:
        reviews["tolerance"] = "tolerance"
    if implied and "基本" in printed:
        reviews["comparison"] = "basically"
    at_due = implied and comparison is Comparison.AT_MOST and measure is Measure.STOCK
    return TargetProposal(
        name=name,
        comparison=comparison,
        values=figure.digits,
        unit=figure.unit or "个",
        measure=measure,
        quote=figure.clause,
        printed=printed,
        basis=Basis.IMPLIED if implied else Basis.STATED,
        commitment=Commitment.ASPIRATIONAL if figure.aspirational else Commitment.FIRM,
        holds=Holds.AT_DUE if at_due else None,
        reading=_reading(figure, comparison) if implied else None,
        reviews=reviews,
    )


def _measure(figure: Figure, name: str) -> tuple[Measure, str]:
    comparison, before = Comparison(figure.comparison), _before(figure)
    if figure.unit in _PERCENT:
        growing = _GROWTH.search(name) and not _LEVEL.search(before)
        return (
            Measure.GROWTH if growing or re.search("增长|番", figure.printed) else Measure.STOCK
        ), "measure"
    if not (comparison.is_floor or comparison.is_ceiling):
        return Measure.STOCK, "no_flow"
    if (
        figure.kind is Kind.IMPLIED
        or _LEVEL_UNITS.fullmatch(figure.unit)
        or _LEVEL_NAMES.search(name)
    ):
        return Measure.STOCK, "measure"
    return (Measure.STOCK if _LEVEL.search(before) else Measure.FLOW), "measure"


def _reading(figure: Figure, comparison: Comparison) -> str:
    word, value = figure.printed.strip('“”"'), exact(figure.values[0])
    unit = "%" if figure.unit == "%" else ""
    relation = {Comparison.LESS_THAN: "小于 ", Comparison.MORE_THAN: "大于 "}.get(comparison, "")
    return f"{word}读作{relation or ' '}{value}{unit}"
