"""The JSON report, format 1. Keys may be added; none is removed, renamed or retyped."""

import json
import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hytargets.book.terms import Comparison
from hytargets.documents.document import Document, Table
from hytargets.judging.assessment import Assessment
from hytargets.judging.changes import Snapshot, Standing
from hytargets.judging.gate import Verdict
from hytargets.judging.reduction import Actual
from hytargets.judging.report import Report
from hytargets.judging.statuses import Light, Status
from hytargets.language import Language, Text
from hytargets.problems import Place, Problem
from hytargets.progress.observations import Fate
from hytargets.values.number import exact, fixed
from hytargets.version import VERSION
from hytargets.wording.problems import problem_message

if TYPE_CHECKING:
    from hytargets.formats.jsonformat import (
        AssessmentObject,
        PlaceObject,
        ProblemObject,
        ReportObject,
        Texts,
    )

_DECIMALS = 10
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def render(report: Report, verdict: Verdict) -> str:
    """One object, with a final newline; no character in it can move a cursor."""
    return as_text(as_object(report, verdict))


def as_text(content: Any) -> str:
    """JSON for people to read too; no character in it can move a cursor."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def render_document(document: Document) -> str:
    """The tables of a document: a list of rows each, keyed by column; figures as bare numbers in strings."""
    tables = [block.for_data() for block in document.blocks if isinstance(block, Table)]
    content = {
        "format": 1,
        "tool": {"name": "hytargets", "version": VERSION},
        "title": document.title,
        "tables": [
            [
                {
                    column.key: cell.number or cell.text or None
                    for column, cell in zip(one.columns, row.cells, strict=True)
                }
                for row in one.rows
            ]
            for one in tables
        ],
    }
    return as_text(content)


def as_object(report: Report, verdict: Verdict) -> "ReportObject":
    """The report as it is written."""
    book = report.book
    return {
        "format": 1,
        "tool": {"name": "hytargets", "version": VERSION},
        "book": {"id": book.id, "title": _texts(book.title)} if book else None,
        "as_of": _day(report.as_of),
        "known_on": _day(report.known_on),
        "gate": {
            "fail_on": verdict.policy.fail_on,
            "aspirational": verdict.policy.aspirational,
            "max_age": verdict.max_age,
            "passed": verdict.passed,
            "failing": [one.target.id for one in verdict.failing],
            "exit_code": int(verdict.exit_code),
        },
        "counts": {
            "by_status": {
                status: sum(one.status is status for one in report.assessments) for status in Status
            },
            "by_light": {
                light: sum(one.light is light for one in report.assessments) for light in Light
            },
            "stale": report.stale_count,
        },
        "understood": [
            {
                "file": one.file,
                "sheet": one.sheet,
                "encoding": one.encoding,
                "delimiter": one.delimiter,
                "header_line": one.header_line,
                "year": one.year,
                "columns": one.columns,
                "ignored_columns": list(one.ignored_columns),
                "skipped_rows": list(one.skipped_rows),
            }
            for one in report.understood
        ],
        "values": {"read": report.fates.total(), **{fate: report.fates[fate] for fate in Fate}},
        "assessments": [_assessment(one) for one in report.assessments],
        "problems": [_problem(one) for one in report.problems],
    }


def _assessment(one: Assessment) -> "AssessmentObject":
    target, actual, figures = one.target, one.actual, one.measures
    is_range = target.comparison is Comparison.BETWEEN
    return {
        "target": target.id,
        "name": _texts(target.name),
        "section": target.section,
        "owner": _texts(target.owner) if target.owner else None,
        "comparison": target.comparison,
        "value": None if is_range else exact(target.value),
        "low": exact(target.bounds[0]) if is_range else None,
        "high": exact(target.bounds[1]) if is_range else None,
        "unit": target.unit.id,
        "measure": target.measure,
        "basis": target.basis,
        "commitment": target.commitment,
        "start": target.start.isoformat(),
        "due": target.due.isoformat(),
        "period_end": _day(actual.end) if actual else None,
        "actual": _level(actual.value, actual) if actual else None,
        "margin": _level(figures.margin, actual) if figures and actual else None,
        "completion": _quotient(figures.completion) if figures else None,
        "schedule": _quotient(figures.schedule) if figures else None,
        "deviation": _quotient(figures.deviation) if figures else None,
        "needed": _quotient(figures.needed) if figures else None,
        "status": one.status,
        "light": one.light,
        "flags": list(one.flags),
        "regions_reported": {
            "reported": actual.regions_reported[0],
            "of": actual.regions_reported[1],
        }
        if actual and actual.regions_reported
        else None,
        "regions": [
            {
                "region": part.region or "",
                "period_end": part.end.isoformat(),
                "actual": _number(part.value, part.is_average),
            }
            for part in (actual.parts if actual else ())
        ],
        "note": one.note,
        "evidence": [_place(place) for place in one.evidence],
        "source": {"quote": target.source.quote, "printed": target.source.printed},
    }


def _problem(problem: Problem) -> "ProblemObject":
    return {
        "code": problem.code,
        "severity": problem.severity,
        "target": problem.target,
        **_place(problem.place),
        "path": problem.place.path,
        "seen": problem.seen,
        "message": {
            "zh": problem_message(problem, Language.ZH),
            "en": problem_message(problem, Language.EN),
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


def _quotient(value: Fraction | None) -> str | None:
    return None if value is None else fixed(value, _DECIMALS)


def _level(value: Fraction, actual: Actual) -> str:
    return _number(value, actual.is_average)


def _number(value: Fraction, is_average: bool) -> str:
    return fixed(value, _DECIMALS) if is_average else exact(value)


def read_snapshot(content: bytes) -> Snapshot:
    """A saved report, read back as far as two reports are compared. Raises ValueError where it is none."""
    from pydantic import TypeAdapter

    from hytargets.formats.jsonformat import ReportObject

    saved = TypeAdapter(ReportObject).validate_json(content)
    standings = (
        Standing(
            target=one["target"],
            name=Text(one["name"]["zh"], one["name"]["en"]),
            is_firm=one["commitment"] == "firm",
            comparison=one["comparison"],
            measure=one["measure"],
            status=one["status"],
            flags=tuple(one["flags"]),
            period_end=_read_day(one["period_end"]),
            actual=_read_number(one["actual"]),
            completion=_read_number(one["completion"]),
            deviation=_read_number(one["deviation"]),
        )
        for one in saved["assessments"]
    )
    book = saved["book"]
    return Snapshot(
        book["id"] if book else "",
        _read_day(saved["as_of"]),
        _read_day(saved["known_on"]),
        tuple(standings),
    )


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _read_number(text: str | None) -> Fraction | None:
    return Fraction(text) if text else None
