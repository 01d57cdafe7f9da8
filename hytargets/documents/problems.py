"""Problems as lines to read."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hytargets.documents.document import Problems
from hytargets.problems import Place, Problem, Severity
from hytargets.wording import report as words
from hytargets.wording.problems import problem_message

_AT_MOST = 20


class ProblemLine(NamedTuple):
    """One line, and how bad it is; no severity for the count of those left out."""

    text: str
    severity: Severity | None


def problem_lines(block: Problems) -> Iterator[ProblemLine]:
    """A line a problem, errors first, at most twenty a file, then how many more there are."""
    language = block.language
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in block.problems:
        by_file[problem.place.file or ""].append(problem)
    for file, problems in by_file.items():
        problems.sort(key=lambda problem: problem.severity is Severity.WARNING)
        for problem in problems[:_AT_MOST]:
            parts = [words.SEVERITIES[problem.severity].to(language), *_where(problem.place)]
            parts += [problem_message(problem, language), f"[{problem.code}]"]
            yield ProblemLine("  ".join(parts), problem.severity)
        left = len(problems) - _AT_MOST
        if left > 0:
            yield ProblemLine(words.MORE_PROBLEMS.to(language).format(file=file, count=left), None)


def _where(place: Place) -> Iterator[str]:
    """file:line (of a book :column), then the path or the column's name."""
    if place.file and place.sheet:
        yield f"{place.file} {place.sheet}!{place.cell or place.line}"
    elif place.file:
        steps = [place.file, place.line, place.column if isinstance(place.column, int) else None]
        yield ":".join(str(step) for step in steps if step is not None)
    if place.path or isinstance(place.column, str):
        yield place.path or str(place.column)
