"""`trend`: each target month by month."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(
    progress: options.ProgressFiles,
    book: options.Book,
    choosing: options.Choosing,
    dates: options.Dates,
    goes: options.Goes,
    reads: options.Reads,
) -> None:
    """Each target month by month."""
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.inputs import read, selection_of, sound
    from hytargets.cli.output import deliver
    from hytargets.documents.trend import trend_document
    from hytargets.exitcode import ExitCode
    from hytargets.judging.report import assess
    from hytargets.judging.trends import trends

    loaded = sound(book)
    selection = selection_of(choosing, loaded.book)
    observed = read(progress, loaded.book, reads)
    report = assess(loaded.book, observed, dates.as_of, dates.known_on, selection)
    document = trend_document(loaded.book, trends(report, selection), loaded.voice)
    code = ExitCode.UNUSABLE if report.has_errors else ExitCode.OK
    answer = DocumentAnswer.of(document, code, report.problems, voice=loaded.voice)
    deliver(answer, goes, "terminal")
