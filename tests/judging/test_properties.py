"""What must hold of any target and any history (hypothesis)."""

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from conftest import book_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hytargets
from hytargets import Progress, Report, TargetBook
from hytargets.book.reading import read_book
from hytargets.judging.assessment import Assessment
from hytargets.judging.statuses import Light, Status
from hytargets.problems import Place
from hytargets.progress.observations import Observation
from hytargets.values.period import month_end

REGIONS = 3
GREENNESS = {Light.RED: 0, Light.YELLOW: 1, Light.GREY: 1, Light.GREEN: 2}

comparisons = st.sampled_from(["at_least", "more_than", "at_most", "less_than"])
values = st.integers(0, 60)
ends = st.integers(1, 12).map(lambda month: month_end(date(2020, month, 1)))
days = st.none() | st.integers(1, 12).map(lambda month: date(2020, month, 15))


@st.composite
def targets(draw: st.DrawFn, /, **fixed: Any) -> dict[str, Any]:
    """A target of any measure with a floor or a ceiling."""
    measure = fixed.get("measure") or draw(st.sampled_from(["flow", "stock", "growth", "mean"]))
    target = {
        "id": "t",
        "comparison": draw(comparisons),
        "value": str(draw(st.integers(0, 100))),
        "unit": "km",
        "measure": measure,
        "combine": draw(st.sampled_from(["sum", "mean", "each", "whole"])),
    }
    if measure in {"flow", "mean"}:
        target["reporting"] = draw(st.sampled_from(["to_date", "per_period"]))
    if measure == "stock" and draw(st.booleans()):
        target["tolerance"] = {"value": str(draw(st.integers(1, 5))), "basis": "省厅"}
    return target | fixed


@st.composite
def histories(draw: st.DrawFn, target: dict[str, Any]) -> list[Observation]:
    """Measures of the target, no two of which contradict each other."""
    regions: list[str | None] = [None] if target["combine"] == "whole" else ["r1", "r2", "r3"]
    if target["combine"] in {"sum", "mean"}:
        regions.append(None)
    keys = draw(st.lists(st.tuples(st.sampled_from(regions), ends, days), unique=True, max_size=14))
    per_period = target.get("reporting") == "per_period"
    return [
        observation(region, end, draw(values), reported_on, line, per_period)
        for line, (region, end, reported_on) in enumerate(keys, start=2)
    ]


def observation(
    region: str | None, end: date, value: int, reported_on: date | None, line: int, per_period: bool
) -> Observation:
    first = end.replace(day=1) if per_period else date(2020, 1, 1)
    place = Place(file="p.csv", line=line, column="value")
    return Observation("t", region, first, end, Decimal(value), Decimal(1), reported_on, "", place)


def load(target: dict[str, Any]) -> TargetBook:
    return read_book("targets.yaml", book_text([target], REGIONS).encode())


def judge(
    target: dict[str, Any],
    history: Sequence[Observation],
    as_of: date | None = None,
    known_on: date | None = None,
) -> Report:
    return hytargets.assess(load(target), Progress(observations=list(history)), as_of, known_on)


def verdict(report: Report) -> tuple[object, ...]:
    one = report.assessments[0]
    actual = one.actual and (one.actual.value, one.actual.end, one.actual.regions_reported)
    return report.as_of, one.status, one.flags, actual, one.measures


cases = targets().flatmap(lambda target: st.tuples(st.just(target), histories(target)))
relaxed = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@relaxed
@given(cases, st.integers())
def test_the_order_of_rows_and_files_does_not_matter(
    case: tuple[dict[str, Any], list[Observation]], seed: int
) -> None:
    target, history = case
    shuffled = [one._replace(place=one.place._replace(file=f"{seed % 3}.csv")) for one in history]
    random.Random(seed).shuffle(shuffled)
    assert verdict(judge(target, history)) == verdict(judge(target, shuffled))


