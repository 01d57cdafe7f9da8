"""The commands. Each parses, calls, renders and returns."""

from collections import Counter
from functools import partial
from typing import Annotated, NamedTuple

import typer

from hytargets.assessment import Report, assess
from hytargets.book import TargetBook, load_book
from hytargets.bookfile import book_schema
from hytargets.cli import options as o
from hytargets.cli.flatten import flattened
from hytargets.cli.output import Result, deliver, put
from hytargets.cli.values import told
from hytargets.gate import ExitCode, FailOn, Policy, decide
from hytargets.language import Language
from hytargets.problems import InvalidInput, Problem, Severity
from hytargets.progress import read_progress
from hytargets.reports import REPORT_FORMATS
from hytargets.reports.check import check_document
from hytargets.reports.document import Document, Problems
from hytargets.reports.json import as_text, render_document
from hytargets.version import VERSION

app = typer.Typer(
    name="hytargets",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=told("对照政府工作报告的目标检查进展。", "Check progress against the targets of a government report."),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hytargets {VERSION}")
        raise typer.Exit


@app.callback()
def _hytargets(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=told("版本", "version"))
    ] = False,
) -> None:
    pass


class Loaded(NamedTuple):
    """The book, or what is wrong with it, and the language to answer in."""

    book: TargetBook | None
    problems: tuple[Problem, ...]
    language: Language


def _load(book: o.Book) -> Loaded:
    try:
        loaded = load_book(book.path)
    except InvalidInput as invalid:
        return Loaded(None, invalid.problems, book.lang or Language.ZH)
    return Loaded(loaded, (), book.lang or loaded.language)


@app.command(help=told("评估进展，给出报告和退出码。", "Judge progress, report, and say so in the exit code."))
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


@app.command(help=told("只写报告，不判定；默认 Markdown。", "Write reports and gate nothing; Markdown by default."))
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
    loaded = _load(book)
    if loaded.book:
        selection = choosing.selection(loaded.book)
        read = read_progress(progress, loaded.book, reads.options)
        report = assess(loaded.book, read, judging.as_of, judging.known_on, selection)
    else:
        report = Report(None, Counter(), problems=loaded.problems)
    verdict = decide(report, policy)
    document = check_document(report, verdict, loaded.language, frozenset(shows.light or ()), shows.by_region)
    result = Result(document, {name: partial(write, report, verdict) for name, write in REPORT_FORMATS.items()})
    written = deliver(
        result, goes.format or (None if goes.output else "terminal"), goes.output or (), quiet=shows.quiet
    )
    raise typer.Exit(verdict.exit_code if written else ExitCode.UNUSABLE)


@app.command(
    help=told(
        "检查清单和进展文件，不评估；说明读懂了什么。", "Check book and files, judge nothing; say what was understood."
    )
)
@flattened
def validate(book: o.Book, reads: o.Reads, goes: o.Goes, progress: o.MaybeProgressFiles = None) -> None:
    """Check book and files."""
    from hytargets.reports.validation import validation_document

    loaded = _load(book)
    read, problems = None, loaded.problems
    if loaded.book and progress:
        read = read_progress(progress, loaded.book, reads.options)
        problems = assess(loaded.book, read).problems
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    code = ExitCode.UNUSABLE if failed else ExitCode.OK
    document = validation_document(loaded.book, read, problems, code, loaded.language)
    _finish(document, goes, "terminal", code)


@app.command(help=told("逐月的进展。", "Progress month by month."))
@flattened
def trend(
    progress: o.ProgressFiles, book: o.Book, choosing: o.Choosing, judging: o.Judging, goes: o.Goes, reads: o.Reads
) -> None:
    """Each target month by month."""
    from hytargets.history import trends
    from hytargets.reports.trend import trend_document

    loaded = _sound(book)
    read = read_progress(progress, loaded.book, reads.options)
    found = trends(loaded.book, read, judging.as_of, judging.known_on, choosing.selection(loaded.book))
    report = assess(loaded.book, read, judging.as_of, judging.known_on)
    document = trend_document(loaded.book, found, loaded.language)
    _finish(_with_problems(document, report), goes, "terminal", decide(report, Policy(FailOn.NEVER)).exit_code)


