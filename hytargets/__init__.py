"""Check indicators against the targets of a government report."""

from typing import TYPE_CHECKING, Any

from hytargets.version import VERSION as __version__

if TYPE_CHECKING:
    from hytargets.book.reading import load_book
    from hytargets.book.target import TargetBook
    from hytargets.formats import render
    from hytargets.judging.gate import Policy
    from hytargets.judging.report import Report, assess
    from hytargets.progress.observations import Progress
    from hytargets.progress.reading import Options, read_progress

__all__ = [
    "Options",
    "Policy",
    "Progress",
    "Report",
    "TargetBook",
    "__version__",
    "assess",
    "load_book",
    "read_progress",
    "render",
]

_HOMES = {
    "Options": "progress.reading",
    "Policy": "judging.gate",
    "Progress": "progress.observations",
    "Report": "judging.report",
    "TargetBook": "book.target",
    "assess": "judging.report",
    "load_book": "book.reading",
    "read_progress": "progress.reading",
    "render": "formats",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: the command line decides how before anything heavy is loaded."""
    if name not in _HOMES:
        raise AttributeError(f"module 'hytargets' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"hytargets.{_HOMES[name]}"), name)
