"""The formats. Each renders a Document, or a whole Report with its verdict; the registry names them."""

from collections.abc import Callable

from hytargets.documents.document import Document
from hytargets.judging.gate import Policy, Verdict, decide
from hytargets.judging.report import Report
from hytargets.language import Language


def _json(report: Report, verdict: Verdict) -> str:
    from hytargets.formats import json

    return json.render(report, verdict)


def _terminal(document: Document) -> str:
    from hytargets.formats import terminal

    return terminal.render(document)


def _markdown(document: Document) -> str:
    from hytargets.formats import markdown

    return markdown.render(document)


def _csv(document: Document) -> str:
    from hytargets.formats import csv

    return csv.render(document)


def _xlsx(document: Document) -> bytes:
    from hytargets.formats import xlsx

    return xlsx.render(document)


REPORT_FORMATS: dict[str, Callable[[Report, Verdict], str]] = {"json": _json}
DOCUMENT_FORMATS: dict[str, Callable[[Document], str | bytes]] = {
    "terminal": _terminal,
    "markdown": _markdown,
    "csv": _csv,
    "xlsx": _xlsx,
}
SUFFIXES = {
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".txt": "terminal",
    ".xlsx": "xlsx",
}


def render(
    report: Report, format: str, language: Language | None = None, policy: Policy = Policy()
) -> str | bytes:
    """A report in a format: json, terminal (plain text), markdown, csv or xlsx (bytes). Raises KeyError for another."""
    verdict = decide(report, policy)
    if format in REPORT_FORMATS:
        return REPORT_FORMATS[format](report, verdict)
    from hytargets.documents.check import check_document

    fallback = report.book.language if report.book else Language.ZH
    return DOCUMENT_FORMATS[format](check_document(report, verdict, language or fallback))
