"""An audit of a book against its source, as a document."""

from collections.abc import Iterator

from hytargets.documents.document import Block, Document, Paragraph
from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.source.audit import Audit
from hytargets.source.citations import Citation, Spot
from hytargets.wording import audit as say
from hytargets.wording import report as words


def audit_document(title: str, audit: Audit, exit_code: int, language: Language) -> Document:
    """What `audit` shows: every gap with its place, and what to write there."""
    blocks: list[Block] = list(_findings(audit, language))
    parts = [_verdict(audit, language), words.EXIT.to(language).format(code=exit_code)]
    blocks.append(
        Paragraph(
            words.FULL_STOP.to(language).join(parts),
            Light.GREEN if audit.is_complete else Light.RED,
        )
    )
    return Document(title, tuple(blocks), language)


def _verdict(audit: Audit, language: Language) -> str:
    if audit.obstacle:
        return say.OBSTACLES[audit.obstacle].to(language)
    gaps = len(audit.unaccounted) + len(audit.misquoted) + len(audit.double)
    return say.INCOMPLETE.to(language).format(count=gaps) if gaps else say.COMPLETE.to(language)


def _findings(audit: Audit, language: Language) -> Iterator[Paragraph]:
    if audit.obstacle:
        return
    yield Paragraph(
        say.COUNTS.to(language).format(
            figures=audit.figures,
            accounted=len(audit.accounted),
            unaccounted=len(audit.unaccounted),
            misquoted=len(audit.misquoted),
            double=len(audit.double),
        )
    )
    for gap in audit.unaccounted:
        what = say.UNACCOUNTED.to(language).format(printed=gap.figure.printed, context=gap.context)
        yield Paragraph(_at(gap.spot, language) + what, Light.RED)
        yield Paragraph(say.SUGGESTION.to(language))
        for line in gap.suggestion.splitlines():
            yield Paragraph(line)
    for wrong in audit.misquoted:
        citation = wrong.citation
        what = say.FINDINGS[wrong.finding].to(language)
        told = what.format(
            printed=citation.printed, seen=wrong.seen or "", section=citation.section or "–"
        )
        yield Paragraph(f"{_of(citation)}  {told}  {_at(wrong.spot, language)}".rstrip(), Light.RED)
    for double in audit.double:
        printed = double.citation.printed
        what = say.DOUBLE.to(language).format(
            printed=printed, one=_of(double.other), other=_of(double.citation)
        )
        yield Paragraph(_at(double.spot, language) + what, Light.RED)


def _of(citation: Citation) -> str:
    return f"{citation.target} ({citation.path})" if citation.target else citation.path


def _at(spot: Spot | None, language: Language) -> str:
    if spot is None:
        return ""
    return (
        say.PLACE.to(language).format(
            section=f"{spot.section or ''} {spot.title}".strip(), line=spot.line
        )
        + "  "
    )
