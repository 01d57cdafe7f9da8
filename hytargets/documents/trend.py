"""Targets month by month, as a document."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hytargets.book.target import TargetBook
from hytargets.documents.document import Block, Cell, Document, Group, Paragraph, Row, Shown
from hytargets.documents.fields import Field, cells, table
from hytargets.judging.assessment import Assessment
from hytargets.judging.pace import schedule_of
from hytargets.judging.trends import Point, Trend
from hytargets.language import Language
from hytargets.values.number import exact, rounded
from hytargets.wording import amounts
from hytargets.wording import report as words

_BLOCKS = "▁▂▃▄▅▆▇█"


def trend_document(book: TargetBook, trends: Sequence[Trend], language: Language) -> Document:
    """What `trend` shows: a group a target, a row a month, and what the months left must bring."""
    if not trends:
        return Document(
            book.title.to(language), (Paragraph(words.NO_TREND.to(language)),), language
        )
    groups = [_group(trend, language) for trend in trends]
    last = max(trend.points[-1].end for trend in trends)
    title = words.TREND.to(language).format(book=book.title.to(language), day=last)
    blocks: tuple[Block, ...] = (table(_FIELDS, groups, language),)
    return Document(title, blocks, language)


def _group(trend: Trend, language: Language) -> Group:
    target = trend.target
    heading = words.TREND_TARGET.to(language).format(
        name=target.name.to(language),
        goal=amounts.goal(target, language),
        spark=_sparks(trend, language),
    )
    rows = [
        Row(
            cells(_FIELDS, (trend, point), language),
            point.assessment.light if point.assessment else None,
        )
        for point in trend.points
    ]
    rows[-1] = rows[-1]._replace(remarks=tuple(_remarks(trend, language)))
    return Group(heading, tuple(rows))


def _sparks(trend: Trend, language: Language) -> str:
    """The values drawn, a gap left blank; beside them the schedule, on the same scale."""
    actuals = [point.assessment.actual if point.assessment else None for point in trend.points]
    values = [actual.value if actual else None for actual in actuals]
    top = max([*trend.target.bounds, *(value for value in values if value is not None)])
    bottom = min(
        [
            Fraction(0),
            trend.target.baseline or Fraction(0),
            *(value for value in values if value is not None),
        ]
    )
    drawn = "".join(" " if value is None else _block(value, bottom, top) for value in values)
    shares = [schedule_of(trend.target, point.end) for point in trend.points]
    if not any(one.measures and one.measures.schedule is not None for one in trend.known):
        return drawn
    base, goal = trend.target.baseline or Fraction(0), trend.target.value
    line = "".join(
        _block(base + share.value * (goal - base), bottom, top)
        for share in shares
        if share is not None
    )
    return drawn + words.TREND_SCHEDULE.to(language).format(spark=line)


def _block(value: Fraction, bottom: Fraction, top: Fraction) -> str:
    if top == bottom:
        return _BLOCKS[0]
    share = (value - bottom) / (top - bottom)
    return _BLOCKS[min(max(int(share * len(_BLOCKS)), 0), len(_BLOCKS) - 1)]


def _remarks(trend: Trend, language: Language) -> Iterator[str]:
    target, forecast = trend.target, trend.forecast

    def a_month(value: Fraction) -> str:
        return amounts.difference(value, target, language, rough=True)

    if trend.needed is not None:
        yield words.NEEDED.to(language).format(amount=a_month(trend.needed))
    if trend.average is not None:
        yield words.AVERAGE.to(language).format(amount=a_month(trend.average))
    if forecast:
        since, until = forecast.since.isoformat(), forecast.until.isoformat()
        yield words.LATEST_PACE.to(language).format(
            amount=a_month(forecast.pace), since=since, until=until
        )
        if forecast.reached:
            yield words.REACHED.to(language).format(day=f"{forecast.reached:%Y-%m}")
        else:
            yield words.NOT_REACHED.to(language)


_Month = tuple[Trend, Point]


def _value(month: _Month, language: Language) -> Cell:
    _, point = month
    if point.assessment is None or point.assessment.actual is None:
        return Cell()
    actual = point.assessment.actual
    bare = rounded(actual.value) if actual.is_average else exact(actual.value)
    return Cell(amounts.amount(actual.value, point.assessment.target, language), bare)


def _share(value: Fraction | None) -> Cell:
    return Cell() if value is None else Cell(f"{amounts.percent(value)}%", amounts.percent(value))


def _assessed(month: _Month) -> Assessment | None:
    return month[1].assessment


def _completion(month: _Month, _: Language) -> Cell:
    one = _assessed(month)
    return _share(one.measures.completion if one and one.measures else None)


def _schedule(month: _Month, _: Language) -> Cell:
    one = _assessed(month)
    return _share(one.measures.schedule if one and one.measures else None)


def _deviation(month: _Month, _: Language) -> Cell:
    one = _assessed(month)
    value = one.measures.deviation if one and one.measures else None
    return Cell() if value is None else Cell(amounts.signed(value), rounded(value, Fraction(0)))


def _status(month: _Month, language: Language) -> Cell:
    one = _assessed(month)
    return Cell(words.status_words(one).to(language), light=one.light) if one else Cell("–")


_FIELDS: tuple[Field[_Month], ...] = (
    Field("id", lambda month, _: Cell(month[0].target.id), Shown.DATA),
    Field("month", lambda month, _: Cell(f"{month[1].end:%Y-%m}")),
    Field("status", _status),
    Field("actual", _value, is_figure=True),
    Field("completion", _completion, is_figure=True),
    Field("schedule", _schedule, is_figure=True),
    Field("deviation", _deviation, is_figure=True),
)
