"""What the tests share: books written as they are read, and progress as rows."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import hytargets
from hytargets import Report

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BOOK = str(ROOT / "data/targets.yaml")
H1 = str(ROOT / "data/progress/2020-h1")

CALENDAR_2020 = {
    "format": 1,
    "book": {
        "id": "test",
        "title": {"zh": "测试", "en": "Test"},
        "jurisdiction": "衡阳市",
        "period": {"start": "2020-01-01", "end": "2020-12-31"},
        "reporting": "to_date",
    },
    "units": {
        "person": {"zh": "人", "en": "persons"},
        "village": {"zh": "村", "en": "villages"},
        "km": {"zh": "公里", "en": "km", "also": ["千米"]},
        "share": {"zh": "%", "en": "%", "min": "0", "max": "100"},
        "change": {"zh": "%", "en": "%"},
    },
}


@pytest.fixture
def shared() -> Path:
    """The folder of cases and hostile inputs beside the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside the project")
    return SHARED


Write = Callable[[str, str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file and give its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def book_text(targets: list[dict[str, Any]], regions: int = 0, **book: Any) -> str:
    """A book of the calendar year 2020 with these targets and so many regions."""
    content: dict[str, Any] = {**CALENDAR_2020, "book": {**CALENDAR_2020["book"], **book}}  # type: ignore[dict-item]
    content["regions"] = [
        {"id": f"r{i}", "zh": f"{i}县", "en": f"County {i}"} for i in range(1, regions + 1)
    ]
    content["targets"] = [{"name": target["id"], **target} for target in targets]
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


Judge = Callable[..., Report]


@pytest.fixture
def judge(write: Write) -> Judge:
    """Judge targets by rows of (target, period, value[, region[, reported_on[, note]]])."""

    def judge(
        targets: list[dict[str, Any]],
        rows: list[tuple[str, ...]],
        as_of: date | None = None,
        known_on: date | None = None,
        regions: int = 0,
        **book: Any,
    ) -> Report:
        lines = [
            "target,period,value,region,reported_on,note",
            *(",".join((*row, "", "", "")[:6]) for row in rows),
        ]
        loaded = hytargets.load_book(write("targets.yaml", book_text(targets, regions, **book)))
        progress = hytargets.read_progress([write("progress.csv", "\n".join(lines) + "\n")], loaded)
        return hytargets.assess(loaded, progress, as_of, known_on)

    return judge


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment without what would change an answer; a loaded readline exports COLUMNS."""
    changing = ("HYTARGETS", "COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "GITHUB_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(changing)}
    return {**kept, "PYTHONIOENCODING": "utf-8", **changes}


def run(
    *arguments: str, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run hytargets in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hytargets", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=clean_environment(**environment),
        cwd=cwd or ROOT,
        check=False,
    )
