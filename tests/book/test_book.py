"""Loading a target book: every problem at once, with its path, line and column."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Write, book_text

import hytargets
from hytargets.language import Language
from hytargets.problems import InvalidInput, Problem
from hytargets.wording.problems import problem_message
from hytargets.wording.voice import Voice

FLOW = {"id": "t", "comparison": "at_least", "value": "100", "unit": "person", "measure": "flow"}
STOCK = {"id": "t", "comparison": "at_least", "value": "50", "unit": "share", "measure": "stock"}
BASELINE = {"value": "40", "date": "2019-12-31"}
AS_THE_VALUE = {**BASELINE, "value": "50"}
ABOVE_IT = {**BASELINE, "value": "60"}
LATE = [{"by": "2021-06-30", "value": "5"}]
HIGH = [{"by": "2020-06-30", "value": "500"}]
STOCK_FROM_ITS_START = {**STOCK, "start": "2019-12-31", "baseline": BASELINE}
NEGATIVE = {"value": "-1", "basis": "省厅"}


def problems(write: Write, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        hytargets.load_book(write("targets.yaml", text))
    return caught.value.problems


def located(problem: Problem) -> tuple[int | None, int | str | None]:
    return problem.place.line, problem.place.column


def without(entry: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


@pytest.mark.parametrize(
    ("target", "code", "path"),
    [
        ({**FLOW, "valeu": "3"}, "book.field.unknown", ".valeu"),
        (without(FLOW, "unit"), "book.field.missing", ".unit"),
        ({**FLOW, "unit": "persn"}, "book.reference.unknown", ".unit"),
        ({**FLOW, "section": "9"}, "book.reference.unknown", ".section"),
        ({**FLOW, "of": ["r9"]}, "book.reference.unknown", ".of[0]"),
        ({**FLOW, "comparison": "at_lest"}, "book.choice", ".comparison"),
        ({**FLOW, "value": "12..5"}, "book.number", ".value"),
        ({**FLOW, "value": "1_000"}, "book.number", ".value"),
        ({**FLOW, "value": ["1", "2"]}, "book.value.single", ".value"),
        ({**FLOW, "due": "2020-13-01"}, "book.date", ".due"),
        ({**FLOW, "due": "2020"}, "book.date", ".due"),
        ({**FLOW, "due": "2019-12-31"}, "book.dates.order", ".due"),
        ({**FLOW, "id": "a b"}, "book.id", ".id"),
        ({**FLOW, "comparison": "exactly"}, "book.comparison.flow", ".comparison"),
        ({**FLOW, "value": "-1"}, "book.flow.negative", ".value"),
        ({**FLOW, "holds": "at_due"}, "book.holds", ".holds"),
        ({**FLOW, "basis": "implied"}, "book.reading.missing", ".source"),
        ({**FLOW, "baseline": BASELINE}, "book.baseline.measure", ".baseline"),
        ({**FLOW, "unit": "share", "combine": "sum"}, "book.combine.percent", ".combine"),
        ({**FLOW, "tolerance": NEGATIVE}, "book.tolerance.negative", ".tolerance.value"),
        ({**FLOW, "schedule": []}, "book.schedule", ".schedule"),
        ({**FLOW, "schedule": "evn"}, "book.choice", ".schedule"),
        ({**FLOW, "comparison": "at_most", "schedule": HIGH}, "book.schedule", ".schedule"),
        ({**FLOW, "schedule": LATE}, "book.milestone.date", ".schedule[0].by"),
        ({**FLOW, "schedule": HIGH}, "book.milestones.order", ".schedule[0].value"),
        ({**STOCK, "reporting": "to_date"}, "book.reporting.unused", ".reporting"),
        ({**STOCK, "value": "101"}, "book.value.outside_unit", ".value"),
        ({**STOCK, "comparison": "between"}, "book.value.range", ".value"),
        ({**STOCK, "comparison": "between", "value": ["5", "4"]}, "book.value.range", ".value"),
        ({**STOCK, "comparison": "about"}, "book.tolerance.missing", ""),
        ({**STOCK, "schedule": "even"}, "book.schedule", ".schedule"),
        ({**STOCK, "baseline": AS_THE_VALUE}, "book.baseline.met", ".baseline.value"),
        ({**STOCK, "baseline": ABOVE_IT}, "book.baseline.met", ".baseline.value"),
        ({**STOCK, "combine": "each", "baseline": BASELINE}, "book.baseline.measure", ".baseline"),
        ({**STOCK, "baseline": {**BASELINE, "date": "2020-12-31"}}, "book.dates.order", ".start"),
        (STOCK_FROM_ITS_START, "book.baseline.date", ".baseline.date"),
    ],
)  # fmt: skip
def test_names_what_is_wrong(write: Write, target: dict[str, Any], code: str, path: str) -> None:
    problem = problems(write, book_text([target]))[0]
    found = (problem.code, problem.place.path, problem.target)
    assert found == (code, f"targets[0]{path}", target["id"])


def test_a_flow_needs_its_reporting(write: Write) -> None:
    found = problems(write, book_text([FLOW], reporting=None).replace("  reporting: null\n", ""))
    assert [(problem.code, problem.place.path) for problem in found] == [
        ("book.reporting.missing", "targets[0]")
    ]


def test_the_ends_of_a_units_range_are_in_order(write: Write) -> None:
    text = book_text([FLOW]).replace("max: '100'", "max: '-1'")
    found = [(problem.code, problem.place.path) for problem in problems(write, text)]
    assert found == [("book.unit.range", "units.share.max")]


@pytest.mark.parametrize("value", ["-150", "300"])
def test_a_growth_may_leave_the_range_of_its_unit(write: Write, value: str) -> None:
    growth = {**STOCK, "measure": "growth", "value": value}
    target = hytargets.load_book(write("targets.yaml", book_text([growth]))).targets[0]
    assert target.value == int(value)


def test_names_and_ids_are_unique(write: Write) -> None:
    twins = book_text(
        [{**FLOW, "name": "甲"}, {**FLOW, "name": "乙"}, {**FLOW, "id": "u", "name": "甲"}]
    )
    assert [(problem.code, problem.place.path) for problem in problems(write, twins)] == [
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
  - {id: a, name: 甲, comparison: at_least, valeu: 5, unit: person, measure: flow}
  - {id: b, name: 乙, comparison: at_least, value: 5, unit: person, measure: flow}
  - {id: c, name: 丙, comparison: exactly, value: 5, unit: home, measure: flow, reporting: to_date}
"""
    found = problems(write, text)
    assert [(*located(problem), problem.place.path, problem.code) for problem in found] == [
        (6, 5, "targets[0].value", "book.field.missing"),
        (6, 44, "targets[0].valeu", "book.field.unknown"),
        (7, 5, "targets[1]", "book.reporting.missing"),
        (8, 34, "targets[2].comparison", "book.comparison.flow"),
        (8, 59, "targets[2].unit", "book.reference.unknown"),
    ]
    assert problem_message(found[1], Voice(Language.ZH)) == "没有 valeu 这个字段。是不是“value”？"
    assert (
        problem_message(found[1], Voice(Language.EN))
        == "There is no field valeu. Did you mean “value”?"
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
    problem = problems(write, text)[0]
    assert (problem.code, *located(problem)) == (code, line, column)


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


def test_a_field_left_empty_is_as_good_as_not_there(write: Write) -> None:
    empty = dict.fromkeys(("also", "basis", "combine", "of", "schedule", "source"))
    bare, padded = (
        hytargets.load_book(write("targets.yaml", book_text([target])))
        for target in (FLOW, {**FLOW, **empty})
    )
    assert padded == bare
    unknown = problems(write, book_text([{**FLOW, "valeu": None}]))
    assert [problem.code for problem in unknown] == ["book.field.unknown"]


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


def test_an_empty_list_of_targets_is_a_missing_one(write: Write) -> None:
    text = book_text([]).replace("targets: []", "targets:")
    with pytest.raises(InvalidInput) as caught:
        hytargets.load_book(write("targets.yaml", text))
    assert [(str(one.code), one.place.path) for one in caught.value.problems] == [
        ("book.field.missing", "targets")
    ]


def test_a_book_is_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes("format: 1\nbook: {title: 清单}\n".encode("gb18030"))
    with pytest.raises(InvalidInput) as caught:
        hytargets.load_book(path)
    (problem,) = caught.value.problems
    assert (str(problem.code), problem.place.line) == ("book.encoding", 2)
