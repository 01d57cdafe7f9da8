"""A target book drafted from a report's text: what can be read, and what a human must judge."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hytargets.language import Language
from hytargets.source.figures import section_figures
from hytargets.source.patterns.measures import LOOKS_BACK
from hytargets.source.proposal import ExclusionProposal, Proposal, TargetProposal, propose
from hytargets.source.sections import TextSection, language_of, read_sections
from hytargets.source.units import DraftUnit, units_of
from hytargets.values.characters import plain_forms
from hytargets.values.names import folded

_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}(?=年)|\b(?:19|20|21)[0-9]{2}\b")
_TITLE_AT_MOST = 60  # of a first line that serves as title


class DraftTarget(NamedTuple):
    """A target of a draft, with its id and its section's."""

    id: str
    section: str
    proposal: TargetProposal


class DraftExclusion(NamedTuple):
    """An excluded figure of a draft, with its section's id."""

    section: str
    proposal: ExclusionProposal


class Draft(NamedTuple):
    """What a text gives to a target book."""

    language: Language
    title: str | None  # None where neither the text nor whoever drafts it gives one
    year: str | None  # None where the text names none
    units: tuple[DraftUnit, ...]
    sections: tuple[TextSection, ...]  # those that have a title or a figure
    targets: tuple[DraftTarget, ...]
    exclusions: tuple[DraftExclusion, ...]


class _Drafted(NamedTuple):
    """A section with the entries that its figures would become."""

    section: TextSection
    proposals: tuple[Proposal, ...]

    @property
    def targets(self) -> list[TargetProposal]:
        return [one for one in self.proposals if isinstance(one, TargetProposal)]

    @property
    def exclusions(self) -> list[ExclusionProposal]:
        return [one for one in self.proposals if isinstance(one, ExclusionProposal)]


def draft(text: str, title: str | None = None) -> Draft:
    """Sections from headings, targets from figures that read like one, all others excluded."""
    sections = read_sections(text)
    drafted = list(_drafted(sections))
    targets = tuple(_with_ids(drafted))
    return Draft(
        language=language_of(text or title or ""),
        title=title or _first_line(text)[:_TITLE_AT_MOST] or None,
        year=_year_of(text, title, sections),
        units=units_of(target.proposal for target in targets),
        sections=tuple(one.section for one in drafted if one.section.title or one.proposals),
        targets=targets,
        exclusions=tuple(_exclusions(drafted)),
    )


def _first_line(text: str) -> str:
    """The first line that is not blank."""
    for line in text.splitlines():
        if line.strip():
            return line.strip()
    return ""


# ---- entries ---------------------------------------------------------------------------------


def _drafted(sections: Sequence[TextSection]) -> Iterator[_Drafted]:
    by_id = {section.id: section for section in sections}
    for section in sections:
        looks_back = _looks_back(section, by_id)
        proposals: list[Proposal] = []
        for figure in section_figures(section):
            proposals += propose(figure, looks_back=looks_back)
        yield _Drafted(section, tuple(proposals))


def _looks_back(section: TextSection, by_id: Mapping[str, TextSection]) -> bool:
    """Does the section, or one it stands in, tell of the year before?"""
    above: TextSection | None = section
    while above is not None:
        if LOOKS_BACK.search(above.title):
            return True
        above = by_id.get(above.parent or "")
    return False


def _with_ids(drafted: Iterable[_Drafted]) -> Iterator[DraftTarget]:
    """The targets with ids by section and order, and with names told apart."""
    taken = {""}
    for section, proposals in ((one.section.id, one.targets) for one in drafted):
        for order, target in enumerate(proposals, start=1):
            identifier = f"{section}-{order}"
            name = _free_name(target, identifier, taken)
            taken.add(folded(name))
            yield DraftTarget(identifier, section, target._replace(name=name))


def _free_name(target: TargetProposal, identifier: str, taken: set[str]) -> str:
    """The target's name; a second 示范村 takes its figure into its name, or else its id."""
    for name in (target.name, f"{target.name}（{target.printed}）"):
        if folded(name) not in taken:
            return name
    return f"{target.name}（{identifier}）"


def _exclusions(drafted: Iterable[_Drafted]) -> Iterator[DraftExclusion]:
    for one in drafted:
        for exclusion in one.exclusions:
            yield DraftExclusion(one.section.id, exclusion)


# ---- the year --------------------------------------------------------------------------------


def _year_of(text: str, title: str | None, sections: Iterable[TextSection]) -> str | None:
    """The year of the titles, else that of the text."""
    headings = [section.title for section in sections]
    return _most_named([title or "", *headings]) or _most_named([text])


def _most_named(texts: Iterable[str]) -> str | None:
    """The year named most often; of equals the latest."""
    named: Counter[str] = Counter()
    for text in texts:
        named.update(_YEAR.findall(plain_forms(text)))
    if not named:
        return None
    most = max(named.values())
    return max(year for year, times in named.items() if times == most)
