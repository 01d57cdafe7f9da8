"""What `check` and `export` share: progress judged, as an answer."""

from collections import Counter
from collections.abc import Sequence

from hytargets.cli import options
from hytargets.cli.answers import ReportAnswer
from hytargets.cli.inputs import load, read, selection_of
from hytargets.judging.gate import Policy
from hytargets.judging.report import Report, assess


def judged_answer(
    progress: Sequence[str],
    book: options.Book,
    choosing: options.Choosing,
    dates: options.Dates,
    shows: options.Shows,
    policy: Policy,
    reads: options.Reads,
) -> ReportAnswer:
    """The report on progress; of a book with problems, a report of these."""
    loaded = load(book)
    if loaded.book is None:
        report = Report(None, Counter(), problems=loaded.problems)
    else:
        selection = selection_of(choosing, loaded.book)
        observed = read(progress, loaded.book, reads)
        report = assess(loaded.book, observed, dates.as_of, dates.known_on, selection)
    lights = frozenset(shows.light or ())
    return ReportAnswer(report, policy, loaded.voice, lights, by_region=shows.by_region)
