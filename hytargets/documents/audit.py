"""An audit of a book against its source, as a document."""

from collections.abc import Iterator

from hytargets.documents.document import Block, Document, Paragraph
from hytargets.documents.skeleton import suggestion
from hytargets.documents.verdict import closing_line
from hytargets.judging.statuses import Light
from hytargets.source.citations import Citation, Spot
from hytargets.source.findings import Audit, DoubleClaim, Misquoted, Unaccounted
from hytargets.wording import audit as say
from hytargets.wording.voice import Voice


def audit_document(title: str, audit: Audit, exit_code: int, voice: Voice) -> Document:
    """What `audit` shows: every gap with its place, and what to write there."""
    blocks: list[Block] = list(_findings(audit, voice))
    light = Light.GREEN if audit.is_complete else Light.RED
    blocks.append(closing_line([_verdict(audit, voice)], exit_code, light, voice))
    return Document(title, tuple(blocks), voice.language)


def _verdict(audit: Audit, voice: Voice) -> str:
    if audit.obstacle:
        return voice(say.OBSTACLES[audit.obstacle])
    gaps = len(audit.unaccounted) + len(audit.misquoted) + len(audit.double)
    return voice(say.INCOMPLETE, count=gaps) if gaps else voice(say.COMPLETE)


def _findings(audit: Audit, voice: Voice) -> Iterator[Paragraph]:
    """How much was found, then every gap."""
    if audit.obstacle:
        return
    yield Paragraph(_counts(audit, voice))
    for gap in audit.unaccounted:
        yield from _unaccounted(gap, voice)
    for wrong in audit.misquoted:
        yield Paragraph(_misquoted(wrong, voice), Light.RED)
    for double in audit.double:
        yield Paragraph(_double(double, voice), Light.RED)


def _counts(audit: Audit, voice: Voice) -> str:
    return voice(
        say.COUNTS,
        figures=audit.figures,
        accounted=len(audit.accounted),
        unaccounted=len(audit.unaccounted),
        misquoted=len(audit.misquoted),
        double=len(audit.double),
    )


def _unaccounted(gap: Unaccounted, voice: Voice) -> Iterator[Paragraph]:
    """The figure in its place, and what to write into the book."""
    told = voice(say.UNACCOUNTED, printed=gap.figure.printed, context=gap.context)
    yield Paragraph(_place(gap.spot, voice) + told, Light.RED)
    yield Paragraph(voice(say.SUGGESTION))
    for line in suggestion(gap):
        yield Paragraph(line)


def _misquoted(wrong: Misquoted, voice: Voice) -> str:
    """The entry that cites, what is wrong with it, and where in the text that shows."""
    citation = wrong.citation
    told = voice(
        say.FINDINGS[wrong.finding],
        printed=citation.printed,
        seen=wrong.seen or "",
        section=citation.section or "–",
    )
    return f"{_entry(citation)}  {told}  {_place(wrong.spot, voice)}".rstrip()


def _double(double: DoubleClaim, voice: Voice) -> str:
    told = voice(
        say.DOUBLE,
        printed=double.citation.printed,
        one=_entry(double.other),
        other=_entry(double.citation),
    )
    return _place(double.spot, voice) + told


def _entry(citation: Citation) -> str:
    """The entry of the book that cites: a target by its id, with its path."""
    return f"{citation.target} ({citation.path})" if citation.target else citation.path


def _place(spot: Spot | None, voice: Voice) -> str:
    """Section and line, to stand before or behind what is said of them; empty where unknown."""
    if spot is None:
        return ""
    section = f"{spot.section or ''} {spot.title}".strip()
    return voice(say.PLACE, section=section, line=spot.line) + "  "
