"""Values to YAML as people write it: a few lines that go into a file, never a whole one."""

from typing import Any

import yaml

from csplan.source.tree import Value

_WIDTH = 100
_WIDEST = 1_000_000


class _Writer(yaml.dumper.BaseDumper):
    """Writes text as it is wherever it can stand without quotes, because nothing guesses types."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's own signature
        del indentless  # entries stand two spaces in from their key
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        del data  # a value that occurs twice is written twice
        return True


_TAG = "tag:yaml.org,2002:"


def _text(writer: Any, text: str) -> Any:
    style = "|" if "\n" in text else "'" if text.startswith("•") else None
    return writer.represent_scalar(f"{_TAG}str", text, style)


def _list(writer: Any, entries: Any) -> Any:
    return writer.represent_sequence(f"{_TAG}seq", entries)


def _mapping(writer: Any, values: Any) -> Any:
    # Its pairs, because a mapping that is handed over as such would be sorted.
    return writer.represent_mapping(f"{_TAG}map", list(values.items()))


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)
_Writer.add_representer(dict, _mapping)


def emit_lines(value: Value, indent: int) -> list[str]:
    """A value as lines, none of them indented yet; long text is folded to fit at that indent."""
    width = max(_WIDTH - indent, _WIDTH // 2)
    return _dumped(value, width=width, default_flow_style=False).rstrip("\n").split("\n")


def emit_flow(value: Value) -> str:
    """A value on one line, in brackets or braces if it is a list or a mapping."""
    # The value of a mapping in braces, so that text is quoted as it must be among commas.
    return _dumped({"x": value}, width=_WIDEST, default_flow_style=True).strip()[len("{x: ") : -1]


def _dumped(value: Value, **options: Any) -> str:
    made: str = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, **options)
    return made.removesuffix("...\n")
