"""A second, naive reading of D5, sharing no code with the tool: plain dicts in, Fractions out.

It knows only what the generator of `test_oracle` writes: ISO dates and months, plain numbers, ids as names.
"""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

Target = dict[str, Any]
Row = dict[str, str]
Result = dict[str, Any]

FLOORS, CEILINGS = ("at_least", "more_than"), ("at_most", "less_than")
LIGHTS = {
    "invalid": "magenta", "no_data": "grey", "missed": "red", "met": "green", "incomplete": "grey", "ahead": "green",
    "on_schedule": "green", "behind": "yellow", "far_behind": "red", "holding": "green", "pending": "grey",
    "breach": "red", "short": "yellow",
}  # fmt: skip


def position(day: date) -> Fraction:
    """12·year + month + day ÷ days in its month."""
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def eve(day: date) -> date:
    return day - timedelta(days=1)


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def span_of(text: str) -> tuple[date, date, str]:
    """2020-06-30, 2020-06 or 2020Q2."""
    if "Q" in text:
        year, quarter = int(text[:4]), int(text[5])
        return date(year, 3 * quarter - 2, 1), last_of_month(date(year, 3 * quarter, 1)), "span"
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), last_of_month(date(parts[0], parts[1], 1)), "month"
    return date(*parts), date(*parts), "day"


