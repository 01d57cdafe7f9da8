"""How long a small run takes (360 values, the shipped book), as a ratio to importing the libraries it stands on.

Beside it the least that Typer allows: a command of one option that does nothing. All are run in turn, each in a
process of its own; ratios are of medians, and of the fastest runs.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 21
IMPORTS = [sys.executable, "-c", "import typer, pydantic, yaml, rich.table"]
NOTHING = [
    sys.executable,
    "-c",
    "import typer; app = typer.Typer()\n@app.command()\ndef f(x: int = 1): pass\napp()",
]
CHECK = [
    sys.executable,
    "-m",
    "hytargets",
    "check",
    "progress.csv",
    "--targets",
    str(ROOT / "data/targets.yaml"),
]


def progress() -> str:
    """Thirty targets, twelve months."""
    import hytargets

    targets = hytargets.load_book(ROOT / "data/targets.yaml").targets[:30]
    rows = [f"{one.id},2020-{month:02},{month}" for one in targets for month in range(1, 13)]
    return "target,period,value\n" + "\n".join(rows) + "\n"


def seconds(command: list[str], folder: str) -> float:
    """Wall time of one run, its bytecode cached as after an installation."""
    environment = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "progress.csv").write_text(progress(), encoding="utf-8")
        commands = (IMPORTS, NOTHING, CHECK)
        for command in commands:
            seconds(command, folder)
        rounds = [[seconds(command, folder) for command in commands] for _ in range(RUNS)]
    for name, measure in (("median", statistics.median), ("fastest", min)):
        imports, nothing, check = (measure(times) for times in zip(*rounds, strict=True))
        print(
            f"{name}: imports {imports:.3f} s, Typer alone {nothing / imports:.2f}, check {check / imports:.2f}"
        )


if __name__ == "__main__":
    main()
