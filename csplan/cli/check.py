"""The command that checks plans."""

import time

from csplan.cli.options import PLANS, OneAgency, Paths
from csplan.cli.telling import Concise, LintForm, Outputs, Strict, Summary, Telling, tell


def validate(
    paths: Paths = None,
    *,
    strict: Strict = False,
    agency: OneAgency = None,
    concise: Concise = False,
    summary: Summary = False,
    form: LintForm = "text",
    outputs: Outputs = None,
) -> None:
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning. With --agency, only what that
    agency leads is told and can fail.
    """
    began = time.perf_counter()
    from csplan.check import examine
    from csplan.load import load

    telling = Telling(form, outputs or [], concise, summary, agency, strict)
    workspace = load(tuple(paths or [PLANS]))
    tell(workspace, examine(workspace), telling, began)
