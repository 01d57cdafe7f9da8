"""Everything that was read so far: observations kept once, and what became of the other values."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.problems import Code, Problem
from hytargets.progress.observations import (
    Fate,
    FigureId,
    Observation,
    Progress,
    Rejection,
    Understood,
    figure_of,
    first_place,
)


class _Key(NamedTuple):
    """A figure and its report date: of these there can be one value."""

    figure: FigureId
    reported_on: date | None


class Store:
    """Collects what rows give; memory grows with figures and report dates, not with rows."""

    def __init__(self, book_id: str) -> None:
        self._book_id = book_id
        self._observations: dict[_Key, list[Observation]] = defaultdict(list)
        self._repeated: set[_Key] = set()
        self._rejections: list[Rejection] = []
        self._problems: list[Problem] = []
        self._understood: list[Understood] = []
        self._fates: Counter[Fate] = Counter()

    def progress(self) -> Progress:
        """All of it."""
        return Progress(
            observations=list(chain.from_iterable(self._observations.values())),
            rejections=self._rejections,
            problems=self._problems,
            understood=self._understood,
            fates=self._fates,
            book_id=self._book_id,
        )

    def keep(self, observation: Observation, target: Target) -> None:
        """Keep an observation, or count it as repeated."""
        key = _Key(figure_of(observation, target), observation.reported_on)
        reports = self._observations[key]
        for known in reports:
            if known.value == observation.value:
                self._repeat(key, known, observation)
                return
        reports.append(observation)

    def _repeat(self, key: _Key, known: Observation, observation: Observation) -> None:
        self.count(Fate.REPEATED)
        if key in self._repeated:
            return
        self._repeated.add(key)
        facts = first_place(known, observation.place)
        problem = Problem(Code.VALUE_REPEATED, observation.place, facts, observation.target)
        self._problems.append(problem)

    def count(self, fate: Fate, values: int = 1) -> None:
        """Note what became of values."""
        self._fates[fate] += values

    def tell(self, problems: Iterable[Problem]) -> None:
        """Note what is wrong, in the order of the rows."""
        self._problems.extend(problems)

    def hold(self, rejection: Rejection) -> None:
        """Hold an erroneous row against its target."""
        self._rejections.append(rejection)

    def understand(self, understood: Understood) -> None:
        """Note how a table was read."""
        self._understood.append(understood)