@app.command(
    help=told(
        "两个日期之间，或两份保存的 JSON 报告之间，有什么变化。",
        "What changed between two dates, or two saved JSON reports.",
    )
)
@flattened
def diff(
    progress: o.ProgressFiles, book: o.Book, choosing: o.Choosing, dates: o.Dates, goes: o.Goes, reads: o.Reads
) -> None:
    """What changed."""
    from hytargets.history import compare, is_worse, snapshot
    from hytargets.reports.diff import diff_document
    from hytargets.reports.json import read_snapshot

    problems: tuple[Problem, ...] = ()
    if dates.are_given:
        loaded = _sound(book)
        read = read_progress(progress, loaded.book, reads.options)
        selection = choosing.selection(loaded.book)
        reports = [assess(loaded.book, read, as_of, known_on, selection) for as_of, known_on in dates.pairs]
        problems = (*reports[0].problems, *(one for one in reports[1].problems if one not in reports[0].problems))
        before, after = map(snapshot, reports)
        title, language = loaded.book.title.to(loaded.language), loaded.language
    else:
        before, after = o.saved_reports(progress, read_snapshot)
        title, language = after.book, book.lang or Language.ZH
    changes = compare(before, after)
    failed = dates.fail_on is o.DiffFailOn.WORSE and any(map(is_worse, changes))
    code = ExitCode.FAILED if failed else ExitCode.OK
    if any(problem.severity is Severity.ERROR for problem in problems):
        code = ExitCode.UNUSABLE
    document = diff_document(title, before, after, changes, code, language)
    if problems:
        document = document._replace(blocks=(*document.blocks, Problems(problems, language)))
    _finish(document, goes, "terminal", code)


@app.command(
    help=told("说明一个目标的结论是怎样得出的。", "Explain one target: clause, observations, formulas, verdict.")
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
    from hytargets.reduction import settle
    from hytargets.reports.explain import Explained, explain_document

    loaded = _sound(book)
    chosen = o.Choosing(target=[target])
    (one,) = chosen.chosen(loaded.book)
    explained, code = None, ExitCode.OK
    if progress:
        read = read_progress(progress, loaded.book, reads.options)
        whole = assess(loaded.book, read, judging.as_of, judging.known_on)
        report = assess(loaded.book, read, whole.as_of, judging.known_on, chosen.selection(loaded.book))
        verdict = decide(report, gates.policy)
        settled = settle(read, loaded.book, judging.known_on)
        explained, code = Explained(report.assessments[0], settled, verdict), verdict.exit_code
    _finish(explain_document(loaded.book, one, explained, loaded.language), goes, "terminal", code)


@app.command(help=told("列出清单里的目标。", "List the targets of the book."))
@flattened
def targets(book: o.Book, choosing: o.Choosing, goes: o.Goes) -> None:
    """List the book."""
    from hytargets.reports.targets import targets_document

    loaded = _sound(book)
    chosen = choosing.chosen(loaded.book)
    _finish(targets_document(loaded.book, chosen, loaded.language), goes, "terminal")


@app.command(help=told("生成要下发填报的进展表。", "Make the progress file that offices fill in."))
@flattened
def template(
    book: o.Book,
    choosing: o.Choosing,
    goes: o.Goes,
    period: o.PeriodIs = None,
    by_region: o.ByRegion = False,
) -> None:
    """A progress file to fill in."""
    from hytargets.reports.template import Sheet, template_document

    loaded = _sound(book)
    sheet = Sheet(choosing.chosen(loaded.book), period, by_region)
    _finish(template_document(loaded.book, sheet, loaded.language), goes, "csv")


@app.command(
    help=told("打印清单（或 JSON 报告）的 JSON Schema。", "Print the JSON Schema of the book, or of the JSON report.")
)
def schema(
    report: Annotated[bool, typer.Option("--report", help=told("JSON 报告的", "of the JSON report"))] = False,
) -> None:
    """Print a JSON Schema."""
    from hytargets.reports.jsonformat import report_schema

    put(as_text(report_schema() if report else book_schema()))


class Sound(NamedTuple):
    """A book without problems, and the language to answer in."""

    book: TargetBook
    language: Language


def _sound(book: o.Book) -> Sound:
    """The book; where it has problems they are shown, and nothing else is done."""
    loaded = _load(book)
    if loaded.book is None:
        document = Document("", (Problems(loaded.problems, loaded.language),), loaded.language)
        deliver(Result(document, {}), "terminal", ())
        raise typer.Exit(ExitCode.UNUSABLE)
    return Sound(loaded.book, loaded.language)


def _with_problems(document: Document, report: Report) -> Document:
    """The document, and below it what is wrong with the inputs."""
    if not report.problems:
        return document
    return document._replace(blocks=(*document.blocks, Problems(report.problems, document.language)))


def _finish(document: Document, goes: o.Goes, default: str, code: ExitCode = ExitCode.OK) -> None:
    result = Result(document, {"json": partial(render_document, document)})
    written = deliver(result, goes.format or (None if goes.output else default), goes.output or ())
    raise typer.Exit(code if written else ExitCode.UNUSABLE)
