"""Check indicators against the targets of a government report."""

from hytargets.assessment import Report, assess
from hytargets.book import TargetBook, load_book
from hytargets.gate import Policy
from hytargets.observations import Progress
from hytargets.progress import Options, read_progress
from hytargets.reports import render
from hytargets.version import VERSION as __version__

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
