"""`diff`: what changed between two dates, or two saved reports."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from hytargets.cli import options
from hytargets.cli.flatten import flattened
from hytargets.cli.help import told
from hytargets.cli.parsing import day

if TYPE_CHECKING:
    from hytargets.judging.changes import Snapshot
    from hytargets.problems import Problem
    from hytargets.wording.voice import Voice


class FailOnChange(StrEnum):
    """What of a comparison makes the exit code 1."""

    WORSE = "worse"
    NEVER = "never"


class Between(NamedTuple):
    """The two dates compared; none where two saved reports are."""

    from_date: Annotated[
        date | None,
        typer.Option(
            "--from", parser=day, metavar="DATE", help=told("从哪天的情况", "as of this day")
        ),
    ] = None
    to_date: Annotated[
        date | None,
        typer.Option(
            "--to", parser=day, metavar="DATE", help=told("到哪天的情况", "as of this later day")
        ),
    ] = None
    known_from: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help=told("前者只看这天以前报送的", "the former as known on this day"),
        ),
    ] = None
    known_to: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help=told("后者只看这天以前报送的", "the latter as known on this day"),
        ),
    ] = None
    fail_on: Annotated[
        FailOnChange,
        typer.Option(
            rich_help_panel=options.GATE,
            help=told("什么算未通过", "what makes the exit code 1"),
        ),
    ] = FailOnChange.NEVER

    @property
    def has_dates(self) -> bool:
        """Are dates compared, or saved reports?"""
        return any((self.from_date, self.to_date, self.known_from, self.known_to))


class Compared(NamedTuple):
    """What is compared, and what is wrong with the inputs."""

    title: str
    before: "Snapshot"
    after: "Snapshot"
    voice: "Voice"
    problems: tuple["Problem", ...] = ()


@flattened
def command(
    progress: options.ProgressFiles,
    book: options.Book,
    choosing: options.Choosing,
    between: Between,
    goes: options.Goes,
    reads: options.Reads,
) -> None:
    """What changed."""
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.output import deliver
    from hytargets.documents.diff import diff_document
    from hytargets.exitcode import ExitCode
    from hytargets.judging.changes import compare
    from hytargets.problems import has_errors

    if not between.has_dates and any(choosing):
        hint = told(
            "筛选只用于 --from 和 --to，不用于两份 JSON 报告",
            "a selection goes with --from and --to, not with two JSON reports",
        )
        raise typer.BadParameter(hint)
    if between.has_dates:
        compared = _two_dates(progress, book, choosing, between, reads)
    else:
        compared = _two_files(progress, book)
    title, before, after, voice, problems = compared
    changes = compare(before, after)
    code = ExitCode.OK
    if between.fail_on is FailOnChange.WORSE and any(change.is_worse for change in changes):
        code = ExitCode.FAILED
    if has_errors(problems):
        code = ExitCode.UNUSABLE
    answer = DocumentAnswer(
        lambda exit_code: diff_document(title, before, after, changes, exit_code, voice),
        code,
        problems,
        voice=voice,
    )
    deliver(answer, goes, "terminal")


def _two_dates(
    progress: list[str],
    book: options.Book,
    choosing: options.Choosing,
    between: Between,
    reads: options.Reads,
) -> Compared:
    from hytargets.cli.inputs import read, selection_of, sound
    from hytargets.judging.changes import snapshot
    from hytargets.judging.report import assess

    loaded = sound(book)
    selection = selection_of(choosing, loaded.book)
    observed = read(progress, loaded.book, reads)
    before = assess(loaded.book, observed, between.from_date, between.known_from, selection)
    after = assess(loaded.book, observed, between.to_date, between.known_to, selection)
    only_after = [problem for problem in after.problems if problem not in before.problems]
    return Compared(
        title=loaded.voice(loaded.book.title),
        before=snapshot(before),
        after=snapshot(after),
        voice=loaded.voice,
        problems=(*before.problems, *only_after),
    )


def _two_files(paths: list[str], book: options.Book) -> Compared:
    from hytargets.cli.inputs import saved_reports
    from hytargets.language import Language
    from hytargets.wording.voice import Voice

    before, after = saved_reports(paths)
    return Compared(after.book, before, after, Voice(book.lang or Language.ZH))
