"""The tool against an independent reading of D5, on generated targets and histories.

`HYTARGETS_ORACLE_SEEDS=1000 pytest tests/test_oracle.py` judges forty thousand targets.
"""

import json
import os
import random
from calendar import monthrange
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import oracle
import pytest
import yaml
from conftest import CALENDAR_2020

import hytargets

SEEDS = int(os.environ.get("HYTARGETS_ORACLE_SEEDS", "60"))
TARGETS = 40
COMPARISONS = ["at_least", "more_than", "at_most", "less_than", "exactly", "between", "about"]


def pick(random: random.Random, *choices: Any) -> Any:
    return random.choice(choices)


def a_target(
    rng: random.Random, number: int, regions: list[str], multi_year: bool
) -> dict[str, Any]:
    """A target of any kind that a book may hold."""
    measure = pick(rng, "flow", "flow", "stock", "growth", "mean")
    comparison = pick(rng, *(COMPARISONS[:4] if measure == "flow" else COMPARISONS))
    unit = pick(rng, "share", "km") if measure != "growth" else "change"
    value: Any = str(pick(rng, 0, 10, 12, 24, 36, 48, 60))
    if comparison == "between":
        value = ["12", str(pick(rng, 12, 30))]
    target: dict[str, Any] = {
        "id": f"t{number}",
        "comparison": comparison,
        "value": value,
        "unit": unit,
        "measure": measure,
    }
    if measure in ("flow", "mean"):
        target["reporting"] = pick(rng, "to_date", "per_period")
    combine = pick(rng, None, None, "sum", "mean", "each", "whole")
    if combine and not (combine == "sum" and unit != "km"):
        target["combine"] = combine
    if comparison == "about" or rng.random() < 0.2:
        target["tolerance"] = {"value": str(pick(rng, 1, 2, 5)), "basis": "省厅"}
    if rng.random() < 0.2 and comparison in ("at_most", "less_than") and measure == "stock":
        target["holds"] = "at_due"
    year = 2018 if multi_year else 2020
    if rng.random() < 0.3:
        target["start"] = pick(rng, f"{year}-03-01", f"{year}-02-15", f"{year}-01-31")
    if rng.random() < 0.4:
        target["due"] = pick(
            rng, "2020-09-30", "2020-09-15", "2020-10-31", "2020-02-29", "2020-06-10"
        )
        if target.get("start", "2020-01-01") > target["due"]:
            del target["start"]
    directed = comparison in COMPARISONS[:5]
    if (
        measure == "stock"
        and directed
        and combine != "each"
        and "start" not in target
        and rng.random() < 0.5
    ):
        better = comparison in ("at_least", "more_than")
        base = int(value) - 10 if better else int(value) + 10
        if unit == "km" or 0 <= base <= 100:
            target["baseline"] = {"value": str(base), "date": f"{year - 1}-12-31"}
    paced = measure == "flow" or "baseline" in target
    if paced and rng.random() < 0.3:
        target["schedule"] = pick(rng, "none", "even")
        base = int(target["baseline"]["value"]) if "baseline" in target else 0
        floor = comparison in ("at_least", "more_than")
        if (
            floor
            and int(value) > 0
            and "start" not in target
            and target.get("due", "2020-12-31") > "2020-07-01"
        ):
            target["schedule"] = [
                {"by": "2020-03-31", "value": str(base + 1)},
                {"by": "2020-06-30", "value": str(base + 6)},
            ]
    if regions and rng.random() < 0.2 and target.get("combine") != "whole":
        target["of"] = sorted(rng.sample(regions, 2), key=regions.index)
    return target


def a_value(rng: random.Random, target: dict[str, Any], month: int) -> str:
    """Near the thresholds more often than not."""
    goal = int(target["value"][0] if isinstance(target["value"], list) else target["value"])
    exact = Fraction(goal * month, 12)
    near = pick(
        rng,
        goal,
        goal + 1,
        max(goal - 1, 0),
        max(goal - 5, 0),
        int(exact),
        int(exact) + 1,
        rng.randint(0, 70),
    )
    text = pick(rng, str(near), f"{near}.0", f"{near}.5", f"{near}.05")
    if target["measure"] == "growth" and rng.random() < 0.3:
        return f"-{text}"
    return "12..5" if rng.random() < 0.01 else "-" if rng.random() < 0.03 else text


def a_period(rng: random.Random, year: int, month: int) -> str:
    day = monthrange(year, month)[1]
    forms = [f"{year}-{month:02}"] * 8 + [f"{year}-{month:02}-{day}"]
    if rng.random() < 0.03:
        forms = [f"{year}-{month:02}-20", f"{year}Q{(month + 2) // 3}"]
    return str(pick(rng, *forms))


