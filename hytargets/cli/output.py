"""Where answers go: files first, then standard output; what is wrong, to standard error."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import typer

from hytargets.cli.answers import Answer
from hytargets.cli.help import LANGUAGE, told
from hytargets.cli.options import Goes
from hytargets.cli.streams import put
from hytargets.documents.document import Document, Paragraph, Problems
from hytargets.documents.problems import problem_lines
from hytargets.files.writing import append, write_whole
from hytargets.formats import FORMATS, format_of_suffix
from hytargets.formats.clean import visible
from hytargets.language import Language
from hytargets.problems import Problem

_TERMINAL = "terminal"
_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"  # the file that a GitHub step adds its summary to


class Destination(NamedTuple):
    """A file to write, and the format to write it in."""

    format: str
    path: str


def deliver(answer: Answer, goes: Goes, default: str, *, quiet: bool = False) -> NoReturn:
    """Write the files, then speak, and leave with the exit code.

    The files come first, so that what is said is true of them too. Raises typer.Exit.
    """
    format = goes.format
    if format is None and not goes.output:
        format = default
    if format is not None and format not in FORMATS:
        raise _no_such_format(format, "--format")
    unwritten = _write_all(answer, _destinations(goes.output or ()))
    if unwritten:
        answer = answer.with_problems(unwritten)
    _speak(answer, format, quiet=quiet)
    raise typer.Exit(answer.exit_code)


def _no_such_format(format: str, option: str) -> typer.BadParameter:
    known = ", ".join(FORMATS)
    hint = told(f"没有“{format}”，只能是 {known}", f"there is no “{format}”, choose from {known}")
    return typer.BadParameter(hint, param_hint=option)


def _destinations(outputs: Sequence[str]) -> list[Destination]:
    """FILE, its format by its suffix, or NAME=FILE. Raises typer.BadParameter."""
    return [_destination(output) for output in outputs]


def _destination(output: str) -> Destination:
    name, separator, path = output.partition("=")
    if separator and name in FORMATS:
        if not path:
            hint = told("等号后面没有文件名", "no file is named after the =")
            raise typer.BadParameter(f"{output}: {hint}", param_hint="--output")
        return Destination(name, path)
    if by_suffix := format_of_suffix(Path(output).suffix):
        return Destination(by_suffix.name, output)
    hint = told("后缀看不出格式，写成 NAME=FILE", "its suffix names no format; write NAME=FILE")
    raise typer.BadParameter(f"{output}: {hint}", param_hint="--output")


def _write_all(answer: Answer, destinations: Sequence[Destination]) -> list[Problem]:
    """Every file that can be written; what is wrong with the others."""
    rendered = [(answer.rendered(one.format), one) for one in destinations]
    problems = (_write(content, destination) for content, destination in rendered)
    return [problem for problem in problems if problem]


def _write(content: str | bytes, destination: Destination) -> Problem | None:
    if isinstance(content, str):
        content = _for_excel(content) if destination.format == "csv" else content.encode()
    if destination.path == os.environ.get(_STEP_SUMMARY):
        return append(destination.path, content)
    return write_whole(destination.path, content)


def _for_excel(text: str) -> bytes:
    """Excel takes a CSV file for UTF-8 only by its mark."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _speak(answer: Answer, format: str | None, *, quiet: bool) -> None:
    is_for_people = format is None or FORMATS[format].is_for_people
    if quiet and is_for_people:  # a machine format ignores it
        show(_verdict_alone(answer.document))
        tell(answer.problems, answer.language)
    elif format == _TERMINAL:
        show(answer.document)
    else:
        if format is not None:
            put(_for_stdout(answer.rendered(format)))
        tell(answer.problems, answer.language)


def _for_stdout(content: str | bytes) -> str | bytes:
    """A workbook on a terminal would be orders to it. Raises typer.BadParameter."""
    if isinstance(content, bytes) and sys.stdout.isatty():
        hint = told("写入文件：-o report.xlsx", "write it to a file: -o report.xlsx")
        raise typer.BadParameter(hint, param_hint="--format")
    return content


def _verdict_alone(document: Document) -> Document:
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return Document("", tuple(paragraphs[-1:]), document.language)


def tell(problems: Sequence[Problem], language: Language = LANGUAGE) -> None:
    """Print what is wrong on standard error, a line each."""
    for line in problem_lines(Problems(tuple(problems), language)):
        print(visible(line.text), file=sys.stderr)


def show(document: Document) -> None:
    """Print a document on the terminal, in colour where there is some."""
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        from rich.console import Console

        from hytargets.formats.terminal import colour

        put(colour.render(document, Console()), for_people=True)
    else:
        from hytargets.formats import terminal

        put(terminal.render(document, _width_asked_for()), for_people=True)


def _width_asked_for() -> int | None:
    """What COLUMNS says: a pipe has no width of its own."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() else None
