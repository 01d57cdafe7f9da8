"""`schema`: the JSON Schema of the book, or of the JSON report."""

from typing import Annotated

import typer

from hytargets.cli.help import told


def command(
    report: Annotated[
        bool, typer.Option("--report", help=told("JSON 报告的", "of the JSON report"))
    ] = False,
) -> None:
    """Print a JSON Schema."""
    from hytargets.book.schema import book_schema
    from hytargets.cli.streams import put
    from hytargets.formats.jsontext import as_text
    from hytargets.formats.schema import report_schema

    put(as_text(report_schema() if report else book_schema()))
