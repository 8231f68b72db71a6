"""What can keep a file from being read: the pages of the complaints that need no rule.

`csplan.source` and `csplan.load` raise these while they read; here is only what
`csplan explain` says of them.
"""

from typing import NamedTuple

from csplan.rules.rule import MENDED
from csplan.source.fault import Severity


class Page(NamedTuple):
    """The documentation of a kind of complaint that no rule makes."""

    id: str
    severity: Severity
    page: str
    subject: str = "reading"
    mends: bool = False

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.page.partition("\n")[0]


def _error(rule: str, page: str, *, mends: bool = False) -> Page:
    return Page(rule, "error", f"{page}\n\n{MENDED}" if mends else page, mends=mends)


PAGES: tuple[Page, ...] = (
    _error(
        "anchor",
        "A text starts with `&` or `*`, which YAML takes for an anchor or an alias.\n\n"
        "Put the text in quotes: `'& Co'`. Plan files do not use anchors and aliases.",
    ),
    Page(
        "bullet",
        "warning",
        "A text starts with a bullet sign, as pasted from Word.\n\n"
        "Lines that start with `•` are read as one text. Start each entry of a list with a hyphen "
        "and a space, `- `. In the paragraphs of a block text both are bullets.",
    ),
    _error(
        "cannot-read",
        "A file cannot be opened.\n\n"
        "It may be a folder with the name of a file, a symbolic link that leads nowhere, or a "
        "file that you have no permission to read.",
    ),
    _error(
        "duplicate-key",
        "The same key stands twice in one place, so that one of its values would be lost.\n\n"
        "Keep one of the two, or put both values under it as a list. One that stands empty on a "
        "line of its own can go.",
        mends=True,
    ),
    _error("empty-file", "A file holds nothing but blank lines or comments.\n\nFill or delete it."),
    _error(
        "empty-value",
        "A key that must have a value has none, or an entry of a list is empty.\n\n"
        "A text that starts with `#` counts as a comment: put it in quotes.",
    ),
    _error(
        "encoding",
        "A file is not saved as UTF-8, so that £, dashes and quotation marks would be garbled.\n\n"
        "In Notepad choose Save as, then UTF-8; in Word, Plain text, then UTF-8.",
    ),
    _error(
        "invisible-character",
        "A character that no editor shows stands in a text, often pasted from Word, Excel or a "
        "web page.\n\nDelete it: put the cursor after it and press Backspace.",
        mends=True,
    ),
    _error(
        "merge-conflict",
        "Two people's changes met and git has left both in the file.\n\n"
        "Keep one version and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    _error(
        "missing-key",
        "Something that a file cannot be read without is missing.\n\n"
        "A theme needs `theme`; an action `ref` and `action`; a milestone `milestone`; "
        "`plan.yaml` needs `title`, `partnership` and `period`.",
    ),
    _error(
        "no-break-space",
        "A non-breaking space, as Word and web pages use them, stands in a file.\n\n"
        "It looks like a space and is none. Replace all by plain spaces; most editors' Replace "
        "takes a copied one.",
        mends=True,
    ),
    _error(
        "not-text",
        "A file is a Word or Excel document, a PDF or another kind of file, not plain text.\n\n"
        "Copy its contents into a text file that ends in `.yaml`.",
    ),
    _error(
        "plan-missing",
        "A folder holds theme files but no `plan.yaml`.\n\n"
        "`plan.yaml` gives the plan its `title`, `partnership` and `period`; without a period no "
        "quarter can be placed.",
    ),
    _error(
        "same-name",
        "Two files of a plan have the same name but for capitals or their ending.\n\n"
        "A theme goes by the name of its file, so each needs its own. Rename one of the two.",
    ),
    _error(
        "tab",
        "A tab stands in a file.\n\nYAML is indented by spaces. Replace tabs by spaces. Where a "
        "tab could be as deep as one thing or another, only you can say which.",
        mends=True,
    ),
    _error(
        "tag",
        "A text starts with `!`, which YAML takes for a tag.\n\n"
        "Put the text in quotes: `'! important'`.",
    ),
    Page(
        "text-as-comment",
        "warning",
        "Text after a space and `#` is left out as a comment.\n\n"
        "`Item #1 priority` is read as `Item`. Put the value in quotes to keep all of it. For a "
        "comment, leave a space after `#`.",
    ),
    _error(
        "too-deep",
        "Lists or mappings are nested more than 32 levels deep.\n\nA plan needs fewer than ten.",
    ),
    _error("too-large", "A file is larger than 2 MB.\n\nSplit it: one file for each theme."),
    _error(
        "unknown-key",
        "A key is not one that csplan knows in this place.\n\n"
        "It may be misspelt, or indented so that it belongs to something else.",
    ),
    _error(
        "unknown-word",
        "A value is not one of the few words that its key takes.\n\n"
        "`state`, `rating`, `status`, `duties` and the `kind` of an indicator have fixed words.",
    ),
    _error(
        "wrong-shape",
        "A list stands where text belongs, or text where a list or `key: value` lines belong.\n\n"
        "Each entry of a list starts with `- `. Text that starts with a bracket needs quotes.",
    ),
    _error(
        "yaml-syntax",
        "A line cannot be read as YAML.\n\n"
        "Most often the text holds `: ` and needs quotes, a colon has no space after it, or the "
        "line is indented by too much or too little.",
    ),
)
