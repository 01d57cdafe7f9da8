"""`check`: judge progress and report; the exit code says what the gate says."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(
    progress: options.ProgressFiles,
    book: options.Book,
    choosing: options.Choosing,
    dates: options.Dates,
    shows: options.Shows,
    goes: options.Goes,
    gates: options.Gates,
    reads: options.Reads,
) -> None:
    """Judge and report."""
    from hytargets.cli.inputs import policy_of
    from hytargets.cli.judging import judged_answer
    from hytargets.cli.output import deliver

    answer = judged_answer(progress, book, choosing, dates, shows, policy_of(gates), reads)
    deliver(answer, goes, "terminal", quiet=shows.quiet)
