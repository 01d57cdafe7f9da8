"""`draft`: a target book skeleton from a report's text."""

from typing import Annotated

import typer

from hytargets.cli import options
from hytargets.cli.help import told


def command(
    report: options.ReportText,
    title: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help=told("清单的标题", "the book's title")),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help=told("写入文件", "write to a file")),
    ] = None,
) -> None:
    """Draft a book."""
    from hytargets.cli.output import tell
    from hytargets.cli.streams import put
    from hytargets.documents.skeleton import skeleton
    from hytargets.exitcode import ExitCode
    from hytargets.files.text import read_text
    from hytargets.files.writing import write_new
    from hytargets.source.draft import draft

    drafted = draft(read_text(report), title)
    if not drafted.targets:
        hint = told("原文里没有找到像目标的数", "no figure in the text reads like a target")
        raise typer.BadParameter(hint)
    content = skeleton(drafted)
    if output is None:
        put(content)
    elif problems := write_new({output: content.encode()}):
        tell(problems)
        raise typer.Exit(ExitCode.UNUSABLE)
