"""`init`: a book, progress and a CI workflow to start from, which work together at once."""

from pathlib import Path
from typing import Annotated

import typer

from hytargets import starter
from hytargets.cli.help import told
from hytargets.language import Language


def command(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help=told("放在哪里", "where"))] = ".",
    lang: Annotated[
        Language,
        typer.Option(envvar="HYTARGETS_LANG", help=told("用哪种语言", "in which language")),
    ] = Language.ZH,
) -> None:
    """Start a project."""
    from hytargets.cli.output import tell
    from hytargets.exitcode import ExitCode
    from hytargets.files.writing import write_new

    there = Path(folder)
    files = {str(there / path): content for path, content in _starting_files(lang).items()}
    if problems := write_new(files):
        tell(problems)
        raise typer.Exit(ExitCode.UNUSABLE)
    typer.echo(told("已新建：", "Made: ") + ", ".join(files))
    typer.echo(f"hytargets check {there / 'progress'} -t {there / 'targets.yaml'}")


def _starting_files(language: Language) -> dict[Path, bytes]:
    """Path in the new folder, and content: what is of the language, and what is of both."""
    room = Path(starter.__file__).parent
    files = {}
    for folder in (room / language.value, room / "any"):
        for path in sorted(folder.rglob("*.*")):
            if path.is_file():
                files[path.relative_to(folder)] = path.read_bytes()
    return files
