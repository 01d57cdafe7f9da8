"""A file appears whole or not at all; what prevents it is a problem."""

import errno
import os
import stat
from pathlib import Path

import pytest

from hytargets.files.writing import append, write_new, write_whole
from hytargets.problems import Code


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written never reaches the disk."""

    def fsync(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_file_is_written_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    assert write_whole(str(path), "好\n".encode()) is None
    assert path.read_bytes() == "好\n".encode()
    assert names_in(tmp_path) == ["report.md"]


@pytest.mark.usefixtures("full_disk")
def test_an_old_file_survives_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")
    problem = write_whole(str(path), b"new")
    assert problem
    assert (problem.code, problem.place.file) == (Code.FILE_OPEN, str(path))
    assert problem.facts["reason"] == "No space left on device"
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["report.md"]


@pytest.mark.usefixtures("full_disk")
def test_no_new_file_is_left_half_written(tmp_path: Path) -> None:
    assert write_whole(str(tmp_path / "report.md"), b"new")
    assert names_in(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_permissions_are_kept_or_those_of_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("old")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        assert not write_whole(str(old), b"x")
        assert not write_whole(str(new), b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    link.symlink_to(real)
    assert not write_whole(str(link), b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize("path", ["none/report.md", "."])
def test_what_cannot_be_written_is_a_problem(tmp_path: Path, path: str) -> None:
    problem = write_whole(str(tmp_path / path), b"x")
    assert problem
    assert problem.code is Code.FILE_OPEN


def test_a_device_is_written_to_and_not_replaced() -> None:
    if not Path("/dev/null").exists():
        pytest.skip("/dev/null is not there")
    assert write_whole("/dev/null", b"x") is None
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_append_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "summary"
    path.write_text("before\n")
    assert append(str(path), b"after\n") is None
    assert path.read_text() == "before\nafter\n"


def test_new_files_overwrite_nothing_and_come_together(tmp_path: Path) -> None:
    there = tmp_path / "b.yaml"
    there.write_text("mine")
    files = {str(tmp_path / "a" / "a.csv"): b"a", str(there): b"b"}
    assert [problem.code for problem in write_new(files)] == [Code.FILE_THERE]
    assert there.read_text() == "mine"
    assert not (tmp_path / "a").exists()
    there.unlink()
    assert write_new(files) == []
    assert (tmp_path / "a" / "a.csv").read_text() == "a"
