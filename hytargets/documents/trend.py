"""Targets month by month, as a document."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.documents import standing
from hytargets.documents.document import Cell, Document, Group, Paragraph, Reader, Row
from hytargets.documents.fields import Field, cells, said, status, table
from hytargets.judging.assessment import Assessment
from hytargets.judging.pace import schedule_of
from hytargets.judging.trends import Forecast, Point, Trend
from hytargets.wording import trend as say
from hytargets.wording.amounts import Amounts
from hytargets.wording.voice import Voice

_BLOCKS = "▁▂▃▄▅▆▇█"
_BESIDE_A_GROUP = Reader.MEMO | Reader.DATA  # on a terminal the target is the group's heading


class _Month(NamedTuple):
    """One target at one month's end."""

    target: Target
    point: Point


def trend_document(book: TargetBook, trends: Sequence[Trend], voice: Voice) -> Document:
    """What `trend` shows: a group a target, a row a month, and what the months left must bring."""
    if not trends:
        return Document(voice(book.title), (Paragraph(voice(say.NO_DATA)),), voice.language)
    last = max(trend.points[-1].end for trend in trends)
    title = voice(say.TITLE, book=voice(book.title), day=last)
    months = table(_FIELDS, [_group(trend, voice) for trend in trends], voice)
    return Document(title, (months,), voice.language)


def _group(trend: Trend, voice: Voice) -> Group:
    heading = voice(
        say.TARGET,
        name=voice(trend.target.name),
        goal=Amounts(voice, trend.target).goal,
        spark=_sparks(trend, voice),
    )
    rows = [_row(trend.target, point, voice) for point in trend.points]
    rows[-1] = rows[-1]._replace(remarks=tuple(_remarks(trend, voice)))
    return Group(heading, tuple(rows))


def _row(target: Target, point: Point, voice: Voice) -> Row:
    light = point.assessment.light if point.assessment else None
    return Row(cells(_FIELDS, _Month(target, point), voice), light)


class _Scale(NamedTuple):
    """The values between which a line is drawn."""

    bottom: Fraction
    top: Fraction

    def block(self, value: Fraction | None) -> str:
        """The block as high as the value stands on the scale; a gap is left blank."""
        if value is None:
            return " "
        if self.top == self.bottom:
            return _BLOCKS[0]
        share = (value - self.bottom) / (self.top - self.bottom)
        level = int(share * len(_BLOCKS))
        return _BLOCKS[min(max(level, 0), len(_BLOCKS) - 1)]


def _sparks(trend: Trend, voice: Voice) -> str:
    """The values drawn, a gap left blank; beside them the schedule, on the same scale."""
    values = [_value_at(point) for point in trend.points]
    scale = _scale(trend.target, values)
    drawn = "".join(map(scale.block, values))
    if not _has_schedule(trend):
        return drawn
    levels = _levels_due(trend)
    return drawn + voice(say.SCHEDULE, spark="".join(map(scale.block, levels)))


def _value_at(point: Point) -> Fraction | None:
    if point.assessment is None or point.assessment.actual is None:
        return None
    return point.assessment.actual.value


def _scale(target: Target, values: Sequence[Fraction | None]) -> _Scale:
    """From nothing, the baseline or the least value up to the target or the greatest."""
    known = [value for value in values if value is not None]
    base = target.baseline or Fraction(0)
    return _Scale(bottom=min([Fraction(0), base, *known]), top=max([*target.bounds, *known]))


def _has_schedule(trend: Trend) -> bool:
    measured = [assessment.measures for assessment in trend.known if assessment.measures]
    return any(measures.schedule is not None for measures in measured)


def _levels_due(trend: Trend) -> Iterator[Fraction]:
    """The level that the schedule asks for at each month's end."""
    target = trend.target
    base = target.baseline or Fraction(0)
    for point in trend.points:
        due = schedule_of(target, point.end)
        if due is not None:
            yield base + due.value * (target.value - base)


def _remarks(trend: Trend, voice: Voice) -> Iterator[str]:
    """What the months left must bring, and what the past ones did."""
    amounts = Amounts(voice, trend.target)
    if trend.needed is not None:
        yield amounts.needed(trend.needed)
    if trend.average is not None:
        yield voice(say.AVERAGE, amount=amounts.a_month(trend.average))
    if trend.forecast:
        yield from _forecast(trend.forecast, amounts, voice)


def _forecast(forecast: Forecast, amounts: Amounts, voice: Voice) -> Iterator[str]:
    yield voice(
        say.LATEST_PACE,
        amount=amounts.a_month(forecast.pace),
        since=forecast.since,
        until=forecast.until,
    )
    if forecast.reached:
        yield voice(say.REACHED, month=f"{forecast.reached:%Y-%m}")
    else:
        yield voice(say.NOT_REACHED)


def _of_assessment(cell: Callable[[Assessment, Voice], Cell]) -> Callable[[_Month, Voice], Cell]:
    """The cell of a month's assessment; a gap has an empty one."""

    def of_month(month: _Month, voice: Voice) -> Cell:
        assessment = month.point.assessment
        if assessment is None:
            return Cell()
        return cell(assessment, voice)

    return of_month


def _status(month: _Month, voice: Voice) -> Cell:
    assessment = month.point.assessment
    if assessment is None:
        return Cell("–")
    return status(assessment, voice)


def _actual(assessment: Assessment, voice: Voice) -> Cell:
    """The actual with its unit, for it stands beside no target value."""
    if assessment.actual is None:
        return Cell()
    amount = Amounts(voice, assessment.target).amount(assessment.actual.value)
    return Cell(amount, standing.actual(assessment, voice).number)


_FIELDS: tuple[Field[_Month], ...] = (
    Field("id", lambda month, _: Cell(month.target.id), _BESIDE_A_GROUP),
    Field("name", lambda month, voice: said(month.target.name, voice), _BESIDE_A_GROUP),
    Field("month", lambda month, _: Cell(f"{month.point.end:%Y-%m}")),
    Field("status", _status),
    Field("actual", _of_assessment(_actual), is_figure=True),
    Field("completion", _of_assessment(standing.completion), is_figure=True),
    Field("schedule", _of_assessment(standing.schedule), is_figure=True),
    Field("deviation", _of_assessment(standing.deviation), is_figure=True),
)
