"""YAML that remembers lines and keeps every digit: each scalar stays the text that was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import yaml

from hytargets.problems import Code, InvalidInput, Place, Problem

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = Sequence[str | int]

BYTES_AT_MOST = 8 * 1024 * 1024
NODES_AT_MOST = 500_000  # after aliases are followed
DEPTH_AT_MOST = 50
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(slots=True)
class Node:
    """A value, its line and column (from 1), its parts with their keys, and its size with all it holds."""

    line: int
    column: int
    plain: Plain = None
    parts: "dict[str | int, tuple[Node, Node]]" = field(default_factory=dict)
    size: int = 1


class Document(NamedTuple):
    """A parsed file: plain data, and where each part of it stands."""

    file: str
    root: Node

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """The place of the deepest part of the path that is there; `of_key` asks for its key instead of its value."""
        key = node = self.root
        shown = ""
        for step in path:
            shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
        for step in path:
            if step not in node.parts:
                break
            key, node = node.parts[step]
        at = key if of_key else node
        return Place(file=self.file, line=at.line, column=at.column, path=shown or None)


def parse_yaml(file: str, content: bytes) -> Document:
    """Parse one YAML document. Raises InvalidInput: yaml.*, file.encoding, with every repeated key."""
    if len(content) > BYTES_AT_MOST:
        raise InvalidInput(
            [Problem(Code.FILE_TOO_LARGE, Place(file=file), {"limit": BYTES_AT_MOST})]
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidInput([Problem(Code.FILE_ENCODING, Place(file=file, line=line))]) from None
    builder = _Builder(file)
    try:
        root = builder.build(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (
            Place(file=file, line=mark.line + 1, column=mark.column + 1)
            if mark
            else Place(file=file)
        )
        raise InvalidInput(
            [Problem(Code.YAML_SYNTAX, place, {"reason": str(error.problem)})]
        ) from None
    except yaml.reader.ReaderError as error:
        place = Place(file=file, line=text.count("\n", 0, error.position) + 1)
        raise InvalidInput(
            [Problem(Code.YAML_SYNTAX, place, {"reason": str(error.reason)})]
        ) from None
    if builder.repeated:
        raise InvalidInput(builder.repeated)
    return Document(file, root)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet, and, of a mapping, the key whose value has not."""

    node: Node
    anchor: str | None
    key: Node | None = None


class _Builder:
    """Events into nodes, without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.repeated: list[Problem] = []
        self.anchors: dict[str, Node] = {}

    def build(self, events: Iterator[yaml.Event]) -> Node:
        """The root node; an empty file has an empty one."""
        root: Node | None = None
        stack: list[_Open] = []
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event)
                if isinstance(event, yaml.CollectionStartEvent):
                    stack.append(_Open(node, event.anchor))
                    if len(stack) > DEPTH_AT_MOST:
                        raise self._refused(
                            Code.YAML_LIMIT, node, what="depth", limit=DEPTH_AT_MOST
                        )
                    continue
                anchor = None if isinstance(event, yaml.AliasEvent) else event.anchor
            elif isinstance(event, yaml.CollectionEndEvent):
                ended = stack.pop()
                node, anchor = ended.node, ended.anchor
            else:
                continue
            if anchor:
                self.anchors[anchor] = node
            if stack:
                self._add(stack[-1], node)
            elif root is not None:
                raise self._refused(Code.YAML_LIMIT, node, what="documents", limit=1)
            else:
                root = node
        return root or Node(1, 1)

    def _node(self, event: yaml.NodeEvent) -> Node:
        mark = event.start_mark
        node = Node(mark.line + 1, mark.column + 1) if mark else Node(1, 1)
        match event:
            case yaml.AliasEvent():
                known = self.anchors.get(str(event.anchor))
                if known is None:
                    raise self._refused(Code.YAML_ALIAS, node, name=str(event.anchor))
                return Node(node.line, node.column, known.plain, known.parts, known.size)
            case yaml.MappingStartEvent():
                node.plain = {}
            case yaml.SequenceStartEvent():
                node.plain = []
            case yaml.ScalarEvent():
                is_bare = not event.style
                node.plain = None if is_bare and event.value in {"", "~", "null"} else event.value
        if getattr(event, "tag", None) not in _TAGS:
            raise self._refused(Code.YAML_TAG, node, name=str(getattr(event, "tag", "")))
        return node

    def _add(self, parent: _Open, node: Node) -> None:
        whole = parent.node
        if isinstance(whole.plain, list):
            whole.parts[len(whole.plain)] = (node, node)
            whole.plain.append(node.plain)
        elif parent.key is None:
            if not isinstance(node.plain, str):
                raise self._refused(Code.YAML_KEY, node)
            parent.key = node
        elif isinstance(whole.plain, dict):
            name = str(parent.key.plain)
            if name in whole.parts:
                place = Place(file=self.file, line=parent.key.line, column=parent.key.column)
                first = whole.parts[name][0].line
                self.repeated.append(
                    Problem(
                        Code.YAML_KEY_REPEATED, place, {"name": name, "first": first}, seen=name
                    )
                )
            whole.plain[name] = node.plain
            whole.parts[name] = (parent.key, node)
            parent.key = None
        whole.size += node.size
        if whole.size > NODES_AT_MOST:
            raise self._refused(Code.YAML_LIMIT, node, what="nodes", limit=NODES_AT_MOST)

    def _refused(self, code: Code, node: Node, **facts: str | int) -> InvalidInput:
        return InvalidInput(
            [Problem(code, Place(file=self.file, line=node.line, column=node.column), facts)]
        )
