"""What was understood of a book and of progress files, as a document."""

from collections.abc import Sequence

from hytargets.book.target import TargetBook
from hytargets.documents.document import Block, Document, Paragraph, Problems
from hytargets.language import Language
from hytargets.problems import Problem, Severity
from hytargets.progress.observations import Progress, Understood
from hytargets.wording import report as words


def validation_document(
    book: TargetBook | None,
    progress: Progress | None,
    problems: Sequence[Problem],
    exit_code: int,
    language: Language,
) -> Document:
    """What `validate` shows: the book's size, each file's layout, every problem."""
    blocks: list[Block] = []
    if book:
        counts = {
            "targets": len(book.targets),
            "sections": len(book.sections),
            "excluded": len(book.excluded),
        }
        blocks.append(
            Paragraph(words.BOOK_SOUND.to(language).format(regions=len(book.regions), **counts))
        )
    if progress:
        blocks += [Paragraph(_layout(one, language)) for one in progress.understood]
        blocks.append(Paragraph(_extent(progress, language)))
    if problems:
        blocks.append(Problems(tuple(problems), language))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    verdict = (
        words.UNUSABLE.to(language).format(count=errors) if errors else words.SOUND.to(language)
    )
    exit_words = words.EXIT.to(language).format(code=exit_code)
    blocks.append(Paragraph(words.FULL_STOP.to(language).join((verdict, exit_words))))
    return Document(book.title.to(language) if book else "", tuple(blocks), language)


def _layout(one: Understood, language: Language) -> str:
    delimiter = words.DELIMITERS.get(one.delimiter)
    columns = words.COMMA.to(language).join(
        f"{header} = {words.HEADINGS['observed' if role == 'value' else role].to(language)}"
        for role, header in one.columns.items()
    )
    parts = [
        f"{one.file} {one.sheet}" if one.sheet else one.file,
        one.encoding.upper(),
        delimiter.to(language) if delimiter else one.delimiter,
    ]
    parts += [words.HEADER_LINE.to(language).format(line=one.header_line), columns]
    if one.year:
        parts.append(words.YEAR_TAKEN.to(language).format(year=one.year))
    if one.ignored_columns:
        names = words.LIST_AND.to(language).join(one.ignored_columns)
        parts.append(words.IGNORED_COLUMNS.to(language).format(names=names))
    if one.skipped_rows:
        lines = words.LIST_AND.to(language).join(map(str, one.skipped_rows))
        parts.append(words.SKIPPED_ROWS.to(language).format(lines=lines))
    return "  ".join(parts)


def _extent(progress: Progress, language: Language) -> str:
    """How many targets, regions and periods were found."""
    ends = sorted({one.end for one in progress.observations})
    return words.FOUND.to(language).format(
        count=len(progress.observations),
        targets=len({one.target for one in progress.observations}),
        regions=len({one.region for one in progress.observations if one.region}),
        first=ends[0] if ends else "–",
        last=ends[-1] if ends else "–",
    )
