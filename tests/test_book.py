"""Loading a target book: every problem at once, with its path, line and column, in either language."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Write, book_text

import hytargets
from hytargets.language import Language
from hytargets.problems import InvalidInput, Problem
from hytargets.wording.problems import problem_message

FLOW = {"id": "t", "comparison": "at_least", "value": "100", "unit": "person", "measure": "flow"}
STOCK = {"id": "t", "comparison": "at_least", "value": "50", "unit": "share", "measure": "stock"}
BASELINE = {"value": "40", "date": "2019-12-31"}
LATE = [{"by": "2021-06-30", "value": "5"}]
HIGH = [{"by": "2020-06-30", "value": "500"}]
TOLERANCE = {"value": "1", "basis": "省厅"}


def problems(write: Write, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        hytargets.load_book(write("targets.yaml", text))
    return caught.value.problems


def without(entry: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


@pytest.mark.parametrize(
    ("target", "code", "path"),
    [
        ({**FLOW, "valeu": "3"}, "book.field.unknown", "targets[0].valeu"),
        (without(FLOW, "unit"), "book.field.missing", "targets[0].unit"),
        ({**FLOW, "unit": "persn"}, "book.reference.unknown", "targets[0].unit"),
        ({**FLOW, "section": "9"}, "book.reference.unknown", "targets[0].section"),
        ({**FLOW, "of": ["r9"]}, "book.reference.unknown", "targets[0].of[0]"),
        ({**FLOW, "comparison": "at_lest"}, "book.choice", "targets[0].comparison"),
        ({**FLOW, "value": "12..5"}, "book.number", "targets[0].value"),
        ({**FLOW, "value": "1_000"}, "book.number", "targets[0].value"),
        ({**FLOW, "value": ["1", "2"]}, "book.value.single", "targets[0].value"),
        ({**FLOW, "due": "2020-13-01"}, "book.date", "targets[0].due"),
        ({**FLOW, "due": "2020"}, "book.date", "targets[0].due"),
        ({**FLOW, "due": "2019-12-31"}, "book.dates.order", "targets[0].due"),
        ({**FLOW, "id": "a b"}, "book.id", "targets[0].id"),
        ({**FLOW, "comparison": "exactly"}, "book.comparison.flow", "targets[0].comparison"),
        ({**FLOW, "value": "-1"}, "book.flow.negative", "targets[0].value"),
        ({**FLOW, "holds": "at_due"}, "book.holds", "targets[0].holds"),
        ({**FLOW, "basis": "implied"}, "book.reading.missing", "targets[0].source"),
        ({**FLOW, "baseline": BASELINE}, "book.baseline.measure", "targets[0].baseline"),
        ({**FLOW, "unit": "share", "combine": "sum"}, "book.combine.percent", "targets[0].combine"),
        ({**FLOW, "tolerance": {**TOLERANCE, "value": "-1"}}, "book.tolerance.negative", "targets[0].tolerance.value"),
        ({**FLOW, "schedule": []}, "book.schedule", "targets[0].schedule"),
        ({**FLOW, "schedule": "evn"}, "book.choice", "targets[0].schedule"),
        ({**FLOW, "comparison": "at_most", "schedule": HIGH}, "book.schedule", "targets[0].schedule"),
        ({**FLOW, "schedule": LATE}, "book.milestone.date", "targets[0].schedule[0].by"),
        ({**FLOW, "schedule": HIGH}, "book.milestones.order", "targets[0].schedule[0].value"),
        ({**STOCK, "reporting": "to_date"}, "book.reporting.unused", "targets[0].reporting"),
        ({**STOCK, "value": "101"}, "book.value.outside_unit", "targets[0].value"),
        ({**STOCK, "comparison": "between"}, "book.value.range", "targets[0].value"),
        ({**STOCK, "comparison": "between", "value": ["5", "4"]}, "book.value.range", "targets[0].value"),
        ({**STOCK, "comparison": "about"}, "book.tolerance.missing", "targets[0]"),
        ({**STOCK, "schedule": "even"}, "book.schedule", "targets[0].schedule"),
        ({**STOCK, "baseline": {**BASELINE, "value": "50"}}, "book.baseline.met", "targets[0].baseline.value"),
        ({**STOCK, "baseline": {**BASELINE, "value": "60"}}, "book.baseline.met", "targets[0].baseline.value"),
        ({**STOCK, "combine": "each", "baseline": BASELINE}, "book.baseline.measure", "targets[0].baseline"),
        ({**STOCK, "baseline": {**BASELINE, "date": "2020-12-31"}}, "book.dates.order", "targets[0].start"),
    ],
)  # fmt: skip
def test_names_what_is_wrong(write: Write, target: dict[str, Any], code: str, path: str) -> None:
    found = problems(write, book_text([target]))
    assert (found[0].code, found[0].place.path, found[0].target) == (
        code,
        path,
        "t" if "a b" not in target["id"] else "a b",
    )


def test_a_flow_needs_its_reporting(write: Write) -> None:
    found = problems(write, book_text([FLOW], reporting=None).replace("  reporting: null\n", ""))
    assert [(one.code, one.place.path) for one in found] == [
        ("book.reporting.missing", "targets[0]")
    ]


def test_names_and_ids_are_unique(write: Write) -> None:
    twins = book_text(
        [{**FLOW, "name": "甲"}, {**FLOW, "name": "乙"}, {**FLOW, "id": "u", "name": "甲"}]
    )
    assert [(one.code, one.place.path) for one in problems(write, twins)] == [
        ("book.repeated", "targets[1].id"),
        ("book.name.repeated", "targets[2].name"),
    ]


def test_every_problem_at_once_in_the_order_of_the_file(write: Write) -> None:
    text = """\
