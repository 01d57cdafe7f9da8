"""What the options of a command name: the book, the selection, the progress, other files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from hytargets.book.lookup import Lookup
from hytargets.book.reading import load_book
from hytargets.book.selection import Selection
from hytargets.book.target import Target, TargetBook
from hytargets.cli import options
from hytargets.cli.help import told
from hytargets.files.reading import read_bytes
from hytargets.files.tables import Reading
from hytargets.judging.gate import Policy
from hytargets.language import Language
from hytargets.problems import InvalidInput, Problem
from hytargets.progress.observations import Progress
from hytargets.progress.reading import Options, read_progress
from hytargets.wording.voice import Voice

if TYPE_CHECKING:
    from hytargets.judging.changes import Snapshot

_BOOKS_HERE = ("targets.yaml", "data/targets.yaml")


class Loaded(NamedTuple):
    """The book, or what is wrong with it, and the voice to answer in."""

    book: TargetBook | None
    problems: tuple[Problem, ...]
    voice: Voice


def load(book: options.Book) -> Loaded:
    """The book that was asked for; what is wrong with it is a result like any other."""
    try:
        loaded = load_book(_path_of(book))
    except InvalidInput as invalid:
        return Loaded(None, invalid.problems, Voice(book.lang or Language.ZH))
    return Loaded(loaded, (), Voice(book.lang or loaded.language))


class Sound(NamedTuple):
    """A book without problems, and the voice to answer in."""

    book: TargetBook
    voice: Voice


def sound(book: options.Book) -> Sound:
    """The book that was asked for. Raises InvalidInput where it has problems."""
    loaded = load(book)
    if loaded.book is None:
        raise InvalidInput(loaded.problems)
    return Sound(loaded.book, loaded.voice)


def _path_of(book: options.Book) -> str:
    """The book asked for, or the one in this folder, or the one shipped."""
    if book.targets:
        return book.targets
    for path in _BOOKS_HERE:
        if Path(path).exists():
            return path
    return str(_shipped_book())


def _shipped_book() -> Path:
    """The book that comes with the tool: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "data" / "targets.yaml"
    return installed if installed.exists() else package.parent / "data" / "targets.yaml"


def read(paths: Sequence[str], book: TargetBook, reads: options.Reads) -> Progress:
    """The progress in files and folders."""
    delimiter = reads.delimiter.character if reads.delimiter else None
    reading = Reading(reads.encoding, delimiter, reads.sheet, reads.skip_rows)
    return read_progress(
        paths, book, Options(reads.year, reads.period, reading, reads.first_of_month)
    )


def policy_of(gates: options.Gates) -> Policy:
    """The gate that was asked for."""
    return Policy(gates.fail_on, gates.gate_aspirational, gates.max_age)


def chosen_targets(choosing: options.Choosing, book: TargetBook) -> list[Target]:
    """The book's targets that fit. Raises typer.BadParameter where none does."""
    selection = selection_of(choosing, book)
    chosen = [target for target in book.targets if selection.admits(target)]
    if not chosen:
        raise typer.BadParameter(told("没有符合筛选条件的目标", "no target fits the selection"))
    return chosen


def selection_of(choosing: options.Choosing, book: TargetBook) -> Selection:
    """Names to ids. Raises typer.BadParameter for a name that the book does not know."""
    lookup = Lookup(book)
    return Selection(
        sections=_sections(choosing.section or (), book),
        targets=tuple(_target(name, lookup) for name in choosing.target or ()),
        basis=choosing.basis,
        commitment=choosing.commitment,
        owners=tuple(choosing.owner or ()),
        region=_region(choosing.region, lookup) if choosing.region else None,
    )


def _sections(asked: Sequence[str], book: TargetBook) -> tuple[str, ...]:
    known = [section.id for section in book.sections]
    for section in asked:
        if section not in known:
            raise _unknown(section, ", ".join(known), "--section")
    return tuple(asked)


def _target(name: str, lookup: Lookup) -> str:
    target = lookup.target(name)
    if target is None:
        raise _unknown(name, lookup.nearest_target(name), "--target")
    return target.id


def _region(name: str, lookup: Lookup) -> str:
    region = lookup.region(name)
    if region is None:
        raise _unknown(name, lookup.nearest_region(name), "--region")
    return region


def _unknown(name: str, known: str, option: str) -> typer.BadParameter:
    message = told(f"没有“{name}”", f"there is no “{name}”")
    if known:
        message += told(f"；有：{known}", f"; there is: {known}")
    return typer.BadParameter(message, param_hint=option)


def one_target(name: str, book: TargetBook) -> Target:
    """The target with this id or name. Raises typer.BadParameter with the nearest name."""
    lookup = Lookup(book)
    target = lookup.target(name)
    if target is None:
        raise _unknown(name, lookup.nearest_target(name), "TARGET")
    return target


def saved_reports(paths: Sequence[str]) -> "tuple[Snapshot, Snapshot]":
    """Two saved reports. Raises typer.BadParameter where they are not two, or are none."""
    if len(paths) != 2:
        hint = told(
            "给出 --from 和 --to，或两份 JSON 报告", "give --from and --to, or two JSON reports"
        )
        raise typer.BadParameter(hint)
    before, after = map(_saved_report, paths)
    return before, after


def _saved_report(path: str) -> "Snapshot":
    from hytargets.formats.saved import read_snapshot

    content = read_bytes(path)
    try:
        return read_snapshot(content)
    except ValueError:
        hint = told("不是 JSON 报告", "is no JSON report")
        raise typer.BadParameter(f"{path}: {hint}") from None