class Judge:
    """One target of a book, and its rows."""

    def __init__(
        self, book: dict[str, Any], target: Target, rows: list[Row], known_on: date | None
    ) -> None:
        self.book, self.t = book, target
        self.flow, self.comparison = target["measure"] == "flow", target["comparison"]
        self.value = (
            [Fraction(v) for v in target["value"]]
            if isinstance(target["value"], list)
            else [Fraction(target["value"])]
        )
        self.baseline = Fraction(target["baseline"]["value"]) if "baseline" in target else None
        self.start = (
            date.fromisoformat(target["start"])
            if "start" in target
            else date.fromisoformat(book["start"])
        )
        if self.baseline is not None and "start" not in target:
            self.start = date.fromisoformat(target["baseline"]["date"]) + timedelta(days=1)
        self.due = date.fromisoformat(target.get("due", book["end"]))
        self.reporting = target.get("reporting")
        percent = target["unit"] in ("share", "change")
        self.combine = target.get("combine") or ("sum" if self.flow and not percent else "whole")
        self.tolerance = (
            Fraction(target["tolerance"]["value"]) if "tolerance" in target else Fraction(0)
        )
        self.regions = target.get("of") or book["regions"]
        self.bad: list[tuple[date | None, date | None]] = []  # span of erroneous rows
        self.figures = self._figures(rows, known_on)

    def _figures(
        self, rows: list[Row], known_on: date | None
    ) -> dict[Any, list[tuple[Fraction, Fraction]]]:
        """Region, first, end → values in the order of reports, each with its last printed unit."""
        reports: dict[Any, dict[date, set[tuple[Fraction, Fraction]]]] = {}
        for row in rows:
            reported = date.fromisoformat(row["reported_on"]) if row["reported_on"] else None
            if row["target"] != self.t["id"] or row["value"] == "-":
                continue
            region = row["region"] or None
            if (region is None and self.combine == "each") or (
                region
                and (self.combine == "whole" or (self.regions and region not in self.regions))
            ):
                continue
            if reported and known_on and reported > known_on:
                continue
            first, last, grain = span_of(row["period"])
            unreadable = False
            if self.reporting == "to_date" and last >= self.start:
                unreadable = grain == "span" and (first.year, first.month) != (
                    self.start.year,
                    self.start.month,
                )
                first = self.start
            if self.reporting == "per_period" and grain == "day":
                unreadable = last != last_of_month(last)
                first = first_of_month(last)
            if first <= self.due <= last and (last.year, last.month) == (
                self.due.year,
                self.due.month,
            ):
                last = self.due
            if unreadable:
                self.bad.append((None, None))
                continue
            try:
                value = Fraction(row["value"])
            except ValueError:
                self.bad.append((first, last))
                continue
            if self._outside(value):
                self.bad.append((first, last))
                continue
            unit = Fraction(1, 10 ** len(row["value"].partition(".")[2]))
            key = (region, first if self.reporting == "per_period" else None, last)
            known = reports.setdefault(key, {}).setdefault(reported or date.min, set())
            if value not in {one for one, _ in known}:
                known.add((value, unit))
            self.firsts = getattr(self, "firsts", {}) | {key: first}
        figures = {}
        for key, days in reports.items():
            conflict = [day for day, values in days.items() if len(values) > 1]
            self.bad += [(self.firsts[key], key[2]) for _ in conflict]
            ordered = [next(iter(days[day])) for day in sorted(days) if day not in conflict]
            if ordered:
                figures[key] = ordered
        if self.reporting == "per_period":
            for key in [
                key for key in figures if any(self._overlap(key, other) for other in figures)
            ]:
                self.bad.append((key[1], key[2]))
            lost = [key for key in figures if any(self._overlap(key, other) for other in figures)]
            figures = {key: values for key, values in figures.items() if key not in lost}
        return figures

    @staticmethod
    def _overlap(one: Any, other: Any) -> bool:
        return bool(
            one != other and one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
        )

    def _outside(self, value: Fraction) -> bool:
        if self.flow and value < 0:
            return True
        return self.t["unit"] == "share" and self.t["measure"] != "growth" and not 0 <= value <= 100

    def in_window(self, first: date, end: date) -> bool:
        """The months of start and due included."""
        return first_of_month(self.start) <= first and end <= last_of_month(self.due)

    def ends(self) -> list[date]:
        """What the default as-of date is taken from."""
        spans = [(self.firsts[key], key[2]) for key in self.figures] + self.bad
        return [end for first, end in spans if first and end and self.in_window(first, end)]

    def margin(self, actual: Fraction) -> Fraction:
        """How far on the right side."""
        if self.comparison in FLOORS:
            return actual - self.value[0]
        if self.comparison in CEILINGS:
            return self.value[0] - actual
        if self.comparison == "exactly":
            return -abs(actual - self.value[0])
        if self.comparison == "between":
            return min(actual - self.value[0], self.value[1] - actual)
        return self.tolerance - abs(actual - self.value[0])

    def met(self, margin: Fraction) -> bool:
        """By margin."""
        return margin > 0 if self.comparison in ("more_than", "less_than") else margin >= 0

    def tolerated(self, margin: Fraction) -> bool:
        """A shortfall within the tolerance."""
        return self.comparison != "about" and self.tolerance > 0 and -margin <= self.tolerance

    def reduce_one(self, region: str | None, until: date) -> dict[str, Any] | None:
        """One region, or the row, up to a day."""
        own = sorted(
            (key for key in self.counting if key[0] == region and key[2] <= until),
            key=lambda key: key[2],
        )
        if not own:
            return None
        last = own[-1]
        used = own if self.reporting == "per_period" else [last]
        values = [self.figures[key][-1][0] for key in used]
        if self.reporting != "per_period":
            value = values[0]
        elif self.flow:
            value = sum(values, Fraction(0))
        else:
            weights = [position(key[2]) - position(eve(key[1])) for key in used]
            value = sum((v * w for v, w in zip(values, weights, strict=True)), Fraction(0)) / sum(
                weights
            )
        gaps = False
        if self.reporting == "per_period":
            covered = first_of_month(self.start)
            for key in used:
                gaps = gaps or key[1] > covered
                covered = key[2] + timedelta(days=1)
        series = [self.figures[key][-1][0] for key in own]
        falling = (
            self.flow and self.reporting == "to_date" and any(b < a for a, b in pairwise(series))
        )
        return {
            "end": last[2],
            "value": value,
            "gaps": gaps,
            "falling": falling,
            "revised": any(len({v for v, _ in self.figures[key]}) > 1 for key in used),
            "units": sum((self.figures[key][-1][1] for key in used), Fraction(0)),
        }

    def parts(self) -> dict[str, Any] | None:
        """The regions reduced to one."""
        seen = sorted({key[0] for key in self.counting if key[0]})
        if not seen:
            return None
        expected = list(self.regions) or seen
        common = set.intersection(
            *({key[2] for key in self.counting if key[0] == region} for region in expected)
        )
        latest = max(key[2] for key in self.counting if key[0])
        at = max(common) if common else latest
        ones = [one for region in expected if (one := self.reduce_one(region, at))]
        result = {
            "end": at,
            "value": sum((one["value"] for one in ones), Fraction(0)),
            "gaps": any(one["gaps"] for one in ones),
            "partial": not common,
            "falling": any(one["falling"] for one in ones),
            "revised": any(one["revised"] for one in ones),
            "units": sum((one["units"] for one in ones), Fraction(0)),
            "reported": (sum(one["end"] == at for one in ones), len(expected)),
        }
        if self.combine == "mean":
            result["value"] /= len(ones)
        if self.combine == "each":
            worst = min(ones, key=lambda one: self.margin(one["value"]))
            result |= {key: worst[key] for key in ("end", "value", "falling", "revised")}
        return result

    def judge(self, as_of: date | None) -> Result:
        """The status table, first match wins."""
        result: Result = dict.fromkeys(
            (
                "period_end",
                "actual",
                "margin",
                "completion",
                "schedule",
                "deviation",
                "needed",
                "regions_reported",
            )
        )
        result["flags"] = []
        self.counting = [
            key
            for key in self.figures
            if as_of and key[2] <= as_of and self.in_window(self.firsts[key], key[2])
        ]
        if any(end is None or (as_of and end <= as_of) for _, end in self.bad):
            return result | {"status": "invalid", "light": "magenta"}
        row = self.reduce_one(None, date.max)
        parts = self.parts()
        if (row is None and parts is None) or as_of is None:
            return result | {"status": "no_data", "light": "grey"}
        mismatch = False
        if row and parts:
            if self.combine == "sum" and not parts["partial"] and row["end"] == parts["end"]:
                mismatch = abs(row["value"] - parts["value"]) > (row["units"] + parts["units"]) / 2
            row_sound, parts_sound = not row["gaps"], not (parts["gaps"] or parts["partial"])
            later = parts["end"] > row["end"]
            chosen = parts if parts_sound and (later or not row_sound) else row
        else:
            chosen = row or parts or {}
        partial = chosen.get("partial", False)
        complete = not (partial or chosen["gaps"])
        actual, end = chosen["value"], chosen["end"]
        margin = self.margin(actual)
        met, holds = self.met(margin), self.met(margin) or self.tolerated(margin)
        total = position(self.due) - position(eve(self.start))
        passed = min(position(end) - position(eve(self.start)), total)
        goal, base = self.value[0], self.baseline or Fraction(0)
        completion = schedule = deviation = needed = None
        if self.baseline is not None:
            completion = (actual - base) / (goal - base)
        elif self.flow and goal > 0:
            completion = actual / goal
        plan = self.t.get("schedule", "even")
        if completion is not None and plan != "none":
            if isinstance(plan, list):
                due = [stone for stone in plan if date.fromisoformat(stone["by"]) <= end]
                schedule = ((Fraction(due[-1]["value"]) if due else base) - base) / (goal - base)
            else:
                schedule = passed / total
            deviation = (completion - schedule) * 100
            if self.flow and self.comparison in CEILINGS:
                deviation = -deviation
        if complete and not met and passed < total:
            if self.t["measure"] == "mean" and self.comparison in FLOORS + CEILINGS:
                needed = (total * goal - passed * actual) / (total - passed)
            elif self.baseline is not None or (self.flow and self.comparison in FLOORS):
                needed = (goal - actual) / (total - passed)
        bound = self.flow and not complete and self.combine not in ("mean", "each")
        fails = self.combine == "each" and not holds
        red_lag = Fraction(self.book.get("red_lag", 10))
        floor, ceiling = self.comparison in FLOORS, self.comparison in CEILINGS
        early = within = False
        if self.flow and ceiling and not holds and (complete or bound):
            status = "missed"
        elif self.flow and floor and met and (complete or bound):
            status, early = "met", end < self.due
        elif end >= self.due and complete:
            status, within = ("met", not met) if holds else ("missed", False)
        elif (end >= self.due and fails) or (
            complete
            and needed is not None
            and self.t["measure"] == "mean"
            and self.t["unit"] == "share"
            and not 0 <= needed <= 100
        ):
            status = "missed"
        elif as_of >= self.due:
            status = "incomplete"
        elif deviation is not None and deviation >= 0 and (complete or (bound and floor)):
            status = "ahead" if deviation > 0 else "on_schedule"
        elif deviation is not None and deviation < 0 and (complete or (bound and ceiling)):
            status = "behind" if -deviation <= red_lag else "far_behind"
        elif not complete and not fails:
            status = "incomplete"
        elif holds:
            status = "holding"
        elif self.flow:
            status = "pending"
        elif (
            self.t["measure"] == "stock"
            and ceiling
            and self.t.get("holds", "throughout") == "throughout"
        ):
            status = "breach"
        else:
            status = "short"
        ended = as_of if as_of == last_of_month(as_of) else eve(first_of_month(as_of))
        stale = (
            status not in ("met", "missed")
            and end < self.due
            and (end.year, end.month) < (ended.year, ended.month)
        )
        flags = {
            "early": early, "within_tolerance": within, "revised": chosen["revised"], "gaps": chosen["gaps"],
            "partial": partial, "falling": chosen["falling"], "sum_mismatch": mismatch, "stale": stale,
        }  # fmt: skip
        return {
            "period_end": end, "actual": actual, "margin": margin, "completion": completion, "schedule": schedule,
            "deviation": deviation, "needed": needed, "status": status, "light": LIGHTS[status],
            "flags": [flag for flag, is_set in flags.items() if is_set],
            "regions_reported": chosen.get("reported"),
        }  # fmt: skip


def judge(
    book: dict[str, Any],
    targets: list[Target],
    rows: list[Row],
    as_of: date | None,
    known_on: date | None,
) -> tuple[date | None, dict[str, Result]]:
    """The as-of date, and each target's result. `book`: start, end, regions, red_lag."""
    judges = [Judge(book, target, rows, known_on) for target in targets]
    ends = [end for one in judges for end in one.ends()]
    day = as_of or max(ends, default=None)
    return day, {one.t["id"]: one.judge(day) for one in judges}
