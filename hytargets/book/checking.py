"""A target book file checked: form by pydantic, sense by the rules, every problem at once."""

from typing import Any, TypeAlias

from pydantic import ValidationError

from hytargets.book.entries import BookFile
from hytargets.book.rules import Broken, Ids, broken_rules
from hytargets.files.yaml import YamlTree, parse_yaml
from hytargets.problems import Code, InvalidInput, Problem

Mapped: TypeAlias = dict[str, Any]  # what a mapping of the file holds, by key


def checked_file(file: str, content: bytes) -> BookFile:
    """The entries of a book. Raises InvalidInput with every problem of form and of sense."""
    tree = parse_yaml(file, content)
    plain = _mapping_of(tree)
    try:
        book = BookFile.model_validate(plain)
    except ValidationError as error:
        raise InvalidInput(_in_order(_all_problems(tree, plain, error))) from None
    broken = broken_rules(book, _known_ids(plain))
    problems = [_problem(tree, rule) for rule in broken]
    if problems:
        raise InvalidInput(_in_order(problems))
    return book


def _mapping_of(tree: YamlTree) -> Mapped:
    plain = tree.root.plain
    if isinstance(plain, dict):
        return plain
    code = Code.FILE_EMPTY if plain is None else Code.BOOK_SHAPE
    raise InvalidInput([Problem(code, tree.place(()))])


def _all_problems(tree: YamlTree, plain: Mapped, error: ValidationError) -> list[Problem]:
    """The problems of form, and those of sense among the entries that have none of form."""
    from hytargets.book.form import form_errors, form_problem
    from hytargets.book.sound import SoundPart

    errors = form_errors(error)
    problems = [form_problem(tree, details) for details in errors]
    sound = SoundPart(plain, errors)
    book = sound.validated()
    if book is None:
        return problems
    broken = broken_rules(book, _known_ids(plain))
    return problems + [_problem(tree, sound.in_file(rule)) for rule in broken]


def _problem(tree: YamlTree, broken: Broken) -> Problem:
    return Problem(
        code=broken.code,
        place=tree.place(broken.path),
        facts=broken.facts,
        target=broken.target,
        seen=broken.seen,
    )


def _known_ids(plain: Mapped) -> Ids:
    """The ids that a reference may name, those of entries with a problem of their own included."""
    units = plain.get("units")
    return {
        "units": frozenset(units if isinstance(units, dict) else ()),
        "regions": _ids_in(plain.get("regions")),
        "sections": _ids_in(plain.get("sections")),
    }


def _ids_in(entries: object) -> frozenset[str]:
    if not isinstance(entries, list):
        return frozenset()
    with_id = (entry for entry in entries if isinstance(entry, dict) and "id" in entry)
    return frozenset(str(entry["id"]) for entry in with_id)


def _in_order(problems: list[Problem]) -> list[Problem]:
    """The problems as their places follow in the file."""
    return sorted(problems, key=_position)


def _position(problem: Problem) -> tuple[int, int]:
    return problem.place.line or 0, int(problem.place.column or 0)
