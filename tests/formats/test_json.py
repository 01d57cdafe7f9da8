"""JSON: the whole report in format 1, and the tables of other documents."""

import json
from pathlib import Path

import jsonschema
import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from sample_report import sample_report

import hytargets
from hytargets.documents.document import (
    Cell,
    Column,
    Document,
    Group,
    Paragraph,
    Reader,
    Row,
    Table,
)
from hytargets.formats import FORMATS
from hytargets.formats.jsontext import as_text
from hytargets.formats.saved import read_snapshot
from hytargets.formats.schema import report_schema
from hytargets.judging.changes import snapshot
from hytargets.language import Language
from hytargets.version import VERSION


def test_a_report(tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    """A value and a range, exact and average, parts, a note, an error; the tool of any version."""
    report = sample_report(tmp_path, "roads", "sewage", "air", "income", "trainees")
    shown = str(hytargets.render(report, "json")).replace(f'"{VERSION}"', '"VERSION"')
    file_regression.check(shown, encoding="utf-8", extension=".json")


def test_every_status_fits_the_schema_and_reads_back(tmp_path: Path) -> None:
    report = sample_report(tmp_path)
    shown = str(hytargets.render(report, "json"))
    jsonschema.validate(json.loads(shown), report_schema())
    saved, now = read_snapshot(shown.encode()), snapshot(report)
    assert saved.as_of == now.as_of
    assert [known.status for known in saved.standings] == [known.status for known in now.standings]


def test_the_tables_of_a_document() -> None:
    columns = (
        Column("name", "目标"),
        Column("actual", "实际", is_figure=True),
        Column("bar", "时序", shown=Reader.TERMINAL),
    )
    rows = (
        Row((Cell("就业"), Cell("3万人", "30000"), Cell("█"))),
        Row((Cell("失业率"), Cell(), Cell())),
    )
    table = Table(columns, (Group("民生", rows),))
    document = Document("清单", (Paragraph("说明"), table), Language.ZH)
    assert json.loads(str(FORMATS["json"].write_document(document))) == {
        "format": 1,
        "tool": {"name": "hytargets", "version": VERSION},
        "title": "清单",
        "tables": [[{"name": "就业", "actual": "30000"}, {"name": "失业率", "actual": None}]],
    }


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\u202e", "\u2028", "\ud800"])
def test_nothing_in_json_moves_a_cursor(character: str) -> None:
    text = as_text({"note": f"a{character}b"})
    assert character not in text
    assert json.loads(text) == {"note": f"a{character}b"}
    assert text.endswith("}\n")
