"""YAML text to a located tree, built from parse events; the only door to PyYAML.

Scalars stay text. What cannot be used is a `Fault` with a place and a sentence; nothing that a
file holds makes this room raise.
"""

from csplan.source.events import parse
from csplan.source.fault import Fault, Route, Span
from csplan.source.text import decode
from csplan.source.tree import Tree

__all__ = ["Fault", "Route", "Span", "Tree", "decode", "parse"]
