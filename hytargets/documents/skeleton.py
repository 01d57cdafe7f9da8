"""A drafted target book as YAML: what can be read is filled in, what a human must judge says so."""

import re
from collections.abc import Iterable, Iterator

from hytargets.book.terms import Commitment, Comparison
from hytargets.language import Text
from hytargets.source.draft import Draft
from hytargets.source.findings import Unaccounted
from hytargets.source.proposal import ExclusionProposal, TargetProposal
from hytargets.source.sections import OPENING_ID, TextSection
from hytargets.source.units import SHARE, DraftUnit, unit_id
from hytargets.wording import draft as say
from hytargets.wording.voice import Voice

_ID = "draft"  # of the book
_YEAR_TO_FILL_IN = "2000"
# What YAML reads as this very text without quotes; a leading digit might make it a number.
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9_.()（）-]*")
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_NUMBER = re.compile(r"[0-9.]+[千百万亿]*")


def skeleton(draft: Draft) -> str:
    """The YAML of a drafted book, with a review comment wherever a human must be sure."""
    voice = Voice(draft.language)
    lines = [
        f"# {voice(say.HEADER)}",
        "format: 1",
        *_book(draft, voice),
        *_block("units", (_unit(unit, voice) for unit in draft.units), empty="{}"),
    ]
    if draft.sections:
        lines += _block("sections", (_section(section, voice) for section in draft.sections))
    lines += _block("targets", _targets(draft, voice), empty="[]")
    if draft.exclusions:
        lines += _block("excluded", _exclusions(draft, voice))
    return "\n".join(lines) + "\n"


def suggestion(gap: Unaccounted) -> list[str]:
    """The lines of YAML that would account for a figure of the text."""
    voice = Voice(gap.language)
    section = gap.spot.section
    lines: list[str] = []
    for proposal in gap.proposals:
        if isinstance(proposal, TargetProposal):
            lines += _target(proposal, gap.identifier, section, voice)
        else:
            lines.append(_exclusion(proposal, section, voice))
    return lines


# ---- parts of a book -------------------------------------------------------------------------


def _block(key: str, entries: Iterable[str], empty: str = "") -> list[str]:
    lines = list(entries)
    heading = f"{key}:" if lines else f"{key}: {empty}"
    return ["", heading, *lines]


def _book(draft: Draft, voice: Voice) -> Iterator[str]:
    year = draft.year or _YEAR_TO_FILL_IN
    why = say.PERIOD_GUESSED if draft.year else say.NO_YEAR
    yield "book:"
    yield f"  id: {_ID}"
    yield f"  title: {_scalar(draft.title or _ID)}"
    yield f"  language: {draft.language.value}"
    yield f"  period: {{start: {year}-01-01, end: {year}-12-31}}{_review(why, voice)}"
    yield f"  reporting: to_date{_review(say.REPORTING, voice)}"


def _unit(unit: DraftUnit, voice: Voice) -> str:
    fields = [f"{voice.language.value}: {_scalar(unit.word)}"]
    if unit.also:
        fields.append(f"also: [{', '.join(unit.also)}]")
    if unit.id == SHARE:
        fields.append("min: 0, max: 100")
    return f"  {_scalar(unit.id)}: {{{', '.join(fields)}}}"


def _section(section: TextSection, voice: Voice) -> str:
    title = section.title
    if not title:
        title = voice(say.OPENING) if section.id == OPENING_ID else section.id
    return f"  - {{id: {_scalar(section.id)}, title: {_scalar(title)}}}"


def _targets(draft: Draft, voice: Voice) -> Iterator[str]:
    for target in draft.targets:
        yield from _target(target.proposal, target.id, target.section, voice)


def _exclusions(draft: Draft, voice: Voice) -> Iterator[str]:
    for exclusion in draft.exclusions:
        yield _exclusion(exclusion.proposal, exclusion.section, voice)


# ---- entries ---------------------------------------------------------------------------------


def _target(
    target: TargetProposal, identifier: str, section: str | None, voice: Voice
) -> Iterator[str]:
    """One target, with a review comment on each field a human must be sure of."""
    yield f"  - id: {_scalar(identifier)}"
    for name, written in _fields(target, section, voice):
        review = target.reviews.get(name)
        comment = _review(say.REVIEWS[review], voice) if review else ""
        yield f"    {name}: {written}{comment}"


def _fields(target: TargetProposal, section: str | None, voice: Voice) -> Iterator[tuple[str, str]]:
    """The fields of a target, but for its id; those that would say the default are left out."""
    yield "name", _scalar(target.name)
    if section:
        yield "section", _scalar(section)
    yield "comparison", target.comparison.value
    yield "value", _value(target)
    yield "unit", unit_id(target)
    yield "measure", target.measure.value
    if target.holds:
        yield "holds", target.holds.value
    if target.implied_by:
        yield "basis", target.basis.value
    if target.commitment is not Commitment.FIRM:
        yield "commitment", target.commitment.value
    if target.comparison is Comparison.ABOUT:
        yield "tolerance", f"{{value: 0, basis: {_scalar(voice(say.TOLERANCE_BASIS))}}}"
    yield "source", _source(target)


def _value(target: TargetProposal) -> str:
    numbers = [_number(value) for value in target.values]
    return f"[{', '.join(numbers)}]" if len(numbers) > 1 else numbers[0]


def _source(target: TargetProposal) -> str:
    fields = [f"quote: {_scalar(target.quote)}", f"printed: {_scalar(target.printed)}"]
    if target.implied_by:
        fields.append(f"reading: {_scalar(_reading(target, target.implied_by))}")
    return f"{{{', '.join(fields)}}}"


def _reading(target: TargetProposal, implied_by: str) -> str:
    """负增长读作小于 0%."""
    sign = "%" if target.unit == "%" else ""
    return say.READING.format(
        words=implied_by,
        relation=say.RELATIONS.get(target.comparison, say.EQUAL),
        value=f"{target.values[0]}{sign}",
    )


def _exclusion(exclusion: ExclusionProposal, section: str | None, voice: Voice) -> str:
    """One excluded figure, on one line."""
    fields = [f"section: {_scalar(section)}"] if section else []
    fields += [
        f"printed: {_scalar(exclusion.printed)}",
        f"context: {_scalar(exclusion.context)}",
        f"why: {exclusion.why.value}",
    ]
    review = exclusion.review
    comment = _review(say.REVIEWS[review], voice) if review else ""
    return f"  - {{{', '.join(fields)}}}{comment}"


def _review(why: Text, voice: Voice) -> str:
    return f"  # review: {voice(why)}"


# ---- scalars ---------------------------------------------------------------------------------


def _scalar(text: str) -> str:
    """A scalar that reads back as this text: plain where that is safe, else double-quoted."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _number(value: str) -> str:
    return value if _NUMBER.fullmatch(value) else _scalar(value)


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"
