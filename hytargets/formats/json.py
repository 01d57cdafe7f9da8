"""JSON: a report in format 1, whose keys may be added to but never renamed; and plain tables."""

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from hytargets.book.terms import Comparison
from hytargets.documents.document import Document, Row, Table
from hytargets.formats.jsontext import as_text
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.reduction import Actual
from hytargets.judging.report import Report
from hytargets.judging.statuses import Light, Status
from hytargets.language import Language, Text
from hytargets.problems import Place, Problem
from hytargets.progress.observations import Fate, Understood
from hytargets.values.number import exact, fixed
from hytargets.version import VERSION
from hytargets.wording.problems import problem_message
from hytargets.wording.voice import Voice

# Types only: they load pydantic, which writing does not need.
if TYPE_CHECKING:
    from hytargets.formats.schema import (
        AssessmentObject,
        ClauseObject,
        Counts,
        FiguresObject,
        GateObject,
        PlaceObject,
        ProblemObject,
        RegionObject,
        RegionsReported,
        ReportObject,
        Texts,
        Tool,
        UnderstoodObject,
        Values,
    )

_FORMAT: Literal[1] = 1
_DECIMALS = 10
_TOOL: "Tool" = {"name": "hytargets", "version": VERSION}
_NO_FIGURES: "FiguresObject" = {
    "period_end": None,
    "actual": None,
    "margin": None,
    "completion": None,
    "schedule": None,
    "deviation": None,
    "needed": None,
}


def render_report(report: Report, verdict: Verdict) -> str:
    """The whole report, every assessment and problem in it."""
    return as_text(_report(report, verdict))


def render_document(document: Document) -> str:
    """The tables of a document: a list of rows each, keyed by column.

    Figures are bare numbers in strings, so that no reader makes floats of them.
    """
    content = {
        "format": _FORMAT,
        "tool": _TOOL,
        "title": document.title,
        "tables": [[_row(table, row) for row in table.rows] for table in document.tables],
    }
    return as_text(content)


def _row(table: Table, row: Row) -> dict[str, str | None]:
    cells = {}
    for column, cell in zip(table.columns, row.cells, strict=True):
        cells[column.key] = cell.number or cell.text or None
    return cells


def _report(report: Report, verdict: Verdict) -> "ReportObject":
    book = report.book
    return {
        "format": _FORMAT,
        "tool": _TOOL,
        "book": {"id": book.id, "title": _texts(book.title)} if book else None,
        "as_of": _day(report.as_of),
        "known_on": _day(report.known_on),
        "gate": _gate(verdict),
        "counts": _counts(report),
        "understood": [_understood(file) for file in report.understood],
        "values": _values(report),
        "assessments": [_assessment(assessment) for assessment in report.assessments],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _gate(verdict: Verdict) -> "GateObject":
    return {
        "fail_on": verdict.policy.fail_on,
        "aspirational": verdict.policy.aspirational,
        "max_age": verdict.max_age,
        "passed": verdict.passed,
        "failing": [assessment.target.id for assessment in verdict.failing],
        "exit_code": int(verdict.exit_code),
    }


def _counts(report: Report) -> "Counts":
    """How many of each status and light, those of which there are none too."""
    statuses = Counter(assessment.status for assessment in report.assessments)
    lights = Counter(assessment.light for assessment in report.assessments)
    return {
        "by_status": {status: statuses[status] for status in Status},
        "by_light": {light: lights[light] for light in Light},
        "stale": report.stale_count,
    }


def _understood(file: Understood) -> "UnderstoodObject":
    return {
        "file": file.file,
        "sheet": file.sheet,
        "encoding": file.encoding,
        "delimiter": file.delimiter,
        "header_line": file.header_line,
        "year": file.year,
        "columns": file.columns,
        "ignored_columns": list(file.ignored_columns),
        "skipped_rows": list(file.skipped_rows),
    }


def _values(report: Report) -> "Values":
    """The account of every value read."""
    values: Values = {"read": report.fates.total()}
    for fate in Fate:
        values[fate] = report.fates[fate]
    return values


def _assessment(assessment: Assessment) -> "AssessmentObject":
    target, actual = assessment.target, assessment.actual
    return {
        **_clause(assessment),
        **_figures(assessment),
        "status": assessment.status,
        "light": assessment.light,
        "flags": list(assessment.flags),
        "regions_reported": _regions_reported(actual) if actual else None,
        "regions": _regions(actual) if actual else [],
        "note": assessment.note,
        "evidence": [_place(place) for place in assessment.evidence],
        "source": {"quote": target.source.quote, "printed": target.source.printed},
    }


def _clause(assessment: Assessment) -> "ClauseObject":
    """The target as the book has it: a value, or of a range its two bounds."""
    target = assessment.target
    value = low = high = None
    if target.comparison is Comparison.BETWEEN:
        low, high = (exact(bound) for bound in target.bounds)
    else:
        value = exact(target.value)
    return {
        "target": target.id,
        "name": _texts(target.name),
        "section": target.section,
        "owner": _texts(target.owner) if target.owner else None,
        "comparison": target.comparison,
        "value": value,
        "low": low,
        "high": high,
        "unit": target.unit.id,
        "measure": target.measure,
        "basis": target.basis,
        "commitment": target.commitment,
        "start": target.start.isoformat(),
        "due": target.due.isoformat(),
    }


def _figures(assessment: Assessment) -> "FiguresObject":
    """What was achieved, measured; levels are exact, quotients have ten decimals."""
    actual, measures = assessment.actual, assessment.measures
    if actual is None or measures is None:
        return _NO_FIGURES
    return {
        "period_end": actual.end.isoformat(),
        "actual": _level(actual.value, is_average=actual.is_average),
        "margin": _level(measures.margin, is_average=actual.is_average),
        "completion": _quotient(measures.completion),
        "schedule": _quotient(measures.schedule),
        "deviation": _quotient(measures.deviation),
        "needed": _quotient(measures.needed),
    }


def _regions_reported(actual: Actual) -> "RegionsReported | None":
    if actual.regions_reported is None:
        return None
    reported, of = actual.regions_reported
    return {"reported": reported, "of": of}


def _regions(actual: Actual) -> "list[RegionObject]":
    return [
        {
            "region": part.region or "",
            "period_end": part.end.isoformat(),
            "actual": _level(part.value, is_average=part.is_average),
        }
        for part in actual.parts
    ]


def _problem(problem: Problem) -> "ProblemObject":
    return {
        "code": problem.code,
        "severity": problem.severity,
        "target": problem.target,
        **_place(problem.place),
        "path": problem.place.path,
        "seen": problem.seen,
        "message": {
            "zh": problem_message(problem, Voice(Language.ZH)),
            "en": problem_message(problem, Voice(Language.EN)),
        },
    }


def _place(place: Place) -> "PlaceObject":
    return {
        "file": place.file,
        "sheet": place.sheet,
        "line": place.line,
        "column": place.column,
        "cell": place.cell,
    }


def _texts(text: Text) -> "Texts":
    return {"zh": text.zh, "en": text.en}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _level(value: Fraction, *, is_average: bool) -> str:
    """Every digit; an average may never end, and has as many decimals as a quotient."""
    if is_average:
        return fixed(value, _DECIMALS)
    return exact(value)


def _quotient(value: Fraction | None) -> str | None:
    if value is None:
        return None
    return fixed(value, _DECIMALS)
