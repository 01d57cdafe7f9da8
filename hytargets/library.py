"""The verbs as Python callers use them: arguments checked, and every error in words."""

from collections.abc import Iterable
from datetime import date, datetime
from os import PathLike, fspath
from typing import Any

from hytargets.book import reading as book_reading
from hytargets.book.selection import Selection
from hytargets.book.target import Target, TargetBook
from hytargets.documents.check import check_document
from hytargets.documents.document import Problems
from hytargets.documents.problems import problem_lines
from hytargets.formats import format_named
from hytargets.judging import report as judging
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Policy, decide
from hytargets.judging.report import Report
from hytargets.judging.statuses import FailOn, Flag, Light, Status
from hytargets.language import Language
from hytargets.problems import InvalidInput, Misuse, Problem
from hytargets.progress import reading as progress_reading
from hytargets.progress.observations import Progress
from hytargets.progress.reading import Options
from hytargets.wording.voice import Voice

# What `import hytargets` offers.
__all__ = [
    "Assessment",
    "FailOn",
    "Flag",
    "InvalidInput",
    "Language",
    "Light",
    "Misuse",
    "Options",
    "Policy",
    "Problem",
    "Progress",
    "Report",
    "Selection",
    "Status",
    "Target",
    "TargetBook",
    "assess",
    "load_book",
    "read_progress",
    "render",
]

AnyPath = str | PathLike[str]


def load_book(path: AnyPath) -> TargetBook:
    """Read a target book. Raises InvalidInput, whose text tells every problem in the file."""
    try:
        return book_reading.load_book(fspath(path))
    except InvalidInput as invalid:
        raise InvalidInput(invalid.problems, _in_words(invalid)) from None


def _in_words(invalid: InvalidInput) -> str:
    lines = problem_lines(Problems(invalid.problems, Language.EN))
    return "\n".join(line.text for line in lines)


def read_progress(
    paths: Iterable[AnyPath], book: TargetBook, options: Options = Options()
) -> Progress:
    """Read files and folders of progress.

    What is wrong with them stands among the problems of the result, and of the report made of it.
    Raises Misuse where `paths` is one path instead of several.
    """
    if isinstance(paths, str | bytes | PathLike):
        raise Misuse(f"paths must be a list of files and folders: write [{paths!r}]")
    return progress_reading.read_progress([fspath(path) for path in paths], book, options)


def assess(
    book: TargetBook,
    progress: Progress,
    as_of: date | None = None,
    known_on: date | None = None,
    selection: Selection = Selection(),
) -> Report:
    """Judge the selected targets on a date, with what was known on another.

    `as_of` defaults to the last period end in the data. What is wrong with the progress stands
    among the report's problems. Raises Misuse for a date that is none, and for progress that was
    read for another book.
    """
    _check_date("as_of", as_of)
    _check_date("known_on", known_on)
    if progress.book_id not in {None, book.id}:
        raise Misuse(
            f"the progress was read for the book {progress.book_id!r}, not for {book.id!r}:"
            " read it again for this one"
        )
    return judging.assess(book, progress, as_of, known_on, selection)


def _check_date(name: str, value: Any) -> None:
    """A text would fail late and obscurely; a datetime never equals a date."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return
    raise Misuse(f"{name} must be a datetime.date, such as date(2020, 6, 30); got {value!r}")


def render(
    report: Report,
    format: str,
    language: Language | str | None = None,
    policy: Policy = Policy(),
) -> str | bytes:
    """The report in a format, as `check` writes it: bytes of a workbook, else text.

    `language` defaults to the book's. Raises Misuse for a format or a language that is not known.
    """
    row = format_named(format)
    verdict = decide(report, policy)
    if row.takes_report:
        return row.write_report(report, verdict)
    own_language = report.book.language if report.book else Language.ZH
    voice = Voice(own_language if language is None else _known(language))
    return row.write_document(check_document(report, verdict, voice))


def _known(language: str) -> Language:
    """A language by its short name, too."""
    try:
        return Language(language)
    except ValueError:
        raise Misuse(f"no language {language!r}; known are {', '.join(Language)}") from None
