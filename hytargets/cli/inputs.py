"""Files that only a command reads: a report's text, saved reports."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hytargets.cli.values import told

if TYPE_CHECKING:
    from hytargets.judging.changes import Snapshot


def text_of(path: str) -> str:
    """A report's text, UTF-8 or GB18030. Raises typer.BadParameter where it cannot be read."""
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from None
    for encoding in (
        ("utf-16",)
        if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        else ("utf-8-sig", "gb18030")
    ):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise typer.BadParameter(
        f"{path}: {told('不是 UTF-8 或 GB18030 文本', 'is neither UTF-8 nor GB18030')}"
    )


def saved_reports(paths: list[str], read: "Callable[[bytes], Snapshot]") -> "list[Snapshot]":
    """Two saved reports. Raises typer.BadParameter where they are not two, or cannot be read."""
    if len(paths) != 2:
        raise typer.BadParameter(
            told(
                "给出 --from 和 --to，或两份 JSON 报告", "give --from and --to, or two JSON reports"
            )
        )
    saved = []
    for path in paths:
        try:
            saved.append(read(Path(path).read_bytes()))
        except OSError as error:
            raise typer.BadParameter(f"{path}: {error.strerror}") from None
        except ValueError:
            raise typer.BadParameter(
                f"{path}: {told('不是 JSON 报告', 'is no JSON report')}"
            ) from None
    return saved
