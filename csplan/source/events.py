"""Parse events to a tree, refusing on the way what plan files do not need.

Events are read one by one: composing nodes can crash the interpreter on deep nesting, meets
duplicate keys too late and is slower.
"""

from collections.abc import Callable
from typing import Any

import yaml

from csplan.source.builder import Builder, StopError
from csplan.source.fault import Fault
from csplan.source.refusals import Event
from csplan.source.syntax import explain, explain_bad_escape
from csplan.source.tree import Tree

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAKE: dict[type[yaml.Event], Callable[[Builder, Event], None]] = {
    yaml.MappingStartEvent: lambda builder, event: builder.open(event, {}),
    yaml.SequenceStartEvent: lambda builder, event: builder.open(event, []),
    yaml.MappingEndEvent: Builder.close,
    yaml.SequenceEndEvent: Builder.close,
    yaml.AliasEvent: Builder.alias,
    yaml.DocumentStartEvent: Builder.document,
}


def parse(text: str) -> tuple[Tree | None, list[Fault]]:
    """The tree of a text, and what is wrong with it; no tree if it cannot be read to its end."""
    builder = Builder(text)
    try:
        _read(LOADER(text), builder)
    except StopError as stop:
        return None, [*builder.faults, stop.fault]
    except yaml.YAMLError as error:
        return None, [*builder.faults, explain(error, text)]
    except ValueError:
        # PyYAML's own parser makes characters of escapes without looking whether there are such.
        return None, [*builder.faults, explain_bad_escape(text)]
    return builder.tree, builder.faults


def _read(loader: Any, builder: Builder) -> None:
    """Hand every event of a loader to what takes it."""
    next_event, scalar = loader.get_event, builder.scalar
    try:
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                scalar(event)
            elif take := _TAKE.get(kind):
                take(builder, event)
    finally:
        loader.dispose()
