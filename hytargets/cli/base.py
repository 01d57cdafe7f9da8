"""What the commands share: the application, loading the book, delivering a document."""

from functools import partial
from typing import Annotated, NamedTuple

import typer

from hytargets.book.reading import load_book
from hytargets.book.target import TargetBook
from hytargets.cli import options as o
from hytargets.cli.output import Result, deliver
from hytargets.cli.values import told
from hytargets.documents.document import Document, Problems
from hytargets.exitcode import ExitCode
from hytargets.formats.json import render_document
from hytargets.judging.report import Report
from hytargets.language import Language
from hytargets.problems import InvalidInput, Problem
from hytargets.version import VERSION

app = typer.Typer(
    name="hytargets",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=told(
        "对照政府工作报告的目标检查进展。",
        "Check progress against the targets of a government report.",
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hytargets {VERSION}")
        raise typer.Exit


@app.callback()
def _hytargets(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=told("版本", "version")),
    ] = False,
) -> None:
    pass


class Loaded(NamedTuple):
    """The book, or what is wrong with it, and the language to answer in."""

    book: TargetBook | None
    problems: tuple[Problem, ...]
    language: Language


def load(book: o.Book) -> Loaded:
    """The book that was asked for; nothing is raised."""
    try:
        loaded = load_book(book.path)
    except InvalidInput as invalid:
        return Loaded(None, invalid.problems, book.lang or Language.ZH)
    return Loaded(loaded, (), book.lang or loaded.language)


class Sound(NamedTuple):
    """A book without problems, and the language to answer in."""

    book: TargetBook
    language: Language


def sound(book: o.Book) -> Sound:
    """The book; where it has problems they are shown, and nothing else is done."""
    loaded = load(book)
    if loaded.book is None:
        document = Document("", (Problems(loaded.problems, loaded.language),), loaded.language)
        deliver(Result(document, {}), "terminal", ())
        raise typer.Exit(ExitCode.UNUSABLE)
    return Sound(loaded.book, loaded.language)


def with_problems(document: Document, report: Report) -> Document:
    """The document, and below it what is wrong with the inputs."""
    if not report.problems:
        return document
    return document._replace(
        blocks=(*document.blocks, Problems(report.problems, document.language))
    )


def finish(document: Document, goes: o.Goes, default: str, code: ExitCode = ExitCode.OK) -> None:
    """Deliver a document, and leave with the code. Raises typer.Exit."""
    result = Result(document, {"json": partial(render_document, document)})
    written = deliver(result, goes.format or (None if goes.output else default), goes.output or ())
    raise typer.Exit(code if written else ExitCode.UNUSABLE)