@relaxed
@given(cases, ends, ends)
def test_a_later_report_never_changes_what_was_known(
    case: tuple[dict[str, Any], list[Observation]], known_on: date, as_of: date
) -> None:
    target, history = case
    known = [one for one in history if one.reported_on is None or one.reported_on <= known_on]
    assert verdict(judge(target, history, as_of, known_on)) == verdict(judge(target, known, as_of))


@relaxed
@given(cases, ends)
def test_status_and_light_agree_with_the_margin(
    case: tuple[dict[str, Any], list[Observation]], as_of: date
) -> None:
    one = judge(*case, as_of).assessments[0]
    assert one.light is one.status.light
    if one.measures is None:
        assert one.status in {Status.NO_DATA, Status.INVALID}
        return
    met = one.target.is_met(one.measures.margin)
    tolerated = one.target.is_tolerated(one.measures.margin)
    if one.status in {Status.MET, Status.HOLDING}:
        assert met or tolerated
    if one.status in {Status.BREACH, Status.SHORT}:
        assert not met
        assert not tolerated
    if one.status is Status.MISSED:
        assert not met


@relaxed
@given(cases, ends, st.sampled_from(["7", "0.01", "100000000"]))
def test_scaling_changes_nothing_but_the_scale(
    case: tuple[dict[str, Any], list[Observation]], as_of: date, factor: str
) -> None:
    target, history = case
    by = Decimal(factor)
    bigger = {**target, "value": f"{Decimal(target['value']) * by:f}"}
    if "tolerance" in target:
        bigger["tolerance"] = {
            **target["tolerance"],
            "value": f"{Decimal(target['tolerance']['value']) * by:f}",
        }
    scaled = [one._replace(value=one.value * by, resolution=one.resolution * by) for one in history]
    one, other = (
        judge(target, history, as_of).assessments[0],
        judge(bigger, scaled, as_of).assessments[0],
    )
    assert (one.status, one.flags) == (other.status, other.flags)
    if one.measures and other.measures:
        assert other.measures.margin == one.measures.margin * Fraction(by)
        assert (one.measures.completion, one.measures.schedule, one.measures.deviation) == (
            other.measures.completion,
            other.measures.schedule,
            other.measures.deviation,
        )


@relaxed
@given(targets(combine="whole"), ends, values, st.integers(0, 30), ends)
def test_a_better_value_never_gives_a_worse_light(
    target: dict[str, Any], end: date, value: int, more: int, as_of: date
) -> None:
    per_period = target.get("reporting") == "per_period"
    better = (
        value + more if target["comparison"] in {"at_least", "more_than"} else max(value - more, 0)
    )
    lights = [
        judge(target, [observation(None, end, one, None, 2, per_period)], max(as_of, end))
        .assessments[0]
        .light
        for one in (value, better)
    ]
    assert GREENNESS[lights[1]] >= GREENNESS[lights[0]]


def decided(one: Assessment, as_of: date) -> bool:
    """A verdict that says where the target stands, rather than that more must be known."""
    return one.status not in {Status.NO_DATA, Status.INCOMPLETE, Status.INVALID, Status.PENDING}


@relaxed
@given(
    targets(measure="flow", combine="sum", reporting="to_date"),
    ends,
    st.lists(values, min_size=REGIONS, max_size=REGIONS),
    st.integers(1, REGIONS - 1),
)
def test_complete_data_never_overturn_a_verdict_on_incomplete(
    target: dict[str, Any], end: date, figures: list[int], reported: int
) -> None:
    whole = [
        observation(f"r{i + 1}", end, value, None, i + 2, False) for i, value in enumerate(figures)
    ]
    early, late = (judge(target, rows, end).assessments[0] for rows in (whole[:reported], whole))
    assert "partial" in early.flags
    if decided(early, end):
        better = {"ahead": 3, "on_schedule": 2, "behind": 1, "far_behind": 0}
        if early.status in {Status.MET, Status.MISSED}:
            assert late.status is early.status
        elif target["comparison"] in {"at_least", "more_than"}:
            assert late.status is Status.MET or better[late.status] >= better[early.status]
        else:
            assert late.status is Status.MISSED or better[late.status] <= better[early.status]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_one_light(status: Status) -> None:
    assert status.light in Light
