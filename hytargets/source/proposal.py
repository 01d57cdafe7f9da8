"""What entry of a target book a figure would become, and what of it a human must look at."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from hytargets.book.terms import Basis, Commitment, Comparison, Holds, Measure, Why
from hytargets.source.bare import FigureKind
from hytargets.source.figures import Figure
from hytargets.source.patterns import fillers, measures
from hytargets.source.patterns.amounts import PERCENT_UNITS

_WHY = {
    FigureKind.VAGUE: Why.NO_MEASURE,
    FigureKind.ELSEWHERE: Why.SET_ELSEWHERE,
    FigureKind.YEAR: Why.YEAR,
    FigureKind.DURATION: Why.DEFINITION,
    FigureKind.ORDINAL: Why.ORDINAL,
    FigureKind.PLAN: Why.PLAN_NAME,
    FigureKind.NAME: Why.NAME,
    FigureKind.DEFINITION: Why.DEFINITION,
    FigureKind.RATE: Why.NO_MEASURE,
    FigureKind.BASELINE: Why.DEFINITION,
}
_AROUND = 30  # characters of context on each side of an excluded figure
# Two things in one word, as 农药化肥“负增长” has them.
_BOTH = {"农药化肥": ("农药", "化肥"), "化肥农药": ("化肥", "农药")}
_QUOTES = "“”"


class Review(StrEnum):
    """Why a human must look at a field."""

    MEASURE = "measure"
    NO_FLOW = "no_flow"
    UNIT = "unit"
    IMPLIED = "implied"
    COUNT = "count"
    TOLERANCE = "tolerance"
    BASICALLY = "basically"
    BASELINE = "baseline"
    LOOKED_BACK = "looked_back"
    DEFINITION = "definition"


class TargetProposal(NamedTuple):
    """A target as far as its clause tells it."""

    name: str
    comparison: Comparison
    values: tuple[str, ...]  # as printed: 7.5万
    unit: str  # the word printed
    measure: Measure
    quote: str
    printed: str
    commitment: Commitment
    holds: Holds | None
    implied_by: str | None  # the words that imply its number, where none is printed
    reviews: Mapping[str, Review]  # by the name of the field

    @property
    def basis(self) -> Basis:
        """Is its number printed?"""
        return Basis.IMPLIED if self.implied_by else Basis.STATED


class ExclusionProposal(NamedTuple):
    """A figure that reads like no target."""

    printed: str
    context: str
    why: Why
    review: Review | None = None


Proposal: TypeAlias = TargetProposal | ExclusionProposal


def propose(figure: Figure, *, looks_back: bool = False) -> tuple[Proposal, ...]:
    """The entries a figure would become: one, or one for each of 农药化肥 in 农药化肥“负增长”."""
    if not figure.kind.reads_like_a_target or not figure.values:
        return (_exclusion_by_kind(figure),)
    if looks_back:
        return (_exclusion(figure, Why.NO_MEASURE, Review.LOOKED_BACK),)
    if figure.kind is FigureKind.CHINESE and not _is_deed(figure):
        return (_exclusion(figure, Why.DEFINITION, Review.COUNT),)
    return tuple(_target(figure, name, printed) for name, printed in _named(figure))


# ---- exclusions ------------------------------------------------------------------------------


def _exclusion_by_kind(figure: Figure) -> ExclusionProposal:
    why = _WHY.get(figure.kind, Why.DEFINITION)
    match figure.kind:
        case FigureKind.BASELINE:
            return _exclusion(figure, why, Review.BASELINE)
        case FigureKind.DEFINITION:
            return _exclusion(figure, why, Review.DEFINITION)
        case _:
            return _exclusion(figure, why)


def _exclusion(figure: Figure, why: Why, review: Review | None = None) -> ExclusionProposal:
    start = len(figure.before)
    end = start + len(figure.printed)
    context = figure.clause[max(start - _AROUND, 0) : end + _AROUND]
    return ExclusionProposal(figure.printed, context.strip(), why, review)


def _is_deed(figure: Figure) -> bool:
    """Is 三个 a number of things to be done, and not the parts of something?"""
    is_compared = figure.comparison is not Comparison.AT_LEAST
    is_measured = figure.unit in PERCENT_UNITS or figure.unit in measures.MEASURING_UNITS
    if is_compared or is_measured or measures.DEEDS.search(figure.before):
        return True
    # “五县(区)十镇百村”示范创建工程: of districts and villages the deed may follow.
    counts_places = measures.ADMIN_UNIT.fullmatch(figure.unit) is not None
    return counts_places and measures.DEEDS.search(figure.clause) is not None


# ---- targets ---------------------------------------------------------------------------------


def _named(figure: Figure) -> Iterator[tuple[str, str]]:
    """Each target's name with what it prints.

    One 负增长 may speak of several things, each with its own stretch.
    """
    if figure.kind is not FigureKind.IMPLIED or "增长" not in figure.printed:
        yield figure.name, figure.printed
        return
    word = figure.printed.strip(_QUOTES)
    before = figure.before
    things = _things(figure.name)
    if len(things) < 2 or figure.name not in before:
        yield f"{figure.name}{word}", figure.printed
        return
    end = len(before) + len(figure.printed)
    for thing in things:
        start = before.rindex(thing)
        yield f"{thing}{word}", figure.clause[start:end]


def _things(name: str) -> tuple[str, ...]:
    if name in _BOTH:
        return _BOTH[name]
    return tuple(part for part in fillers.BETWEEN_THINGS.split(name) if len(part) > 1)


def _target(figure: Figure, name: str, printed: str) -> TargetProposal:
    measure = _measure(figure, name)
    is_implied = figure.kind is FigureKind.IMPLIED
    is_limit = figure.comparison is Comparison.AT_MOST and measure is Measure.STOCK
    return TargetProposal(
        name=name,
        comparison=figure.comparison,
        values=figure.digits,
        unit=figure.unit or "个",
        measure=measure,
        quote=figure.clause,
        printed=printed,
        commitment=Commitment.ASPIRATIONAL if figure.aspirational else Commitment.FIRM,
        # 消除大班额: none may be left at the end, while there are some on the way.
        holds=Holds.AT_DUE if is_implied and is_limit else None,
        implied_by=figure.printed.strip(_QUOTES + '"') if is_implied else None,
        reviews=_reviews(figure, printed),
    )


def _reviews(figure: Figure, printed: str) -> dict[str, Review]:
    """Of which fields a human must be sure, and why."""
    reviews = {"measure": Review.MEASURE}
    if not _may_flow(figure) and figure.unit not in PERCENT_UNITS:
        reviews["measure"] = Review.NO_FLOW
    if not figure.unit:
        reviews["unit"] = Review.UNIT
    if figure.kind is FigureKind.CHINESE:
        reviews["value"] = Review.COUNT
    if figure.kind is FigureKind.IMPLIED:
        reviews["value"] = Review.IMPLIED
        if "基本" in printed:
            reviews["comparison"] = Review.BASICALLY
    if figure.comparison is Comparison.ABOUT:
        reviews["tolerance"] = Review.TOLERANCE
    return reviews


def _measure(figure: Figure, name: str) -> Measure:
    """What kind of figure it is, by its unit, its name and the words before it."""
    if figure.unit in PERCENT_UNITS:
        return Measure.GROWTH if _grows(figure, name) else Measure.STOCK
    if not _may_flow(figure) or _is_level(figure, name):
        return Measure.STOCK
    return Measure.FLOW


def _may_flow(figure: Figure) -> bool:
    """Has it a comparison that a flow can take?"""
    return figure.comparison.is_floor or figure.comparison.is_ceiling


def _grows(figure: Figure, name: str) -> bool:
    if measures.GROWING_WORDS.search(figure.printed):
        return True
    reaches_a_level = measures.LEVEL.search(figure.before) is not None
    return measures.GROWTH.search(name) is not None and not reaches_a_level


def _is_level(figure: Figure, name: str) -> bool:
    """Is it something that stands at a level, and not the sum of what months bring?"""
    if figure.kind is FigureKind.IMPLIED or measures.LEVEL_UNITS.fullmatch(figure.unit):
        return True
    if measures.LEVEL_NAMES.search(name):
        return True
    return measures.LEVEL.search(figure.before) is not None
