"""Problems as lines to read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hytargets.documents.document import Problems
from hytargets.problems import Place, Problem, Severity
from hytargets.wording.problems import MORE_PROBLEMS, SEVERITIES, problem_message
from hytargets.wording.voice import Voice

_AT_MOST = 20  # a file


class ProblemLine(NamedTuple):
    """One line, and how bad it is; no severity for the count of those left out."""

    text: str
    severity: Severity | None


def problem_lines(block: Problems) -> Iterator[ProblemLine]:
    """A line a problem, errors first, at most twenty a file, then how many more there are."""
    voice = Voice(block.language)
    for file, problems in _by_file(block.problems).items():
        problems.sort(key=lambda problem: problem.severity is Severity.WARNING)
        for problem in problems[:_AT_MOST]:
            yield ProblemLine(_line(problem, voice), problem.severity)
        left = len(problems) - _AT_MOST
        if left > 0:
            yield ProblemLine(voice(MORE_PROBLEMS, file=file, count=left), None)


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.file or ""].append(problem)
    return by_file


def _line(problem: Problem, voice: Voice) -> str:
    parts = [
        voice(SEVERITIES[problem.severity]),
        _file_and_line(problem.place),
        _column(problem.place),
        problem_message(problem, voice),
        f"[{problem.code}]",
    ]
    return "  ".join(filter(None, parts))


def _file_and_line(place: Place) -> str:
    """As editors follow it: file:line, in a book file:line:column; of a workbook the cell."""
    if not place.file:
        return ""
    if place.sheet:
        spot = place.cell or place.line
        return f"{place.file} {place.sheet}" + (f"!{spot}" if spot else "")
    steps: list[str | int | None] = [place.file, place.line]
    if isinstance(place.column, int):
        steps.append(place.column)
    return ":".join(str(step) for step in steps if step is not None)


def _column(place: Place) -> str:
    """The path in a book, or the column's name in a table."""
    if place.path:
        return place.path
    if isinstance(place.column, str):
        return place.column
    return ""
