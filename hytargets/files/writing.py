"""Files written whole or not at all; what prevents it is a problem, never an exception."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hytargets.problems import Code, Place, Problem


def write_whole(path: str, content: bytes) -> Problem | None:
    """Write a file beside its place, then move it there: an old one survives any failure."""
    try:
        target = Path(path)
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a pipe or a device has no old content to keep
        else:
            _replace(Path(os.path.realpath(target)), content)
    except OSError as error:
        return _unwritable(path, error)
    return None


def append(path: str, content: bytes) -> Problem | None:
    """Add to what a file holds."""
    try:
        with open(path, "ab") as stream:
            stream.write(content)
    except OSError as error:
        return _unwritable(path, error)
    return None


def write_new(files: Mapping[str, bytes]) -> list[Problem]:
    """Write files that are not there yet; none of them where one is there."""
    there = [path for path in files if Path(path).exists()]
    if there:
        return [Problem(Code.FILE_THERE, Place(file=path)) for path in there]
    problems = []
    for path, content in files.items():
        with suppress(OSError):  # writing says what is wrong with the folder
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        if problem := write_whole(path, content):
            problems.append(problem)
    return problems


def _unwritable(path: str, error: OSError) -> Problem:
    return Problem(Code.FILE_OPEN, Place(file=path), {"reason": error.strerror or str(error)})


def _replace(path: Path, content: bytes) -> None:
    from tempfile import NamedTemporaryFile

    mode = _mode_of(path)
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


def _mode_of(path: Path) -> int:
    """The permissions the file has, or those a new one gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)  # it can only be read by setting it
    os.umask(mask)
    return 0o666 & ~mask
