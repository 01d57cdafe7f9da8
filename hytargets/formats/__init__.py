"""The formats: what a Document, or a Report with its verdict, can be written as."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from hytargets.problems import Misuse

# Whoever only asks which formats there are waits for none of these.
if TYPE_CHECKING:
    from hytargets.documents.document import Document
    from hytargets.judging.gate import Verdict
    from hytargets.judging.report import Report


class Format(NamedTuple):
    """A row of the registry. The functions are `module.function` below this package.

    Every format writes documents; one with `report_function` writes a report with its verdict
    by that instead, as it holds more than the document shows.
    """

    name: str
    suffixes: tuple[str, ...]
    is_for_people: bool
    document_function: str
    report_function: str | None = None

    @property
    def takes_report(self) -> bool:
        """Is a report written from the report itself, not from its document?"""
        return self.report_function is not None

    def write_document(self, document: "Document") -> str | bytes:
        """A document in this format."""
        write: Callable[[Document], str | bytes] = _load(self.document_function)
        return write(document)

    def write_report(self, report: "Report", verdict: "Verdict") -> str | bytes:
        """A report in this format, which must be one that takes reports."""
        assert self.report_function is not None
        write: Callable[[Report, Verdict], str | bytes] = _load(self.report_function)
        return write(report, verdict)


FORMATS = {
    row.name: row
    for row in (
        Format("terminal", (".txt",), True, "terminal.render"),
        Format("markdown", (".md", ".markdown"), True, "markdown.render"),
        Format("csv", (".csv",), False, "csv.render"),
        Format("xlsx", (".xlsx",), False, "xlsx.render"),
        Format("json", (".json",), False, "json.render_document", "json.render_report"),
    )
}


class UnknownFormat(Misuse):
    """A name that no format has; `known` are those there are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.known = tuple(FORMATS)
        super().__init__(f"no format {name!r}; known are {', '.join(self.known)}")


def format_named(name: str) -> Format:
    """The format of a name. Raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    return FORMATS[name]


def format_of_suffix(suffix: str) -> Format | None:
    """The format of a file's suffix, `.md` or `.MD`."""
    for row in FORMATS.values():
        if suffix.lower() in row.suffixes:
            return row
    return None


def _load(function: str) -> Any:
    module, name = function.split(".")
    return getattr(import_module(f"hytargets.formats.{module}"), name)
