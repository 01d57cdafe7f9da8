"""`export`: write reports and gate nothing, Markdown by default."""

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
    reads: options.Reads,
) -> None:
    """`check --fail-on never`, as Markdown."""
    from hytargets.cli.judging import judged_answer
    from hytargets.cli.output import deliver
    from hytargets.judging.gate import Policy
    from hytargets.judging.statuses import FailOn

    policy = Policy(FailOn.NEVER)
    answer = judged_answer(progress, book, choosing, dates, shows, policy, reads)
    deliver(answer, goes, "markdown", quiet=shows.quiet)
