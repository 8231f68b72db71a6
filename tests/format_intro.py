"""What the reference of the plan format says before it comes to the keys."""

from csplan.dates import read_due, read_term
from csplan.diagnostic import listed
from csplan.figures import read_figure, read_target, say_number
from csplan.load.mentions import NOTED

ABOUT = """\
# The format of a plan

A plan is a folder. It holds `plan.yaml`, a file for each priority theme and, if its boards meet,
a file that has `meetings` where others have `theme`. This page says what every key takes and what
it means, with examples from the plans that come with csplan.

`csplan help format` prints this page. `csplan help format indicator` prints what an indicator
holds, and `csplan help format due` what that key means wherever it stands.

- A key may be left out unless this page says that it must be there.
- A key that is not on this page is refused, so that a slip of the pen loses nothing.
- What may be *several in a list* may also be a single one, without a list. A list is lines that
  start with `- `, or `[one, two]`.
- *Text* is as long as it needs to be. Text of several paragraphs starts after `|`, on the next
  line. Text that starts with a bracket or a sign, or that holds a colon and a space, stands in
  quotes.
- `# ...` under an example says that more follows in the file.

First the [kinds of text](#kinds-of-text) that mean something, then each part of a plan:
"""

KINDS_OF_TEXT = """\
## Kinds of text

### Leads in a line

A lead is a post, a comma and an agency: `Chief Inspector, Anytown Police`. The agency is the
longest name of `agencies` that ends the line, so that a name may hold commas. An agency alone
will do. `TBC` is nobody yet. Several leads are a list.

### Dates

`due`, `start` and `on` are written as people write dates. In a plan of 2010/11:

{dates}

`on` takes one exact day. The README has more of them, under
[Dates, as people write them](../README.md#dates-as-people-write-them), and `csplan show` says how
each date of a plan was read.

### Figures in words

`values`, `target`, `baseline` and the cells of a table take figures as people write them:

{figures}

A table's cell with nothing in it is `n/a`. In a `[list, of, cells]` a comma parts the cells, so
write thousands without one there.

### Narrative

A blank line starts a paragraph. A line that starts with `- ` is a bullet, with `1. ` an entry of
a numbered list, with `## ` a subheading. `[words](https://example.org)` and bare addresses become
links. Nothing else has a meaning. Acronyms of the `glossary` are spelt out where a chapter first
uses them.

### Marks of notes

`[^name]` marks an entry of the same file's `notes`. It works in {noted}.

### References

An action goes by its `ref`, which is your own: `VC1`, `ASB 1`, `EP (a)`. Capitals and spaces make
no difference. The second milestone of `VC1` is `VC1.2`. An action without `ref` goes by the name
of its file, or the number of its agenda item, and its own number there.

`see` names an action (`VC1`), a milestone (`VC1.2`), an expectation (`item 14`) or a theme (the
name of its file, without `.yaml`). `meets` names expectations by their numbers. All of them are
checked. What lies outside the plan is named under `other_documents`.
"""

DATES = """\
30 September 2010
By end of July 2010
Quarter 2
Autumn 2010
Quarterly
Ongoing
TBC until the review ends
"""

FIGURES = """\
1,424
27.0%
£322k
796 (estimated)
55.7% (to be confirmed)
not published: expected in July 2012
n/a
Annual decrease
"""


def kinds_of_text() -> str:
    """The kinds of text that mean something, with what csplan makes of examples."""
    return KINDS_OF_TEXT.format(
        dates="\n".join(f"- `{text}` means {_date(text)}" for text in DATES.splitlines()),
        figures="\n".join(f"- `{text}` is {_figure(text)}" for text in FIGURES.splitlines()),
        noted=listed(sorted(NOTED), "and"),
    )


def _date(text: str) -> str:
    return read_due(text, read_term("2010/11", 4)).reading


def _figure(text: str) -> str:
    figure = read_figure(text)
    if change := read_target(text).change:
        return f"an aim without a figure: {change.aims}"
    if figure.number is None:
        return "no figure"
    return ", ".join(filter(None, (say_number(figure.number, figure.kind), figure.mark)))
