"""Writes what the documentation says from the code and real runs: `python tests/documentation.py`.

That is the README's tables and examples, and the whole reference of the plan format.
"""

import os
import re
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import format_reference

from csplan.rules import DOCUMENTED

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RULES = re.compile(r"(<!-- rules: [^\n]*-->\n).*?(<!-- end of rules -->)", re.DOTALL)
CONSOLE = re.compile(r"```console\n\$ ([^\n]+)\n.*?```\n", re.DOTALL)
SECONDS = re.compile(r"\(\d+\.\d\d s\)")


def readme(text: str) -> str:
    """The README with its generated parts made anew."""
    text = RULES.sub(lambda match: match[1] + rules_table() + match[2], text)
    return CONSOLE.sub(lambda match: example(match[1]), text)


def rules_table() -> str:
    """Every rule by subject, as Markdown tables."""
    lines = ["\n"]
    for subject, rules in groupby(DOCUMENTED, key=lambda rule: rule.subject):
        lines += [f"{subject.capitalize()}:\n\n", "| rule | severity | what it finds |\n"]
        lines.append("| --- | --- | --- |\n")
        for rule in rules:
            mended = " Mended by `--fix`." if rule.mends else ""
            lines.append(f"| `{rule.id}` | {rule.severity} | {rule.summary}{mended} |\n")
        lines.append("\n")
    return "".join(lines)


def example(command: str) -> str:
    """A console block with what the command really prints at 80 columns."""
    arguments = shlex.split(command)
    assert arguments[0] == "csplan"
    run = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return f"```console\n$ {command}\n{SECONDS.sub('(0.10 s)', run.stdout)}```\n"


if __name__ == "__main__":
    # The README shows what csplan prints, so the page that it prints comes first.
    shown, _ = format_reference.choices()
    format_reference.PAGE.write_text(format_reference.page(shown), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
