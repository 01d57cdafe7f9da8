"""A target book file checked: its shape by pydantic, its sense by the rules of `bookrules`, every problem at once."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hytargets.book.entries import BookFile
from hytargets.book.rules import broken_rules
from hytargets.files.yaml import Document, parse_yaml
from hytargets.problems import Code, Fact, InvalidInput, Problem
from hytargets.values.names import nearest

_CODES = {
    "missing": Code.BOOK_FIELD_MISSING,
    "extra_forbidden": Code.BOOK_FIELD_UNKNOWN,
    "enum": Code.BOOK_CHOICE,
    "literal_error": Code.BOOK_CHOICE,
    "union_tag_invalid": Code.BOOK_CHOICE,
    "date": Code.BOOK_DATE,
    "quantity": Code.BOOK_NUMBER,
    "whole_number": Code.BOOK_NUMBER,
    "string_pattern_mismatch": Code.BOOK_ID,
}
_LISTS = ("regions", "sections", "targets", "excluded")


def checked_file(file: str, content: bytes) -> BookFile:
    """The entries of a book. Raises InvalidInput with every problem of form and of sense."""
    document = parse_yaml(file, content)
    plain = document.root.plain
    if not isinstance(plain, dict):
        code = Code.FILE_EMPTY if plain is None else Code.BOOK_SHAPE
        raise InvalidInput([Problem(code, document.place(()))])
    try:
        entry = BookFile.model_validate(plain)
    except ValidationError as error:
        errors = [one for one in error.errors(include_url=False) if not _is_echo(one)]
        problems = [_problem(document, details) for details in errors]
        problems += _rules_of_the_rest(document, plain, errors)
        raise InvalidInput(_in_order(problems)) from None
    problems = _broken(document, entry, {}, plain)
    if problems:
        raise InvalidInput(_in_order(problems))
    return entry


def book_schema() -> dict[str, Any]:
    """The JSON Schema of a book file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BookFile.model_json_schema(),
    }


def _is_echo(error: ErrorDetails) -> bool:
    """A list whose entries all have problems of their own is not too short."""
    return error["type"] == "too_short" and bool(error["input"])


def _rules_of_the_rest(
    document: Document, plain: dict[str, Any], errors: list[ErrorDetails]
) -> list[Problem]:
    """The rules broken by the entries that have a sound form, so that one typo does not hide the rest."""
    bad = {(loc[0], loc[1]) for error in errors if len(loc := error["loc"]) > 1}
    rest = dict(plain)
    indices: dict[str, list[int]] = {}
    for name in _LISTS:
        if isinstance(items := plain.get(name), list):
            indices[name] = [index for index in range(len(items)) if (name, index) not in bad]
            rest[name] = [items[index] for index in indices[name]]
    if isinstance(units := plain.get("units"), dict):
        rest["units"] = {key: unit for key, unit in units.items() if ("units", key) not in bad}
    rest = {key: value for key, value in rest.items() if key in BookFile.model_fields}
    try:
        entry = BookFile.model_validate(rest)
    except ValidationError:
        return []
    return _broken(document, entry, indices, plain)


def _broken(
    document: Document, entry: BookFile, indices: dict[str, list[int]], plain: dict[str, Any]
) -> list[Problem]:
    problems = []
    for broken in broken_rules(entry, _ids(plain)):
        name, *rest = broken.path
        if name in indices and rest and isinstance(rest[0], int):
            rest[0] = indices[str(name)][rest[0]]
        place = document.place((name, *rest))
        problems.append(
            Problem(broken.code, place, broken.facts, target=broken.target, seen=broken.seen)
        )
    return problems


def _ids(plain: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The ids that a reference may name, those of entries with another problem included."""
    known = {
        "units": frozenset(plain["units"])
        if isinstance(plain.get("units"), dict)
        else frozenset[str]()
    }
    for name in ("regions", "sections"):
        items = plain.get(name)
        entries = items if isinstance(items, list) else []
        known[name] = frozenset(
            str(item["id"]) for item in entries if isinstance(item, dict) and "id" in item
        )
    return known


def _problem(document: Document, details: ErrorDetails) -> Problem:
    kind, loc = details["type"], details["loc"]
    code = (
        Code.BOOK_NO_TARGETS
        if (kind, loc) == ("too_short", ("targets",))
        else _CODES.get(kind, Code.BOOK_FIELD_TYPE)
    )
    path = tuple(_real_steps(document, loc))
    path += loc[-1:] if code is Code.BOOK_FIELD_MISSING else ()
    facts: dict[str, Fact] = {}
    context = details.get("ctx", {})
    field = str(path[-1]) if path else ""
    if code is Code.BOOK_FIELD_UNKNOWN:
        facts = {"field": field, "nearest": nearest(field, _fields_beside(loc))}
    elif code is Code.BOOK_FIELD_MISSING:
        facts = {"field": field}
    elif code is Code.BOOK_CHOICE:
        facts = {
            "expected": str(context.get("expected") or context.get("expected_tags")).replace(
                "'", ""
            )
        }
        facts["nearest"] = nearest(
            str(details["input"]), str(facts["expected"]).replace(" or ", ", ").split(", ")
        )
    elif code is Code.BOOK_FIELD_TYPE:
        facts = {"kind": kind}
    seen = details["input"] if isinstance(details["input"], str) else None
    place = document.place(path, of_key=code is Code.BOOK_FIELD_UNKNOWN)
    return Problem(code, place, facts, target=_target_of(document, path), seen=seen)


def _real_steps(document: Document, loc: tuple[str | int, ...]) -> Iterator[str | int]:
    """The steps of a pydantic location that stand in the file: unions add steps of their own."""
    node = document.root
    for step in loc:
        if step in node.parts:
            node = node.parts[step][1]
            yield step


def _fields_beside(loc: tuple[str | int, ...]) -> list[str]:
    """The names of the fields that could stand where the location points."""
    model: type[BaseModel] = BookFile
    for step in loc[:-1]:
        if step in model.model_fields:
            model = next(_models(model.model_fields[str(step)].annotation), model)
    return list(model.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _target_of(document: Document, path: tuple[str | int, ...]) -> str | None:
    plain: Any = document.root.plain
    if len(path) > 1 and path[0] == "targets":
        entry = plain["targets"][path[1]]
        identifier = entry.get("id") if isinstance(entry, dict) else None
        return identifier if isinstance(identifier, str) else None
    return None


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(
        problems, key=lambda problem: (problem.place.line or 0, int(problem.place.column or 0))
    )
