"""The commands around the book: listing, drafting and auditing it, and the files to start from."""

from pathlib import Path
from typing import Annotated

import typer

from hytargets.book.checking import book_schema
from hytargets.cli import options as o
from hytargets.cli.base import app, finish, sound
from hytargets.cli.flatten import flattened
from hytargets.cli.inputs import text_of
from hytargets.cli.output import put, write_new
from hytargets.cli.values import told
from hytargets.exitcode import ExitCode
from hytargets.formats.json import as_text
from hytargets.language import Language


@app.command(help=told("列出清单里的目标。", "List the targets of the book."))
@flattened
def targets(book: o.Book, choosing: o.Choosing, goes: o.Goes) -> None:
    """List the book."""
    from hytargets.documents.targets import targets_document

    loaded = sound(book)
    chosen = choosing.chosen(loaded.book)
    finish(targets_document(loaded.book, chosen, loaded.language), goes, "terminal")


@app.command(
    help=told(
        "核对：原文里的每个数字在清单里都有着落。",
        "Audit: every figure of the source text is a target's or excluded.",
    )
)
@flattened
def audit(report: o.ReportText, book: o.Book, goes: o.Goes) -> None:
    """Hold the book against its source."""
    from hytargets.documents.audit import audit_document
    from hytargets.source.audit import audit as audited

    loaded = sound(book)
    found = audited(text_of(report), loaded.book)
    gaps = ExitCode.OK if found.is_complete else ExitCode.FAILED
    code = ExitCode.UNUSABLE if found.obstacle else gaps
    finish(
        audit_document(loaded.book.title.to(loaded.language), found, code, loaded.language),
        goes,
        "terminal",
        code,
    )


@app.command(help=told("由报告文本起草目标清单。", "Draft a target book from a report's text."))
def draft(
    report: o.ReportText,
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help=told("清单的标题", "the book's title"))
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help=told("写入文件", "write to a file")),
    ] = None,
) -> None:
    """Draft a book."""
    from hytargets.source.draft import draft as drafted

    content = drafted(text_of(report), title)
    if "\ntargets: []\n" in content:
        raise typer.BadParameter(
            told("原文里没有找到像目标的数", "no figure in the text reads like a target")
        )
    if output is None:
        put(content)
    elif not write_new({output: content}):
        raise typer.Exit(ExitCode.UNUSABLE)


@app.command(
    help=told(
        "新建目标清单、进展文件和 CI 流程；不覆盖已有的。",
        "Make a book, a progress file and a CI workflow to start from; nothing is overwritten.",
    )
)
def init(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help=told("放在哪里", "where"))] = ".",
    lang: Annotated[
        Language,
        typer.Option(envvar="HYTARGETS_LANG", help=told("用哪种语言", "in which language")),
    ] = Language.ZH,
) -> None:
    """Start a project."""
    from hytargets.starter.scaffold import starting_files

    files = {str(Path(folder) / path): content for path, content in starting_files(lang).items()}
    if not write_new(files):
        raise typer.Exit(ExitCode.UNUSABLE)
    typer.echo(told("已新建：", "Made: ") + ", ".join(files))
    typer.echo(f"hytargets check {Path(folder) / 'progress'} -t {Path(folder) / 'targets.yaml'}")


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
    from hytargets.documents.template import Sheet, template_document

    loaded = sound(book)
    sheet = Sheet(choosing.chosen(loaded.book), period, by_region)
    finish(template_document(loaded.book, sheet, loaded.language), goes, "csv")


@app.command(
    help=told(
        "打印清单（或 JSON 报告）的 JSON Schema。",
        "Print the JSON Schema of the book, or of the JSON report.",
    )
)
def schema(
    report: Annotated[
        bool, typer.Option("--report", help=told("JSON 报告的", "of the JSON report"))
    ] = False,
) -> None:
    """Print a JSON Schema."""
    from hytargets.formats.jsonformat import report_schema

    put(as_text(report_schema() if report else book_schema()))
