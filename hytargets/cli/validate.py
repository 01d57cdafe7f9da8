"""`validate`: check book and files, judge nothing, say what was understood."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(
    book: options.Book,
    reads: options.Reads,
    goes: options.Goes,
    progress: options.MaybeProgressFiles = None,
) -> None:
    """Check book and files."""
    from hytargets.cli.answers import ValidationAnswer
    from hytargets.cli.inputs import load, read
    from hytargets.cli.output import deliver
    from hytargets.judging.report import assess

    loaded = load(book)
    observed, problems = None, loaded.problems
    if loaded.book and progress:
        observed = read(progress, loaded.book, reads)
        problems = assess(loaded.book, observed).problems
    answer = ValidationAnswer(loaded.book, observed, problems, loaded.voice)
    deliver(answer, goes, "terminal")
