"""The project itself: the wheel, the schema, the documents, the floors."""

import json
import re
import subprocess
import sys
import venv
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ROOT, run

import hytargets
from hytargets.book.schema import book_schema
from hytargets.cli.streams import put
from hytargets.exitcode import ExitCode
from hytargets.formats import FORMATS
from hytargets.formats.jsontext import as_text
from hytargets.formats.schema import report_schema
from hytargets.language import Language
from hytargets.problems import Code
from hytargets.wording.problems import MESSAGES

BOOKS = [ROOT / "data/targets.yaml", *sorted(ROOT.glob("examples/*/targets.yaml"))]


def test_the_committed_schema_is_fresh() -> None:
    assert (ROOT / "data/targets.schema.json").read_text(encoding="utf-8") == as_text(book_schema())


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.parent.name)
def test_the_books_fit_the_schema(path: Path) -> None:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    content["format"] = int(content["format"])
    for unit in content["units"].values():
        if "whole" in unit:
            unit["whole"] = {"true": True, "false": False}[unit["whole"]]
    jsonschema.validate(content, book_schema())
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


def test_the_schema_tells_of_every_field() -> None:
    schema = book_schema()
    for model in (schema, *schema["$defs"].values()):
        for field in model.get("properties", {}).values():
            assert "description" in field


@pytest.mark.parametrize("folder", ["2020-h1", "2020-year"])
def test_reports_fit_their_schema(folder: str) -> None:
    book = hytargets.load_book(ROOT / "data/targets.yaml")
    progress = hytargets.read_progress([str(ROOT / "data/progress" / folder)], book)
    jsonschema.validate(
        json.loads(hytargets.render(hytargets.assess(book, progress), "json")), report_schema()
    )


def test_every_code_is_worded_and_every_wording_used() -> None:
    assert set(MESSAGES) == set(Code)
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "hytargets").rglob("*.py")
    )
    unused = [code.name for code in Code if len(re.findall(rf"Code\.{code.name}\b", source)) < 2]
    assert unused == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", list(Language))
def test_every_format_renders_every_report(format: str, language: Language) -> None:
    book = hytargets.load_book(ROOT / "data/targets.yaml")
    progress = hytargets.read_progress([str(ROOT / "data/progress/2020-h1")], book)
    for report in (hytargets.assess(book, progress), hytargets.assess(book, hytargets.Progress())):
        rendered = hytargets.render(report, format, language)
        assert (
            rendered.startswith(b"PK") if isinstance(rendered, bytes) else rendered.endswith("\n")
        )


def test_no_file_is_too_long() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "hytargets").rglob("*.py")
    }
    assert {path.name: length for path, length in lengths.items() if length > 350} == {}


def readme_block(start: str) -> str:
    """The fenced block of the README that starts so."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"```\w*\n({re.escape(start)}.*?)```", text, re.DOTALL)
    assert match
    return match[1]


def test_the_readme_shows_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "progress.csv").write_text(readme_block("指标,期间"), encoding="utf-8")
    command, expected = readme_block("$ hytargets check").split("\n", 1)
    assert run(*command.split()[2:], cwd=tmp_path).stdout == expected


def test_the_readme_tells_the_exit_codes() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == [
        int(code) for code in ExitCode
    ]


def test_the_readme_python_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    exec(readme_block("import hytargets"), {})
    assert capsys.readouterr().out.startswith("## 衡阳市2020年政府工作报告目标清单")


def test_the_readme_target_is_the_books() -> None:
    (target,) = yaml.load(readme_block("- id: rural-toilets"), Loader=yaml.BaseLoader)
    book = yaml.load(
        (ROOT / "data/targets.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    assert target in book["targets"]


def test_the_wheel_carries_the_book_and_runs_anywhere(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    environment = tmp_path / "env"
    venv.create(environment, with_pip=False)
    (site,) = (
        environment.glob("lib/*/site-packages")
        if sys.platform != "win32"
        else environment.glob("Lib/site-packages")
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel],
        check=True,
    )
    # The libraries come from the test's own environment; the package must come from the wheel.
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(libraries))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "p.csv").write_text("target,period,value\nurban-jobs,2020-06,30000\n")
    python = next(path for path in environment.glob("*/python*") if path.is_file())
    done = subprocess.run(
        [python, "-m", "hytargets", "check", "p.csv"],
        capture_output=True,
        text=True,
        cwd=elsewhere,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("衡阳市2020年政府工作报告目标清单")
    assert (site / "hytargets/data/targets.yaml").exists()
    assert (site / "hytargets/py.typed").exists()
    assert (site / "hytargets/starter/any/.github/workflows/targets.yml").exists()


def test_put_is_quiet_on_success(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    put("好\n")
    assert capfdbinary.readouterr().out == "好\n".encode()
