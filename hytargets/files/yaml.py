"""YAML that remembers lines and keeps every digit: each scalar stays the text that was written."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import yaml

from hytargets.problems import Code, Fact, InvalidInput, Place, Problem

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Step: TypeAlias = str | int
Steps: TypeAlias = tuple[Step, ...]  # from the root to a part
Parts: TypeAlias = "Mapping[Step, tuple[Node, Node]]"

BYTES_AT_MOST = 8 * 1024 * 1024
NODES_AT_MOST = 500_000  # after aliases are followed
DEPTH_AT_MOST = 50
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_ABSENT = {"", "~", "null"}  # what an absent value may look like, where it is not quoted
_NO_PARTS: Parts = MappingProxyType({})


class Node:
    """A value, where it starts (from 1), its parts with their keys, its size with all it holds."""

    __slots__ = ("column", "line", "parts", "plain", "size")

    def __init__(self, line: int, column: int, plain: Plain = None, parts: Parts = _NO_PARTS):
        self.line = line
        self.column = column
        self.plain = plain
        self.parts = parts
        self.size = 1


class YamlTree(NamedTuple):
    """A parsed file: plain data, and where each part of it stands."""

    file: str
    root: Node

    def place(self, path: Steps, *, of_key: bool = False) -> Place:
        """The place of the deepest part of the path that is there.

        `of_key` asks for its key instead of its value.
        """
        key = node = self.root
        for step in path:
            if step not in node.parts:
                break
            key, node = node.parts[step]
        found = key if of_key else node
        shown = _shown(path) or None
        return Place(file=self.file, line=found.line, column=found.column, path=shown)


def _shown(path: Steps) -> str:
    """The path as people write it: `targets[3].value`."""
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif shown:
            shown += f".{step}"
        else:
            shown = step
    return shown


def parse_yaml(file: str, content: bytes) -> YamlTree:
    """Parse one YAML document.

    Raises InvalidInput: file.too_large, book.encoding, yaml.*, with every repeated key.
    """
    text = _decoded(file, content)
    builder = _Builder(file)
    try:
        root = builder.build(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(_marked_place(file, error), str(error.problem)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _not_yaml(Place(file=file, line=line), str(error.reason)) from None
    if builder.repeated_keys:
        raise InvalidInput(builder.repeated_keys)
    return YamlTree(file, root)


def _decoded(file: str, content: bytes) -> str:
    if len(content) > BYTES_AT_MOST:
        facts = {"limit": BYTES_AT_MOST}
        raise InvalidInput([Problem(Code.FILE_TOO_LARGE, Place(file=file), facts)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        place = Place(file=file, line=line)
        raise InvalidInput([Problem(Code.BOOK_ENCODING, place)]) from None


def _marked_place(file: str, error: yaml.MarkedYAMLError) -> Place:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Place(file=file)
    return Place(file=file, line=mark.line + 1, column=mark.column + 1)


def _not_yaml(place: Place, reason: str) -> InvalidInput:
    return InvalidInput([Problem(Code.YAML_SYNTAX, place, {"reason": reason})])


class _Open:
    """A collection whose end has not come yet, with what has come of it."""

    __slots__ = ("anchor", "key", "node", "parts", "plain")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.anchor = event.anchor
        self.plain: list[Plain] | dict[str, Plain]
        self.plain = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.parts: dict[Step, tuple[Node, Node]] = {}
        self.node = _node_at(event, self.plain, self.parts)
        self.key: Node | None = None  # of a mapping: the key whose value has not come yet


class _Builder:
    """Events into nodes, without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.repeated_keys: list[Problem] = []
        self._root: Node | None = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, Node] = {}

    def build(self, events: Iterable[yaml.Event]) -> Node:
        """The root node; an empty file has an empty one."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event), event.anchor)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                collection = self._stack.pop()
                self._add(collection.node, collection.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._aliased(event), None)
        return self._root or Node(1, 1)

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        text = event.value
        is_absent = text in _ABSENT and not event.style
        node = _node_at(event, None if is_absent else text)
        self._refuse_tag(event.tag, node)
        return node

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        collection = _Open(event)
        self._refuse_tag(event.tag, collection.node)
        self._stack.append(collection)
        if len(self._stack) > DEPTH_AT_MOST:
            raise self._over_limit(collection.node, "depth", DEPTH_AT_MOST)

    def _aliased(self, event: yaml.AliasEvent) -> Node:
        """What the alias stands for, at the place of the alias."""
        name = str(event.anchor)
        node = _node_at(event)
        known = self._anchors.get(name)
        if known is None:
            raise self._refused(Code.YAML_ALIAS, node, {"name": name})
        node.plain = known.plain
        node.parts = known.parts
        node.size = known.size
        return node

    def _add(self, node: Node, anchor: str | None) -> None:
        """Put a complete value where it belongs: into the innermost open collection."""
        if anchor:
            self._anchors[anchor] = node
        if self._stack:
            self._add_to(self._stack[-1], node)
        elif self._root is None:
            self._root = node
        else:
            raise self._over_limit(node, "documents", 1)

    def _add_to(self, parent: _Open, node: Node) -> None:
        if isinstance(parent.plain, list):
            parent.parts[len(parent.plain)] = (node, node)
            parent.plain.append(node.plain)
        elif parent.key is None:
            if not isinstance(node.plain, str):
                raise self._refused(Code.YAML_KEY, node)
            parent.key = node
        else:
            name = str(parent.key.plain)
            if name in parent.parts:
                self._note_repeated(name, first=parent.parts[name][0], again=parent.key)
            parent.plain[name] = node.plain
            parent.parts[name] = (parent.key, node)
            parent.key = None
        parent.node.size += node.size
        if parent.node.size > NODES_AT_MOST:
            raise self._over_limit(node, "nodes", NODES_AT_MOST)

    def _note_repeated(self, name: str, first: Node, again: Node) -> None:
        place = Place(file=self.file, line=again.line, column=again.column)
        facts: dict[str, Fact] = {"name": name, "first": first.line}
        self.repeated_keys.append(Problem(Code.YAML_KEY_REPEATED, place, facts, seen=name))

    def _refuse_tag(self, tag: str | None, node: Node) -> None:
        """A tag may only say what the value is anyway: none makes an object of it."""
        if tag not in _TAGS:
            raise self._refused(Code.YAML_TAG, node, {"name": str(tag)})

    def _over_limit(self, node: Node, what: str, limit: int) -> InvalidInput:
        return self._refused(Code.YAML_LIMIT, node, {"what": what, "limit": limit})

    def _refused(
        self, code: Code, node: Node, facts: Mapping[str, Fact] = MappingProxyType({})
    ) -> InvalidInput:
        place = Place(file=self.file, line=node.line, column=node.column)
        return InvalidInput([Problem(code, place, facts)])


def _node_at(event: yaml.Event, plain: Plain = None, parts: Parts = _NO_PARTS) -> Node:
    """A value where its event starts."""
    mark = event.start_mark
    assert mark is not None  # parsers mark every event
    return Node(mark.line + 1, mark.column + 1, plain, parts)
