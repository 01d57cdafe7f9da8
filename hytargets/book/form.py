"""What is wrong with the form of a target book: the errors that pydantic finds, as problems."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hytargets.book.entries import BookFile
from hytargets.files.yaml import Steps, YamlTree
from hytargets.problems import Code, Fact, Problem
from hytargets.values.names import nearest

# By pydantic's type of error; `date`, `quantity` and `whole_number` are those of `fields`.
_CODES = {
    "missing": Code.BOOK_FIELD_MISSING,
    "extra_forbidden": Code.BOOK_FIELD_UNKNOWN,
    "enum": Code.BOOK_CHOICE,
    "literal_error": Code.BOOK_CHOICE,
    "date": Code.BOOK_DATE,
    "quantity": Code.BOOK_NUMBER,
    "whole_number": Code.BOOK_NUMBER,
    "string_pattern_mismatch": Code.BOOK_ID,
}


def form_errors(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found, without what only echoes it."""
    return [details for details in error.errors(include_url=False) if not _is_echo(details)]


def _is_echo(details: ErrorDetails) -> bool:
    """A list whose entries all have problems of their own is not too short."""
    return details["type"] == "too_short" and bool(details["input"])


def form_problem(tree: YamlTree, details: ErrorDetails) -> Problem:
    """An error of pydantic as a problem, with its place in the file."""
    code = _code(details)
    path = _path_in_file(tree, details["loc"])
    if code is Code.BOOK_FIELD_MISSING and path[-1:] != details["loc"][-1:]:
        path += details["loc"][-1:]  # one that stands there empty has its place already
    found = details["input"]
    return Problem(
        code=code,
        place=tree.place(path, of_key=code is Code.BOOK_FIELD_UNKNOWN),
        facts=_facts(code, path, details),
        target=_target_at(tree, path),
        seen=found if isinstance(found, str) else None,
    )


def _code(details: ErrorDetails) -> Code:
    kind = details["type"]
    if kind == "too_short" and details["loc"] == ("targets",):
        return Code.BOOK_NO_TARGETS
    return _CODES.get(kind, Code.BOOK_FIELD_TYPE)


def _path_in_file(tree: YamlTree, loc: Steps) -> Steps:
    """The steps of a pydantic location that stand in the file: unions add steps of their own."""
    path: Steps = ()
    node = tree.root
    for step in loc:
        if step in node.parts:
            _, node = node.parts[step]
            path += (step,)
    return path


def _facts(code: Code, path: Steps, details: ErrorDetails) -> dict[str, Fact]:
    match code:
        case Code.BOOK_FIELD_UNKNOWN:
            field = str(path[-1])
            return {"field": field, "nearest": nearest(field, _fields_beside(details["loc"]))}
        case Code.BOOK_FIELD_MISSING:
            return {"field": str(path[-1])}
        case Code.BOOK_CHOICE:
            return _facts_of_choice(details)
        case Code.BOOK_FIELD_TYPE:
            return {"kind": details["type"]}
        case _:
            return {}


def _facts_of_choice(details: ErrorDetails) -> dict[str, Fact]:
    """The choices, which pydantic prints as `'flow', 'stock' or 'mean'`, and the likeliest."""
    expected = str(details["ctx"]["expected"]).replace("'", "")
    choices = expected.replace(" or ", ", ").split(", ")
    return {"expected": ", ".join(choices), "nearest": nearest(str(details["input"]), choices)}


def _fields_beside(loc: Steps) -> list[str]:
    """The names of the fields that could stand where the location points."""
    model: type[BaseModel] = BookFile
    for step in loc[:-1]:
        field = model.model_fields.get(str(step))
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return list(model.model_fields)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _target_at(tree: YamlTree, path: Steps) -> str | None:
    """The id of the target that a path lies in, where it has one that can be read."""
    if len(path) < 2 or path[0] != "targets":
        return None
    plain: Any = tree.root.plain
    entry = plain["targets"][path[1]]
    identifier = entry.get("id") if isinstance(entry, dict) else None
    return identifier if isinstance(identifier, str) else None
