"""Check indicators against the targets of a government report."""

from typing import TYPE_CHECKING, Any

from hytargets.version import VERSION as __version__

if TYPE_CHECKING:
    from hytargets.assessment import Report, assess
    from hytargets.book import TargetBook, load_book
    from hytargets.gate import Policy
    from hytargets.observations import Progress
    from hytargets.progress import Options, read_progress
    from hytargets.reports import render

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
    "Options": "progress",
    "Policy": "gate",
    "Progress": "observations",
    "Report": "assessment",
    "TargetBook": "book",
    "assess": "assessment",
    "load_book": "book",
    "read_progress": "progress",
    "render": "reports",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: the command line decides how before anything heavy is loaded."""
    if name not in _HOMES:
        raise AttributeError(f"module 'hytargets' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"hytargets.{_HOMES[name]}"), name)
