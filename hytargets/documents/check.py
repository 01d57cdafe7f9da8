"""A report of targets judged, as a document."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction

from hytargets.book.target import TargetBook
from hytargets.documents.document import Block, Document, Lights, Paragraph, Problems, Row, Table
from hytargets.documents.fields import RegionNames, by_section, cells, table
from hytargets.documents.remarks import remarks
from hytargets.documents.standing import FIELDS, region_cells
from hytargets.documents.verdict import account, is_anything_read, verdict_line
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.report import Report
from hytargets.judging.statuses import Light, Status
from hytargets.values.period import months_between
from hytargets.wording import amounts
from hytargets.wording import check as say
from hytargets.wording.statuses import LIGHTS, STATUSES
from hytargets.wording.targets import COUNT
from hytargets.wording.voice import Voice

_NAMES_AT_MOST = 3
# What a grey light may mean: the line of lights tells how many of each.
_GREY = (Status.NO_DATA, Status.INCOMPLETE, Status.PENDING)


def check_document(
    report: Report,
    verdict: Verdict,
    voice: Voice,
    lights: Collection[Light] = (),
    by_region: bool = False,
) -> Document:
    """What `check` shows; `lights` are those whose rows are shown.

    By default all are, and the targets without data are told in one line. Where no file could be
    read, people see the problems alone, and the rows without a figure are left to data files.
    """
    title = ""
    blocks: list[Block] = []
    if report.book and is_anything_read(report):
        title = _title(report, report.book, voice)
    if report.book and report.assessments:
        blocks += _judged(report, report.book, voice, lights, by_region)
    if report.fates.total():
        blocks.append(Paragraph(account(report, voice)))
    if report.problems:
        blocks.append(Problems(report.problems, voice.language))
    blocks.append(verdict_line(report, verdict, voice))
    return Document(title, tuple(blocks), voice.language)


def _title(report: Report, book: TargetBook, voice: Voice) -> str:
    """The book, the dates of the report, and how much of the book's time has passed."""
    parts = [voice(book.title)]
    if report.as_of:
        parts.append(voice(say.AS_OF, day=report.as_of))
        if report.as_of >= book.start:
            share = amounts.percent(_time_passed(book, report.as_of))
            parts.append(voice(say.SCHEDULE, share=share))
    if report.known_on:
        parts.append(voice(say.KNOWN_ON, day=report.known_on))
    return "   ".join(parts)


def _time_passed(book: TargetBook, day: date) -> Fraction:
    whole = months_between(book.start, book.due)
    return min(months_between(book.start, day) / whole, Fraction(1))


def _judged(
    report: Report,
    book: TargetBook,
    voice: Voice,
    lights: Collection[Light],
    by_region: bool,
) -> Iterator[Block]:
    """The lights, the table, and the line of those without data."""
    is_read = is_anything_read(report)
    if is_read:
        yield _lights(report, voice)
    yield _table(report, book, voice, lights, by_region)
    without_data = [one for one in report.assessments if one.status is Status.NO_DATA]
    if is_read and without_data and not lights:
        yield _without_data(without_data, voice)


def _lights(report: Report, voice: Voice) -> Lights:
    """How many targets have each light; of the grey ones, why."""
    by_light = Counter(assessment.light for assessment in report.assessments)
    by_status = Counter(assessment.status for assessment in report.assessments)
    counts = [(light, voice(LIGHTS[light]), by_light[light]) for light in Light if by_light[light]]
    grey = [
        f"{voice(STATUSES[status])} {by_status[status]}" for status in _GREY if by_status[status]
    ]
    return Lights(
        heading=voice(COUNT, count=len(report.assessments)),
        counts=tuple(counts),
        remark=voice.listed(grey),
    )


def _without_data(assessments: list[Assessment], voice: Voice) -> Paragraph:
    """All that have no data, in one line: thirty grey rows would hide the rest."""
    names = voice.listed_texts(
        assessment.target.name for assessment in assessments[:_NAMES_AT_MOST]
    )
    if len(assessments) <= _NAMES_AT_MOST:
        return Paragraph(voice(say.WITHOUT_DATA, names=names), Light.GREY)
    count = len(assessments)
    return Paragraph(voice(say.WITHOUT_DATA_MORE, names=names, count=count), Light.GREY)


def _table(
    report: Report,
    book: TargetBook,
    voice: Voice,
    lights: Collection[Light],
    by_region: bool,
) -> Table:
    """A row a target under the headings of the report, and below it, if asked, one a region."""
    names = RegionNames(book, voice)
    rows: list[tuple[str | None, Row]] = []
    for assessment in report.assessments:
        section = assessment.target.section
        row = Row(
            cells=cells(FIELDS, assessment, voice),
            light=assessment.light,
            remarks=remarks(assessment, report.as_of, names, voice),
            is_told_elsewhere=_is_told_elsewhere(assessment, report, lights),
        )
        rows.append((section, row))
        if by_region and assessment.actual:
            for part in assessment.actual.parts:
                of_region = region_cells(assessment.target, part, names, voice)
                below = Row(of_region, is_told_elsewhere=row.is_told_elsewhere)
                rows.append((section, below))
    ranked = table(FIELDS, by_section(book, rows, voice), voice)
    return ranked._replace(is_ranked=True)


def _is_told_elsewhere(assessment: Assessment, report: Report, lights: Collection[Light]) -> bool:
    """Is its row left to data files?"""
    if not is_anything_read(report):
        return True
    if lights:
        return assessment.light not in lights
    return assessment.status is Status.NO_DATA
