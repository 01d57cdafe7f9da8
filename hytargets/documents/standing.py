"""Where a target stands, as the cells of a row: one of the whole, or one of a region."""

from fractions import Fraction

from hytargets.book.target import Target
from hytargets.book.terms import Combine
from hytargets.documents.document import Bar, Cell, Reader
from hytargets.documents.fields import Field, RegionNames, bare, day, points, said, share, status
from hytargets.judging.assessment import Assessment
from hytargets.judging.reduction import Level
from hytargets.values.number import exact, rounded
from hytargets.wording.amounts import Amounts
from hytargets.wording.headings import PERCENT_OF, POINTS_OF
from hytargets.wording.statuses import FLAGS, LIGHTS
from hytargets.wording.voice import Voice


def _light(assessment: Assessment, voice: Voice) -> Cell:
    return said(LIGHTS[assessment.light], voice)


def _standing(assessment: Assessment, voice: Voice) -> Cell:
    """The actual against the target's value; the value alone where nothing counts."""
    amounts = Amounts(voice, assessment.target)
    if assessment.actual is None:
        return Cell(amounts.goal)
    return Cell(amounts.standing(assessment.actual.value))


def actual(assessment: Assessment, voice: Voice) -> Cell:
    """The actual as a bare number."""
    if assessment.actual is None:
        return Cell()
    return _bare(assessment.actual.value, assessment)


def _bare(value: Fraction, assessment: Assessment) -> Cell:
    """A value as a bare number: exact, or of an average, which may never end, rounded."""
    if assessment.actual is None or not assessment.actual.is_average:
        return bare(value)
    text = rounded(value, *assessment.target.bounds, decimals=10)
    return Cell(text, text)


def _value(assessment: Assessment, voice: Voice) -> Cell:
    """What must be reached as a bare number; a range is no number."""
    bounds = assessment.target.bounds
    if len(bounds) == 1:
        return bare(bounds[0])
    return Cell("–".join(exact(bound) for bound in bounds))


def completion(assessment: Assessment, voice: Voice) -> Cell:
    """The share done."""
    if assessment.measures is None:
        return Cell()
    return share(assessment.measures.completion)


def schedule(assessment: Assessment, voice: Voice) -> Cell:
    """The share of the time that has passed."""
    if assessment.measures is None:
        return Cell()
    return share(assessment.measures.schedule)


def deviation(assessment: Assessment, voice: Voice) -> Cell:
    """Completion against schedule, in points."""
    if assessment.measures is None:
        return Cell()
    return points(assessment.measures.deviation)


def _bar(assessment: Assessment, voice: Voice) -> Cell:
    measures = assessment.measures
    if measures is None or measures.completion is None:
        return Cell()
    return Cell(bar=Bar(measures.completion, measures.schedule))


def _margin(assessment: Assessment, voice: Voice) -> Cell:
    if assessment.measures is None:
        return Cell()
    margin = assessment.measures.margin
    text = Amounts(voice, assessment.target).margin(margin)
    return Cell(text, _bare(margin, assessment).number)


def _needed(assessment: Assessment, voice: Voice) -> Cell:
    if assessment.measures is None or assessment.measures.needed is None:
        return Cell()
    number = Amounts(voice, assessment.target).needed_number(assessment.measures.needed)
    return Cell(number, number)


def _period_end(assessment: Assessment, voice: Voice) -> Cell:
    if assessment.actual is None:
        return Cell()
    return day(assessment.actual.end)


def _flags(assessment: Assessment, voice: Voice) -> Cell:
    return Cell(voice.listed_texts(FLAGS[flag] for flag in assessment.flags))


FIELDS: tuple[Field[Assessment], ...] = (
    Field("id", lambda assessment, _: Cell(assessment.target.id), Reader.DATA),
    Field("section", lambda assessment, _: Cell(assessment.target.section or ""), Reader.DATA),
    Field("status", status),
    Field("light", _light, Reader.DATA),
    Field("name", lambda assessment, voice: said(assessment.target.name, voice), wraps=True),
    Field("region", lambda assessment, _: Cell(), Reader.DATA),
    Field("standing", _standing, Reader.PEOPLE, is_figure=True),
    Field("actual", actual, Reader.DATA, is_figure=True),
    Field("comparison", lambda assessment, _: Cell(assessment.comparison), Reader.DATA),
    Field("value", _value, Reader.DATA, is_figure=True),
    Field("unit", lambda assessment, voice: said(assessment.target.unit.name, voice), Reader.DATA),
    Field("completion", completion, Reader.PEOPLE, is_figure=True),
    Field("completion", completion, Reader.DATA, is_figure=True, form=PERCENT_OF),
    Field("bar", _bar, Reader.TERMINAL, drop=3),
    Field("schedule", schedule, Reader.DATA, is_figure=True, form=PERCENT_OF),
    Field("deviation", deviation, Reader.PEOPLE, is_figure=True, drop=1),
    Field("deviation", deviation, Reader.DATA, is_figure=True, form=POINTS_OF),
    Field("margin", _margin, is_figure=True, drop=2),
    Field("needed", _needed, Reader.DATA, is_figure=True),
    Field("period_end", _period_end, Reader.DATA),
    Field("due", lambda assessment, _: day(assessment.target.due), Reader.DATA),
    Field("flags", _flags, Reader.DATA),
    Field(
        "owner", lambda assessment, voice: said(assessment.target.owner, voice), drop=4, vital=True
    ),
    Field("note", lambda assessment, _: Cell(assessment.note or ""), Reader.DATA),
)


def region_cells(
    target: Target, level: Level, names: RegionNames, voice: Voice
) -> tuple[Cell, ...]:
    """One region's value; where each region must satisfy the target, its margin too."""
    name = names.of(level.region)
    amounts = Amounts(voice, target)
    if level.is_average:
        text = rounded(level.value, *target.bounds)
    else:
        text = exact(level.value)
    known = {
        "id": Cell(target.id),
        "name": Cell(f"· {name}"),
        "region": Cell(name),
        "standing": Cell(amounts.number(level.value)),
        "actual": Cell(text, text),
        "period_end": day(level.end),
    }
    if target.combine is Combine.EACH:
        known["margin"] = Cell(amounts.margin(target.margin(level.value)))
    return tuple(known.get(field.key, Cell()) for field in FIELDS)
