"""Patterns that are compiled when they are first searched for.

The rules have more than a hundred, and most commands ask none of them.
"""

import re
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes of a pattern, once something of it is asked for."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Stands for a pattern; what was once asked of it is its own from then on."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
