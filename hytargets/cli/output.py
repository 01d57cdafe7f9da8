"""Where reports go: standard output, and files that appear whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import typer

from hytargets.cli.values import LANGUAGE, told
from hytargets.documents.document import Document, Paragraph, Problems
from hytargets.documents.problems import problem_lines
from hytargets.formats import DOCUMENT_FORMATS, REPORT_FORMATS, SUFFIXES
from hytargets.formats.clean import visible
from hytargets.formats.terminal import lines, render
from hytargets.problems import Code, Place, Problem


class Result(NamedTuple):
    """What a command found: as a document, and in the formats that take more than a document."""

    document: Document
    data: dict[str, Callable[[], str]]

    def rendered(self, format: str) -> str | bytes:
        """The result in a format. Raises typer.BadParameter where it has no such format."""
        if format in self.data:
            return self.data[format]()
        if format in DOCUMENT_FORMATS:
            return DOCUMENT_FORMATS[format](self.document)
        known = ", ".join([*DOCUMENT_FORMATS, *self.data])
        raise typer.BadParameter(
            told(f"只能是 {known}", f"choose from {known}"), param_hint="--format"
        )


class Destination(NamedTuple):
    """A file to write, and the format to write it in."""

    format: str
    path: str


def destinations(outputs: Sequence[str]) -> list[Destination]:
    """FILE, its format by its suffix, or NAME=FILE. Raises typer.BadParameter."""
    found = []
    for output in outputs:
        name, separator, path = output.partition("=")
        if separator and name in {*DOCUMENT_FORMATS, *REPORT_FORMATS}:
            found.append(Destination(name, path))
        elif suffix := SUFFIXES.get(Path(output).suffix.lower()):
            found.append(Destination(suffix, output))
        else:
            hint = told(
                "后缀看不出格式，写成 NAME=FILE", "its suffix names no format; write NAME=FILE"
            )
            raise typer.BadParameter(f"{output}: {hint}", param_hint="--output")
    return found


def deliver(
    result: Result, format: str | None, outputs: Sequence[str], *, quiet: bool = False
) -> bool:
    """Print in a format, if one is given, and write the files; False where a file could not be written."""
    rendered = [(result.rendered(one.format), one) for one in destinations(outputs)]
    document = result.document
    if quiet:
        document = Document(
            "",
            tuple(block for block in document.blocks if isinstance(block, Paragraph))[-1:],
            document.language,
        )
    if quiet or format == "terminal":
        show(document)
    elif format:
        put(result.rendered(format))
    if quiet or format != "terminal":
        _tell(block for block in result.document.blocks if isinstance(block, Problems))
    unwritten = [problem for content, one in rendered if (problem := write(content, one))]
    if unwritten:
        _tell([Problems(tuple(unwritten), result.document.language)])
    return not unwritten


def _tell(blocks: Iterable[Problems]) -> None:
    for block in blocks:
        for line in problem_lines(block):
            print(visible(line.text), file=sys.stderr)


def write(content: str | bytes, destination: Destination) -> Problem | None:
    """Write a file whole: beside it first, then in its place. What prevents it is a problem, never an exception."""
    path = destination.path
    if isinstance(content, str):
        content = _for_excel(content) if destination.format == "csv" else content.encode()
    try:
        if path == os.environ.get("GITHUB_STEP_SUMMARY"):
            with open(path, "ab") as stream:
                stream.write(content)
        elif Path(path).exists() and not Path(path).is_file():
            Path(path).write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        return Problem(Code.FILE_OPEN, Place(file=path), {"reason": error.strerror or str(error)})
    return None


def write_new(files: dict[str, str]) -> bool:
    """Write files that are not there yet, all or none; False, and a line that says why, where one is or cannot be."""
    there = [path for path in files if Path(path).exists()]
    problems = [Problem(Code.FILE_THERE, Place(file=path)) for path in there]
    if not problems:
        for path, content in files.items():
            with suppress(OSError):
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            if problem := write(content, Destination("text", path)):
                problems.append(problem)
    if problems:
        _tell([Problems(tuple(problems), LANGUAGE)])
    return not problems


def _for_excel(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _replace(path: Path, content: bytes) -> None:
    from tempfile import NamedTemporaryFile

    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        beside = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            beside.chmod(mode)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def show(document: Document) -> None:
    """Print a document on the terminal, in colour where there is some."""
    if not (sys.stdout.isatty() or "FORCE_COLOR" in os.environ or "COLUMNS" in os.environ):
        return put(render(document), for_people=True)

    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    width = console.width if console.is_terminal or "COLUMNS" in os.environ else None
    with console.capture() as capture:
        for line in lines(document, width):
            console.print(line, soft_wrap=True)
    return put(capture.get(), for_people=True)


def put(content: str | bytes, *, for_people: bool = False) -> None:
    """Print on standard output: data as UTF-8, text as the terminal can show it. A closed pipe is no error."""
    stream = sys.stdout
    encoded = content.encode() if isinstance(content, str) else content
    if isinstance(content, str) and for_people:
        encoding = stream.encoding or "utf-8"
        try:
            encoded = content.encode(encoding)
        except UnicodeEncodeError:
            encoded = content.replace("░", "·").encode(encoding, errors="replace")
    try:
        stream.flush()
        stream.buffer.write(encoded)
        stream.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
