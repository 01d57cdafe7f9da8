"""What `import hytargets` offers: listed, typed, and clear about its errors."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import BOOK, H1, ROOT, Write, book_text

import hytargets

JOBS = {
    "id": "jobs", "comparison": "at_least", "value": "57000", "unit": "person", "measure": "flow",
}  # fmt: skip
CALLER = """
from datetime import date
from pathlib import Path

import hytargets
from hytargets import (
    InvalidInput, Light, Misuse, Options, Policy, Problem, Report, Selection, Status, TargetBook,
)


def red(path: Path, progress: list[Path]) -> list[str]:
    try:
        book: TargetBook = hytargets.load_book(path)
    except InvalidInput as invalid:
        problems: tuple[Problem, ...] = invalid.problems
        return [str(problem.place.line) for problem in problems]
    read = hytargets.read_progress(progress, book, Options(year=2020))
    report: Report = hytargets.assess(book, read, date(2020, 6, 30), selection=Selection())
    shown = hytargets.render(report, "markdown", policy=Policy())
    assert isinstance(shown, str)
    late = [one for one in report.assessments if one.status is Status.FAR_BEHIND]
    return [one.target.name.zh for one in late if one.light is Light.RED]
"""


def test_every_public_name_is_listed_and_there() -> None:
    named = {"InvalidInput", "Status", "Light", "Selection", "Policy", "Report", "load_book"}
    assert named < set(dir(hytargets))
    for name in dir(hytargets):
        assert getattr(hytargets, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        hytargets.nothing  # type: ignore[attr-defined] # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, hytargets; print({'pydantic', 'yaml', 'rich', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_strict_caller_needs_no_plugin(tmp_path: Path) -> None:
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\nstrict = true\n", encoding="utf-8")
    cache = ROOT / ".mypy_cache" / "caller"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "caller.py", "--cache-dir", cache],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_paths_may_be_texts_or_paths(write: Write) -> None:
    book = hytargets.load_book(Path(BOOK))
    by_text = hytargets.read_progress([H1], book)
    by_path = hytargets.read_progress((Path(H1),), book)
    assert by_text.observations == by_path.observations


@pytest.mark.parametrize("paths", [H1, Path(H1), b"p.csv"])
def test_one_path_is_not_several(paths: Any) -> None:
    with pytest.raises(hytargets.Misuse, match="list of files and folders"):
        hytargets.read_progress(paths, hytargets.load_book(BOOK))


@pytest.mark.parametrize("day", ["2020-06-30", datetime(2020, 6, 30, 12), 20200630])
@pytest.mark.parametrize("name", ["as_of", "known_on"])
def test_a_date_is_a_date(name: str, day: Any) -> None:
    book = hytargets.load_book(BOOK)
    with pytest.raises(hytargets.Misuse, match=f"{name} must be a datetime.date"):
        hytargets.assess(book, hytargets.Progress(), **{name: day})


def test_progress_of_another_book_is_refused(write: Write) -> None:
    book = hytargets.load_book(BOOK)
    other = hytargets.load_book(write("targets.yaml", book_text([JOBS])))
    progress = hytargets.read_progress([H1], book)
    with pytest.raises(hytargets.Misuse, match="read for the book 'hengyang-2020', not for 'test'"):
        hytargets.assess(other, progress)


def test_an_unknown_format_names_those_there_are() -> None:
    book = hytargets.load_book(BOOK)
    report = hytargets.assess(book, hytargets.Progress(), date(2020, 6, 30))
    with pytest.raises(hytargets.Misuse, match=r"no format 'docx'; known are terminal, markdown"):
        hytargets.render(report, "docx")


def test_a_language_may_be_its_name_and_must_be_known() -> None:
    book = hytargets.load_book(BOOK)
    report = hytargets.assess(book, hytargets.Progress(), date(2020, 6, 30))
    for language in hytargets.Language:
        by_name = hytargets.render(report, "markdown", language=language.value)
        assert by_name == hytargets.render(report, "markdown", language=language)
    with pytest.raises(hytargets.Misuse, match="no language 'fr'; known are zh, en"):
        hytargets.render(report, "markdown", language="fr")


def test_an_invalid_book_tells_every_problem_in_words(write: Write) -> None:
    path = write("targets.yaml", book_text([{**JOBS, "valeu": "5", "unit": "persons"}]))
    with pytest.raises(hytargets.InvalidInput) as caught:
        hytargets.load_book(path)
    told = str(caught.value).splitlines()
    assert len(told) == len(caught.value.problems) >= 1
    assert "There is no field valeu. Did you mean “value”?" in str(caught.value)
    assert "targets[0].valeu" in str(caught.value)