format: 1
book: {id: b, title: 清单, period: {start: 2020-01-01, end: 2020-12-31}}
units:
  person: {zh: 人, en: persons}
targets:
  - {id: a, name: 甲, comparison: at_least, valeu: 5, unit: person, measure: flow, reporting: to_date}
  - {id: b, name: 乙, comparison: at_least, value: 5, unit: person, measure: flow}
  - {id: c, name: 丙, comparison: exactly, value: 5, unit: home, measure: flow, reporting: to_date}
"""
    found = problems(write, text)
    assert [(one.place.line, one.place.column, one.place.path, str(one.code)) for one in found] == [
        (6, 5, "targets[0].value", "book.field.missing"),
        (6, 44, "targets[0].valeu", "book.field.unknown"),
        (7, 5, "targets[1]", "book.reporting.missing"),
        (8, 34, "targets[2].comparison", "book.comparison.flow"),
        (8, 59, "targets[2].unit", "book.reference.unknown"),
    ]
    assert problem_message(found[1], Language.ZH) == "没有 valeu 这个字段。是不是“value”？"
    assert (
        problem_message(found[1], Language.EN) == "There is no field valeu. Did you mean “value”?"
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "file.empty", 1, 1),
        ("a: [", "yaml.syntax", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "yaml.key.repeated", 3, 1),
        ("a: !!python/name:os.system x\n", "yaml.tag", 1, 4),
        ("a: &a [*a]\n", "yaml.alias", 1, 8),
        ("[" * 100_000, "yaml.limit", 1, 51),
        ("a: 1\n---\nb: 2\n", "yaml.limit", 3, 1),
        ("? [a]\n: 1\n", "yaml.key", 1, 3),
        ("a: \x07\n", "yaml.syntax", 1, None),
    ],
)
def test_hostile_yaml(write: Write, text: str, code: str, line: int, column: int | None) -> None:
    found = problems(write, text)[0]
    assert (found.code, found.place.line, found.place.column) == (code, line, column)


def test_aliases_within_a_budget(write: Write) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9)
    )
    assert problems(write, bomb)[0].code == "yaml.limit"


def test_scalars_stay_what_was_written(write: Write) -> None:
    text = book_text(
        [{**FLOW, "value": "123456789012345678.90", "name": "no", "also": ["1.10", "12:30"]}]
    )
    target = hytargets.load_book(write("targets.yaml", text)).targets[0]
    assert str(target.value * 100) == "12345678901234567890"
    assert (target.name.zh, target.also) == ("no", ("1.10", "12:30"))


def test_a_missing_language_shows_the_other(write: Write) -> None:
    text = book_text([{**FLOW, "name": {"en": "Jobs"}}])
    assert hytargets.load_book(write("targets.yaml", text)).targets[0].name == ("Jobs", "Jobs")


@pytest.mark.parametrize(
    ("target", "combine", "start"),
    [
        (FLOW, "sum", "2020-01-01"),
        ({**FLOW, "unit": "share"}, "whole", "2020-01-01"),
        (STOCK, "whole", "2020-01-01"),
        ({**STOCK, "baseline": {"value": "40", "date": "2018-12-31"}}, "whole", "2019-01-01"),
        ({**FLOW, "start": "2020-03-01", "combine": "each"}, "each", "2020-03-01"),
    ],
)
def test_defaults(write: Write, target: dict[str, Any], combine: str, start: str) -> None:
    loaded = hytargets.load_book(write("targets.yaml", book_text([target], regions=2))).targets[0]
    assert (loaded.combine, loaded.start.isoformat(), loaded.regions) == (
        combine,
        start,
        ("r1", "r2"),
    )


def test_a_missing_book(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        hytargets.load_book(tmp_path / "none.yaml")
    assert caught.value.problems[0].code == "file.missing"
