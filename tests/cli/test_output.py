"""Where answers go: files, standard output, pipes that close, disks that fill, terminals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import BOOK, H1, ROOT, Write, clean_environment, run

HYTARGETS = f"{sys.executable} -m hytargets"


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash."""
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        env=clean_environment(**environment),
        cwd=ROOT,
        check=False,
    )


def test_outputs_are_written_whole(tmp_path: Path) -> None:
    markdown, data, table = tmp_path / "s.md", tmp_path / "r.json", tmp_path / "t.csv"
    done = run("export", H1, "-o", str(markdown), "-o", str(data), "-o", f"csv={table}", "-t", BOOK)
    assert (done.returncode, done.stdout) == (0, "")
    assert markdown.read_text(encoding="utf-8").startswith("## 衡阳市2020年政府工作报告目标清单")
    assert json.loads(data.read_text(encoding="utf-8"))["gate"]["fail_on"] == "never"
    assert table.read_bytes().startswith("\ufeff编号,".encode())
    assert table.read_bytes().count(b"\r\n") == 35
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.json", "s.md", "t.csv"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "there.md"
    folder.mkdir()
    done = run("export", H1, "-o", str(folder), "-o", str(tmp_path / "none" / "x.md"), "-t", BOOK)
    assert done.returncode == 2
    assert done.stderr.count("[file.unwritable]") == 2


def test_the_step_summary_is_appended_to(tmp_path: Path) -> None:
    summary = tmp_path / "summary"
    summary.write_text("before\n")
    run("export", H1, "-o", f"markdown={summary}", "-t", BOOK, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text(encoding="utf-8").startswith("before\n## 衡阳市")


def test_what_is_said_is_true_of_the_files_too(tmp_path: Path, write: Write) -> None:
    progress = write("p.csv", "target,period,value\nurban-jobs,2020-06,30000\n")
    lost = str(tmp_path / "none" / "report.md")
    done = run("check", progress, "-t", BOOK, "-o", lost, "-f", "terminal")
    assert done.returncode == 2
    assert "通过" not in done.stdout
    assert "[file.unwritable]" in done.stdout
    assert done.stdout.rstrip().endswith("退出码 2")


def test_a_format_without_a_file_is_a_usage_error() -> None:
    done = run("export", H1, "-t", BOOK, "-o", "markdown=", HYTARGETS_LANG="zh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "等号后面没有文件名" in done.stderr


@pytest.mark.parametrize("command", ["trend", "validate"])
def test_other_commands_say_so_too(tmp_path: Path, command: str) -> None:
    lost = str(tmp_path / "none" / "report.md")
    done = run(command, H1, "-t", BOOK, "-o", lost)
    assert done.returncode == 2
    assert "[file.unwritable]" in done.stderr


def test_a_machine_format_ignores_quiet() -> None:
    loud = run("check", H1, "-t", BOOK, "-f", "json")
    quiet = run("check", H1, "-t", BOOK, "-f", "json", "-q")
    assert json.loads(quiet.stdout)["format"] == 1
    assert (quiet.stdout, quiet.returncode) == (loud.stdout, loud.returncode)


def test_a_workbook_needs_no_extra(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    done = run("export", H1, "-t", BOOK, "-o", str(path))
    assert done.returncode == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.skipif(os.name == "nt", reason="a terminal is opened as POSIX does")
def test_a_workbook_stays_off_the_terminal() -> None:
    terminal, its_other_end = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "hytargets", "check", H1, "-t", BOOK, "-f", "xlsx"],
        stdout=its_other_end,
        stderr=subprocess.PIPE,
        env=clean_environment(),
        cwd=ROOT,
        check=False,
    )
    os.close(its_other_end)
    with os.fdopen(terminal, "rb") as shown, pytest.raises(OSError, match="Input/output"):
        shown.read(1)  # nothing came, and the other end is closed
    assert done.returncode == 2
    assert b"-o report.xlsx" in done.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"check {H1} -t {BOOK}", 1),
        (f"targets -t {BOOK} -f json", 0),
        ("--help", 0),
        ("check --help", 0),
        ("--version", 0),
    ],
)
def test_a_closed_pipe_keeps_the_code(command: str, code: int) -> None:
    done = shell(f"{HYTARGETS} {command} | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize("closing", ["2>&1 | true", ">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(
    ("command", "code"), [(f"check {H1} -t {BOOK}", 1), ("--help", 0), ("nonsense", 2)]
)
def test_so_does_a_stream_that_is_closed(command: str, code: int, closing: str) -> None:
    done = shell(f"{HYTARGETS} {command} {closing}; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == code
    assert b"a bug" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", [f"check {H1} -t {BOOK}", "--help", "--version"])
def test_a_full_disk_is_one_line(command: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is not there")
    done = shell(f"{HYTARGETS} {command} > /dev/full")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def opened_once_read(fifo: Path) -> int:
    """The writing end of a FIFO, as soon as somebody waits at the other."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody yet
            time.sleep(0.1)
    raise AssertionError("nobody reads")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as POSIX does")
def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    fifo = tmp_path / "progress.csv"
    os.mkfifo(fifo)  # reading it waits for a writer
    process = subprocess.Popen(
        [sys.executable, "-m", "hytargets", "check", "progress.csv", "-t", BOOK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=clean_environment(),
    )
    writer = opened_once_read(fifo)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    os.close(writer)
    assert (process.returncode, stdout, stderr) == (130, "", "hytargets: interrupted\n")


def test_a_gbk_terminal_is_readable() -> None:
    done = shell(f"{HYTARGETS} check {H1} -t {BOOK}", PYTHONIOENCODING="gbk", COLUMNS="120")
    shown = done.stdout.decode("gbk")
    assert "● 快于时序进度" in shown
    assert "?" not in shown


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b" not in run("check", H1).stdout
    assert "\x1b[1;31m■ 严重滞后" in run("check", H1, FORCE_COLOR="1").stdout
    assert "\x1b[1;31m" not in run("check", H1, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_80_columns_hold_every_line() -> None:
    from rich.cells import cell_len

    for folder in (H1, str(ROOT / "data/progress/2020-year")):
        lines = run("check", folder, COLUMNS="80").stdout.splitlines()
        assert max(map(cell_len, lines)) <= 80
