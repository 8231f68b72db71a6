"""What checking plans gave, in each of its formats.

A format is one module with a `written`, from a `Report` to a text, and one line here.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csplan.console.lint.report import Report

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "csplan.console.lint.text",
        "json": "csplan.console.lint.json",
        "github": "csplan.console.lint.github",
        "sarif": "csplan.console.lint.sarif",
        "junit": "csplan.console.lint.junit",
        "markdown": "csplan.console.lint.markdown",
    }
)
"""The modules of the formats, by the names that they are asked for by."""


def written(form: str, report: "Report") -> str:
    """A report in one of the formats, whole."""
    text = import_module(FORMATS[form]).written(report)
    assert isinstance(text, str)
    return text
