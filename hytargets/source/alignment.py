"""Which section of the book each section of a text is."""

from collections.abc import Sequence

from hytargets.book.target import TargetBook
from hytargets.source.sections import TextSection, read_sections
from hytargets.values.names import folded


def sections_for(text: str, book: TargetBook) -> tuple[TextSection, ...]:
    """The sections of a text, with the titles of the book as headings.

    A bare line is a heading only where the book's title stands nowhere as a marked one.
    """
    marked = {folded(section.title) for section in read_sections(text)}
    titles = [title for section in book.sections for title in section.title]
    return read_sections(text, [title for title in titles if folded(title) not in marked])


def book_ids(sections: Sequence[TextSection], book: TargetBook) -> dict[str, str | None]:
    """The book's section for each of the text's, by id.

    By title, then by number, else that of the heading above; None where the book has none of these.
    """
    found = _by_title(sections, book)
    known = {section.id for section in book.sections} - set(found.values())
    for section in sections:
        if found[section.id] is not None:
            continue
        # Numbers alone would fit any text: one title must fit too, but for text without a title.
        if section.id in known and (not section.title or any(found.values())):
            found[section.id] = section.id
        else:
            found[section.id] = found.get(section.parent or "")
    return found


def _by_title(sections: Sequence[TextSection], book: TargetBook) -> dict[str, str | None]:
    waiting = _ids_by_title(book)
    found: dict[str, str | None] = {}
    for section in sections:
        found[section.id] = None
        if not section.title:
            continue
        same = waiting.get(folded(section.title), [])
        if same:
            found[section.id] = same[0]
        if len(same) > 1:
            del same[0]  # sections with one title are told apart by their order
    return found


def _ids_by_title(book: TargetBook) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for section in book.sections:
        for title in {folded(title) for title in section.title}:
            ids.setdefault(title, []).append(section.id)
    return ids
