"""The JSON Schema of a target book, for editors."""

from typing import Any

from hytargets.book.entries import BookFile


def book_schema() -> dict[str, Any]:
    """The JSON Schema of a book file."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | BookFile.model_json_schema()
