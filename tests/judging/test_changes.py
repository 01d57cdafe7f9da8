"""Two reports compared."""

from datetime import date

import pytest
from conftest import Judge

import hytargets
from hytargets.formats.saved import read_snapshot
from hytargets.judging.changes import ChangeKind, compare, snapshot

JOBS = {
    "id": "t",
    "name": "就业",
    "comparison": "at_least",
    "value": "1200",
    "unit": "person",
    "measure": "flow",
}
RATE = {
    "id": "u",
    "name": "失业率",
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}


def test_diff_puts_the_newly_red_first(judge: Judge) -> None:
    rows = [("t", "2020-05", "600"), ("u", "2020-05", "3.9")]
    before = snapshot(judge([JOBS, RATE], rows))
    after = snapshot(judge([JOBS, RATE], [*rows, ("t", "2020-06", "550"), ("u", "2020-06", "4.1")]))
    changes = compare(before, after)
    assert [(change.known.target, change.kinds) for change in changes] == [
        ("u", (ChangeKind.WORSE, ChangeKind.REPORTED)),
        ("t", (ChangeKind.WORSE, ChangeKind.REPORTED)),
    ]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ([("t", "2020-05", "500")], [("t", "2020-05", "500")], None),
        ([("t", "2020-05", "500")], [("t", "2020-05", "510")], (ChangeKind.REVISED,)),
        (
            [("t", "2020-05", "500")],
            [("t", "2020-05", "490")],
            (ChangeKind.WORSE, ChangeKind.REVISED),
        ),
        ([], [("t", "2020-05", "500")], (ChangeKind.BETTER, ChangeKind.REPORTED)),
        ([("t", "2020-05", "500")], [], (ChangeKind.WORSE, ChangeKind.SILENT)),
    ],
)
def test_kinds_of_change(
    judge: Judge,
    before: list[tuple[str, ...]],
    after: list[tuple[str, ...]],
    kinds: tuple[ChangeKind, ...] | None,
) -> None:
    first = snapshot(judge([JOBS], before, as_of=date(2020, 5, 31)))
    second = snapshot(judge([JOBS], after, as_of=date(2020, 5, 31)))
    changes = compare(first, second)
    assert (changes[0].kinds if changes else None) == kinds


def test_a_saved_report_reads_back_as_it_was(judge: Judge) -> None:
    report = judge([JOBS, RATE], [("t", "2020-06", "600"), ("u", "2020-06", "3.9")])
    saved = read_snapshot(str(hytargets.render(report, "json")).encode())
    assert saved == snapshot(report)
