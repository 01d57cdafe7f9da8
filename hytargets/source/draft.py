"""A target book skeleton from a report's text: what can be read is filled in, what a human must judge says so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hytargets.book.terms import Comparison, Measure
from hytargets.language import Language, Text
from hytargets.source.figures import Figure, section_figures
from hytargets.source.proposal import (
    REVIEWS,
    ExclusionProposal,
    Proposal,
    TargetProposal,
    language_of,
    propose,
)
from hytargets.source.sections import TextSection, read_sections
from hytargets.values.characters import plain_forms
from hytargets.values.names import folded
from hytargets.values.number import parse_quantity

_LOOKS_BACK = re.compile(r"回顾|总结|过去[一五]|(?:工作|发展)?成[就绩]|完成情况|执行情况|工作情况$")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}(?=年)|\b(?:19|20|21)[0-9]{2}\b")
_HEADER = {
    "draft": Text(
        "由文本生成的草稿：核对每个带 review 的行，补上责任单位和英文名",
        "drafted from a text: check each line marked review",
    ),
    "period": Text("起止日期是按文中年份猜的", "guessed from the years in the text"),
    "no_year": Text("文中没有年份，请填写起止日期", "the text names no year: fill in"),
    "reporting": Text(
        "各期数是累计数还是当期数？", "does each figure cover everything since the start?"
    ),
}
_OPENING = Text("前言", "Opening")
_UNIT_ALSO = {
    "人": ("名", "位"),
    "名": ("人", "位"),
    "公里": ("千米",),
    "千米": ("公里",),
    "元": ("人民币",),
}
_SIGNS = {
    "‰": "permille",
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yuan",
    "￥": "yuan",
    ":1": "ratio",
    "∶1": "ratio",
}
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9_.()（）-]*")
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def draft(text: str, title: str | None = None) -> str:
    """The YAML of a book: sections from headings, targets from figures that read like one, all others excluded."""
    language = language_of(text or title or "")
    sections = [(section, section_figures(section)) for section in read_sections(text)]
    entries = [
        (section, list(_proposals(section, figures, sections))) for section, figures in sections
    ]
    targets = list(_with_ids(entries))
    lines = [f"# {_HEADER['draft'].to(language)}", "format: 1"]
    lines += _book(text, title, [section for section, _ in sections], language)
    lines += [
        "",
        "units:" if targets else "units: {}",
        *_units([target for _, _, target in targets], language),
    ]
    used = [section for section, proposals in entries if section.title or proposals]
    if used:
        lines += ["", "sections:", *(_section(section, language) for section in used)]
    lines += ["", "targets:" if targets else "targets: []"]
    for identifier, section, target in targets:
        lines += target_lines(target, identifier, section.id, language)
    excluded = [
        exclusion_line(one, section.id, language)
        for section, proposals in entries
        for one in proposals
        if isinstance(one, ExclusionProposal)
    ]
    lines += ["", "excluded:", *excluded] if excluded else []
    return "\n".join(lines) + "\n"


def suggestion(figure: Figure, section: str | None, identifier: str, language: Language) -> str:
    """The YAML of the entries that would account for one figure."""
    lines: list[str] = []
    for proposal in propose(figure):
        if isinstance(proposal, TargetProposal):
            lines += target_lines(proposal, identifier, section, language)
        else:
            lines.append(exclusion_line(proposal, section, language))
    return "\n".join(lines)


def target_lines(
    target: TargetProposal, identifier: str, section: str | None, language: Language
) -> list[str]:
    """One target as lines of YAML, with a review comment on each field a human must be sure of."""
    low, *high = map(_number, target.values)
    fields = {
        "name": scalar(target.name),
        "section": scalar(section) if section else None,
        "comparison": target.comparison.value,
        "value": f"[{low}, {high[0]}]" if high else low,
        "unit": _unit_key(target),
        "measure": target.measure.value,
        "holds": target.holds.value if target.holds else None,
        "basis": target.basis.value if target.reading else None,
        "commitment": target.commitment.value if target.commitment != "firm" else None,
        "tolerance": f"{{value: 0, basis: {scalar('左右' if language is Language.ZH else 'about')}}}"
        if target.comparison is Comparison.ABOUT
        else None,
        "source": _source(target),
    }
    lines = [f"  - id: {scalar(identifier)}"]
    for name, written in fields.items():
        if written is not None:
            review = target.reviews.get(name)
            lines.append(
                f"    {name}: {written}{_review(REVIEWS[review], language) if review else ''}"
            )
    return lines


def exclusion_line(one: ExclusionProposal, section: str | None, language: Language) -> str:
    """One excluded figure as a line of YAML."""
    stands = f"section: {scalar(section)}, " if section else ""
    words = f"printed: {scalar(one.printed)}, context: {scalar(one.context)}, why: {one.why.value}"
    return f"  - {{{stands}{words}}}{_review(REVIEWS[one.review], language) if one.review else ''}"


def scalar(text: str) -> str:
    """A YAML scalar that reads back as this text: plain where that is safe, else double-quoted."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _number(value: str) -> str:
    return value if re.fullmatch(r"[0-9.]+[千百万亿]*", value) else scalar(value)


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _review(why: Text, language: Language) -> str:
    return f"  # review: {why.to(language)}"


