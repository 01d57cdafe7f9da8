"""`explain`: one target, down to its formulas."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(
    target: options.OneTarget,
    book: options.Book,
    dates: options.Dates,
    gates: options.Gates,
    goes: options.Goes,
    reads: options.Reads,
    progress: options.MaybeProgressFiles = None,
) -> None:
    """Explain one target."""
    from hytargets.book.selection import Selection
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.inputs import one_target, policy_of, read, sound
    from hytargets.cli.output import deliver
    from hytargets.documents.explain import clause_document, explain_document
    from hytargets.exitcode import ExitCode
    from hytargets.judging.gate import decide
    from hytargets.judging.report import assess

    loaded = sound(book)
    chosen = one_target(target, loaded.book)
    if progress:
        observed = read(progress, loaded.book, reads)
        selection = Selection(targets=(chosen.id,))
        report = assess(loaded.book, observed, dates.as_of, dates.known_on, selection)
        verdict = decide(report, policy_of(gates))
        document = explain_document(report, verdict, loaded.voice)
        # It explains, and gates nothing: only what cannot be used makes it fail.
        code = ExitCode.UNUSABLE if report.has_errors else ExitCode.OK
        problems = report.problems
    else:
        document = clause_document(loaded.book, chosen, loaded.voice)
        code, problems = ExitCode.OK, ()
    answer = DocumentAnswer.of(document, code, problems, voice=loaded.voice)
    deliver(answer, goes, "terminal")
