"""What the words around figures make of them: their kinds, comparisons and units."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from hytargets.book.terms import Comparison
from hytargets.source.bare import BareFigure, FigureKind
from hytargets.source.clauses import comparison_before
from hytargets.source.patterns import comparing
from hytargets.source.patterns.amounts import (
    DESCRIBING_UNITS,
    LABELLING_UNITS,
    PERCENT_UNITS,
    TIME_UNIT,
)
from hytargets.source.patterns.dates import YEAR_ALONE
from hytargets.values.number import exact

_AGES = frozenset({"岁", "周岁"})


class _Surroundings(NamedTuple):
    """The words between a figure and those beside it."""

    plain: str
    before: str
    after: str
    previous: BareFigure | None
    following: BareFigure | None


def classified(plain: str, figures: Sequence[BareFigure]) -> list[BareFigure]:
    """Each figure with the kind, comparison and unit that the words around it give."""
    result: list[BareFigure] = []
    previous: BareFigure | None = None
    for figure, following in zip_longest(figures, figures[1:]):
        around = _surroundings(plain, previous, figure, following)
        previous = _classified(figure, around)
        result.append(previous)
    return _coordinated(plain, result)


def _surroundings(
    plain: str, previous: BareFigure | None, figure: BareFigure, following: BareFigure | None
) -> _Surroundings:
    first = previous.span.end if previous else 0
    last = following.span.start if following else len(plain)
    return _Surroundings(
        plain=plain,
        before=plain[first : figure.span.start],
        after=plain[figure.span.end : last],
        previous=previous,
        following=following,
    )


def _classified(figure: BareFigure, around: _Surroundings) -> BareFigure:
    if figure.kind in {FigureKind.AMOUNT, FigureKind.CHINESE} and figure.comparison is None:
        figure = figure._replace(comparison=comparison_before(around.before))
    if figure.unit == "成":
        figure = _in_hundredths(figure)
    if figure.kind is FigureKind.AMOUNT or figure.unit == "元":
        figure = figure._replace(kind=_kind_of_amount(figure, around))
    return figure


def _in_hundredths(tenths: BareFigure) -> BareFigure:
    """八成 is 80%."""
    values = tuple(value * 10 for value in tenths.values)
    digits = tuple(exact(value) for value in values)
    return tenths._replace(values=values, digits=digits, unit="%")


# ---- kinds -----------------------------------------------------------------------------------


def _kind_of_amount(figure: BareFigure, around: _Surroundings) -> FigureKind:
    if _goes_on_from_a_baseline(around):
        return FigureKind.BASELINE
    if comparing.RATE_BEFORE.search(around.before):
        return FigureKind.RATE
    if _is_baseline(figure, around):
        return FigureKind.BASELINE
    if figure.unit in LABELLING_UNITS or _describes(figure, around):
        return FigureKind.DEFINITION
    if _is_bare_year(figure):
        return FigureKind.YEAR
    if _says_how_long(figure, around):
        return FigureKind.DEFINITION if figure.unit in _AGES else FigureKind.DURATION
    return figure.kind


def _goes_on_from_a_baseline(around: _Surroundings) -> bool:
    """Is it the second of 从50%、60%提高到80%?"""
    follows_one = around.previous is not None and around.previous.kind is FigureKind.BASELINE
    return follows_one and comparing.CONNECTS.fullmatch(around.before) is not None


def _is_baseline(figure: BareFigure, around: _Surroundings) -> bool:
    """Is it the first of 从574元提高到609元?"""
    if not comparing.BASELINE_BEFORE.search(around.before):
        return False
    return comparing.BASELINE_AFTER.match(around.plain, figure.span.end) is not None


def _describes(figure: BareFigure, around: _Surroundings) -> bool:
    """Does 55人以上 describe what comes next (大班额) instead of counting?"""
    noun = comparing.NOUN_AFTER.match(around.after)
    if noun is None or not figure.unit or figure.unit in PERCENT_UNITS:
        return False
    # In 亿元以上项目100个 the noun is counted by the next amount.
    following = around.following
    is_counted = (
        following is not None
        and following.kind is FigureKind.AMOUNT
        and noun.end() == len(around.after)
    )
    can_describe = figure.unit in DESCRIBING_UNITS
    if figure.said_after and figure.comparison is not Comparison.ABOUT:
        return is_counted or can_describe
    return is_counted and can_describe and noun[0].startswith("的")


def _is_bare_year(figure: BareFigure) -> bool:
    if figure.unit or figure.scale or figure.comparison:
        return False
    return all(YEAR_ALONE.fullmatch(digits) for digits in figure.digits)


def _says_how_long(figure: BareFigure, around: _Surroundings) -> bool:
    """Is it a time that is not itself what is aimed at: 15分钟生活圈?"""
    if not TIME_UNIT.fullmatch(figure.unit):
        return False
    return comparing.TIMED_BEFORE.search(around.before) is None


# ---- figures side by side --------------------------------------------------------------------


def _coordinated(plain: str, figures: Sequence[BareFigure]) -> list[BareFigure]:
    """In “50%、80%以上” one 以上 covers both; in “不低于50%、80%” so does one 不低于."""
    result = list(figures)
    pairs = enumerate(pairwise(figures))
    joined = [index for index, (left, right) in pairs if _are_joined(plain, left, right)]
    for index in reversed(joined):
        result[index] = _with_suffix(result[index], result[index + 1])
    for index in joined:
        left, right = result[index], result[index + 1]
        result[index + 1] = _with_comparison(right, left)
        result[index] = _with_unit(left, right)
    return result


def _are_joined(plain: str, left: BareFigure, right: BareFigure) -> bool:
    if left.kind is not right.kind or left.kind not in {FigureKind.AMOUNT, FigureKind.CHINESE}:
        return False
    between = plain[left.span.end : right.span.start]
    return comparing.CONNECTS.fullmatch(between) is not None


def _with_suffix(left: BareFigure, right: BareFigure) -> BareFigure:
    """50% of 50%、80%以上."""
    if left.said_after or not right.said_after:
        return left
    return left._replace(comparison=right.comparison, said_after=True)


def _with_comparison(right: BareFigure, left: BareFigure) -> BareFigure:
    """80% of 不低于50%、80%; a range covers itself alone."""
    if right.comparison or left.comparison is Comparison.BETWEEN:
        return right
    return right._replace(comparison=left.comparison)


def _with_unit(left: BareFigure, right: BareFigure) -> BareFigure:
    """1个 of 分别提高1个和1.2个百分点, or a number without a unit: 分别达50、80户."""
    is_short_for_points = left.unit == "个" and right.unit.endswith("百分点")
    if left.unit and not is_short_for_points:
        return left
    return left._replace(unit=right.unit)