def _proposals(
    section: TextSection,
    figures: Iterable[Figure],
    sections: Iterable[tuple[TextSection, tuple[Figure, ...]]],
) -> Iterator[Proposal]:
    parents = {one.id: one for one, _ in sections}
    looks_back = False
    above: TextSection | None = section
    while above and not looks_back:
        looks_back = bool(_LOOKS_BACK.search(above.title))
        above = parents.get(above.parent or "")
    for figure in figures:
        yield from propose(figure, looks_back=looks_back)


def _with_ids(
    entries: Iterable[tuple[TextSection, list[Proposal]]],
) -> Iterator[tuple[str, TextSection, TargetProposal]]:
    """Ids by section and order, and names told apart: a second 示范村 takes its figure into its name."""
    names = {""}
    for section, proposals in entries:
        targets = [one for one in proposals if isinstance(one, TargetProposal)]
        for order, target in enumerate(targets, start=1):
            identifier = f"{section.id}-{order}"
            wider = (
                target.name,
                f"{target.name}（{target.printed}）",
                f"{target.name}（{identifier}）",
            )
            name = next(one for one in wider if folded(one) not in names)
            names.add(folded(name))
            yield identifier, section, replace(target, name=name)


def _book(
    text: str, title: str | None, sections: Iterable[TextSection], language: Language
) -> Iterator[str]:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    headings = [section.title for section in sections]
    year = _year(title or "", *headings) or _year(text)
    yield from (
        "book:",
        "  id: draft",
        f"  title: {scalar(title or first[:60] or 'draft')}",
        f"  language: {language.value}",
    )
    period = _review(_HEADER["period" if year else "no_year"], language)
    yield f"  period: {{start: {year or 2000}-01-01, end: {year or 2000}-12-31}}{period}"
    yield f"  reporting: to_date{_review(_HEADER['reporting'], language)}"


def _year(*texts: str) -> str | None:
    """The year named most often; of equals the latest."""
    years = Counter(year for text in texts for year in _YEAR.findall(plain_forms(text)))
    return max(years, key=lambda year: (years[year], year)) if years else None


def _units(targets: Iterable[TargetProposal], language: Language) -> Iterator[str]:
    words = {_unit_key(target): target.unit for target in targets}
    for key, word in words.items():
        fields = [f"{language.value}: {scalar(word)}"]
        if also := _UNIT_ALSO.get(word):
            fields.append(f"also: [{', '.join(also)}]")
        if key == "share":
            fields.append("min: 0, max: 100")
        yield f"  {scalar(key)}: {{{', '.join(fields)}}}"


def _unit_key(target: TargetProposal) -> str:
    """The word itself, which reads well in a Chinese book; signs by name."""
    if target.unit == "%":
        within = all(0 <= parse_quantity(value).value <= 100 for value in target.values)
        return "share" if within and target.measure is not Measure.GROWTH else "change"
    return _SIGNS.get(target.unit) or re.sub(r"[^\w()]", "-", target.unit)


def _section(section: TextSection, language: Language) -> str:
    opening = _OPENING.to(language) if section.id == "0" else section.id
    return f"  - {{id: {scalar(section.id)}, title: {scalar(section.title or opening)}}}"


def _source(target: TargetProposal) -> str:
    reading = f", reading: {scalar(target.reading)}" if target.reading else ""
    return f"{{quote: {scalar(target.quote)}, printed: {scalar(target.printed)}{reading}}}"
