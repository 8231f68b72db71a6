"""The reference of the plan format, csplan/format.md, made of the models and the shipped plans."""

import ast
import inspect
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import get_type_hints

from format_examples import MORE, ROOT, Example, Shape, choose, examples
from format_intro import ABOUT, kinds_of_text
from format_takes import takes
from pydantic.fields import FieldInfo

from csplan import model
from csplan.diagnostic import listed
from csplan.escape import one_line
from csplan.model import Part
from csplan.model.keys import NAMES, keys_of

PAGE = ROOT / "csplan" / "format.md"
READING_ORDER: dict[str, tuple[type[Part], ...]] = {
    "The plan": (model.Plan, model.Headings, model.Agency, model.RatingKey, model.Waiver),
    "A theme": (model.Theme, model.SubTheme, model.Section, model.Quotation, model.Driver),
    "Its figures": (model.Indicator, model.Row, model.Figure, model.Table, model.Change),
    "What is expected": (model.Expectations, model.Expectation),
    "What is done": (model.Action, model.Milestone, model.Lead, model.Progress),
    "The meetings": (model.Meetings, model.Meeting, model.AgendaItem, model.Decision),
}
TITLES = {
    model.SubTheme: "Sub-theme",
    model.RatingKey: "Rating key",
    model.AgendaItem: "Agenda item",
}
SHARED: dict[type[Part], type[Part]] = {
    model.Matter: model.Theme,
    model.Chapter: model.Theme,
    model.Measure: model.Indicator,
    model.Deliverable: model.Action,
}
"""Where the keys are described that several parts have in common."""
NEVER_TYPED = "line"
_WIDTH = 78
_BULLET = re.compile(r"\n(?=- )")
_CODE = re.compile(r"`[^`]*`")


def page(shown: dict[Shape, Example]) -> str:
    """The whole reference, with the examples that are shown in it."""
    blocks = [*_blocks(ABOUT), _contents(), *_blocks(kinds_of_text())]
    for part in shapes():
        blocks += _shape(part, shown)
    return "\n\n".join(_wrapped(block) for block in blocks) + "\n"


def shapes() -> tuple[type[Part], ...]:
    """Every part of a plan in an order to read them in."""
    return tuple(part for parts in READING_ORDER.values() for part in parts)


def described() -> Iterator[Shape]:
    """Each key once, where it is described."""
    for part in shapes():
        for key in keys(part):
            if home(part, key) is part:
                yield part, key


def keys(part: type[Part]) -> list[str]:
    """The keys that can be typed: those that must be there first, then those that others share."""
    fields = part.model_fields
    typed = [key for key in keys_of(part) if key != NEVER_TYPED]
    return sorted(typed, key=lambda key: not fields[key].is_required())


def home(part: type[Part], key: str) -> type[Part]:
    """The part that a key is described under."""
    return SHARED.get(_owner(part, key), part)


def _owner(part: type[Part], key: str) -> type[Part]:
    return next(kind for kind in part.__mro__ if key in inspect.get_annotations(kind))


def title(part: type[Part]) -> str:
    return TITLES.get(part, part.__name__)


def anchor(part: type[Part]) -> str:
    return title(part).lower().replace(" ", "-")


def choices() -> tuple[dict[Shape, Example], list[Shape]]:
    """An example for each key and part, from all plans in turn; and the keys that have none."""
    found = examples()
    used: Counter[str] = Counter()
    shown: dict[Shape, Example] = {}
    missing: list[Shape] = []
    for part, key in described():
        if key == keys(part)[0] and (whole := found.get((part, ""))):
            shown[part, ""] = choose(whole, used)
        # What nobody has written where it is described may stand where it is shared.
        heirs = [heir for heir in shapes() if issubclass(heir, _owner(part, key))]
        where = sorted(heirs, key=lambda heir: heir is not part)
        if shape := next(((heir, key) for heir in where if (heir, key) in found), None):
            shown[part, key] = choose(found[shape], used)
        else:
            missing.append((part, key))
    return shown, missing


def _blocks(text: str) -> list[str]:
    return text.strip().split("\n\n")


def _contents() -> str:
    return "\n".join(
        f"- {heading}: " + ", ".join(f"[{title(part)}](#{anchor(part)})" for part in parts)
        for heading, parts in READING_ORDER.items()
    )


def _shape(part: type[Part], shown: dict[Shape, Example]) -> Iterator[str]:
    yield f"## {title(part)}"
    yield from _blocks(inspect.cleandoc(part.__doc__ or ""))
    own = [key for key in keys(part) if home(part, key) is part]
    required = [key for key in keys(part) if part.model_fields[key].is_required()]
    optional = [key for key in own if key not in required]
    must = f"It must have {listed(required, 'and')}. " if required else ""
    yield must + (f"It may have {listed(optional, 'and')}." if optional else "")
    for other, also in _elsewhere(part).items():
        link = f"[{NAMES[other]}](#{anchor(other)})"
        yield f"Like {link} it may also have {listed(also, 'and')}."
    if (part, "") in shown:
        yield _fence(shown[part, ""])
    for key in own:
        yield from _key(part, key, shown)


def _elsewhere(part: type[Part]) -> dict[type[Part], list[str]]:
    found: dict[type[Part], list[str]] = {}
    for key in keys(part):
        if home(part, key) is not part:
            found.setdefault(home(part, key), []).append(key)
    return found


def _key(part: type[Part], key: str, shown: dict[Shape, Example]) -> Iterator[str]:
    hint = get_type_hints(part, include_extras=True)[key]
    yield f"**`{key}`**: {takes(hint, anchor)}{_presence(part.model_fields[key])}"
    yield meanings(_owner(part, key))[key]
    if (part, key) in shown:
        yield _fence(shown[part, key])


def _presence(field: FieldInfo) -> str:
    if field.is_required():
        return "; must be there"
    if isinstance(field.default, str):
        return f"; `{field.default}` if left out"
    return "; `true` if left out" if field.default is True else ""


def meanings(part: type[Part]) -> dict[str, str]:
    """The text under each key in the source."""
    body = ast.parse(textwrap.dedent(inspect.getsource(part))).body[0]
    assert isinstance(body, ast.ClassDef)
    texts = zip(body.body, body.body[1:], strict=False)
    return {
        field.target.id: str(text.value.value)
        for field, text in texts
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }


def _fence(example: Example) -> str:
    more = [MORE] if example.is_cut else []
    return "\n".join(["```yaml", f"# {example.path}", *example.lines, *more, "```"])


def _wrapped(block: str) -> str:
    if block.startswith("```"):
        return block
    return "\n".join(_wrapped_line(one_line(line)) for line in _BULLET.split(block))


def _wrapped_line(line: str) -> str:
    # What stands in backticks is typed on one line, so it is shown on one.
    kept = _CODE.sub(lambda code: code[0].replace(" ", "\0"), line)
    indent = "  " if line.startswith("- ") else ""
    lines = textwrap.wrap(
        kept, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace("\0", " ")
