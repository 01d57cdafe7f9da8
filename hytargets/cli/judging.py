"""The commands that read progress. Each parses, calls, renders and returns."""

from collections import Counter
from functools import partial

import typer

from hytargets.cli import options as o
from hytargets.cli.base import app, finish, load, sound, with_problems
from hytargets.cli.flatten import flattened
from hytargets.cli.inputs import saved_reports
from hytargets.cli.output import Result, deliver
from hytargets.cli.values import told
from hytargets.documents.check import check_document
from hytargets.documents.document import Problems
from hytargets.exitcode import ExitCode
from hytargets.formats import REPORT_FORMATS
from hytargets.judging.gate import Policy, decide
from hytargets.judging.report import Report, assess
from hytargets.judging.statuses import FailOn
from hytargets.language import Language
from hytargets.problems import Problem, Severity
from hytargets.progress.reading import read_progress


@app.command(
    help=told(
        "评估进展，给出报告和退出码。", "Judge progress, report, and say so in the exit code."
    )
)
@flattened
def check(
    progress: o.ProgressFiles,
    book: o.Book,
    choosing: o.Choosing,
    judging: o.Judging,
    shows: o.Shows,
    goes: o.Goes,
    gates: o.Gates,
    reads: o.Reads,
) -> None:
    """Judge and report."""
    _judge(progress, book, choosing, judging, shows, goes, gates.policy, reads)


@app.command(
    help=told(
        "只写报告，不判定；默认 Markdown。", "Write reports and gate nothing; Markdown by default."
    )
)
@flattened
def export(
    progress: o.ProgressFiles,
    book: o.Book,
    choosing: o.Choosing,
    judging: o.Judging,
    shows: o.Shows,
    goes: o.Goes,
    reads: o.Reads,
) -> None:
    """`check --fail-on never`, as Markdown."""
    if not goes.format and not goes.output:
        goes = goes._replace(format="markdown")
    _judge(progress, book, choosing, judging, shows, goes, Policy(FailOn.NEVER), reads)


def _judge(
    progress: list[str],
    book: o.Book,
    choosing: o.Choosing,
    judging: o.Judging,
    shows: o.Shows,
    goes: o.Goes,
    policy: Policy,
    reads: o.Reads,
) -> None:
    loaded = load(book)
    if loaded.book:
        selection = choosing.selection(loaded.book)
        read = read_progress(progress, loaded.book, reads.options)
        report = assess(loaded.book, read, judging.as_of, judging.known_on, selection)
    else:
        report = Report(None, Counter(), problems=loaded.problems)
    verdict = decide(report, policy)
    document = check_document(
        report, verdict, loaded.language, frozenset(shows.light or ()), shows.by_region
    )
    result = Result(
        document, {name: partial(write, report, verdict) for name, write in REPORT_FORMATS.items()}
    )
    written = deliver(
        result,
        goes.format or (None if goes.output else "terminal"),
        goes.output or (),
        quiet=shows.quiet,
    )
    raise typer.Exit(verdict.exit_code if written else ExitCode.UNUSABLE)


@app.command(
    help=told(
        "检查清单和进展文件，不评估；说明读懂了什么。",
        "Check book and files, judge nothing; say what was understood.",
    )
)
@flattened
def validate(
    book: o.Book, reads: o.Reads, goes: o.Goes, progress: o.MaybeProgressFiles = None
) -> None:
    """Check book and files."""
    from hytargets.documents.validation import validation_document

    loaded = load(book)
    read, problems = None, loaded.problems
    if loaded.book and progress:
        read = read_progress(progress, loaded.book, reads.options)
        problems = assess(loaded.book, read).problems
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    code = ExitCode.UNUSABLE if failed else ExitCode.OK
    document = validation_document(loaded.book, read, problems, code, loaded.language)
    finish(document, goes, "terminal", code)


@app.command(help=told("逐月的进展。", "Progress month by month."))
@flattened
def trend(
    progress: o.ProgressFiles,
    book: o.Book,
    choosing: o.Choosing,
    judging: o.Judging,
    goes: o.Goes,
    reads: o.Reads,
) -> None:
    """Each target month by month."""
    from hytargets.documents.trend import trend_document
    from hytargets.judging.trends import trends

    loaded = sound(book)
    read = read_progress(progress, loaded.book, reads.options)
    found = trends(
        loaded.book, read, judging.as_of, judging.known_on, choosing.selection(loaded.book)
    )
    report = assess(loaded.book, read, judging.as_of, judging.known_on)
    document = trend_document(loaded.book, found, loaded.language)
    finish(
        with_problems(document, report),
        goes,
        "terminal",
        decide(report, Policy(FailOn.NEVER)).exit_code,
    )


@app.command(
    help=told(
        "两个日期之间，或两份保存的 JSON 报告之间，有什么变化。",
        "What changed between two dates, or two saved JSON reports.",
    )
)
@flattened
def diff(
    progress: o.ProgressFiles,
    book: o.Book,
    choosing: o.Choosing,
    dates: o.Dates,
    goes: o.Goes,
    reads: o.Reads,
) -> None:
    """What changed."""
    from hytargets.documents.diff import diff_document
    from hytargets.formats.json import read_snapshot
    from hytargets.judging.changes import compare, snapshot

    problems: tuple[Problem, ...] = ()
    if dates.are_given:
        loaded = sound(book)
        read = read_progress(progress, loaded.book, reads.options)
        selection = choosing.selection(loaded.book)
        reports = [
            assess(loaded.book, read, as_of, known_on, selection) for as_of, known_on in dates.pairs
        ]
        problems = (
            *reports[0].problems,
            *(one for one in reports[1].problems if one not in reports[0].problems),
        )
        before, after = map(snapshot, reports)
        title, language = loaded.book.title.to(loaded.language), loaded.language
    else:
        before, after = saved_reports(progress, read_snapshot)
        title, language = after.book, book.lang or Language.ZH
    changes = compare(before, after)
    failed = dates.fail_on is o.DiffFailOn.WORSE and any(change.is_worse for change in changes)
    code = ExitCode.FAILED if failed else ExitCode.OK
    if any(problem.severity is Severity.ERROR for problem in problems):
        code = ExitCode.UNUSABLE
    document = diff_document(title, before, after, changes, code, language)
    if problems:
        document = document._replace(blocks=(*document.blocks, Problems(problems, language)))
    finish(document, goes, "terminal", code)


@app.command(
    help=told(
        "说明一个目标的结论是怎样得出的。",
        "Explain one target: clause, observations, formulas, verdict.",
    )
)
@flattened
def explain(
    target: o.OneTarget,
    book: o.Book,
    judging: o.Judging,
    gates: o.Gates,
    goes: o.Goes,
    reads: o.Reads,
    progress: o.MaybeProgressFiles = None,
) -> None:
    """Explain one target."""
    from hytargets.documents.explain import Explained, explain_document
    from hytargets.judging.settling import settle

    loaded = sound(book)
    chosen = o.Choosing(target=[target])
    (one,) = chosen.chosen(loaded.book)
    explained, code = None, ExitCode.OK
    if progress:
        read = read_progress(progress, loaded.book, reads.options)
        whole = assess(loaded.book, read, judging.as_of, judging.known_on)
        report = assess(
            loaded.book, read, whole.as_of, judging.known_on, chosen.selection(loaded.book)
        )
        verdict = decide(report, gates.policy)
        settled = settle(read, loaded.book, judging.known_on)
        explained, code = Explained(report.assessments[0], settled, verdict), verdict.exit_code
    finish(explain_document(loaded.book, one, explained, loaded.language), goes, "terminal", code)
