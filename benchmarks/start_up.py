"""How long the command line takes to open, as ratios of one run.

Four things a user waits for (`--version`, `--help`, `check --help`, and a check of 360 values by
the shipped book), beside importing the libraries it stands on, and beside the least that Typer
allows: a command of one option that does nothing. All are run in turn, each in a process of its
own, its bytecode cached as after an installation.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "data/targets.yaml"
RUNS = 21

NOTHING = """
import typer
app = typer.Typer()
@app.command()
def command(option: int = 1):
    pass
app()
"""


def hytargets(*arguments: str) -> list[str]:
    """Our own command."""
    return [sys.executable, "-m", "hytargets", *arguments]


COMMANDS = {
    "imports": [sys.executable, "-c", "import typer, pydantic, yaml, rich.table"],
    "Typer alone": [sys.executable, "-c", NOTHING],
    "--version": hytargets("--version"),
    "--help": hytargets("--help"),
    "check --help": hytargets("check", "--help"),
    "check": hytargets("check", "progress.csv", "--targets", str(BOOK)),
}


def progress() -> str:
    """Thirty targets, twelve months."""
    import hytargets

    targets = hytargets.load_book(BOOK).targets[:30]
    lines = ["target,period,value"]
    for target in targets:
        lines += [f"{target.id},2020-{month:02},{month}" for month in range(1, 13)]
    return "\n".join(lines) + "\n"


def seconds(command: list[str], folder: str) -> float:
    """Wall time of one run."""
    without_bytecode = "PYTHONDONTWRITEBYTECODE"
    environment = {key: value for key, value in os.environ.items() if key != without_bytecode}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def measured() -> dict[str, list[float]]:
    """Every command's times, after one run that does not count."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "progress.csv").write_text(progress(), encoding="utf-8")
        for command in COMMANDS.values():
            seconds(command, folder)
        for _ in range(RUNS):
            for name, command in COMMANDS.items():
                times[name].append(seconds(command, folder))
    return times


def show(name: str, choose: Callable[[list[float]], float], times: dict[str, list[float]]) -> None:
    """One line of ratios."""
    chosen = {command: choose(runs) for command, runs in times.items()}
    imports, check = chosen["imports"], chosen["check"]
    print(
        f"{name:8} check {check / imports:.2f} of the imports ({imports:.3f} s),"
        f" Typer alone {chosen['Typer alone'] / imports:.2f};"
        f" of a check: --version {chosen['--version'] / check:.2f},"
        f" --help {chosen['--help'] / check:.2f},"
        f" check --help {chosen['check --help'] / check:.2f}"
    )


def main() -> None:
    """Print the ratios, of medians and of the fastest runs."""
    times = measured()
    show("median", statistics.median, times)
    show("fastest", min, times)


if __name__ == "__main__":
    main()