def a_history(
    rng: random.Random, target: dict[str, Any], regions: list[str], multi_year: bool
) -> list[dict[str, str]]:
    """Months up to some month, most of them there, of the whole, of regions, or of both."""
    if rng.random() < 0.05:
        return []
    scopes = [[""], regions or ["甲", "乙"], ["", *(regions or ["甲", "乙"])]][rng.randrange(3)]
    if target.get("combine") == "each" or (target["measure"] == "flow" and rng.random() < 0.5):
        scopes = regions or ["甲", "乙"]
    last, rows = rng.randint(1, 12), []
    hole, lag, scattered = rng.random() < 0.2, rng.random() < 0.3, rng.random() < 0.15
    for region in scopes:
        silent = lag and rng.random() < 0.4
        only = rng.randint(1, last) if scattered else 0
        for year in (2019, 2020) if multi_year else (2020,):
            for month in range(1, last + 1 if year == 2020 else 13):
                if only and month != only:
                    continue
                if (
                    (hole and rng.random() < 0.1)
                    or (silent and month > last - 2)
                    or (multi_year and rng.random() < 0.3)
                ):
                    continue
                row = {
                    "target": target["id"],
                    "period": a_period(rng, year, month),
                    "region": region,
                    "reported_on": "",
                }
                row["value"] = a_value(rng, target, month)
                rows.append(row)
                if rng.random() < 0.06:
                    reported = pick(rng, "", "2020-07-20", "2020-11-02")
                    value = pick(rng, row["value"], a_value(rng, target, month))
                    rows.append({**row, "value": value, "reported_on": reported})
    return rows


def shown(value: Any, is_quotient: bool) -> Any:
    """A Fraction as the JSON report has it, ten decimals half up where it is a quotient."""
    if not isinstance(value, Fraction) or not is_quotient:
        return value
    scaled = abs(value) * 10**10
    units = int(scaled) + (scaled - int(scaled) >= Fraction(1, 2))
    return Fraction(units if value >= 0 else -units, 10**10)


def parsed(assessment: dict[str, Any]) -> dict[str, Any]:
    """The JSON's figures as Fractions and dates."""
    found = dict(assessment)
    for key in ("actual", "margin", "completion", "schedule", "deviation", "needed"):
        found[key] = None if assessment[key] is None else Fraction(assessment[key])
    end, reported = assessment["period_end"], assessment["regions_reported"]
    found["period_end"] = date.fromisoformat(end) if end else None
    found["regions_reported"] = (reported["reported"], reported["of"]) if reported else None
    return found


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_tool_agrees_with_the_oracle(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    multi_year = seed % 4 == 0
    regions = ["r1", "r2", "r3"] if seed % 3 else []
    start = "2019-01-01" if multi_year else "2020-01-01"
    book = {"start": start, "end": "2020-12-31", "regions": regions, "red_lag": "10"}
    targets = [a_target(rng, number, regions, multi_year) for number in range(TARGETS)]
    rows = [row for target in targets for row in a_history(rng, target, regions, multi_year)]
    rng.shuffle(rows)
    as_of = pick(
        rng, None, None, date(2020, 6, 30), date(2020, 8, 20), date(2020, 12, 31), date(2021, 3, 1)
    )
    known_on = pick(rng, None, None, date(2020, 7, 31), date(2020, 1, 1))

    content: dict[str, Any] = {
        **CALENDAR_2020,
        "targets": [{"name": one["id"], **one} for one in targets],
    }
    content["book"] = {**CALENDAR_2020["book"], "period": {"start": start, "end": "2020-12-31"}}  # type: ignore[dict-item]
    content["regions"] = [{"id": region, "zh": region} for region in regions]
    (tmp_path / "b.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    columns = ("target", "period", "value", "region", "reported_on")
    percent = {one["id"] for one in targets if one["unit"] in {"share", "change"}}
    lines = [",".join((*columns, "unit"))]
    for row in rows:
        unit = "%" if row["target"] in percent else ""  # without it 1 may be 100 %
        lines.append(",".join((*(row[column] for column in columns), unit)))
    (tmp_path / "p.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    loaded = hytargets.load_book(tmp_path / "b.yaml")
    progress = hytargets.read_progress([str(tmp_path / "p.csv")], loaded)
    report = json.loads(
        hytargets.render(hytargets.assess(loaded, progress, as_of, known_on), "json")
    )

    day, expected = oracle.judge(book, targets, rows, as_of, known_on)
    assert report["as_of"] == (day.isoformat() if day else None)
    for target, assessment in zip(targets, report["assessments"], strict=True):
        found, wanted = parsed(assessment), expected[target["id"]]
        average = (
            "." in (assessment["actual"] or "")
            and len(assessment["actual"].partition(".")[2]) == 10
        )
        for key, value in wanted.items():
            is_quotient = key in ("completion", "schedule", "deviation", "needed") or average
            told = "\n".join(
                ",".join(row.values()) for row in rows if row["target"] == target["id"]
            )
            assert found[key] == shown(value, is_quotient), (
                f"{key} of {target} on {day}, known {known_on}\n{told}"
            )
