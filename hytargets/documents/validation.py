"""What was understood of a book and of progress files, as a document."""

from collections.abc import Iterator, Sequence

from hytargets.book.target import TargetBook
from hytargets.documents.document import Block, Document, Paragraph, Problems
from hytargets.documents.verdict import closing_line, count_errors
from hytargets.problems import Problem
from hytargets.progress.observations import Progress, Understood
from hytargets.wording import validation as say
from hytargets.wording.headings import HEADINGS
from hytargets.wording.verdict import SOUND, UNUSABLE
from hytargets.wording.voice import Voice

# The column "value" holds what the target's value is, not what was observed.
_COLUMN_OF_ROLE = {"value": "observed"}


def validation_document(
    book: TargetBook | None,
    progress: Progress | None,
    problems: Sequence[Problem],
    exit_code: int,
    voice: Voice,
) -> Document:
    """What `validate` shows: the book's size, each file's layout, every problem."""
    blocks: list[Block] = []
    if book:
        blocks.append(Paragraph(_size(book, voice)))
    if progress:
        blocks += [Paragraph(_layout(table, voice)) for table in progress.understood]
        blocks.append(Paragraph(_extent(progress, voice)))
    if problems:
        blocks.append(Problems(tuple(problems), voice.language))
    blocks.append(closing_line([_verdict(problems, voice)], exit_code, None, voice))
    title = voice(book.title) if book else ""
    return Document(title, tuple(blocks), voice.language)


def _verdict(problems: Sequence[Problem], voice: Voice) -> str:
    errors = count_errors(problems)
    if errors:
        return voice(UNUSABLE, count=errors)
    return voice(SOUND)


def _size(book: TargetBook, voice: Voice) -> str:
    """How much the book holds."""
    return voice(
        say.BOOK_SOUND,
        targets=len(book.targets),
        sections=len(book.sections),
        regions=len(book.regions),
        excluded=len(book.excluded),
    )


def _layout(table: Understood, voice: Voice) -> str:
    """How a table was read, and what of it was not."""
    return "  ".join(filter(None, [*_read(table, voice), *_not_read(table, voice)]))


def _read(table: Understood, voice: Voice) -> Iterator[str]:
    yield " ".join(filter(None, [table.file, table.sheet]))
    yield table.encoding.upper()
    if table.delimiter in say.DELIMITERS:
        yield voice(say.DELIMITERS[table.delimiter])
    else:
        yield table.delimiter
    yield voice(say.HEADER_LINE, line=table.header_line)
    yield voice.clauses(_columns(table, voice))
    if table.year:
        yield voice(say.YEAR_TAKEN, year=table.year)


def _columns(table: Understood, voice: Voice) -> Iterator[str]:
    """Each header, and what it was taken for."""
    for role, header in table.columns.items():
        heading = HEADINGS[_COLUMN_OF_ROLE.get(role, role)]
        yield f"{header} = {voice(heading)}"


def _not_read(table: Understood, voice: Voice) -> Iterator[str]:
    if table.ignored_columns:
        yield voice(say.IGNORED_COLUMNS, names=voice.listed(table.ignored_columns))
    if table.skipped_rows:
        yield voice(say.SKIPPED_ROWS, lines=voice.listed(map(str, table.skipped_rows)))


def _extent(progress: Progress, voice: Voice) -> str:
    """How many targets, regions and periods were found."""
    observations = progress.observations
    if not observations:
        return voice(say.FOUND_NONE)
    ends = [observation.end for observation in observations]
    targets = {observation.target for observation in observations}
    regions = {observation.region for observation in observations if observation.region}
    return voice(
        say.FOUND,
        count=len(observations),
        targets=len(targets),
        regions=len(regions),
        first=min(ends),
        last=max(ends),
    )
