"""Check indicators against the targets of a government report.

What is public is listed in `hytargets.library`, and loaded when it is first asked for: the command
line opens before anything heavy is read.
"""

from typing import TYPE_CHECKING, Any

from hytargets.version import VERSION

if TYPE_CHECKING:
    from hytargets.library import *  # noqa: F403 - what it lists

__version__ = VERSION


if not TYPE_CHECKING:  # a type checker sees the names themselves, and misses none

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        library = import_module("hytargets.library")
        if name in library.__all__ or name == "__all__":
            return getattr(library, name)
        raise AttributeError(f"module 'hytargets' has no attribute {name!r}")


def __dir__() -> list[str]:
    from hytargets.library import __all__ as names

    return [*names, "__version__"]
